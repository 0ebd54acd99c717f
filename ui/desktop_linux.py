"""What a Linux desktop's owner has set: the keys that desktops share, by their portal.

XDG Desktop Portal, org.freedesktop.portal.Settings.Read.
"""

from __future__ import annotations

from services.errors import Offline

_NAME = "org.freedesktop.portal.Desktop"
_PATH = "/org/freedesktop/portal/desktop"
_SETTINGS = "org.freedesktop.portal.Settings"
_INTERFACE = "org.gnome.desktop.interface"
_PATIENCE = 3.0
_LEAST, _MOST = 100, 225
"""Percent. Under 100 % our smallest words would be under 12 pixels."""


def read_motion() -> bool:
    """Whether things may move. Blocks up to some seconds. Raises Offline where nobody answers."""
    return value_of(_read("enable-animations")) is True


def read_text_percent() -> int:
    """How large words are to be. Blocks and raises as `read_motion`."""
    return percent_of(value_of(_read("text-scaling-factor")))


def percent_of(factor: object) -> int:
    if not isinstance(factor, int | float) or isinstance(factor, bool):
        return _LEAST
    # A factor that is no number is greater than nothing, and less.
    return round(min(max(_LEAST, factor * 100), _MOST)) if factor > 0 else _LEAST


def value_of(body: object) -> object:
    """The value in a reply: a variant, and in older portals a variant in a variant."""
    value = body[0] if isinstance(body, tuple) and len(body) == 1 else body
    while isinstance(value, tuple) and len(value) == 2:
        value = value[1]
    return value


def _read(key: str) -> object:
    from jeepney import DBusAddress, MessageType, new_method_call
    from jeepney.io.blocking import open_dbus_connection

    address = DBusAddress(_PATH, bus_name=_NAME, interface=_SETTINGS)
    try:
        with open_dbus_connection(bus="SESSION", auth_timeout=_PATIENCE) as connection:
            call = new_method_call(address, "Read", "ss", (_INTERFACE, key))
            reply = connection.send_and_get_reply(call, timeout=_PATIENCE)
    except (OSError, KeyError, ValueError) as error:
        raise Offline(f"no session bus: {type(error).__name__}") from error
    if reply.header.message_type is not MessageType.method_return:
        raise Offline("the settings portal does not know")
    return reply.body
