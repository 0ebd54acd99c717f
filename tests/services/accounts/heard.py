"""A listener alone, and what it was told."""

from __future__ import annotations

from services.accounts.callback import (
    Listener,
    first_free,
    redirect_uri,
)
from services.accounts.callback_request import Answer
from tests.services.accounts.signing import PAGE, get, status

STATE = "the-state-of-this-try"


class Heard:
    """A listener alone, and what it was told."""

    def __init__(self, *, patience: float = 60.0) -> None:
        self.answers: list[Answer] = []
        listening, _taken = first_free((0,))
        assert listening is not None
        self.listener = Listener(
            listening,
            state=STATE,
            page=PAGE,
            arrived=self.answers.append,
            tick=lambda: None,
            patience=patience,
        )
        self.port = self.listener.port
        self.address = f"{redirect_uri(self.port)}?state={STATE}&code=abc"

    def is_answered(self) -> bool:
        """Whether the good one still gets through, after all that came before."""
        return status(get(self.address)) == 200 and self.answers == [Answer(code="abc")]
