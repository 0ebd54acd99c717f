from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from services.publishing.templates import LONGEST_NAME, NameTaken, Templates, matching

if TYPE_CHECKING:
    from typing import Any

    Desk = Any


@pytest.fixture
def templates(desk: Desk) -> Templates:
    return Templates(desk.database, desk.clock)


def snippet(templates: Templates, desk: Desk, name: str, text: str) -> Any:
    return templates.add(desk.account.id, name=name, parts=(text,), is_snippet=True)


def test_snippets_and_templates_are_kept_apart(desk: Desk, templates: Templates) -> None:
    one = snippet(templates, desk, "Hours", "Open {days}, 10–18 🕙")
    thread = templates.add(
        desk.account.id, name="Hours", parts=("一", "二", "{broken"), is_snippet=False
    )
    assert templates.snippets(desk.account.id) == (one,)
    assert templates.templates(desk.account.id) == (thread,)
    assert templates.get(thread.id).parts == ("一", "二", "{broken")


def test_a_name_is_used_once_a_kind(desk: Desk, templates: Templates) -> None:
    one = snippet(templates, desk, "  Opening \n hours ", "a")
    assert one.name == "Opening hours"
    with pytest.raises(NameTaken) as taken:
        snippet(templates, desk, "Opening hours", "b")
    assert taken.value.name == "Opening hours"
    other = snippet(templates, desk, "Parcels", "c")
    with pytest.raises(NameTaken):
        templates.change(other.id, name="Opening hours")
    assert templates.get(other.id) == other
    free = templates.free_name(desk.account.id, "Opening hours", is_snippet=True)
    assert free == "Opening hours 2"
    long = snippet(templates, desk, "x" * 200, "d")
    assert len(long.name) == LONGEST_NAME
    free = templates.free_name(desk.account.id, "x" * 200, is_snippet=True)
    assert free.endswith("x 2")
    assert len(free) == LONGEST_NAME


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Open till six", "Open till six"),
        ("We are open every day from ten in the morning", "We are open every day from ten…"),
        ("毎日十時から十八時まで営業しています。日曜日と祝日はお休みです。またのお越しを", None),
        ("", ""),
    ],
)
def test_without_a_name_it_is_called_by_its_first_words(
    desk: Desk, templates: Templates, text: str, name: str | None
) -> None:
    made = snippet(templates, desk, "", text)
    assert len(made.name) <= 33
    if name is not None:
        assert made.name == name


def test_changes_last_and_signs_that_cannot_be_kept_go(desk: Desk, templates: Templates) -> None:
    one = snippet(templates, desk, "a", "old\x00")
    assert one.text == "old"
    desk.clock.advance(5)
    after = templates.change(one.id, name="ب", parts=("نو", "دو"))
    assert templates.get(one.id) == after
    assert (after.name, after.parts, after.changed_at) == ("ب", ("نو", "دو"), desk.clock.now())
    assert templates.change(one.id, name=" ") == after


def test_the_most_used_come_first(desk: Desk, templates: Templates) -> None:
    a, b, c = (snippet(templates, desk, name, name) for name in "abc")
    templates.count_use(c.id)
    templates.count_use(c.id)
    templates.count_use(b.id)
    templates.count_use("gone")
    assert [one.name for one in templates.snippets(desk.account.id)] == ["c", "b", "a"]
    assert templates.get(a.id).uses == 0


def test_a_deleted_one_comes_back_as_it_was(desk: Desk, templates: Templates) -> None:
    one = snippet(templates, desk, "a", "words")
    templates.count_use(one.id)
    gone = templates.delete(one.id)
    assert templates.snippets(desk.account.id) == ()
    with pytest.raises(KeyError):
        templates.get(one.id)
    assert templates.undelete(gone) == gone
    assert templates.undelete(gone) == gone
    gone = templates.delete(one.id)
    snippet(templates, desk, "a", "other words")
    back = templates.undelete(gone)
    assert (back.id, back.name, back.text, back.uses) == (one.id, "a 2", "words", 1)


def test_they_are_found_by_beginnings_in_any_script(desk: Desk, templates: Templates) -> None:
    a = snippet(templates, desk, "Öffnungszeiten", "Mo–Fr")
    b = snippet(templates, desk, "شحن", "التوصيل خلال يومين")
    c = snippet(templates, desk, "発送", "翌日に発送します")
    every = (a, b, c)
    assert matching(every, "offn") == (a,)
    assert matching(every, "توصیل") == (b,)
    assert matching(every, "وصیل") == ()
    assert matching(every, "التو") == (b,)
    assert matching(every, "翌日") == (c,)
    assert matching(every, "") == every
    assert matching(every, "offn fr") == (a,)


def test_another_account_has_its_own(desk: Desk, templates: Templates) -> None:
    snippet(templates, desk, "a", "words")
    other = desk.accounts.script_account("http://127.0.0.1:1")
    assert templates.snippets(other.id) == ()
    templates.add(other.id, name="a", parts=("theirs",), is_snippet=True)
