"""Where the windows stand on an X11 screen, by libxcb, which Qt's own X11 part needs as well.

Asked over a connection of its own: a window that is gone meanwhile is then an answer that is
missing, and no error in Qt's connection. The lists are the window manager's (EWMH 1.5:
_NET_CLIENT_LIST_STACKING, _NET_FRAME_EXTENTS); _GTK_FRAME_EXTENTS is the shadow that some
programs draw around themselves, which is no part of what is seen as the window.
"""

from __future__ import annotations

import ctypes
import logging
from collections.abc import Iterator
from contextlib import contextmanager
from ctypes import POINTER, Structure, c_char_p, c_int, c_int16, c_uint8, c_uint16, c_uint32
from typing import TypeVar

from PySide6.QtCore import QMargins, QRect

logger = logging.getLogger(__name__)
_S = TypeVar("_S", bound=Structure)

_ANY_TYPE = 0
_MOST_WORDS = 4_096
_LEAST = 24
"""Pixels. Smaller ones are marks and shadows, not windows."""


def windows() -> tuple[QRect, ...]:
    """In the screen's real pixels, the uppermost first; none where X or its manager is silent."""
    try:
        with _connected() as x:
            return tuple(x.windows())
    except OSError as error:
        logger.info("no list of windows: %s", type(error).__name__)
        return ()


class _Cookie(Structure):
    _fields_ = (("sequence", c_uint32),)


class _Screens(Structure):
    _fields_ = (("data", POINTER(c_uint32)), ("rem", c_int), ("index", c_int))


class _Atom(Structure):
    _fields_ = (("head", c_uint32 * 2), ("atom", c_uint32))


class _Property(Structure):
    _fields_ = (
        ("response_type", c_uint8),
        ("format", c_uint8),
        ("sequence", c_uint16),
        ("length", c_uint32),
        ("type", c_uint32),
        ("bytes_after", c_uint32),
        ("value_len", c_uint32),
        ("pad", c_uint32 * 3),
    )


class _Geometry(Structure):
    _fields_ = (
        ("head", c_uint32 * 2),
        ("root", c_uint32),
        ("x", c_int16),
        ("y", c_int16),
        ("width", c_uint16),
        ("height", c_uint16),
    )


class _Place(Structure):
    _fields_ = (("head", c_uint32 * 2), ("child", c_uint32), ("x", c_int16), ("y", c_int16))


@contextmanager
def _connected() -> Iterator[_X]:
    xcb = ctypes.CDLL("libxcb.so.1")
    xcb.xcb_connect.restype = ctypes.c_void_p
    connection = ctypes.c_void_p(xcb.xcb_connect(None, None))
    try:
        if xcb.xcb_connection_has_error(connection):
            raise ConnectionRefusedError("no X server")
        yield _X(xcb, connection)
    finally:
        xcb.xcb_disconnect(connection)


class _X:
    def __init__(self, xcb: ctypes.CDLL, connection: ctypes.c_void_p) -> None:
        self._xcb = xcb
        self._connection = connection
        self._free = ctypes.CDLL(None).free
        self._free.argtypes = [ctypes.c_void_p]
        xcb.xcb_get_setup.restype = ctypes.c_void_p
        xcb.xcb_setup_roots_iterator.restype = _Screens
        setup = ctypes.c_void_p(xcb.xcb_get_setup(connection))
        self._root = xcb.xcb_setup_roots_iterator(setup).data[0]
        names = ("CLIENT_LIST_STACKING", "FRAME_EXTENTS", "WM_STATE", "WM_STATE_HIDDEN",
                 "WM_DESKTOP", "CURRENT_DESKTOP", "WM_WINDOW_TYPE",
                 "WM_WINDOW_TYPE_DESKTOP")  # fmt: skip
        self._atoms = {name: self._atom(f"_NET_{name}") for name in names}
        self._gtk_extents = self._atom("_GTK_FRAME_EXTENTS")

    def windows(self) -> Iterator[QRect]:
        here = self._words(self._root, self._atoms["CURRENT_DESKTOP"])
        stacked = self._words(self._root, self._atoms["CLIENT_LIST_STACKING"])
        for window in reversed(stacked):
            box = self._box(window) if self._is_seen(window, here) else None
            if box is not None and min(box.width(), box.height()) >= _LEAST:
                yield box

    def _is_seen(self, window: int, here: list[int]) -> bool:
        hidden = self._atoms["WM_STATE_HIDDEN"] in self._words(window, self._atoms["WM_STATE"])
        kinds = self._words(window, self._atoms["WM_WINDOW_TYPE"])
        ground = self._atoms["WM_WINDOW_TYPE_DESKTOP"] in kinds
        desktop = self._words(window, self._atoms["WM_DESKTOP"])
        elsewhere = bool(here and desktop) and desktop[0] not in (here[0], 0xFFFFFFFF)
        return not (hidden or ground or elsewhere)

    def _box(self, window: int) -> QRect | None:
        size = self._ask(_Geometry, "get_geometry", c_uint32(window))
        place = self._ask(
            _Place,
            "translate_coordinates",
            c_uint32(window),
            c_uint32(self._root),
            c_int16(0),
            c_int16(0),
        )
        if size is None or place is None:
            return None
        box = QRect(place.x, place.y, size.width, size.height)
        around = self._extents(window, self._atoms["FRAME_EXTENTS"])
        shadow = self._extents(window, self._gtk_extents)
        return box.marginsAdded(around).marginsRemoved(shadow)

    def _extents(self, window: int, atom: int) -> QMargins:
        words = self._words(window, atom)
        if len(words) != 4:
            return QMargins()
        left, right, top, bottom = words
        return QMargins(left, top, right, bottom)

    def _words(self, window: int, atom: int) -> list[int]:
        """The numbers of a property of 32 bits; none where it is missing or the window is gone."""
        found = self._reply(
            _Property,
            "get_property",
            c_uint8(0),
            c_uint32(window),
            c_uint32(atom),
            c_uint32(_ANY_TYPE),
            c_uint32(0),
            c_uint32(_MOST_WORDS),
        )
        if not found:
            return []
        told = found.contents
        numbers: list[int] = []
        if told.format == 32:
            after = ctypes.addressof(told) + ctypes.sizeof(_Property)
            numbers = list((c_uint32 * told.value_len).from_address(after))
        self._free(found)
        return numbers

    def _atom(self, name: str) -> int:
        told = self._ask(
            _Atom, "intern_atom", c_uint8(0), c_uint16(len(name)), c_char_p(name.encode())
        )
        return int(told.atom) if told is not None else 0

    def _ask(self, kind: type[_S], call: str, *arguments: object) -> _S | None:
        found = self._reply(kind, call, *arguments)
        if not found:
            return None
        told = kind.from_buffer_copy(found.contents)
        self._free(found)
        return told

    def _reply(self, kind: type[_S], call: str, *arguments: object) -> ctypes._Pointer[_S]:
        ask = getattr(self._xcb, f"xcb_{call}")
        ask.restype = _Cookie
        answer = getattr(self._xcb, f"xcb_{call}_reply")
        answer.restype = POINTER(kind)
        cookie = ask(self._connection, *arguments)
        found: ctypes._Pointer[_S] = answer(self._connection, cookie, None)
        return found
