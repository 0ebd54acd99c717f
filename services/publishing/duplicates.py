"""Whether words are on X already, in a post that is known from X alone.

X gives its posts back with t.co links for those written in them and one more for pictures, so
words are compared as for a post in doubt (matching.py). Where X told where its links lead, another
page of the same site is another post; a shortened link may lead anywhere, and is taken for the
same.
"""

from __future__ import annotations

import re
import sqlite3
import unicodedata
from urllib.parse import urlsplit

from services.publishing.filed import has_part
from services.publishing.link_marks import unmark_links
from services.publishing.matching import without_links
from services.text.clean import clean
from services.text.measure import parse

_LINK_AT_END = re.compile(r"\s*\bhttps?://t\.co/\w+\s*$")
_CUT = re.compile(r"…(?:\s*https?://t\.co/\w+)?\s*$")
_CUT_FROM = 100
"""A text X gives back with "…" at its end is cut; a short one merely ends so."""
_HEAD = 48
_WORD = re.compile(r"[^\s&<>]+")


def same_on_x(
    connection: sqlite3.Connection, account_id: str, text: str, *, since: int
) -> str | None:
    """The id there of the newest with these words, made after `since`; no answers."""
    rows = connection.execute(
        "SELECT x_post_id, text, pictures, links FROM own_post AS own "  # noqa: S608  # ours
        "WHERE account_id = ?1 AND created_at > ?2 AND x_parent_id IS NULL "
        "AND (instr(text, ?3) OR instr(text, ?4)) "
        f"AND NOT {has_part('own.x_post_id', 'own.account_id')} "
        "ORDER BY created_at DESC",
        (account_id, since, *_hold(text)),
    ).fetchall()
    if not rows:
        return None
    text = clean(text)[0]
    wanted, head = without_links(text), _head(text)
    website = _website(connection, account_id)
    ours = _links_of(text, website)
    for row in rows:
        theirs = row["text"]
        if not _squeezed(theirs).startswith(head):
            continue
        if not _says(wanted, theirs, pictured=row["pictures"] > 0):
            continue
        known = [_unmarked(link, website) for link in row["links"].split()]
        if len(known) != len(ours) or all(map(_may_be_one, ours, known)):
            return str(row["x_post_id"])
    return None


def _says(wanted: str, text: str, *, pictured: bool) -> bool:
    said = without_links(_LINK_AT_END.sub("", text) if pictured else text)
    if said == wanted:
        return True
    cut = _CUT.search(text)
    if cut is None or cut.start() <= _CUT_FROM:
        return False
    return wanted.startswith(without_links(text[: cut.start()]))


def _hold(text: str) -> tuple[str, str]:
    """The longest word a post of these words must have, as X may write it; spares a reading.

    Of the beginning alone, which is all that X gives of some, and the last word may be cut there.
    """
    links = parse(text).links
    bare = text
    for link in reversed(links):
        bare = f"{bare[: link.start]} {bare[link.end :]}"
    words = _WORD.findall(bare[:_CUT_FROM])
    if len(bare) > _CUT_FROM:
        words = words[:-1]
    longest = max(words, key=len, default="")
    return unicodedata.normalize("NFC", longest), unicodedata.normalize("NFD", longest)


def _head(text: str) -> str:
    """What stands before any link, as far as it tells posts apart: quicker than a reading."""
    links = parse(text).links
    return _squeezed(text[: links[0].start] if links else text)[:_HEAD]


def _squeezed(text: str) -> str:
    return unicodedata.normalize("NFC", "".join(text.split()))


def _website(connection: sqlite3.Connection, account_id: str) -> str:
    row = connection.execute(
        "SELECT website FROM shop_profile WHERE account_id = ?", (account_id,)
    ).fetchone()
    return "" if row is None else str(row["website"])


def _links_of(text: str, website: str) -> list[tuple[str, str]]:
    return [_unmarked(link.text, website) for link in parse(text).links]


def _unmarked(link: str, website: str) -> tuple[str, str]:
    """Its host, and what follows without our marks."""
    bare = unmark_links(link, website)
    try:
        parts = urlsplit(bare if "://" in bare else f"https://{bare}")
    except ValueError:
        return "", bare
    path = parts.path.rstrip("/") + (f"?{parts.query}" if parts.query else "")
    return parts.netloc.lower().removeprefix("www."), path


def _may_be_one(ours: tuple[str, str], theirs: tuple[str, str]) -> bool:
    return ours[0] != theirs[0] or ours[1] == theirs[1]
