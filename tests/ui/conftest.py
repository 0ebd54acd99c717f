"""What the pages would have the desktop do is noted instead of done."""

from __future__ import annotations

from collections.abc import Callable
from types import ModuleType

import pytest
from PySide6.QtCore import QUrl

OpenedBy = Callable[..., list[str]]


@pytest.fixture
def opened_by(monkeypatch: pytest.MonkeyPatch) -> OpenedBy:
    """`opened_by(module, …)`: the links that these ask a browser or file manager to open."""
    links: list[str] = []

    class Desktop:
        @staticmethod
        def openUrl(url: QUrl) -> bool:  # noqa: N802 (Qt's name)
            links.append(url.toString(QUrl.ComponentFormattingOption.FullyEncoded))
            return True

    def note(*modules: ModuleType) -> list[str]:
        for module in modules:
            monkeypatch.setattr(module, "QDesktopServices", Desktop)
        return links

    return note
