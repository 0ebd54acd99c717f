"""Two small dialogs of the menu: the keys, and what this program is."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt, qVersion
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from services.paths import Paths
from services.version import VERSION
from ui import links
from ui.build import button, label, row, scroll
from ui.fitting import FittedDialog, fit_height, room_for
from ui.icons import app_icon
from ui.theme import MEASURES
from widgets.isolates import left_to_right

_WORDS = 392


class KeysDialog(FittedDialog):
    """F1: every command with its keys, and the single letters while they are switched on."""

    def __init__(self, actions: dict[str, QAction], parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Keys"))
        self._settings = actions["settings"]
        rows = [
            (action.text(), action.shortcut().toString(QKeySequence.SequenceFormat.NativeText))
            for action in actions.values()
            if not action.shortcut().isEmpty()
        ]
        # Undo is the one letter among the commands, and goes with the others.
        letters = not actions["undo"].shortcut().isEmpty()
        if letters:
            rows += [
                (self.tr("In the inbox and the list of the queue: next, previous"), "J · K"),
                (self.tr("In the inbox: answer"), "R"),
                (self.tr("In the inbox: done"), "E"),
                (self.tr("In the inbox: snooze"), "Z"),
            ]
        rows.append((self.tr("In the queue: move the post by day"), _native("Ctrl+Shift+Right")))
        rows.append((self.tr("In the queue: to the next free time"), _native("Ctrl+Shift+Down")))
        rows += [(words, _native(keys)) for words, keys in self._of_the_list()]
        turn = self.tr("In a post: let the paragraph run the other way")
        rows.append((turn, _native("Ctrl+Shift+X")))
        rows += [(words, _native(keys)) for words, keys in self._of_threads()]
        rows.append((self.tr("Close what is open; nothing is lost"), "Esc"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(48)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(0, 1)
        self._words = [label(text) for text, _keys in rows]
        for number, (words, (_text, keys)) in enumerate(zip(self._words, rows, strict=True)):
            grid.addWidget(words, number, 0)
            grid.addWidget(label(left_to_right(keys), kind="strong"), number, 1)
        inner = QWidget()
        # The bar that scrolls them takes no key's last letter.
        inner.setLayout(row(grid, MEASURES.s12, gap=0))
        self._area = scroll(inner, name=self.tr("Keys"))
        layout = _layout(self, self.tr("Keys"))
        layout.addWidget(self._area)
        closing = _closing_row(self)
        if not letters:
            off = self.tr("Single-letter keys are switched off. The settings switch them on.")
            layout.addWidget(label(off, kind="quiet", wrap=True))
            settings = button(self.tr("Open the settings"), icon="settings")
            settings.clicked.connect(self._on_settings)
            closing.insertWidget(0, settings)
        layout.addLayout(closing)

    def _fit(self) -> None:
        inner = self._area.widget()
        if inner is None:
            return
        around = MEASURES.s24 * 2
        wide = inner.sizeHint().width() + around
        most = room_for(self).width()
        for words in self._words:
            words.setWordWrap(wide > most)
        wide = min(wide, most)
        self._area.setMinimumWidth(wide - around)
        fit_height(self, self._area, wide)

    def _of_the_list(self) -> tuple[tuple[str, str], ...]:
        return (
            (self.tr("In the list of the queue: choose the post"), "Space"),
            (self.tr("In the list of the queue: choose all posts"), "Ctrl+A"),
            (self.tr("In the list of the queue: before the post above"), "Ctrl+Shift+Up"),
            (self.tr("In the list of the queue: after the post below"), "Ctrl+Shift+Down"),
        )

    def _of_threads(self) -> tuple[tuple[str, str], ...]:
        return (
            (self.tr("In a thread: split the part where the caret stands"), "Ctrl+Alt+Return"),
            (self.tr("In a thread: join the part to the one above"), "Backspace"),
            (self.tr("In a thread: move the part up"), "Alt+Shift+Up"),
            (self.tr("In a thread: move the part down"), "Alt+Shift+Down"),
            (self.tr("In a poll: move the option up"), "Alt+Up"),
            (self.tr("In a poll: move the option down"), "Alt+Down"),
        )

    def _on_settings(self) -> None:
        self.accept()
        self._settings.trigger()


class AboutDialog(QDialog):
    def __init__(self, paths: Paths, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("About Shoplark"))
        self._paths = paths
        picture = label()
        picture.setPixmap(app_icon().pixmap(64, 64))
        version = label(
            self.tr("Version {version}, with Qt {qt}").format(version=VERSION, qt=qVersion()),
            kind="quiet",
        )
        where = label(
            self.tr("Your data is on this computer alone: {folder}").format(folder=paths.data),
            kind="quiet",
        )
        where.setWordWrap(True)
        where.setMinimumWidth(_WORDS)
        layout = _layout(self, self.tr("Shoplark"))
        layout.insertWidget(0, picture)
        layout.addWidget(version)
        layout.addWidget(where)
        closing = _closing_row(self)
        folder = button(self.tr("Show the folder"), icon="folder")
        folder.clicked.connect(self._on_folder)
        closing.insertWidget(0, folder)
        layout.addLayout(closing)

    def _on_folder(self) -> None:
        links.open_folder(self._paths.data)


def _native(keys: str) -> str:
    return QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)


def _layout(dialog: QDialog, title: str) -> QVBoxLayout:
    layout = QVBoxLayout(dialog)
    layout.setContentsMargins(24, 24, 24, 24)
    layout.setSpacing(16)
    layout.addWidget(label(title, kind="title"))
    return layout


def _closing_row(dialog: QDialog) -> QHBoxLayout:
    close = button(QCoreApplication.translate("HelpDialogs", "Close"), kind="primary")
    close.clicked.connect(dialog.accept)
    return row(None, close, gap=MEASURES.s8)
