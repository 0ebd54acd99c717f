"""Which links of what is being written are sent otherwise than they are written."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from services.errors import AppError
from services.text.entities import Entity
from services.text.measure import Parsed
from ui.tasks import Lane, Tasks

if TYPE_CHECKING:
    from services.publishing.link_marks import LinkMarks

AT_ONCE = 1_200
"""Signs. A longer text would be too slow to read at each key: until the keys rest its links are
marked one by one, as if nothing stood beside them."""
_REST_MS = 300

Sent = tuple[tuple[Entity, str], ...]
"""Each link with how it is sent, in order."""


class SentLinks(QObject):
    known = Signal()
    """A long text was read whole: `of` is exact from now on."""

    def __init__(self, tasks: Tasks, parent: QObject) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._marks: LinkMarks | None = None
        self._texts: tuple[str, ...] = ()
        self._found: dict[str, Sent] = {}
        self._rough: dict[str, Sent] = {}
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST_MS)
        self._rest.timeout.connect(self._on_rest)

    def begin(self, texts: Sequence[str], marks: LinkMarks | None) -> None:
        """What is written now; what was found of other texts is forgotten."""
        if marks != self._marks:
            self._found, self._rough = {}, {}
        self._texts, self._marks = tuple(texts), marks
        for known in (self._found, self._rough):
            for gone in known.keys() - set(texts):
                del known[gone]
        if self._unread():
            self._rest.start()

    def of(self, text: str, measured: Parsed) -> Sent:
        if self._marks is None or not measured.has_link:
            return ()
        found = self._found.get(text, self._rough.get(text))
        if found is None:
            kept = self._found if len(text) <= AT_ONCE else self._rough
            found = kept[text] = _sent(text, measured, self._marks)
        return found

    def _unread(self) -> list[str]:
        if self._marks is None:
            return []
        return [one for one in self._texts if len(one) > AT_ONCE and one not in self._found]

    def _on_rest(self) -> None:
        from services.publishing.link_marks import marked_links

        marks = self._marks
        if marks is None:
            return
        for text in self._unread():
            self._tasks.run(
                partial(marked_links, text, marks),
                lane=Lane.WORK,
                owner=self,
                done=partial(self._on_read, text, marks),
                failed=self._on_failed,
            )

    def _on_read(self, text: str, marks: LinkMarks, sent: Sent) -> None:
        if marks == self._marks and text in self._texts:
            self._found[text] = sent
            self.known.emit()

    def _on_failed(self, _error: AppError) -> None:
        """Reading words alone fails for no reason the owner could mend."""


def _sent(text: str, measured: Parsed, marks: LinkMarks) -> Sent:
    from services.publishing.link_marks import marked_links

    if len(text) <= AT_ONCE:
        return marked_links(text, marks)
    alone = {
        link: sent
        for link in {one.text for one in measured.links}
        for _entity, sent in marked_links(link, marks)
    }
    return tuple((one, alone[one.text]) for one in measured.links if one.text in alone)
