"""Where the windows stand on a Windows screen, in the order in which they lie.

DwmGetWindowAttribute gives what is seen of a window: GetWindowRect has its shadow, too. "Cloaked"
are windows that Windows keeps ready and shows nowhere.
"""

from __future__ import annotations

import sys

from PySide6.QtCore import QRect

_EXTENDED_FRAME_BOUNDS, _CLOAKED = 9, 14
_GROUND = frozenset({"Progman", "WorkerW"})
"""The desktop itself, with its pictures and icons."""
_LEAST = 24
_LONGEST_NAME = 256


def windows() -> tuple[QRect, ...]:
    """In the screen's real pixels, the uppermost first; none where Windows does not say."""
    if sys.platform != "win32":
        return ()
    import ctypes
    from ctypes import wintypes

    user, dwm = ctypes.windll.user32, ctypes.windll.dwmapi
    found: list[QRect] = []

    def look(handle: int, _nothing: int) -> bool:
        window = wintypes.HWND(handle)
        if not user.IsWindowVisible(window) or user.IsIconic(window):
            return True
        name = ctypes.create_unicode_buffer(_LONGEST_NAME)
        user.GetClassNameW(window, name, _LONGEST_NAME)
        cloaked, box = wintypes.DWORD(), wintypes.RECT()
        dwm.DwmGetWindowAttribute(window, _CLOAKED, ctypes.byref(cloaked), ctypes.sizeof(cloaked))
        told = dwm.DwmGetWindowAttribute(
            window, _EXTENDED_FRAME_BOUNDS, ctypes.byref(box), ctypes.sizeof(box)
        )
        rect = QRect(box.left, box.top, box.right - box.left, box.bottom - box.top)
        seen = not cloaked.value and told == 0 and name.value not in _GROUND
        if seen and min(rect.width(), rect.height()) >= _LEAST:
            found.append(rect)
        return True

    kind = ctypes.WINFUNCTYPE(wintypes.BOOL, wintypes.HWND, wintypes.LPARAM)
    user.EnumWindows(kind(look), 0)
    return tuple(found)
