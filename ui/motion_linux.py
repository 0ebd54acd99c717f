"""Whether a Linux desktop wants things to move: the key that desktops share, by their portal.

XDG Desktop Portal, org.freedesktop.portal.Settings.Read.
"""

from __future__ import annotations

from services.errors import Offline

_NAME = "org.freedesktop.portal.Desktop"
_PATH = "/org/freedesktop/portal/desktop"
_SETTINGS = "org.freedesktop.portal.Settings"
_KEY = ("org.gnome.desktop.interface", "enable-animations")
_PATIENCE = 3.0


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
