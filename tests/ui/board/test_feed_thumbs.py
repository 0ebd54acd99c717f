"""Small pictures come as they are looked at: few at a time, the last wanted first."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QObject

from services.media.download_trouble import DownloadProblem, DownloadStopped
from services.media.feeds import FeedPicture
from services.media.web import Got
from tests.board_site import drawn
from tests.held_tasks import HeldTasks
from ui.board.feed_grid import FeedGrid
from ui.board.feed_thumbs import FeedThumbs
from ui.tasks import Lane


class Web:
    def __init__(self) -> None:
        self.asked: list[str] = []
        self.gone: set[str] = set()

    def get(self, address: str, **_rest: Any) -> Got:
        self.asked.append(address)
        if address in self.gone:
            raise DownloadStopped(DownloadProblem.NOT_FOUND)
        return Got(drawn(1, 300), address)


def pictures(count: int) -> list[FeedPicture]:
    return [
        FeedPicture("", "", (f"https://a.example/{n}-full.jpg",), f"https://a.example/{n}.jpg")
        for n in range(count)
    ]


@pytest.fixture
def web() -> Web:
    return Web()


@pytest.fixture
def tasks() -> HeldTasks:
    return HeldTasks()


@pytest.fixture
def thumbs(qapp: Any, web: Web, tasks: HeldTasks) -> FeedThumbs:
    owner = QObject()
    made = FeedThumbs(web, tasks, owner)  # type: ignore[arg-type]  # as much of each as is used
    made.owner = owner  # type: ignore[attr-defined]  # kept as long
    made.show(pictures(200))
    return made


def come(tasks: HeldTasks) -> None:
    tasks.let_go(Lane.FETCH)
    tasks.let_go(Lane.WORK)


def test_two_at_a_time_and_the_last_wanted_first(
    thumbs: FeedThumbs, web: Web, tasks: HeldTasks
) -> None:
    for row in range(6):
        assert thumbs.get(row) is None
    assert len(tasks.held[Lane.FETCH]) == 2
    come(tasks)
    assert web.asked == ["https://a.example/0.jpg", "https://a.example/1.jpg"]
    come(tasks)
    assert web.asked[2:] == ["https://a.example/5.jpg", "https://a.example/4.jpg"]
    image = thumbs.get(0)
    assert image is not None
    assert image.width() == 300


def test_what_was_scrolled_by_is_given_up_until_it_comes_back(
    thumbs: FeedThumbs, web: Web, tasks: HeldTasks
) -> None:
    for row in range(150):
        thumbs.get(row)
    for _ in range(100):
        come(tasks)
    assert len(web.asked) <= 45
    assert "https://a.example/149.jpg" in web.asked
    assert "https://a.example/50.jpg" not in web.asked
    thumbs.get(50)
    come(tasks)
    assert thumbs.get(50) is not None


def test_one_that_cannot_be_had_keeps_no_other_waiting(
    thumbs: FeedThumbs, web: Web, tasks: HeldTasks
) -> None:
    web.gone = {"https://a.example/0.jpg", "https://a.example/0-full.jpg"}
    for row in range(3):
        thumbs.get(row)
    for _ in range(4):
        come(tasks)
    assert thumbs.get(0) is None
    assert thumbs.get(2) is not None
    assert web.asked.count("https://a.example/0-full.jpg") == 1


def test_another_feed_wants_nothing_of_the_one_before(
    thumbs: FeedThumbs, web: Web, tasks: HeldTasks
) -> None:
    thumbs.get(0)
    thumbs.show(pictures(1))
    come(tasks)
    assert thumbs.get(0) is None
    come(tasks)
    assert thumbs.get(0) is not None
    assert thumbs.get(7) is None


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(
    room=st.integers(0, 5),
    steps=st.lists(st.one_of(st.integers(0, 7), st.sampled_from(["all", "room", "let go"]))),
)
def test_the_order_of_choosing_holds_whatever_is_pressed(
    qapp: Any, room: int, steps: list[int | str]
) -> None:
    grid = FeedGrid(lambda _row: None)
    grid.show_titles([f"Cup {n}" for n in range(8)], room=room)
    for step in steps:
        before = grid.order
        if step == "all":
            grid.choose_first()
            assert grid.order[: len(before)] == before
        elif step == "let go":
            grid.let_go_of(before[:1])
            assert grid.order == before[1:]
        elif step == "room":
            grid.set_room(max(room, len(before)))
        else:
            grid.toggle(int(step))
            taken = int(step) in before or len(before) >= room
            assert (int(step) in grid.order) is not taken
        assert len(set(grid.order)) == len(grid.order) <= room
        shown = sorted((tile.place, row) for row, tile in enumerate(grid.tiles) if tile.place)
        assert [row for _, row in shown] == list(grid.order)
        assert [place for place, _ in shown] == list(range(1, len(shown) + 1))
    grid.deleteLater()
