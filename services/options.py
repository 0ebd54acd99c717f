"""What the command line asks of any run: read by main.py."""

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
