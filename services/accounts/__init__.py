"""Who the shop is on X, and where its secrets are kept."""
