"""What a post, or a slot, is for: its word and its colour, guessed where the owner did not say."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from services.publishing.post_options import PostKind
from services.publishing.posts import Post

TONES = {
    PostKind.SELL: "amber",
    PostKind.HELP: "accent",
    PostKind.PEOPLE: "blue",
    PostKind.ASK: "border",
    PostKind.GUESSED: "",
}
"""Of the palette, as in the mix of Compose."""
_MOST = 500


def kind_word(kind: PostKind) -> str:
    return {
        PostKind.SELL: QCoreApplication.translate("PostKind", "Sell"),
        PostKind.HELP: QCoreApplication.translate("PostKind", "Help"),
        PostKind.PEOPLE: QCoreApplication.translate("PostKind", "People"),
        PostKind.ASK: QCoreApplication.translate("PostKind", "Ask"),
        PostKind.GUESSED: "",
    }[kind]


class ShownKinds:
    """Reads each text once for as long as it stays the same."""

    def __init__(self) -> None:
        self._known: dict[tuple[str, str], PostKind] = {}

    def of(self, post: Post) -> PostKind:
        if post.options.kind is not PostKind.GUESSED:
            return post.options.kind
        which = (post.id, post.text)
        if which not in self._known:
            if len(self._known) >= _MOST:
                self._known.clear()
            self._known[which] = _guess(post)
        return self._known[which]


def _guess(post: Post) -> PostKind:
    # Its words in six languages take their time to be read, and are wanted with the first post.
    from services.publishing.kinds import kind_of

    texts = (part.text for part in post.parts)
    return kind_of(texts, has_poll=post.options.poll is not None)
