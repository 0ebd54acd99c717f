"""Posts from the command line to an X in another process: once each, whatever happens."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

import main
from services.x_api.practice import TOKEN
from tests.waiting import until
from tests.x_process import XInAnotherProcess

ROOT = Path(main.__file__).parent
PICTURE = ROOT / "resources/practice/moss-teapot.jpg"

pytestmark = pytest.mark.loopback


@dataclass
class Program:
    folder: Path
    x: XInAnotherProcess

    def start(self, *flags: str, crash_at: str = "", token: str = TOKEN) -> subprocess.Popen[str]:
        environment = {**os.environ, main.TOKEN_VARIABLE: token, "SHOPLARK_CRASH_AT": crash_at}
        return subprocess.Popen(
            [
                *(sys.executable, "main.py", "--data-dir", str(self.folder)),
                *("--x-url", self.x.url, "--settle", "1", *flags),
            ],
            cwd=ROOT,
            env=environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            encoding="utf-8",
        )

    def run(
        self, *flags: str, crash_at: str = "", token: str = TOKEN
    ) -> tuple[int, list[dict[str, Any]], str]:
        process = self.start(*flags, crash_at=crash_at, token=token)
        out, err = process.communicate(timeout=60)
        return process.returncode, [json.loads(line) for line in out.splitlines()], err


@pytest.fixture
def program(tmp_path: Path, x: XInAnotherProcess) -> Program:
    return Program(tmp_path / "data", x)


def test_a_post_with_its_picture_and_alt_text_reaches_x(
    program: Program, x: XInAnotherProcess
) -> None:
    text = "New in the shop: the Moss teapot & cups 🍵 إبريق 急須"
    code, (queued,), _ = program.run(
        "--enqueue", text, "--image", f"{PICTURE}:A moss green teapot: 0.6 l", "--part", "And on."
    )
    assert (code, queued["state"]) == (0, "queued")
    code, (sent,), err = program.run("--publish-due")
    assert (code, sent["id"], sent["state"], err) == (0, queued["id"], "sent", "")
    first, second = x.posts()
    assert [first["id"], second["id"]] == sent["x_ids"]
    assert first["text"] == text
    assert [media["alt_text"] for media in first["media"]] == ["A moss green teapot: 0.6 l"]
    assert first["media"][0]["mime"] == "image/jpeg"
    assert second["parent_id"] == first["id"]
    assert program.run("--publish-due")[:2] == (0, [])
    assert len(x.posts()) == 2


def test_without_x_it_waits_and_is_sent_once_later(program: Program, x: XInAnotherProcess) -> None:
    program.run("--enqueue", "Patience")
    x.stop()
    for _ in range(2):
        code, (line,), err = program.run("--publish-due")
        assert (code, line["state"], line["reason"]) == (3, "queued", "Offline")
        assert err.startswith("Offline: ")
    x.start()
    code, (line,), _ = program.run("--publish-due")
    assert (code, line["state"]) == (0, "sent")
    assert program.run("--publish-due")[:2] == (0, [])
    assert [post["text"] for post in x.posts()] == ["Patience"]


def test_a_wrong_token_is_exit_6_and_a_right_one_goes_on(
    program: Program, x: XInAnotherProcess
) -> None:
    program.run("--enqueue", "Who am I")
    code, (line,), err = program.run("--publish-due", token="wrong")
    assert (code, line["state"], line["reason"]) == (6, "queued", "SignInNeeded")
    assert "wrong" not in err
    code, (line,), _ = program.run("--publish-due")
    assert (code, line["state"]) == (0, "sent")


CREATE = {"method": "POST", "path": "/2/tweets"}


@pytest.mark.parametrize(
    "trouble",
    [
        {"sort": "drop", "accepted": True},
        {"sort": "drop", "accepted": False},
        {"sort": "half_json", "accepted": True},
        {"sort": "html", "accepted": True},
        {"sort": "html", "accepted": False, "status": 503},
        {"sort": "empty", "accepted": True},
    ],
    ids=lambda trouble: "-".join(str(value) for value in trouble.values()),
)
def test_an_answer_that_does_not_come_is_not_a_second_post(
    program: Program, x: XInAnotherProcess, trouble: dict[str, Any]
) -> None:
    x.script({**CREATE, **trouble}, {"sort": "lag", "path": "*/tweets", "seconds": 0.5, "times": 2})
    program.run(
        "--enqueue", "Tea & cups https://leafandkiln.example.com/moss", "--image", f"{PICTURE}:A"
    )
    code, (line,), _ = program.run("--publish-due", "--wait", "30")
    assert (code, line["state"]) == (0, "sent")
    posts = x.posts()
    assert [post["id"] for post in posts] == line["x_ids"]
    assert len(posts) == 1


def test_killed_from_outside_while_x_is_answering(program: Program, x: XInAnotherProcess) -> None:
    x.script({**CREATE, "sort": "late", "seconds": 20})
    program.run("--enqueue", "Only once")
    process = program.start("--publish-due")
    until(lambda: bool(x.posts()), "nothing arrives at X")
    process.kill()
    process.communicate()
    code, (line,), _ = program.run("--publish-due", "--wait", "30")
    assert (code, line["state"]) == (0, "sent")
    assert [post["text"] for post in x.posts()] == ["Only once"]


def test_two_senders_at_once_send_each_post_once(program: Program, x: XInAnotherProcess) -> None:
    from services.headless import run
    from services.headless_options import HeadlessOptions, NewPart
    from services.options import RunOptions

    options = RunOptions(data_dir=program.folder, x_url=x.url, token=TOKEN)
    texts = [f"Post {number}" for number in range(12)]
    for text in texts:
        with open(os.devnull, "w") as nowhere:
            run(HeadlessOptions(run=options, enqueue=(NewPart(text),)), out=nowhere)
    senders = [program.start("--publish-due") for _ in range(2)]
    for sender in senders:
        sender.communicate(timeout=60)
    assert [sender.returncode for sender in senders] == [0, 0]
    assert [post["text"] for post in x.posts()] == texts


def test_crash_points_and_tokens_are_nothing_off_loopback(program: Program) -> None:
    """Without `--x-url` a kill point is not honoured and a token is refused."""
    base = [sys.executable, "main.py", "--data-dir", str(program.folder)]
    environment = {**os.environ, "SHOPLARK_CRASH_AT": "before-claim"}
    for flags, code in ((["--enqueue", "words"], 0), (["--publish-due"], 0)):
        done = subprocess.run(
            [*base, *flags], cwd=ROOT, env=environment, check=False, capture_output=True
        )
        assert done.returncode == code, done.stderr
    environment = {**os.environ, main.TOKEN_VARIABLE: TOKEN}
    for flags in (["--list-queue"], ["--list-queue", "--x-url", "https://api.x.com"]):
        done = subprocess.run(
            [*base, *flags], cwd=ROOT, env=environment, check=False, capture_output=True
        )
        assert done.returncode == 2


def test_the_inbox_is_read_once_over_http(program: Program, x: XInAnotherProcess) -> None:
    written = [
        x._ask("/_practice/mention", {"handle": handle, "text": text})["id"]
        for handle, text in (("maya_brews", "@tea is it in?"), ("layla_shay", "@tea متى تفتحون؟"))
    ]
    code, lines, _ = program.run("--check-inbox")
    assert code == 0
    assert [line["id"] for line in lines] == written
    assert lines[1]["author"] == "layla_shay"
    assert program.run("--check-inbox")[:2] == (0, [])
