"""From a draft to a post on X: exactly once, or still here with a reason."""
