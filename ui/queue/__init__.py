"""The tab of the week's posts, and of what cannot go on without the owner."""
