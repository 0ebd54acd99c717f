"""What became of the shop's posts: daily readings, and figures that are sums of lists."""
