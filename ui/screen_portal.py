"""A picture of the screen on desktops that let no program look: the desktop's own chooser takes it.

XDG Desktop Portal: org.freedesktop.portal.Screenshot (version 2), org.freedesktop.portal.Request.
A request is answered later, by a signal of an object whose path is known before the call, so the
signal is listened for first; older portals choose another path and name it in their reply.
"""

from __future__ import annotations

import logging
import secrets
import time
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote, urlsplit

from services.errors import AppError

if TYPE_CHECKING:
    from collections.abc import Callable

    from jeepney.io.blocking import DBusConnection

logger = logging.getLogger(__name__)

NAME = "org.freedesktop.portal.Desktop"
PATH = "/org/freedesktop/portal/desktop"
SCREENSHOT = "org.freedesktop.portal.Screenshot"
REQUEST = "org.freedesktop.portal.Request"
_ANSWER = 10.0
"""Seconds until the portal takes the call; the owner may take longer to choose."""
_LOOK = 0.5
_LONGEST = 300.0
_MOST_BYTES = 128 * 1024 * 1024
_DONE, _CANCELLED = 0, 1


class PortalProblem(Enum):
    MISSING = "missing"
    """No session bus, no portal, or one that takes no pictures."""
    REFUSED = "refused"
    """The desktop, or its owner by an earlier word, said no."""
    CANCELLED = "cancelled"
    SILENT = "silent"
    UNREADABLE = "unreadable"
    """The picture was taken, and cannot be read by Shoplark."""


class PortalStopped(AppError):
    def __init__(self, problem: PortalProblem, detail: str = "") -> None:
        super().__init__(detail)
        self.problem = problem


def photograph(wanted: Callable[[], bool], *, seconds: float = _LONGEST) -> bytes:
    """The file that the desktop made: its owner chose what is on it, mostly a region or a window.

    Waits for the owner, minutes perhaps, while `wanted` says so. Raises PortalStopped.
    """
    from jeepney.io.blocking import open_dbus_connection

    try:
        connection = open_dbus_connection(bus="SESSION", auth_timeout=_ANSWER)
    except (OSError, KeyError, ValueError) as error:
        raise PortalStopped(PortalProblem.MISSING, type(error).__name__) from error
    with connection:
        try:
            return _read(_ask(connection, wanted, time.monotonic() + seconds))
        except TimeoutError as error:
            raise PortalStopped(PortalProblem.SILENT) from error
        except OSError as error:
            raise PortalStopped(PortalProblem.MISSING, type(error).__name__) from error


def _ask(connection: DBusConnection, wanted: Callable[[], bool], until: float) -> str:
    """The address of the file."""
    from jeepney import DBusAddress, MatchRule, MessageType, message_bus, new_method_call

    token = f"shoplark_{secrets.token_hex(8)}"
    sender = connection.unique_name.lstrip(":").replace(".", "_")
    handle = f"{PATH}/request/{sender}/{token}"
    rule = MatchRule(type="signal", interface=REQUEST, member="Response")
    connection.send_and_get_reply(message_bus.AddMatch(rule), timeout=_ANSWER)
    options = {
        "handle_token": ("s", token),
        "interactive": ("b", True),
        "modal": ("b", True),
    }
    address = DBusAddress(PATH, bus_name=NAME, interface=SCREENSHOT)
    call = new_method_call(address, "Screenshot", "sa{sv}", ("", options))
    with connection.filter(rule, bufsize=20) as answers:
        reply = connection.send_and_get_reply(call, timeout=_ANSWER)
        if reply.header.message_type is not MessageType.method_return:
            raise PortalStopped(PortalProblem.MISSING, str(reply.body)[:200])
        handle = str(reply.body[0]) or handle
        while wanted() and time.monotonic() < until:
            try:
                message = connection.recv_until_filtered(answers, timeout=_LOOK)
            except TimeoutError:
                continue
            if _path_of(message) == handle:
                return _address_in(message.body)
    _close(connection, handle)
    raise PortalStopped(PortalProblem.CANCELLED if not wanted() else PortalProblem.SILENT)


def _path_of(message: Any) -> str:
    from jeepney import HeaderFields

    return str(message.header.fields.get(HeaderFields.path, ""))


def _address_in(body: tuple[Any, ...]) -> str:
    code, results = body
    if code == _CANCELLED:
        raise PortalStopped(PortalProblem.CANCELLED)
    _kind, address = results.get("uri", ("s", ""))
    if code != _DONE or not address:
        raise PortalStopped(PortalProblem.REFUSED, str(code))
    return str(address)


def _close(connection: DBusConnection, handle: str) -> None:
    """The desktop takes its question away."""
    from jeepney import DBusAddress, new_method_call

    address = DBusAddress(handle, bus_name=NAME, interface=REQUEST)
    connection.send(new_method_call(address, "Close"))


def _read(address: str) -> bytes:
    told = urlsplit(address)
    if told.scheme != "file":
        raise PortalStopped(PortalProblem.UNREADABLE, told.scheme)
    path = Path(unquote(told.path))
    try:
        with path.open("rb") as file:
            data = file.read(_MOST_BYTES + 1)
    except OSError as error:
        raise PortalStopped(PortalProblem.UNREADABLE, type(error).__name__) from error
    if not data or len(data) > _MOST_BYTES:
        raise PortalStopped(PortalProblem.UNREADABLE, f"{len(data)} bytes")
    return data
