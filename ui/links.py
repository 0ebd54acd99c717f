"""The one place that has the desktop open something: X's own pages, folders, and two others.

The two are where a pin and a Tumblr post are begun, letter for letter as they stand here (seen in
use by many from 2024 to 2026; neither site documents them). Everything else is refused: what a
customer wrote, or what stands in a damaged row, must not become a program's start, another site, or
a page that only looks like X's.
"""

from __future__ import annotations

import logging
import re
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QWidget

from services.x_api.transport import is_loopback

logger = logging.getLogger(__name__)

_HOSTS = ("x.com", "twitter.com")
"""With all below them: help., docs., console., developer., pic. …"""
PINTEREST = "https://www.pinterest.com/pin-creation-tool/"
TUMBLR = "https://www.tumblr.com/new/photo"
_ELSEWHERE = frozenset({PINTEREST, TUMBLR})
_PAGE = re.compile(
    r"https://((?:[a-z0-9-]{1,63}\.)+[a-z]{2,63})(?:[/?#](?:[a-z0-9\-._~:/?@!$&'()*+,;=#]|%[0-9a-f]{2})*)?",
    re.ASCII | re.IGNORECASE,
)
"""Narrower than any reader of addresses: no name or password before the host, no port, no sign
that one program takes out and the next one keeps."""


def open_page(address: str, *, over: QWidget | None = None, x_url: str | None = None) -> bool:
    """False where it was not opened; of one that may not be, the owner is told, over `over`
    or the window in use.

    `x_url` is the run's loopback X: its page for signing in may be opened too.

    The address stands in the arguments of what opens it, which every program on this computer may
    read: nothing that opens an account may be in it. Of a sign-in's it has the state alone, and
    why that may be seen is told in services/accounts/pkce.py.
    """
    if not (is_of_x(address) or address in _ELSEWHERE or _is_below(x_url, address)):
        # Not the address: one for signing in has the state, another may be a customer's word.
        logger.info("an address was not opened")
        _tell(address, over)
        return False
    return QDesktopServices.openUrl(QUrl(address, QUrl.ParsingMode.StrictMode))


def open_folder(folder: Path) -> bool:
    """In the system's own window. Never a file, which the desktop might run."""
    return folder.is_dir() and QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))


def is_of_x(address: str) -> bool:
    found = _PAGE.fullmatch(address)
    if found is None:
        return False
    host = found[1].lower()
    return host in _HOSTS or host.endswith(tuple(f".{each}" for each in _HOSTS))


def _is_below(x_url: str | None, address: str) -> bool:
    return x_url is not None and address.startswith(f"{x_url}/") and is_loopback(address)


def _tell(address: str, over: QWidget | None) -> None:
    from ui.link_refused import LinkRefused

    parent = over or QApplication.activeWindow()
    if parent is not None:
        LinkRefused(address, parent).open()
