"""Where X itself shows an owner's figures, for accounts it tells programs nothing of."""

X_ANALYTICS = "https://x.com/i/account_analytics"
