"""Closed days on the Shop tab and what they do to the queue; sending while Shoplark is closed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QScrollArea, QWidget

from services.clock import from_wall, in_zone
from services.publishing.late import CLOSED
from services.schedule.job import Done, Job
from ui.shop.shop_page import ShopPage
from ui.tour.stage import Stage, TourFailed
from ui.tour.week_words import Planned

if TYPE_CHECKING:
    from services.schedule import Scheduler
    from ui.settings.settings_dialog import SettingsDialog

HOME = Path("/home/mia")
NAMES = {
    "en": "Craft fair",
    "es": "Feria",
    "ar": "معرض الحِرف",
    "fa": "نمایشگاه",
    "ja": "クラフト市",
    "zh_CN": "手作市集",
}


def play(stage: Stage, week: Sequence[Planned]) -> None:
    """Everything is as before afterwards."""
    page = stage.window.findChild(ShopPage)
    if page is None:
        raise TourFailed("the Shop tab is not there")
    shop, account = stage.shop, stage.account
    today = in_zone(stage.clock.now(), account.zone).date()
    fair = today + timedelta(days=9)
    wall = f"{fair}T10:30"
    draft = shop.drafts.new(account.id)
    shop.drafts.save(draft.id, parts=(stage.part(f"{week[0].text} (2)"),))
    post = shop.outbox.enqueue(
        draft.id, due_at=from_wall(wall, account.zone), due_wall=wall, due_zone=account.zone
    )
    stage.show_tab("shop")
    part = page.closed_days
    part.close_some.click()
    part.form.first.setDate(part.form.first.date().addDays(8))
    part.form.last.setDate(part.form.first.date().addDays(1))
    part.form.name.setText(NAMES.get(stage.language, NAMES["en"]))
    _look_at(stage, page, part)
    stage.shoot("shop-close-days", first=str(part.form.first.day()))
    part.form.close_days.click()
    stage.settle()
    part.keeps.setChecked(True)
    stage.settle()
    _look_at(stage, page, part)
    closed = shop.closed_days.closures(account.id, today)
    stage.expect("closed", [one.first for one in closed][:1], [fair])
    stage.expect("holidays listed", len(part.holidays.words()), 3)
    stage.shoot("shop-closed-days", closed=[one.name for one in closed])
    moved = shop.outbox.get(post.id)
    stage.expect("why it was moved", moved.reason, CLOSED)
    stage.show_tab("queue")
    stage.queue.open_item(post.id)
    stage.settle()
    stage.shoot("queue-closed-day", moved_from=moved.moved_from, due_at=moved.due_at)
    stage.queue.drawer.close_drawer()
    part.closures.buttons[0].click()
    part.keeps.setChecked(False)
    stage.settle()
    stage.window.undo_bar.settle()
    stage.expect("back at its own time", shop.outbox.get(post.id).due_wall, wall)
    shop.outbox.delete(post.id)
    _look_at(stage, page, None)
    stage.tell_changes()
    stage.settle()


def offer(stage: Stage, dialog: SettingsDialog) -> None:
    """To a connected account: what sends while Shoplark is closed, and that word for word."""
    row = dialog.sending.schedule
    if row is None:
        raise TourFailed("sending while closed is not offered")
    stage.shoot("settings-sending-closed", says=row.says())
    row.fold.head.click()
    stage.settle()
    stage.shoot("settings-sending-details", says=row.text.toPlainText())


def stand_in(dialog: SettingsDialog) -> None:
    """A computer that is the same everywhere; nothing is installed on it."""
    if dialog.sending.schedule is not None:
        dialog.sending.schedule.ask = _pretended


def _pretended() -> Scheduler:
    from services.schedule.systemd import Systemd

    program = str(HOME / "shoplark" / "shoplark")
    job = Job("shoplark-send", (program, "--publish-due", "--scheduled"))
    return Systemd(job, _nobody, home=HOME)


def _nobody(_command: Sequence[str], _stdin: str) -> Done:
    return Done(1)


def _look_at(stage: Stage, page: QWidget, part: QWidget | None) -> None:
    """Scrolls the page to it; None: to its head again."""
    stage.settle()
    for area in page.findChildren(QScrollArea):
        inner = area.widget()
        if part is None:
            area.verticalScrollBar().setValue(0)
        elif inner is not None and inner.isAncestorOf(part):
            top = part.mapTo(inner, part.rect().topLeft()).y()
            area.verticalScrollBar().setValue(top - area.viewport().height() // 3)
    stage.settle()
