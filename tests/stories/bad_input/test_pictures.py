"""A picture that is not one, is cut short, is 30,000 pixels wide, or unpacks to a gigabyte."""

from __future__ import annotations

import io
import random
import struct
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image
from pytestqt.qtbot import QtBot

from services import headless
from services.headless_options import HeadlessOptions, NewPart
from services.options import RunOptions
from services.paths import Paths
from tests.stories.bad_input.conftest import Owner
from ui.board.board_dialog import BoardDialog
from ui.shop.shop_page import ShopPage
from ui.tour.hand import paste_pictures, type_text
from widgets.isolates import held

ANOTHER = "Choose another picture"


def photograph() -> bytes:
    out = io.BytesIO()
    noise = random.Random(7).randbytes(90 * 90 * 3)  # noqa: S311  # noise, not a secret
    Image.frombytes("RGB", (90, 90), noise).save(out, "JPEG")
    return out.getvalue()


def bomb() -> bytes:
    """A PNG of 1 KB that says it is 100,000 pixels wide and high."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return (
            struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
        )

    size = struct.pack(">IIBBBBB", 100_000, 100_000, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", size) + chunk(b"IDAT", zlib.compress(bytes(10**6)))


BAD = {
    "prices.pdf": (b"%PDF-1.7 prices", "prices.pdf is not a picture. Nothing was changed."),
    "خبر.jpg": ("متن، نه عکس".encode(), "خبر.jpg is not a picture. Nothing was changed."),
    "empty.png": (b"", "empty.png is not a picture. Nothing was changed."),
    "cut.jpg": (
        photograph()[:3_000],
        "cut.jpg is cut short and cannot be shown. Nothing was changed.",
    ),
    "bomb.png": (
        bomb(),
        "bomb.png has too many pixels. Make it smaller first; nothing was changed.",
    ),
    "phone.heic": (
        b"\x00\x00\x00\x18ftypheic" + bytes(40),
        "phone.heic cannot be read. Nothing was changed.",
    ),
}
each_bad = pytest.mark.parametrize(
    ("name", "data", "sentence"), [(name, *rest) for name, rest in BAD.items()], ids=BAD
)


@pytest.fixture
def put(tmp_path: Path) -> Callable[[str, bytes], Path]:
    def write(name: str, data: bytes) -> Path:
        path = tmp_path / name
        path.write_bytes(data)
        return path

    return write


@each_bad
def test_in_a_post(
    owner: Callable[[], Owner],
    put: Callable[[str, bytes], Path],
    name: str,
    data: bytes,
    sentence: str,
) -> None:
    him = owner()
    compose = him.program.rooms.compose
    type_text(compose, "Words stay")
    paste_pictures(compose, [put("good.jpg", photograph()), put(name, data)])
    him.settle()
    assert him.sees(sentence)
    assert him.presses(ANOTHER)
    assert [one.name for one in compose.composer.content.pictures] == ["good.jpg"]
    assert compose.composer.content.text == "Words stay"
    assert compose.bar.post_button.isEnabled()


def test_in_a_post_that_is_too_long_it_is_told_all_the_same(
    owner: Callable[[], Owner], put: Callable[[str, bytes], Path]
) -> None:
    him = owner()
    him.program.rooms.compose.composer.sheet.edit.insert("x" * 300)
    paste_pictures(him.program.rooms.compose, [put("a.jpg", b"no picture")])
    him.settle()
    assert him.sees("a.jpg is not a picture. Nothing was changed.")


def test_thirty_thousand_pixels_wide(
    owner: Callable[[], Owner], put: Callable[[str, bytes], Path]
) -> None:
    out = io.BytesIO()
    Image.new("RGB", (30_000, 300), "teal").save(out, "JPEG")
    him = owner()
    compose = him.program.rooms.compose
    paste_pictures(compose, [put("shelf.jpg", out.getvalue())])
    him.settle()
    (kept,) = compose.composer.content.pictures
    picture = him.program.shop.pictures.get(kept.hash)
    assert picture.width == 8_192
    pixels = "\u20668192\u200e × \u200e82\u2069"
    size = f"{pixels} pixels, {held(f'{round(picture.bytes / 1_000)} KB')}"
    told = f"{held('shelf.jpg')}: Made smaller, to what X takes. It goes out with {size}."
    assert him.sees(told)


@each_bad
def test_as_a_logo_and_for_a_product(
    owner: Callable[[], Owner],
    put: Callable[[str, bytes], Path],
    name: str,
    data: bytes,
    sentence: str,
) -> None:
    him = owner()
    him.program.window.show_tab("shop")
    page = him.program.rooms.get("shop")
    assert isinstance(page, ShopPage)
    account = him.program.shop.accounts.active()
    before = him.program.shop.profiles.get(account.id)
    page.use_logo(str(put(name, data)))
    him.settle()
    assert (him.told, him.offered) == (sentence, ANOTHER)
    assert him.program.shop.profiles.get(account.id) == before
    him.press()
    assert him.told == ""
    assert him.closes_dialog() == "Choose a logo"

    product = him.program.shop.products.all(account.id)[0]
    page.products.open(product.id)
    page.products.use_picture(str(put(name, data)))
    him.settle()
    assert (him.told, him.offered) == (sentence, ANOTHER)
    assert him.program.shop.products.get(product.id) == product
    him.press()
    assert him.closes_dialog() == "Choose a picture"
    page.products.close()


@each_bad
def test_on_a_board(
    owner: Callable[[], Owner],
    put: Callable[[str, bytes], Path],
    qtbot: QtBot,
    name: str,
    data: bytes,
    sentence: str,
) -> None:
    him = owner()
    him.program.rooms.compose.composer.board_asked.emit()
    (dialog,) = him.program.rooms.compose.findChildren(BoardDialog)
    dialog.sources.offer([put("good.jpg", photograph()), put(name, data)])
    him.settle()
    assert dialog.banner.sentence == sentence
    assert dialog.banner.button.text() == ANOTHER
    assert len(dialog.project.board.cells) == 1
    dialog.reject()


@each_bad
def test_without_a_window(
    folder: Paths,
    put: Callable[[str, bytes], Path],
    capsys: pytest.CaptureFixture[str],
    name: str,
    data: bytes,
    sentence: str,
) -> None:
    path = put(name, data)
    part = NewPart("words", ((path, ""),))
    run = RunOptions(data_dir=folder.data)
    out = io.StringIO()
    code = headless.run(HeadlessOptions(run=run, enqueue=(part,)), out=out)
    assert (code, out.getvalue()) == (2, "")
    assert capsys.readouterr().err.startswith(f"BadImage: {path}: ")
    assert headless.run(HeadlessOptions(run=run, list_queue=True), out=out) == 0
    assert out.getvalue() == ""
