import os
import shutil
import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule
from PIL import Image

from services.clock import DAY, SteppedClock
from services.errors import BadImage
from services.media import cleaning as cleaning_module
from services.media import strays as strays_module
from services.media.board_values import Cell, Look
from services.media.cleaning import Cleaned, PictureCleaning
from services.media.strays import APART, APART_IN_RUN
from services.paths import paths_under
from services.publishing.drafts import DraftPart
from services.shop import open_shop
from services.store import backup
from tests.services.media.drawn import noise, saved


class Runs:
    """Cleanings of a shop, as runs of the program make them; `pass_` is the run's own time, too."""

    def __init__(self, shop, clock, monkeypatch=None):
        self.shop, self.clock, self.ran = shop, clock, 0.0
        self.begin()

    def begin(self):
        """A new run of the program."""
        self.cleaning = PictureCleaning(
            self.shop.paths, self.shop.database, self.clock, self.shop.pictures
        )

    def pass_(self, seconds):
        self.clock.advance(seconds)
        self.ran += seconds

    def clean(self):
        return self.cleaning.clean()

    def two_looks(self):
        """As two runs a day apart."""
        self.clean()
        self.begin()
        self.pass_(APART)
        return self.clean()


@pytest.fixture
def runs(shop, clock, monkeypatch):
    made = Runs(shop, clock)
    for module in (cleaning_module, strays_module):
        monkeypatch.setattr(module, "monotonic", lambda: made.ran)
    # What the sample shop brought is used, and stays.
    return made


@pytest.fixture
def account(shop):
    return shop.accounts.add("tea", "UTC").id


def keep(shop, seed=0, size=(40, 30)):
    image = noise(*size)
    image.putpixel((0, 0), (seed % 256, seed // 256, 9))
    return shop.pictures.add_bytes(saved(image, "PNG"), name=f"{seed}.png")


def is_kept(shop, picture):
    try:
        return shop.pictures.path(picture.hash).exists()
    except BadImage:
        return False


def test_an_unused_picture_goes_at_the_second_look_a_day_later(shop, runs):
    picture = keep(shop)
    thumbnail = shop.pictures.thumbnail(picture.hash, 96)
    path = shop.pictures.path(picture.hash)
    assert runs.clean() == Cleaned()
    runs.begin()
    runs.pass_(APART - 1)
    assert runs.clean() == Cleaned()
    runs.pass_(1)
    assert runs.clean() == Cleaned(pictures=1, strays=1)
    assert not path.exists()
    assert not thumbnail.exists()
    assert not is_kept(shop, picture)


def test_within_one_run_it_takes_three_days(shop, runs):
    """What is undone in the meantime has its picture still."""
    picture = keep(shop)
    runs.clean()
    runs.pass_(APART_IN_RUN - 1)
    runs.clean()
    assert is_kept(shop, picture)
    runs.pass_(1)
    runs.clean()
    assert not is_kept(shop, picture)


def test_a_clock_put_forward_within_a_run_takes_nothing(shop, runs, clock):
    picture = keep(shop)
    runs.clean()
    clock.advance(400 * DAY)
    runs.clean()
    assert is_kept(shop, picture)


def test_a_clock_that_was_ahead_begins_anew(shop, runs, clock):
    picture = keep(shop)
    clock.advance(400 * DAY)
    runs.clean()
    clock.advance(-400 * DAY)
    runs.begin()
    runs.clean()
    runs.begin()
    runs.pass_(APART - 1)
    runs.clean()
    assert is_kept(shop, picture)
    runs.pass_(1)
    runs.clean()
    assert not is_kept(shop, picture)


def test_whatever_shows_a_picture_keeps_it(shop, runs, account):
    pictures = [keep(shop, seed) for seed in range(5)]
    posted, celled, made, logo, before = (one.hash for one in pictures)
    shop.drafts.begin(account, parts=(DraftPart("x", ((posted, ""),)),))
    board = shop.boards.create(account, name="b", cells=[Cell(celled)], look=Look(logo=logo))
    shop.boards.save(replace(board, made=made))
    draft = shop.drafts.begin(account, parts=(DraftPart("words", ((before, ""),)),))
    shop.drafts.save(draft.id, parts=(DraftPart("words"),))
    runs.two_looks()
    assert all(is_kept(shop, picture) for picture in pictures)
    shop.boards.delete(board.id)
    runs.two_looks()
    assert [is_kept(shop, one) for one in pictures] == [True, False, False, False, True]


def test_one_used_between_the_looks_begins_anew(shop, runs, account):
    picture = keep(shop)
    runs.clean()
    runs.begin()
    runs.pass_(APART - 5)
    board = shop.boards.create(account, name="b", cells=[Cell(picture.hash)])
    shop.boards.delete(board.id)
    runs.pass_(5)
    runs.clean()
    assert is_kept(shop, picture)


def test_one_added_again_begins_anew(shop, runs):
    picture = keep(shop)
    runs.clean()
    runs.begin()
    runs.pass_(APART)
    assert keep(shop) == picture
    runs.clean()
    assert is_kept(shop, picture)


def test_what_a_copy_of_the_data_refers_to_stays(shop, runs, clock, account):
    """Put back, the copy would show an empty board otherwise."""
    picture = keep(shop)
    board = shop.boards.create(account, name="b", cells=[Cell(picture.hash)])
    copy = backup.daily_copy(shop.database.connection, shop.paths, clock.now())
    shop.boards.delete(board.id)
    runs.two_looks()
    assert is_kept(shop, picture)
    copy.unlink()
    runs.pass_(APART)
    runs.clean()
    assert not is_kept(shop, picture)


def test_a_broken_copy_keeps_nothing(shop, runs, clock):
    picture = keep(shop)
    shop.paths.copies.mkdir(parents=True, exist_ok=True)
    (shop.paths.copies / "2026-11-01.sqlite").write_bytes(b"not a database" * 99)
    runs.two_looks()
    assert not is_kept(shop, picture)


def test_a_file_that_cannot_be_deleted_keeps_its_row(shop, runs, monkeypatch):
    picture = keep(shop)
    refused = PermissionError(13, "in use")

    def unlink(self, missing_ok=False):
        raise refused

    with monkeypatch.context() as held:
        held.setattr(Path, "unlink", unlink)
        assert runs.two_looks() == Cleaned()
    assert is_kept(shop, picture)
    runs.pass_(APART)
    assert runs.clean().pictures == 1


def test_cut_off_after_the_file_went_the_row_goes_next_time(shop, runs, monkeypatch):
    picture = keep(shop)
    path = shop.pictures.path(picture.hash)
    real = Path.unlink

    def killed(self, missing_ok=False):
        real(self, missing_ok=missing_ok)
        raise KeyboardInterrupt

    with monkeypatch.context() as held:
        held.setattr(Path, "unlink", killed)
        with pytest.raises(KeyboardInterrupt):
            runs.two_looks()
    assert not path.exists()
    assert shop.pictures.get(picture.hash) == picture
    assert keep(shop) == picture
    assert is_kept(shop, picture)
    path.unlink()
    assert runs.two_looks().pictures == 1


def aged(path, clock, seconds):
    os.utime(path, (clock.now() - seconds,) * 2)
    return path


def test_stray_files_go_and_others_stay(shop, runs, clock):
    folder = shop.paths.pictures
    keep(shop)
    thumbnails = shop.paths.cache / "thumbnails"
    thumbnails.mkdir(parents=True, exist_ok=True)
    gone = [folder / f"{'a' * 64}.jpg", folder / ".new-abc", thumbnails / f"{'b' * 64}-96.jpg"]
    kept = [folder / "notes.txt", folder / f"{'c' * 63}.jpg", thumbnails / "readme"]
    young = [folder / f"{'d' * 64}.mp4", folder / ".new-xyz"]
    for path in (*gone, *kept, *young):
        path.write_bytes(b"x")
        aged(path, clock, 60 if path in young else APART + 1)
    (folder / ("e" * 64 + ".jpg")).mkdir()
    assert runs.clean() == Cleaned(strays=2)
    assert gone[0].exists()
    runs.begin()
    runs.pass_(APART - 61)
    assert runs.clean() == Cleaned()
    runs.pass_(61)
    assert runs.clean().strays == 2  # and what was young
    assert not any(path.exists() for path in gone)
    assert all(path.exists() for path in (*kept, young[0]))


def test_a_stray_takes_two_looks_however_old_it_is(shop, runs, clock):
    """A data file put in place by hand has no rows for the newest pictures."""
    path = shop.paths.pictures / f"{'a' * 64}.jpg"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(b"x")
    aged(path, clock, 400 * DAY)
    runs.clean()
    clock.advance(400 * DAY)
    runs.clean()
    assert path.exists(), "a clock put forward within a run takes nothing"
    shutil.rmtree(shop.paths.cache)
    runs.begin()
    runs.clean()
    assert path.exists(), "a cleared cache begins anew"
    runs.begin()
    runs.pass_(APART)
    assert runs.clean() == Cleaned(strays=1)


def test_a_stray_that_is_added_again_is_none(shop, runs, clock):
    picture = keep(shop)
    path = aged(shop.pictures.path(picture.hash), clock, 9 * DAY)
    with shop.database.transaction() as connection:
        connection.execute("DELETE FROM picture")
    runs.clean()
    assert keep(shop) == picture
    runs.begin()
    runs.pass_(APART)
    runs.clean()
    assert path.exists()
    assert list((shop.paths.cache / "strays").iterdir()) == []


@pytest.mark.parametrize("damaged", [False, True])
def test_a_data_file_that_was_set_aside_keeps_its_pictures(shop, runs, clock, account, damaged):
    """The owner put yesterday's copy back, looks for a day, and wants the newer file again."""
    copy = backup.daily_copy(shop.database.connection, shop.paths, clock.now())
    picture = keep(shop, 7)
    shop.products.add(account, name="Mug", picture=picture.hash)
    path = aged(shop.pictures.path(picture.hash), clock, 9 * DAY)
    paths = shop.paths
    shop.close()
    aside = backup.restore(paths, copy, clock.now())
    if damaged:
        with aside.open("r+b") as file:
            file.write(b"junk" * 9)
    runs.shop = open_shop(paths, clock)
    for _ in range(3):
        runs.begin()
        runs.pass_(40 * DAY)
        runs.clean()
    assert path.exists()
    aside.unlink()
    runs.two_looks()
    runs.shop.close()
    assert not path.exists()


def test_a_copy_that_is_held_by_another_program_for_a_moment_is_heeded(
    shop, runs, clock, account, monkeypatch
):
    picture = keep(shop, 8)
    product = shop.products.add(account, name="Mug", picture=picture.hash)
    copy = backup.daily_copy(shop.database.connection, shop.paths, clock.now())
    shop.products.delete(product.id)
    real = backup._read_only

    def impatient(path):
        connection = real(path)
        connection.execute("PRAGMA busy_timeout = 1")
        return connection

    monkeypatch.setattr(backup, "_read_only", impatient)
    with closing(sqlite3.connect(copy)) as holder:
        holder.execute("BEGIN EXCLUSIVE")
        assert runs.two_looks() == Cleaned()
        holder.rollback()
    assert is_kept(shop, picture)
    copy.unlink()
    runs.begin()
    assert runs.clean().pictures == 1


def test_a_post_deleted_long_ago_shows_nothing_any_more(shop, runs, account):
    attached, earlier, waiting = (keep(shop, seed).hash for seed in range(3))
    post = shop.drafts.begin(account, parts=(DraftPart("words", ((earlier, ""),)),))
    shop.drafts.save(post.id, parts=(DraftPart("words", ((attached, ""),)),))
    kept = shop.drafts.begin(account, parts=(DraftPart("words", ((waiting, ""),)),))
    shop.drafts.delete(post.id)
    runs.begin()
    runs.pass_(28 * DAY)
    runs.two_looks()
    assert shop.drafts.undelete(post.id).parts[0].attachments[0].picture == attached
    shop.drafts.delete(post.id)
    runs.pass_(30 * DAY)
    runs.clean()
    assert shop.drafts.get(post.id).parts[0].attachments, "Undo of this run may be open still"
    runs.begin()
    runs.two_looks()
    runs.begin()
    runs.pass_(APART)
    runs.clean()
    at = [one in {row[0] for row in _pictures(shop)} for one in (attached, earlier, waiting)]
    assert at == [False, False, True]
    assert shop.drafts.get(post.id).parts[0].text == "words"
    assert shop.drafts.get(kept.id).parts[0].attachments


def _pictures(shop):
    return shop.database.connection.execute("SELECT hash FROM picture").fetchall()


def test_a_stray_that_a_copy_knows_stays(shop, runs, clock, account):
    picture = keep(shop)
    shop.boards.create(account, name="b", cells=[Cell(picture.hash)])
    path = shop.pictures.path(picture.hash)
    backup.daily_copy(shop.database.connection, shop.paths, clock.now())
    with shop.database.transaction() as connection:
        connection.execute("DELETE FROM board")
        connection.execute("DELETE FROM picture WHERE hash = ?", (picture.hash,))
    aged(path, clock, 9 * DAY)
    runs.two_looks()
    assert path.exists()


def test_without_folders_there_is_nothing_to_do(shop, runs):
    shutil.rmtree(shop.paths.pictures, ignore_errors=True)
    assert runs.two_looks().strays == 0


def test_missing_fingerprints_are_made_from_the_second_look_on(shop, runs, account):
    picture = keep(shop)
    shop.boards.create(account, name="b", cells=[Cell(picture.hash)])
    sql = "SELECT fingerprint FROM picture WHERE hash = ?"
    runs.clean()
    assert shop.database.connection.execute(sql, (picture.hash,)).fetchone()[0] is None
    runs.clean()
    assert shop.database.connection.execute(sql, (picture.hash,)).fetchone()[0]


class Life(RuleBasedStateMachine):
    """Whatever an owner does and whenever it is cleaned: what is shown has its file."""

    def __init__(self):
        super().__init__()
        import tempfile

        self.folder = Path(tempfile.mkdtemp())
        self.clock = SteppedClock(1_795_168_800)
        self.shop = open_shop(paths_under(self.folder), self.clock)
        self.account = self.shop.accounts.add("tea", "UTC").id
        self.runs = Runs(self.shop, self.clock)
        self.boards, self.posts, self.added = [], [], set()
        cleaning_module.monotonic = strays_module.monotonic = lambda: self.runs.ran

    def teardown(self):
        from time import monotonic

        cleaning_module.monotonic = strays_module.monotonic = monotonic
        self.shop.close()
        shutil.rmtree(self.folder)

    def picture(self, seed):
        data = saved(Image.new("RGB", (8, 8), (seed * 9, 5, 5)), "PNG")
        picture = self.shop.pictures.add_bytes(data, name="p.png")
        self.added.add(picture.hash)
        return picture.hash

    @rule(seed=st.integers(0, 9))
    def add(self, seed):
        self.picture(seed)

    @rule(seeds=st.lists(st.integers(0, 9), min_size=1, max_size=3))
    def board(self, seeds):
        cells = [Cell(self.picture(seed)) for seed in seeds]
        self.boards.append(self.shop.boards.create(self.account, name="b", cells=cells))

    @rule()
    def delete_and_bring_back(self):
        if self.boards:
            self.shop.boards.delete(self.boards[-1].id)
            self.shop.boards.save(self.boards[-1])

    @rule()
    def delete_board(self):
        if self.boards:
            self.shop.boards.delete(self.boards.pop().id)

    @rule(seed=st.integers(0, 9))
    def post(self, seed):
        part = DraftPart("words", ((self.picture(seed), ""),))
        self.posts.append(self.shop.drafts.begin(self.account, parts=(part,)).id)

    @rule()
    def take_picture_out(self):
        if self.posts:
            self.shop.drafts.save(self.posts[-1], parts=(DraftPart("words"),))

    @rule(hours=st.integers(1, 100))
    def time_passes(self, hours):
        self.runs.pass_(hours * 3_600)

    @rule()
    def clean(self):
        self.runs.clean()

    @rule()
    def start_again(self):
        self.runs.begin()

    @invariant()
    def what_is_shown_is_there(self):
        for board in self.boards:
            for cell in self.shop.boards.get(board.id).cells:
                assert self.shop.pictures.path(cell.picture).is_file()
        for post_id in self.posts:
            for part in self.shop.drafts.get(post_id).parts:
                for attachment in part.attachments:
                    assert self.shop.pictures.path(attachment.picture).is_file()
            for version in self.shop.versions.all(post_id):
                for part in version.parts:
                    for picture, _alt in part.pictures:
                        assert self.shop.pictures.path(picture).is_file()

    @invariant()
    def no_row_is_without_its_file(self):
        for row in self.shop.database.connection.execute("SELECT hash FROM picture").fetchall():
            assert self.shop.pictures.path(row["hash"]).is_file()


TestLife = Life.TestCase
TestLife.settings = settings(
    max_examples=12,
    stateful_step_count=25,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)
