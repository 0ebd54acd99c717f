"""Which picture of a post is its board, whatever is done to the others."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

from services.media.board_values import Cell
from services.shop import Shop
from tests.ui.compose.conftest import Heard
from ui.compose.compose_page import ComposePage
from ui.paint.text_painter import text_painter
from ui.tour.hand import paste_pictures, type_text

POT = Path(__file__).parents[2] / "data" / "pot.mp4"


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


def described(page: ComposePage, picture: str, words: str) -> None:
    """As the owner does it in the description's own window."""
    page.composer.popups.described.emit(picture, words)


def test_her_own_description_goes_back_to_the_board(
    page: ComposePage, shop: Shop, pictures: tuple[Path, ...]
) -> None:
    made = shop.pictures.add_file(pictures[1])
    board_id = new_board(shop)
    page.composer.attach_board(made, "Board of 2 pictures", "", board_id)
    described(page, made.hash, "شش فنجان روی میز 🍵")
    assert page.composer.content.pictures[0].alt_text == "شش فنجان روی میز 🍵"
    assert shop.boards.get(board_id).alt_text == "شش فنجان روی میز 🍵"


def test_what_is_accepted_as_it_was_stays_the_programs_words(
    page: ComposePage, shop: Shop, pictures: tuple[Path, ...]
) -> None:
    made, other = (shop.pictures.add_file(each) for each in pictures[1:3])
    board_id = new_board(shop)
    page.composer.attach_board(made, "Board of 2 pictures", "", board_id)
    described(page, made.hash, "Board of 2 pictures")
    paste_pictures(page, pictures[2:3])
    described(page, other.hash, "Another picture")
    assert shop.boards.get(board_id).alt_text == ""


def test_a_board_deleted_meanwhile_keeps_no_description(
    page: ComposePage, shop: Shop, pictures: tuple[Path, ...]
) -> None:
    made = shop.pictures.add_file(pictures[1])
    board_id = new_board(shop)
    page.composer.attach_board(made, "Board of 2 pictures", "", board_id)
    shop.boards.delete(board_id)
    described(page, made.hash, "Two cups")
    assert page.composer.content.pictures[0].alt_text == "Two cups"


OLD, NEW = "https://www.pinterest.com/a/b/", "https://www.pinterest.com/c/d/"


def put(page: ComposePage, shop: Shop, board_id: str, path: Path, link: str) -> str:
    page.composer.attach_board(shop.pictures.add_file(path), "A board", link, board_id)
    return page.composer.content.text


def test_the_boards_former_link_is_replaced(
    page: ComposePage, shop: Shop, pictures: tuple[Path, ...]
) -> None:
    board_id = new_board(shop)
    type_text(page, "Cups 🍵")
    assert put(page, shop, board_id, pictures[0], OLD) == f"Cups 🍵\n{OLD}"
    page.composer.parts.now.replace_text(f"Cups 🍵\n{OLD} #tea")
    assert put(page, shop, board_id, pictures[1], NEW) == f"Cups 🍵\n{NEW} #tea"
    assert put(page, shop, board_id, pictures[2], "") == "Cups 🍵\n #tea"
    assert put(page, shop, board_id, pictures[0], OLD) == f"Cups 🍵\n #tea\n{OLD}"


def test_a_link_that_became_a_code_leaves_no_empty_line(
    page: ComposePage, shop: Shop, pictures: tuple[Path, ...]
) -> None:
    board_id = new_board(shop)
    type_text(page, "فنجان")
    put(page, shop, board_id, pictures[0], OLD)
    assert put(page, shop, board_id, pictures[1], "") == "فنجان"


def test_a_link_she_took_out_stays_out_and_a_longer_one_is_another(
    page: ComposePage, shop: Shop, pictures: tuple[Path, ...]
) -> None:
    board_id = new_board(shop)
    put(page, shop, board_id, pictures[0], OLD)
    page.composer.parts.now.replace_text(f"Mine: {OLD}extra")
    assert put(page, shop, board_id, pictures[1], OLD) == f"Mine: {OLD}extra"
    assert put(page, shop, board_id, pictures[2], NEW) == f"Mine: {OLD}extra\n{NEW}"


def test_a_board_that_was_taken_out_comes_with_its_link_again(
    page: ComposePage, shop: Shop, pictures: tuple[Path, ...]
) -> None:
    board_id = new_board(shop)
    put(page, shop, board_id, pictures[0], OLD)
    page.composer.remove(page.composer.content.pictures[0].hash)
    page.composer.parts.now.replace_text("Words")
    assert put(page, shop, board_id, pictures[0], OLD) == f"Words\n{OLD}"


def test_after_another_start_the_former_link_is_known(
    page: ComposePage, shop: Shop, pictures: tuple[Path, ...]
) -> None:
    cells = [Cell(shop.pictures.add_file(each).hash) for each in pictures[:2]]
    account = shop.accounts.active().id
    board = shop.boards.create(account, name="Shelf", cells=cells, link="www.pinterest.com/a/b/")
    made = shop.boards.export(board, text_painter("en"))
    type_text(page, "Cups")
    page.composer.attach_board(made, "A board", OLD, board.id)
    reopened(page)
    shop.boards.save(replace(shop.boards.get(board.id), link=NEW))
    page.composer.attach_board(made, "A board", NEW, board.id)
    assert page.composer.content.text == f"Cups\n{NEW}"


def test_what_a_board_takes_the_place_of_is_named_and_comes_back(
    page: ComposePage, shop: Shop, heard: Heard, pictures: tuple[Path, ...]
) -> None:
    paste_pictures(page, (POT,))
    video = page.composer.content.pictures
    board = shop.pictures.add_file(pictures[0])
    page.composer.attach_board(board, "A board", "", new_board(shop))
    assert heard.undos[-1].sentence == "The board stands in place of your video."
    heard.undos[-1].undo()
    assert page.composer.content.pictures == video
    page.composer.remove(video[0].hash)
    paste_pictures(page, pictures[1:3])
    page.composer.attach_board(board, "A board", "", new_board(shop))
    assert heard.undos[-1].sentence == "The board stands in place of your pictures."
