"""What comes to show a picture between the look and its going: another window or process."""

from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from services.clock import DAY
from services.media import cleaning as cleaning_module
from services.media import strays as strays_module
from services.media.board_values import Cell
from services.media.cleaning import Cleaned
from services.media.strays import APART, Strays
from services.media.videos import Videos
from services.store.database import Database
from tests.services.media.test_cleaning import Runs, aged, is_kept, keep

POT = Path(__file__).parents[2] / "data" / "pot.mp4"


@pytest.fixture
def runs(shop, clock, monkeypatch):
    made = Runs(shop, clock)
    for module in (cleaning_module, strays_module):
        monkeypatch.setattr(module, "monotonic", lambda: made.ran)
    return made


@pytest.fixture
def meanwhile(monkeypatch):
    """`meanwhile(call)`: it is called once, when the look is over and nothing has gone yet."""
    left = []
    real = Strays.look

    def look(self):
        found = real(self)
        while left:
            left.pop()()
        return found

    monkeypatch.setattr(Strays, "look", look)
    return left.append


def put_on_a_product(shop, account, picture):
    shop.products.add(account, name="Mug", picture=picture.hash)


def make_a_board_of_it(shop, account, picture):
    board = shop.boards.create(account, name="b", cells=[Cell(keep(shop, 99).hash)])
    shop.boards.save(replace(board, made=picture.hash))


def put_on_a_board(shop, account, picture):
    shop.boards.create(account, name="b", cells=[Cell(picture.hash)])


def add_it_again(shop, _account, picture):
    assert keep(shop) == picture


@pytest.mark.parametrize(
    "show",
    [put_on_a_product, make_a_board_of_it, put_on_a_board, add_it_again],
    ids=lambda one: one.__name__,
)
def test_what_is_shown_since_the_look_stays(shop, runs, meanwhile, show):
    account = shop.accounts.add("tea", "UTC").id
    picture = keep(shop)
    runs.clean()
    runs.begin()
    runs.pass_(APART)
    meanwhile(lambda: show(shop, account, picture))
    assert runs.clean() == Cleaned()
    assert is_kept(shop, picture)
    shop.pictures.check(picture.hash)


def test_without_that_it_goes(shop, runs, meanwhile):
    picture = keep(shop)
    runs.clean()
    runs.begin()
    runs.pass_(APART)
    called = []
    meanwhile(lambda: called.append(1))
    assert runs.clean().pictures == len(called) == 1
    assert not is_kept(shop, picture)


def test_a_file_that_got_its_row_since_the_look_stays(shop, runs, clock, meanwhile):
    picture = keep(shop)
    path = aged(shop.pictures.path(picture.hash), clock, 9 * DAY)
    with shop.database.transaction() as connection:
        connection.execute("DELETE FROM picture")
    runs.clean()
    runs.begin()
    runs.pass_(APART)
    meanwhile(lambda: keep(shop))
    assert runs.clean() == Cleaned()
    assert path.exists()
    assert is_kept(shop, picture)


def test_a_picture_that_goes_while_it_is_added_is_written_again(shop, runs, monkeypatch):
    """Its file was found there, then a cleaning took both, and then it got a new row."""
    picture = keep(shop)
    runs.clean()
    runs.begin()
    runs.pass_(APART)
    real = Database.transaction
    cleaned = []

    @contextmanager
    def transaction(self):
        if not cleaned:
            cleaned.append(Cleaned())
            cleaned.append(runs.clean())
        with real(self) as connection:
            yield connection

    monkeypatch.setattr(Database, "transaction", transaction)
    assert keep(shop) == picture
    assert cleaned[-1] == Cleaned(pictures=1)
    shop.pictures.check(picture.hash)
    assert len(shop.pictures.read(picture.hash)) == picture.bytes


def test_a_video_that_goes_while_it_is_added_is_written_again(shop, runs, monkeypatch):
    kept = shop.videos.add_file(POT).picture
    runs.clean()
    runs.begin()
    runs.pass_(APART)
    copy, copies = Videos._copy, []

    def copied(self, *args):
        digest = copy(self, *args)
        if not copies:
            runs.clean()
        copies.append(digest)
        return digest

    monkeypatch.setattr(Videos, "_copy", copied)

    assert shop.videos.add_file(POT).picture == kept
    assert shop.pictures.path(kept.hash).read_bytes()
    assert copies == [kept.hash] * 2
