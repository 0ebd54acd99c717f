"""The hashtag or name that is being written where the caret stands."""

from __future__ import annotations

import re

_LONGEST = 60
_WRITTEN = r"(?:^|[^\w@#＠＃/.&=?%+~-])([#@＃＠]\w*)$"
_IN_LINK = r"(?i)://|^www\."


def prefix_at(text: str, caret: int) -> str:
    """ "#tea" or "@le" up to the caret; nothing in an address or in the middle of a word."""
    after = text[caret : caret + 1]
    if after == "_" or after.isalnum():
        return ""
    before = text[max(caret - _LONGEST, 0) : caret]
    found = re.search(_WRITTEN, before)
    if found is None:
        return ""
    token = before[: found.start(1)].rpartition(" ")[2].rpartition("\n")[2]
    return "" if re.search(_IN_LINK, token) else found[1]
