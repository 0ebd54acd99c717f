"""How far the video of a post is on its way to X: told from a lane, heard by whoever shows it."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple


class UploadStep(NamedTuple):
    """`done` of `of` bytes have arrived; `over`: it is there, or was broken off."""

    post_id: str
    done: int = 0
    of: int = 0
    over: bool = False


class Uploading:
    """One listener. It is called in the lane that sends, and has to leave at once."""

    def __init__(self) -> None:
        self._heard: Callable[[UploadStep], None] | None = None

    def listen(self, heard: Callable[[UploadStep], None]) -> None:
        self._heard = heard

    def tell(self, post_id: str, done: int, of: int) -> None:
        if self._heard is not None:
            self._heard(UploadStep(post_id, done, of))

    def end(self, post_id: str) -> None:
        if self._heard is not None:
            self._heard(UploadStep(post_id, over=True))
