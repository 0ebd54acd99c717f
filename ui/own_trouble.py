"""A page's own trouble in the window's banner: taken back by the page that told it, by no other."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from services.errors import AppError
from ui.messages import Message, words


class OwnTrouble:
    def __init__(self, show: Callable[[Message | None], None], *, here: bool = False) -> None:
        """`here`: the page knows which one thing its message is about (see `Message`)."""
        self._show = show
        self._here = here
        self._told = False

    def tell(self, error: AppError) -> None:
        self._told = True
        self._show(replace(words(error), here=self._here))

    def over(self) -> None:
        """Leaves the banner alone where it is not ours."""
        if self._told:
            self._told = False
            self._show(None)
