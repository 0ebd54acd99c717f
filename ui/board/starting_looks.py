"""Looks that come with the program, to begin a board with."""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtCore import QCoreApplication

from services.media.board_values import Arrangement, Captions, Look, Shape

_LINEN, _INK, _WHITE = "#f3eee4", "#1d1b18", "#ffffff"


@dataclass(frozen=True, slots=True)
class StartingLook:
    id: str
    name: str
    look: Look


def starting_looks() -> tuple[StartingLook, ...]:
    """In the language that is spoken now."""
    translate = QCoreApplication.translate
    return (
        StartingLook("plain", translate("StartingLooks", "Plain"), Look()),
        StartingLook(
            "window",
            translate("StartingLooks", "Shop window"),
            Look(arrangement=Arrangement.HERO, gutter=6, edged=True, background=_INK, corners=6),
        ),
        StartingLook(
            "gallery",
            translate("StartingLooks", "Gallery"),
            Look(
                arrangement=Arrangement.MOSAIC,
                gutter=14,
                edged=True,
                background=_LINEN,
                captions=Captions.UNDER,
            ),
        ),
        StartingLook(
            "catalogue",
            translate("StartingLooks", "Catalogue"),
            Look(
                shape=Shape.SQUARE,
                gutter=12,
                edged=True,
                corners=10,
                background=_WHITE,
                captions=Captions.UNDER,
            ),
        ),
        StartingLook(
            "soft",
            translate("StartingLooks", "Soft"),
            Look(shape=Shape.TALL, gutter=12, edged=True, corners=24, blurred=True),
        ),
        StartingLook(
            "film",
            translate("StartingLooks", "Film strip"),
            Look(
                shape=Shape.PANORAMA,
                arrangement=Arrangement.STRIP,
                gutter=6,
                edged=True,
                background=_INK,
                captions=Captions.OVER,
            ),
        ),
    )


def worn(now: Look, starting: Look) -> Look:
    """The starting look on a board that is `now` so: the shop's own marks stay."""
    return replace(
        starting,
        free_ratio=now.free_ratio,
        accent=now.accent,
        logo=now.logo,
        logo_at=now.logo_at,
        qr_at=now.qr_at,
        right_to_left=now.right_to_left,
    )
