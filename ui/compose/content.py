"""What stands in the composer: the words and the pictures of one post."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from services.publishing.drafts import DraftPart
from services.publishing.posts import Post
from services.text.blank import is_blank

if TYPE_CHECKING:
    from services.media.pictures import Picture


@dataclass(frozen=True, slots=True)
class Attached:
    """`hash` names our own copy; `name` is the file's, for screen readers."""

    hash: str
    alt_text: str = ""
    name: str = ""


@dataclass(frozen=True, slots=True)
class Content:
    text: str = ""
    pictures: tuple[Attached, ...] = ()
    board_id: str | None = None

    @property
    def is_empty(self) -> bool:
        return not self.pictures and is_blank(self.text)

    @property
    def undescribed(self) -> tuple[str, ...]:
        return tuple(one.hash for one in self.pictures if not one.alt_text.strip())

    def described(self, picture: str, alt_text: str) -> Content:
        return replace(
            self,
            pictures=tuple(
                replace(one, alt_text=alt_text) if one.hash == picture else one
                for one in self.pictures
            ),
        )

    def without(self, picture: str) -> Content:
        return replace(self, pictures=tuple(one for one in self.pictures if one.hash != picture))

    def ordered(self, hashes: tuple[str, ...]) -> Content:
        return replace(
            self, pictures=tuple(sorted(self.pictures, key=lambda one: hashes.index(one.hash)))
        )

    def as_parts(self) -> tuple[DraftPart, ...]:
        pictures = tuple((one.hash, one.alt_text) for one in self.pictures)
        return (DraftPart(self.text, pictures),)


def content_of(post: Post) -> Content:
    first = post.parts[0]
    return Content(
        first.text,
        tuple(Attached(one.picture, one.alt_text) for one in first.attachments),
        post.board_id,
    )


def with_board(
    content: Content, picture: Picture, alt_text: str, link: str, board_id: str
) -> Content:
    """The board in place of the pictures it was made of, and its link after the words."""
    rest = content.pictures[1:] if content.board_id is not None else ()
    made = Attached(picture.hash, alt_text, picture.name)
    others = tuple(one for one in rest if one.hash != picture.hash)
    text = content.text
    if link and link not in text:
        text = f"{text.rstrip()}\n{link}" if text.strip() else link
    return replace(content, text=text, pictures=(made, *others), board_id=board_id)
