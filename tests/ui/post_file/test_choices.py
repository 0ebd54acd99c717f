"""When the posts of a file go out, as its rows show it: other zones, odd nights, closed days."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

from services.accounts.accounts import Account
from services.clock import SteppedClock
from services.post_file.known import OnClosed
from services.shop import Shop
from ui.post_file.import_dialog import ImportDialog
from widgets.isolates import held, isolated

Write = Callable[[str], Path]


def test_the_shop_s_own_hour_is_shown_and_the_file_s_beside_it(
    dialog: ImportDialog, write: Write
) -> None:
    dialog.open_file(
        write(
            "Text,Date,Time,Zone\nTea,2026-12-01,10:00,Asia/Tokyo\n"
            "Cake,2026-12-02,05:00,Asia/Tokyo\nお茶,2027-12-01,17:00,+09:00\n"
        )
    )
    rows = [dialog.rows.list.value(n) for n in range(3)]
    assert [(row.time, row.caution, row.note) for row in rows] == [
        ("Tue 1 Dec, 03:00", "At night in your shop", f"10:00 in {held('Tokyo')}"),
        ("Tue 1 Dec, 22:00", "", f"Wed 2 Dec, 05:00 in {held('Tokyo')}"),
        ("Wed 1 Dec 2027, 10:00", "", f"17:00 in {held('UTC+09:00')}"),
    ]
    assert rows[0].wrong == ""
    assert dialog.rows.which.button("troubled").text() == "Need attention 1"
    assert dialog.looked is not None
    assert len(dialog.looked.ready) == 3
    assert not dialog.save_button.isVisible()


def test_a_time_in_a_summer_time_gap_says_so(dialog: ImportDialog, write: Write) -> None:
    dialog.open_file(write("Text,Date,Time\nTea,2027-03-28,03:30\n"))
    row = dialog.rows.list.value(0)
    assert (row.time, row.wrong) == ("Sun 28 Mar 2027, 04:30", "")
    assert row.caution.startswith("03:30 does not exist that night; it goes at 04:30 · At night")


def test_closed_days_need_attention_until_the_owner_says_what_becomes_of_them(
    dialog: ImportDialog, write: Write, shop: Shop, account: Account
) -> None:
    shop.closed_days.close(account.id, date(2026, 12, 1), date(2026, 12, 1), "Fair")
    dialog.open_file(write("Text,Date,Time\nTea,01/12/2026,9:00\nCake,15/12/2026,9:00\n"))
    assert dialog.choices.closed.isVisible()
    assert not dialog.choices.past.isVisible()
    assert dialog.rows.list.value(0).wrong == f"Closed that day ({isolated('Fair')})"
    assert dialog.bring_button.text().startswith("Bring in 1 ")

    def say(what: OnClosed) -> None:
        dialog.choices.closed.setCurrentIndex(list(OnClosed).index(what))
        dialog.choices.closed.activated.emit(list(OnClosed).index(what))

    say(OnClosed.TO_SLOTS)
    assert dialog.rows.list.value(0).note == "Next free slot"
    say(OnClosed.POSTED)
    row = dialog.rows.list.value(0)
    assert (row.time, row.wrong) == ("Tue 1 Dec, 09:00", "")
    assert row.caution == f"Goes out though closed ({held('Fair')})"
    dialog.bring_button.click()
    assert [post.even_closed for post in shop.outbox.list(account.id)] == [True, False]


def test_times_that_pass_while_the_page_is_open_are_looked_at_again(
    dialog: ImportDialog, write: Write, shop: Shop, account: Account, clock: SteppedClock
) -> None:
    dialog.open_file(write("Text,Date,Time\nTea,20/11/2026,12:30\nCake,20/11/2026,17:00\n"))
    clock.advance(3_600)
    dialog.bring_button.click()
    assert dialog.isVisible()
    assert dialog.note.text().startswith("Some times went by")
    assert dialog.rows.list.value(0).wrong == "This time is past"
    assert shop.outbox.list(account.id) == ()
    dialog.bring_button.click()
    assert [post.text for post in shop.outbox.list(account.id)] == ["Cake"]
