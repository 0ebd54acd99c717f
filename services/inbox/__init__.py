"""What customers say to the shop: feeds, lanes, conversations, and whom they come from."""
