"""Fill-ins: any text can be read, what is broken is told with its place, filling loses nothing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.text.fill_ins import Brace, Broken, Fault, FillIn, fill, read, unresolved
from tests.work import steps

BRACED = st.text(alphabet="{}a b\nش茶🍵é", max_size=40)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("{product} for {price}: {link}", ("product", "price", "link")),
        ("{ Product } and {PRODUCT}", ("product",)),
        ("{اسم المنتج}", ("اسم المنتج",)),
        ("{商品}は{値段}円🍵", ("商品", "値段")),
        ("{{size}} is {size}", ("size",)),
        ("{{{size}}}", ("size",)),
        ("none at all", ()),
    ],
)
def test_names_are_read(text: str, names: tuple[str, ...]) -> None:
    every = read(text)
    assert every.names == names
    assert every.broken == ()


@pytest.mark.parametrize(
    ("text", "fault", "start", "end"),
    [
        ("{a", Fault.UNCLOSED, 0, 1),
        ("x {a\n}", Fault.UNCLOSED, 2, 3),
        ("🍵{a{b}", Fault.UNCLOSED, 1, 2),
        ("{" + "long " * 20 + "}", Fault.UNCLOSED, 0, 1),
        ("شاي {}", Fault.EMPTY, 4, 6),
        ("{  }", Fault.EMPTY, 0, 4),
        ("a}", Fault.STRAY, 1, 2),
        ("}}", Fault.STRAY, 0, 1),
        ("{{{", Fault.UNCLOSED, 2, 3),
    ],
)
def test_broken_braces_are_told_with_their_place(
    text: str, fault: Fault, start: int, end: int
) -> None:
    first = read(text).broken[0]
    assert (first.fault, first.start, first.end) == (fault, start, end)


def test_known_names_are_filled_and_others_wait() -> None:
    text = "{Product}: {price}, {size}. {{as is}} {broken"
    filled = fill(text, {"product": "Moss teapot {1}", "price": "٢٤ ر.س"})
    assert filled == "Moss teapot {1}: ٢٤ ر.س, {size}. {as is} {broken"


def test_what_waits_in_a_post_is_listed_as_written() -> None:
    assert unresolved("Size {Size}, {size}, {Size} and {茶}") == ("{Size}", "{size}", "{茶}")
    assert unresolved("no { braces }} {}") == ("{ braces }",)
    assert unresolved("") == ()
    assert unresolved("{^_^} {1} {a: 1} {x;y} {हिन्दी} {l'objet}") == ("{हिन्दी}", "{l'objet}")


@given(text=BRACED)
def test_every_brace_of_any_text_is_accounted_for(text: str) -> None:
    every = read(text)
    found: list[FillIn | Broken | Brace] = [*every.fill_ins, *every.broken, *every.braces]
    found.sort(key=lambda one: one.start)
    done, outside = 0, ""
    for one in found:
        assert done <= one.start < one.end <= len(text)
        outside += text[done : one.start]
        done = one.end
    assert not set(outside + text[done:]) & set("{}")


@given(text=BRACED)
def test_filling_with_their_own_names_changes_only_doubled_braces(text: str) -> None:
    every = read(text)
    if every.braces:
        return
    assert fill(text, {}) == text


@given(text=BRACED, value=st.text(max_size=5))
def test_filled_texts_have_the_values_and_no_waiting_name(text: str, value: str) -> None:
    every = read(text)
    filled = fill(text, dict.fromkeys(every.names, value))
    taken = sum(one.end - one.start for one in every.fill_ins)
    put = len(every.fill_ins) * len(value) - len(every.braces)
    assert len(filled) == len(text) - taken + put


@given(text=st.text(max_size=40))
def test_any_unicode_can_be_read(text: str) -> None:
    fill(text, {})
    unresolved(text)


@pytest.mark.parametrize(
    ("piece", "filled"), [("{{", "{"), ("}", "}"), ("{}", "{}"), ("{a", "{a"), ("{a}", "b")]
)
def test_hostile_texts_are_filled_sign_by_sign(piece: str, filled: str) -> None:
    assert fill(piece * 12_500, {"a": "b"}) == filled * 12_500
    few, many = (steps(lambda n=n: fill(piece * n, {"a": "b"})) for n in (500, 2_000))
    assert many < 5 * few
