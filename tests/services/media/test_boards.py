from dataclasses import replace
from errno import ENOSPC
from io import BytesIO

import pytest
from PIL import Image

from services.errors import BadImage, StorageProblem, StorageTrouble
from services.media.board_values import Arrangement, Cell, Look, Shape
from services.media.boards import Boards
from services.media.for_x import MOST_BYTES
from services.media.pictures import PictureStore
from tests.services.media.drawn import noise
from tests.services.media.ruled import RuledPainter

PAINTER = RuledPainter()
COLOURS = ("red", "lime", "blue", "yellow", "cyan", "magenta", "black", "gray", "orange")


@pytest.fixture
def pictures(paths, database, clock):
    return PictureStore(paths, database, clock)


@pytest.fixture
def boards(database, pictures, clock):
    return Boards(database, pictures, clock)


@pytest.fixture
def account(database):
    with database.transaction() as connection:
        connection.execute(
            "INSERT INTO account(id, way, zone, colour, created_at) "
            "VALUES ('one', 'by_hand', 'UTC', '', 0)"
        )
    return "one"


def keep(pictures, colour, size=(900, 600), kind="JPEG", mode="RGB"):
    out = BytesIO()
    Image.new(mode, size, colour).save(out, kind)
    return pictures.add_bytes(out.getvalue(), name=f"{colour}.jpg").hash


def cells(pictures, count, **options):
    return [Cell(keep(pictures, colour, **options), colour) for colour in COLOURS[:count]]


def opened(pictures, picture):
    with Image.open(BytesIO(pictures.read(picture.hash))) as image:
        return image.convert("RGB")


def near(shown, colour):
    wanted = Image.new("RGB", (1, 1), colour).getpixel((0, 0))
    return all(abs(a - b) < 10 for a, b in zip(shown, wanted, strict=True))


def test_a_board_comes_back_as_it_was_saved(boards, pictures, account):
    made = boards.create(
        account,
        name="Autumn tableware 🍂 پاییز",
        look=Look(shape=Shape.TALL, background="#f4efe6", right_to_left=True),
        cells=cells(pictures, 3),
    )
    turned = (replace(made.cells[2], focus=(0.25, 1.0)), made.cells[0])
    saved = boards.save(replace(made, cells=turned, alt_text="うつわ", link="https://x.com/a"))
    assert boards.get(made.id) == saved
    assert saved.cells == turned


def test_half_characters_are_dropped(boards, pictures, account):
    kept = keep(pictures, "red")
    made = boards.create(account, name="a\ud83eb", cells=[Cell(kept, "\x00cup")])
    assert boards.get(made.id) == made
    assert (made.name, made.cells[0].caption) == ("ab", "cup")


def test_half_characters_are_dropped_from_all_words(boards, pictures, account):
    """What came with a picture of a feed may hold anything."""
    odd, kept = "x\ud83e\x00y", keep(pictures, "red")
    cell = Cell(kept, caption=odd, price=odd, ribbon=odd, credit=odd, source=odd)
    made = boards.create(account, name=odd, cells=[cell], link=odd)
    made = boards.save(replace(made, alt_text=odd))
    assert boards.get(made.id) == made
    shown = made.cells[0]
    words = (shown.caption, shown.price, shown.ribbon, shown.credit, shown.source)
    assert {*words, made.name, made.link, made.alt_text} == {"xy"}


def test_the_last_changed_comes_first(boards, pictures, account, clock):
    first = boards.create(account, name="first")
    clock.advance(5)
    second = boards.create(account, name="second")
    assert [board.id for board in boards.all(account)] == [second.id, first.id]
    clock.advance(5)
    boards.save(first)
    assert [board.id for board in boards.all(account)] == [first.id, second.id]
    assert boards.all("another") == ()


def test_a_deleted_board_can_be_brought_back(boards, pictures, account):
    board = boards.create(account, name="one", cells=cells(pictures, 2))
    boards.delete(board.id)
    with pytest.raises(KeyError):
        boards.get(board.id)
    assert boards.get(boards.save(board).id).cells == board.cells


def test_thirteen_pictures_are_refused(boards, pictures, account):
    board = boards.create(account, name="one")
    with pytest.raises(ValueError, match="13"):
        boards.save(replace(board, cells=(Cell(keep(pictures, "red")),) * 13))


@pytest.mark.parametrize("shape", [Shape.SQUARE, Shape.TALL])
def test_export_is_as_large_as_its_pictures_bear(boards, pictures, account, shape):
    """Two pictures stand side by side, so that the board is about twice as wide and high."""
    board = boards.create(
        account,
        name="b",
        look=Look(shape=shape, gutter=0),
        cells=cells(pictures, 4, size=(1_600, 1_600)),
    )
    picture = boards.export(board, PAINTER)
    assert max(picture.width, picture.height) == 3_200
    assert picture.bytes <= MOST_BYTES
    assert opened(pictures, picture).size == (picture.width, picture.height)


def test_small_pictures_make_a_smaller_board(boards, pictures, account):
    board = boards.create(account, name="b", cells=cells(pictures, 2, size=(700, 800)))
    assert 1_200 <= boards.export(board, PAINTER).width < 1_500


def test_every_picture_stands_in_its_place(boards, pictures, account):
    board = boards.create(
        account, name="b", look=Look(shape=Shape.SQUARE), cells=cells(pictures, 9)
    )
    image = opened(pictures, boards.export(board, PAINTER))
    third = image.width / 3
    for place, colour in enumerate(COLOURS):
        point = (int(third * (place % 3 + 0.5)), int(third * (place // 3 + 0.5)))
        assert near(image.getpixel(point), colour), colour
    assert near(image.getpixel((round(third), 20)), "white")


def test_right_to_left_starts_at_the_right(boards, pictures, account):
    board = boards.create(
        account, name="b", cells=cells(pictures, 2), look=Look(right_to_left=True)
    )
    image = opened(pictures, boards.export(board, PAINTER))
    assert near(image.getpixel((image.width - 50, 100)), "red")
    assert near(image.getpixel((50, 100)), "lime")


def test_the_crop_follows_the_focus(boards, pictures, account):
    wide = Image.new("RGB", (1_200, 300), "blue")
    wide.paste("red", (0, 0, 300, 300))
    out = BytesIO()
    wide.save(out, "PNG")
    kept = pictures.add_bytes(out.getvalue(), name="wide.png").hash
    for focus, colour in ((0.0, "red"), (1.0, "blue")):
        board = boards.create(
            account, name="b", cells=[Cell(kept, focus=(focus, 0.5)), Cell(kept, focus=(0.9, 0.5))]
        )
        assert near(opened(pictures, boards.export(board, PAINTER)).getpixel((40, 600)), colour)


def test_what_is_see_through_shows_the_background(boards, pictures, account):
    out = BytesIO()
    Image.new("RGBA", (500, 500), (0, 0, 0, 0)).save(out, "PNG")
    logo = pictures.add_bytes(out.getvalue(), name="logo.png").hash
    board = boards.create(
        account,
        name="b",
        cells=[Cell(logo), Cell(keep(pictures, "red"))],
        look=Look(background="#0b6b63"),
    )
    assert near(opened(pictures, boards.export(board, PAINTER)).getpixel((200, 300)), "#0b6b63")


def test_one_picture_is_no_board_yet(boards, pictures, account):
    board = boards.create(account, name="b", cells=cells(pictures, 1))
    assert not board.is_whole
    with pytest.raises(ValueError, match="1 pictures"):
        boards.export(board, PAINTER)


def test_a_picture_whose_copy_is_gone_says_so(boards, pictures, account):
    board = boards.create(account, name="b", cells=cells(pictures, 2))
    pictures.path(board.cells[0].picture).unlink()
    with pytest.raises(BadImage):
        boards.export(board, PAINTER)


def test_what_was_made_of_it_is_known(boards, pictures, account):
    board = boards.create(account, name="b", cells=cells(pictures, 2))
    assert board.made is None
    picture = boards.export(board, PAINTER)
    assert boards.get(board.id).made == picture.hash
    assert boards.duplicate(board.id).made is None


def test_a_duplicate_goes_its_own_way(boards, pictures, account):
    board = boards.create(account, name="چای", cells=cells(pictures, 3), link="https://x.com/a")
    other = boards.duplicate(board.id, name="چای 2")
    assert (other.cells, other.look, other.link) == (board.cells, board.look, board.link)
    assert other.name == "چای 2"
    boards.save(replace(other, cells=other.cells[:1]))
    assert boards.get(board.id).cells == board.cells
    with pytest.raises(KeyError):
        boards.duplicate("none")


def test_the_last_look_is_the_one_to_begin_with(boards, account, clock):
    assert boards.last_look(account) is None
    boards.create(account, name="a", look=Look(gutter=3))
    clock.advance(1)
    late = boards.create(account, name="b", look=Look(shape=Shape.TALL))
    assert boards.last_look(account) == late.look
    assert boards.last_look("another") is None


def test_a_picture_that_is_gone_is_known(boards, pictures):
    kept = keep(pictures, "red")
    assert not boards.is_gone(kept)
    pictures.path(kept).unlink()
    assert boards.is_gone(kept)
    assert boards.is_gone("f" * 64)


def test_saved_to_a_file_and_over_it(boards, pictures, account, tmp_path):
    board = boards.create(account, name="b", cells=cells(pictures, 2))
    picture = boards.export(board, PAINTER)
    path = tmp_path / "棚.bmp"
    path.write_bytes(b"old")
    boards.write(picture, path)
    assert path.read_bytes() == pictures.read(picture.hash)


@pytest.mark.parametrize(("ending", "kind"), [(".jpg", "JPEG"), (".JPEG", "JPEG"), (".png", "PNG")])
def test_a_file_is_what_its_ending_says(boards, pictures, account, tmp_path, ending, kind):
    noisy = Image.effect_noise((700, 500), 80).convert("RGB")
    out = BytesIO()
    noisy.save(out, "JPEG", quality=95)
    photo = pictures.add_bytes(out.getvalue(), name="photo.jpg").hash
    for chosen in (cells(pictures, 2), [Cell(photo)] * 2):
        picture = boards.export(boards.create(account, name="b", cells=chosen), PAINTER)
        path = tmp_path / f"board{ending}"
        boards.write(picture, path)
        with Image.open(path) as image:
            assert image.format == kind
            assert image.size == (picture.width, picture.height)


def test_a_full_disk_leaves_the_old_file_whole(boards, pictures, account, tmp_path, monkeypatch):
    board = boards.create(account, name="b", cells=cells(pictures, 2))
    picture = boards.export(board, PAINTER)
    path = tmp_path / "out" / "board.jpg"
    path.parent.mkdir()
    path.write_bytes(b"old")

    def full(_handle):
        raise OSError(ENOSPC, "No space left on device")

    monkeypatch.setattr("services.media.files.os.fsync", full)
    with pytest.raises(StorageTrouble) as caught:
        boards.write(picture, path)
    assert caught.value.problem is StorageProblem.FULL
    assert path.read_bytes() == b"old"
    assert list(path.parent.iterdir()) == [path]


def test_a_lost_logo_holds_up_no_board(boards, pictures, account):
    logo = keep(pictures, "magenta", size=(80, 80))
    board = boards.create(account, name="b", look=Look(logo=logo), cells=cells(pictures, 2))
    with_logo = boards.export(board, PAINTER)
    pictures.path(logo).unlink()
    without = boards.export(board, PAINTER)
    assert without.hash != with_logo.hash
    assert (without.width, without.height) == boards.pixels(board, PAINTER)


@pytest.mark.parametrize("shape", list(Shape))
@pytest.mark.parametrize("arrangement", list(Arrangement))
def test_the_size_it_will_have_is_the_size_it_gets(boards, pictures, account, shape, arrangement):
    look = Look(shape=shape, arrangement=arrangement, gutter=11, edged=True)
    made = cells(pictures, 3, size=(1_000, 700))
    board = boards.create(account, name="b", look=look, cells=made)
    picture = boards.export(board, PAINTER)
    assert boards.pixels(board, PAINTER) == (picture.width, picture.height)


def test_the_crop_is_guessed_where_nobody_chose(boards, pictures, account):
    busy = Image.effect_noise((300, 300), 90).convert("RGB")
    wide = Image.new("RGB", (1_200, 300), "#808080")
    wide.paste(busy, (900, 0))
    out = BytesIO()
    wide.save(out, "PNG")
    kept = pictures.add_bytes(out.getvalue(), name="wide.png").hash
    x, y = boards.guess(kept)
    assert x > 0.7
    assert 0.3 < y < 0.7
    look = Look(shape=Shape.SQUARE, gutter=0)
    board = boards.create(
        account, name="b", look=look, cells=[Cell(kept), Cell(kept, focus=(0, 0.5))]
    )
    image = opened(pictures, boards.export(board, PAINTER))
    left, right = (
        image.crop((at, 0, at + image.width // 2, image.height)).convert("L").getextrema()
        for at in (0, image.width // 2)
    )
    assert left[1] - left[0] > 100, "the detail is seen"
    assert right[1] - right[0] < 20, "the chosen plain part is seen"


def test_a_guess_is_remembered(boards, pictures, account, monkeypatch):
    kept = keep(pictures, "red")
    first = boards.guess(kept)
    monkeypatch.setattr(pictures, "thumbnail", None)
    assert boards.guess(kept) == first


def test_a_drawing_is_kept_without_loss_and_called_so(boards, pictures, account):
    flat = boards.export(boards.create(account, name="Mugs", cells=cells(pictures, 2)), PAINTER)
    assert (flat.mime, flat.name) == ("image/png", "Mugs.png")
    out = BytesIO()
    noise(900, 600).save(out, "JPEG", quality=90)
    photo = pictures.add_bytes(out.getvalue(), name="a.jpg").hash
    busy = boards.export(boards.create(account, name="Mugs", cells=[Cell(photo)] * 2), PAINTER)
    assert (busy.mime, busy.name) == ("image/jpeg", "Mugs.jpg")
