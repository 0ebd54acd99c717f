"""The one SQLite file: opening, migrating, copying."""
