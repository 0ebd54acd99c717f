"""What X charges for a call, in micro-dollars.

From X's price list, https://docs.x.com/x-api/getting-started/pricing, as it stood on `LIST_DATE`.
Sending a picture itself has no row there and is taken as free. The owner may correct a price when
X changes it (price_book.py).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

LIST_DATE = "2026-08-22"
LIST_PAGE = "https://docs.x.com/x-api/getting-started/pricing"


class Kind(StrEnum):
    """A row of the list. Reads are billed by what comes back, once a UTC day; the rest by call."""

    POST = "post"
    POST_WITH_LINK = "post_with_link"
    ANSWER = "answer"
    ALT_TEXT = "alt_text"
    DELETE = "delete"
    OWNED_READ = "owned_read"
    POST_READ = "post_read"
    USER_READ = "user_read"


PRICES: Mapping[Kind, int] = MappingProxyType(
    {
        Kind.POST: 15_000,
        Kind.POST_WITH_LINK: 200_000,
        Kind.ANSWER: 10_000,
        Kind.ALT_TEXT: 5_000,
        Kind.DELETE: 10_000,
        Kind.OWNED_READ: 1_000,
        Kind.POST_READ: 5_000,
        Kind.USER_READ: 10_000,
    }
)
"""X's own list."""

READS: Mapping[Kind, str] = MappingProxyType(
    {Kind.OWNED_READ: "post", Kind.POST_READ: "post", Kind.USER_READ: "user"}
)
"""What a read reads. X bills one and the same thing once a UTC day, whatever the road."""


@dataclass(frozen=True, slots=True)
class Prices:
    """X's list with what the owner corrected in it, for one account: read once, and handed on.

    `owns_app`: X reads an account's own posts, and those that name it, at the cheap price only for
    the account that owns the app; to all others they are posts like any (x_platform.md §1.1).
    """

    corrected: tuple[tuple[Kind, int], ...] = ()
    owns_app: bool = True

    def of(self, kind: Kind, count: int = 1) -> int:
        if kind is Kind.OWNED_READ and not self.owns_app:
            kind = Kind.POST_READ
        return dict(self.corrected).get(kind, PRICES[kind]) * count

    def of_post(self, text_has_link: bool, pictures_with_alt: int = 0, answer: bool = False) -> int:
        """One post as it stands on its button: the post itself and its pictures' alt texts."""
        post = self.of(kind_of_post(text_has_link, answer))
        return post + self.of(Kind.ALT_TEXT, pictures_with_alt)


X_LIST = Prices()
"""Nothing corrected."""


def kind_of_post(text_has_link: bool, answer: bool = False) -> Kind:
    """The row of a post. `answer`: to somebody who spoke to the shop ("summoned").

    The list does not say what an answer with a link costs; the dearer row is taken, so that a
    budget is never passed by a wrong guess.
    """
    if text_has_link:
        return Kind.POST_WITH_LINK
    return Kind.ANSWER if answer else Kind.POST
