"""Passive Qt parts: values in through methods, signals out; they know PySide6 alone."""
