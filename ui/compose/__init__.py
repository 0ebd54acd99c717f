"""The tab where posts are written."""
