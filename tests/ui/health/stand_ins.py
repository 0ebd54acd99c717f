"""What the tests of Health have in place of a keyring and of X."""

from __future__ import annotations

from dataclasses import dataclass

from services.errors import KeychainProblem, KeychainTrouble


@dataclass
class Keyring:
    trouble: KeychainProblem | None = None
    probes: int = 0
    kept: str | None = "a token"

    def backend_name(self) -> str:
        return "Secret Service (GNOME Keyring)"

    def probe(self) -> None:
        self.probes += 1
        if self.trouble is not None:
            raise KeychainTrouble(self.trouble)

    def read(self, _account_id: str, _name: str) -> str | None:
        if self.trouble is not None:
            raise KeychainTrouble(self.trouble)
        return self.kept


class Came:
    def __init__(self, status: int = 200, **headers: str) -> None:
        self.status_code = status
        self.headers = headers
