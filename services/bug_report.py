"""What is told of a bug: where it is, and nothing of what the program had in hand there."""

from __future__ import annotations

from types import TracebackType

from services.redact import redact
from services.version import VERSION


def report(
    kind: type[BaseException], error: BaseException, trace: TracebackType | None, *, more: str = ""
) -> str:
    """What helps us and harms nobody: versions and the trace, redacted. `more`: other versions.

    The exception's own message is left out, and those of the errors before it: they may hold an
    owner's or a customer's words, or an address with a secret.
    """
    import platform
    import traceback

    versions = [f"Python {platform.python_version()}", *([more] if more else [])]
    system = f"{platform.system()} {platform.release()} {platform.machine()}"
    frames = "".join(traceback.format_tb(trace)) if trace else ""
    before = error.__cause__ or error.__context__
    came_of = f"\nafter {_name(type(before))}" if before is not None else ""
    return redact(
        f"Shoplark {VERSION}\n{', '.join([*versions, system])}\n\n{frames}{_name(kind)}{came_of}\n"
    )


def _name(kind: type[BaseException]) -> str:
    return f"{kind.__module__}.{kind.__qualname__}"
