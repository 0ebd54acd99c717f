"""What of X's rules is data; only loaded when a text needs it."""
