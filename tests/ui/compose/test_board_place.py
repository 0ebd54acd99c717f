"""Which picture of a post is its board, whatever is done to the others."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

from services.media.board_values import Cell
from services.shop import Shop
from ui.compose.compose_page import ComposePage
from ui.paint.text_painter import text_painter
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


def reopened(page: ComposePage) -> None:
    """The draft that is on the sheet, as after another start."""
    page.save_now()
    draft = page.keeper.post_id
    page.new_draft()
    page.open_item(draft)


def test_a_renamed_board_still_knows_its_picture(
    page: ComposePage, shop: Shop, pictures: tuple[Path, ...]
) -> None:
    cells = [Cell(shop.pictures.add_file(each).hash) for each in pictures[:2]]
    board = shop.boards.create(shop.accounts.active().id, name="Shelf", cells=cells)
    made = shop.boards.export(board, text_painter("en"))
    type_text(page, "One")
    paste_pictures(page, pictures[2:3])
    page.composer.attach_board(made, "A board", "", board.id)
    again = replace(shop.boards.get(board.id), name="棚", cells=tuple(reversed(cells)))
    shop.boards.save(again)
    reopened(page)
    after = shop.boards.export(again, text_painter("en"))
    page.composer.attach_board(after, "A board, changed", "", board.id)
    assert made.hash != after.hash
    assert [one.hash for one in page.composer.content.pictures] == [after.hash]


def test_a_board_made_anew_for_another_post_is_found_by_its_name(
    page: ComposePage, shop: Shop, pictures: tuple[Path, ...]
) -> None:
    cells = [Cell(shop.pictures.add_file(each).hash) for each in pictures[:2]]
    board = shop.boards.create(shop.accounts.active().id, name="چای", cells=cells)
    made = shop.boards.export(board, text_painter("en"))
    type_text(page, "One")
    page.composer.attach_board(made, "A board", "", board.id)
    page.save_now()
    turned = shop.boards.save(replace(board, cells=tuple(reversed(cells))))
    assert shop.boards.export(turned, text_painter("en")).hash != made.hash
    reopened(page)
    assert page.composer.content.board_id == board.id
    page.composer.remove(made.hash)
    assert page.composer.content.board_id is None
