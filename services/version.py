"""The version, the same as pyproject.toml's (a test holds them together)."""

MADE_AT = 1_793_491_200
"""1 November 2026, UTC: no clock that says an earlier time is right. Moved on with each release."""
VERSION = "0.1.0"
