import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.media.board_values import Cell
from services.media.captions import (
    ALT_TEXT_LIMIT,
    caption_from,
    compose_alt_text,
    public_words,
    words_of,
)


@pytest.mark.parametrize(
    ("name", "caption"),
    [
        ("blue-mug.jpg", "blue mug"),
        ("Kyusu_teapot (2).png", "Kyusu teapot"),
        ("چای_سبز.webp", "چای سبز"),
        ("抹茶茶碗.jpg", "抹茶茶碗"),
        ("إبريق-شاي.heic", "إبريق شاي"),
        ("IMG_2034.jpg", ""),
        ("PXL 20261120 101112.jpg", ""),
        ("Screenshot 2026-11-20 at 10.00.00.png", ""),
        ("DSC01234.JPG", ""),
        ("WhatsApp Image 2026.jpeg", ""),
        ("20261120_101112.jpg", ""),
        ("a1b2c3d4e5f6.jpg", ""),
        ("photographer at work.jpg", "photographer at work"),
        ("", ""),
    ],
)
def test_a_name_given_by_a_person_is_a_caption(name, caption):
    assert caption_from(name) == caption


@pytest.mark.parametrize("name", ["b1.jpg", "B12.png", "7.jpg", "x 3.webp"])
def test_one_letter_and_digits_say_nothing(name):
    assert caption_from(name) == ""


@pytest.mark.parametrize("name", ["茶1.jpg", "چای2.jpg", "tea 2.jpg"])
def test_a_word_and_a_digit_say_something(name):
    assert caption_from(name)


def test_public_words_are_what_one_writes_under_a_board():
    cells = [
        Cell("a", "celadon cups"),
        Cell("b", "moss teapot", price="€58.00", ribbon="Sold out", credit="@someone"),
        Cell("c", " celadon  cups "),
        Cell("d", "抹茶茶碗"),
        Cell("e", price="€1"),
        Cell("f", "چای"),
    ]
    assert public_words("Autumn table.", cells) == (
        "Autumn table. Celadon cups, Moss teapot (€58.00), 抹茶茶碗, چای."
    )
    assert public_words("", cells[:1]) == "Celadon cups."
    assert public_words("Autumn", []) == "Autumn."
    assert public_words("", [Cell("a")]) == ""


def test_alt_text_says_each_caption_once():
    assert compose_alt_text("A board of 3 pictures", ["mug", "", " cup ", "mug"]) == (
        "A board of 3 pictures: mug; cup."
    )
    assert compose_alt_text("۳ عکس", []) == "۳ عکس."


@pytest.mark.parametrize(
    ("cell", "words"),
    [
        (Cell("a"), ""),
        (Cell("a", "Blue mug", price="£12", ribbon="Sold out"), "Blue mug, £12, Sold out"),
        (Cell("a", price="۱۲۰ تومان"), "۱۲۰ تومان"),
        (Cell("a", "抹茶\n茶碗 🍵", credit="@kyoto", source="https://example.com"), "抹茶 茶碗 🍵"),
    ],
)
def test_a_cell_says_its_caption_price_and_ribbon(cell, words):
    assert words_of(cell) == words


def test_a_caption_with_a_full_stop_does_not_double_it():
    assert compose_alt_text("A board of 2 pictures", ["A mug.", "A cup;"]) == (
        "A board of 2 pictures: A mug; A cup."
    )


def test_two_mugs_at_two_prices_are_both_said():
    cells = [Cell("a", "mug", price="£12"), Cell("b", "mug", price="£14"), Cell("c", "mug")]
    assert compose_alt_text("Board", map(words_of, cells)) == "Board: mug, £12; mug, £14; mug."


@given(st.lists(st.text(max_size=300), max_size=12))
def test_alt_text_is_never_longer_than_x_takes(captions):
    assert len(compose_alt_text("A board of pictures", captions)) <= ALT_TEXT_LIMIT
