"""What the `work` lane does for a file of posts: read it, look at its rows, bring them in."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from services.post_file.cells import read_file, read_table
from services.post_file.check import Checker, Known, Wishes
from services.post_file.guess import guess_mapping
from services.post_file.imports import Brought, GivenUp
from services.post_file.values import CheckedRow, Mapping, Table, Trouble
from services.publishing.lengths import config_for

if TYPE_CHECKING:
    from services.accounts.accounts import Account
    from services.shop import Shop


class FileRead(NamedTuple):
    path: Path
    table: Table
    mapping: Mapping
    odd: bool
    """Some letters could not be read: another encoding is wanted."""


@dataclass(slots=True)
class Watch:
    """Seen from both sides: how far the lane is, and whether the owner still wants it."""

    whole: int = 0
    done: int = 0
    stopped: bool = False

    def step(self, done: int) -> bool:
        self.done = done
        return not self.stopped


@dataclass(frozen=True, slots=True)
class Looked:
    """`past`: rows whose only trouble is that their time is over.."""

    rows: tuple[CheckedRow, ...]
    wishes: Wishes
    ready: tuple[int, ...] = field(default=())
    troubled: tuple[int, ...] = field(default=())
    past: int = 0


def read(path: Path, *, encoding: str = "", delimiter: str = "") -> FileRead:
    """Raises BadFile."""
    table = read_table(read_file(path), encoding=encoding, delimiter=delimiter)
    odd = any("\ufffd" in cell for row in table.rows[:500] for cell in row.cells)
    return FileRead(path, table, guess_mapping(table), odd)


def look(
    shop: Shop, account: Account, file: FileRead, mapping: Mapping, wishes: Wishes, watch: Watch
) -> Looked | None:
    """None where the owner has chosen something else meanwhile."""
    now = shop.clock.now()
    known = Known(
        now=now,
        zone=account.zone,
        config=config_for(account),
        said=shop.imports.said(account.id),
        folder=file.path.parent,
        free=shop.slots.free(account.id, after=now),
    )
    rows = []
    watch.whole = len(file.table.rows)
    for row in Checker(file.table, mapping, known, wishes).rows():
        rows.append(row)
        if not watch.step(len(rows)):
            return None
    return Looked(
        tuple(rows),
        wishes,
        ready=tuple(n for n, row in enumerate(rows) if row.ready),
        troubled=tuple(n for n, row in enumerate(rows) if not row.ready),
        past=sum([one.trouble for one in row.wrong] == [Trouble.PAST] for row in rows),
    )


def bring(
    shop: Shop, account: Account, file: FileRead, looked: Looked, watch: Watch
) -> Brought | None:
    """None where the owner stopped it: nothing was kept."""
    watch.whole, watch.done = len(looked.ready), 0
    rows = [looked.rows[place] for place in looked.ready]
    try:
        return shop.imports.bring(account.id, file.path.name, rows, progress=watch.step)
    except GivenUp:
        return None
