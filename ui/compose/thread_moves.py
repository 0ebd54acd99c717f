"""What a thread's parts become when they are joined or cut up: values alone."""

from __future__ import annotations

from services.text.numbering import WEIGHT, numbered, without_numbers
from services.text.split import MOST_PARTS, split
from services.text.weight import Config
from ui.compose.content import PartContent

__all__ = ["MOST_PARTS", "joined", "threaded"]


def joined(above: PartContent, below: PartContent) -> PartContent:
    first, second = above.text.rstrip(), below.text.lstrip()
    between = " " if first and second else ""
    return PartContent(f"{first}{between}{second}", (*above.pictures, *below.pictures))


def threaded(
    parts: tuple[PartContent, ...], place: int, *, config: Config, numbers: bool
) -> tuple[PartContent, ...] | None:
    """The part at `place` cut at the ends of its sentences; its pictures stay with the first.

    `numbers`: the thread is numbered, and is so again. None where it would have more than
    `MOST_PARTS`.
    """
    texts = tuple(one.text for one in parts)
    bare = without_numbers(texts) if numbers else texts
    most = max(MOST_PARTS - len(parts) + 1, 1)
    pieces = split(bare[place], config=config, spare=WEIGHT if numbers else 0, most=most)
    if not pieces:
        return None
    first, rest = (pieces[0], parts[place].pictures), [(piece, ()) for piece in pieces[1:]]
    others = [(text, one.pictures) for text, one in zip(bare, parts, strict=True)]
    made = [*others[:place], first, *rest, *others[place + 1 :]]
    words = tuple(text for text, _pictures in made)
    words = numbered(words) if numbers else words
    return tuple(PartContent(text, one[1]) for text, one in zip(words, made, strict=True))
