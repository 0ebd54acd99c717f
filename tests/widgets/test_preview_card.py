from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QImage
from pytestqt.qtbot import QtBot

from ui.theme import Theme
from widgets import preview_post
from widgets.cropped import source_part
from widgets.picture_frames import picture_frames
from widgets.preview_card import PreviewCard, PreviewNote, PreviewPoll, PreviewValue
from widgets.preview_head import head_words
from widgets.type_scale import BASE, sized

AREA = QRectF(10, 20, 202, 114)


def image(wide: int, tall: int) -> QImage:
    made = QImage(wide, tall, QImage.Format.Format_RGB32)
    made.fill(Qt.GlobalColor.blue)
    return made


@pytest.fixture
def card(qtbot: QtBot, themed: object) -> PreviewCard:
    made = PreviewCard()
    qtbot.addWidget(made)
    made.resize(296, 400)
    return made


VALUE = PreviewValue("Leaf & Kiln", "tea", "now", "New bowls 🍵 #tea", spans=((12, 16),))


def test_grows_with_words_and_pictures(card: PreviewCard) -> None:
    card.show_post(VALUE)
    words = card.heightForWidth(296)
    card.show_post(replace(VALUE, text=VALUE.text + "\nSecond line"))
    more = card.heightForWidth(296)
    card.show_post(replace(VALUE, images=(image(1600, 900),)))
    assert words < more < card.heightForWidth(296)
    card.show_post(VALUE)
    assert card.heightForWidth(296) == words


def test_one_picture_keeps_its_shape_within_what_x_shows(card: PreviewCard) -> None:
    heights = []
    for shape in ((1600, 400), (1600, 900), (1000, 1000), (900, 1200), (300, 3000)):
        card.show_post(replace(VALUE, images=(image(*shape),)))
        heights.append(card.heightForWidth(296))
    widest, wide, square, tall, tallest = heights
    assert widest < wide < square < tall == tallest
    card.show_post(replace(VALUE, images=(image(1600, 800),)))
    assert card.heightForWidth(296) == widest


def test_several_pictures_fill_sixteen_to_nine() -> None:
    for count in (2, 3, 4):
        frames = picture_frames(count, AREA)
        assert len(frames) == count
        assert frames[0].topLeft() == AREA.topLeft()
        assert max(frame.right() for frame in frames) == AREA.right()
        assert max(frame.bottom() for frame in frames) == AREA.bottom()
        for n, one in enumerate(frames):
            assert not any(one.intersects(other) for other in frames[n + 1 :])
    three = picture_frames(3, AREA)
    assert three[0].height() == AREA.height()
    assert three[1].height() == three[2].height() == (AREA.height() - 2) / 2


def test_the_first_picture_stands_where_the_reading_starts() -> None:
    for count in (2, 3, 4):
        assert picture_frames(count, AREA, mirrored=True)[0].right() == AREA.right()


def test_a_crop_keeps_to_the_middle_or_to_what_matters() -> None:
    wide = image(400, 100)
    frame = QRectF(0, 0, 50, 50)
    assert source_part(wide, frame) == QRectF(150, 0, 100, 100)
    from PySide6.QtCore import QPointF

    assert source_part(wide, frame, QPointF(0, 0.5)) == QRectF(0, 0, 100, 100)


def test_draws_arabic_from_the_right(card: PreviewCard) -> None:
    card.show_post(replace(VALUE, text="شاي", spans=()))
    drawn = card.grab().toImage()
    words = [
        (x, y)
        for x in range(80, 280)
        for y in range(44, 70)
        if drawn.pixelColor(x, y).lightness() < 100
    ]
    assert min(x for x, _ in words) > 200


def test_says_whose_post_and_what(card: PreviewCard) -> None:
    card.show_post(VALUE)
    assert card.accessibleName() == "Preview: Leaf & Kiln, New bowls 🍵 #tea"


def test_without_words_it_shows_the_hint(card: PreviewCard) -> None:
    card.show_post(replace(VALUE, text="", spans=()))
    bare = card.grab().toImage()
    card.set_hint("Your words appear here.")
    assert card.grab().toImage() != bare


def test_a_thread_is_one_card_with_its_faces_joined(card: PreviewCard) -> None:
    card.show_post(VALUE)
    alone = card.heightForWidth(296)
    parts = [replace(VALUE, text=text, spans=()) for text in ("one 1/3", "二 2/3", "ثلاثة 3/3")]
    card.show_thread(parts)
    assert [post.value().text for post in card.posts()] == ["one 1/3", "二 2/3", "ثلاثة 3/3"]
    assert card.heightForWidth(296) > 2 * alone
    card.resize(296, card.heightForWidth(296))
    drawn = card.grab().toImage()
    first, second, third = card.posts()
    assert first.geometry().bottom() + 1 == second.geometry().top()
    # Below the first face, down to the second: the line and nothing else.
    line = {drawn.pixelColor(36, y).name() for y in range(62, second.y())}
    assert line == {"#e4e1da"}
    below = {drawn.pixelColor(36, y).name() for y in range(third.y() + 52, card.height() - 2)}
    assert below == {"#ffffff"}


def test_a_shorter_thread_lets_its_last_parts_go(card: PreviewCard) -> None:
    card.show_post(VALUE)
    alone = card.heightForWidth(296)
    card.show_thread([VALUE, VALUE, VALUE])
    card.show_thread([VALUE])
    assert len(card.posts()) == 1
    assert card.heightForWidth(296) == alone


def test_only_a_part_that_changed_is_laid_out_again(
    card: PreviewCard, monkeypatch: pytest.MonkeyPatch
) -> None:
    parts = [replace(VALUE, text=f"part {number}", spans=()) for number in range(5)]
    card.show_thread(parts)
    card.resize(296, card.heightForWidth(296))
    laid: list[str] = []
    real = preview_post.PostWords

    def counted(text: str, **how: Any) -> Any:
        laid.append(text)
        return real(text, **how)

    monkeypatch.setattr(preview_post, "PostWords", counted)
    parts[3] = replace(parts[3], text="part 3, longer")
    card.show_thread(parts)
    card.heightForWidth(296)
    assert laid == ["part 3, longer"]


def test_a_poll_and_notes_stand_below_the_words(card: PreviewCard) -> None:
    card.show_post(VALUE)
    bare = card.heightForWidth(296)
    poll = PreviewPoll(("شاي أخضر", "Black tea 🍵"), "0 votes · 1 day left")
    card.show_post(replace(VALUE, poll=poll))
    with_poll = card.heightForWidth(296)
    card.show_post(replace(VALUE, poll=poll, notes=(PreviewNote("Paid partnership"),)))
    assert bare + 2 * 32 < with_poll < card.heightForWidth(296)
    said = card.posts()[0].accessibleDescription()
    assert said == "شاي أخضر. Black tea 🍵. 0 votes · 1 day left. Paid partnership"
    assert not card.grab().isNull()


def test_a_long_note_breaks_into_lines(card: PreviewCard) -> None:
    card.show_post(replace(VALUE, notes=(PreviewNote("Only people"),)))
    short = card.heightForWidth(296)
    card.show_post(replace(VALUE, notes=(PreviewNote("Only people you mention can " * 2),)))
    assert card.heightForWidth(296) > short


@pytest.mark.parametrize("way", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_a_badge_tells_that_a_picture_has_words(card: PreviewCard, way: Qt.LayoutDirection) -> None:
    card.setLayoutDirection(way)
    pictures = (image(400, 300), None)
    card.show_post(replace(VALUE, images=pictures, described=(False, False)))
    card.resize(296, card.heightForWidth(296))
    without = card.grab().toImage()
    card.show_post(replace(VALUE, images=pictures, described=(True, False)))
    with_badge = card.grab().toImage()
    changed = [
        x
        for x in range(296)
        for y in range(card.height())
        if without.pixelColor(x, y) != with_badge.pixelColor(x, y)
    ]
    assert changed
    assert (max(changed) < 148) == (way is Qt.LayoutDirection.LeftToRight)


def test_an_override_in_a_name_turns_nothing_beside_it(card: PreviewCard) -> None:
    card.show_post(replace(VALUE, name="Leaf\u202e", text="שלום"))
    assert card.accessibleName() == "Preview: \u2068Leaf\u202e\u2069, שלום"


def test_show_more_stands_below_a_folded_text(card: PreviewCard) -> None:
    card.show_post(VALUE)
    whole = card.heightForWidth(296)
    card.show_post(replace(VALUE, more="Show more"))
    assert card.heightForWidth(296) > whole


NAMES = (
    "Leaf & Kiln",
    "The Extraordinarily Long Name of a Shop for Ceramics and Tea",
    "A" * 80,
    "فروشگاه بزرگ سفال و چای دست‌ساز شهر ما و همه‌ی روستاهای آن",
    "とても長い名前の陶器とお茶のお店とてもとても長い名前",
)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("handle", ["", "tea", "the_longest_one_x"])
@pytest.mark.parametrize("way", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
@pytest.mark.parametrize("percent", [100, 200])
def test_a_long_name_gives_way_and_the_time_never(
    card: PreviewCard, themed: Theme, name: str, handle: str, way: Qt.LayoutDirection, percent: int
) -> None:
    themed.choose_text(percent)
    card.setLayoutDirection(way)
    card.show_post(replace(VALUE, name=name, handle=handle, when="5:30 PM"))
    post = card.posts()[0]
    card.grab()
    width = post.content_width(card.width())
    shown, own, dot, when = head_words(card.value(), card.font(), width)
    strong = QFontMetricsF(sized(card.font(), BASE, strong=True))
    plain = QFontMetricsF(sized(card.font(), BASE))
    used = strong.horizontalAdvance(shown) + sum(
        plain.horizontalAdvance(part) + 5 for part in (own, dot, when) if part
    )
    assert (dot, when) == ("·", "5:30 PM")
    assert used <= width + 1
    assert shown == name or shown.endswith("…")
    # The handle is whole as long as the name can give way.
    assert "…" not in own or shown.endswith("…") or percent == 200
    assert bool(post.toolTip()) == (shown != name or "…" in own)
    themed.choose_text(100)
