"""A pane at a side of Compose that folds away to its one button, and stays as it was left.

The button shows its icon while the pointer is over the pane or the keyboard is on the button: at
rest there is nothing to look at. To the keyboard and to screen readers it is always there.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QEnterEvent, QIcon
from PySide6.QtWidgets import QFrame, QLabel, QToolButton, QWidget

from services.settings import Field, Settings
from ui.build import column, icon_button, row
from ui.icons import icon
from ui.theme import MEASURES

_FOLDED = MEASURES.page_margin + 32


class FoldingPane(QFrame):
    """A subclass builds what it holds, then calls `lay_out` with it, once."""

    def __init__(
        self, settings: Settings, *, shown: Field[bool], wide: int, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("kind", "pane")
        self._settings = settings
        self._shown = shown
        self._wide = wide
        self._folded = False
        self._body_lent = False

    def lay_out(
        self,
        title: QLabel,
        body: QWidget,
        *,
        fold: tuple[str, str],
        show: tuple[str, str],
        at_start: bool = False,
        others: tuple[QToolButton, ...] = (),
        bar: int = 0,
    ) -> None:
        """`fold` and `show` are the button's name and icon; `others` stand after it.

        So much of the margin at the end as `bar` says is the body's, for its scroll bar.
        """
        self._looks = (fold, show)
        self.fold_button = icon_button(fold[0], icon=fold[1], in_row=True)
        self.fold_button.clicked.connect(self._on_fold)
        self.fold_button.installEventFilter(self)
        self._body = body
        self._parts = (title, *others, body)
        self._rest = QWidget()
        head = row(title, None, self.fold_button, *others, gap=MEASURES.s4, margins=(0, 0, bar, 0))
        self._column = column(head, body, self._rest)
        self._column.setStretch(1, 1)
        start, end = (MEASURES.page_margin, 0) if at_start else (0, MEASURES.page_margin - bar)
        # In a row, since Qt mirrors what a layout holds but not its margins.
        self.setLayout(row(self._column, margins=(start, MEASURES.s16, end, MEASURES.s16)))
        self.set_folded(not self._settings.get(self._shown))

    def set_folded(self, folded: bool) -> None:
        self._folded = folded
        for part in self._parts:
            part.setVisible(not folded)
        # Without the body nothing else would keep the button at the top.
        self._rest.setVisible(folded)
        self._column.setStretch(2, int(folded))
        name, _icon_name = self._looks[int(folded)]
        self._show_fold()
        self.fold_button.setAccessibleName(name)
        self.fold_button.setToolTip(name)
        self._set_wide()

    def widen(self, wide: int) -> None:
        """What it holds needs another width."""
        if wide != self._wide:
            self._wide = wide
            self._set_wide()

    def lend_body(self) -> QWidget:
        """What the pane holds, for another place to show it."""
        self._body_lent = True
        self._body.show()
        return self._body

    def take_body_back(self) -> None:
        self._body_lent = False
        self._column.insertWidget(1, self._body, 1)
        self.set_folded(self._folded)

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self._show_fold()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._show_fold()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            QTimer.singleShot(0, self, self._show_fold)
        return super().eventFilter(watched, event)

    def _set_wide(self) -> None:
        self.setFixedWidth(_FOLDED if self._folded else self._wide)

    def _show_fold(self) -> None:
        wanted = self._folded or self.underMouse() or self.fold_button.hasFocus()
        self.fold_button.setIcon(icon(self._looks[int(self._folded)][1]) if wanted else QIcon())

    def _on_fold(self) -> None:
        self.set_folded(not self._folded)
        self._settings.remember(self._shown, not self._folded)
