"""Looks for secrets in every byte of folders and processes, in each form they may have taken.

A secret is found as it is, in part, in other cases, as base64 (wherever it begins in it), as hex,
percent-encoded, as UTF-16, JSON- or HTML-escaped; in files and their names, in what gzip and zip
hold, in a database by its bytes (pages in use, free pages and the write-ahead log alike).
"""

from __future__ import annotations

import base64
import gzip
import html
import io
import json
import os
import stat
import zipfile
import zlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO
from urllib.parse import quote

CHUNK = 1 << 20
LEAST_SIGNS = 8
"""A shorter secret would be found by chance."""
_LEAST_PART = 16
_GZIP, _ZIP = b"\x1f\x8b", b"PK\x03\x04"


@dataclass(frozen=True, slots=True)
class Finding:
    """`secret` is the place in the list searched for: what failed may be printed and shared."""

    where: str
    form: str
    secret: int


def search(
    secrets: Iterable[str], folders: Iterable[Path], *, chunk: int = CHUNK
) -> tuple[Finding, ...]:
    """Raises OSError for a folder that is not there and for a file that cannot be read: what was
    not looked at is not clean. A file that goes away in between is gone.
    """
    needles = _Needles(secrets)
    found: dict[Finding, None] = {}
    for folder in folders:
        for path, mode in _everything(folder):
            name = os.fsencode(path.relative_to(folder))
            found.update(dict.fromkeys(needles.within(name, f"the name {path}")))
            if stat.S_ISLNK(mode):
                found.update(dict.fromkeys(needles.within(os.fsencode(path.readlink()), str(path))))
            elif stat.S_ISREG(mode):
                found.update(dict.fromkeys(_of_file(needles, path, chunk)))
    return tuple(found)


def search_bytes(secrets: Iterable[str], data: bytes, where: str) -> tuple[Finding, ...]:
    """In what a program printed, or what lies on the clipboard."""
    return tuple(_Needles(secrets).of_stream(io.BytesIO(data), where, CHUNK))


def search_processes(secrets: Iterable[str], pids: Iterable[int]) -> tuple[Finding, ...]:
    """In arguments and environment, as any other program of this user can read them (Linux).

    Raises FileNotFoundError for a process that has ended; one that shows its environment to no one
    is clean.
    """
    needles = _Needles(secrets)
    found: list[Finding] = []
    for pid in pids:
        for name in ("cmdline", "environ"):
            shown = Path(f"/proc/{pid}/{name}")
            try:
                data = shown.read_bytes()
            except PermissionError:
                continue
            found += needles.within(data, str(shown))
    return tuple(found)


def forms(secret: str) -> Mapping[str, bytes]:
    """What to look for, by the name of its form. Of base64 the signs that are the same whatever
    stands before and behind.
    """
    raw = secret.encode()
    made = {
        "plain": raw,
        "lower case": raw.lower(),
        "upper case": raw.upper(),
        "hex": raw.hex().encode(),
        "HEX": raw.hex().upper().encode(),
        "percent": quote(secret, safe="").encode(),
        "percent, lower case": quote(secret, safe="").lower().encode(),
        "percent, every byte": "".join(f"%{byte:02X}" for byte in raw).encode(),
        "JSON": json.dumps(secret)[1:-1].encode(),
        "JSON, slashes": json.dumps(secret)[1:-1].replace("/", "\\/").encode(),
        "JSON, every sign": "".join(f"\\u{ord(sign):04x}" for sign in secret).encode(),
        "HTML": html.escape(secret).encode(),
        "UTF-16 LE": secret.encode("utf-16-le"),
        "UTF-16 BE": secret.encode("utf-16-be"),
    }
    if len(secret) >= 2 * _LEAST_PART:
        half = len(secret) // 2
        made |= {"first half": secret[:half].encode(), "second half": secret[half:].encode()}
    for skipped in range(3):
        coded = base64.b64encode(bytes(skipped) + raw)
        begin = (0, 2, 3)[skipped]
        end = (skipped + len(raw)) * 8 // 6
        made[f"base64, {skipped}"] = coded[begin:end]
        made[f"base64url, {skipped}"] = coded[begin:end].translate(bytes.maketrans(b"+/", b"-_"))
    return made


class _Needles:
    def __init__(self, secrets: Iterable[str]) -> None:
        self._needles: dict[bytes, tuple[str, int]] = {}
        for number, secret in enumerate(secrets):
            if len(secret) < LEAST_SIGNS:
                raise ValueError(f"secret {number} is too short to look for")
            for form, needle in forms(secret).items():
                self._needles.setdefault(needle, (form, number))
        if not self._needles:
            raise ValueError("nothing to look for")
        self._overlap = max(map(len, self._needles)) - 1

    def within(self, data: bytes, where: str) -> Iterator[Finding]:
        for needle, (form, number) in self._needles.items():
            if needle in data:
                yield Finding(where, form, number)

    def of_stream(self, stream: BinaryIO, where: str, chunk: int) -> Iterator[Finding]:
        """Each finding once; `chunk` bytes at a time, with what lies across a border."""
        seen: set[Finding] = set()
        before = b""
        while more := stream.read(chunk):
            data = before + more
            for finding in self.within(data, where):
                if finding not in seen:
                    seen.add(finding)
                    yield finding
            before = data[-self._overlap :]


def _everything(folder: Path) -> Iterator[tuple[Path, int]]:
    """Depth first, with each entry's mode; links are not followed."""
    for path in sorted(folder.iterdir()):
        try:
            mode = path.lstat().st_mode
        except FileNotFoundError:
            continue
        yield path, mode
        if stat.S_ISDIR(mode):
            yield from _everything(path)


def _of_file(needles: _Needles, path: Path, chunk: int) -> Iterator[Finding]:
    try:
        with path.open("rb") as file:
            yield from needles.of_stream(file, str(path), chunk)
            file.seek(0)
            begins = file.read(4)
            file.seek(0)
            if begins.startswith(_GZIP):
                yield from _of_gzip(needles, file, str(path), chunk)
            elif begins == _ZIP:
                yield from _of_zip(needles, file, str(path), chunk)
    except FileNotFoundError:
        return


def _of_gzip(needles: _Needles, file: BinaryIO, where: str, chunk: int) -> Iterator[Finding]:
    try:
        with gzip.open(file) as inside:
            yield from needles.of_stream(inside, f"{where} (gzip)", chunk)  # type: ignore[arg-type]  # reads like one
    except (OSError, EOFError, zlib.error):
        return


def _of_zip(needles: _Needles, file: BinaryIO, where: str, chunk: int) -> Iterator[Finding]:
    try:
        with zipfile.ZipFile(file) as archive:
            for name in archive.namelist():
                with archive.open(name) as inside:
                    yield from needles.of_stream(inside, f"{where} ({name})", chunk)  # type: ignore[arg-type]  # reads like one
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError):
        return
