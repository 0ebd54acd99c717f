"""The board: many pictures become one."""
