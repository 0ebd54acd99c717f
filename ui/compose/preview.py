"""Where the preview stands: a pane at the end, or a drawer when the window is narrow."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from services.settings import Settings
from services.text.measure import Parsed, parse
from ui.build import column, row
from ui.compose.content import Attached, Content, PartContent
from ui.compose.preview_links import AT_ONCE, Sent, SentLinks
from ui.compose.preview_pane import BAR, WIDE, PreviewPane
from ui.compose.thumbs import LARGE, Thumbs
from ui.icons import icon
from ui.tasks import Tasks
from ui.theme import MEASURES

if TYPE_CHECKING:
    from services.publishing.link_marks import LinkMarks
    from services.publishing.post_options import PostOptions
    from widgets.drawer import Drawer
    from widgets.preview_card import PreviewValue


_SOON_MS = 25
"""Beside a longer text the preview follows between two keys, not within one."""


class _Part(NamedTuple):
    """All that one part's look depends on, but for its measure."""

    text: str
    pictures: tuple[Attached, ...]
    images: tuple[QImage | None, ...]
    lengths: tuple[str, ...]
    options: PostOptions
    who: tuple[str, str, QImage | None]
    sent: Sent
    first: bool
    pictured: bool


class _Look(NamedTuple):
    value: PreviewValue
    marked: tuple[tuple[str, str], ...]


class Preview(QObject):
    def __init__(self, room: QWidget, settings: Settings, thumbs: Thumbs, tasks: Tasks) -> None:
        """`room` is what the drawer lies over. Drawn when the window's first frame stands."""
        super().__init__(room)
        self._room = room
        self._thumbs = thumbs
        self._who: tuple[str, str, QImage | None] = ("", "", None)
        self._content = Content()
        self._measured: tuple[Parsed, ...] = (parse(""),)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_SOON_MS)
        self._soon.timeout.connect(self._show)
        self._links = SentLinks(tasks, self)
        self._links.known.connect(self._show)
        self._marks_from: Callable[[PostOptions], LinkMarks | None] = _unmarked
        self._kept: dict[int, tuple[_Part, Parsed, _Look]] = {}
        self._begun = False
        self._narrow = False
        self._current = 0
        self._drawer: Drawer | None = None
        self.pane = PreviewPane(settings)
        tasks.after_first_frame(self._begin)

    def show_shop(self, name: str, handle: str, logo: QImage | None) -> None:
        self._who = (name, handle, logo)
        self._show()

    def show_content(self, content: Content, measured: tuple[Parsed, ...]) -> None:
        """`measured` has one for each part."""
        self._content, self._measured = content, measured
        linked = any(part.has_link for part in measured)
        marks = self._marks_from(content.options) if linked else None
        self._links.begin(content.texts, marks)
        if all(len(text) <= AT_ONCE for text in content.texts):
            self._show()
        elif not self._soon.isActive():
            self._soon.start()

    def marks_from(self, call: Callable[[PostOptions], LinkMarks | None]) -> None:
        """Whom to ask what links to the shop are sent with; None: they go as they are written."""
        self._marks_from = call

    def show_current(self, number: int) -> None:
        """The part with the caret is another: it is brought into view."""
        self._current = number
        if self._begun:
            self.pane.show_part(number)

    @property
    def value(self) -> PreviewValue:
        """Of the first part."""
        return self._looks()[0].value

    @property
    def values(self) -> tuple[PreviewValue, ...]:
        return tuple(look.value for look in self._looks())

    def set_narrow(self, narrow: bool) -> None:
        if narrow == self._narrow:
            return
        self._narrow = narrow
        self.pane.setVisible(not narrow)
        if not narrow and self._drawer is not None:
            self._drawer.close_drawer()
            self.pane.card.set_outlined(False)
            self.pane.take_body_back()

    def open_drawer(self) -> None:
        """Shows what the pane holds, which gets it back when there is room for it again."""
        drawer = self._drawer or self._make_drawer()
        if not drawer.is_open:
            self.pane.card.set_outlined(True)
            inner = QWidget()
            side = MEASURES.s16
            body = column(self.pane.lend_body())
            inner.setLayout(row(body, margins=(side, 0, side - BAR, side)))
            drawer.set_content(inner)
            drawer.set_wide(self.pane.needed + MEASURES.s16)
            drawer.open()
            self.pane.show_part(self._current)

    @property
    def drawer(self) -> Drawer | None:
        return self._drawer

    def _begin(self) -> None:
        self._begun = True
        self._show()

    def _show(self) -> None:
        if not self._begun:
            return
        looks = self._looks()
        self.pane.card.show_thread([look.value for look in looks])
        self.pane.show_marked([link for look in looks for link in look.marked])

    def _looks(self) -> list[_Look]:
        """Of each part; that of one that is as it was is not made again."""
        parts = self._content.parts
        any_pictures = any(part.pictures for part in parts)
        found = []
        for number, (part, measured) in enumerate(zip(parts, self._measured, strict=False)):
            asked = self._asked(part, measured, first=number == 0, pictured_alone=any_pictures)
            kept = self._kept.get(number)
            if kept is None or kept[1] is not measured or kept[0] != asked:
                kept = self._kept[number] = (asked, measured, _look(asked, measured))
            found.append(kept[2])
        return found

    def _asked(
        self, part: PartContent, measured: Parsed, *, first: bool, pictured_alone: bool
    ) -> _Part:
        return _Part(
            text=part.text,
            pictures=part.pictures,
            images=tuple(self._thumbs.get(one.hash, LARGE) for one in part.pictures),
            lengths=tuple(self._thumbs.sign_of(one.hash) for one in part.pictures),
            options=self._content.options,
            who=self._who,
            sent=self._links.of(part.text, measured),
            first=first,
            pictured=bool(part.pictures) or not pictured_alone,
        )

    def _make_drawer(self) -> Drawer:
        from widgets.drawer import Drawer

        self._drawer = Drawer(
            self._room,
            width=WIDE + MEASURES.s16,
            title=self.tr("As on X"),
            close_icon=icon("x"),
            close_name=self.tr("Close the preview"),
        )
        return self._drawer


def _unmarked(_options: PostOptions) -> LinkMarks | None:
    return None


def _look(part: _Part, measured: Parsed) -> _Look:
    from ui.compose.preview_value import as_shown, link_as_shown, notes_of, preview_of

    name, handle, logo = part.who
    value = preview_of(
        as_shown(part.text, measured, {link.start: sent for link, sent in part.sent}),
        name=name,
        handle=handle,
        logo=logo,
        images=part.images,
        lengths=part.lengths,
        described=[bool(one.alt_text.strip()) for one in part.pictures],
        poll=part.options.poll if part.first else None,
        notes=notes_of(part.options, first=part.first, pictured=part.pictured),
    )
    return _Look(value, tuple((link_as_shown(link.text), sent) for link, sent in part.sent))
