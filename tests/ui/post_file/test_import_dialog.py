"""The dialog for posts from a file: read, mapped, looked at, brought in, taken back."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent

from services.accounts.accounts import Account
from services.post_file.values import Column, DateOrder
from services.publishing.states import State
from services.shop import Shop
from tests.ui.queue.list_reading import words
from ui.page import Undo
from ui.post_file.import_dialog import ImportDialog
from ui.post_file.job import Reading
from ui.post_file.row_words import RowWords
from ui.queue.queue_page import QueuePage
from widgets.isolates import held

Write = Callable[[str], Path]
FILE = (
    "Text,Date,Time,Picture\n"
    "湯呑みが焼き上がりました 🍵,24/11/2026,09:00,\n"
    "شاي بالنعناع,25/11/2026,17:30,gone.jpg\n"
    "An old one,01/11/2026,09:00,\n"
    '"Two lines\nin one post",26/11/2026,9:30 pm,\n'
)


def test_a_file_is_read_mapped_and_looked_at(dialog: ImportDialog, write: Write) -> None:
    assert not dialog.bring_button.isVisible()
    dialog.open_file(write(FILE))
    looked = dialog.looked
    assert looked is not None
    assert (len(looked.ready), len(looked.troubled), looked.past) == (2, 2, 1)
    assert dialog.bring_button.text().startswith("Bring in 2 ")
    shown = [dialog.rows.list.value(n) for n in range(dialog.rows.list.count)]
    assert [row.number for row in shown] == ["2", "3", "4", "5"]
    assert shown[0].time == "Tue 24 Nov, 09:00"
    assert shown[1].wrong == "Picture not found: gone.jpg"
    assert shown[2].wrong == "This time is past"
    assert not shown[3].wrong
    dialog.rows.which.button("troubled").click()
    assert dialog.rows.list.count == 2


def test_past_times_may_have_the_next_free_slots(dialog: ImportDialog, write: Write) -> None:
    dialog.open_file(write(FILE))
    assert dialog.choices.past.isVisible()
    dialog.choices.past.click()
    assert dialog.looked is not None
    assert len(dialog.looked.ready) == 3
    row = dialog.rows.list.value(2)
    assert (row.time, row.note) == ("Fri 20 Nov, 17:30", "Next free slot")
    dialog.choices.times.button("slots").click()
    assert [row.moved for row in dialog.looked.rows] == [True] * 4


def test_a_column_is_given_another_meaning(dialog: ImportDialog, write: Write) -> None:
    dialog.open_file(write("Note,Post,Date,Time\nwhy,Tea,24/11/2026,9:00\n"))
    assert [each.accessibleName() for each in dialog.form.combos] == [
        "Note",
        "Post",
        "Date",
        "Time",
    ]
    note = dialog.form.combos[0]
    note.setCurrentIndex(list(Column).index(Column.TEXT))
    note.activated.emit(note.currentIndex())
    assert dialog.looked is not None
    assert dialog.looked.rows[0].text == "why"
    assert dialog.form.combos[1].currentText() == "Leave out"


def test_dates_that_can_be_read_in_two_ways_are_asked_about(
    dialog: ImportDialog, write: Write
) -> None:
    dialog.open_file(write("Post,Date,Time\nTea,03/04/2027,9:00\n"))
    assert dialog.form.order.isVisible()
    assert dialog.looked is not None
    assert dialog.looked.rows[0].wall == "2027-04-03T09:00"
    dialog.form.order.setCurrentIndex(list(DateOrder).index(DateOrder.MONTH_FIRST))
    dialog.form.order.activated.emit(1)
    assert dialog.looked.rows[0].wall == "2027-03-04T09:00"


def test_another_encoding_shows_the_words(dialog: ImportDialog, write: Callable[..., Path]) -> None:
    dialog.open_file(write("نص,تاريخ\nشاي بالنعناع الطازج,2026-11-24 09:00\n", "cp1256"))
    assert dialog.looked is not None
    assert dialog.looked.rows[0].text == "شاي بالنعناع الطازج"
    dialog.form.look_wrong.click()
    assert dialog.form.encoding.currentText() == "Arabic and Persian"
    dialog.form.reading_chosen.emit(Reading("cp1252", ","))
    assert any("ÔÇí" in row.text for row in dialog.looked.rows)


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "There is nothing in this file."),
        (b"text,date\n", "This file has a heading and no post below it."),
        (b"PK\x03\x04xlsx", "This is a spreadsheet. In your spreadsheet program choose Save as,"),
    ],
)
def test_a_file_that_is_none_says_so(
    dialog: ImportDialog, tmp_path: Path, data: bytes, said: str
) -> None:
    path = tmp_path / "posts.csv"
    path.write_bytes(data)
    dialog.open_file(path)
    assert dialog.drop.trouble.text().startswith(said)
    assert dialog.drop.isVisible()
    dialog.open_file(tmp_path)
    assert dialog.drop.trouble.text() == "This is a folder. Choose the file in it."


def test_a_file_can_be_dropped(dialog: ImportDialog, write: Write) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(write(FILE)))])
    event = QDropEvent(
        QPointF(10, 10),
        Qt.DropAction.CopyAction,
        mime,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    dialog.drop.dropEvent(event)
    assert dialog.looked is not None
    assert dialog.name.text().startswith("spring posts.csv")


def test_what_is_left_out_is_saved_to_mend(
    dialog: ImportDialog, write: Write, tmp_path: Path
) -> None:
    dialog.open_file(write(FILE))
    assert dialog.looked is not None
    assert dialog._file is not None
    rows = [dialog.looked.rows[place] for place in dialog.looked.troubled]
    said = RowWords(dialog.locale(), "Europe/Helsinki", 0)
    dialog.mend.save(dialog._file.table, rows, said, str(tmp_path / "mend.csv"))
    text = (tmp_path / "mend.csv").read_text(encoding="utf-8-sig")
    assert text.splitlines()[0] == "Text,Date,Time,Picture,What is wrong"
    assert "شاي بالنعناع,25/11/2026,17:30,gone.jpg,Picture not found: gone.jpg" in text
    dialog.mend.save(dialog._file.table, rows, said, str(tmp_path / "no folder" / "mend.csv"))
    assert dialog.note.text().startswith("The file could not be saved there.")


def test_posts_are_brought_in_shown_and_taken_back(
    page: QueuePage, shop: Shop, account: Account, write: Write
) -> None:
    undos: list[Undo] = []
    page.undo_offered.connect(undos.append)
    page.bring_in()
    dialog = page.findChild(ImportDialog) or page.window().findChild(ImportDialog)
    assert isinstance(dialog, ImportDialog)
    dialog.open_file(write(FILE))
    dialog.bring_button.click()
    assert not dialog.isVisible()
    assert page.calendar.currentWidget() is page.list
    assert words(page) == ["湯呑みが焼き上がりました 🍵", "Two lines in one post"]
    assert page.list.asked.import_id
    texts = [post.text for post in shop.outbox.list(account.id)]
    assert texts[1] == "Two lines\nin one post"
    assert undos[-1].sentence.startswith("2 posts")
    page.list.filters.take_back.click()
    assert shop.outbox.list(account.id) == ()
    undos[-1].undo()
    assert {post.state for post in shop.outbox.list(account.id)} == {State.QUEUED}


def test_a_second_time_the_same_file_is_known(
    dialog: ImportDialog,
    page: QueuePage,
    write: Write,
    shop: Shop,
    account: Account,
    inline_tasks: Any,
) -> None:
    dialog.open_file(write(FILE))
    dialog.bring_button.click()
    again = ImportDialog(shop, inline_tasks, account, page)
    again.setLocale(page.locale())
    again.open_file(write(FILE))
    assert again.looked is not None
    assert not again.looked.ready
    assert again.rows.list.value(0).wrong.startswith(
        "The same words wait already, for Tue 24 Nov, 09:00"
    )
    assert not again.bring_button.isEnabled()


def test_a_heading_that_is_none_becomes_a_post_and_back(dialog: ImportDialog, write: Write) -> None:
    dialog.open_file(write("Post,Date,Time\nTea,24/11/2026,9:00\n"))
    assert dialog.form.heading.isChecked()
    assert not dialog.form.heading.isVisible()
    dialog.form.look_wrong.click()
    dialog.form.heading.click()
    assert dialog.looked is not None
    assert [row.text for row in dialog.looked.rows] == ["Post", "Tea"]
    assert dialog.form.look_wrong.isChecked()
    dialog.form.heading.click()
    assert [row.text for row in dialog.looked.rows] == ["Tea"]


def test_another_encoding_keeps_what_was_said_of_the_heading(
    dialog: ImportDialog, write: Write
) -> None:
    dialog.open_file(write("Post,Date,Time\nTea,24/11/2026,9:00\n"))
    dialog.form.heading.click()
    dialog.form.delimiter.activated.emit(0)
    assert dialog.looked is not None
    assert len(dialog.looked.rows) == 2


def test_a_file_without_times_has_free_slots_alone(dialog: ImportDialog, write: Write) -> None:
    times = dialog.choices.times
    dialog.open_file(write("Text\nTea\nお茶\n"))
    assert times.choice == "slots"
    assert not times.button("file").isEnabled()
    dialog.open_file(write(FILE))
    assert times.choice == "file"
    assert times.button("file").isEnabled()


def test_a_good_guess_is_one_sentence(dialog: ImportDialog, write: Write) -> None:
    dialog.open_file(write(FILE))
    assert not dialog.form.combos[0].isVisible()
    assert dialog.form.summary.text() == " · ".join(
        f"{meaning}: {held(name)}"
        for meaning, name in (
            ("Words", "Text"),
            ("Day", "Date"),
            ("Hour", "Time"),
            ("Picture file", "Picture"),
        )
    )


def test_a_guess_without_names_stands_open(dialog: ImportDialog, write: Write) -> None:
    dialog.open_file(write("Tea,2026-11-24 09:00\nCake,2026-11-25 09:00\n"))
    assert dialog.form.combos[0].isVisible()
    assert dialog.form.heading.isVisible()
    assert dialog.form.summary.text() == "What each column holds"
