"""X as the rest of the shop sees it: a protocol, its frozen values, and the roads to it."""
