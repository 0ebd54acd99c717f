"""What guards are asked, and what they find: values alone, quick to load."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from services.publishing.mix import Mix
from services.publishing.post_options import PLAIN, PostKind, PostOptions
from services.publishing.states import State

if TYPE_CHECKING:
    from services.text.guards import Words


@dataclass(frozen=True, slots=True)
class Asked:
    """A post as it is being written. `post_id` None: it is not in the store yet."""

    account_id: str
    texts: tuple[str, ...]
    post_id: str | None = None
    options: PostOptions = PLAIN
    board_id: str | None = None


@dataclass(frozen=True, slots=True)
class Similar:
    """A post with nearly the same first part. `post_id` is X's for one known from X alone."""

    post_id: str
    ratio: float
    """0.8 to 1."""
    state: State
    at: int
    """When it was sent or will be; of a draft, when it was last changed. UTC seconds."""


@dataclass(frozen=True, slots=True)
class Beside:
    """What can be said only beside other posts; without this post itself."""

    same_as: str | None = None
    similar: Similar | None = None
    mix: Mix = field(default_factory=Mix)
    praise: int = 0
    """How many of the posts around now show a customer's praise."""
    shows_praise: bool = False
    """This one does."""


@dataclass(frozen=True, slots=True)
class Findings:
    asked: Asked
    words: Words
    kind: PostKind
    """What the owner said it is, else a guess; GUESSED where there are no words."""
    beside: Beside | None = None
    """None until other posts have been read."""
