from __future__ import annotations

import pytest
from PySide6.QtCore import QLocale, QPoint, Qt
from PySide6.QtWidgets import QAbstractButton, QWidget
from pytestqt.qtbot import QtBot

from services.analytics.figures import Key
from services.shop import Shop
from ui.analytics.analytics_page import AnalyticsPage
from ui.analytics.tiles import LARGE
from ui.compose.asks import NEW_POST
from widgets.post_row import PostRow

COUNTED = [
    Key.POSTS,
    Key.SEEN,
    Key.ENGAGEMENTS,
    Key.LINK_CLICKS,
    Key.MENTIONS,
    Key.ANSWERS,
    Key.LIKES,
    Key.FOLLOWERS,
]


def number(text: str) -> int:
    return QLocale("en_GB").toInt(text.lstrip("+"))[0]


def test_a_new_shop_reads_one_sentence_and_one_button(page: AnalyticsPage, qtbot: QtBot) -> None:
    page.show()
    assert page.empty.isVisible()
    assert page.empty.sentence.startswith("Nothing to count yet.")
    with qtbot.waitSignal(page.go) as go:
        page.empty.button.click()
    assert go.args == ["compose", NEW_POST]


def test_the_tiles_are_the_reports_values(page: AnalyticsPage, read: None, shop: Shop) -> None:
    page.show()
    figures = shop.report.build(shop.accounts.active().id)
    for key in LARGE[:3]:
        assert number(page.tiles.tile(key).value) == figures.tile(key).value
    assert page.tiles.tile(Key.FIRST_ANSWER).value.endswith("min")
    assert page.header.sentence.text()
    assert page.header.period.text() == "24 Oct – 20 Nov"


@pytest.mark.parametrize("key", COUNTED)
def test_each_figure_is_the_sum_of_the_list_it_opens(
    page: AnalyticsPage, read: None, key: Key, qtbot: QtBot
) -> None:
    page.show()
    page.tiles.all.click()
    tile = page.tiles.tile(key)
    qtbot.mouseClick(tile, Qt.MouseButton.LeftButton)
    assert page.drawer.is_open
    assert page.list.total.text() == tile.value
    assert sum(number(row.value.figure) for row in page.list.rows) == number(tile.value)


def test_first_answer_is_the_middle_of_its_list(page: AnalyticsPage, read: None) -> None:
    page.show()
    page.tiles.tile(Key.FIRST_ANSWER).click()
    assert page.list.total.text() == page.tiles.tile(Key.FIRST_ANSWER).value
    figures = [row.value.figure for row in page.list.rows]
    assert len(figures) >= 3


def test_a_mention_in_the_list_opens_in_the_inbox(
    page: AnalyticsPage, read: None, qtbot: QtBot, shop: Shop
) -> None:
    page.show()
    page.tiles.tile(Key.MENTIONS).click()
    with qtbot.waitSignal(page.go) as go:
        page.list.rows[0].click()
    tab, item_id = go.args
    assert tab == "inbox"
    assert shop.inbox.item(item_id).text


def test_earlier_periods_and_back_again(page: AnalyticsPage, read: None) -> None:
    page.show()
    assert not page.header.onward.isEnabled()
    now = page.tiles.tile(Key.SEEN).value
    page.header.back.click()
    assert page.header.period.text() == "26 Sept – 23 Oct"
    assert page.tiles.tile(Key.SEEN).value != now
    assert page.header.onward.isEnabled()
    page.header.onward.click()
    assert page.tiles.tile(Key.SEEN).value == now


def test_the_list_stands_beside_the_figures_and_tells_what_it_sums(
    page: AnalyticsPage, read: None, qtbot: QtBot
) -> None:
    """The largest first; posts and answers are told apart, as the tile Posts counts one alone."""
    page.show()
    page.tiles.tile(Key.SEEN).click()
    qtbot.waitUntil(lambda: page.header.onward.mapTo(page, QPoint()).x() < page.drawer.x())
    figures = [number(row.value.figure) for row in page.list.rows]
    assert figures == sorted(figures, reverse=True)
    posts, answers = (page.tiles.tile(key).value for key in (Key.POSTS, Key.ANSWERS))
    made_of = f"{posts} posts and {answers} answers"
    assert page.list.about.text() == f"The sum of {made_of}, the largest first"
    wide = page.tiles.width()
    page.drawer.close_drawer()
    qtbot.waitUntil(lambda: page.tiles.width() > wide)


def test_the_column_keeps_its_place_when_the_scroll_bar_comes(
    page: AnalyticsPage, read: None, qtbot: QtBot
) -> None:
    page.resize(1280, 1_100)
    page.show()
    before = page.tiles.mapTo(page, QPoint()).x()
    page.tiles.all.click()
    page.resize(1280, 500)
    qtbot.waitUntil(lambda: page.chart.visibleRegion().isEmpty())
    assert page.tiles.mapTo(page, QPoint()).x() == before == (1280 - 1120) / 2 + 24


def test_top_posts_are_those_seen_most(page: AnalyticsPage, read: None) -> None:
    page.show()
    seen = [number(row.value.figure) for row in page.top.rows]
    assert len(seen) == 5
    assert seen == sorted(seen, reverse=True)
    assert all(row.value.caption.endswith("reactions\u2069") for row in page.top.rows)
    assert not any("t.co" in row.value.text for row in page.top.rows)
    assert all(row.value.picture is not None for row in page.top.rows)


def test_all_figures_open_and_close(page: AnalyticsPage, read: None) -> None:
    page.show()
    assert not page.tiles.tile(Key.LIKES).isVisible()
    page.tiles.all.click()
    assert page.tiles.tile(Key.LIKES).isVisible()
    page.tiles.all.click()
    assert not page.tiles.tile(Key.LIKES).isVisible()


def test_persian_digits_everywhere(page: AnalyticsPage, read: None) -> None:
    page.setLocale(QLocale("fa_IR"))
    page.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    page.show()
    latin = set("0123456789")
    texts = [page.tiles.tile(key).value for key in LARGE]
    texts += [page.header.period.text(), page.header.sentence.text()]
    texts += list(page.chart.chart.data.days)
    assert not [text for text in texts if set(text) & latin]


def test_the_column_is_never_too_wide(page: AnalyticsPage, read: None) -> None:
    page.resize(1800, 900)
    page.show()
    assert page.tiles.width() <= 1120


def test_narrow_windows_stack_and_keep_every_tile_readable(
    page: AnalyticsPage, read: None, qtbot: QtBot
) -> None:
    page.resize(760, 600)
    page.show()
    qtbot.waitUntil(lambda: page.top.y() > page.chart.y())
    qtbot.waitUntil(lambda: all(page.tiles.tile(key).width() >= 140 for key in LARGE))


def test_every_control_has_a_name_and_takes_the_focus(page: AnalyticsPage, read: None) -> None:
    page.show()
    page.tiles.all.click()
    page.tiles.tile(Key.MENTIONS).click()
    controls = [
        each
        for each in page.findChildren(QWidget)
        if isinstance(each, QAbstractButton)
        and each.isVisible()
        # Qt's own corner of a table.
        and type(each).__name__ != "QTableCornerButton"
    ]
    assert len(controls) > 20
    for each in controls:
        assert each.accessibleName() or each.text(), each
        if each.isEnabled():
            assert each.focusPolicy() & Qt.FocusPolicy.TabFocus, each
    assert page.chart.chart.accessibleName()
    assert isinstance(controls[-1], PostRow | QAbstractButton)
