"""What is written to the desktop's notification server, and what its clicks open."""

from __future__ import annotations

import os
from collections.abc import Iterator
from itertools import count
from types import SimpleNamespace
from typing import Any

import pytest
from jeepney import DBusAddress, new_error, new_method_call, new_method_return

from ui import notices_linux
from ui.notices_linux import Bus, LinuxNotices

CALL = new_method_call(DBusAddress("/", "a.b", "a.b"), "GetCapabilities")
WORDS = 'Is it < 5 € & "blue"? <img src="x"> شاي 茶 🍵'


class _Connection:
    """Keeps what is sent; answers what it is asked with `reply`."""

    def __init__(self, reply: Any = None) -> None:
        self.sent: list[tuple[Any, ...]] = []
        self.outgoing_serial = count(1)
        self._reply = reply
        self._ends = os.pipe()
        self.sock = SimpleNamespace(fileno=lambda: self._ends[0])

    def send(self, call: Any, *, serial: int) -> None:
        self.sent.append(call.body)

    def send_and_get_reply(self, call: Any, *, timeout: float) -> Any:
        if self._reply is None:
            raise TimeoutError
        return self._reply

    def close(self) -> None:
        for end in self._ends:
            os.close(end)


@pytest.fixture
def connection() -> Iterator[_Connection]:
    made = _Connection()
    yield made
    made.close()


@pytest.mark.parametrize(
    ("reads_tags", "body"),
    [
        (False, WORDS),
        (True, 'Is it &lt; 5 € &amp; "blue"? &lt;img src="x"&gt; شاي 茶 🍵'),
    ],
)
def test_a_customer_s_words_are_no_markup(
    monkeypatch: pytest.MonkeyPatch,
    inline_tasks: Any,
    connection: _Connection,
    reads_tags: bool,
    body: str,
) -> None:
    bus: Any = Bus(connection, reads_tags)
    monkeypatch.setattr(notices_linux, "_open", lambda: bus)
    notices = LinuxNotices(inline_tasks, "shoplark")
    notices.show("Tom & <Jerry>", WORDS, "item")
    (sent,) = connection.sent
    assert sent[3:5] == ("Tom & <Jerry>", body)
    notices.deleteLater()


@pytest.mark.parametrize(
    ("reply", "reads_tags"),
    [
        (new_method_return(CALL, "as", (["body", "actions"],)), False),
        (new_method_return(CALL, "as", (["actions", "body", "body-markup"],)), True),
        (new_error(CALL, "org.freedesktop.DBus.Error.ServiceUnknown"), True),
        (None, True),
    ],
)
def test_the_server_says_whether_it_reads_tags(reply: Any, reads_tags: bool) -> None:
    connection = _Connection(reply)
    assert notices_linux._reads_tags(connection) is reads_tags
    connection.close()
