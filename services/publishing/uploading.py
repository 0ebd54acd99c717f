"""How far the video of a post is on its way to X: told from a lane, heard by whoever shows it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from typing import NamedTuple


class UploadStep(NamedTuple):
    """`done` of `of` bytes have arrived; `over`: it is there, or was broken off."""

    post_id: str
    done: int = 0
    of: int = 0
    over: bool = False


class Uploading:
    """One listener. It is called in the lane that uploads, and has to leave at once."""

    def __init__(self) -> None:
        self._heard: Callable[[UploadStep], None] | None = None

    def listen(self, heard: Callable[[UploadStep], None]) -> None:
        self._heard = heard

    def tell(self, post_id: str, done: int, of: int) -> None:
        if self._heard is not None:
            self._heard(UploadStep(post_id, done, of))

    @contextmanager
    def of(self, post_id: str) -> Iterator[Callable[[int, int], None]]:
        """Inside, what to call with the bytes done and all of them; after it, it is over."""
        try:
            yield partial(self.tell, post_id)
        finally:
            if self._heard is not None:
                self._heard(UploadStep(post_id, over=True))
