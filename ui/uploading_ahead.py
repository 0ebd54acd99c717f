"""Has videos sent to X in a lane of their own, so that no other post waits for one to be queued."""

from __future__ import annotations

import logging
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from services.errors import AppError
from ui.tasks import Lane, Tasks

if TYPE_CHECKING:
    from services.publishing.uploads_ahead import Waiting
    from services.shop import Shop
    from ui.background import Background

logger = logging.getLogger(__name__)
AGAIN = 1_800
"""Seconds after which a video that did not go ahead of its post is tried so once more."""


class UploadingAhead(QObject):
    def __init__(self, shop: Shop, tasks: Tasks, background: Background) -> None:
        """`background` goes on with the posts once a video is there, or did not come to be."""
        super().__init__(background)
        self._background = background
        self._shop = shop
        self._tasks = tasks
        self._under_way: Waiting | None = None
        self._failed: dict[str, int] = {}

    def held(self) -> frozenset[str]:
        """Ids of the posts that wait for their video: they alone do. In any lane."""
        under_way = self._under_way
        waiting = self._shop.uploads_ahead.all(besides=frozenset(self._failed))
        held = {one.post_id for one in waiting}
        return frozenset(held | {under_way.post_id} if under_way else held)

    def begin(self) -> None:
        """Starts the next one, unless one is under way."""
        self._shop.publisher.uploading.listen(self._background.uploading.emit)
        now = self._shop.clock.now()
        self._failed = {one: at for one, at in self._failed.items() if 0 <= now - at < AGAIN}
        if self._under_way is None:
            for waiting in self._shop.uploads_ahead.all(besides=frozenset(self._failed))[:1]:
                self._start(waiting)

    def _start(self, waiting: Waiting) -> None:
        self._under_way = waiting
        self._tasks.run(
            partial(self._send, waiting),
            lane=Lane.UPLOAD,
            owner=self,
            done=self._on_done,
            failed=partial(self._on_failed, waiting),
        )

    def _send(self, waiting: Waiting) -> None:
        """In the lane. A bug goes to the crash dialog alone; the posts go on."""
        try:
            self._shop.uploads_ahead.send(waiting)
        except AppError:
            raise
        except Exception:
            self._is_over(waiting)
            raise

    def _is_over(self, waiting: Waiting) -> None:
        """It is not tried again at once; its post goes out like any other."""
        self._failed = {**self._failed, waiting.post_id: self._shop.clock.now()}
        self._under_way = None

    def _on_done(self, _nothing: None) -> None:
        self._under_way = None
        self._background.send_due()

    def _on_failed(self, waiting: Waiting, error: AppError) -> None:
        logger.info("a video ahead of its post: %s %s", error.name, error.detail)
        self._is_over(waiting)
        self._background.send_due()
