"""Whether the desktop wants things to move: Qt knows it on Windows only.

On Linux the settings portal is asked (XDG Desktop Portal, org.freedesktop.portal.Settings) for the
key that desktops share. Where nobody answers, and on macOS, everything stays still: too quiet is
a matter of taste, movement against the owner's wish is not.
"""

from __future__ import annotations

import logging
import sys

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from services.errors import AppError, Offline
from ui.tasks import Lane, Tasks

logger = logging.getLogger(__name__)

_NAME = "org.freedesktop.portal.Desktop"
_PATH = "/org/freedesktop/portal/desktop"
_SETTINGS = "org.freedesktop.portal.Settings"
_KEY = ("org.gnome.desktop.interface", "enable-animations")
_PATIENCE = 3.0
_ON_A_DESKTOP = ("xcb", "wayland", "wayland-egl")


class MotionWish(QObject):
    def __init__(self, tasks: Tasks, parent: QObject) -> None:
        super().__init__(parent)
        self._tasks = tasks

    def ask(self) -> None:
        """After the first frame; the answer comes when it comes."""
        if sys.platform.startswith("linux") and QGuiApplication.platformName() in _ON_A_DESKTOP:
            self._tasks.run(
                read_wish,
                lane=Lane.FETCH,
                owner=self,
                done=self._on_read,
                failed=self._on_nobody,
            )

    def _on_read(self, moves: bool) -> None:
        QApplication.setEffectEnabled(Qt.UIEffect.UI_General, moves)

    def _on_nobody(self, error: AppError) -> None:
        logger.info("nothing moves: %s", error.detail)


def read_wish() -> bool:
    """Blocks up to some seconds. Raises Offline where no portal answers."""
    from jeepney import DBusAddress, MessageType, new_method_call
    from jeepney.io.blocking import open_dbus_connection

    address = DBusAddress(_PATH, bus_name=_NAME, interface=_SETTINGS)
    try:
        with open_dbus_connection(bus="SESSION", auth_timeout=_PATIENCE) as connection:
            call = new_method_call(address, "Read", "ss", _KEY)
            reply = connection.send_and_get_reply(call, timeout=_PATIENCE)
    except (OSError, KeyError, ValueError) as error:
        raise Offline(f"no session bus: {type(error).__name__}") from error
    if reply.header.message_type is not MessageType.method_return:
        raise Offline("the settings portal does not know")
    return is_true(reply.body)


def is_true(body: object) -> bool:
    """The value in a reply: a variant, and in older portals a variant in a variant."""
    value = body[0] if isinstance(body, tuple) and len(body) == 1 else body
    while isinstance(value, tuple) and len(value) == 2:
        value = value[1]
    return value is True
