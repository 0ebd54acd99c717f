"""The tab of figures: 28 days beside the 28 before, and the list behind each."""
