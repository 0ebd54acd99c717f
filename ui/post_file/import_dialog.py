"""Posts from a file, in three steps on one page: the file, what its columns hold, and its rows."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, QStandardPaths, QTimer, Signal
from PySide6.QtWidgets import QDialog, QFileDialog, QStackedWidget, QVBoxLayout, QWidget

from services.errors import AppError
from services.post_file.guess import with_order
from services.post_file.values import BadFile, Mapping
from ui import build
from ui.fitting import room_for
from ui.messages import words
from ui.post_file import job
from ui.post_file.choices import TimeChoices
from ui.post_file.drop import FileDrop
from ui.post_file.job import FileRead, Looked, Reading, Watch
from ui.post_file.mapping_form import MappingForm
from ui.post_file.mend import MendFile
from ui.post_file.row_words import RowWords
from ui.post_file.rows import ImportRows
from ui.post_file.words import file_words
from ui.tasks import Lane
from ui.theme import MEASURES
from widgets.elided_label import ElidedLabel
from widgets.line_progress import LineProgress

if TYPE_CHECKING:
    from services.accounts.accounts import Account
    from services.post_file.imports import Brought
    from services.shop import Shop
    from ui.tasks import Tasks

_SIZE = (980, 700)
_POLL_MS = 100


class ImportDialog(QDialog):
    brought = Signal(object, str)
    """`Brought`, and the file's name."""

    def __init__(self, shop: Shop, tasks: Tasks, account: Account, parent: QWidget) -> None:
        super().__init__(parent)
        self._shop = shop
        self._tasks = tasks
        self._account = account
        self._file: FileRead | None = None
        self._mapping = Mapping(())
        self._looked: Looked | None = None
        self._watch = Watch()
        self._bringing = False
        self.setModal(True)
        self.resize(QSize(*_SIZE).boundedTo(room_for(self)))
        self.setWindowTitle(self.tr("Posts from a file"))
        self.drop = FileDrop()
        self._title = build.label(self.tr("Posts from a file"), kind="title")
        self.name = ElidedLabel()
        build.set_kind(self.name, "section")
        self.other = build.button(self.tr("Another file"), in_row=True)
        self.choices = TimeChoices(self)
        self.form = MappingForm(self.choices.times)
        self.rows = ImportRows(
            self.tr("The rows of the file"), (self.choices.past, self.choices.closed)
        )
        self.mend = MendFile(self)
        self.progress = LineProgress()
        self.note = build.label(kind="caption", tone="red", wrap=True)
        self.note.hide()
        self.save_button = build.button(self.tr("Save the rows left out…"))
        self.cancel_button = build.button(self.tr("Cancel"))
        self.bring_button = build.button("", kind="primary")
        self._steps = QStackedWidget()
        self._steps.addWidget(self.drop)
        self._steps.addWidget(self._second_page())
        pad = MEASURES.s24
        layout = QVBoxLayout(self)
        layout.setContentsMargins(pad, pad, pad, pad)
        layout.setSpacing(MEASURES.s16)
        layout.addWidget(self._title)
        layout.addWidget(self._steps, 1)
        layout.addWidget(self.progress)
        layout.addWidget(self.note)
        layout.addLayout(build.row(self.save_button, None, self.cancel_button, self.bring_button))
        self._poll = QTimer(self)
        self._poll.setInterval(_POLL_MS)
        self._connect()
        self._show_state()

    def open_file(self, path: Path, *, reading: Reading | None = None) -> None:
        """`reading`: how the owner wants it read; without, all of that is guessed."""
        self._work()
        self._tasks.run(
            partial(job.read, path, reading=reading or Reading()),
            lane=Lane.WORK,
            owner=self,
            done=partial(self._on_read, self._watch),
            failed=partial(self._on_failed, self._watch),
        )

    @property
    def looked(self) -> Looked | None:
        """The rows as they were looked at last; None while that is under way."""
        return self._looked

    def reject(self) -> None:
        """While posts are written it stops that first: nothing is kept, and the page stays."""
        self._watch.stopped = True
        if not self._bringing:
            super().reject()

    def _second_page(self) -> QWidget:
        file = build.row(self.name, self.other, gap=MEASURES.s12)
        file.setStretchFactor(self.name, 1)
        column = build.column(file, self.form, self.rows, gap=MEASURES.s12)
        column.setStretchFactor(self.rows, 1)
        page = QWidget()
        page.setLayout(column)
        # Large words in a small window: the whole of it scrolls.
        return build.scroll(page)

    def _connect(self) -> None:
        self.drop.dropped.connect(self.open_file)
        self.drop.choose_asked.connect(self._on_choose)
        self.other.clicked.connect(self._on_choose)
        self.form.mapping_chosen.connect(self._on_mapping)
        self.form.reading_chosen.connect(self._on_reading)
        self.choices.changed.connect(self._look)
        self.save_button.clicked.connect(self._on_save)
        self.mend.told.connect(self._tell)
        self.cancel_button.clicked.connect(self.reject)
        self.bring_button.clicked.connect(self._on_bring)
        self._poll.timeout.connect(self._on_poll)

    def _work(self) -> Watch:
        """Something begins: what was under way is no longer wanted."""
        self._watch.stopped = True
        self._watch = Watch()
        self._looked = None
        self._tell("")
        self._poll.start()
        self._show_state()
        return self._watch

    def _look(self) -> None:
        if self._file is None:
            return
        watch = self._work()
        self.choices.set_mapping(self._mapping)
        self._tasks.run(
            partial(
                job.look,
                self._shop,
                self._account,
                self._file,
                self._mapping,
                self.choices.wishes,
                watch,
                language=self.locale().name(),
            ),
            lane=Lane.WORK,
            owner=self,
            done=partial(self._on_looked, watch),
            failed=partial(self._on_failed, watch),
        )

    def _on_read(self, watch: Watch, file: FileRead) -> None:
        if watch is not self._watch:
            return
        known = self._file is not None and file.only_heading_differs(self._file)
        self._file, self._mapping = file, self._mapping if known else file.mapping
        self.drop.tell("")
        self._steps.setCurrentIndex(1)
        self.name.setText(
            self.tr("{file} · {rows}").format(
                file=file.path.name, rows=self.tr("%Ln rows", "", len(file.table.rows))
            )
        )
        self.form.show_file(file, self._mapping)
        self._look()

    def _on_looked(self, watch: Watch, looked: Looked | None) -> None:
        if watch is not self._watch or looked is None:
            return
        self._looked = looked
        self._poll.stop()
        self.choices.offer(looked)
        self.rows.show_rows(looked, self._words())
        self._show_state()

    def _on_failed(self, watch: Watch, error: AppError) -> None:
        self._bringing = False
        if watch is not self._watch:
            return
        self._poll.stop()
        if isinstance(error, BadFile):
            self._file = None
            self._steps.setCurrentIndex(0)
            self.drop.tell(file_words(error.problem))
        else:
            self._tell(words(error).sentence)
        self._show_state()

    def _on_choose(self) -> None:
        dialog = QFileDialog(self, self.tr("Choose a file of posts"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([self.tr("Tables (*.csv *.tsv *.txt)"), self.tr("All files (*)")])
        documents = QStandardPaths.StandardLocation.DocumentsLocation
        dialog.setDirectory(QStandardPaths.writableLocation(documents))
        dialog.fileSelected.connect(self._on_chosen)
        dialog.open()

    def _on_chosen(self, name: str) -> None:
        self.open_file(Path(name))

    def _on_mapping(self, mapping: Mapping) -> None:
        if self._file is None:
            return
        known = with_order(self._file.table, mapping)
        order = mapping.order if mapping.order and not known.sure else known.order
        self._mapping = Mapping(mapping.columns, order, known.sure)
        self.form.show_file(self._file, self._mapping)
        self._look()

    def _on_reading(self, reading: Reading) -> None:
        if self._file is not None:
            self.open_file(self._file.path, reading=reading)

    def _words(self) -> RowWords:
        return RowWords(self.locale(), self._account.zone, self._shop.clock.now())

    def _on_save(self) -> None:
        if self._file is not None and self._looked is not None:
            left_out = [self._looked.rows[place] for place in self._looked.troubled]
            self.mend.ask(self._file, left_out, self._words())

    def _on_bring(self) -> None:
        looked, file = self._looked, self._file
        if looked is None or file is None or not looked.ready:
            return
        if looked.has_passed(self._shop.clock.now()):
            self._look()
            self._tell(self.tr("Some times went by while this page was open. Look once more."))
            return
        watch = self._work()
        self._looked = looked
        self._bringing = True
        self._show_state()
        self._tasks.run(
            partial(job.bring, self._shop, self._account, file, looked, watch),
            lane=Lane.WORK,
            owner=self,
            done=self._on_brought,
            failed=partial(self._on_failed, watch),
        )

    def _on_brought(self, brought: Brought | None) -> None:
        self._bringing = False
        self._poll.stop()
        if brought is None:
            self._watch = Watch()
            self._tell(self.tr("Stopped. Nothing was brought in."))
            self._show_state()
            return
        self.accept()
        self.brought.emit(brought, self._file.path.name if self._file else "")

    def _on_poll(self) -> None:
        self.progress.set(self._watch.done, self._watch.whole)

    def _tell(self, sentence: str) -> None:
        self.note.setText(sentence)
        self.note.setVisible(bool(sentence))

    def _show_state(self) -> None:
        looked, working = self._looked, self._poll.isActive()
        ready = len(looked.ready) if looked else 0
        self.progress.set(0, 0)
        self.progress.setVisible(working)
        has_file = self._steps.currentIndex() == 1
        # The file's name is then the title of the page.
        self._title.setVisible(not has_file)
        self.bring_button.setVisible(has_file)
        self.bring_button.setEnabled(ready > 0 and not self._bringing)
        self.bring_button.setText(
            self.tr("Bring in %Ln posts", "", ready) if ready else self.tr("Bring in")
        )
        self.save_button.setVisible(bool(looked and looked.troubled))
        self.save_button.setEnabled(not self._bringing)
        for part in (self.form, *self.choices.parts, self.other):
            part.setEnabled(not self._bringing)
        self.cancel_button.setText(self.tr("Stop") if self._bringing else self.tr("Cancel"))
