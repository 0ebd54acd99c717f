"""The tab where customers are heard and answered."""
