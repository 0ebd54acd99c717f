"""What there is to say of a picture that has just come into a post."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QLocale, QObject, Signal

from services.errors import AppError
from services.shop import Shop
from ui.tasks import Lane, Tasks
from widgets.isolates import held

if TYPE_CHECKING:
    from services.media.changes import Change
    from services.media.picture_uses import PostUse
    from services.media.pictures import Picture
    from ui.compose.content import Attached


class _Used(NamedTuple):
    name: str
    day: str
    is_video: bool


class Arrivals(QObject):
    told = Signal()
    """It is known of another picture whether it was used before."""

    def __init__(self, shop: Shop, tasks: Tasks, parent: QObject) -> None:
        super().__init__(parent)
        self._shop = shop
        self._tasks = tasks
        self._used: dict[str, _Used] = {}

    def note_of(self, picture: Picture, done: frozenset[Change]) -> str:
        """What was done to it; whether it was used before is looked for."""
        words = ""
        if done:
            # Most pictures go out as they came.
            from ui.compose.picture_facts import note_of

            words = note_of(picture, done, QLocale())
        account = self._shop.accounts.active()
        self._tasks.run(
            partial(_last_use, self._shop, picture, account.id),
            lane=Lane.WORK,
            owner=self,
            done=partial(self._on_use, picture, account.zone),
            failed=self._on_unknown,
        )
        return words

    def used(self, picture: str) -> str:
        """In which post it was used last; empty for a new one."""
        use = self._used.get(picture)
        if use is None:
            return ""
        said = (
            self.tr("You used this video in your post of {day}.")
            if use.is_video
            else self.tr("You used this picture in your post of {day}.")
        )
        return said.format(day=held(use.day))

    def used_of(self, pictures: tuple[Attached, ...]) -> str:
        """The same of several that stand side by side: which of them it was."""
        used = [one.hash for one in pictures if one.hash in self._used]
        if len(used) > 1:
            return self.tr("%Ln of these pictures were in posts of yours before.", "", len(used))
        if not used or len(pictures) == 1:
            return self.used(used[0]) if used else ""
        use = self._used[used[0]]
        said = self.tr("{name} was in your post of {day}.")
        return said.format(name=held(use.name), day=held(use.day))

    def copying(self, name: str, part: float) -> str:
        percent = QLocale().toString(round(part * 100))
        said = self.tr("{name} is being copied: {percent} %")
        return said.format(name=held(name), percent=percent)

    def nothing_in(self, folder: str) -> str:
        return self.tr("No pictures were found in {name}.").format(name=held(folder))

    def _on_use(self, picture: Picture, zone: str, use: PostUse | None) -> None:
        if use is None:
            return
        from ui import when

        today = when.date_of(self._shop.clock.now(), zone)
        day = when.day_month(QLocale(), when.date_of(use.at, zone), long=True, today=today)
        self._used[picture.hash] = _Used(picture.name, day, picture.is_video)
        self.told.emit()

    def _on_unknown(self, error: AppError) -> None:
        """That it cannot be looked for keeps nobody from using it."""


def _last_use(shop: Shop, picture: Picture, account_id: str) -> PostUse | None:
    uses = shop.picture_uses
    if picture.is_video:
        return uses.of_these((picture.hash,), account_id=account_id).sent
    return uses.of(picture.hash, account_id=account_id).sent
