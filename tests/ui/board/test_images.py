from pathlib import Path

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QWidget

from services.errors import BadImage
from tests.ui.board.parts import heard, photo
from ui.board.images import Images


class Waiting:
    """Lanes whose calls run when the test says so."""

    def __init__(self):
        self.calls = []

    def run(self, call, *, lane, owner, done, failed):
        self.calls.append((call, done, failed))

    def go(self):
        calls, self.calls = self.calls, []
        for call, done, failed in calls:
            try:
                value = call()
            except BadImage as error:
                failed(error)
            else:
                done(value)


@pytest.fixture
def window(qtbot):
    made = QWidget()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def lanes():
    return Waiting()


@pytest.fixture
def large(shop):
    return shop.pictures.add_bytes(photo("teal", (2_400, 1_800)), name="قوری.jpg").hash


@pytest.mark.parametrize(("ratio", "side"), [(1.0, 640), (2.0, 960)])
def test_pictures_are_read_as_large_as_the_screen_shows_them(
    shop, large, inline_tasks, window, monkeypatch, ratio, side
):
    monkeypatch.setattr(window, "devicePixelRatioF", lambda: ratio)
    width = Images(shop.pictures, inline_tasks, window).large(large).width()
    assert side * 15 / 16 <= width <= side


def test_what_is_enlarged_is_read_finer_and_shown_as_it_is_until_then(shop, large, lanes, window):
    images = Images(shop.pictures, lanes, window)
    came = heard(images.came)
    assert images.large(large, zoom=3) is None
    assert images.large(large, zoom=3) is None
    assert len(lanes.calls) == 2
    lanes.go()
    assert len(came) == 2
    assert 1_800 <= images.large(large, zoom=3).width() <= 1_920
    assert 600 <= images.large(large, zoom=1).width() <= 640


def test_few_fine_ones_are_kept(shop, lanes, window):
    images = Images(shop.pictures, lanes, window)
    for number in range(16):
        data = photo(QColor.fromHsv(20 * number, 200, 200).name(), (2_000, 100))
        images.large(shop.pictures.add_bytes(data, name="a.jpg").hash, zoom=2)
        lanes.go()
    sizes = [size for _, _, size in images._known]
    assert sizes.count(1_920) == 14
    assert sizes.count(640) == 16


def test_a_picture_that_is_gone_is_asked_for_once(shop, large, lanes, window):
    images = Images(shop.pictures, lanes, window)
    file: Path = shop.pictures.path(large)
    kept = file.read_bytes()
    file.unlink()
    assert images.gone(large)
    assert images.size(large) == (2_400, 1_800)
    assert images.large(large) is None
    lanes.go()
    assert images.large(large) is None
    assert lanes.calls == []
    file.write_bytes(kept)
    assert images.gone(large)
    images.forget_gone()
    assert not images.gone(large)
    images.large(large)
    lanes.go()
    assert images.large(large) is not None


def test_what_was_never_kept_is_gone_and_square(shop, lanes, window):
    images = Images(shop.pictures, lanes, window)
    assert images.gone("0" * 64)
    assert images.size("0" * 64) == (1, 1)


def test_a_ground_is_out_of_focus_and_of_the_boards_shape(shop, large, inline_tasks, window):
    ground = Images(shop.pictures, inline_tasks, window).ground(large, 2.0)
    assert (ground.width(), ground.height()) == (256, 128)
    assert ground.pixelColor(128, 64).green() > 80


def test_a_guess_is_made_once(shop, large, lanes, window):
    guessed = []

    def guess(picture):
        guessed.append(picture)
        return 0.25, 0.75

    images = Images(shop.pictures, lanes, window, guess=guess)
    assert images.focus(large) is None
    lanes.go()
    assert images.focus(large) == images.focus(large) == (0.25, 0.75)
    assert guessed == [large]
    assert Images(shop.pictures, lanes, window).focus(large) is None


def test_what_comes_after_it_was_let_go_is_dropped(shop, large, lanes, window):
    images = Images(shop.pictures, lanes, window)
    came = heard(images.came)
    images.large(large)
    images.let_go()
    lanes.go()
    assert came == []
    assert images.large(large) is None
