from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.my_shop.profiles import (
    USUAL_HOURS,
    DayHours,
    Profile,
    Profiles,
    parse_tags,
    parse_words,
)


def test_a_fresh_account_has_an_empty_card_with_usual_hours(
    profiles: Profiles, account_id: str
) -> None:
    assert profiles.get(account_id) == Profile()
    assert [day.closed for day in USUAL_HOURS] == [False] * 6 + [True]


def test_what_is_saved_comes_back(profiles: Profiles, account_id: str) -> None:
    hours = (*(DayHours(day, "10:30", "01:00") for day in range(6)), DayHours(6))
    profile = Profile(
        name="茶と器 🍵",
        sells="شاي وخزف",
        country="JP",
        speaker="آوا",
        speaker_role="店主",
        voice="calm\nand short",
        sign_off="— آوا 🍵",
        words_to_use=("hand made", "器"),
        words_to_avoid=("cheap", "安い", "ارزان"),
        website="https://tea.example.com",
        own_tags=("LeafAndKiln", "お茶"),
        colours=("#0B6B63", "#F2B24A"),
        hours=hours,
    )
    assert profiles.save(account_id, profile) == profile
    assert profiles.get(account_id) == profile


def test_saving_again_replaces(profiles: Profiles, account_id: str) -> None:
    profiles.save(account_id, Profile(name="One", own_tags=("a", "b")))
    profiles.save(account_id, replace(profiles.get(account_id), name="Two", own_tags=("b",)))
    assert profiles.get(account_id).name == "Two"
    assert profiles.get(account_id).own_tags == ("b",)


def test_half_characters_and_nul_are_left_out(profiles: Profiles, account_id: str) -> None:
    assert profiles.save(account_id, Profile(name="Tea\x00\ud83c")).name == "Tea"


def test_tags_in_any_spelling_of_a_list() -> None:
    assert parse_tags("#tea, #Tea  #pottery;茶、器 #شای،چای") == (
        "tea",
        "pottery",
        "茶",
        "器",
        "شای",
        "چای",
    )
    assert parse_tags(" # , ") == ()


@given(st.text(max_size=60))
def test_parsed_tags_stay_as_they_are(text: str) -> None:
    tags = parse_tags(text)
    assert parse_tags(" ".join(tags)) == tags


def test_words_between_commas_of_any_script() -> None:
    assert parse_words(" hand  made, Cheap،ارزان、安い,, cheap;\n器") == (
        "hand made",
        "Cheap",
        "ارزان",
        "安い",
        "器",
    )
    assert parse_words(" , 、") == ()


@given(st.text(max_size=60))
def test_parsed_words_stay_as_they_are(text: str) -> None:
    words = parse_words(text)
    assert parse_words(", ".join(words)) == words


def test_a_comma_in_a_word_makes_two(profiles: Profiles, account_id: str) -> None:
    kept = profiles.save(account_id, Profile(words_to_avoid=("cheap, dirt cheap",)))
    assert kept.words_to_avoid == ("cheap", "dirt cheap")
    assert profiles.get(account_id) == kept


@pytest.mark.parametrize(
    "hours",
    [
        USUAL_HOURS[:6],
        tuple(reversed(USUAL_HOURS)),
        (DayHours(0, "09:00"), *USUAL_HOURS[1:]),
        (DayHours(0, "9", "18:00"), *USUAL_HOURS[1:]),
        (DayHours(0, "24:00", "25:00"), *USUAL_HOURS[1:]),
    ],
)
def test_hours_must_be_seven_days_of_wall_clock(
    profiles: Profiles, account_id: str, hours: tuple[DayHours, ...]
) -> None:
    with pytest.raises(ValueError, match=r"day|time"):
        profiles.save(account_id, Profile(name="x", hours=hours))
    assert profiles.get(account_id).name == ""
