from __future__ import annotations

import csv
import io
from pathlib import Path
from typing import Any

from services.accounts.accounts import Account
from services.clock import SteppedClock
from services.shop import Shop
from services.x_api.ledger import Purpose
from services.x_api.practice import PracticeX
from services.x_api.prices import Kind
from ui.money.ledger_dialog import LedgerDialog
from ui.money.money_words import exactly
from widgets.call_list import CallRow


def calls(dialog: LedgerDialog) -> list[CallRow]:
    return [row for row in dialog.list.rows if not row.head]


def test_the_sum_is_that_of_its_rows_and_of_xs_meter(
    shop: Shop, lived: Account, x: PracticeX, window: Any
) -> None:
    dialog = LedgerDialog(shop, window)
    billed = sum(line.cost for line in x.meter())
    assert dialog.total.text() == exactly(billed)
    costs = shop.database.connection.execute("SELECT cost FROM paid_call").fetchall()
    assert len(calls(dialog)) == len(costs)
    assert sorted(row.amount for row in calls(dialog)) == sorted(
        f"${row[0] / 1_000_000:.3f}" for row in costs
    )
    heads = [row for row in dialog.list.rows if row.head]
    assert [(head.title, head.amount) for head in heads] == [
        ("Today", f"${billed / 1_000_000:.3f}")
    ]


def test_a_post_stands_with_its_words_and_opens(shop: Shop, lived: Account, window: Any) -> None:
    dialog = LedgerDialog(shop, window)
    asked: list[str] = []
    dialog.post_asked.connect(asked.append)
    link = next(row for row in calls(dialog) if row.title == "Post with a link")
    assert (link.words, link.amount, link.opens) == ("新しい茶碗です leafkiln.shop", "$0.200", True)
    dialog.list.chosen.emit(link.id)
    assert asked == [link.id]
    read = next(row for row in calls(dialog) if row.title == "Your account was read")
    assert not read.opens


def test_the_budget_is_said_as_it_stands(shop: Shop, lived: Account, window: Any) -> None:
    assert "No budget is set" in LedgerDialog(shop, window).budget.text()
    spent = shop.ledger.spent_this_month(lived.id)
    shop.accounts.set_budget(lived.id, spent + 1_000_000)
    assert LedgerDialog(shop, window).budget.text().startswith("$1.00 left of")


def test_an_earlier_month_is_turned_to(
    shop: Shop, lived: Account, clock: SteppedClock, window: Any
) -> None:
    november = exactly(shop.ledger.spent_this_month(lived.id))
    clock.advance(30 * 86_400)
    dialog = LedgerDialog(shop, window)
    assert (dialog.total.text(), calls(dialog)) == ("$0.00", [])
    assert not dialog.export.isEnabled()
    assert not dialog.after.isEnabled()
    dialog.before.click()
    assert (dialog.name.text(), dialog.total.text()) == ("November 2026", november)
    assert not dialog.before.isEnabled()
    dialog.after.click()
    assert dialog.name.text() == "December 2026"


def test_a_thousand_calls_are_one_list(shop: Shop, own: Account, window: Any) -> None:
    with shop.database.transaction():
        for _ in range(3_000):
            shop.ledger.book_ahead(own.id, Purpose.POST, Kind.ALT_TEXT)
    dialog = LedgerDialog(shop, window)
    assert len(calls(dialog)) == 3_000
    assert dialog.total.text() == "$15.00"


def test_the_csv_is_written_where_it_is_asked(
    shop: Shop, lived: Account, window: Any, tmp_path: Path
) -> None:
    dialog = LedgerDialog(shop, window)
    dialog.save_to(str(tmp_path / "茶.csv"))
    rows = list(csv.reader(io.StringIO((tmp_path / "茶.csv").read_text("utf-8-sig"))))
    assert len(rows) == len(calls(dialog)) + 1
    assert dialog.trouble.isHidden()
    dialog.save_to(str(tmp_path / "no such folder" / "a.csv"))
    assert not dialog.trouble.isHidden()
    assert dialog.trouble.text()
