"""Whether the draft on the sheet rests, and the word when its ten minutes are over."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

from services.shop import Shop


class RestWatch(QObject):
    over = Signal()
    """Of the draft on the sheet, or of the one before: see `has_rested`."""

    def __init__(self, shop: Shop, parent: QObject) -> None:
        super().__init__(parent)
        self._resting = shop.resting
        self._clock = shop.clock
        self._post_id = ""
        self._told = ""
        """The draft whose rest is told when it is over."""
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._on_time)

    def turn_to(self, post_id: str) -> None:
        """Another draft lies on the sheet; empty: it is not saved yet."""
        self._post_id = post_id
        self._watch()

    def begin(self, post_id: str) -> None:
        """Raises StorageTrouble."""
        self._post_id = post_id
        self._resting.rest(post_id)
        self._watch()

    def wake(self) -> None:
        """The owner does not wait. Raises StorageTrouble."""
        self._resting.wake(self._post_id)
        self._told = ""

    def written_on(self) -> None:
        """What has rested is another text now."""
        if self.has_rested:
            self._told = ""

    @property
    def until(self) -> int | None:
        """In UTC seconds; None when it does not rest, or has rested."""
        return self._resting.until(self._post_id) if self._post_id else None

    @property
    def has_rested(self) -> bool:
        """Its rest ended while it was watched, and it was not written on since."""
        return bool(self._told) and self._told == self._post_id and self.until is None

    def _watch(self) -> None:
        until = self.until
        self._told = self._post_id if until is not None else ""
        if until is None:
            self._timer.stop()
        else:
            self._timer.start((until - self._clock.now() + 1) * 1000)

    def _on_time(self) -> None:
        if self.until is not None:
            # The computer's clock was put back.
            self._watch()
        self.over.emit()
