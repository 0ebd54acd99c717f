"""Which picture of a post is its board, whatever is done to the others."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from services.shop import Shop
from ui.compose.compose_page import ComposePage
from ui.tour.hand import paste_pictures, type_text


def new_board(shop: Shop) -> str:
    account = shop.accounts.active()
    return shop.boards.create(account.id, name="Shelf").id


def test_a_campaigns_board_waits_until_it_is_drawn(page: ComposePage, shop: Shop) -> None:
    board_id = new_board(shop)
    campaign = shop.campaigns.add(
        shop.accounts.active().id,
        name="Tea weeks",
        tag="#teatime",
        first_day=date(2026, 11, 1),
        last_day=date(2026, 11, 30),
        board_id=board_id,
    )
    draft = shop.campaigns.begin_post(campaign.id)
    page.open_item(draft.id)
    type_text(page, " چای")
    page.save_now()
    assert draft.board_id is not None
    assert shop.drafts.get(draft.id).board_id == draft.board_id


def test_a_board_goes_with_its_picture_and_comes_back_with_it(
    page: ComposePage, shop: Shop, pictures: tuple[Path, ...]
) -> None:
    type_text(page, "One")
    paste_pictures(page, pictures[:1])
    page.composer.parts.add()
    board = shop.pictures.add_file(pictures[1])
    board_id = new_board(shop)
    page.composer.attach_board(board, "A board", "", board_id)
    page.composer.remove(board.hash)
    assert page.composer.content.board_id is None
    page.save_now()
    assert shop.drafts.get(page.keeper.post_id).board_id is None


def test_a_board_drawn_again_takes_its_own_place(
    page: ComposePage, shop: Shop, pictures: tuple[Path, ...]
) -> None:
    type_text(page, "One")
    paste_pictures(page, pictures[:1])
    mine = page.composer.content.pictures[0].hash
    page.composer.parts.add()
    board_id = new_board(shop)
    first, again = (shop.pictures.add_file(each) for each in pictures[1:3])
    page.composer.attach_board(first, "A board", "", board_id)
    page.composer.parts.go_to(0)
    page.composer.attach_board(again, "The same, changed", "", board_id)
    hashes = [[one.hash for one in part.pictures] for part in page.composer.content.parts]
    assert hashes == [[mine], [again.hash]]
