from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget
from pytestqt.qtbot import QtBot

from services.publishing.link_marks import LinkMarks, mark_links, short_code
from services.publishing.post_options import Poll, PostOptions, WhoCanReply
from services.shop import Shop
from services.text.measure import LONG, parse
from ui.compose.compose_page import ComposePage
from ui.compose.content import Content, PartContent
from ui.compose.preview import Preview
from ui.compose.preview_marks import _NOT_KEPT_YET, marks_in
from ui.compose.thumbs import Thumbs

MARKS = LinkMarks("https://kiln.example.com", "abcdefgh", "tea")
MARKED = "Marked: utm_source=x\u00a0· utm_campaign=tea\u00a0· utm_content=abcdefgh"


@pytest.fixture
def room(qtbot: QtBot, themed: Any) -> Iterator[QWidget]:
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(900, 500)
    yield made
    made.hide()


@pytest.fixture
def preview(shop: Shop, inline_tasks: Any, room: QWidget) -> Preview:
    thumbs = Thumbs(shop.pictures, inline_tasks, room)
    made = Preview(room, shop.settings, thumbs, inline_tasks)
    layout = QHBoxLayout(room)
    layout.addStretch(1)
    layout.addWidget(made.pane)
    made.show_shop("Leaf & Kiln", "tea", None)
    room.show()
    return made


def show(preview: Preview, *texts: str, options: PostOptions | None = None) -> None:
    parts = tuple(PartContent(text) for text in texts)
    content = Content(parts, None, options or PostOptions())
    preview.show_content(content, tuple(parse(text) for text in texts))


def test_shows_each_part_of_a_thread(preview: Preview) -> None:
    show(preview, "How a bowl is made 1/3", "شاي 2/3", "三 3/3")
    assert [value.text for value in preview.values] == [
        "How a bowl is made 1/3",
        "شاي 2/3",
        "三 3/3",
    ]
    assert [post.value() for post in preview.pane.card.posts()] == list(preview.values)


def test_a_part_that_is_as_it_was_is_not_made_again(preview: Preview) -> None:
    content = Content((PartContent("one"), PartContent("two")))
    measured = (parse("one"), parse("two"))
    preview.show_content(content, measured)
    before = preview.values
    other = content._replace(parts=(PartContent("one"), PartContent("two!")))
    preview.show_content(other, (measured[0], parse("two!")))
    after = preview.values
    assert after[0] is before[0]
    assert after[1].text == "two!"


def test_what_the_post_carries_stands_under_its_part(preview: Preview) -> None:
    options = PostOptions(
        poll=Poll(("Green", "أسود"), 60),
        who_can_reply=WhoCanReply.VERIFIED,
        paid_partnership=True,
        made_with_ai=True,
    )
    show(preview, "Which?", "second", options=options)
    first, second = preview.values
    assert first.poll is not None
    assert first.poll.options == ("Green", "أسود")
    assert second.poll is None
    assert [note.text for note in first.notes] == [
        "Paid partnership",
        "Made with AI",
        "Only verified accounts can reply",
    ]
    assert [note.text for note in second.notes] == ["Paid partnership", "Made with AI"]


def test_links_to_the_shop_are_shown_as_they_are_sent(preview: Preview) -> None:
    texts = ("Bowls: kiln.example.com/bowls", "and tea.example.org")
    show(preview, *texts)
    assert preview.pane.marked() == ""
    preview.marks_from(lambda options: MARKS if options.link_marks else None)
    show(preview, *texts)
    assert preview.values[0].text == "Bowls: kiln.example.com/bowls?utm…"
    assert preview.values[1].text == "and tea.example.org"
    assert preview.pane.marked() == MARKED
    show(preview, *texts, options=PostOptions(link_marks=False))
    assert preview.pane.marked() == ""
    assert preview.values[0].text == "Bowls: kiln.example.com/bowls"


def test_marks_can_be_read_and_copied(preview: Preview) -> None:
    preview.marks_from(lambda _options: replace(MARKS, tag="چای"))
    show(preview, "kiln.example.com/bowls?size=2#blue and kiln.example.com/cups")
    assert preview.pane.marked() == (
        "Marked: utm_source=x\u00a0· utm_campaign=چای\u00a0· utm_content=abcdefgh"
    )
    label = preview.pane._marked
    assert label.textInteractionFlags() & Qt.TextInteractionFlag.TextSelectableByMouse
    assert label.text() == label.accessibleName()
    assert "bowls?size=2&utm_source=x" in label.toolTip()


def test_links_far_down_a_long_post_are_marked_too(preview: Preview, qtbot: QtBot) -> None:
    text = "tea and clay " * 200 + "kiln.example.com/bowls"
    preview.marks_from(lambda _options: MARKS)
    preview.show_content(Content((PartContent(text),)), (parse(text, config=LONG),))
    wanted = MARKED
    # Between two keys: not within the one that was pressed.
    assert preview.pane.marked() == ""
    qtbot.waitUntil(lambda: preview.pane.marked() == wanted, timeout=2_000)
    assert preview.value.more == "Show more"


def test_of_two_links_alike_one_may_go_out_as_it_is_written(preview: Preview) -> None:
    preview.marks_from(lambda _options: MARKS)
    show(preview, "kiln.example.com/bowls\u20d0 and kiln.example.com/bowls")
    assert preview.value.text.startswith("kiln.example.com/bowls\u20d0 ")
    assert preview.value.text.endswith("kiln.example.com/bowls?utm…")


def test_a_long_text_is_marked_whole_when_the_keys_rest(preview: Preview, qtbot: QtBot) -> None:
    link = "kiln.example.com/bowls"
    text = f"{link}\u20d0 {link} " + "tea and clay " * 200
    preview.marks_from(lambda _options: MARKS)
    preview.show_content(Content((PartContent(text),)), (parse(text, config=LONG),))
    qtbot.waitUntil(lambda: preview.pane.marked() != "", timeout=2_000)
    qtbot.waitUntil(lambda: preview.value.text.startswith(f"{link}\u20d0 "), timeout=2_000)
    assert preview.value.text.startswith(f"{link}\u20d0 {link}?utm… tea")


def test_the_part_with_the_caret_is_brought_into_view(preview: Preview, qtbot: QtBot) -> None:
    show(preview, *(f"part {number} " + "words " * 20 for number in range(9)))
    QTest.qWait(0)
    area = preview.pane._area
    for number in (8, 0, 4):
        preview.show_current(number)
        post = preview.pane.card.posts()[number]

        def is_seen(post: QWidget = post) -> bool:
            top = post.mapTo(area.viewport(), QPoint(0, 0)).y()
            return top >= 0 and top + post.height() <= area.viewport().height()

        qtbot.waitUntil(is_seen)


def test_sections_lie_below_and_go_along_into_the_drawer(preview: Preview, qtbot: QtBot) -> None:
    section = QLabel("Voice")
    preview.pane.add_section(section)
    show(preview, "words")
    QTest.qWait(0)
    assert section.isVisible()
    card = preview.pane.card
    assert section.mapTo(preview.pane, QPoint()).y() > card.mapTo(preview.pane, QPoint()).y()
    preview.set_narrow(True)
    assert not section.isVisible()
    preview.open_drawer()
    drawer = preview.drawer
    assert drawer is not None
    assert drawer.isAncestorOf(section)
    assert drawer.isAncestorOf(card)
    assert section.isVisible()
    preview.set_narrow(False)
    assert preview.pane.isAncestorOf(card)
    assert section.isVisible()
    assert not drawer.is_open


def test_a_link_to_the_shop_is_shown_with_its_marks_on_the_page(
    page: ComposePage, shop: Shop
) -> None:
    account = shop.accounts.active()
    website = shop.profiles.get(account.id).website
    assert website
    page.composer.sheet.edit.set_text("")
    page.composer.insert(f"New bowls: {website}")
    before = "Marked: utm_source=x\u00a0· utm_campaign=post"
    assert page.preview.pane.marked() == before
    page.save_now()
    code = short_code(page.keeper.post_id)
    assert page.preview.pane.marked() == f"{before}\u00a0· utm_content={code}"


def test_the_code_of_a_draft_without_an_id_is_known_for_what_it_is() -> None:
    guessed = mark_links("kiln.example.com", LinkMarks(MARKS.website, short_code(_NOT_KEPT_YET)))
    assert marks_in(guessed) == ("utm_source=x", "utm_campaign=post")


@pytest.mark.parametrize("way", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_a_scroll_bar_takes_nothing_from_the_card(
    preview: Preview, room: QWidget, way: Qt.LayoutDirection, qtbot: QtBot
) -> None:
    room.setLayoutDirection(way)
    show(preview, "one part")
    QTest.qWait(0)
    wide = preview.pane.card.width()
    bar = preview.pane._area.verticalScrollBar()
    assert not bar.isVisible()
    show(preview, *(f"part {number} " + "words " * 20 for number in range(9)))
    qtbot.waitUntil(bar.isVisible)
    QTest.qWait(0)
    assert preview.pane.card.width() == wide == 296
