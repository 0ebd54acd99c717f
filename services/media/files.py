"""Writes a file whole or not at all."""

from __future__ import annotations

import os
import shutil
import tempfile
from pathlib import Path

from services.store.troubles import system_trouble

_PIECE = 1024 * 1024


def write_whole(path: Path, data: bytes, *, durable: bool = True) -> None:
    """Through a file beside it, so that a full disk or a kill never leaves half a picture.

    `durable` waits until the disk has it. Raises StorageTrouble.
    """
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        _replace(path, data, durable=durable)
    except OSError as error:
        raise system_trouble(error, path.parent) from error


def copy_whole(source: Path, target: Path) -> None:
    """As `write_whole`, piece by piece, of a file of any size. Not waited for. StorageTrouble."""
    try:
        target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=target.parent, prefix=".new-")
        try:
            with open(handle, "wb") as made, source.open("rb") as whole:
                shutil.copyfileobj(whole, made, _PIECE)
            os.replace(name, target)
        finally:
            Path(name).unlink(missing_ok=True)
    except OSError as error:
        raise system_trouble(error, target.parent) from error


def _replace(path: Path, data: bytes, *, durable: bool) -> None:
    # mkstemp makes it readable by its owner alone.
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".new-")
    try:
        with open(handle, "wb") as file:
            file.write(data)
            file.flush()
            if durable:
                os.fsync(file.fileno())
        os.replace(name, path)
    except OSError:
        Path(name).unlink(missing_ok=True)
        raise
