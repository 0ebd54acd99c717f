"""That a picture was in a post before: which one, when, and only while it is there."""

from __future__ import annotations

from pathlib import Path

from services.clock import SteppedClock
from services.publishing.drafts import DraftPart
from services.shop import Shop
from ui.compose.compose_page import ComposePage
from ui.tour.hand import paste_pictures

Paths = tuple[Path, ...]


def shown(words: str) -> str:
    return words.replace("\u2068", "").replace("\u2069", "")


def sent_with(shop: Shop, clock: SteppedClock, *paths: Path) -> None:
    """A post with these pictures, three days ago."""
    kept = [shop.pictures.add_file(each).hash for each in paths]
    draft = shop.drafts.new(shop.accounts.active().id)
    pictures = tuple((each, "A cup") for each in kept)
    shop.drafts.save(draft.id, parts=(DraftPart("before", pictures),))
    shop.outbox.enqueue(draft.id, due_at=clock.now())
    shop.outbox.mark_posted_by_hand(draft.id)
    clock.advance(3 * 86_400)


def describe_all(page: ComposePage) -> None:
    for one in page.composer.content.pictures:
        page.composer.popups.described.emit(one.hash, "A cup")


def advised(page: ComposePage) -> str:
    return shown(page.composer.advice.advice.sentence)


def test_a_missing_description_is_said_before_that_it_was_used(
    page: ComposePage, pictures: Paths, shop: Shop, clock: SteppedClock
) -> None:
    sent_with(shop, clock, pictures[0])
    paste_pictures(page, pictures[:1])
    assert advised(page) == "A picture has no description yet."

    describe_all(page)

    assert advised(page) == "You used this picture in your post of November 20."


def test_of_several_it_is_said_which_was_used(
    page: ComposePage, pictures: Paths, shop: Shop, clock: SteppedClock
) -> None:
    sent_with(shop, clock, *pictures[:2])
    paste_pictures(page, pictures[1:3])
    page.composer.parts.now.offer_no_board()
    describe_all(page)
    assert advised(page) == f"{pictures[1].name} was in your post of November 20."

    paste_pictures(page, pictures[:1])
    page.composer.parts.now.offer_no_board()
    describe_all(page)

    assert advised(page) == "2 of these pictures were in posts of yours before."


def test_what_was_said_of_a_picture_goes_with_it(
    page: ComposePage, pictures: Paths, shop: Shop, clock: SteppedClock
) -> None:
    sent_with(shop, clock, pictures[0])
    paste_pictures(page, pictures[:1])
    board = shop.pictures.add_file(pictures[1])
    board_id = shop.boards.create(shop.accounts.active().id, name="b").id
    page.composer.attach_board(board, "A board", "", board_id)

    assert page.composer.parts.now.state.used == ""


def test_a_picture_used_before_is_told_with_its_day(
    page: ComposePage, pictures: Paths, shop: Shop, clock: SteppedClock
) -> None:
    sent_with(shop, clock, pictures[0])
    kept = shop.pictures.add_file(pictures[0])

    paste_pictures(page, pictures[:2])

    told = shown(page.composer.parts.now.arrivals.used(kept.hash))
    assert told == "You used this picture in your post of November 20."
    others = page.composer.content.pictures[1]
    assert page.composer.parts.now.arrivals.used(others.hash) == ""
