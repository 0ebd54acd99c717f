"""A few choices side by side, one of them chosen: Week, Month, List."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import (
    QBoxLayout,
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QSizePolicy,
    QToolButton,
    QWidget,
)

from widgets.measures import MEASURES
from widgets.type_scale import fit_icon


class Segmented(QFrame):
    """One stop for Tab; the arrow keys choose."""

    chosen = Signal(str)
    """The key of the choice, only when the owner chose."""

    def __init__(
        self, parent: QWidget | None = None, *, name: str = "", stacks: bool = False
    ) -> None:
        """`stacks`: one below the other where large words leave no room beside each other."""
        super().__init__(parent)
        self._buttons: dict[str, QToolButton] = {}
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        self._group.buttonClicked.connect(self._on_clicked)
        self.setProperty("kind", "segments")
        self.setAccessibleName(name)
        layout = _Stacking() if stacks else QHBoxLayout()
        layout.setContentsMargins(2, 2, 2, 2)
        layout.setSpacing(2)
        self.setLayout(layout)

    def add(self, key: str, text: str, *, icon: QIcon | None = None) -> None:
        button = QToolButton()
        button.setText(text)
        button.setCheckable(True)
        button.setProperty("kind", "segment")
        # Qt passes by those that are not chosen only when one of them has had the focus.
        button.toggled.connect(self._on_toggled)
        button.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        # They share the width where the whole is given more than it needs.
        button.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        if icon is not None:
            button.setIcon(icon)
            # Four pixels more than the icon: the gap before the word.
            fit_icon(button, QSize(MEASURES.icon + 4, MEASURES.icon))
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._buttons[key] = button
        button.setChecked(len(self._buttons) == 1)
        self._group.addButton(button)
        layout = self.layout()
        if layout is not None:
            layout.addWidget(button)

    def choose(self, key: str) -> None:
        """ "" for none: something that is no choice of these is shown."""
        if key:
            self._buttons[key].setChecked(True)
            return
        self._group.setExclusive(False)
        for each in self._buttons.values():
            each.setChecked(False)
        self._group.setExclusive(True)
        first = next(iter(self._buttons.values()))
        first.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    @property
    def choice(self) -> str:
        return next((key for key, each in self._buttons.items() if each.isChecked()), "")

    def button(self, key: str) -> QToolButton:
        return self._buttons[key]

    def _on_toggled(self) -> None:
        policies = Qt.FocusPolicy
        for each in self._buttons.values():
            each.setFocusPolicy(policies.StrongFocus if each.isChecked() else policies.ClickFocus)

    def _on_clicked(self) -> None:
        self.chosen.emit(self.choice)


class _Stacking(QBoxLayout):
    """A row where there is room for one, else a column."""

    def __init__(self) -> None:
        super().__init__(QBoxLayout.Direction.LeftToRight)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        sizes = self._sizes()
        if width >= self.sizeHint().width():
            return max((size.height() for size in sizes), default=0) + self._around().height()
        gaps = self.spacing() * max(len(sizes) - 1, 0)
        return sum(size.height() for size in sizes) + gaps + self._around().height()

    def sizeHint(self) -> QSize:
        sizes = self._sizes()
        wide = sum(size.width() for size in sizes) + self.spacing() * max(len(sizes) - 1, 0)
        high = max((size.height() for size in sizes), default=0)
        return QSize(wide, high) + self._around()

    def minimumSize(self) -> QSize:  # noqa: N802 (Qt's name)
        widest = QSize()
        for size in self._sizes():
            widest = widest.expandedTo(size)
        return widest + self._around()

    def setGeometry(self, rect: QRect) -> None:
        directions = QBoxLayout.Direction
        in_row = rect.width() >= self.sizeHint().width()
        self.setDirection(directions.LeftToRight if in_row else directions.TopToBottom)
        super().setGeometry(rect)

    def _sizes(self) -> list[QSize]:
        items = [self.itemAt(place) for place in range(self.count())]
        return [item.sizeHint() for item in items if item is not None and not item.isEmpty()]

    def _around(self) -> QSize:
        margins = self.contentsMargins()
        return QSize(margins.left() + margins.right(), margins.top() + margins.bottom())
