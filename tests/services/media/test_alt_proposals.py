"""Where the words for a picture's description come from, and which say the most."""

from dataclasses import replace

import pytest

from services.media.alt_proposals import AltProposals
from services.media.board_values import Cell
from services.media.boards import new_board
from services.publishing.drafts import DraftPart


@pytest.fixture
def proposals(shop):
    return shop.alt_proposals


@pytest.fixture
def own(shop):
    return shop.accounts.active().id


@pytest.fixture
def cup(shop):
    return shop.pictures.add_known(
        b"cup", name="IMG_2034.jpg", mime="image/jpeg", width=4, height=4
    ).hash


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("blue-mug.jpg", "Blue mug"),
        ("青い湯のみ.png", "青い湯のみ"),
        ("قوری_سبز.jpeg", "قوری سبز"),
        ("إبريق شاي أخضر.webp", "إبريق شاي أخضر"),
        ("IMG_2034.jpg", ""),
        ("PXL_20261103_101112.jpg", ""),
        ("Screenshot 2026-11-03.png", ""),
        ("20261103.jpg", ""),
        ("3f9a77c0d1.png", ""),
        ("", ""),
    ],
)
def test_a_files_name_says_something_or_nothing(proposals, own, cup, name, said):
    assert proposals.of(own, cup, name=name) == said


def test_what_its_page_says_comes_before_the_name(proposals, own, cup):
    said = proposals.of(own, cup, name="mug.jpg", said="A moss green\n teapot  苔色")

    assert said == "A moss green teapot 苔色"


def test_a_board_a_product_and_what_it_was_told_before_come_first(shop, proposals, own, cup):
    board = new_board(own, name="Cups")
    shop.boards.save(replace(board, cells=(Cell(cup, caption="Blue cups on a shelf"),)))
    assert proposals.of(own, cup, name="mug.jpg") == "Blue cups on a shelf"

    shop.products.add(own, name="فنجان أزرق", picture=cup)
    assert proposals.of(own, cup, name="mug.jpg") == "فنجان أزرق"

    draft = shop.drafts.new(own)
    shop.drafts.save(draft.id, parts=(DraftPart("x", ((cup, "Two blue cups, steam above"),)),))
    assert proposals.of(own, cup, name="mug.jpg") == "Two blue cups, steam above"


def test_another_shop_says_nothing(shop, proposals, own, cup, clock):
    shop.products.add(own, name="Blue cup", picture=cup)

    assert AltProposals(shop.database).of("another", cup) == ""


def test_it_is_never_longer_than_x_takes(proposals, own, cup):
    said = proposals.of(own, cup, said="word " * 400)

    assert len(said) <= 1_000
    assert said.endswith("word…")


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("blue-cups.jpg", "Blue cups"),
        ("éclair.jpg", "Éclair"),
        ("iPad-case.jpg", "iPad case"),
        ("straße-bei-nacht.jpg", "Straße bei nacht"),
        ("ßa.jpg", "ßa"),
        ("قوری سبز.jpg", "قوری سبز"),
        ("急須.jpg", "急須"),
    ],
)
def test_it_begins_as_a_sentence_does(shop, name, said):
    assert shop.alt_proposals.of(shop.accounts.active().id, "none", name=name) == said
