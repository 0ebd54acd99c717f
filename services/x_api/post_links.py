"""A pasted link to a post on X, read without asking X.

Taken: x.com and twitter.com, also their www and mobile, `/handle/status/1`, `/i/web/status/1`,
`/i/status/1`, whatever follows; and such a link among other words, as phones share it. A link that
only holds such an address (`https://evil.example/x.com/tea/status/1`) is none.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_LINK = re.compile(
    r"(?:^|(?<=[\s<>()\[\]\"']))(?:https?://)?(?:www\.|mobile\.|m\.)?(?:x|twitter)\.com(?::443)?/"
    r"(?:i/web|(?P<handle>[A-Za-z0-9_]{1,15}))/status(?:es)?/(?P<id>[1-9][0-9]{0,18})(?![0-9A-Za-z_])",
    re.IGNORECASE,
)
_NOBODY = frozenset({"i", "web"})
"""What stands in a handle's place where a link names no author."""
LONGEST = 4_000
"""Signs that are looked at: a clipboard may hold a whole book."""


@dataclass(frozen=True, slots=True)
class PostLink:
    """`handle` is its author's as the link has it, or None where it names nobody."""

    x_post_id: str
    handle: str | None = None

    def is_of(self, handle: str | None) -> bool:
        """Nothing speaks against it: one of the two may not be known."""
        if self.handle is None or not handle:
            return True
        return self.handle.casefold() == handle.lstrip("@").casefold()


def read_post_link(text: str) -> PostLink | None:
    """The first link to a post in `text`; None where there is none."""
    found = _LINK.search(text[:LONGEST])
    if found is None:
        return None
    handle = found["handle"]
    known = handle is not None and handle.casefold() not in _NOBODY
    return PostLink(found["id"], handle if known else None)
