"""Keyrings in memory, one of them as macOS' behaves."""

from __future__ import annotations


class InMemory:
    def __init__(self) -> None:
        self.kept: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, name: str) -> str | None:
        return self.kept.get((service, name))

    def set_password(self, service: str, name: str, secret: str) -> None:
        self.kept[service, name] = secret

    def delete_password(self, service: str, name: str) -> None:
        del self.kept[service, name]


class Killed(BaseException):
    """The process ends here."""


class Mac(InMemory):
    """Deletes an entry before it adds the new one; killed after so many steps."""

    def __init__(self, steps: int) -> None:
        super().__init__()
        self.steps = steps

    def set_password(self, service: str, name: str, secret: str) -> None:
        self._step()
        self.kept.pop((service, name), None)
        self._step()
        super().set_password(service, name, secret)

    def delete_password(self, service: str, name: str) -> None:
        self._step()
        super().delete_password(service, name)

    def _step(self) -> None:
        self.steps -= 1
        if self.steps < 0:
            raise Killed


Mac.__module__ = "keyring.backends.macOS"
