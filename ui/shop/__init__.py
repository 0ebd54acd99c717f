"""The tab of the shop itself: who we are, and what we sell."""
