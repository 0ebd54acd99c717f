"""What is asked of a system is not asked of another, and one that is silent stops nothing."""

import ctypes
import sys

import pytest

from ui import screen_mac, screen_win32, screen_x11


def test_without_an_x_server_there_are_no_windows(monkeypatch):
    monkeypatch.delenv("DISPLAY", raising=False)
    assert screen_x11.windows() == ()
    monkeypatch.setenv("DISPLAY", ":64999")
    assert screen_x11.windows() == ()


def test_without_its_library_there_are_none_either(monkeypatch):
    def missing(name):
        raise OSError(name)

    monkeypatch.setattr(ctypes, "CDLL", missing)
    assert screen_x11.windows() == ()


@pytest.mark.skipif(sys.platform == "win32", reason="there it has windows")
def test_windows_own_list_is_asked_there_alone():
    assert screen_win32.windows() == ()


@pytest.mark.skipif(sys.platform == "darwin", reason="there the owner decides")
def test_only_macos_asks_whether_the_screen_may_be_seen(monkeypatch):
    assert screen_mac.may_look()
    assert screen_mac.ask_owner()
    # Its library, or the call in it, may be missing.
    monkeypatch.setattr(sys, "platform", "darwin")
    assert screen_mac.may_look()


def test_macos_own_answer_counts(monkeypatch):
    asked = []

    class Library:
        def __init__(self, path):
            asked.append(path)

        def __getattr__(self, name):
            def call():
                asked.append(name)
                return 0

            return call

    monkeypatch.setattr(sys, "platform", "darwin")
    monkeypatch.setattr(ctypes, "CDLL", Library)
    assert not screen_mac.may_look()
    assert not screen_mac.ask_owner()
    assert asked[1::2] == ["CGPreflightScreenCaptureAccess", "CGRequestScreenCaptureAccess"]
