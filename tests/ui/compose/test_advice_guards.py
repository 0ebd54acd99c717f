"""What guards found is said in its order, and never before what stops a post."""

from __future__ import annotations

from dataclasses import replace

import pytest

from services.publishing.guard_values import Asked, Beside, Findings, Similar
from services.publishing.mix import Mix
from services.publishing.post_options import PostKind
from services.publishing.states import State
from services.text.guards import look_at
from services.text.measure import parse
from ui.compose.advice import Act, Situation, Weight, advise
from ui.compose.content import PartContent, PartState
from ui.compose.hindrance import NOTHING, Hindrance

pytestmark = pytest.mark.usefixtures("qapp")

NOVEMBER_3 = 1_793_700_000
TEXT = "CHEAP cups #a #b #c you liars!!!"


def part(text: str) -> PartState:
    return PartState(PartContent(text), parse(text))


def findings(text: str, *, avoid: tuple[str, ...] = (), **beside: object) -> Findings:
    words = look_at([text], avoid=avoid)
    return Findings(Asked("a", (text,)), words, PostKind.SELL, Beside(**beside))  # type: ignore[arg-type]  # each is named right


ALL = Situation(
    part=part(TEXT),
    is_empty=False,
    rests_until="10:10",
    why_not=Hindrance("A poll needs two options."),
    findings=findings(
        TEXT,
        avoid=("cheap",),
        same_as="p",
        similar=Similar("q", 0.9, State.SENT, NOVEMBER_3),
        mix=Mix(sell=12, help=1, people=5, ask=2),
        praise=2,
        shows_praise=True,
    ),
)


def with_beside(now: Situation, **changed: object) -> Situation:
    assert now.findings is not None
    assert now.findings.beside is not None
    beside = replace(now.findings.beside, **changed)  # type: ignore[arg-type]  # as above
    return now._replace(findings=replace(now.findings, beside=beside))


def test_from_the_gravest_to_the_least() -> None:
    now = ALL
    assert advise(now).first == ("Show it", Act.SHOW_SAME)
    now = with_beside(now, same_as=None)
    assert advise(now).sentence == "A poll needs two options."
    now = now._replace(why_not=NOTHING)
    assert advise(now).sentence == "This draft rests until 10:10."
    assert advise(now).first == ("Do not wait", Act.SEND_RESTED)
    assert advise(now._replace(asked_to_rest=True)).first == ("Send anyway", Act.SEND_RESTED)
    now = now._replace(rests_until="", has_rested=True)
    assert advise(now).sentence == "This draft has rested. Read it once more."
    now = now._replace(has_rested=False)
    assert advise(now).sentence == (
        "This reads as said in anger: an insult and exclamation marks. Rest ten minutes?"
    )
    assert advise(now).first == ("Rest 10 minutes", Act.REST)
    assert advise(now).second == ("It is fine", Act.DISMISS_HEAT)
    now = now._replace(heat_answered=True)
    assert advise(now).sentence == "Nearly the same as a post from Nov 3."
    assert advise(now).first == ("Show it", Act.SHOW_SIMILAR)
    now = with_beside(now, similar=None)
    assert advise(now).sentence == "More than two hashtags help nobody to find a post on X."
    now = now._replace(part=part("CHEAP cups"))
    assert advise(now).sentence == "You avoid the word “CHEAP”."
    assert now.findings is not None
    now = now._replace(findings=replace(now.findings, words=look_at([TEXT])))
    assert advise(now).sentence == (
        "More than half of 20 posts around now sell. One that helps is missing most."
    )
    now = with_beside(now, mix=Mix(sell=10, help=10))
    assert advise(now).sentence == "Praise is shown in 2 of the posts around now already."
    assert advise(with_beside(now, praise=1)).weight is Weight.GOOD
    assert advise(with_beside(now, shows_praise=False)).weight is Weight.GOOD


def test_too_many_signs_offer_three_ways() -> None:
    long = part("x" * 300)
    assert advise(Situation(part=long, is_empty=False)).third is None
    offered = advise(Situation(part=long, is_empty=False, into_picture=True))
    assert [answer[1] for answer in offered.answers if answer] == [
        Act.MAKE_THREAD,
        Act.TRIM,
        Act.INTO_PICTURE,
    ]


@pytest.mark.parametrize(
    ("state", "sentence"),
    [
        (State.DRAFT, "Nearly the same as another draft."),
        (State.QUEUED, "Nearly the same as a post in the queue for Nov 3."),
        (State.NEEDS_YOU, "Nearly the same as a post in the queue for Nov 3."),
    ],
)
def test_where_the_similar_post_is(state: State, sentence: str) -> None:
    found = findings("x", similar=Similar("q", 0.8, state, NOVEMBER_3))
    now = Situation(part=part("x"), is_empty=False, findings=found)
    assert advise(now).sentence == sentence


def test_the_day_is_the_shops() -> None:
    found = findings("x", similar=Similar("q", 0.8, State.SENT, NOVEMBER_3 + 8 * 3_600))
    now = Situation(part=part("x"), is_empty=False, findings=found)
    assert advise(now).sentence.endswith("Nov 3.")
    assert advise(now._replace(zone="Asia/Tokyo")).sentence.endswith("Nov 4.")


def test_words_to_avoid_are_named_each_once() -> None:
    text = "cheap, Cheap 安い luxury"
    now = Situation(part=part(text), is_empty=False, findings=findings(text, avoid=("cheap",)))
    assert advise(now).sentence == "You avoid the word “cheap”."
    now = now._replace(findings=findings(text, avoid=("cheap", "安い", "luxury")))
    assert advise(now).sentence == "You avoid the words “cheap” and “安い”."


def test_a_post_that_does_not_sell_is_not_told_that_others_do() -> None:
    found = replace(findings("x", mix=Mix(sell=20)), kind=PostKind.HELP)
    assert advise(Situation(part=part("x"), is_empty=False, findings=found)).sentence == "Ready"


def test_words_alone_are_enough_for_some() -> None:
    found = replace(findings("You liars"), beside=None)
    now = Situation(part=part("You liars"), is_empty=False, findings=found)
    assert advise(now).first == ("Rest 10 minutes", Act.REST)
    assert advise(now._replace(heat_answered=True)).sentence == "Ready"


def test_that_it_would_wait_comes_before_what_is_only_like_another() -> None:
    now = Situation(part=part("x #a #b #c"), is_empty=False, over_budget="It would wait.")
    assert advise(now).sentence == "It would wait."
    now = now._replace(findings=findings("x", similar=Similar("q", 0.8, State.DRAFT, 0)))
    assert advise(now).sentence == "It would wait."
    assert advise(now._replace(over_budget="")).sentence.startswith("Nearly the same")
    # What was asked before sending keeps its answers.
    assert advise(now._replace(rests_until="10:10")).first is not None
    assert advise(now._replace(has_rested=True)).sentence == "It would wait."
    assert advise(now._replace(is_empty=True)).sentence != "It would wait."
