from __future__ import annotations

import shutil
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from services.errors import BadImage, StorageTrouble
from services.media.board_values import Board, Cell
from services.media.outings import LONGEST_NAME, Outings, Site, file_name, no_device, safe_name
from services.shop import Shop


def photo(colour: str) -> bytes:
    out = BytesIO()
    Image.new("RGB", (60, 40), colour).save(out, "JPEG")
    return out.getvalue()


@pytest.fixture
def board(shop: Shop) -> Board:
    account = shop.accounts.active().id
    captions = ("Blue tea bowl", "کاسهٔ سبز", "抹茶茶碗: 小/大", "🍵", "")
    cells = [
        Cell(shop.pictures.add_bytes(photo(colour), name="a.jpg").hash, caption)
        for colour, caption in zip(("red", "lime", "blue", "teal", "navy"), captions, strict=True)
    ]
    return shop.boards.create(account, name="Autumn: cups/bowls", cells=cells)


@pytest.fixture
def outings(shop: Shop) -> Outings:
    return shop.outings


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_pictures_are_named_and_numbered(
    outings: Outings, board: Board, shop: Shop, tmp_path: Path
) -> None:
    made = outings.begin(board, Site.PINTEREST, under=tmp_path / "Pictures" / "Shoplark")
    assert made.folder.name == "Autumn cups bowls"
    assert names(made.folder) == [
        "01 Blue tea bowl.jpg",
        "02 کاسهٔ سبز.jpg",
        "03 抹茶茶碗 小 大.jpg",
        "04 🍵.jpg",
        "05.jpg",
    ]
    first = made.folder / "01 Blue tea bowl.jpg"
    assert first.read_bytes() == shop.pictures.read(board.cells[0].picture)


def test_it_is_found_again_and_what_is_missing_comes_back(
    outings: Outings, board: Board, tmp_path: Path
) -> None:
    made = outings.begin(board, Site.TUMBLR, under=tmp_path)
    assert outings.of(board.id) == made
    (made.folder / "05.jpg").unlink()
    edited = made.folder / "01 Blue tea bowl.jpg"
    edited.write_bytes(b"the owner's own now")
    again = outings.begin(board, Site.PINTEREST, under=tmp_path / "elsewhere")
    assert again.folder == made.folder
    assert "05.jpg" in names(made.folder)
    assert edited.read_bytes() == b"the owner's own now"
    found = outings.of(board.id)
    assert found is not None
    assert found.site is Site.PINTEREST


def test_a_board_that_changed_gets_a_folder_of_its_own(
    outings: Outings, board: Board, shop: Shop, tmp_path: Path
) -> None:
    first = outings.begin(board, Site.PINTEREST, under=tmp_path).folder
    (first / "notes.txt").write_text("the owner's")
    changed = shop.boards.save(replace(board, cells=board.cells[:2]))
    second = outings.begin(changed, Site.PINTEREST, under=tmp_path).folder
    assert second.name == "Autumn cups bowls 2"
    assert len(names(second)) == 2
    assert len(names(first)) == 6


def test_a_folder_that_is_gone_is_made_again(
    outings: Outings, board: Board, tmp_path: Path
) -> None:
    first = outings.begin(board, Site.PINTEREST, under=tmp_path).folder
    shutil.rmtree(first)
    assert len(names(outings.begin(board, Site.PINTEREST, under=tmp_path).folder)) == 5


def test_it_moves_where_the_owner_wants_it(outings: Outings, board: Board, tmp_path: Path) -> None:
    outings.begin(board, Site.PINTEREST, under=tmp_path / "one")
    moved = outings.begin(board, Site.PINTEREST, under=tmp_path / "two", move=True)
    assert moved.folder.parent == tmp_path / "two"
    assert outings.of(board.id) == moved


def test_the_site_is_remembered(outings: Outings, board: Board, tmp_path: Path) -> None:
    outings.begin(board, Site.PINTEREST, under=tmp_path)
    outings.choose(board.id, Site.TUMBLR)
    found = outings.of(board.id)
    assert found is not None
    assert found.site is Site.TUMBLR


def test_trouble_is_told_and_the_rest_goes_on_another_time(
    outings: Outings, board: Board, shop: Shop, tmp_path: Path
) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(StorageTrouble):
        outings.begin(board, Site.PINTEREST, under=tmp_path / "file")
    data = shop.pictures.read(board.cells[2].picture)
    gone = shop.pictures.path(board.cells[2].picture)
    gone.unlink()
    with pytest.raises(BadImage):
        outings.begin(board, Site.PINTEREST, under=tmp_path)
    gone.write_bytes(data)
    made = outings.begin(board, Site.PINTEREST, under=tmp_path)
    assert made.folder.name == "Autumn cups bowls"
    assert len(names(made.folder)) == 5


def test_a_deleted_board_is_forgotten(
    outings: Outings, board: Board, shop: Shop, tmp_path: Path
) -> None:
    outings.begin(board, Site.PINTEREST, under=tmp_path)
    shop.boards.delete(board.id)
    assert outings.of(board.id) is None


@given(st.text(max_size=300))
def test_any_words_make_a_name_that_can_be_written(words: str) -> None:
    name = safe_name(words)
    assert len(name) <= LONGEST_NAME
    assert not set(name) & set('<>:"/\\|?*\0\n\r\t')
    assert not name.startswith(".")
    assert not name.endswith((".", " "))
    assert len(file_name(12, words, ".jpg").encode()) < 250


DEVICES = (
    "Con",
    "aux",
    "NUL",
    "prn",
    "COM1",
    "lpt9",
    "com²",
    "CONOUT$",
    "con.shop",
    "nul .a.b",
    "Aux.",
)


@pytest.mark.parametrize("name", DEVICES)
def test_no_folder_is_called_as_a_device_of_windows(
    outings: Outings, board: Board, shop: Shop, tmp_path: Path, name: str
) -> None:
    """Windows looks at what stands before the first dot, and not at capitals."""
    called = shop.boards.save(replace(board, name=name))
    for _ in range(2):
        made = outings.begin(called, Site.PINTEREST, under=tmp_path, move=True).folder.name
        assert made.partition(".")[0].endswith(("_", " 2"))
        assert no_device(made) == made


@pytest.mark.parametrize("name", ["Console", "com", "COM10", "Null", "Cups for con", "茶 con", ""])
def test_other_names_stay_as_they_are(name: str) -> None:
    assert no_device(name) == name
