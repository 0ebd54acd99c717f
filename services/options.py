"""What the command line asks: read by main.py, used by ui/app.py and services/headless.py."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from services.paths import Paths, paths_under, system_paths
from services.x_api.transport import SETTLE_SECONDS, Transport


@dataclass(frozen=True, slots=True)
class RunOptions:
    """What any run is told. `language`, `theme` and `scale` are None where the flag is absent."""

    data_dir: Path | None = None
    practice: bool = False
    hidden: bool = False
    tour: Path | None = None
    language: str | None = None
    theme: str | None = None
    scale: float | None = None
    x_url: str | None = None
    token: str | None = field(default=None, repr=False)
    settle: int = SETTLE_SECONDS
    self_test: bool = False
    self_test_file: Path | None = None

    @property
    def paths(self) -> Paths:
        return system_paths() if self.data_dir is None else paths_under(self.data_dir)

    @property
    def transport(self) -> Transport:
        return Transport(x_url=self.x_url, token=self.token, settle=self.settle)


@dataclass(frozen=True, slots=True)
class NewPart:
    """One text of `--enqueue` or `--part` with the pictures that follow it: (file, alt text)."""

    text: str
    images: tuple[tuple[Path, str], ...] = ()


@dataclass(frozen=True, slots=True)
class HeadlessOptions:
    """What a run without a window does, in this order: enqueue, publish, check, list."""

    run: RunOptions
    enqueue: tuple[NewPart, ...] = ()
    at: str | None = None
    account: str | None = None
    publish_due: bool = False
    wait: float = 0
    check_inbox: bool = False
    list_queue: bool = False
