"""The dialog that brings posts from a file into the queue."""
