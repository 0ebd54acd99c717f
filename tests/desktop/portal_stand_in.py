"""A portal that takes pictures of the screen, as a desktop has one: for tests, on the box's bus.

`python portal_stand_in.py WAY [FILE]`: "takes" answers with the file, "cancels" as an owner who
presses Esc, "refuses" as a desktop that allows nothing, "waits" never answers and writes "closed"
to its output when it is told to give up, "old" answers by a path of its own as the first portals
did, "lacks" has no screenshots at all. It writes "ready" when it has its name.
"""

from __future__ import annotations

import sys
from pathlib import Path

from jeepney import (
    DBusAddress,
    HeaderFields,
    Message,
    MessageType,
    message_bus,
    new_error,
    new_method_return,
    new_signal,
)
from jeepney.io.blocking import DBusConnection, open_dbus_connection

NAME = "org.freedesktop.portal.Desktop"
PATH = "/org/freedesktop/portal/desktop"
REQUEST = "org.freedesktop.portal.Request"
CODES = {"takes": 0, "old": 0, "cancels": 1, "refuses": 2}


def main(way: str, file: str = "") -> None:
    with open_dbus_connection(bus="SESSION") as connection:
        connection.send_and_get_reply(message_bus.RequestName(NAME))
        print("ready", flush=True)
        while True:
            message = connection.receive()
            if message.header.message_type is MessageType.method_call:
                answer(connection, message, way, file)


def answer(connection: DBusConnection, call: Message, way: str, file: str) -> None:
    member = call.header.fields[HeaderFields.member]
    if member == "Close":
        print("closed", flush=True)
    if member != "Screenshot" or way == "lacks":
        unknown = "org.freedesktop.DBus.Error.UnknownMethod"
        connection.send(new_error(call, unknown, "s", (f"No such method {member}",)))
        return
    _window, options = call.body
    interactive, token = options["interactive"], options["handle_token"][1]
    assert interactive == ("b", True)
    sender = str(call.header.fields[HeaderFields.sender]).lstrip(":").replace(".", "_")
    handle = f"{PATH}/request/{sender}/{token}"
    if way == "old":
        handle = f"{PATH}/request/17"
    connection.send(new_method_return(call, "o", (handle,)))
    if way == "waits":
        return
    results = {"uri": ("s", Path(file).as_uri())} if CODES[way] == 0 else {}
    response = new_signal(
        DBusAddress(handle, interface=REQUEST), "Response", "ua{sv}", (CODES[way], results)
    )
    connection.send(response)


if __name__ == "__main__":
    main(*sys.argv[1:])
