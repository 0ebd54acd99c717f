from __future__ import annotations

from services.shop import Shop
from ui.analytics.analytics_page import AnalyticsPage
from widgets.empty_state import EmptyState


def test_the_chart_has_a_table_behind_it(page: AnalyticsPage, read: None, shop: Shop) -> None:
    page.show()
    line = shop.report.build(shop.accounts.active().id).line
    assert page.chart.chart.data.now == tuple(point.value for point in line)
    assert not page.chart.table.isVisible()
    page.chart.as_table.click()
    assert page.chart.table.isVisible()
    assert page.chart.table.rowCount() == 28
    said = [page.chart.table.item(row, 1).text() for row in range(28)]
    assert said == [*(f"{point.value:,}" for point in line[:-1]), "not over yet"]
    page.chart.as_table.click()
    assert page.chart.chart.isVisible()


def test_the_line_says_what_it_counts(page: AnalyticsPage, read: None, shop: Shop) -> None:
    page.show()
    line = shop.report.build(shop.accounts.active().id).line
    total = sum(point.value or 0 for point in line)
    told = page.chart.about.text()
    assert f"{total:,} in 27 days" in told
    assert told.endswith("Today is not over yet.")
    assert "hatched" not in told
    page.header.back.click()
    assert "Today" not in page.chart.about.text()


def test_days_without_a_reading_are_counted_in_words(
    page: AnalyticsPage, read: None, shop: Shop
) -> None:
    account = shop.accounts.active()
    with shop.database.transaction() as connection:
        connection.execute(
            "DELETE FROM account_day WHERE account_id = ? AND utc_day IN "
            "(SELECT utc_day FROM account_day ORDER BY utc_day DESC LIMIT 2 OFFSET 5)",
            (account.id,),
        )
    page.show()
    assert "3 days could not be counted and are hatched." in page.chart.about.text()
    assert page.chart.chart.data.now.count(None) == 4


def test_before_two_days_were_read_there_is_a_sentence_and_no_line(
    page: AnalyticsPage, read: None, shop: Shop
) -> None:
    with shop.database.transaction() as connection:
        connection.execute(
            "DELETE FROM account_day WHERE utc_day < (SELECT max(utc_day) FROM account_day)"
        )
    page.show()
    assert page.chart.isVisible()
    assert not page.chart.chart.isVisible()
    assert not page.chart.as_table.isVisible()
    said = [each.sentence for each in page.chart.findChildren(EmptyState) if each.isVisible()]
    assert [text.split(".")[0] for text in said] == [
        "X tells how often a post was seen in all, not on which day"
    ]
    assert len(page.top.rows) == 5
