"""Earlier versions of the draft on the sheet: when, what differs from now, and bring one back."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from services.errors import AppError, StorageTrouble
from services.publishing.drafts import NotEditable, as_draft
from services.publishing.posts import Post
from services.publishing.versions import Version, text_of
from services.shop import Shop
from services.text.differ import Piece, compare, in_short
from ui.build import button, label, line, row
from ui.compose.versions_view import VersionView
from ui.compose.versions_words import other_changes
from ui.icons import icon
from ui.page import Undo
from ui.tasks import InlineTasks, Lane, Tasks
from ui.theme import MEASURES
from ui.when import clock_time, date_of, named_day
from widgets.empty_state import EmptyState
from widgets.line_list import LineList, LineRow

_SIZE = (860, 580)
_LIST = 250
_UNDO_SECONDS = 10
_AT_ONCE = 30_000
"""Signs, now and then together, that are compared in some 10 ms; more take up to 300 ms."""


class VersionsDialog(QDialog):
    """Opened with `show_post`, once what lies on the sheet is on disk."""

    restored = Signal(object)
    """The Post as it is saved now."""
    undo_offered = Signal(object)
    failed = Signal(object)
    """A StorageTrouble: nothing was changed."""

    def __init__(
        self,
        shop: Shop,
        parent: QWidget,
        *,
        save_first: Callable[[], bool],
        tasks: Tasks | None = None,
    ) -> None:
        """`save_first` puts what is still in the hand on disk; False where it is not.

        `tasks`: where long texts are compared; without it, at once.
        """
        super().__init__(parent)
        self._shop = shop
        self._tasks = tasks or InlineTasks()
        self._save_first = save_first
        self._post: Post | None = None
        self._versions: tuple[Version, ...] = ()
        self.setModal(True)
        self.resize(*_SIZE)
        self.setWindowTitle(self.tr("Earlier versions"))
        self.list = LineList(self.tr("Earlier versions"))
        self.list.setFixedWidth(_LIST)
        self.list.pointed.connect(self._on_pointed)
        self.view = VersionView()
        self._nothing = EmptyState(
            icon("history"),
            self.tr(
                "Nothing earlier yet. Every few minutes of writing, and before much is taken out, "
                "what stood here is kept."
            ),
        )
        self.back_button = button(self.tr("Bring this back"), kind="primary")
        self.back_button.clicked.connect(self._on_back)
        self.close_button = button(self.tr("Close"))
        self.close_button.clicked.connect(self.reject)
        self.note = label(kind="caption", tone="amber", wrap=True)
        pad = MEASURES.s24
        body = row(self.list, line(vertical=True), self.view, gap=MEASURES.s16)
        self._body = QWidget()
        self._body.setLayout(body)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(pad, pad, pad, pad)
        layout.setSpacing(MEASURES.s16)
        layout.addWidget(label(self.tr("Earlier versions"), kind="title"))
        layout.addWidget(self._body, 1)
        layout.addWidget(self._nothing, 1)
        layout.addWidget(self.note)
        layout.addLayout(row(None, self.close_button, self.back_button))

    def show_post(self, post_id: str) -> None:
        """Opens. An empty id is a sheet of which nothing is on disk yet."""
        self._post = post = self._shop.drafts.get(post_id) if post_id else None
        self._versions = ()
        if post is not None:
            kept = self._shop.versions.all(post_id)
            self._versions = tuple(one for one in kept if not one.says(post))
        self._body.setVisible(bool(self._versions))
        self._nothing.setVisible(not self._versions)
        self.back_button.setVisible(bool(self._versions))
        zone = "" if post is None else self._shop.accounts.get(post.account_id).zone
        self.list.set_rows([self._row(one, zone) for one in self._versions])
        self.note.hide()
        self.open()
        (self.list if self._versions else self.close_button).setFocus()

    def _row(self, version: Version, zone: str) -> LineRow:
        day = date_of(version.saved_at, zone)
        today = date_of(self._shop.clock.now(), zone)
        when = self.tr("{day}, {time}").format(
            day=named_day(self.locale(), day, today),
            time=clock_time(self.locale(), version.saved_at, zone),
        )
        signs = sum(len(part.text) for part in version.parts)
        return LineRow(version.id, when, self.tr("%Ln characters", "", signs), ours=True)

    def _on_pointed(self, version_id: str) -> None:
        version = next((one for one in self._versions if one.id == version_id), None)
        if version is None or self._post is None:
            return
        now = text_of(tuple(as_draft(part) for part in self._post.parts))
        if len(now) + len(version.text) <= _AT_ONCE:
            self._show(version, compare(now, version.text))
            return
        self.view.show_waiting()
        self._tasks.run(
            partial(_compare_in_short, now, version.text),
            lane=Lane.WORK,
            owner=self,
            done=partial(self._on_compared, version),
            failed=self._on_failed,
        )

    def _on_compared(self, version: Version, pieces: tuple[Piece, ...]) -> None:
        """Unless another is marked by now."""
        if version.id == self.list.current and version in self._versions:
            self._show(version, pieces)

    def _on_failed(self, _error: AppError) -> None:
        """Comparing words fails for no reason the owner could mend."""

    def _show(self, version: Version, pieces: tuple[Piece, ...]) -> None:
        if self._post is not None:
            self.view.show_pieces(pieces, other_changes(version, self._post))

    def _say_why(self) -> None:
        on_x = False
        if self._post is not None:
            with suppress(KeyError):
                on_x = bool(self._shop.drafts.get(self._post.id).x_ids)
        self.note.setText(
            self.tr("Some of this post is on X and stays as it is, so nothing was changed.")
            if on_x
            else self.tr("This post is no longer a draft, so nothing was changed.")
        )
        self.note.show()

    def _on_back(self) -> None:
        version_id = self.list.current
        if not version_id or self._post is None:
            return
        before = self._post
        post = self._restore(version_id)
        if post is None:
            return
        self.accept()
        # What stood there is the newest version now.
        newest = self._shop.versions.all(post.id)[:1]
        if newest and newest[0].says(before):
            undo = partial(self._undo, newest[0].id)
            self.undo_offered.emit(Undo(self.tr("Brought back."), _UNDO_SECONDS, undo))

    def _undo(self, version_id: str) -> None:
        """What was written since becomes a version itself."""
        if self._save_first():
            self._restore(version_id)

    def _restore(self, version_id: str) -> Post | None:
        try:
            post = self._shop.versions.restore(version_id)
        except StorageTrouble as error:
            self.failed.emit(error)
            return None
        except (KeyError, NotEditable):
            # It went out, even in part, or is gone meanwhile: nothing of it is ours to change.
            self._say_why()
            return None
        self.restored.emit(post)
        return post


def _compare_in_short(now: str, then: str) -> tuple[Piece, ...]:
    return in_short(compare(now, then), most=_AT_ONCE // 2)
