"""From "I have an X account" to a proven connection: one card, six steps."""
