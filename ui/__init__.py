"""Screens and wiring: what joins the widgets and the services."""

from ui.plain_imports import restore

restore()
