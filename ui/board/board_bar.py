"""The docked bar under a board: what is saved, undo and redo, what can be done with it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QWidget

from ui.build import button, icon_button, label, menu, row, set_kind
from ui.icons import icon
from ui.theme import MEASURES
from widgets.busy_button import BusyButton


class BoardBar(QFrame):
    boards_asked = Signal(bool)
    """The saved boards are to be shown instead of the panel, or the panel again."""
    undo_asked = Signal()
    redo_asked = Signal()
    save_asked = Signal()
    """The picture is to be saved in a file."""
    duplicate_asked = Signal()
    delete_asked = Signal()
    close_asked = Signal()
    use_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._whole = False
        set_kind(self, "bar")
        self.setFixedHeight(MEASURES.docked_bar)
        self.boards_button = icon_button(self.tr("Boards"), icon="layout-grid")
        self.boards_button.setCheckable(True)
        self.boards_button.hide()
        self.boards_button.toggled.connect(self.boards_asked)
        self.undo_button = icon_button(self.tr("Undo"), icon="undo-2")
        self.undo_button.clicked.connect(self.undo_asked)
        self.redo_button = icon_button(self.tr("Redo"), icon="redo-2")
        self.redo_button.clicked.connect(self.redo_asked)
        self.saved = label(kind="quiet")
        self.pixels = label(kind="quiet")
        self.save_button = button(self.tr("Save the picture"))
        self.save_button.clicked.connect(self.save_asked)
        self.more_button = icon_button(self.tr("More on this board"), icon="ellipsis")
        more = menu(self.more_button)
        like = more.addAction(icon("copy"), self.tr("Duplicate this board"))
        like.triggered.connect(self.duplicate_asked)
        away = more.addAction(icon("trash-2"), self.tr("Delete this board"))
        away.triggered.connect(self.delete_asked)
        self.more_button.setMenu(more)
        self.close_button = button(self.tr("Close"))
        self.close_button.clicked.connect(self.close_asked)
        self.use_button = BusyButton(self.tr("Use this board"))
        set_kind(self.use_button, "primary")
        self.use_button.setAutoDefault(False)
        self.use_button.clicked.connect(self.use_asked)
        side = MEASURES.page_margin
        self.setLayout(
            row(
                row(self.boards_button, self.undo_button, self.redo_button, gap=MEASURES.s4),
                self.saved,
                self.pixels,
                None,
                self.more_button,
                self.save_button,
                self.close_button,
                self.use_button,
                gap=MEASURES.s12,
                margins=(MEASURES.s16, 0, side, 0),
            )
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is little room the buttons keep it."""
        super().resizeEvent(event)
        self._fit()

    def offer_boards(self, *, on: bool) -> None:
        """Where the saved boards have no room beside the open one."""
        self.boards_button.setVisible(on)
        self._fit()

    def _fit(self) -> None:
        yielding = (self.pixels, self.saved, self.more_button)
        for each in yielding:
            each.show()
        layout = self.layout()
        if layout is None:
            return
        for each in yielding:
            layout.activate()
            if layout.sizeHint().width() > self.width():
                each.hide()

    def show_steps(self, *, undo: bool, redo: bool) -> None:
        self.undo_button.setEnabled(undo)
        self.redo_button.setEnabled(redo)

    def show_whole(self, *, whole: bool) -> None:
        """Whether it has enough pictures to be made."""
        self._whole = whole
        self.use_button.setEnabled(whole)
        self.save_button.setEnabled(whole and not self.use_button.busy)

    def show_saved(self, *, saved: bool, empty: bool) -> None:
        self.more_button.setEnabled(saved or not empty)
        if saved:
            self.saved.setText(self.tr("Saved"))
        else:
            self.saved.setText("" if empty else self.tr("Saving"))

    def show_size(self, words: str) -> None:
        """How large it will be, or is: "4096 × 2304, 2.1 MB"; "" for nothing yet."""
        self.pixels.setText(words)
        self._fit()

    def set_busy(self, busy: bool) -> None:
        self.use_button.set_busy(busy, self.tr("Making one picture"))
        self.save_button.setEnabled(self._whole and not busy)
