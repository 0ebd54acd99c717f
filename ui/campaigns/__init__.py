"""Campaigns and giveaways: a drawer of the Shop tab."""
