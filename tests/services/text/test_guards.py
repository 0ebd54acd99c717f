"""What the words of a post's parts tell by themselves."""

from __future__ import annotations

from services.text.guards import Words, look_at
from services.text.heated import Heat


def test_each_part_has_its_own() -> None:
    words = look_at(["Warm tea", "You liars!!!", "安い茶"], avoid=("tea", "安い"))
    assert [bool(part) for part in words.heat] == [False, True, False]
    assert words.avoided == (((5, 8),), (), ((0, 2),))
    assert words.is_heated
    assert words.reasons == (Heat.INSULT, Heat.MARKS)


def test_reasons_are_given_once_and_in_their_order() -> None:
    words = look_at(["😡 😡 you liars", "idiots!!!"])
    assert words.reasons == (Heat.INSULT, Heat.MARKS, Heat.FACES)


def test_nothing_written() -> None:
    assert look_at([]) == Words()
    assert not look_at([""]).is_heated
