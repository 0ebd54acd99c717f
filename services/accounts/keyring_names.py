"""What the keyring in use is called on its system: a product's name, the same in all languages."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from services.accounts.keyring_choice import Store, store_of

_NAMES = {
    Store.WINDOWS: "Windows Credential Manager",
    Store.MACOS: "macOS Keychain",
    Store.KWALLET: "KWallet",
}
_SECRET_SERVICE = "Secret Service"  # noqa: S105  # a name
_PROGRAMS = {
    "gnome-keyring-d": "GNOME Keyring",
    "ksecretd": "KWallet",
    "kwalletd5": "KWallet",
    "kwalletd6": "KWallet",
    "keepassxc": "KeePassXC",
    "oo7-daemon": "oo7",
}
"""As the kernel tells them: the first 15 letters."""


def name_of(backend: object) -> str:
    """May ask the session bus who answers there."""
    store = store_of(backend)
    if store in (Store.SECRET_SERVICE, Store.LIBSECRET):
        program = _PROGRAMS.get(_answering_program(), "")
        return f"{_SECRET_SERVICE} ({program})" if program else _SECRET_SERVICE
    return _NAMES.get(store) or type(backend).__module__.rpartition(".")[2]


def _answering_program() -> str:
    """ "" where nobody can be asked: a bus of another kind, a box without /proc."""
    try:
        import secretstorage
        from jeepney import DBusAddress, new_method_call

        bus = DBusAddress("/org/freedesktop/DBus", "org.freedesktop.DBus", "org.freedesktop.DBus")
        asked = new_method_call(
            bus, "GetConnectionUnixProcessID", "s", ("org.freedesktop.secrets",)
        )
        with secretstorage.dbus_init() as connection:
            answer: Any = connection.send_and_get_reply(asked, timeout=5)
            number = int(answer.body[0])
        return Path(f"/proc/{number}/comm").read_text().strip()
    except (ImportError, OSError, ValueError, TypeError, RuntimeError):
        return ""
