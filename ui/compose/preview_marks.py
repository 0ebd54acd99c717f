"""With which marks the links of what is being written will be sent."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import unquote

from services.publishing.post_options import PostOptions
from services.shop import Shop
from ui.compose.keeper import DraftKeeper

if TYPE_CHECKING:
    from services.publishing.link_marks import LinkMarks

_NOT_KEPT_YET = "00000000-0000-0000-0000-000000000000"
"""A draft has its id with its first save; until then its code is anybody's guess."""
_GUESSED = f"utm_content={'2' * 8}"
"""The mark that this id makes."""


def marks_in(link: str) -> tuple[str, ...]:
    """Those that a link to the shop is sent with, in words: `utm_source=x`.

    Without the code of a draft that has none yet.
    """
    query = link.partition("?")[2].partition("#")[0]
    marks = (unquote(one) for one in query.split("&") if one.startswith("utm_"))
    return tuple(mark for mark in marks if mark != _GUESSED)


def marks_of(shop: Shop, keeper: DraftKeeper, options: PostOptions) -> LinkMarks | None:
    """None where links go out as they are written."""
    if not keeper.account_id:
        return None
    return shop.sent_words.marks(keeper.account_id, keeper.post_id or _NOT_KEPT_YET, options)
