"""Charts and their frames, drawn by ourselves."""
