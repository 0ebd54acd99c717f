"""What the wizard does outside its own window; a test or the tour puts its own in the place."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

CONSOLE = "https://console.x.com"
X = "https://x.com"


def _copy(words: str) -> None:
    QGuiApplication.clipboard().setText(words)


def _take_back(words: str) -> None:
    clipboard = QGuiApplication.clipboard()
    if clipboard.text() == words:
        clipboard.clear()


@dataclass(frozen=True, slots=True)
class Outside:
    """`open_page` is False where no browser could be opened. `taken_ports` is asked in a lane;
    without one, this computer's are looked at.

    `take_back`: what was copied leaves the clipboard, unless something else lies there by now.
    """

    open_page: Callable[[str], bool]
    taken_ports: Callable[[Iterable[int]], tuple[int, ...]] | None = None
    copy: Callable[[str], None] = _copy
    take_back: Callable[[str], None] = _take_back


def on_this_computer(over: QWidget, x_url: str | None) -> Outside:
    from ui.links import open_page

    return Outside(open_page=partial(open_page, over=over, x_url=x_url))
