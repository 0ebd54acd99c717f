"""The version, the same as pyproject.toml's (a test holds them together)."""

VERSION = "0.1.0"
