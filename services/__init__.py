"""What the shop does: plain Python, no Qt. `services.shop.open_shop` builds all of it."""
