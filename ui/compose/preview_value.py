"""From what is written to what the preview shows, as X would show it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QImage

from services.text.measure import Parsed
from widgets.preview_card import PreviewValue

_SCHEME = re.compile("^https?://(www[.])?", re.IGNORECASE)
_LINK_SHOWN = 27
_SHOWN = 1_200
"""X itself folds a long text; laying out a pasted novel at each key would be slow."""


def preview_of(
    text: str,
    measured: Parsed,
    *,
    name: str,
    handle: str,
    logo: QImage | None,
    images: Sequence[QImage],
) -> PreviewValue:
    shown, spans = as_shown(text, measured)
    return PreviewValue(
        name=name,
        handle=handle,
        when=QCoreApplication.translate("Preview", "now"),
        text=shown,
        spans=spans,
        images=tuple(images),
        logo=logo,
    )


def as_shown(text: str, measured: Parsed) -> tuple[str, tuple[tuple[int, int], ...]]:
    """The words with each link as X writes it, and where links, tags and mentions stand in them."""
    links = {span.start for span in measured.links}
    known = sorted(
        (*measured.links, *measured.hashtags, *measured.mentions), key=lambda span: span.start
    )
    pieces: list[str] = []
    spans: list[tuple[int, int]] = []
    at = length = 0
    for span in known:
        if span.end > _SHOWN:
            break
        before = text[at : span.start]
        words = _link_as_shown(span.text) if span.start in links else span.text
        pieces += [before, words]
        spans.append((length + len(before), length + len(before) + len(words)))
        length += len(before) + len(words)
        at = span.end
    rest = text[at:].rstrip() if len(text) <= _SHOWN else text[at:_SHOWN] + "…"
    return "".join([*pieces, rest]), tuple(spans)


def _link_as_shown(link: str) -> str:
    """Without its scheme, and cut after 26 signs."""
    plain = _SCHEME.sub("", link)
    return plain if len(plain) <= _LINK_SHOWN else plain[: _LINK_SHOWN - 1] + "…"
