"""The queue's month, a post on its way to another day, the times of posting, and a gap."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from PySide6.QtCore import QPoint

from services.clock import from_wall, in_zone
from services.publishing.post_options import PostKind
from services.settings import QUEUE_VIEW
from ui.icons import RESOURCES
from ui.tour.stage import Stage, TourFailed
from ui.tour.week_words import Planned
from widgets.post_card import PostCard

PRACTICE = RESOURCES / "practice"
PICTURES = ("gift-box.jpg", "linen-cloth.jpg", "blue-cups.jpg", "sencha-tin.jpg", "moss-teapot.jpg")
KINDS = (PostKind.HELP, PostKind.GUESSED, PostKind.SELL, PostKind.PEOPLE, PostKind.ASK)
ON_A_DAY = (2, 1, 3, 1, 2, 5, 0)
"""From Tuesday on; the sample shop rests on Mondays."""
CLOSED = {
    "en": "Winter break",
    "es": "Vacaciones",
    "ar": "إجازة الشتاء",
    "fa": "تعطیلات زمستان",
    "ja": "冬休み",
    "zh_CN": "冬季休店",
}
REST = range(37, 40)
"""Days from the tour's first one."""
HOURS = ("09:00", "11:30", "14:00", "17:30", "19:15")
WEEKS = 5
WEEK, MONTH = "week", "month"


def play(stage: Stage, week: Sequence[Planned]) -> None:
    """From a queue of one full week; the queue is shown by the week again afterwards."""
    shop, account = stage.shop, stage.account
    before = [(slot.weekday, slot.wall, slot.kind) for slot in shop.slots.list(account.id)]
    usual = shop.slots.is_usual(account.id)
    shop.slots.save(
        account.id,
        [
            (day, wall, KINDS[day % len(KINDS)] if wall == "09:00" else PostKind.GUESSED)
            for day in range(6)
            for wall in ("09:00", "17:30")
        ],
    )
    today = in_zone(stage.clock.now(), account.zone).date()
    first, last = (today + timedelta(days=away) for away in (REST[0], REST[-1]))
    shop.closed_days.close(account.id, first, last, CLOSED.get(stage.language, CLOSED["en"]))
    planned = plan_a_month(stage, week, today)
    stage.tell_changes()
    stage.show_tab("queue")
    drag(stage)
    month(stage)
    slots(stage)
    gap(stage)
    shop.slots.save(account.id, () if usual else before)
    for post_id in planned:
        shop.outbox.delete(post_id)
    shop.settings.remember(QUEUE_VIEW, "")
    stage.tell_changes()


def plan_a_month(stage: Stage, week: Sequence[Planned], today: date) -> list[str]:
    """The posts that were queued for it."""
    shop, account = stage.shop, stage.account
    texts = [planned.text for planned in week]
    made: list[str] = []
    for away in range(7, 7 + WEEKS * 7):
        for hour in HOURS[: 0 if away in REST else ON_A_DAY[away % 7]]:
            draft = shop.drafts.new(account.id)
            # The same words twice are stopped; these are said again under another number.
            number = len(made)
            text = f"{texts[number % len(texts)]} ({number + 1})"
            picture = PRACTICE / PICTURES[number % len(PICTURES)] if number % 3 == 0 else None
            shop.drafts.save(draft.id, parts=(stage.part(text, picture),))
            wall = f"{today + timedelta(days=away)}T{hour}"
            due_at = from_wall(wall, account.zone)
            shop.outbox.enqueue(draft.id, due_at=due_at, due_wall=wall, due_zone=account.zone)
            made.append(draft.id)
    return made


def drag(stage: Stage) -> None:
    """Held over a free time of another day."""
    queue = stage.queue
    grid, dragging = queue.grid, queue.calendar.dragging
    card = next(
        each for each in grid.buttons() if isinstance(each, PostCard) and each.value.movable
    )
    free = (day.slot_near(0) for day in grid._days)
    slot = max((one for one in free if one is not None), key=lambda one: (one.y(), one.x()))
    grid.grabbed.emit(card, QPoint(card.width() - 12, card.height() - 12))
    dragging.hand.go(slot.mapToGlobal(QPoint(16, 12)))
    if not dragging.is_held or not slot.is_target:
        raise TourFailed("the place of a drop is not shown")
    stage.shoot("queue-dragging", to=slot.key, said=dragging.hand.said)
    dragging.end()


def month(stage: Stage) -> None:
    queue = stage.queue
    queue.header.views.button(MONTH).click()
    queue.header.onward.click()
    stage.settle()
    shown = {day.key: day.count for day in queue.month.days if day.count}
    stage.shoot("queue-month", days=len(shown), posts=sum(shown.values()))
    queue.header.today.click()
    queue.header.views.button(WEEK).click()
    stage.settle()


def slots(stage: Stage) -> None:
    queue = stage.queue
    queue.header.slots.click()
    stage.settle()
    editor = queue.calendar.slots
    stage.expect(
        "times of posting", len(editor.chips), len(stage.shop.slots.list(stage.account.id))
    )
    stage.shoot("queue-slots", slots=len(editor.chips))
    editor.chips[2].click()
    stage.settle()
    stage.shoot("queue-slot-changed")
    popover = editor.popover
    if popover is None:
        raise TourFailed("a time of posting does not open")
    popover.hide()
    editor.close_button.click()
    stage.settle()


def gap(stage: Stage) -> None:
    """A post in a slot is deleted: whoever waits behind it may move up."""
    queue, shop = stage.queue, stage.shop
    post = next(each for each in stage.queued() if shop.gaps.steps(each))
    queue.open_item(post.id)
    queue.drawer.panel.delete.click()
    stage.settle()
    bar = stage.window.undo_bar
    if not bar.second.isVisible():
        raise TourFailed("nobody asks about the gap")
    stage.shoot("queue-gap", deleted=post.id)
    bar.second.click()
    stage.settle()
    stage.shoot("queue-gap-closed", said=bar.sentence)
    bar.settle()
