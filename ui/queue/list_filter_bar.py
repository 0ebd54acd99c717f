"""Above the list: search, the states that matter, and a button with everything rarer behind it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import NamedTuple

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QAction, QShowEvent
from PySide6.QtWidgets import QButtonGroup, QLineEdit, QMenu, QToolButton, QWidget

from services.publishing.mix import KINDS
from services.publishing.post_options import PostKind
from ui import build
from ui.icons import icon
from ui.queue.kind_look import kind_word
from ui.queue.list_filter import ListFilter, Shown, Trait
from widgets.flow_layout import FlowLayout
from widgets.removable_chip import RemovableChip
from widgets.start_edit import StartEdit
from widgets.type_scale import grown

_SEARCH = 220
_TYPING_MS = 150

Count = Callable[[ListFilter], int | None]


class Named(NamedTuple):
    """A campaign or a file that posts came from."""

    id: str
    name: str


class ListFilterBar(QWidget):
    changed = Signal(object)
    """`ListFilter`."""
    file_asked = Signal()
    """Posts are to be brought in from a file."""
    take_back_asked = Signal(str)
    """Of an import: all of its posts that still wait."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._asked = ListFilter()
        self._campaigns: tuple[Named, ...] = ()
        self._files: tuple[Named, ...] = ()
        self._count: Count | None = None
        self.search = self._search_field()
        self._group = QButtonGroup(self)
        self._states = {shown: self._state_button(shown) for shown in Shown}
        self.filter_button = build.button(self.tr("Filter"), in_row=True)
        self.filter_button.setProperty("opens", True)
        self._menu = build.menu(self)
        self._menu.aboutToShow.connect(self._fill_menu)
        self.filter_button.setMenu(self._menu)
        self._chips: list[RemovableChip] = []
        self.clear = build.button(self.tr("Clear filters"), kind="link", in_row=True)
        self.clear.clicked.connect(self.reset)
        self.take_back = build.button(self.tr("Take all of them back"), kind="link", in_row=True)
        self.take_back.clicked.connect(self._on_take_back)
        self.file_button = build.button(
            self.tr("From a file"), kind="quiet", icon="list-plus", in_row=True
        )
        self.file_button.setToolTip(self.tr("Bring posts from a file"))
        self.file_button.clicked.connect(self.file_asked)
        self._flow = FlowLayout(self, gap=8)
        firm = (*self._states.values(), self.filter_button, self.file_button)
        for part in (self.search, *firm, self.take_back, self.clear):
            self._flow.addWidget(part)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_TYPING_MS)
        self._later.timeout.connect(self._on_typed)
        self._show()

    @property
    def asked(self) -> ListFilter:
        return self._asked

    def set_counts(self, counts: dict[Shown, int], count: Count) -> None:
        """`count`: how many posts a filter would leave, where known; asked when the menu opens."""
        self._count = count
        words = self._state_words()
        for shown, button in self._states.items():
            number = counts.get(shown, 0)
            text = words[shown]
            if number and shown is not Shown.SENT:
                text = self.tr("{state} {count}").format(
                    state=text, count=self.locale().toString(number)
                )
            button.setText(text)
            always = shown in (Shown.ALL, Shown.SENT) or shown is self._asked.shown
            button.setVisible(always or number > 0)

    def set_names(self, campaigns: Sequence[Named], files: Sequence[Named]) -> None:
        self._campaigns, self._files = tuple(campaigns), tuple(files)
        self._show()

    def choose(self, asked: ListFilter) -> None:
        """Shows it and tells."""
        if asked.words != self.search.text().strip():
            self.search.setText(asked.words)
        self._later.stop()
        if asked != self._asked:
            self._asked = asked
            self._show()
            self.changed.emit(asked)

    def reset(self) -> None:
        self.choose(ListFilter())

    def _search_field(self) -> QLineEdit:
        edit = StartEdit()
        edit.setPlaceholderText(self.tr("Search the queue"))
        edit.setAccessibleName(self.tr("Search the queue"))
        edit.setClearButtonEnabled(True)
        for clear in edit.findChildren(QToolButton):
            clear.setAccessibleName(self.tr("Empty the search"))
        edit.addAction(
            QAction(icon("search"), self.tr("Search the queue"), edit),
            QLineEdit.ActionPosition.LeadingPosition,
        )
        edit.setFixedWidth(round(_SEARCH * grown(edit.font())))
        edit.textChanged.connect(self._on_text)
        return edit

    def _state_button(self, shown: Shown) -> QToolButton:
        button = QToolButton()
        build.set_kind(button, "chip")
        button.setCheckable(True)
        button.setText(self._state_words()[shown])
        button.setProperty("shown", shown)
        button.clicked.connect(self._on_state)
        self._group.addButton(button)
        return button

    def _state_words(self) -> dict[Shown, str]:
        return {
            Shown.ALL: self.tr("All"),
            Shown.NEEDS_YOU: self.tr("Needs you"),
            Shown.WAITS: self.tr("Waits"),
            Shown.CHECKING: self.tr("Checking"),
            Shown.SENT: self.tr("Sent lately"),
        }

    def _trait_words(self) -> dict[Trait, str]:
        return {
            Trait.PICTURES: self.tr("With pictures"),
            Trait.THREAD: self.tr("Threads"),
            Trait.POLL: self.tr("With a poll"),
            Trait.LINK: self.tr("With a link"),
        }

    def _show(self) -> None:
        asked = self._asked
        self._states[asked.shown].setChecked(True)
        text = self.tr("Filter")
        if asked.further:
            text = self.tr("Filter · {count}").format(count=self.locale().toString(asked.further))
        self.filter_button.setText(text)
        for chip in self._chips:
            self._flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self._chips = []
        for words, without in self._set():
            chip = RemovableChip(words, icon("check"), self)
            chip.setProperty("without", without)
            chip.clicked.connect(self._on_taken_off)
            self._chips.append(chip)
            self._flow.addWidget(chip)
            chip.show()
        for last in (self.take_back, self.clear):
            self._flow.removeWidget(last)
            self._flow.addWidget(last)
        self.take_back.setVisible(bool(asked.import_id))
        self.clear.setVisible(asked.further > 1)

    def _set(self) -> list[tuple[str, ListFilter]]:
        """What is set behind the button, and the filter without it."""
        asked, traits = self._asked, self._trait_words()
        found = [
            (kind_word(kind), replace(asked, kinds=asked.kinds - {kind}))
            for kind in KINDS
            if kind in asked.kinds
        ]
        found += [
            (traits[trait], replace(asked, traits=asked.traits - {trait}))
            for trait in Trait
            if trait in asked.traits
        ]
        for one in self._campaigns:
            if one.id == asked.campaign_id:
                found.append((one.name, replace(asked, campaign_id="")))
        for one in self._files:
            if one.id == asked.import_id:
                found.append((one.name, replace(asked, import_id="")))
        return found

    def _fill_menu(self) -> None:
        self._menu.clear()
        asked = self._asked
        for kind in KINDS:
            self._add(self._menu, kind_word(kind), kind in asked.kinds, _with_kind(asked, kind))
        self._menu.addSeparator()
        for trait, words in self._trait_words().items():
            toggled = replace(asked, traits=asked.traits ^ {trait})
            self._add(self._menu, words, trait in asked.traits, toggled)
        for title, names, field in (
            (self.tr("Campaign"), self._campaigns, "campaign_id"),
            (self.tr("From a file"), self._files, "import_id"),
        ):
            if names:
                sub = build.menu(self._menu, title=title)
                for one in names:
                    on = getattr(asked, field) == one.id
                    value = "" if on else one.id
                    self._add(sub, one.name.replace("&", "&&"), on, _with(asked, field, value))
                self._menu.addMenu(sub)

    def _add(self, menu: QMenu, words: str, on: bool, then: ListFilter) -> None:
        left = None if on or self._count is None else self._count(then)
        if left is not None:
            words = self.tr("{what}  ·  {count}").format(
                what=words, count=self.locale().toString(left)
            )
        action = QAction(words, menu)
        action.setCheckable(True)
        action.setChecked(on)
        action.setData(then)
        action.triggered.connect(self._on_action)
        menu.addAction(action)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._flow.invalidate()

    def _on_text(self) -> None:
        self._later.start()

    def _on_typed(self) -> None:
        self.choose(replace(self._asked, words=self.search.text().strip()))

    def _on_state(self) -> None:
        button = self._group.checkedButton()
        if button is not None:
            self.choose(replace(self._asked, shown=Shown(button.property("shown"))))

    def _on_action(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self.choose(action.data())

    def _on_take_back(self) -> None:
        self.take_back_asked.emit(self._asked.import_id)

    def _on_taken_off(self) -> None:
        chip = self.sender()
        if isinstance(chip, RemovableChip):
            self.choose(chip.property("without"))


def _with_kind(asked: ListFilter, kind: PostKind) -> ListFilter:
    return replace(asked, kinds=asked.kinds ^ {kind})


def _with(asked: ListFilter, field: str, value: str) -> ListFilter:
    if field == "campaign_id":
        return replace(asked, campaign_id=value)
    return replace(asked, import_id=value)
