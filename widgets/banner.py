"""The strip under the tabs: one sentence, at most one button."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from widgets.measures import MEASURES
from widgets.speech import announce
from widgets.start_label import StartLabel
from widgets.type_scale import icon_times

_ICON = 16
_KINDS = {"": "strip", "info": "strip", "amber": "strip-amber", "red": "strip-red"}


class Banner(QFrame):
    """`icons` by tone ("info", "amber", "red"): a state is colour, icon and words."""

    pressed = Signal()

    def __init__(
        self, parent: QWidget | None = None, *, icons: Mapping[str, QIcon] | None = None
    ) -> None:
        super().__init__(parent)
        self._icons = dict(icons or {})
        self._tone = "info"
        self._icon = QLabel()
        self._sentence = StartLabel()
        self._sentence.setTextFormat(Qt.TextFormat.PlainText)
        self._sentence.setWordWrap(True)
        self._sentence.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._button = QPushButton()
        self._button.setProperty("kind", "strip")
        self._button.clicked.connect(self.pressed)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(MEASURES.page_margin, 4, MEASURES.page_margin, 4)
        layout.setSpacing(MEASURES.s8)
        layout.addWidget(self._icon)
        layout.addWidget(self._sentence, 1)
        layout.addWidget(self._button)
        self.setMinimumHeight(MEASURES.strip)
        self.setAccessibleName("")
        self.hide()

    def show_message(self, sentence: str, button: str = "", tone: str = "info") -> None:
        kind = _KINDS[tone]
        if self.property("kind") != kind:
            self.setProperty("kind", kind)
            self._restyle()
        self._tone = tone or "info"
        self._show_icon()
        self._sentence.setText(sentence)
        self._button.setText(button)
        self._button.setVisible(bool(button))
        self.setAccessibleName(sentence)
        self.show()
        announce(self, sentence)

    def _restyle(self) -> None:
        """The style sheet reads properties once; what was not shown yet it has still to read."""
        if self.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):
            for part in (self, self._sentence, self._button):
                part.style().unpolish(part)
                part.style().polish(part)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange):
            self._show_icon()

    def _show_icon(self) -> None:
        icon = self._icons.get(self._tone, QIcon())
        self._icon.setVisible(not icon.isNull())
        side = round(_ICON * icon_times(self.font()))
        self._icon.setPixmap(icon.pixmap(QSize(side, side), self.devicePixelRatioF()))

    def clear(self) -> None:
        self.hide()
        self._sentence.clear()

    @property
    def sentence(self) -> str:
        return self._sentence.text()

    @property
    def button(self) -> QPushButton:
        return self._button
