"""What the drawer shows of a post beside the post itself."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from services.accounts.accounts import Way
from widgets.preview_card import PreviewValue

if TYPE_CHECKING:
    from services.publishing.slots import SlotTime
    from ui.queue.doubt import Doubt
    from ui.queue.fate import Question
    from ui.queue.page_steps import Step
    from ui.queue.rest_form import Rest

WORDS, PICTURES, FOLDER = "words", "pictures", "folder"


@dataclass(frozen=True, slots=True)
class PanelLook:
    """What the panel shows beside the post. `send` is the word on the sending button, if any.

    `question` asks what became of it; `kept_waiting`: another post holds it back. `steps`:
    what the owner does on X's own page, and `road` how a thread goes there, "" for no choice;
    `rest`: what can be changed of a thread half on X; `handle`: the shop's own. `by_hand`: a post
    that waits for X may be opened in X's own page instead; `opens`: that is what `send` does, and
    nothing has been asked of it yet. `doubt`: what X shows that may be it. `later`: the next free
    slot, for a post whose time has come.
    """

    previews: tuple[PreviewValue, ...]
    way: Way
    zone: str
    now: int
    send: str
    question: Question | None = None
    kept_waiting: bool = False
    steps: tuple[Step, ...] = ()
    rest: Rest | None = None
    road: str = ""
    handle: str = ""
    by_hand: bool = False
    opens: bool = False
    doubt: Doubt | None = None
    later: SlotTime | None = None
