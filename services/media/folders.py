"""The pictures of a folder, in the order in which a person would count them."""

from __future__ import annotations

import os
import unicodedata
from pathlib import Path
from typing import NamedTuple

from services.errors import BadImage, ImageProblem

ENDINGS = frozenset(
    {"jpg", "jpeg", "jpe", "png", "webp", "gif", "avif", "heic", "heif", "bmp", "tif", "tiff"}
)
_MOST_ENTRIES = 50_000
"""A folder with more is not read to its end."""


class Listed(NamedTuple):
    """`left_out`: how many more pictures the folder has."""

    folder: Path
    files: tuple[Path, ...]
    left_out: int


def pictures_of(folder: Path, *, most: int) -> Listed:
    """Its own pictures, by their endings; none of the folders in it, and nothing hidden.

    Waits for the disk: `work` lane. Raises BadImage(UNREADABLE) for a folder that cannot be read.
    """
    names: list[str] = []
    try:
        with os.scandir(folder) as entries:
            for number, entry in enumerate(entries):
                if number >= _MOST_ENTRIES:
                    break
                if _is_picture(entry):
                    names.append(entry.name)
    except OSError as error:
        raise BadImage(ImageProblem.UNREADABLE, folder, type(error).__name__) from error
    names.sort(key=natural)
    taken = tuple(folder / name for name in names[: max(0, most)])
    return Listed(folder, taken, len(names) - len(taken))


def natural(name: str) -> tuple[tuple[tuple[int, int, str], ...], str]:
    """`cup 2.jpg` comes before `cup 10.jpg`, in any script's digits and in small or large letters.

    Names alike in that way are kept apart by how they are written.
    """
    plain = unicodedata.normalize("NFKC", name).casefold()
    parts: list[tuple[int, int, str]] = []
    digits = words = ""
    for sign in plain:
        if sign.isdecimal():
            if words:
                parts.append((1, 0, words))
            digits, words = digits + sign, ""
        else:
            if digits:
                parts.append((0, _number(digits), ""))
            digits, words = "", words + sign
    parts.append((0, _number(digits), "") if digits else (1, 0, words))
    return tuple(parts), name


def _number(digits: str) -> int:
    """Python turns no more than 4,300 digits into a number, and a name may have 255 signs."""
    return int("".join(str(unicodedata.decimal(sign)) for sign in digits))


def _is_picture(entry: os.DirEntry[str]) -> bool:
    stem, dot, ending = entry.name.rpartition(".")
    if not dot or not stem or entry.name.startswith(".") or ending.lower() not in ENDINGS:
        return False
    try:
        return entry.is_file()
    except OSError:
        return False
