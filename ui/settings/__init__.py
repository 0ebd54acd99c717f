"""The dialog of the owner's choices."""
