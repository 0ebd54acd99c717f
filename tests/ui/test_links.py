"""Only X's own pages, folders and two more are opened, whatever an address looks like."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st
from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from services.x_api import intents
from ui import links
from ui.link_refused import LinkRefused, as_it_is

ROOT = Path(__file__).parents[2]
LOCAL = "http://127.0.0.1:8080"
PLAIN = "abcdefghijklmnopqrstuvwxyzABCXYZ0123456789-._~/?#&=+%25"
WORDS = st.text(max_size=80)
HIDDEN = "\x00\t\n\r \x7f\u00a0\u00ad\u200b\u200e\u200f\u202a\u202e\u2066\u2069\ufeff\\"


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[QUrl]:
    urls: list[QUrl] = []

    def open_url(url: QUrl) -> bool:
        urls.append(url)
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", open_url)
    return urls


@pytest.mark.parametrize(
    "address",
    [
        "https://x.com",
        "https://X.com/home",
        "HTTPS://x.com/i/oauth2/authorize?response_type=code&state=a_b-c~d",
        "https://www.x.com/leaf",
        "https://help.x.com/rules-and-policies/x-limits",
        "https://docs.x.com/x-api#pricing",
        "https://console.x.com",
        "https://developer.x.com/en/portal",
        "https://pic.x.com/abc",
        "https://twitter.com/leaf/status/1",
        "https://pic.twitter.com/abc",
    ],
)
def test_pages_of_x_are_opened(opened: list[QUrl], address: str) -> None:
    assert links.open_page(address)
    (url,) = opened
    assert url.isValid()
    assert (url.scheme(), url.userInfo(), url.port()) == ("https", "", -1)


@pytest.mark.parametrize("address", [links.PINTEREST, links.TUMBLR])
def test_where_pins_and_tumblr_s_posts_begin_is_opened(opened: list[QUrl], address: str) -> None:
    assert links.open_page(address)
    assert [url.toString() for url in opened] == [address]


REFUSED = [
    f"{links.PINTEREST}?url=https://evil.example",
    f"{links.TUMBLR}/",
    "https://www.pinterest.com/",
    "https://www.tumblr.com.evil.example/new/photo",
    "",
    "x.com",
    "//x.com",
    "http://x.com",
    "ftp://x.com",
    "javascript:alert(1)//https://x.com",
    "JaVaScRiPt:alert(1)",
    "data:text/html,https://x.com",
    "file:///etc/passwd",
    "FILE:///C:/Windows/notepad.exe",
    "vbscript:x",
    "ms-msdt:/id",
    "shell:startup",
    "smb://x.com/share",
    "mailto:a@x.com",
    "https:x.com",
    "https:/x.com",
    "https:///x.com",
    "https://x.com@evil.example",
    "https://x.com:pass@evil.example/",
    "https://evil.example@x.com/",
    "https://evil.example#@x.com/",
    "https://evil.example/x.com",
    "https://evil.example?x.com",
    "https://evil.example\\@x.com",
    "https://x.com\\@evil.example",
    "https://x.com\\.evil.example",
    "https://x.com.evil.example",
    "https://evilx.com",
    "https://x.com.",
    "https://.x.com",
    "https://x..com",
    "https://x.com:8443/",
    "https://x.com:443@evil.example",
    "https://x%2ecom",
    "https://х.com",  # Cyrillic
    "https://ｘ.com",  # full width
    "https://x。com",
    "https://xn--x-xia.com",
    "https://twıtter.com",  # without its dot
    "https://x.com/\u202egpj.exe",
    "https://x.com/a b",
    "https://x.com/\n",
    " https://x.com",
    "https://x.com\t",
    "ht\ntps://x.com",
    "https://\u200bx.com",
    "https://[::1]/",
    "https://127.0.0.1/",
    LOCAL,
]


@pytest.mark.parametrize("address", REFUSED)
def test_everything_else_is_refused_with_a_sentence(
    qtbot: QtBot, themed: object, opened: list[QUrl], address: str
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    assert not links.open_page(address, over=window)
    (told,) = window.findChildren(LinkRefused)
    assert told.isVisible()
    told.accept()
    assert opened == []


@given(text=WORDS)
def test_no_words_of_a_post_lead_anywhere_else(text: str) -> None:
    for link in (intents.post_link(text), intents.open_user_link(text), intents.follow_link(text)):
        assert links.is_of_x(link), link


@given(handle=WORDS, number=WORDS)
def test_nor_do_a_name_and_a_number_out_of_a_damaged_row(handle: str, number: str) -> None:
    for made in (handle.encode(errors="ignore").decode(), number.encode(errors="ignore").decode()):
        assert links.is_of_x(intents.open_post_link(made, made))


@given(scheme=st.from_regex(r"[a-zA-Z][a-zA-Z0-9+.-]{0,12}", fullmatch=True), rest=WORDS)
@example(scheme="https", rest="/x.com")
def test_no_other_scheme(scheme: str, rest: str) -> None:
    assume(scheme.lower() != "https")
    assert not links.is_of_x(f"{scheme}:{rest}")
    assert not links.is_of_x(f"{scheme}://x.com/{rest}")


@given(host=st.text(st.characters(min_codepoint=33), max_size=20), rest=st.text(PLAIN, max_size=9))
@example(host="x.com@evil.example", rest="")
@example(host="evil.example/", rest="")
def test_what_is_opened_is_at_x_for_qt_too(host: str, rest: str) -> None:
    """Qt's reader of addresses is another one than ours: they must not see two hosts."""
    address = f"https://{host}/{rest}"
    if links.is_of_x(address):
        url = QUrl(address, QUrl.ParsingMode.StrictMode)
        at = url.host().lower()
        assert at in ("x.com", "twitter.com") or at.endswith((".x.com", ".twitter.com"))
        assert url.userInfo() == ""


@given(st.text(PLAIN, max_size=20), st.sampled_from(HIDDEN), st.text(PLAIN, max_size=20))
def test_no_sign_that_hides_turns_or_is_taken_out(before: str, sign: str, after: str) -> None:
    for address in (f"https://x.com/{before}{sign}{after}", f"https://x.com{sign}/{after}"):
        assert not links.is_of_x(address)
        assert sign not in as_it_is(address) or sign in " \\"
        assert as_it_is(address).isprintable()


def test_signing_in_elsewhere_needs_the_flag(
    qtbot: QtBot, themed: object, opened: list[QUrl]
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    page = f"{LOCAL}/i/oauth2/authorize?client_id=a&state=b"
    assert links.open_page(page, over=window, x_url=LOCAL)
    assert links.open_page("https://console.x.com", over=window, x_url=LOCAL)
    assert [url.host() for url in opened] == ["127.0.0.1", "console.x.com"]
    for address, x_url in (
        (page, None),
        (page, "http://127.0.0.1:80"),
        ("http://127.0.0.1:8080@evil.example/", LOCAL),
        ("http://127.0.0.1:80801/", LOCAL),
        ("http://evil.example/", "http://evil.example"),
        (f"{LOCAL}/\u202e", LOCAL),
    ):
        assert not links.open_page(address, over=window, x_url=x_url)
    assert len(opened) == 2


def test_an_address_not_opened_is_in_no_log(
    qtbot: QtBot, themed: object, caplog: pytest.LogCaptureFixture
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    caplog.set_level("INFO")
    links.open_page("https://evil.example/?code=words-of-a-customer", over=window)
    assert "not opened" in caplog.text
    assert "evil" not in caplog.text


def test_a_folder_is_shown_and_a_file_is_not(opened: list[QUrl], tmp_path: Path) -> None:
    folder = tmp_path / "Tienda ☕ %41 #1?"
    folder.mkdir()
    program = folder / "run.desktop"
    program.touch()
    assert links.open_folder(folder)
    assert not links.open_folder(program)
    assert not links.open_folder(folder / "gone")
    assert [Path(url.toLocalFile()) for url in opened] == [folder]


NAMES = {
    "QDesktopServices",
    "openUrl",
    "setOpenExternalLinks",
    "setUrlHandler",
    "QProcess",
    "webbrowser",
    "startfile",
    "QTextBrowser",
}

ALLOWED = {"ui/health/clock_settings.py": {"QProcess"}}
"""A program of the system's, by its name: nothing that anybody wrote goes into it."""


def test_nothing_else_of_ours_opens_anything() -> None:
    for folder in ("ui", "widgets", "services"):
        for file in sorted((ROOT / folder).rglob("*.py")):
            if file == ROOT / "ui" / "links.py":
                continue
            used = {
                getattr(node, "id", None)
                or getattr(node, "attr", None)
                or getattr(node, "name", "")
                for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
            }
            wrong = used & NAMES - ALLOWED.get(file.relative_to(ROOT).as_posix(), set())
            assert not wrong, f"{file}: {wrong}"
