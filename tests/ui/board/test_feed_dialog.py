"""Pictures from a link, on a site of this computer: look, choose, fetch, and what goes wrong."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from services.media.download_trouble import DownloadProblem, DownloadStopped
from services.media.downloads import Downloads
from services.paths import Paths
from services.settings import RECENT_FEEDS
from services.shop import Shop, open_shop
from services.x_api.transport import Transport
from tests.board_site import PINS, BoardSite, board_site
from tests.ui.board.parts import heard
from ui.board.download_words import sentence
from ui.board.feed_dialog import FeedDialog
from ui.messages import words
from ui.tasks import LaneTasks

pytestmark = pytest.mark.loopback
BOARD = "pinterest.com/tea/mugs"
LINK = "https://www.pinterest.com/tea/mugs/"


@pytest.fixture
def site() -> Iterator[BoardSite]:
    with board_site() as opened:
        opened.furnish()
        yield opened


@pytest.fixture
def own_shop(paths: Paths, clock, site: BoardSite) -> Iterator[Shop]:
    web = partial(Downloads, adapter=site.adapter)
    shop = open_shop(paths, clock, transport=Transport(web=web))
    yield shop
    shop.close()


@pytest.fixture
def opened(qtbot, themed, own_shop: Shop, inline_tasks) -> Callable[..., FeedDialog]:
    def open_dialog(room: int = 4, tasks=inline_tasks) -> FeedDialog:
        dialog = FeedDialog(own_shop, tasks, None, room=room)
        dialog.open()
        return dialog

    return open_dialog


def settled(qtbot, dialog: FeedDialog, said: list) -> None:
    qtbot.waitUntil(lambda: bool(said) or bool(dialog.banner.sentence), timeout=20_000)


def test_a_board_is_looked_at_chosen_from_and_fetched_at_full_size(
    qtbot, opened, own_shop: Shop, site: BoardSite
) -> None:
    dialog = opened()
    said, ended = heard(dialog.chosen), heard(dialog.accepted)
    QTest.keyClicks(dialog.link, f"  {BOARD} ")
    QTest.keyClick(dialog.link, Qt.Key.Key_Return)
    assert [tile.title for tile in dialog.grid.tiles] == list(PINS)
    assert not dialog.add_button.isEnabled()
    dialog.grid.grab()
    assert "i.pinimg.com/236x/" in " ".join(site.asked)
    for row in (2, 0):
        dialog.grid.toggle(row)
    assert [tile.place for tile in dialog.grid.tiles] == [2, 0, 1, 0, 0, 0]
    dialog.add_button.click()
    qtbot.waitUntil(lambda: bool(said))
    ((cells, link),) = said
    assert link == LINK
    assert [cell.caption for cell in cells] == [PINS[2], PINS[0]]
    assert {cell.credit for cell in cells} == {"pinterest.com/tea"}
    assert cells[0].source == "https://www.pinterest.com/pin/102/"
    assert own_shop.pictures.get(cells[0].picture).width == 1_500
    assert own_shop.settings.get(RECENT_FEEDS) == LINK
    assert len(ended) == 1


def test_a_size_that_is_refused_is_had_smaller(
    qtbot, opened, own_shop: Shop, site: BoardSite
) -> None:
    """The first is forbidden, the second says it is a picture and is none."""
    first, second = (f"i.pinimg.com/originals/0{n}/ab/cd/{n:032x}.jpg" for n in (0, 1))
    site.put(first, status=403)
    site.put(second, "<html>no picture</html>", kind="image/jpeg")
    dialog = opened()
    said = heard(dialog.chosen)
    dialog.look_at(BOARD)
    dialog.grid.toggle(0)
    dialog.grid.toggle(1)
    dialog.add_button.click()
    qtbot.waitUntil(lambda: bool(said))
    widths = [own_shop.pictures.get(cell.picture).width for cell in said[0][0]]
    assert widths == [736, 736]


def test_one_that_cannot_be_had_is_told_and_the_others_are_kept(
    qtbot, opened, site: BoardSite
) -> None:
    for address in [each for each in site.pages if f"{3:032x}" in each]:
        del site.pages[address]
    dialog = opened(room=4)
    said = heard(dialog.chosen)
    dialog.look_at(BOARD)
    for row in (1, 3, 5):
        dialog.grid.toggle(row)
    dialog.add_button.click()
    settled(qtbot, dialog, said)
    qtbot.waitUntil(lambda: bool(dialog.banner.sentence))
    assert [cell.caption for cell in said[0][0]] == [PINS[1], PINS[5]]
    assert dialog.banner.sentence == "1 picture is no longer there. The others are on the board."
    assert dialog.grid.tiles[3].wrong == "It is no longer there."
    assert dialog.grid.order == (3,)
    assert dialog.close_button.text() == "Close"
    # There is room for two more by now.
    for row in (0, 2, 4):
        dialog.grid.toggle(row)
    assert dialog.grid.order == (3, 0)
    closed = heard(dialog.rejected)
    dialog.close_button.click()
    assert len(closed) == 1


def test_there_is_no_more_room_than_the_board_has(opened) -> None:
    dialog = opened(room=2)
    dialog.look_at(BOARD)
    QTest.keyClick(dialog.grid, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert dialog.grid.order == (0, 1)
    dialog.grid.toggle(4)
    assert dialog.grid.order == (0, 1)
    assert "room for 2" in dialog.banner.sentence
    dialog.reject()


def test_all_by_keys(opened) -> None:
    dialog = opened()
    dialog.look_at(BOARD)
    assert dialog.focusWidget() is dialog.grid
    for key in (Qt.Key.Key_Space, Qt.Key.Key_Right, Qt.Key.Key_Return, Qt.Key.Key_Right):
        QTest.keyClick(dialog.grid, key)
    assert dialog.grid.order == (0, 1)
    QTest.keyClick(dialog.grid, Qt.Key.Key_Home)
    QTest.keyClick(dialog.grid, Qt.Key.Key_Space)
    assert dialog.grid.order == (1,)
    said = dialog.grid.model().index(1).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said == f"{PINS[1]}, chosen"
    dialog.reject()


@pytest.mark.parametrize(
    ("pasted", "told", "again"),
    [
        ("tea", DownloadProblem.NOT_AN_ADDRESS, False),
        ("pinterest.com/pin/100/", DownloadProblem.NO_FEED_OF_THIS, False),
        ("pinterest.com/tea/secret", DownloadProblem.NOT_FOUND, False),
        ("busy.tumblr.com", DownloadProblem.BUSY, True),
    ],
)
def test_a_link_that_brings_nothing(
    opened, site: BoardSite, pasted: str, told: DownloadProblem, again: bool
) -> None:
    site.put("busy.tumblr.com/rss", status=503)
    dialog = opened()
    dialog.look_at(pasted)
    assert dialog.start.isVisible()
    assert dialog.banner.sentence.startswith(sentence(DownloadStopped(told)))
    assert ("your browser" in dialog.banner.sentence) is (told is DownloadProblem.NOT_FOUND)
    assert dialog.banner.button.isVisible() is again
    dialog.look_at(BOARD)
    assert dialog.grid.isVisible()
    dialog.reject()


def test_links_used_before_are_offered(opened, own_shop: Shop) -> None:
    for link in ("leafandkiln.tumblr.com", BOARD, "leafandkiln.tumblr.com"):
        dialog = opened()
        dialog.look_at(link)
        dialog.reject()
    dialog = opened()
    shown = [chip.accessibleName() for chip in dialog.start.recent]
    assert shown == ["tumblr.com/leafandkiln", "pinterest.com/tea/mugs"]
    dialog.start.recent[1].click()
    assert len(dialog.grid.tiles) == len(PINS)
    dialog.reject()


@pytest.mark.parametrize(
    ("copied", "taken"),
    [
        ("https://www.pinterest.co.uk/tea/mugs/?invite_code=1", LINK),
        ("https://bank.example/secret", ""),
        ("pinterest", ""),
    ],
)
def test_a_link_that_was_just_copied_stands_there(opened, qapp, copied: str, taken: str) -> None:
    qapp.clipboard().setText(copied)
    dialog = opened()
    assert dialog.link.text() == taken
    assert dialog.link.selectedText() == taken
    dialog.reject()
    qapp.clipboard().clear()


def test_without_credit_nothing_is_written_on_the_pictures(qtbot, opened, own_shop: Shop) -> None:
    dialog = opened()
    said = heard(dialog.chosen)
    dialog.look_at(BOARD)
    dialog.credit.setChecked(False)
    dialog.grid.toggle(0)
    QTest.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    dialog.add_button.click()
    qtbot.waitUntil(lambda: bool(said))
    assert said[0][0][0].credit == ""
    assert said[0][0][0].source
    dialog = opened()
    assert not dialog.credit.isChecked()
    dialog.reject()


def test_stopping_keeps_what_came_and_the_choice(qtbot, opened, site: BoardSite) -> None:
    """On real lanes: the second picture never ends."""

    def wait(_wire: object) -> None:
        site.freed.wait(30)

    slow = f"i.pinimg.com/originals/01/ab/cd/{1:032x}.jpg"
    body = site.pages[slow].body
    site.put(slow, body, kind="image/jpeg", after=wait)
    tasks = LaneTasks()
    dialog = opened(tasks=tasks)
    said = heard(dialog.chosen)
    dialog.look_at(BOARD)
    qtbot.waitUntil(lambda: bool(dialog.grid.tiles), timeout=20_000)
    for row in (0, 1):
        dialog.grid.toggle(row)
    dialog.add_button.click()
    assert dialog.close_button.text() == "Stop"
    qtbot.waitUntil(lambda: slow in site.asked, timeout=20_000)
    assert dialog.progress.isVisible()
    dialog.close_button.click()
    assert dialog.close_button.text() == "Cancel"
    assert dialog.isVisible()
    assert dialog.grid.order == (0, 1)
    site.put(slow, body, kind="image/jpeg")
    asked = len(site.asked)
    dialog.add_button.click()
    qtbot.waitUntil(lambda: bool(said), timeout=20_000)
    assert [cell.caption for cell in said[0][0]] == list(PINS[:2])
    # The first one was not fetched again.
    assert not [each for each in site.asked[asked:] if f"originals/00/ab/cd/{0:032x}" in each]
    site.freed.set()
    tasks.stop()
    tasks.join()


def test_closing_while_it_looks_leaves_nothing_behind(qtbot, opened, site: BoardSite) -> None:
    def wait(_wire: object) -> None:
        site.freed.wait(30)

    site.put("slow.tumblr.com/rss", b"<rss/>", after=wait)
    tasks = LaneTasks()
    dialog = opened(tasks=tasks)
    dialog.look_at("slow.tumblr.com")
    qtbot.waitUntil(lambda: "slow.tumblr.com/rss" in site.asked, timeout=20_000)
    assert dialog.look_button.busy
    dialog.reject()
    site.freed.set()
    qtbot.waitUntil(tasks.idle, timeout=20_000)
    tasks.stop()
    tasks.join()


@pytest.mark.parametrize("problem", DownloadProblem)
def test_each_trouble_has_its_sentence(qapp, problem: DownloadProblem) -> None:
    told = words(DownloadStopped(problem)).sentence
    assert told.endswith(".")
    assert len(told) > 20
    others = [words(DownloadStopped(each)).sentence for each in DownloadProblem]
    assert others.count(told) == 1
