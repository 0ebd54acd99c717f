"""What was spent, and what will be: only for a connected account."""
