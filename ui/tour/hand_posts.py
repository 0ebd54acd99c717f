"""By hand: a post's own page on X, what is asked afterwards, and a thread part by part."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication

from services.publishing.posts import Post
from services.publishing.states import State
from services.settings import THREAD_BY_PART
from ui.icons import RESOURCES
from ui.queue.page_steps_form import BY_PART
from ui.tour.stage import Stage
from ui.tour.words import TourWords

PICTURE = RESOURCES / "practice" / "blue-cups.jpg"
HANDLE = "the_blue_door"
LINK = "https://x.com/{handle}/status/{number}"
FIRST = 1_990_000_000_000_000_000


def play(stage: Stage, words: TourWords) -> None:
    """The queue is in view, of a shop by hand; what is made here goes away again."""
    _call(stage, HANDLE)
    pictured = _due(stage, f"{words.products[0]}: {words.own_posts[0]}", picture=True)
    thread = _due(stage, *(f"{one}: {words.late_post}" for one in words.products))
    stage.show_tab("queue")
    stage.queue.open_item(pictured.id)
    _open(stage, pictured)
    QGuiApplication.clipboard().setText(LINK.format(handle="another_shop", number=FIRST))
    form = stage.queue.drawer.panel.fate
    stage.expect("a link is offered", form.field.offer.isVisible(), True)
    stage.shoot("by-hand-asked", opened_at=stage.shop.outbox.get(pictured.id).opened_at)
    form.field.offer.click()
    form.yes.click()
    stage.settle()
    stage.expect("whose link it is", form.field.note.isVisible(), True)
    stage.shoot("by-hand-another-shops-link", text=form.link.text())
    form.link.setText(LINK.format(handle=HANDLE, number=FIRST))
    form.yes.click()
    stage.settle()
    sent = stage.shop.outbox.get(pictured.id)
    stage.expect("posted with its link", sent.x_ids, (str(FIRST),))
    _thread(stage, thread)
    _call(stage, "")


def _thread(stage: Stage, post: Post) -> None:
    panel = stage.queue.drawer.panel
    stage.queue.open_item(post.id)
    stage.settle()
    stage.shoot("by-hand-thread", parts=len(post.parts))
    panel.page_steps.road_chosen.emit(BY_PART)
    _open(stage, post)
    panel.fate.link.setText(LINK.format(handle=HANDLE, number=FIRST + 1))
    panel.fate.yes.click()
    stage.settle()
    after = stage.shop.outbox.get(post.id)
    stage.expect("one part is there", after.x_ids, (str(FIRST + 1),))
    panel.fate.yes.click()
    stage.settle()
    stage.expect("no link was given", panel.fate.field.note.isVisible(), True)
    stage.shoot("by-hand-part-without-link", left=len(after.left))
    panel.fate.no.click()
    stage.settle()
    stage.expect("it waits", stage.shop.outbox.get(post.id).opened_at, None)
    stage.shoot("by-hand-half-posted", x_ids=after.x_ids)
    stage.shop.settings.set(THREAD_BY_PART, False)
    stage.queue.drawer.close_drawer()
    stage.shop.outbox.delete(post.id)
    stage.tell_changes()
    stage.settle()


def _call(stage: Stage, handle: str) -> None:
    """The shop began without a handle; with one its own links are told from others'."""
    stage.program.use_account(stage.shop.accounts.set_handle(stage.account.id, handle))
    stage.settle()


def _open(stage: Stage, post: Post) -> None:
    """As the drawer's button does; the tour opens no browser."""
    stage.queue.drawer.panel.send.click()
    stage.settle()
    opened = stage.shop.outbox.get(post.id)
    stage.expect("it was opened", (opened.state, bool(opened.opened_at)), (State.NEEDS_YOU, True))


def _due(stage: Stage, *texts: str, picture: bool = False) -> Post:
    shop = stage.shop
    draft = shop.drafts.new(stage.account.id)
    parts = tuple(stage.part(text, PICTURE if picture else None) for text in texts)
    shop.drafts.save(draft.id, parts=parts)
    shop.outbox.enqueue(draft.id, due_at=stage.clock.now())
    stage.pass_time(1)
    return shop.outbox.get(draft.id)
