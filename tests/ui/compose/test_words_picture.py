"""Words that are too many for a post, drawn as a picture."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO

import pytest
from PIL import Image
from PySide6.QtGui import QFont
from pytestqt.qtbot import QtBot

from services.media.captions import ALT_TEXT_LIMIT
from services.publishing.post_options import PLAIN, Poll
from services.shop import Shop
from ui.compose.advice import Act
from ui.compose.compose_page import ComposePage
from ui.paint.words_picture import Signature, draw_words
from ui.tour.hand import type_text

SIGNED = Signature("Leaf & Kiln", "tea", "#2F5D50")
LONG = "The cups are back from the kiln and no two of them are alike. " * 8


def press(page: ComposePage, act: Act) -> None:
    button = page.composer.advice.button_for(act)
    assert button is not None
    button.click()


def test_the_words_stand_whole_in_a_picture(page: ComposePage, shop: Shop) -> None:
    type_text(page, LONG)
    press(page, Act.INTO_PICTURE)
    part = page.composer.content.parts[0]
    assert part.text.endswith("alike.")
    assert page.composer.measured[0].fits
    assert part.pictures[0].alt_text == LONG.strip()
    kept = shop.pictures.get(part.pictures[0].hash)
    assert kept.width == 1200
    assert page.bar.post_button.isEnabled()


def test_undo_brings_the_words_back(page: ComposePage, qtbot: QtBot) -> None:
    type_text(page, LONG)
    with qtbot.waitSignal(page.undo_offered) as offered:
        press(page, Act.INTO_PICTURE)
    offered.args[0].undo()
    assert page.composer.content.text == LONG
    assert page.composer.content.pictures == ()


def test_more_words_than_alt_text_takes(page: ComposePage) -> None:
    page.composer.sheet.edit.insert(LONG * 3)
    press(page, Act.INTO_PICTURE)
    alt_text = page.composer.content.pictures[0].alt_text
    assert len(alt_text) == ALT_TEXT_LIMIT
    assert alt_text.endswith("…")


def test_a_novel_is_no_picture(page: ComposePage) -> None:
    page.composer.sheet.edit.insert(LONG * 20)
    press(page, Act.INTO_PICTURE)
    assert page.composer.content.pictures == ()
    assert "make a thread" in page.composer.advice.advice.sentence


def test_not_offered_beside_a_poll(page: ComposePage) -> None:
    page.composer.sheet.edit.insert(LONG)
    page.composer.set_options(replace(PLAIN, poll=Poll(("tea", "coffee"))))
    page.composer.adviser.show()
    assert page.composer.advice.button_for(Act.MAKE_THREAD) is not None
    assert page.composer.advice.button_for(Act.INTO_PICTURE) is None


@pytest.mark.parametrize(
    "words",
    ["Short 🍵", "چای تازه رسید.\nFresh tea.", "新しい煎茶です。" * 40, "كيف توقظ إبريقاً؟ " * 30],
)
def test_the_picture_is_as_tall_as_x_shows_whole(qapp: object, words: str) -> None:
    data = draw_words(words, SIGNED, QFont())
    assert data is not None
    with Image.open(BytesIO(data)) as image:
        assert image.width == 1200
        assert 675 <= image.height <= 1500
        colours = {colour for _count, colour in image.getcolors(1_000_000) or ()}
    assert (47, 93, 80) in colours, "the shop's colour is on top"
    assert (29, 27, 24) in colours, "the words are there"
