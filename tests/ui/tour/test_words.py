"""The tour speaks every language, and what it writes fits in a post."""

import pytest

from main import LANGUAGES
from services.text.measure import parse
from ui.icons import RESOURCES
from ui.tour import week_words, words
from ui.tour.extremes import TWELVE
from ui.tour.fillings import FOUR, THREE
from ui.tour.story import FOR_THE_BOARD, PICTURES
from ui.tour.week_words import week_in
from ui.tour.words import words_in


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_language_has_words_of_its_own_that_fit_in_a_post(language):
    assert language in words.BY_LANGUAGE
    own = words_in(language)
    posts = (own.post, own.board_post, *own.queued, own.late_post, own.answer, *own.own_posts)
    assert len(set(posts)) == len(posts)
    assert all(parse(text).fits for text in posts)
    english = words_in("en")
    assert language == "en" or not set(posts) & {english.post, english.late_post, english.answer}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_full_week_says_nothing_twice_and_takes_no_hour_twice(language):
    assert language in week_words.BY_LANGUAGE
    week = week_in(language)
    assert len({planned.text for planned in week}) == len(week)
    assert len({(planned.day, planned.wall) for planned in week}) == len(week)
    assert all(parse(planned.text).fits for planned in week)


def test_every_picture_is_there():
    named = {planned.picture for planned in week_in("en") if planned.picture}
    named |= {*TWELVE, *FOUR, *THREE, *PICTURES, *FOR_THE_BOARD}
    assert all((RESOURCES / "practice" / name).is_file() for name in named)
    assert len(set(TWELVE)) == 12
