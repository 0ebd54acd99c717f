"""The runs without a window: what they print, how they end, and what they never load."""

from __future__ import annotations

import io
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

import main
from services import headless, headless_words
from services.clock import SystemClock, from_wall
from services.errors import (
    AppError,
    BadImport,
    Offline,
    RateLimited,
    ServerTrouble,
    SignInNeeded,
    SpendingStopped,
    StorageTrouble,
)
from services.inbox.feeds import Feeds
from services.options import HeadlessOptions, NewPart, RunOptions
from services.paths import paths_under
from services.publishing import doubt, late, posts, send_lock
from services.shop import open_shop

ROOT = Path(main.__file__).parent
NO_QT = """
import sys
class NoQt:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in ("PySide6", "shiboken6", "ui", "widgets"):
            raise ImportError(f"{name} must not be loaded")
sys.meta_path.insert(0, NoQt())
import main
code = main.main(sys.argv[1:])
assert "PySide6" not in sys.modules
sys.exit(code)
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "data"


def _run(folder: Path, **asked: Any) -> tuple[int, list[dict[str, Any]]]:
    out = io.StringIO()
    run = asked.pop("run", None) or RunOptions(data_dir=folder)
    code = headless.run(HeadlessOptions(run=run, **asked), out=out)
    return code, [json.loads(line) for line in out.getvalue().splitlines()]


def _enqueue(folder: Path, *texts: str, **asked: Any) -> dict[str, Any]:
    parts = tuple(NewPart(text) for text in texts)
    code, (line,) = _run(folder, enqueue=parts, **asked)
    assert code == 0
    return line


def test_a_post_is_queued_now(folder: Path) -> None:
    before = SystemClock().now()
    line = _enqueue(folder, "سلام 🍵", "二")
    assert set(line) == {"id", "state", "due_at"}
    assert line["state"] == "queued"
    assert before <= line["due_at"] <= SystemClock().now()


def test_a_time_without_an_offset_is_in_the_shops_zone(folder: Path) -> None:
    shop = open_shop(paths_under(folder), SystemClock())
    shop.accounts.set_zone(shop.accounts.active().id, "Asia/Tokyo")
    shop.close()
    line = _enqueue(folder, "one", at="2099-03-01T09:00")
    assert line["due_at"] == from_wall("2099-03-01T09:00", "Asia/Tokyo")
    line = _enqueue(folder, "two", at="2099-03-01T09:00+01:00")
    assert line["due_at"] == from_wall("2099-03-01T17:00", "Asia/Tokyo")


def test_a_time_long_past_is_sent_and_not_moved(folder: Path) -> None:
    _enqueue(folder, "old news", at="2020-01-01T09:00Z")
    code, (line,) = _run(folder, publish_due=True)
    assert (code, line["state"], len(line["x_ids"])) == (0, "sent", 1)


def test_publishing_says_what_went_and_what_waits(folder: Path) -> None:
    now = _enqueue(folder, "now")
    later = _enqueue(folder, "later", at="2099-01-01T09:00Z")
    code, lines = _run(folder, publish_due=True)
    assert code == 0
    assert [(line["id"], line["state"]) for line in lines] == [
        (now["id"], "sent"),
        (later["id"], "queued"),
    ]
    assert set(lines[0]) == {"id", "state", "x_ids", "reason", "next_try_at"}
    code, lines = _run(folder, list_queue=True)
    assert code == 0
    assert {line["id"] for line in lines} == {now["id"], later["id"]}


def test_an_exact_duplicate_is_exit_2_and_leaves_nothing(folder: Path) -> None:
    first = _enqueue(folder, "same")
    code, (line,) = _run(folder, enqueue=(NewPart("same"),))
    assert (code, line) == (2, {"error": "duplicate", "of": first["id"]})
    assert len(_run(folder, list_queue=True)[1]) == 1


@pytest.mark.parametrize(
    "asked",
    [
        {"enqueue": (NewPart(""),)},
        {"enqueue": (NewPart("x"), NewPart(" \x00 "))},
        {"enqueue": (NewPart("x"),), "at": "tomorrow"},
        {"enqueue": (NewPart("x", ((Path("/nowhere.png"), ""),)),)},
        {"enqueue": (NewPart("x", ((Path(__file__), ""),)),)},
        {"enqueue": (NewPart("x"),), "account": "nobody"},
        {"enqueue": (NewPart("x"),), "account": "n\udcffbody"},
    ],
)
def test_bad_arguments_are_exit_2_and_leave_nothing(
    folder: Path, asked: dict[str, Any], capsys: pytest.CaptureFixture[str]
) -> None:
    code, lines = _run(folder, **asked)
    assert (code, lines) == (2, [])
    assert capsys.readouterr().err
    assert _run(folder, list_queue=True) == (0, [])


def test_too_many_pictures_and_too_long_alt_texts_are_refused(folder: Path) -> None:
    picture = next((ROOT / "resources/practice").glob("*.jpg"))
    five = tuple((picture, "") for _ in range(5))
    assert _run(folder, enqueue=(NewPart("x", five),))[0] == 2
    long = ((picture, "x" * 1_001),)
    assert _run(folder, enqueue=(NewPart("x", long),))[0] == 2


def test_another_account_by_its_handle(folder: Path) -> None:
    shop = open_shop(paths_under(folder), SystemClock())
    shop.accounts.practice()
    own = shop.accounts.start_own_shop(handle="Leaf", zone="UTC")
    shop.close()
    _enqueue(folder, "to practice", account="@TEA")
    assert _run(folder, list_queue=True) == (0, [])
    line = _enqueue(folder, "to my own", account="leaf")
    code, lines = _run(folder, publish_due=True)
    assert (code, lines[0]["id"], lines[0]["state"]) == (4, line["id"], "needs_you")
    assert lines[0]["reason"] == "ByHand"
    practice = RunOptions(data_dir=folder, practice=True)
    code, (line,) = _run(folder, publish_due=True, run=practice)
    assert (code, line["state"]) == (0, "sent")
    assert own.id is not None


class _Refusing:
    """Stands in front of the account's X and refuses what it is told to."""

    def __init__(self, x: Any, errors: list[Exception]) -> None:
        self._x = x
        self._errors = errors

    def __getattr__(self, name: str) -> Any:
        return getattr(self._x, name)

    def create_post(self, *args: Any, **kwargs: Any) -> Any:
        if self._errors:
            raise self._errors.pop(0)
        return self._x.create_post(*args, **kwargs)


@pytest.fixture
def refuse(monkeypatch: pytest.MonkeyPatch) -> list[Exception]:
    from services.x_api.clients import Clients

    errors: list[Exception] = []
    original = Clients.for_account
    monkeypatch.setattr(
        Clients,
        "for_account",
        lambda self, account: _Refusing(original(self, account), errors),
    )
    return errors


@pytest.mark.parametrize(
    ("error", "code", "state"),
    [
        (RateLimited(until=4_000_000_000), 3, "queued"),
        (SignInNeeded(), 6, "queued"),
        (ServerTrouble(), 3, "checking"),
    ],
)
def test_what_waits_says_why(
    folder: Path,
    refuse: list[Exception],
    error: Exception,
    code: int,
    state: str,
    capsys: pytest.CaptureFixture[str],
) -> None:
    _enqueue(folder, "words")
    refuse.append(error)
    got, (line,) = _run(folder, publish_due=True)
    name = type(error).__name__
    assert (got, line["state"], line["reason"]) == (code, state, name)
    assert line["next_try_at"] is not None
    assert capsys.readouterr().err.startswith(f"{name}: ")
    assert _run(folder, list_queue=True)[0] == code


def test_waiting_stays_until_nothing_waits(folder: Path, refuse: list[Exception]) -> None:
    _enqueue(folder, "words")
    refuse.append(ServerTrouble())
    run = RunOptions(data_dir=folder, settle=1)
    code, (line,) = _run(folder, publish_due=True, wait=30, run=run)
    assert (code, line["state"]) == (0, "sent")


def test_waiting_ends_when_time_is_up_or_cannot_help(folder: Path, refuse: list[Exception]) -> None:
    _enqueue(folder, "words", at="2099-01-01T09:00Z")
    assert _run(folder, publish_due=True, wait=0.3)[0] == 0
    _enqueue(folder, "more")
    refuse.append(SignInNeeded())
    assert _run(folder, publish_due=True, wait=90)[0] == 6


def test_another_process_that_sends_is_exit_5(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    line = _enqueue(folder, "words")
    monkeypatch.setattr(headless, "LOCK_PATIENCE", 0.1)
    with send_lock.hold(paths_under(folder).send_lock):
        code, lines = _run(folder, publish_due=True)
    assert code == 5
    assert [(one["id"], one["state"]) for one in lines] == [(line["id"], "queued")]


def test_the_inbox_is_read_oldest_first_and_never_twice(folder: Path) -> None:
    code, lines = _run(folder, check_inbox=True)
    assert code == 0
    assert lines
    assert all(set(line) == {"id", "author", "created_at", "text"} for line in lines)
    assert [line["created_at"] for line in lines] == sorted(line["created_at"] for line in lines)
    assert _run(folder, check_inbox=True) == (0, [])


def test_by_hand_the_inbox_is_not_signed_in(folder: Path) -> None:
    shop = open_shop(paths_under(folder), SystemClock())
    shop.accounts.start_own_shop(handle="leaf", zone="UTC")
    shop.close()
    assert _run(folder, check_inbox=True) == (6, [])


def test_offline_the_inbox_speaks_of_the_inbox(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def offline(*_args: object) -> None:
        raise Offline("no way")

    monkeypatch.setattr(Feeds, "check", offline)
    assert _run(folder, check_inbox=True) == (3, [])
    said = capsys.readouterr().err
    assert said == "Offline: X could not be reached; nothing new was read. (no way)\n"


@pytest.mark.parametrize(
    ("texts", "length"),
    [(("x" * 281,), 281), (("茶" * 141,), 282), (("fits", "🍵" * 141), 282)],
)
def test_a_text_too_long_for_x_is_exit_2_and_leaves_nothing(
    folder: Path, texts: tuple[str, ...], length: int, capsys: pytest.CaptureFixture[str]
) -> None:
    code, lines = _run(folder, enqueue=tuple(NewPart(text) for text in texts))
    assert (code, lines) == (2, [{"error": "too_long", "weighted_length": length, "limit": 280}])
    assert "longer than X takes" in capsys.readouterr().err
    assert _run(folder, list_queue=True) == (0, [])


def test_a_text_just_as_long_as_x_takes_is_queued(folder: Path) -> None:
    _enqueue(folder, "x" * 256 + " https://kiln.example/" + "y" * 300, "茶" * 140)


@pytest.mark.parametrize(
    ("at", "said"),
    [
        ("1969-12-31T23:59:59Z", "no time before 1970"),
        ("0001-01-01T00:00+14:00", "not an ISO 8601 time"),
        ("9999-12-31T23:59-14:00", "not an ISO 8601 time"),
        ("0000-00-00", "not an ISO 8601 time"),
    ],
)
def test_a_time_nobody_can_mean_is_exit_2(
    folder: Path, at: str, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert _run(folder, enqueue=(NewPart("x"),), at=at) == (2, [])
    assert capsys.readouterr().err == f"{said}: {at}\n"
    assert _run(folder, list_queue=True) == (0, [])


def test_a_folder_that_is_a_file_is_exit_7(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").write_text("x")
    code, lines = _run(tmp_path / "file", list_queue=True)
    assert (code, lines) == (7, [])
    assert capsys.readouterr().err.startswith("StorageTrouble: not_a_folder")


def test_runs_without_a_window_never_load_qt(folder: Path) -> None:
    """In a process where PySide6, ui and widgets cannot even be found."""
    picture = next((ROOT / "resources/practice").glob("*.jpg"))
    for flags, lines in (
        (["--enqueue", "شای 🍵 お茶", "--image", f"{picture}:A cup: blue", "--part", "second"], 1),
        (["--list-queue"], 1),
        (["--publish-due", "--wait", "5"], 1),
        (["--check-inbox"], None),
        (["--version"], None),
    ):
        done = subprocess.run(
            [sys.executable, "-c", NO_QT, "--data-dir", str(folder), *flags],
            cwd=ROOT,
            capture_output=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr.decode()
        if lines is not None:
            told = [json.loads(line) for line in done.stdout.decode("utf-8").splitlines()]
            assert len(told) == lines


def test_there_is_a_sentence_for_every_reason_a_post_may_have() -> None:
    def below(kind: type[AppError]) -> set[type[AppError]]:
        direct = {one for one in kind.__subclasses__() if one.__module__ == AppError.__module__}
        return direct.union(*map(below, direct))

    never_kept_with_a_post = {SpendingStopped, StorageTrouble, BadImport}
    errors = {kind.__name__ for kind in below(AppError) - never_kept_with_a_post}
    assert set(headless_words.POSTS) == errors | {late.LATE, posts.BY_HAND, doubt.UNCLEAR}
    assert set(headless_words.INBOX) == errors - {"BadImage"}
    assert not [said for said in headless_words.INBOX.values() if "post" in said]
