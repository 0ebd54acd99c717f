"""Pictures and boards: checked, cleaned of what nobody should see, kept by hash, laid out."""
