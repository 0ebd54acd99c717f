"""What a thread's parts become when they are joined or cut up: values alone."""

from __future__ import annotations

from services.publishing.posts import MOST_PICTURES
from services.text.numbering import WEIGHT, are_numbered, numbered
from services.text.split import split
from services.text.weight import Config
from ui.compose.content import PartContent


def joined(above: PartContent, below: PartContent) -> PartContent | None:
    """None when their pictures are too many for one part."""
    pictures = (*above.pictures, *below.pictures)
    if len(pictures) > MOST_PICTURES:
        return None
    first, second = above.text.rstrip(), below.text.lstrip()
    between = " " if first and second else ""
    return PartContent(f"{first}{between}{second}", pictures)


def threaded(
    parts: tuple[PartContent, ...], place: int, *, config: Config
) -> tuple[PartContent, ...]:
    """The part at `place` cut at the ends of its sentences; its pictures stay with the first."""
    part = parts[place]
    numbers = are_numbered(tuple(one.text for one in parts))
    pieces = split(part.text, config=config, spare=WEIGHT if numbers else 0)
    cut = (PartContent(pieces[0], part.pictures), *(PartContent(piece) for piece in pieces[1:]))
    made = (*parts[:place], *cut, *parts[place + 1 :])
    texts = tuple(one.text for one in made)
    texts = numbered(texts) if numbers else texts
    return tuple(PartContent(text, one.pictures) for text, one in zip(texts, made, strict=True))
