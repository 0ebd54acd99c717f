"""The whole queue as a list, narrowed and chosen in, and a file of posts with its troubles."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from pathlib import Path

from services.post_file.known import OnClosed
from ui.post_file.import_dialog import ImportDialog
from ui.queue.list_filter import ListFilter, Trait
from ui.tour.stage import Stage, dialog_of
from ui.tour.week_words import week_in
from widgets.queue_view_values import EntryKind

_FILE = "spring posts.csv"
_CHOSEN = 3


def queue_list(stage: Stage) -> None:
    """After the queue was filled: every day of it below each other."""
    stage.show_tab("queue")
    queue = stage.queue
    queue.header.view_chosen.emit("list")
    stage.settle()
    view = queue.list.view
    posts = [each.key for each in view.entries if each.kind is EntryKind.POST]
    stage.expect("rows of the list", len(posts), len(stage.queued()))
    stage.shoot("queue-list", posts=len(posts))
    view.choose(posts[2 : 2 + _CHOSEN])
    stage.settle()
    stage.expect("chosen", len(view.chosen), _CHOSEN)
    stage.shoot("queue-list-chosen", chosen=_CHOSEN)
    view.clearSelection()
    queue.list.filters.choose(ListFilter(traits=frozenset({Trait.PICTURES})))
    stage.settle()
    shown = [view.line(each.key) for each in view.entries if each.kind is EntryKind.POST]
    stage.expect("rows with pictures", [line.pictured for line in shown], [True] * len(shown))
    stage.shoot("queue-list-filtered", posts=len(shown))
    queue.list.filters.choose(ListFilter(words="☂ ☂ ☂", traits=frozenset({Trait.POLL})))
    stage.settle()
    stage.shoot("queue-list-none")
    queue.list.filters.reset()
    stage.settle()


def posts_from_a_file(stage: Stage) -> None:
    """Rows that are ready beside rows that are not, each with its reason."""
    before = len(stage.queued())
    stage.queue.bring_in()
    stage.settle()
    dialog = dialog_of(ImportDialog)
    stage.shoot("import-empty")
    dialog.open_file(_written(stage))
    stage.settle()
    looked = dialog.looked
    ready = len(looked.ready) if looked else 0
    troubled = len(looked.troubled) if looked else 0
    stage.expect("rows with trouble", troubled, 5)
    stage.shoot("import-rows", ready=ready, troubled=troubled)
    dialog.rows.show_which("troubled")
    stage.settle()
    stage.shoot("import-troubled", troubled=troubled)
    dialog.bring_button.click()
    stage.settle()
    stage.expect("posts brought in", len(stage.queued()) - before, ready)
    stage.shoot("import-brought", posts=ready)
    stage.queue.list.filters.take_back.click()
    stage.settle()
    stage.expect("after taking them back", len(stage.queued()), before)
    stage.window.undo_bar.settle()
    stage.queue.list.filters.reset()
    _odd_times(stage)
    stage.queue.header.view_chosen.emit("week")
    stage.settle()


def _odd_times(stage: Stage) -> None:
    """Hours of another zone, a closed day, a day of next year; then the columns."""
    stage.queue.bring_in()
    stage.settle()
    dialog = dialog_of(ImportDialog)
    dialog.open_file(_written_elsewhere(stage))
    stage.settle()
    looked = dialog.looked
    stage.expect("rows on a closed day", looked.closed if looked else 0, 1)
    dialog.choices.closed.setCurrentIndex(list(OnClosed).index(OnClosed.POSTED))
    dialog.choices.closed.activated.emit(dialog.choices.closed.currentIndex())
    stage.settle()
    looked = dialog.looked
    stage.expect("rows to look at", len(looked.attention) if looked else 0, 2)
    stage.shoot("import-odd-times", ready=len(looked.ready) if looked else 0)
    dialog.form.look_wrong.click()
    stage.shoot("import-columns", columns=len(dialog.form.combos))
    dialog.reject()
    stage.settle()


def _written_elsewhere(stage: Stage) -> Path:
    fresh = _fresh(stage)
    rows = [
        (fresh[0], "09/12/2026", "10:00", "Asia/Tokyo"),
        (fresh[1], "10/12/2026", "20:00", "Asia/Tokyo"),
        (fresh[2], "14/12/2026", "09:00", ""),
        (fresh[3], "05/01/2027", "17:30", ""),
    ]
    return _write(stage, ("Text", "Date", "Time", "Zone"), rows)


def _written(stage: Stage) -> Path:
    fresh = _fresh(stage)
    waiting = stage.queued()[-1].text
    rows = [
        (fresh[0], "17/12/2026", "09:00", ""),
        (fresh[1], "09/12/2026", "17:30", "vase.jpg"),
        (fresh[2], "10/12/2026", "09:00", ""),
        ((fresh[3] + " ") * 4, "11/12/2026", "09:00", ""),
        (waiting, "12/12/2026", "09:00", ""),
        (fresh[4], "03/11/2026", "09:00", ""),
        (fresh[5], "14/12/2026", "?", ""),
        (fresh[6], "15/12/2026", "12:45", ""),
    ]
    return _write(stage, ("Text", "Date", "Time", "Picture"), rows)


def _fresh(stage: Stage) -> list[str]:
    """Words that no post of the sample has."""
    texts = [planned.text for planned in week_in(stage.language)]
    return [f"{one} {two}" for one, two in zip(texts, texts[4:], strict=False)]


def _write(stage: Stage, heading: Sequence[str], rows: Sequence[Sequence[str]]) -> Path:
    path = stage.shop.paths.data / _FILE
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(heading)
        writer.writerows(rows)
    return path
