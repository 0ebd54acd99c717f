"""Shoplark's command line. A contract: others script against these flags.

Knows services/headless.py, and ui/app.py only when a window is asked for.
"""

from __future__ import annotations

import argparse
import gc
import math
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from services import dumps, token_variable
from services.options import RunOptions
from services.version import VERSION
from services.x_api.transport import SETTLE_SECONDS, is_x_in_its_place

if TYPE_CHECKING:
    from services.headless_options import HeadlessOptions

TOKEN_VARIABLE = token_variable.NAME
_STORAGE = 7
"""The exit code of services/headless.py, which is loaded only when it is needed."""
LANGUAGES = ("en", "es", "ar", "fa", "ja", "zh")


def main(arguments: Sequence[str] | None = None) -> int:
    """Returns the exit code; bad arguments end in SystemExit(2), as argparse does."""
    token = token_variable.take()
    dumps.leave_none()
    _speak_utf_8()
    parser = _parser()
    asked = parser.parse_args(arguments)
    if asked.version is not None:
        return _tell_version(asked.version)
    run = _run_options(parser, asked, token)
    headless = _headless_options(parser, asked, run)
    if headless is not None:
        from services.headless import run as run_headless

        try:
            return run_headless(headless)
        except BrokenPipeError:
            # Whoever reads the lines has heard enough (`| head`); what was to be done is done.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            return 0
    # Off while the window loads and for the whole run: ui/collector.py takes its place.
    gc.disable()
    from ui.app import run as run_window

    return run_window(run)


class _Text(argparse.Action):
    """`--enqueue` and `--part`: begins a part; the `--image` flags that follow belong to it."""

    def __call__(
        self,
        parser: argparse.ArgumentParser,
        namespace: argparse.Namespace,
        values: Any,
        option_string: str | None = None,
    ) -> None:
        from services.headless_options import NewPart

        parts = namespace.parts
        if self.dest == "enqueue" and parts:
            raise argparse.ArgumentError(self, "only once in a run")
        if self.dest == "part" and not parts:
            raise argparse.ArgumentError(self, "comes after --enqueue")
        namespace.parts = (*parts, NewPart(values))


class _Image(argparse.Action):
    """`--image`: a picture of the part begun last."""

    def __call__(
        self,
        parser: argparse.ArgumentParser,
        namespace: argparse.Namespace,
        values: Any,
        option_string: str | None = None,
    ) -> None:
        from services.headless_options import NewPart

        if not namespace.parts:
            raise argparse.ArgumentError(self, "comes after --enqueue or --part")
        *before, last = namespace.parts
        images = (*last.images, split_image(values))
        namespace.parts = (*before, NewPart(last.text, images))


def split_image(value: str) -> tuple[Path, str]:
    """(file, alt text): parted at the first colon that is not a drive letter's."""
    drive = 2 if value[1:2] == ":" and value[:1].isalpha() and value[2:3] in ("/", "\\") else 0
    name, _, alt_text = value[drive:].partition(":")
    return Path(value[:drive] + name), alt_text.strip()


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="shoplark",
        description="A desktop program for one person who runs a small shop and uses X.",
        epilog=(
            f"With --x-url, {TOKEN_VARIABLE} in the environment is the access token for that X: "
            "the run then uses an account of its own, and the token is kept nowhere. Without the "
            "variable the accounts speak that are signed in there. Neither is taken for any X but "
            "one on this computer."
        ),
        allow_abbrev=False,
    )
    parser.set_defaults(parts=())
    window = parser.add_argument_group("with a window")
    window.add_argument("--hidden", action="store_true", help="start in the tray")
    window.add_argument(
        "--tour",
        type=_folder,
        metavar="DIR",
        help="do the main job by itself, draw each screen to DIR",
    )
    window.add_argument("--lang", choices=LANGUAGES, help="language of this run")
    window.add_argument("--theme", choices=("light", "dark"), help="look of this run")
    window.add_argument("--scale", type=_scale, metavar="N", help="draw everything N times as big")
    window.add_argument(
        "--self-test", nargs="?", const="", metavar="FILE", help="check this build, a line each"
    )
    _add_headless(parser.add_argument_group("without a window (JSON lines on stdout)"))
    both = parser.add_argument_group("for any run")
    both.add_argument("--data-dir", type=_folder, metavar="DIR", help="keep everything under DIR")
    both.add_argument("--practice", action="store_true", help="use the practice account")
    both.add_argument(
        "--x-url", metavar="URL", help="another X in X's place, on this computer only"
    )
    both.add_argument(
        "--settle",
        type=_seconds,
        metavar="SECONDS",
        help=f"with --x-url: how long a doubtful post rests ({SETTLE_SECONDS})",
    )
    both.add_argument(
        "--version", nargs="?", const="", metavar="FILE", help="print the version, or write it"
    )
    return parser


def _add_headless(group: argparse._ArgumentGroup) -> None:
    group.add_argument("--enqueue", action=_Text, metavar="TEXT", help="a post into the queue")
    group.add_argument("--part", action=_Text, metavar="TEXT", help="the thread's next part")
    group.add_argument(
        "--image",
        action=_Image,
        metavar="FILE:ALT",
        help="a picture or video for the text before it",
    )
    group.add_argument("--at", metavar="ISO", help="when to send it; now without it")
    group.add_argument("--account", metavar="HANDLE", help="another account than the active one")
    group.add_argument("--publish-due", action="store_true", help="send what is due")
    group.add_argument(
        "--wait", type=_seconds, metavar="SECONDS", help="stay until nothing waits, at most so long"
    )
    group.add_argument(
        "--scheduled",
        action="store_true",
        help="begun by the system's scheduler: no pause is cut short, and nothing is waited for",
    )
    group.add_argument(
        "--send-from-here", action="store_true", help="with --publish-due: no longer elsewhere"
    )
    group.add_argument("--check-inbox", action="store_true", help="read what is new, once")
    group.add_argument("--list-queue", action="store_true", help="what waits, and what went today")


def _run_options(
    parser: argparse.ArgumentParser, asked: argparse.Namespace, token: str | None
) -> RunOptions:
    if asked.x_url is None and token is not None:
        parser.error(f"{TOKEN_VARIABLE} is only for a run with --x-url")
    if asked.x_url is None and asked.settle is not None:
        parser.error("--settle goes with --x-url")
    if asked.x_url is not None and not is_x_in_its_place(asked.x_url):
        parser.error("--x-url takes an address of this computer only")
    return RunOptions(
        data_dir=asked.data_dir,
        practice=asked.practice,
        hidden=asked.hidden,
        tour=asked.tour,
        language=asked.lang,
        theme=asked.theme,
        scale=asked.scale,
        x_url=asked.x_url.rstrip("/").lower() if asked.x_url else None,
        token=token,
        settle=SETTLE_SECONDS if asked.settle is None else math.ceil(asked.settle),
        self_test=asked.self_test is not None,
        self_test_file=Path(asked.self_test) if asked.self_test else None,
    )


def _headless_options(
    parser: argparse.ArgumentParser, asked: argparse.Namespace, run: RunOptions
) -> HeadlessOptions | None:
    """None when the run has a window."""
    if asked.at is not None and not asked.parts:
        parser.error("--at goes with --enqueue")
    if asked.wait is not None and not asked.publish_due:
        parser.error("--wait goes with --publish-due")
    if asked.send_from_here and not asked.publish_due:
        parser.error("--send-from-here goes with --publish-due")
    if asked.scheduled and not asked.publish_due:
        parser.error("--scheduled goes with --publish-due")
    if not (asked.parts or asked.publish_due or asked.check_inbox or asked.list_queue):
        if asked.account is not None:
            parser.error("--account goes with a flag that needs no window")
        return None
    if asked.tour is not None or asked.self_test is not None or asked.hidden:
        parser.error("a run has a window or it has none: these flags do not go together")
    from services.headless_options import HeadlessOptions

    return HeadlessOptions(
        run=run,
        enqueue=asked.parts,
        at=asked.at,
        account=asked.account,
        publish_due=asked.publish_due,
        wait=asked.wait or 0,
        send_from_here=asked.send_from_here,
        scheduled=asked.scheduled,
        check_inbox=asked.check_inbox,
        list_queue=asked.list_queue,
    )


def _folder(text: str) -> Path:
    """A script's unset variable must not scatter files over the folder it happens to run in."""
    if not text:
        raise argparse.ArgumentTypeError("no folder is named")
    return Path(text)


def _seconds(text: str) -> float:
    value = _number(text)
    if not 0 <= value < math.inf:
        raise argparse.ArgumentTypeError(f"not a number of seconds: {text}")
    return value


def _scale(text: str) -> float:
    value = _number(text)
    if not 0.5 <= value <= 4:
        raise argparse.ArgumentTypeError(f"not a number from 0.5 to 4: {text}")
    return value


def _number(text: str) -> float:
    """NaN, which lies in no range, for what is no number."""
    try:
        return float(text)
    except ValueError:
        return math.nan


def _tell_version(file: str) -> int:
    line = f"Shoplark {VERSION}\n"
    if not file:
        sys.stdout.write(line)
        return 0
    try:
        Path(file).write_text(line, encoding="utf-8")
    except OSError as error:
        sys.stderr.write(f"{file} cannot be written: {error.strerror}\n")
        return _STORAGE
    return 0


def _speak_utf_8() -> None:
    """The console's own encoding may not have the signs of a post (Windows)."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="backslashreplace")


if __name__ == "__main__":
    sys.exit(main())
