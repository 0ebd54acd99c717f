"""The number Windows gave this installation."""

from __future__ import annotations

import sys

_KEY = r"SOFTWARE\Microsoft\Cryptography"

if sys.platform == "win32":
    import winreg

    def number() -> str:
        """As a 64-bit program sees it, whichever this one is."""
        access = winreg.KEY_READ | winreg.KEY_WOW64_64KEY
        try:
            with winreg.OpenKey(winreg.HKEY_LOCAL_MACHINE, _KEY, 0, access) as key:
                return str(winreg.QueryValueEx(key, "MachineGuid")[0])
        except OSError:
            return ""
