"""Desktop notices on Linux, by org.freedesktop.Notifications over the session bus.

Qt's own never report a click there (StatusNotifier sends no actions), and PySide6's QtDBus marshals
the uint32 argument of Notify wrongly; jeepney does both. The connection is opened in a lane, then
only written to and read when its socket has something, so the main thread never waits.
Specification: Desktop Notifications 1.2, freedesktop.org.
"""

from __future__ import annotations

import logging
from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QSocketNotifier, Signal

from services.errors import AppError, Offline
from ui.tasks import Lane, Tasks

if TYPE_CHECKING:
    from jeepney.io.blocking import DBusConnection

logger = logging.getLogger(__name__)

NAME = "org.freedesktop.Notifications"
PATH = "/org/freedesktop/Notifications"
MARKUP = "body-markup"
"""What a server can do that reads tags in the body: there a customer's `<` is to stay a `<`."""
KEPT = 50
"""Notices whose clicks are still understood."""


@dataclass(frozen=True, slots=True)
class _Notice:
    title: str
    body: str
    item_id: str


@dataclass(frozen=True, slots=True)
class Bus:
    """`reads_tags`: the words of a body are to be escaped. The title is never read so."""

    connection: DBusConnection
    reads_tags: bool


class LinuxNotices(QObject):
    clicked = Signal(str)
    """The item id of the notice that was clicked."""

    def __init__(self, tasks: Tasks, icon: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._icon = icon
        self._connection: DBusConnection | None = None
        self._reads_tags = False
        self._reader: QSocketNotifier | None = None
        self._opening = False
        self._waiting: list[_Notice] = []
        self._asked: dict[int, str] = {}
        self._shown: dict[int, str] = {}
        self._last_ids: dict[str, int] = {}

    def show(self, title: str, body: str, item_id: str) -> None:
        """Shows a notice in place of the one of its kind before, so that they never pile up.

        What stands before a colon in the id is its kind.
        """
        self._waiting.append(_Notice(title, body, item_id))
        if self._connection is not None:
            self._send_waiting()
        elif not self._opening:
            self._opening = True
            self._tasks.run(
                _open, lane=Lane.FETCH, owner=self, done=self._on_open, failed=self._on_no_bus
            )

    def close(self) -> None:
        if self._reader is not None:
            self._reader.setEnabled(False)
            self._reader.deleteLater()
            self._reader = None
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    def _on_open(self, bus: Bus) -> None:
        self._opening = False
        self._connection, self._reads_tags = bus.connection, bus.reads_tags
        self._reader = QSocketNotifier(
            bus.connection.sock.fileno(), QSocketNotifier.Type.Read, self
        )
        self._reader.activated.connect(self._on_readable)
        self._send_waiting()

    def _on_no_bus(self, error: AppError) -> None:
        self._opening = False
        self._waiting.clear()
        logger.info("no notices: %s", error.detail)

    def _send_waiting(self) -> None:
        from jeepney import DBusAddress, new_method_call

        address = DBusAddress(PATH, bus_name=NAME, interface=NAME)
        connection = self._connection
        if connection is None:
            return
        for notice in self._waiting:
            arguments = (
                "Shoplark",
                self._last_ids.get(_kind(notice.item_id), 0),
                self._icon,
                notice.title,
                escape(notice.body, quote=False) if self._reads_tags else notice.body,
                ["default", self.tr("Open")],
                {"desktop-entry": ("s", "shoplark")},
                -1,
            )
            call = new_method_call(address, "Notify", "susssasa{sv}i", arguments)
            serial = next(connection.outgoing_serial)
            connection.send(call, serial=serial)
            self._asked[serial] = notice.item_id
        self._waiting.clear()

    def _on_readable(self) -> None:
        connection = self._connection
        if connection is None:
            return
        try:
            # One read of the socket may hold several messages.
            while True:
                self._on_message(connection.receive(timeout=0))
        except TimeoutError:
            return
        except OSError as error:
            logger.info("the session bus is gone: %s", type(error).__name__)
            self.close()

    def _on_message(self, message: Any) -> None:
        from jeepney import HeaderFields, MessageType

        header = message.header
        if header.message_type is MessageType.method_return:
            item_id = self._asked.pop(header.fields.get(HeaderFields.reply_serial, 0), None)
            if item_id is not None:
                self._last_ids[_kind(item_id)] = message.body[0]
                self._shown[message.body[0]] = item_id
                while len(self._shown) > KEPT:
                    del self._shown[next(iter(self._shown))]
        elif header.fields.get(HeaderFields.member) == "ActionInvoked":
            item_id = self._shown.get(message.body[0])
            if item_id is not None:
                self.clicked.emit(item_id)


def _kind(item_id: str) -> str:
    return item_id.rpartition(":")[0]


def _open() -> Bus:
    """Connects and asks for clicks. Raises Offline where there is no session bus."""
    from jeepney import MatchRule, message_bus
    from jeepney.io.blocking import open_dbus_connection

    try:
        connection = open_dbus_connection(bus="SESSION", auth_timeout=5.0)
        rule = MatchRule(type="signal", interface=NAME, path=PATH, member="ActionInvoked")
        connection.send_and_get_reply(message_bus.AddMatch(rule), timeout=5.0)
        return Bus(connection, _reads_tags(connection))
    except (OSError, KeyError, ValueError) as error:
        raise Offline(f"no session bus: {type(error).__name__}") from error


def _reads_tags(connection: DBusConnection) -> bool:
    """A server that does not say what it can do is written to as most of them want it."""
    from jeepney import DBusAddress, MessageType, new_method_call

    address = DBusAddress(PATH, bus_name=NAME, interface=NAME)
    try:
        asked = new_method_call(address, "GetCapabilities")
        reply = connection.send_and_get_reply(asked, timeout=5.0)
    except TimeoutError:
        return True
    if reply.header.message_type is not MessageType.method_return:
        return True
    return MARKUP in reply.body[0]
