"""--enqueue: what it prints, and what it refuses without leaving a trace."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

import main
from services.clock import SystemClock, from_wall
from services.headless_options import NewPart
from services.paths import paths_under
from services.shop import open_shop
from tests.services.headless_runs import enqueue, run

ROOT = Path(main.__file__).parent


def test_a_post_is_queued_now(folder: Path) -> None:
    before = SystemClock().now()
    line = enqueue(folder, "سلام 🍵", "二")
    assert set(line) == {"id", "state", "due_at"}
    assert line["state"] == "queued"
    assert before <= line["due_at"] <= SystemClock().now()


def test_a_time_without_an_offset_is_in_the_shops_zone(folder: Path) -> None:
    shop = open_shop(paths_under(folder), SystemClock())
    shop.accounts.set_zone(shop.accounts.active().id, "Asia/Tokyo")
    shop.close()
    line = enqueue(folder, "one", at="2099-03-01T09:00")
    assert line["due_at"] == from_wall("2099-03-01T09:00", "Asia/Tokyo")
    line = enqueue(folder, "two", at="2099-03-01T09:00+01:00")
    assert line["due_at"] == from_wall("2099-03-01T17:00", "Asia/Tokyo")


@pytest.mark.parametrize(
    ("at", "said"),
    [
        (None, False),
        ("2099-03-01T09:00", True),
        ("2099-03-01", True),
        ("2099-03-01T09:00Z", False),
        ("2099-03-01T09:00+09:00", False),
    ],
)
def test_the_zone_of_a_time_without_an_offset_is_said(
    folder: Path, at: str | None, said: bool, capsys: pytest.CaptureFixture[str]
) -> None:
    """The shop's zone may be another than the terminal's, and nobody sees it there."""
    shop = open_shop(paths_under(folder), SystemClock())
    shop.accounts.set_zone(shop.accounts.active().id, "Asia/Tokyo")
    shop.close()
    enqueue(folder, "時間 🍵", at=at)
    line = "--at has no offset and was read in Asia/Tokyo, the zone of the shop\n"
    assert capsys.readouterr().err == (line if said else "")


def test_an_exact_duplicate_is_exit_2_and_leaves_nothing(folder: Path) -> None:
    first = enqueue(folder, "same")
    code, (line,) = run(folder, enqueue=(NewPart("same"),))
    assert (code, line) == (2, {"error": "duplicate", "of": first["id"]})
    assert len(run(folder, list_queue=True)[1]) == 1


@pytest.mark.parametrize(
    "asked",
    [
        {"enqueue": (NewPart(""),)},
        {"enqueue": (NewPart("x"), NewPart(" \x00 "))},
        {"enqueue": (NewPart("\u200b\u3164"),)},
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
    code, lines = run(folder, **asked)
    assert (code, lines) == (2, [])
    assert capsys.readouterr().err
    assert run(folder, list_queue=True) == (0, [])


def test_too_many_pictures_and_too_long_alt_texts_are_refused(folder: Path) -> None:
    picture = next((ROOT / "resources/practice").glob("*.jpg"))
    five = tuple((picture, "") for _ in range(5))
    assert run(folder, enqueue=(NewPart("x", five),))[0] == 2
    long = ((picture, "x" * 1_001),)
    assert run(folder, enqueue=(NewPart("x", long),))[0] == 2


@pytest.mark.parametrize(
    ("texts", "length"),
    [(("x" * 281,), 281), (("茶" * 141,), 282), (("fits", "🍵" * 141), 282)],
)
def test_a_text_too_long_for_x_is_exit_2_and_leaves_nothing(
    folder: Path, texts: tuple[str, ...], length: int, capsys: pytest.CaptureFixture[str]
) -> None:
    code, lines = run(folder, enqueue=tuple(NewPart(text) for text in texts))
    assert (code, lines) == (2, [{"error": "too_long", "weighted_length": length, "limit": 280}])
    assert "longer than X takes" in capsys.readouterr().err
    assert run(folder, list_queue=True) == (0, [])


def test_with_premium_a_long_post_is_queued_and_goes_out(folder: Path) -> None:
    shop = open_shop(paths_under(folder), SystemClock())
    shop.accounts.set_long_posts(shop.accounts.active().id, True)
    shop.close()

    code, lines = run(folder, enqueue=(NewPart("茶" * 12_500),))
    assert (code, lines[0]["state"]) == (0, "queued")
    code, lines = run(folder, publish_due=True)
    assert (code, lines[0]["state"]) == (0, "sent")
    code, lines = run(folder, enqueue=(NewPart("茶" * 12_501),))
    assert (code, lines[0]["limit"]) == (2, 25_000)


def test_a_text_just_as_long_as_x_takes_is_queued(folder: Path) -> None:
    line = enqueue(folder, "x" * 256 + " https://kiln.example.com/" + "y" * 300, "茶" * 140)
    _, (waiting,) = run(folder, list_queue=True)
    assert (waiting["id"], waiting["state"]) == (line["id"], "queued")


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
    assert run(folder, enqueue=(NewPart("x"),), at=at) == (2, [])
    assert capsys.readouterr().err == f"{said}: {at}\n"
    assert run(folder, list_queue=True) == (0, [])


POT = ROOT / "tests" / "data" / "pot.mp4"


def test_a_video_is_queued_without_its_description(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, (line,) = run(folder, enqueue=(NewPart("動く急須", ((POT, "a pot"),)),))

    assert code == 0
    assert "X takes no description of a video" in capsys.readouterr().err
    shop = open_shop(paths_under(folder), SystemClock())
    (one,) = shop.outbox.get(line["id"]).parts[0].attachments
    assert (one.is_video, one.alt_text) == (True, "")
    shop.close()


def test_a_video_goes_alone(folder: Path) -> None:
    code, lines = run(folder, enqueue=(NewPart("two", ((POT, ""), (POT, ""))),))

    assert (code, lines) == (2, [])


def test_a_video_x_would_refuse_is_exit_2(folder: Path, tmp_path: Path) -> None:
    cut = tmp_path / "cut.mp4"
    cut.write_bytes(POT.read_bytes()[:4_000])

    code, lines = run(folder, enqueue=(NewPart("cut", ((cut, ""),)),))

    assert (code, lines) == (2, [])
