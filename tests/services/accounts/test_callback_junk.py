"""Whatever comes in at the callback address, and the page that goes out."""

from __future__ import annotations

import contextlib
import errno
import socket

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from services.accounts.callback import _TICK
from services.accounts.callback_page import CallbackPage, Shown, answer
from services.accounts.callback_request import Answer, Wrong, answer_in, query_of
from tests.services.accounts.heard import STATE, Heard
from tests.services.accounts.signing import all_of, get, status

pytestmark = pytest.mark.loopback

_BYTES = st.binary(max_size=300) | st.builds(
    lambda start, middle, end: start + middle + end,
    st.sampled_from([b"GET /callback?", b"GET /callback?state=", b"GET ", b"\r\nHost: "]),
    st.binary(max_size=100),
    st.sampled_from([b"", b" HTTP/1.1\r\n\r\n", b"\r\n\r\n"]),
)


@given(_BYTES)
def test_bytes_are_read_or_refused(head: bytes) -> None:
    query = query_of(head, 8765)
    assert isinstance(query, Wrong) or answer_in(query, STATE) is None


@given(st.text(max_size=200))
def test_only_the_state_opens(query: str) -> None:
    assert answer_in(query, STATE) is None


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(_BYTES)
def test_no_bytes_stop_the_listener(heard: Heard, junk: bytes) -> None:
    with (
        socket.create_connection(("127.0.0.1", heard.port), timeout=20) as made,
        contextlib.suppress(OSError),
    ):
        made.sendall(junk)
        made.shutdown(socket.SHUT_WR)
        all_of(made)
    assert heard.is_answered()


@settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.integers(1, 60), max_size=8))
def test_an_answer_in_pieces_is_one(heard: Heard, cuts: list[int]) -> None:
    target = heard.address.partition(str(heard.port))[2]
    left = f"GET {target} HTTP/1.1\r\nHost: 127.0.0.1:{heard.port}\r\n\r\n".encode()
    with socket.create_connection(("127.0.0.1", heard.port), timeout=20) as made:
        made.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        for cut in cuts:
            made.sendall(left[:cut])
            left = left[cut:]
        made.sendall(left)
        assert status(all_of(made)) == 200
    assert heard.answers == [Answer(code="abc")]


@example("</h1><script>alert(1)</script>", "<p onclick='x()'>چای</p>", Shown.DONE)
@given(st.text(max_size=60), st.text(max_size=60), st.sampled_from(Shown))
def test_words_are_shown_as_they_are(title: str, words: str, shown: Shown) -> None:
    """Markup, right-to-left words and halves of an emoji: nothing of it becomes the page's own."""
    page = CallbackPage(title, words, words, words, language='fa" onload="', right_to_left=True)
    head, _, body = answer(page, shown).partition(b"\r\n\r\n")
    text = body.decode()
    assert b"Content-Length: %d\r\n" % len(body) in head + b"\r\n"
    assert text.count("<script") == text.count("</script>") == (shown is Shown.DONE)
    assert text.count("<h1>") == text.count("</h1>") == 1
    assert text.count("<p>") == text.count("<p") - text.count("<path") == 1
    assert 'dir="rtl"' in text
    assert "&quot; onload=&quot;" in text


def test_the_page_takes_nothing_from_elsewhere_and_is_kept_nowhere(heard: Heard) -> None:
    page = get(heard.address)
    nonce = page.partition("'nonce-")[2].partition("'")[0]
    assert "default-src 'none'; style-src 'unsafe-inline';" in page
    assert f'<script nonce="{nonce}">' in page
    for line in (
        "Cache-Control: no-store",
        "Referrer-Policy: no-referrer",
        "X-Content-Type-Options: nosniff",
    ):
        assert line in page
    assert not [word for word in ("src=", "href=", "url(", "abc", STATE) if word in page]
    assert get(heard.address).partition("'nonce-")[2].partition("'")[0] != nonce


def test_without_room_for_a_file_nothing_spins(
    heard: Heard, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The process has all the files open that it may: who waits is let in when there is room."""
    rests: list[float | None] = []

    class Full:
        """A socket whose `accept` finds no file, until three rests were taken."""

        def accept(self) -> tuple[socket.socket, object]:
            if len(rests) < 3:
                raise OSError(errno.EMFILE, "Too many open files")
            return listening.accept()

    def rest(seconds: float | None = None) -> bool:
        rests.append(seconds)
        return False

    listening = heard.listener._socket
    monkeypatch.setattr(heard.listener._closing, "wait", rest)
    monkeypatch.setattr(heard.listener, "_socket", Full())
    try:
        assert heard.is_answered()
        assert rests == [_TICK] * 3
    finally:
        monkeypatch.undo()
