"""A board's look as JSON: written whole, read leniently, since a file outlives its program."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import asdict
from enum import StrEnum
from typing import TypeVar

from services.media.board_values import Arrangement, Captions, Corner, Look, Shape

Chosen = TypeVar("Chosen", bound=StrEnum)

LEAST_RATIO, MOST_RATIO = 1 / 3, 3.0
"""Of a free board, width by height: X shows no picture taller or wider whole."""
_WIDEST_GUTTER, _ROUNDEST = 64, 200
_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")
_HASH = re.compile(r"[0-9a-f]{64}")


def to_json(look: Look) -> str:
    return json.dumps(asdict(look), sort_keys=True)


def from_json(text: str) -> Look:
    """What cannot be read is as on a new board."""
    try:
        raw = json.loads(text)
    except (ValueError, RecursionError):
        raw = None
    parts = raw if isinstance(raw, dict) else {}
    usual = Look()
    return Look(
        shape=_one_of(Shape, parts, "shape", usual.shape),
        arrangement=_one_of(Arrangement, parts, "arrangement", usual.arrangement),
        free_ratio=_number(parts, "free_ratio", usual.free_ratio, LEAST_RATIO, MOST_RATIO),
        gutter=round(_number(parts, "gutter", usual.gutter, 0, _WIDEST_GUTTER)),
        edged=_flag(parts, "edged"),
        corners=round(_number(parts, "corners", usual.corners, 0, _ROUNDEST)),
        background=_matching(parts, "background", _COLOUR) or usual.background,
        blurred=_flag(parts, "blurred"),
        captions=_one_of(Captions, parts, "captions", usual.captions),
        accent=_matching(parts, "accent", _COLOUR) or usual.accent,
        logo=_matching(parts, "logo", _HASH),
        logo_at=_one_of(Corner, parts, "logo_at", usual.logo_at),
        qr_at=_corner_or_none(parts),
        right_to_left=_flag(parts, "right_to_left"),
    )


def _one_of(
    kind: Callable[[str], Chosen], parts: Mapping[str, object], name: str, usual: Chosen
) -> Chosen:
    try:
        return kind(str(parts.get(name, usual)))
    except ValueError:
        return usual


def _corner_or_none(parts: Mapping[str, object]) -> Corner | None:
    try:
        return Corner(str(parts.get("qr_at")))
    except ValueError:
        return None


def _number(
    parts: Mapping[str, object], name: str, usual: float, least: float, most: float
) -> float:
    value = parts.get(name, usual)
    if isinstance(value, bool) or not isinstance(value, int | float) or value != value:
        return usual
    return min(max(value, least), most)


def _flag(parts: Mapping[str, object], name: str) -> bool:
    return parts.get(name) is True


def _matching(parts: Mapping[str, object], name: str, shape: re.Pattern[str]) -> str | None:
    value = parts.get(name)
    return value if isinstance(value, str) and shape.fullmatch(value) else None
