"""What stands in the composer: the words and pictures of each part, and what the post carries."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from services.publishing.drafts import DraftPart
from services.publishing.post_options import PLAIN, PostOptions
from services.publishing.posts import Part, Post
from services.text.blank import is_blank

if TYPE_CHECKING:
    from services.media.pictures import Picture
    from services.text.measure import Parsed


class Attached(NamedTuple):
    """`hash` names our own copy; `name` is the file's, for screen readers."""

    hash: str
    alt_text: str = ""
    name: str = ""


class PartContent(NamedTuple):
    text: str = ""
    pictures: tuple[Attached, ...] = ()

    @property
    def is_empty(self) -> bool:
        return not self.pictures and is_blank(self.text)

    def described(self, picture: str, alt_text: str) -> PartContent:
        return self._replace(
            pictures=tuple(
                one._replace(alt_text=alt_text) if one.hash == picture else one
                for one in self.pictures
            ),
        )

    def without(self, picture: str) -> PartContent:
        return self._replace(pictures=tuple(one for one in self.pictures if one.hash != picture))

    def ordered(self, hashes: tuple[str, ...]) -> PartContent:
        return self._replace(
            pictures=tuple(sorted(self.pictures, key=lambda one: hashes.index(one.hash)))
        )


EMPTY = PartContent()


class PartState(NamedTuple):
    content: PartContent
    measured: Parsed
    left_over: tuple[Attached, ...] = ()
    """Pictures for which the part has no place: they wait for a word from the owner."""
    unread: int = 0
    """How many more came with them, for which no board has one."""
    trouble: str = ""
    """A ready sentence about a picture."""
    note: str = ""
    """What was done to the picture that came last, or to the one that `noted` names."""
    noted: str = ""
    used: str = ""
    """Which of its pictures were in a post before, in a ready sentence."""
    refused: str = ""
    """Why what was asked of the part was not done, in a ready sentence."""
    dropped_signs: int = 0
    board_offered: bool = False

    def without_notes_of_the_gone(self) -> PartState:
        """What was said of a picture goes with it."""
        gone = self.noted and all(one.hash != self.noted for one in self.content.pictures)
        return self._replace(note="", noted="") if gone else self


class Content(NamedTuple):
    """Parts are never none: an empty composer has one empty part."""

    parts: tuple[PartContent, ...] = (EMPTY,)
    board_id: str | None = None
    options: PostOptions = PLAIN

    @property
    def text(self) -> str:
        """The first part's words."""
        return self.parts[0].text

    @property
    def texts(self) -> tuple[str, ...]:
        return tuple(part.text for part in self.parts)

    @property
    def pictures(self) -> tuple[Attached, ...]:
        """Of all parts; the same picture is never in two."""
        return tuple(one for part in self.parts for one in part.pictures)

    @property
    def is_thread(self) -> bool:
        return len(self.parts) > 1

    @property
    def is_empty(self) -> bool:
        poll = self.options.poll
        asks = poll is not None and any(option.strip() for option in poll.options)
        return not asks and all(part.is_empty for part in self.parts)

    @property
    def undescribed(self) -> tuple[str, ...]:
        return tuple(one.hash for one in self.pictures if not one.alt_text.strip())

    def as_parts(self) -> tuple[DraftPart, ...]:
        return tuple(
            DraftPart(part.text, tuple((one.hash, one.alt_text) for one in part.pictures))
            for part in self.parts
        )


def content_of(post: Post) -> Content:
    return Content(tuple(_of_part(part) for part in post.parts), post.board_id, post.options)


def _of_part(part: Part) -> PartContent:
    pictures = tuple(Attached(one.picture, one.alt_text) for one in part.attachments)
    return PartContent(part.text, pictures)


def with_board(
    part: PartContent,
    picture: Picture,
    alt_text: str,
    link: str,
    *,
    before: str | None,
    former: str | None = None,
) -> PartContent:
    """The board in place of the pictures it was made of, and its link after the words.

    `before`: the board's picture as it looked before; the others stay then. `former`: the link
    that came with it. A new one takes its place; one that the owner took out is not put in again.
    """
    made = Attached(picture.hash, alt_text, picture.name)
    pictures: tuple[Attached, ...] = (made,)
    if before is not None:
        others = [one for one in part.pictures if one.hash != made.hash or one.hash == before]
        pictures = tuple(made if one.hash == before else one for one in others)
    taken_out = before is not None and link == former
    text = part.text if taken_out else _linked(part.text, link, former=former)
    return PartContent(text, pictures)


def _linked(text: str, link: str, *, former: str | None) -> str:
    if former and former != link and (stands := _standing(former, text)):
        put = "" if _standing(link, text) else link
        line = stands.start() - (not put and text[: stands.start()].endswith("\n"))
        alone = text[stands.end() :].startswith("\n") or stands.end() == len(text)
        start = line if alone else stands.start()
        return text[:start] + put + text[stands.end() :]
    if not link or _standing(link, text):
        return text
    return f"{text.rstrip()}\n{link}" if text.strip() else link


def _standing(link: str, text: str) -> re.Match[str] | None:
    """As a word of its own: a longer link that begins with it is another."""
    return re.search(rf"(?<!\S){re.escape(link)}(?!\S)", text) if link else None
