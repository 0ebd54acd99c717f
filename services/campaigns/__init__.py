"""What the shop does for a while with a name and a tag: campaigns and giveaways."""
