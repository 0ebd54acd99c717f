"""Who the shop is and what it sells: asked once, read by every other room."""
