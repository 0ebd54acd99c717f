"""Looks that were kept: named, renamed, deleted and brought back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.media.board_values import Arrangement, Captions, Corner, Look, Shape
from services.media.look_json import from_json, to_json
from services.media.templates import LONGEST_NAME, BoardTemplates

LOOK = Look(
    shape=Shape.FREE,
    arrangement=Arrangement.MOSAIC,
    free_ratio=0.8,
    gutter=12,
    edged=True,
    corners=20,
    background="#0b6b63",
    captions=Captions.UNDER,
    logo="a" * 64,
    logo_at=Corner.TOP_START,
    qr_at=Corner.BOTTOM_START,
    right_to_left=True,
)


@pytest.fixture
def templates(database, clock):
    with database.transaction() as connection:
        for account in ("one", "two"):
            connection.execute(
                "INSERT INTO account(id, way, zone, colour, created_at) "
                "VALUES (?, 'by_hand', 'UTC', '', 0)",
                (account,),
            )
    return BoardTemplates(database, clock)


def test_a_look_comes_back_as_it_was_kept(templates):
    made = templates.add("one", name="پاییز 🍂 うつわ", look=LOOK)
    assert templates.all("one") == (made,)
    assert templates.get(made.id).look == LOOK
    assert templates.all("two") == ()


def test_a_name_that_is_taken_gets_a_number(templates):
    names = [templates.add("one", name=" Autumn \n look ", look=LOOK).name for _ in range(3)]
    assert names == ["Autumn look", "Autumn look 2", "Autumn look 3"]
    assert templates.add("two", name="Autumn look", look=LOOK).name == "Autumn look"
    longest = [templates.add("one", name="x" * 90, look=LOOK).name for _ in range(2)]
    assert [len(name) for name in longest] == [LONGEST_NAME, LONGEST_NAME]


def test_the_first_made_comes_first(templates, clock):
    for name in ("spring", "summer", "autumn"):
        templates.add("one", name=name, look=LOOK)
    clock.advance(60)
    templates.add("one", name="winter", look=LOOK)
    assert [one.name for one in templates.all("one")] == ["spring", "summer", "autumn", "winter"]


def test_renaming_and_an_empty_name(templates):
    first, second = (templates.add("one", name=name, look=LOOK) for name in ("a", "b"))
    assert templates.rename(first.id, "  ").name == "a"
    assert templates.rename(first.id, "a").name == "a"
    assert templates.rename(first.id, "b").name == "b 2"
    assert templates.get(second.id).name == "b"
    with pytest.raises(KeyError):
        templates.rename("none", "c")


def test_a_deleted_one_comes_back_with_its_id(templates):
    made = templates.add("one", name="棚", look=LOOK)
    gone = templates.delete(made.id)
    assert templates.all("one") == ()
    with pytest.raises(KeyError):
        templates.delete(made.id)
    templates.add("one", name="棚", look=Look())
    back = templates.undelete(gone)
    assert (back.id, back.name, back.look) == (made.id, "棚 2", LOOK)
    assert templates.undelete(gone) == back


@given(st.text(max_size=200))
def test_any_text_is_read_as_some_look(text):
    assert isinstance(from_json(text), Look)


@given(
    st.builds(
        Look,
        shape=st.sampled_from(Shape),
        arrangement=st.sampled_from(Arrangement),
        free_ratio=st.floats(0.4, 2.9),
        gutter=st.integers(0, 64),
        corners=st.integers(0, 200),
        captions=st.sampled_from(Captions),
        qr_at=st.none() | st.sampled_from(Corner),
        edged=st.booleans(),
        blurred=st.booleans(),
        right_to_left=st.booleans(),
    )
)
def test_every_look_is_read_as_it_was_written(look):
    assert from_json(to_json(look)) == look


@pytest.mark.parametrize("text", ["[" * 100_000, '{"logo": ' * 100_000, "9" * 100_000])
def test_a_look_that_is_no_look_is_as_on_a_new_board(text):
    """One such row would hide every board of the account."""
    assert from_json(text) == Look()
