"""What is seen is what is exported: the stage's canvas beside the picture that is drawn."""

from dataclasses import replace
from io import BytesIO

import pytest
from PIL import Image, ImageChops, ImageDraw, ImageStat
from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtWidgets import QWidget

from services.media.board_picture import Source, draw
from services.media.board_plan import Code, Label, Logo, Shown
from services.media.board_values import Arrangement, Captions, Cell, Corner, Look, Shape
from services.media.boards import new_board
from tests.ui.board.parts import heard
from ui.board.images import Images
from ui.board.preview import Preview
from ui.board.stage import Stage
from ui.paint.text_painter import text_painter

WORDS = (
    ("Moss teapot, fired twice", "120 €", "Sold out", "by Mia"),
    ("قوری سبز خزه‌ای", "۱۲۰ تومان", "تمام شد", ""),
    ("抹茶茶碗、黒釉", "¥4,800", "", "窯元"),
    ("苔绿色茶壶 🫖", "¥88", "新品", ""),
)
LINK = "https://leaf.example.com/shelf"
LOOKS = {
    "plain": Look(),
    "words over round pictures": Look(captions=Captions.OVER, corners=24, edged=True, gutter=16),
    "words under, on a blurred ground": Look(
        captions=Captions.UNDER, blurred=True, edged=True, gutter=20, shape=Shape.SQUARE
    ),
    "right to left, a code": Look(
        captions=Captions.OVER,
        right_to_left=True,
        qr_at=Corner.TOP_START,
        arrangement=Arrangement.HERO,
        shape=Shape.TALL,
    ),
    "mosaic": Look(arrangement=Arrangement.MOSAIC, captions=Captions.UNDER, shape=Shape.FREE),
    "strip": Look(arrangement=Arrangement.STRIP, shape=Shape.PANORAMA, background="#1d1b18"),
}


def scene(colour, size):
    """Something smooth with something on it, off the middle."""
    image = Image.linear_gradient("L").resize(size).convert("RGB")
    image = Image.blend(image, Image.new("RGB", size, colour), 0.6)
    wide, tall = size
    ImageDraw.Draw(image).ellipse(
        (wide * 0.2, tall * 0.3, wide * 0.6, tall * 0.6), fill="#f2e9d8", outline="#222", width=9
    )
    out = BytesIO()
    image.save(out, "JPEG", quality=95)
    return out.getvalue()


@pytest.fixture
def painter(qapp):
    return text_painter("en")


@pytest.fixture
def board(shop, account):
    cells = []
    for number, (caption, price, ribbon, credit) in enumerate(WORDS):
        size = (1_500, 1_100) if number % 2 else (1_100, 1_500)
        data = scene(("teal", "brown", "olive", "purple")[number], size)
        kept = shop.pictures.add_bytes(data, name=f"{number}.jpg")
        cells.append(
            Cell(kept.hash, caption, price=price, ribbon=ribbon, credit=credit, focus=(0.4, 0.6))
        )
    return replace(new_board(account, name="Shelf"), cells=tuple(cells), link=LINK)


@pytest.fixture
def stage(qtbot, themed, shop, inline_tasks, painter):
    around = QWidget()
    qtbot.addWidget(around)
    made = Stage(Images(shop.pictures, inline_tasks, around), painter, around)
    around.resize(980, 760)
    made.resize(980, 760)
    around.show()
    qtbot.waitExposed(around)
    yield made
    made.let_go()


def shown(stage, board, qtbot):
    """What stands on the canvas when nothing moves, as a picture of Pillow's."""
    stage.show_board(board)
    qtbot.wait_until(lambda: not stage.canvas._settle.isActive())
    stage.canvas.choose(-1)
    grabbed = stage.canvas.grab(stage.canvas.board_rect().toRect()).toImage()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    grabbed.save(buffer, "PNG")
    return Image.open(BytesIO(buffer.data().data())).convert("RGB")


def exported(shop, stage, board, painter):
    plan = stage._preview.plan_of(board)
    sources = [source(shop, cell.picture) for cell in board.cells]
    logo = source(shop, board.look.logo) if board.look.logo else None
    made = draw(plan, sources, painter=painter, logo=logo)
    return plan, Image.open(BytesIO(made.data)).convert("RGB")


def source(shop, picture):
    kept = shop.pictures.get(picture)
    return Source(shop.pictures.path(picture), kept.width, kept.height)


def difference(one, other, box=None):
    """0 to 255, the mean over all pixels."""
    apart = ImageChops.difference(one, other)
    return sum(ImageStat.Stat(apart.crop(box) if box else apart).mean) / 3


@pytest.mark.parametrize("look", LOOKS.values(), ids=LOOKS.keys())
def test_the_screen_shows_what_is_exported(stage, shop, board, painter, qtbot, look):
    board = replace(board, look=look)
    seen = shown(stage, board, qtbot)
    plan, made = exported(shop, stage, board, painter)
    made = made.resize(seen.size, Image.Resampling.LANCZOS)
    assert difference(seen, made) < 3
    # Words stand where they will: moved by a few pixels they would look less alike.
    scale = seen.width / plan.width
    marks = [item for item in plan.items if isinstance(item, Label | Code)]
    assert len(marks) >= 8
    for item in marks:
        box = in_pixels(item.rect, scale)
        there = difference(seen, made, box)
        # A code's modules are whole pixels in the file, so there it may be a little smaller.
        assert there < (40 if isinstance(item, Code) else 24), item
        for way in ((-4, 0), (4, 0), (0, -4), (0, 4)):
            assert there < difference(ImageChops.offset(seen, *way), made, box), item


def in_pixels(rect, scale):
    edges = (rect.x, rect.y, rect.x + rect.w, rect.y + rect.h)
    return tuple(round(edge * scale) for edge in edges)


def test_a_crop_and_zoom_of_ones_own(stage, shop, board, painter, qtbot):
    cells = tuple(
        replace(cell, zoom=zoom, focus=focus)
        for cell, zoom, focus in zip(
            board.cells,
            (1.0, 1.8, 3.0, 8.0),
            ((0, 1), (0.3, 0.4), (1, 0), (0.2, 0.45)),
            strict=True,
        )
    )
    board = replace(board, cells=cells)
    seen = shown(stage, board, qtbot)
    _, made = exported(shop, stage, board, painter)
    assert difference(seen, made.resize(seen.size, Image.Resampling.LANCZOS)) < 3
    shown_zooms = [cell.zoom for cell in stage.canvas._shown.cells]
    assert shown_zooms == [1.0, 1.8, 3.0, 8.0]


def test_a_logo_is_shown(stage, shop, board, painter, qtbot):
    out = BytesIO()
    drawn = Image.new("RGBA", (300, 150), (0, 0, 0, 0))
    ImageDraw.Draw(drawn).ellipse((0, 0, 299, 149), fill="#d02010")
    drawn.save(out, "PNG")
    logo = shop.pictures.add_bytes(out.getvalue(), name="logo.png")
    board = replace(board, look=Look(logo=logo.hash, logo_at=Corner.TOP_END))
    seen = shown(stage, board, qtbot)
    plan, made = exported(shop, stage, board, painter)
    assert difference(seen, made.resize(seen.size, Image.Resampling.LANCZOS)) < 3
    (item,) = (item for item in plan.items if isinstance(item, Logo))
    left, top, right, bottom = in_pixels(item.rect, seen.width / plan.width)
    red, green, blue = seen.getpixel(((left + right) // 2, (top + bottom) // 2))
    assert red > 180
    assert max(green, blue) < 60


def test_the_plan_is_kept_until_something_in_it_changes(shop, board, inline_tasks, painter, themed):
    owner = QWidget()
    images = Images(shop.pictures, inline_tasks, owner)
    preview = Preview(images, painter)
    planned = preview.plan_of(board)
    assert preview.plan_of(replace(board, name="Another name")) is planned
    cells = (replace(board.cells[0], caption="tea"), *board.cells[1:])
    assert preview.plan_of(replace(board, cells=cells)) is not planned
    images.let_go()


def test_a_first_guess_crops_what_nobody_has_cropped(shop, board, inline_tasks, painter, themed):
    owner = QWidget()
    images = Images(shop.pictures, inline_tasks, owner, guess=lambda _: (1.0, 1.0))
    cells = (replace(board.cells[0], focus=None), *board.cells[1:])
    planned = Preview(images, painter).plan_of(replace(board, cells=cells))
    first, second = (item for item in planned.items[:2] if isinstance(item, Shown))
    assert first.part[3] == pytest.approx(1.0)
    assert second.part[3] < 1.0
    images.let_go()


def test_a_picture_that_is_gone_is_said_to_be(shop, board, stage, qtbot):
    shop.pictures.path(board.cells[1].picture).unlink()
    shown(stage, board, qtbot)
    assert [cell.gone for cell in stage.canvas._shown.cells] == [False, True, False, False]
    assert stage.canvas._shown.cells[1].image is None


def test_it_tells_which_signs_no_font_has(shop, board, stage, qtbot):
    shown(stage, board, qtbot)
    assert "font" not in stage._count.text()
    cells = (replace(board.cells[0], price="5 \U0010fffd"), *board.cells[1:])
    stage.show_board(replace(board, cells=cells))
    assert "\U0010fffd" in stage._count.text()
    assert "font" in stage._count.text()


def test_another_size_draws_the_words_anew(stage, board, qtbot):
    board = replace(board, look=Look(captions=Captions.OVER))
    shown(stage, board, qtbot)
    before = [overlay.image.width() for overlay in stage.canvas._shown.overlays]
    with qtbot.waitSignal(stage.canvas.room_changed):
        stage.resize(600, 500)
    after = [overlay.image.width() for overlay in stage.canvas._shown.overlays]
    assert all(now < then for now, then in zip(after, before, strict=True))


def test_what_is_dropped_beside_the_board_goes_on(stage, board, qtbot):
    shown(stage, board, qtbot)
    said = heard(stage.dropped)
    stage.canvas.dropped.emit(("here",))
    assert said == [(("here",),)]
