"""`--tour DIR`: the program does its main job before a camera, on a fresh practice account."""

from ui.tour.run import run

__all__ = ["run"]
