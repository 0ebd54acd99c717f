"""What an export leaves behind: nothing of the sources' data in it, nothing half written."""

import shutil
from dataclasses import replace

import pytest
from PIL import Image

from services.errors import BadImage, StorageProblem, StorageTrouble
from services.media.board_picture import Source, draw
from services.media.board_planner import plan
from services.media.board_values import Cell, Look
from services.media.boards import Boards
from services.media.images import facts_of
from tests.services.media.drawn import noise, saved
from tests.services.media.ruled import RuledPainter
from tests.services.media.telltale import SECRETS, write_all
from tests.services.media.test_what_is_left import ALLOWED, told_by
from tests.stories.bad_input.disk import full, needs_limits

PAINTER = RuledPainter()


@pytest.fixture
def boards(database, store, clock):
    return Boards(database, store, clock)


@pytest.fixture
def board(boards, store, database):
    with database.transaction() as connection:
        connection.execute(
            "INSERT INTO account(id, way, zone, colour, created_at) "
            "VALUES ('one', 'by_hand', 'UTC', '', 0)"
        )
    kept = [store.add_bytes(saved(noise(900, 600 + n), "JPEG"), name=f"杯{n}.jpg") for n in (0, 1)]
    return boards.create("one", name="うつわ", cells=[Cell(picture.hash) for picture in kept])


@pytest.mark.skipif(shutil.which("exiftool") is None, reason="exiftool is the judge")
@pytest.mark.parametrize("flat", [False, True])
def test_a_board_tells_nothing_of_its_pictures(tmp_path, flat):
    """Place, serial number, owner, thumbnail and words were in them; they were never cleaned."""
    paths = write_all(tmp_path / "sources")
    if flat:
        plain = Image.new("RGB", (64, 48), "#0b6b63")
        for path in paths:
            with Image.open(path) as image:
                kept = {key: image.info[key] for key in ("exif", "comment") if key in image.info}
            path.with_suffix(".png").write_bytes(saved(plain, "PNG", **kept))
        paths = [path.with_suffix(".png") for path in paths]
    paths = sorted(set(paths))[:12]
    facts = [facts_of(path.read_bytes(), path) for path in paths]
    sources = [
        Source(path, fact.width, fact.height) for path, fact in zip(paths, facts, strict=True)
    ]
    planned = plan(
        Look(blurred=not flat),
        [Cell("")] * len(paths),
        sizes=[(fact.width, fact.height) for fact in facts],
        painter=PAINTER,
    )
    ready = draw(planned, sources, painter=PAINTER)
    assert ready.mime == ("image/png" if flat else "image/jpeg")
    out = tmp_path / "board"
    out.write_bytes(ready.data)
    for tag in told_by([out])["board"]:
        assert tag in ALLOWED or tag.partition(":")[0] in ("System", "File"), tag
        assert not tag.endswith("Comment"), tag
    assert not [secret for secret in SECRETS if secret in ready.data]


@needs_limits
def test_a_full_disk_keeps_what_was_made_before(boards, store, board):
    before = boards.export(board, PAINTER)
    folder = store.path(before.hash).parent
    files = {path: path.read_bytes() for path in folder.iterdir()}
    changed = boards.save(replace(boards.get(board.id), look=Look(corners=40)))
    with full(), pytest.raises(StorageTrouble) as caught:
        boards.export(changed, PAINTER)
    assert caught.value.problem is StorageProblem.FULL
    assert {path: path.read_bytes() for path in folder.iterdir()} == files
    assert boards.get(board.id).made == before.hash
    after = boards.export(changed, PAINTER)
    assert after.hash != before.hash
    assert boards.get(board.id).made == after.hash


def test_a_picture_that_is_gone_is_called_by_its_name_and_nothing_is_written(boards, store, board):
    gone = store.path(board.cells[1].picture)
    folder = gone.parent
    gone.unlink()
    files = sorted(folder.iterdir())
    with pytest.raises(BadImage) as caught:
        boards.export(board, PAINTER)
    assert caught.value.path.name == "杯1.jpg"
    assert sorted(folder.iterdir()) == files
    assert boards.get(board.id).made is None
