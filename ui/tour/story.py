"""The story: write, describe, make a board, post, be answered, answer, read the figures."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale

from services.analytics.figures import Key
from services.inbox.values import Topic
from services.publishing.states import State
from services.settings import UNDO_SECONDS
from ui.board.board_dialog import BoardDialog
from ui.compose.alt_text_dialog import AltTextDialog
from ui.icons import RESOURCES
from ui.tour import (
    accounts,
    boards,
    calendar,
    campaigning,
    closed_time,
    doubtful,
    extremes,
    feeds,
    fillings,
    health,
    leaving,
    list_and_file,
    own_shop,
    picture_sources,
    post_pictures,
    refusals,
    signing_in,
    spending,
    writing,
)
from ui.tour.hand import paste_pictures, type_into, type_text
from ui.tour.stage import Stage, TourFailed, dialog_of
from ui.tour.week_words import week_in
from ui.tour.words import words_in

if TYPE_CHECKING:
    from services.publishing.posts import Post
    from services.x_api.practice.inspection import HeldPost

PRACTICE = RESOURCES / "practice"
PICTURES = ("celadon-cups.jpg", "moss-teapot.jpg")
FOR_THE_BOARD = ("ash-bowl.jpg", "jasmine-tin.jpg")
UNTIL_ANSWERED = 45 * 60


def play(stage: Stage) -> None:
    """Raises TourFailed or BadPicture where the program does not do what the story says."""
    words = words_in(stage.language)
    stage.open()
    stage.shoot("compose-empty")
    write_a_post(stage, words.post, words.alt_texts)
    post_now(stage)
    make_a_board(stage, words.board_post, words.captions)
    post_now(stage, picture="board-posted")
    extremes.board_of_twelve(stage, words)
    boards.play(stage, words)
    feeds.play(stage)
    picture_sources.play(stage, words)
    fillings.compose_full(stage, words)
    post_pictures.play(stage, words)
    writing.thread(stage, words)
    writing.poll(stage, words)
    writing.guards(stage, words)
    writing.too_long(stage, words)
    writing.nothing_yet(stage, words)
    writing.kept_words(stage, words)
    leaving.asked(stage, words)
    doubtful.compared(stage)
    fill_the_queue(stage, words.queued)
    be_answered(stage, words.answer)
    extremes.inbox_customer(stage)
    extremes.inbox_too_long(stage, words)
    extremes.queue_offline(stage, words)
    read_the_figures(stage)
    stage.show_tab("shop")
    stage.shoot("shop-full", products=len(stage.shop.products.all(stage.account.id)))
    campaigning.campaign(stage, words)
    campaigning.fill(stage)
    show_the_settings(stage)
    fillings.queue_full(stage, week_in(stage.language))
    calendar.play(stage, week_in(stage.language))
    closed_time.play(stage, week_in(stage.language))
    list_and_file.queue_list(stage)
    list_and_file.posts_from_a_file(stage)
    fillings.inbox_three(stage)
    refusals.play(stage, words)
    sample = stage.account
    own_shop.play(stage, words)
    spending.play(stage, words)
    signing_in.play(stage)
    health.play(stage)
    accounts.play(stage, words)
    stage.program.use_account(sample)
    extremes.smallest_window(stage, words)
    extremes.largest_words(stage, words)


def write_a_post(stage: Stage, text: str, alt_texts: Sequence[str]) -> None:
    compose = stage.compose
    compose.beginning.card.sample.click()
    type_text(compose, text)
    compose.save_now()
    stage.expect("draft", compose.composer.sheet.edit.toPlainText(), stage.newest_draft().text)
    paste_pictures(compose, [PRACTICE / name for name in PICTURES])
    stage.settle()
    stage.shoot("compose-two-pictures", text=text, media_count=2)
    compose.composer.describe(compose.composer.content.pictures[0].hash)
    stage.settle()
    dialog = dialog_of(AltTextDialog)
    for number, alt_text in enumerate(alt_texts):
        type_into(dialog.edit, alt_text)
        if number == 0:
            stage.shoot("describe-a-picture", alt_text=alt_text)
            dialog.next_button.click()
    dialog.done_button.click()
    stage.settle()
    draft = stage.newest_draft()
    stored = [one.alt_text for one in draft.parts[0].attachments]
    stage.expect("alt texts", [one.alt_text for one in compose.composer.content.pictures], stored)
    stage.shoot("compose-ready", id=draft.id, text=draft.text, alt_text=stored)
    extremes.time_to_choose(stage)


def post_now(stage: Stage, *, picture: str = "posted") -> None:
    """Presses Post, lets the seconds of Undo pass, and looks at the practice X."""
    stage.compose.bar.post_button.click()
    stage.settle()
    if picture == "posted":
        stage.shoot("posted-undo", state=stage.queued()[-1].state)
    stage.pass_time(11)
    post = stage.newest_sent()
    held = stage.held(post.parts[0].x_post_id)
    attachments = post.parts[0].attachments
    stage.expect("text on X", held.text, post.text)
    stage.expect("pictures on X", len(held.media), len(attachments))
    stage.expect(
        "alt texts on X",
        [one.alt_text for one in held.media],
        [one.alt_text for one in attachments],
    )
    stage.show_tab("queue")
    stage.shoot(picture, **read_back(post, held))
    stage.show_tab("compose")


def make_a_board(stage: Stage, text: str, captions: Sequence[str]) -> None:
    compose = stage.compose
    compose.new_draft()
    type_text(compose, text)
    compose.composer.sheet.board_asked.emit()
    stage.settle()
    dialog = dialog_of(BoardDialog)
    stage.shoot("board-empty")
    dialog.sources.offer([PRACTICE / name for name in (*PICTURES, *FOR_THE_BOARD)])
    stage.settle()
    for index, caption in enumerate(captions):
        dialog.project.set_cell(index, caption=caption)
    stage.settle()
    board = dialog.project.board
    stage.shoot("board", cells=len(board.cells), shape=board.look.shape, alt_text=board.alt_text)
    dialog.use_button.click()
    stage.settle()
    compose.save_now()
    draft = stage.newest_draft()
    stage.expect("board of the draft", board.id, draft.board_id)
    stage.shoot("compose-with-board", id=draft.id, board=board.id, media_count=1)


def fill_the_queue(stage: Stage, texts: Sequence[str]) -> None:
    for text in texts:
        type_text(stage.compose, text)
        stage.settle()
        stage.compose.bar.queue_button.click()
        stage.settle()
        stage.window.undo_bar.settle()
    stage.show_tab("queue")
    queued = stage.queued()
    stage.expect("queued", [post.text for post in queued], list(texts))
    stage.shoot("queue-three", queued=[post.due_wall for post in queued])
    stage.program.rooms.get("queue").open_item(queued[0].id)
    stage.shoot("queue-drawer", id=queued[0].id, text=queued[0].text)
    stage.queue.drawer.close_drawer()


def be_answered(stage: Stage, answer: str) -> None:
    stage.show_tab("inbox")
    before = {item.id for item in stage.to_answer()}
    stage.pass_time(UNTIL_ANSWERED)
    new = [item for item in stage.to_answer() if item.id not in before]
    if not new:
        raise TourFailed("no customer answered")
    item = next((each for each in reversed(new) if each.topic is Topic.PRAISE), new[-1])
    stage.expect("the tab's count", stage.inbox.count(), len(stage.to_answer()))
    stage.shoot("inbox-full", to_answer=stage.inbox.count())
    stage.program.show_word(item.id)
    stage.inbox.pane.box.set_text(answer)
    stage.shoot("inbox-answering", x_id=item.x_id, text=item.text)
    stage.inbox.pane.box.button.click()
    stage.settle()
    stage.pass_time(11)
    sent = stage.newest_sent()
    held = stage.held(sent.parts[0].x_post_id)
    stage.expect("answer on X", held.parent_id, item.x_id)
    stage.expect("answer's state", sent.state, State.SENT)
    stage.inbox.open_item(item.id)
    stage.shoot("inbox-answered", **read_back(sent, held))


def read_the_figures(stage: Stage) -> None:
    stage.program.background.read_figures()
    stage.settle()
    stage.show_tab("analytics")
    figures = stage.shop.report.build(stage.account.id)
    tiles = {tile.key.value: tile.value for tile in figures.tiles}
    for key in (Key.SEEN, Key.LINK_CLICKS, Key.MENTIONS):
        shown = stage.analytics.tiles.tile(key).value
        stage.expect(f"figure {key}", shown, QLocale().toString(tiles[key] or 0))
    stage.shoot("analytics-full", tiles=tiles)
    stage.analytics.open_item("seen")
    total = sum(
        one.value for one in stage.shop.report.items(stage.account.id, "seen", figures.period)
    )
    stage.expect("the sum of the list", total, tiles["seen"])
    stage.shoot("analytics-list", seen=total)
    stage.analytics.drawer.close_drawer()


def show_the_settings(stage: Stage) -> None:
    dialog = stage.open_settings()
    stage.shoot("settings", look=dialog.general.look.choice)
    dialog.show_section("sending")
    undo = dialog.sending.undo.choice
    stage.expect("time to undo", undo, str(stage.shop.settings.get(UNDO_SECONDS)))
    stage.shoot("settings-sending", undo_seconds=undo)
    dialog.accept()
    stage.settle()


def read_back(post: Post, held: HeldPost) -> dict[str, object]:
    return {
        "id": post.id,
        "state": post.state,
        "x_id": held.id,
        "text": held.text,
        "media_count": len(held.media),
        "alt_text": [one.alt_text for one in held.media],
    }
