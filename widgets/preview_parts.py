"""What the preview of a post shows, as values."""

from __future__ import annotations

from dataclasses import dataclass, field

from PySide6.QtGui import QIcon, QImage


@dataclass(frozen=True, slots=True)
class PreviewPoll:
    """`footer` is the quiet line below it: votes, and how long it is open."""

    options: tuple[str, ...]
    footer: str


@dataclass(frozen=True, slots=True)
class PreviewNote:
    """A quiet line under a post: a paid partnership, who can reply."""

    text: str
    icon: QIcon = field(default_factory=QIcon, compare=False)


@dataclass(frozen=True, slots=True)
class PreviewValue:
    name: str
    handle: str
    """Without its @; empty when the shop has none yet."""
    when: str
    text: str
    spans: tuple[tuple[int, int], ...] = ()
    """What X turns into links, in code points."""
    images: tuple[QImage | None, ...] = ()
    """None keeps the place of one that is not at hand."""
    logo: QImage | None = None
    described: tuple[bool, ...] = ()
    """Which of the images have words for those who do not see them; fewer than images: none."""
    lengths: tuple[str, ...] = ()
    """How long each of the images runs; empty words for a picture."""
    more: str = ""
    """What X writes under a long text that it folds."""
    poll: PreviewPoll | None = None
    notes: tuple[PreviewNote, ...] = ()
