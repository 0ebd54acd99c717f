"""Words for pictures: a first caption from a file's name, a board's alt text from its captions."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from services.media.board_values import Cell

ALT_TEXT_LIMIT = 1_000
"""X's limit for alt text, in signs."""

# Names that cameras, phones, chats and browsers give: they say nothing about the picture.
_GIVEN = re.compile(
    r"(img|image|imag|dsc[nf]?|pxl|mvi|vid|pic|picture|photo|foto|screen ?shot|screenshot|capture|"
    r"bildschirmfoto|captura|whatsapp|signal|telegram|download|unnamed|untitled|scan|file|fb|snapchat)"
    r"(\b|(?=\d))",
    re.IGNORECASE,
)
_JOINS = re.compile(r"[\s_\-+.]+")
_COPY = re.compile(r"\s*(\(\d+\)|\bcopy)\s*$", re.IGNORECASE)
_CODE = re.compile(r"[0-9a-f]{8,}|[a-z]?\d+", re.IGNORECASE | re.ASCII)


def caption_from(name: str) -> str:
    """`blue-mug.jpg` says "blue mug"; `IMG_2034.jpg` says nothing."""
    stem, _, _ = name.rpartition(".")
    words = _JOINS.sub(" ", unicodedata.normalize("NFC", stem or name)).strip()
    words = _COPY.sub("", words)
    if _GIVEN.match(words) or _CODE.fullmatch(words.replace(" ", "")) or len(words) < 2:
        return ""
    return words


def words_of(cell: Cell) -> str:
    """What stands on a cell, for who cannot see it: "Blue mug, £12, Sold out". A credit is not
    what the picture shows."""
    said = (" ".join(text.split()) for text in (cell.caption, cell.price, cell.ribbon))
    return ", ".join(text for text in said if text)


def public_words(name: str, cells: Iterable[Cell]) -> str:
    """What stands under a board elsewhere, for who sees it: its name, and what is on it, once
    each, with prices. "" where nothing is known."""
    shown: dict[str, None] = {}
    for cell in cells:
        words, price = (" ".join(text.split()) for text in (cell.caption, cell.price))
        if words:
            shown[f"{_begun_large(words)} ({price})" if price else _begun_large(words)] = None
    parts = [name.strip().rstrip("."), ", ".join(shown)]
    return " ".join(f"{part}." for part in parts if part)


def _begun_large(words: str) -> str:
    return words[0].upper() + words[1:]


def compose_alt_text(opening: str, captions: Iterable[str]) -> str:
    """`opening` ("A board of 4 pictures", in the owner's language) and each caption once."""
    said = dict.fromkeys(caption.strip(" .;\n") for caption in captions)
    said.pop("", None)
    text = f"{opening}: {'; '.join(said)}." if said else f"{opening}."
    if len(text) <= ALT_TEXT_LIMIT:
        return text
    cut = text[: ALT_TEXT_LIMIT - 1]
    return f"{cut.rpartition(' ')[0] or cut}…"
