"""What the story does not come by: no connection, too much, too long, too small, too large."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QWidget

from services.publishing.states import State
from services.x_api.practice import Sort, Trouble
from ui.board.board_dialog import BoardDialog
from ui.compose.advice import Act
from ui.compose.time_popover import TimePopover
from ui.icons import RESOURCES
from ui.tour.hand import paste_pictures, type_text
from ui.tour.stage import Stage, TourFailed, dialog_of
from ui.tour.words import TourWords
from ui.when import clock_time
from widgets.measures import MEASURES

PRACTICE = RESOURCES / "practice"
TWELVE = (
    "kiln-shelf.jpg",
    "celadon-cups.jpg",
    "moss-teapot.jpg",
    "ash-bowl.jpg",
    "blue-cups.jpg",
    "gift-box.jpg",
    "linen-cloth.jpg",
    "sencha-tin.jpg",
    "three-teas.jpg",
    "tea-table.jpg",
    "glaze-tiles.jpg",
    "parcels.jpg",
)
LARGEST_WORDS = 200
UNTIL_AGAIN = 10 * 60


def time_to_choose(stage: Stage) -> None:
    """The times that the queue has free, at its button."""
    stage.compose.bar.time_button.click()
    times = dialog_of(TimePopover)
    _put_over(times, stage.compose.bar.time_button)
    shown = [button.text() for button in times.slot_buttons]
    first = stage.shop.slots.next_free(stage.account.id)
    if first is None:
        raise TourFailed("no free time")
    clock = clock_time(stage.window.locale(), first.due_at, first.zone)
    stage.expect("the first free time", clock in shown[0], True)
    stage.shoot("compose-times", free=shown)
    times.close()


def _put_over(popover: QWidget, anchor: QWidget) -> None:
    """As on a real screen: the offscreen one ends at 800 pixels, and pushes it aside."""
    ltr = anchor.layoutDirection() is Qt.LayoutDirection.LeftToRight
    x = anchor.width() - popover.width() if ltr else 0
    popover.move(anchor.mapToGlobal(QPoint(x, -popover.height() - MEASURES.s8)))


def board_of_twelve(stage: Stage, words: TourWords) -> None:
    """Twelve pictures at once, and the board the sheet makes of them."""
    compose = stage.compose
    compose.new_draft()
    type_text(compose, words.board_post)
    paste_pictures(compose, [PRACTICE / name for name in TWELVE])
    stage.settle()
    stage.shoot("compose-twelve-pictures", offered=len(compose.composer.for_board))
    make = compose.composer.advice.button_for(Act.MAKE_BOARD)
    if make is None:
        raise TourFailed("twelve pictures, and no board is offered")
    make.click()
    stage.settle()
    dialog = dialog_of(BoardDialog)
    board = dialog.project.board
    stage.expect("pictures on the board", len(board.cells), len(TWELVE))
    stage.shoot("board-twelve", cells=len(board.cells))
    dialog.reject()
    stage.settle()
    stage.throw_away_draft()


def queue_offline(stage: Stage, words: TourWords) -> None:
    """X cannot be reached: the post waits, says so, and goes out once when X is back."""
    x = stage.shop.clients.practice_x()
    stage.show_tab("compose")
    type_text(stage.compose, words.late_post)
    x.script(Trouble(sort=Sort.UNREACHABLE, times=-1))
    stage.compose.bar.post_button.click()
    stage.settle()
    stage.pass_time(11)
    (waiting,) = [post for post in stage.queued() if post.text == words.late_post]
    stage.expect("while offline", waiting.state, State.QUEUED)
    stage.expect("the strip is up", stage.window.banner.isVisible(), True)
    stage.show_tab("queue")
    stage.shoot("queue-offline", id=waiting.id, state=waiting.state)
    x.clear_script()
    stage.pass_time(UNTIL_AGAIN)
    sent = stage.shop.outbox.get(waiting.id)
    stage.expect("when X is back", sent.state, State.SENT)
    stage.expect("on X", stage.held(sent.parts[0].x_post_id).text, sent.text)
    stage.expect("the strip is up", stage.window.banner.isVisible(), False)


def inbox_customer(stage: Stage) -> None:
    """What is known of a customer, beside the conversation."""
    stage.inbox.pane.customer_asked.emit()
    stage.settle()
    stage.expect("the customer's card", stage.inbox.drawer.is_open, True)
    stage.shoot("inbox-customer")
    stage.inbox.drawer.close_drawer()


def inbox_too_long(stage: Stage, words: TourWords) -> None:
    """More words than X takes in one answer."""
    box = stage.inbox.pane.box
    text = words.answer
    while stage.measured(text).fits:
        text = f"{text} {words.queued[0]}"
    box.set_text(text)
    stage.settle()
    stage.expect("the button, while too long", box.button.isEnabled(), False)
    stage.shoot("inbox-too-long", left=stage.measured(text).left)
    box.set_text("")


def smallest_window(stage: Stage, words: TourWords) -> None:
    stage.show_tab("compose")
    stage.compose.new_draft()
    type_text(stage.compose, words.post)
    paste_pictures(stage.compose, [PRACTICE / name for name in TWELVE[1:3]])
    stage.resize(MEASURES.least_width, MEASURES.least_height)
    for tab in ("compose", "queue", "inbox", "analytics"):
        stage.show_tab(tab)
        stage.shoot(f"{tab}-small", wide=stage.window.width(), high=stage.window.height())
    stage.resize()
    stage.show_tab("compose")
    stage.throw_away_draft()


def largest_words(stage: Stage, words: TourWords) -> None:
    """The words twice as large, as the settings offer them.

    The tour ends with it: every room is laid out anew, and laying it back would take as long.
    """
    type_text(stage.compose, words.post)
    stage.size_words(LARGEST_WORDS)
    for tab in ("compose", "queue", "inbox"):
        stage.show_tab(tab)
        stage.shoot(f"{tab}-large-words", percent=LARGEST_WORDS)
    stage.show_tab("compose")
    thread = stage.compose.composer.sheet.thread_button
    thread.click()
    type_text(stage.compose, words.queued[0])
    stage.resize(MEASURES.least_width, MEASURES.least_height)
    for place in (1, 0):
        stage.compose.composer.parts.go_to(place)
        stage.compose.composer.sheet.edit.place_caret(0)
        stage.shoot(f"compose-large-words-part-{place + 1}", part=place + 1)
