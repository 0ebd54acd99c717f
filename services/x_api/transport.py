"""Which X this run speaks to: the real one, or another in its place on this computer."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Transport:
    """`x_url` is a loopback address (`--x-url`), checked where the flag is read.

    `token` is the access token of the environment for that address; it never leaves memory.
    `settle` is how many seconds a doubtful post rests before it may be looked for as missing.
    """

    x_url: str | None = None
    token: str | None = field(default=None, repr=False)
    settle: int = 30
