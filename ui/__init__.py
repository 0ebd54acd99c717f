"""Screens and wiring: what joins the widgets and the services."""
