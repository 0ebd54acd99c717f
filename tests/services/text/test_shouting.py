"""Capitals that raise the voice, and those of shop doors."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.text.shouting import shouted
from tests.work import steps


@pytest.mark.parametrize(
    ("text", "words", "weight"),
    [
        ("I SAID NEVER AGAIN to him", "I SAID NEVER AGAIN", 1),
        ("please STOP COPYING mine", "STOP COPYING", 1),
        ("NOBODY EVER ANSWERS THESE LETTERS", "NOBODY EVER ANSWERS THESE LETTERS", 2),
        ("¡DEJAD DE COPIAR!", "DEJAD DE COPIAR", 1),
        ("ХВАТИТ КРИЧАТЬ ЗДЕСЬ СЕЙЧАС", "ХВАТИТ КРИЧАТЬ ЗДЕСЬ СЕЙЧАС", 2),
        ("ΦΤΑΝΕΙ ΠΙΑ", "ΦΤΑΝΕΙ ΠΙΑ", 1),
        ("YOU’RE ALWAYS RUINING EVERY MORNING", "YOU’RE ALWAYS RUINING EVERY MORNING", 2),
        ("NADIE CONTESTA ESTOS CORREOS", "NADIE CONTESTA ESTOS CORREOS", 2),
        ("HARRY POTTER HOGWARTS CASTLE jigsaw", "HARRY POTTER HOGWARTS CASTLE", 1),
        ("TINY BOWLS, GIANT BOWLS on one shelf", "TINY BOWLS, GIANT BOWLS", 1),
        ("VESTIDO LINO BLANCO TALLA MEDIANA", "VESTIDO LINO BLANCO TALLA MEDIANA", 1),
    ],
)
def test_a_raised_voice(text: str, words: str, weight: int) -> None:
    found = shouted(text)
    assert found is not None
    assert text[found.start : found.end] == words
    assert found.weight == weight


@pytest.mark.parametrize(
    "text",
    [
        "OPEN",
        "SALE TODAY: 20% OFF",
        "WE ARE OPEN UNTIL 8",
        "NEW IN: A CUP",
        "NASA and the BBC at IKEA",
        "A6, USB2 and H2O",
        "#STOPCOPYING @NEVER_AGAIN https://x.example/SHOUTED/WORDS",
        "OH MY, OK",
        "One LOUD word",
        "REBAJAS HOY",
        "お茶 茶 سلام",
        "",
    ],
)
def test_doors_initials_and_scripts_without_capitals(text: str) -> None:
    assert shouted(text) is None


def test_small_letters_between_break_a_shout() -> None:
    assert shouted("STOP it NOW please NEVER") is None


def test_the_loudest_of_two_is_told() -> None:
    found = shouted("STOP COPYING, he said. NOBODY EVER ANSWERS THESE LETTERS")
    assert found is not None
    assert found.weight == 2


@pytest.mark.parametrize("piece", ["f", "茶", "が", "가", "وال", "A'", "ABC ", "1a"])
def test_a_long_paste_takes_steps_as_many_as_its_signs(piece: str) -> None:
    """What is quadratic in C would take longer than a test may."""
    shouted(piece * 200_000)
    assert steps(lambda: shouted(piece * 2_000)) < 5 * steps(lambda: shouted(piece * 500))


@given(st.text(alphabet=st.sampled_from("AbÉñ 茶ش!#@ß1"), max_size=60))
def test_any_text(text: str) -> None:
    found = shouted(text)
    assert found is None or 0 <= found.start < found.end <= len(text)
