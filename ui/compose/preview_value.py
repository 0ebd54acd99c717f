"""From what is written to what the preview shows, as X would show it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QImage

from services.publishing.poll_rules import as_sent
from services.publishing.post_options import Poll, PostOptions, WhoCanReply
from services.text.entities import Kind
from services.text.measure import STANDARD, Parsed, parse
from ui.compose.option_words import ai_words, paid_words, who_sentence
from ui.compose.poll_words import open_for
from ui.icons import icon
from widgets.preview_parts import PreviewNote, PreviewPoll, PreviewValue

_SCHEME = re.compile("^https?://(www[.])?", re.IGNORECASE)
_LINK_SHOWN = 27
_SHOWN = 600
"""Of a text that X would not take: the rest is red in the sheet, and laying it out is slow."""


@dataclass(frozen=True, slots=True)
class Shown:
    """Words as X shows them; `spans` are its links in them, in code points."""

    text: str
    spans: tuple[tuple[int, int], ...] = ()
    folded: bool = False
    """There is more behind "Show more"."""


def preview_of(
    shown: Shown,
    *,
    name: str,
    handle: str,
    logo: QImage | None,
    images: Sequence[QImage | None] = (),
    described: Sequence[bool] = (),
    lengths: Sequence[str] = (),
    poll: Poll | None = None,
    notes: Sequence[PreviewNote] = (),
) -> PreviewValue:
    translate = QCoreApplication.translate
    return PreviewValue(
        name=name,
        handle=handle,
        when=translate("Preview", "now"),
        text=shown.text,
        spans=shown.spans,
        more=translate("Preview", "Show more") if shown.folded else "",
        images=tuple(images),
        described=tuple(described),
        lengths=tuple(lengths) if any(lengths) else (),
        logo=logo,
        poll=_poll(poll) if poll is not None else None,
        notes=tuple(notes),
    )


def notes_of(options: PostOptions, *, first: bool, pictured: bool) -> tuple[PreviewNote, ...]:
    """What X writes under a part. `pictured`: it shows pictures, or no part does.

    Which part carries which is settled in `services.publishing.part_extras`.
    """
    found: list[PreviewNote] = []
    if options.paid_partnership:
        found.append(PreviewNote(paid_words(), icon("handshake")))
    if options.made_with_ai and pictured:
        found.append(PreviewNote(ai_words(), icon("sparkles")))
    if first and options.who_can_reply is not WhoCanReply.EVERYONE:
        found.append(PreviewNote(who_sentence(options.who_can_reply), icon("message-circle")))
    return tuple(found)


def as_shown(text: str, measured: Parsed, sent: Mapping[int, str] | None = None) -> Shown:
    """The words without the white space around them, folded where X folds a long post.

    `sent` are links that go out otherwise than they are written, by where they begin. Each is
    shown as X shows it: without its scheme, and cut short.
    """
    end, folded = _end(text, measured)
    at = len(text) - len(text.lstrip())
    pieces: list[str] = []
    spans: list[tuple[int, int]] = []
    length = 0
    for span in measured.entities:
        if span.end > end:
            end = min(end, max(span.start, at)) if span.start < end else end
            break
        words = span.text
        if span.kind is Kind.URL:
            words = link_as_shown((sent or {}).get(span.start, words))
        before = text[at : span.start]
        pieces += [before, words]
        spans.append((length + len(before), length + len(before) + len(words)))
        length += len(before) + len(words)
        at = span.end
    rest = text[at : max(end, at)].rstrip()
    cut = end < len(text.rstrip())
    return Shown("".join([*pieces, rest, "…" if cut and not folded else ""]), tuple(spans), folded)


def link_as_shown(link: str) -> str:
    """Without its scheme and the last slash of a bare address, and cut after 26 signs."""
    plain = _SCHEME.sub("", link)
    if plain.count("/") == 1:
        plain = plain.removesuffix("/")
    return plain if len(plain) <= _LINK_SHOWN else plain[: _LINK_SHOWN - 1] + "…"


def _poll(poll: Poll) -> PreviewPoll:
    translate = QCoreApplication.translate
    votes = translate("Preview", "%n vote(s)", "", 0)
    footer = translate("Preview", "{votes} · {left}")
    return PreviewPoll(as_sent(poll), footer.format(votes=votes, left=open_for(poll.minutes)))


def _end(text: str, measured: Parsed) -> tuple[int, bool]:
    """Up to where a text is shown, and whether X folds the rest away.

    X's feed shows 280 weighted characters of a long post, and "Show more" for the rest.
    """
    if measured.weighted_length <= STANDARD.limit:
        return len(text), False
    if measured.limit > STANDARD.limit and measured.fits:
        return _fold(text[:_SHOWN]), True
    return min(len(text), _SHOWN), False


@lru_cache(maxsize=64)
def _fold(head: str) -> int:
    """Where 280 are full: after the word before, unless that word began long before."""
    over = parse(head).overflow
    if over is None:
        return len(head)
    space = max(head.rfind(" ", 0, over), head.rfind("\n", 0, over))
    return space if space > over - 30 else over
