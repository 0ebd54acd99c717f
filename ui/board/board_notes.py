"""What the owner is told about a board before it is finished: words without room, soft pictures."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLocale

from services.media.board_picture import Source, soft
from services.media.board_plan import Plan

_NAMED = 3
"""Of more pictures than these only the number is told: the board shows which they are."""


@dataclass(frozen=True, slots=True)
class BoardNotes:
    """Places of cells, from 0."""

    left_out: tuple[int, ...] = ()
    soft: tuple[int, ...] = ()

    def sentences(self, locale: QLocale) -> str:
        """What is the matter and what helps; "" where all is well."""
        translate = QCoreApplication.translate
        said = []
        many, soft_many = len(self.left_out), len(self.soft)
        if many > _NAMED:
            words = translate(
                "BoardNotes",
                "Not all words of %Ln pictures have room: take fewer, or another arrangement.",
                "",
                many,
            )
            said.append(words)
        elif len(self.left_out) == 1:
            words = translate(
                "BoardNotes",
                "Not all words of picture {place} have room: take fewer, or another arrangement.",
            )
            said.append(words.format(place=_places(self.left_out, locale)))
        elif self.left_out:
            words = translate(
                "BoardNotes",
                "Not all words of pictures {places} have room: take fewer, or another arrangement.",
            )
            said.append(words.format(places=_places(self.left_out, locale)))
        if soft_many > _NAMED:
            words = translate(
                "BoardNotes",
                "%Ln pictures are small for their places and will look soft.",
                "",
                soft_many,
            )
            said.append(words)
        elif len(self.soft) == 1:
            words = translate(
                "BoardNotes", "Picture {place} is small for its place and will look soft."
            )
            said.append(words.format(place=_places(self.soft, locale)))
        elif self.soft:
            words = translate(
                "BoardNotes", "Pictures {places} are small for their places and will look soft."
            )
            said.append(words.format(places=_places(self.soft, locale)))
        return " ".join(said)

    def of_cell(self, at: int) -> str:
        """The same about one picture; "" where all is well with it."""
        translate = QCoreApplication.translate
        said = []
        if at in self.left_out:
            said.append(
                translate("BoardNotes", "Not all of these words have room, so some are left out.")
            )
        if at in self.soft:
            said.append(
                translate("BoardNotes", "This picture is small for its place and will look soft.")
            )
        return " ".join(said)


def notes_on(
    made: Plan, sizes: Sequence[tuple[int, int]], *, gone: Collection[int] = ()
) -> BoardNotes:
    """`sizes`: of the cells' pictures. Of one that is `gone` there is more to say than this."""
    found = soft(made, [Source(Path(), *size) for size in sizes])
    return BoardNotes(made.left_out, tuple(at for at in found if at not in gone))


def _places(places: Sequence[int], locale: QLocale) -> str:
    return locale.createSeparatedList([locale.toString(at + 1) for at in places])
