"""Where this run keeps its files: the system's places, or all under one folder (`--data-dir`)."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

APP = "Shoplark"


@dataclass(frozen=True, slots=True)
class Paths:
    """Folders of one run. Nothing is made on disk before `ensure` (services/store/database.py)."""

    data: Path
    logs: Path
    cache: Path
    keyring_service: str

    @property
    def database(self) -> Path:
        return self.data / "shoplark.sqlite"

    @property
    def practice_state(self) -> Path:
        return self.data / "practice.sqlite"

    @property
    def pictures(self) -> Path:
        """Our own copies of pictures, named by the SHA-256 of their bytes."""
        return self.data / "pictures"

    @property
    def copies(self) -> Path:
        """Daily copies of the database, and the ones made before a migration."""
        return self.data / "copies"

    @property
    def send_lock(self) -> Path:
        return self.data / "send.lock"

    @property
    def window_lock(self) -> Path:
        return self.data / "window.lock"


def paths_under(folder: Path) -> Paths:
    """Everything of this run under `folder`, with keyring entries under a name of their own."""
    folder = folder.expanduser().absolute()
    mark = sha256(str(folder).encode()).hexdigest()[:12]
    return Paths(
        data=folder,
        logs=folder / "logs",
        cache=folder / "cache",
        keyring_service=f"{APP} ({mark})",
    )


def system_paths() -> Paths:
    # platformdirs takes 10 ms to import and a run with --data-dir never needs it.
    import platformdirs

    return Paths(
        data=Path(platformdirs.user_data_dir(APP, appauthor=False)),
        logs=Path(platformdirs.user_log_dir(APP, appauthor=False)),
        cache=Path(platformdirs.user_cache_dir(APP, appauthor=False)),
        keyring_service=APP,
    )
