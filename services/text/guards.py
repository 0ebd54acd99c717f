"""What the words of a post tell by themselves: anger, and words the shop avoids.

Offline and pure; what needs other posts is read by services/publishing/guard_reader.py. It is all
advice: nothing is ever changed or held back by it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from services.text.heated import Found, Heat, heated
from services.text.places import Span
from services.text.word_spans import word_spans


@dataclass(frozen=True, slots=True)
class Words:
    """Of each part, in code points. Of a calm part no signs of anger are given."""

    heat: tuple[tuple[Found, ...], ...] = ()
    avoided: tuple[tuple[Span, ...], ...] = ()

    @property
    def is_heated(self) -> bool:
        return any(self.heat)

    @property
    def reasons(self) -> tuple[Heat, ...]:
        """Each once, in the order of `Heat`."""
        found = {one.reason for part in self.heat for one in part}
        return tuple(reason for reason in Heat if reason in found)


def look_at(texts: Iterable[str], *, avoid: tuple[str, ...] = ()) -> Words:
    """`avoid`: the words of the voice card that this shop does not use."""
    parts = tuple(texts)
    return Words(
        heat=tuple(heated(text) for text in parts),
        avoided=tuple(word_spans(text, avoid) for text in parts),
    )
