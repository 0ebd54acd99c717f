"""A keyring of plain files, for the processes of this test alone: each entry whole or not at all.

It is no keyring backend: nothing chooses it, a test hands it over itself.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path


class FileKeyring:
    """`kept(name)` is called after each entry that is written."""

    def __init__(self, folder: Path, kept: Callable[[str], None] = lambda _name: None) -> None:
        self._folder = folder
        self._kept = kept

    def get_password(self, service: str, name: str) -> str | None:
        try:
            return self._file(service, name).read_text()
        except FileNotFoundError:
            return None

    def set_password(self, service: str, name: str, secret: str) -> None:
        file = self._file(service, name)
        new = file.with_suffix(f".{os.getpid()}")
        new.write_text(secret)
        new.replace(file)
        self._kept(name)

    def delete_password(self, service: str, name: str) -> None:
        self._file(service, name).unlink()

    def _file(self, service: str, name: str) -> Path:
        return self._folder / sha256(f"{service}\n{name}".encode()).hexdigest()[:24]
