"""What a free day could be filled with: at most three beginnings, and an empty sheet."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import QEvent, QObject, QRect, QSize, Qt, Signal
from PySide6.QtGui import QIcon, QImage, QKeyEvent, QPainter, QPixmap
from PySide6.QtWidgets import QSizePolicy, QToolButton, QVBoxLayout, QWidget

from services.publishing.fill import Beginning, Idea
from services.publishing.post_options import PostKind
from ui.build import label, line, tool_button
from ui.compose.popover import Popover
from widgets.text_block import one_line
from widgets.type_scale import fit_icon

_LONGEST_NAME = 32
_FACE, _GAP = 18, 4


class FillPopover(Popover):
    chosen = Signal(object)
    """An `Idea`, or None for an empty sheet."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._ideas: tuple[Idea | None, ...] = ()
        self._lesson = ""
        self._buttons: list[QToolButton] = []
        self._head = label(kind="caption")
        self._rows = QVBoxLayout()
        self._rows.setSpacing(2)
        self.body.addWidget(self._head)
        self.body.addLayout(self._rows)

    @property
    def buttons(self) -> tuple[QToolButton, ...]:
        return tuple(self._buttons)

    def offer(
        self, day: str, ideas: tuple[Idea, ...], *, picture: QImage | None, lesson: str
    ) -> None:
        """`picture`: a small one, of the idea that has one. `lesson`: the name of a template."""
        self._lesson = lesson
        title = self.tr("For {day}").format(day=day)
        self.set_name(title)
        self._head.setText(title)
        while (item := self._rows.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.deleteLater()
        self._ideas = (*ideas, None)
        self._buttons = [self._button(idea, picture) for idea in self._ideas]
        for place, each in enumerate(self._buttons):
            if ideas and place == len(ideas):
                self._rows.addWidget(line())
            self._rows.addWidget(each)
        self.setFocusProxy(self._buttons[0])

    def show_picture(self, picture: QImage) -> None:
        """It has been read meanwhile."""
        for idea, each in zip(self._ideas, self._buttons, strict=True):
            if idea is not None and idea.picture:
                each.setIcon(self._face(picture))

    def open_at(self, anchor: QWidget) -> None:
        super().open_at(anchor)
        self._buttons[0].setFocus(Qt.FocusReason.PopupFocusReason)

    def _button(self, idea: Idea | None, picture: QImage | None) -> QToolButton:
        made = tool_button(self._words(idea), icon=_icon(idea))
        made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        made.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        if idea is not None and idea.picture and picture is not None:
            made.setIcon(self._face(picture))
            fit_icon(made, QSize(_FACE + _GAP, _FACE))
        made.clicked.connect(self._on_clicked)
        made.installEventFilter(self)
        return made

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The arrows go from row to row and round, Home and End to the ends; Enter takes one."""
        if event.type() is not QEvent.Type.KeyPress or watched not in self._buttons:
            return super().eventFilter(watched, event)
        place, last = self._buttons.index(watched), len(self._buttons) - 1
        key = cast(QKeyEvent, event).key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._buttons[place].click()
            return True
        targets = {
            Qt.Key.Key_Up: (place or last + 1) - 1,
            Qt.Key.Key_Down: (place + 1) % (last + 1),
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: last,
        }
        if key in targets:
            self._buttons[targets[Qt.Key(key)]].setFocus(Qt.FocusReason.TabFocusReason)
            return True
        return super().eventFilter(watched, event)

    def _face(self, picture: QImage) -> QIcon:
        """Its middle, with room between it and the words; at twice the size for fine screens."""
        wide, side = 2 * (_FACE + _GAP), 2 * _FACE
        face = QPixmap(wide, side)
        face.fill(Qt.GlobalColor.transparent)
        fitted = picture.scaled(
            QSize(side, side),
            Qt.AspectRatioMode.KeepAspectRatioByExpanding,
            Qt.TransformationMode.SmoothTransformation,
        )
        cut = QRect(0, 0, side, side)
        cut.moveCenter(fitted.rect().center())
        at_start = self.layoutDirection() is Qt.LayoutDirection.LeftToRight
        painter = QPainter(face)
        painter.drawImage(0 if at_start else wide - side, 0, fitted, cut.x(), cut.y(), side, side)
        painter.end()
        return QIcon(face)

    def _words(self, idea: Idea | None) -> str:
        if idea is None:
            return self.tr("An empty sheet")
        if idea.beginning is Beginning.TEACH:
            return self.tr("Teach in a thread: {lesson}").format(lesson=self._lesson)
        if idea.beginning is Beginning.PICTURE:
            if not idea.name:
                return self.tr("A picture you have not shown lately")
            name = one_line(idea.name)
            if len(name) > _LONGEST_NAME:
                name = name[: _LONGEST_NAME - 1].rstrip() + "…"
            return self.tr("A picture not shown lately: {name}").format(name=name)
        return {
            PostKind.SELL: self.tr("Something to buy: few of your last posts sell"),
            PostKind.HELP: self.tr("Something that helps: few of your last posts do"),
            PostKind.PEOPLE: self.tr("Somebody of the shop: few of your last posts show people"),
            PostKind.ASK: self.tr("A question: few of your last posts ask one"),
        }.get(idea.kind, self.tr("An empty sheet"))

    def _on_clicked(self) -> None:
        pressed = self.sender()
        place = next((n for n, each in enumerate(self._buttons) if each is pressed), None)
        if place is not None:
            self.hide()
            self.chosen.emit(self._ideas[place])


def _icon(idea: Idea | None) -> str:
    if idea is None:
        return "square-pen"
    return {
        Beginning.KIND: "sparkles",
        Beginning.PICTURE: "image",
        Beginning.TEACH: "layout-template",
    }[idea.beginning]
