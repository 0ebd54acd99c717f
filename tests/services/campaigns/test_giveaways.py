from __future__ import annotations

import random
from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.accounts.accounts import Account
from services.campaigns.giveaways import (
    AlreadyDrawn,
    Giveaway,
    NoEntries,
    NoPrize,
    NotOver,
    winners_of,
)
from services.clock import SteppedClock, from_wall
from services.publishing.drafts import DraftPart
from services.shop import Shop
from tests.services.campaigns.conftest import Said, Sent

ENDS = "2026-11-21T18:00"


@pytest.fixture
def giveaway(shop: Shop, own: Account) -> Giveaway:
    """It ends tomorrow in Helsinki, and has two winners."""
    return shop.giveaways.add(
        Giveaway(
            "",
            own.id,
            " A celadon\ncup ",
            "Answer here",
            2,
            from_wall(ENDS, own.zone),
            ENDS,
            own.zone,
        )
    )


@pytest.fixture
def under_post(shop: Shop, giveaway: Giveaway, sent: Sent, said: Said) -> Giveaway:
    """Four people answered, one of them twice."""
    post = sent("Win a cup", "900")
    for handle in ("mina", "otto", "mina", "علی", "さくら"):
        said(handle, "Me", under="900")
    said("elsewhere", "Me", under="901")
    return shop.giveaways.set_post(giveaway.id, post.id)


def test_a_giveaway_is_kept_as_it_was_said(shop: Shop, own: Account, giveaway: Giveaway) -> None:
    assert giveaway.prize == "A celadon cup"
    assert shop.giveaways.all(own.id) == (giveaway,)
    changed = shop.giveaways.change(replace(giveaway, winners=0, prize="A pot"))
    assert (changed.prize, changed.winners) == ("A pot", 1)
    with pytest.raises(NoPrize):
        shop.giveaways.change(replace(giveaway, prize="  "))


def test_its_post_is_a_draft_that_it_knows(shop: Shop, giveaway: Giveaway) -> None:
    post = shop.giveaways.begin_post(giveaway.id, "Win a cup\nRules: answer")
    assert post.text == "Win a cup\nRules: answer"
    assert shop.giveaways.get(giveaway.id).post_id == post.id


def test_each_person_is_in_once_by_their_first_answer(
    shop: Shop, own: Account, under_post: Giveaway, said: Said
) -> None:
    said("KILN", "We thank you all", under="900")
    said("", "Somebody X no longer knows", under="900")
    answers = shop.giveaways.answers(under_post.id)
    assert [one.handle for one in answers] == ["mina", "otto", "علی", "さくら"]
    assert answers[0].x_post_id == "5001"


def test_who_answers_after_the_end_is_in_only_when_the_owner_says_so(
    shop: Shop, under_post: Giveaway, said: Said, clock: SteppedClock
) -> None:
    said("just", "Me", under="900", at=under_post.ends_at)
    said("late", "Me too", under="900", at=under_post.ends_at + 1)
    said("otto", "And again", under="900", at=under_post.ends_at + 2)
    clock.advance(2 * 86_400)
    in_time = shop.giveaways.answers(under_post.id)
    assert [one.handle for one in in_time] == ["mina", "otto", "علی", "さくら", "just"]
    *others, late = shop.giveaways.everybody(under_post.id)
    assert (tuple(others), late.handle, late.late) == (in_time, "late", True)
    shop.giveaways.draw(under_post.id, (*in_time, late))
    shop.database.connection.execute("DELETE FROM inbox_item")
    record = shop.giveaways.record(under_post.id)
    assert [one.handle for one in record if one.late] == ["late"]


def test_an_answer_to_another_customer_is_no_entry(
    shop: Shop, own: Account, giveaway: Giveaway, said: Said
) -> None:
    """X puts the whole conversation under one id."""
    draft = shop.drafts.new(own.id)
    shop.drafts.save(draft.id, parts=(DraftPart("Win a cup"), DraftPart("These are the rules")))
    for x_id, part in zip(("900", "902"), shop.drafts.get(draft.id).parts, strict=True):
        shop.database.connection.execute(
            "UPDATE part SET x_post_id = ? WHERE id = ?", (x_id, part.id)
        )
    shop.giveaways.set_post(giveaway.id, draft.id)
    for handle, parent in (("mina", "900"), ("otto", "5001"), ("علی", "902")):
        item = said(handle, "Good luck", under="900")
        shop.database.connection.execute(
            "UPDATE inbox_item SET x_parent_id = ? WHERE id = ?", (parent, item)
        )
    assert [one.handle for one in shop.giveaways.answers(giveaway.id)] == ["mina", "علی"]


def test_a_draw_is_kept_with_all_that_shows_it_was_fair(
    shop: Shop, under_post: Giveaway, clock: SteppedClock
) -> None:
    clock.advance(2 * 86_400)
    answers = shop.giveaways.answers(under_post.id)
    drawn = shop.giveaways.draw(under_post.id, tuple(reversed(answers[:3])))
    assert drawn.drawn_at == clock.now()
    assert drawn.seed is not None
    assert len(drawn.seed) == 32
    assert not drawn.drawn_early
    record = shop.giveaways.record(drawn.id)
    assert [one.handle for one in record] == ["mina", "otto", "علی"]
    won = {place for place, one in enumerate(record) if one.won}
    assert won == winners_of(drawn.seed, 3, 2)
    assert len(won) == 2


def test_it_is_drawn_once(shop: Shop, under_post: Giveaway, clock: SteppedClock) -> None:
    clock.advance(2 * 86_400)
    answers = shop.giveaways.answers(under_post.id)
    drawn = shop.giveaways.draw(under_post.id, answers)
    record = shop.giveaways.record(drawn.id)
    with pytest.raises(AlreadyDrawn):
        shop.giveaways.draw(under_post.id, answers)
    with pytest.raises(AlreadyDrawn):
        shop.giveaways.change(replace(drawn, winners=4))
    assert shop.giveaways.get(drawn.id) == drawn
    assert shop.giveaways.record(drawn.id) == record


def test_before_the_end_only_when_the_owner_says_so_and_it_is_noted(
    shop: Shop, under_post: Giveaway
) -> None:
    answers = shop.giveaways.answers(under_post.id)
    with pytest.raises(NotOver):
        shop.giveaways.draw(under_post.id, answers)
    assert shop.giveaways.get(under_post.id).drawn_at is None
    assert shop.giveaways.draw(under_post.id, answers, early=True).drawn_early


def test_nobody_to_draw_among(shop: Shop, under_post: Giveaway) -> None:
    with pytest.raises(NoEntries):
        shop.giveaways.draw(under_post.id, (), early=True)
    assert shop.giveaways.get(under_post.id).seed is None


def test_deleting_is_taken_back_with_the_record(
    shop: Shop, own: Account, under_post: Giveaway
) -> None:
    drawn = shop.giveaways.draw(under_post.id, shop.giveaways.answers(under_post.id), early=True)
    record = shop.giveaways.record(drawn.id)
    gone = shop.giveaways.delete(drawn.id)
    assert shop.giveaways.all(own.id) == ()
    assert shop.giveaways.undelete(gone) == drawn
    assert shop.giveaways.record(drawn.id) == record


def test_a_record_outlives_the_words_it_was_drawn_from(shop: Shop, under_post: Giveaway) -> None:
    drawn = shop.giveaways.draw(under_post.id, shop.giveaways.answers(under_post.id), early=True)
    shop.database.connection.execute("DELETE FROM inbox_item")
    assert [one.handle for one in shop.giveaways.record(drawn.id)] == [
        "mina",
        "otto",
        "علی",
        "さくら",
    ]


@given(st.text("0123456789abcdef", min_size=32, max_size=32), st.integers(0, 60), st.integers(1, 9))
def test_the_same_seed_draws_the_same_winners(seed: str, entries: int, winners: int) -> None:
    won = winners_of(seed, entries, winners)
    assert won == winners_of(seed, entries, winners)
    assert len(won) == min(entries, winners)
    assert all(0 <= one < entries for one in won)


def test_nobody_is_drawn_more_often_than_chance_has_it() -> None:
    """Of 6,000 draws of 2 in 10 each has about 1,200; six deviations are 186."""
    seeds = random.Random(1)  # noqa: S311  # a test's own
    often = Counter(
        one for _ in range(6_000) for one in winners_of(f"{seeds.getrandbits(128):032x}", 10, 2)
    )
    assert set(often) == set(range(10))
    assert all(abs(count - 1_200) < 186 for count in often.values())


def test_how_a_draw_is_done_again_by_its_record() -> None:
    """As the module says: whoever has seed and entries comes to the same winners."""
    seed = "0123456789abcdef0123456789abcdef"
    assert winners_of(seed, 7, 2) == frozenset(random.Random(seed).sample(range(7), 2))  # noqa: S311  # the same line
