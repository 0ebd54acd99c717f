"""Half characters, NUL, and 100,000 characters at once: in a post, an answer, an argument."""

from __future__ import annotations

import io
import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

import main
from services import headless
from services.clock import SteppedClock
from services.headless_options import HeadlessOptions, NewPart
from services.inbox.values import Lane
from services.options import RunOptions
from services.paths import Paths
from services.publishing.states import State
from services.shop import open_shop
from services.x_api.practice import inspection
from tests.stories.bad_input.conftest import Owner
from ui.compose.advice import Act
from ui.inbox.inbox_page import InboxPage
from ui.tour.hand import type_into

ROOT = Path(main.__file__).parent
BROKEN = "Tea\x00 for\ud83c two \udcff🍵\ufeff شاي"
WHOLE = "Tea for two 🍵 شاي"
MUCH = "The teapot is back in the shop. الإبريق عاد 急須 🍵\n" * 2_000
"""100,000 characters."""


def test_half_characters_and_nul_in_a_post(owner: Callable[[], Owner], clock: SteppedClock) -> None:
    him = owner()
    compose = him.program.rooms.compose
    compose.composer.sheet.edit.insert(BROKEN)
    assert compose.composer.content.text == WHOLE
    assert him.sees("4 signs that X cannot show were left out.")
    compose.save_now()
    assert him.program.shop.drafts.get(compose.keeper.post_id).text == WHOLE
    him.post("!", clock)
    x = him.program.shop.clients.practice_x()
    assert inspection.own_posts(x.state)[0].text == f"{WHOLE}!"


def paste(field: QWidget, text: str) -> None:
    QApplication.clipboard().setText(text)
    field.paste()  # type: ignore[attr-defined]  # both kinds of field have it


def test_a_hundred_thousand_characters_pasted_into_a_post(
    owner: Callable[[], Owner], qtbot: QtBot
) -> None:
    him = owner()
    compose = him.program.rooms.compose
    field = compose.composer.sheet.edit
    paste(field, MUCH)
    assert compose.composer.content.text == MUCH
    assert not compose.bar.post_button.isEnabled()
    assert "characters too many for one post." in compose.composer.advice.advice.sentence
    type_into(field, "yy")
    assert compose.composer.content.text == f"{MUCH}yy"
    qtbot.waitUntil(compose.is_saved, timeout=5_000)
    assert him.program.shop.drafts.get(compose.keeper.post_id).text.startswith(MUCH)
    trim = compose.composer.advice.button_for(Act.TRIM)
    assert trim is not None
    trim.click()
    assert compose.bar.post_button.isEnabled()
    field.undo()
    assert compose.composer.content.text.startswith(MUCH)


@pytest.fixture
def answering(owner: Callable[[], Owner]) -> tuple[Owner, InboxPage]:
    him = owner()
    account = him.program.shop.accounts.active()
    him.program.show_word(him.program.shop.inbox.lane(account.id, Lane.TO_ANSWER)[0].id)
    page = him.program.rooms.get("inbox")
    assert isinstance(page, InboxPage)
    return him, page


def test_half_characters_and_nul_in_an_answer(
    answering: tuple[Owner, InboxPage], clock: SteppedClock
) -> None:
    him, page = answering
    page.pane.box.edit.insertPlainText(BROKEN)
    page.save_now()
    page.pane.box.button.click()
    him.settle()
    (post,) = him.program.shop.outbox.list(him.program.shop.accounts.active().id)
    assert post.text == WHOLE
    clock.advance(11)
    him.program.background.beat()
    him.settle()
    assert him.program.shop.outbox.get(post.id).state is State.SENT
    x = him.program.shop.clients.practice_x()
    assert inspection.own_posts(x.state)[0].text.endswith(WHOLE)


def test_a_hundred_thousand_characters_pasted_into_an_answer(
    answering: tuple[Owner, InboxPage],
) -> None:
    him, page = answering
    field = page.pane.box.edit
    paste(field, MUCH)
    assert not page.pane.box.button.isEnabled()
    type_into(field, "yy")
    page.save_now()
    him.settle()
    assert him.told == ""
    assert field.toPlainText() == f"{MUCH}yy"


def _run(folder: Paths, *texts: str, **asked: object) -> tuple[int, list[dict[str, object]]]:
    out = io.StringIO()
    options = HeadlessOptions(
        run=RunOptions(data_dir=folder.data),
        enqueue=tuple(NewPart(text) for text in texts),
        **asked,  # type: ignore[arg-type]  # fields of the options
    )
    code = headless.run(options, out=out)
    return code, [json.loads(line) for line in out.getvalue().splitlines()]


def test_as_an_argument_of_a_run_without_a_window(folder: Paths, clock: SteppedClock) -> None:
    code, (line,) = _run(folder, BROKEN)
    assert (code, line["state"]) == (0, "queued")
    shop = open_shop(folder, clock)
    assert shop.outbox.get(str(line["id"])).text == WHOLE
    shop.close()
    assert _run(folder, "\udcff\x00")[0] == 2
    assert _run(folder, "x", account="\udcff")[0] == 2
    assert _run(folder, "x", at="\udcff")[0] == 2


def test_a_hundred_thousand_characters_as_an_argument(
    folder: Paths, capsys: pytest.CaptureFixture[str]
) -> None:
    assert _run(folder, MUCH)[0] == 2
    assert capsys.readouterr().err == "a text is longer than X takes in one post\n"
    assert _run(folder, list_queue=True) == (0, [])


@pytest.mark.skipif(sys.platform == "win32", reason="arguments are UTF-16 there")
def test_bytes_that_are_no_characters_on_a_real_command_line(folder: Paths) -> None:
    done = subprocess.run(
        [
            sys.executable,
            "main.py",
            "--data-dir",
            folder.data,
            "--enqueue",
            b"caf\xe9 \xf0\x9f\x8d",
        ],
        cwd=ROOT,
        capture_output=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, b"")
    (line,) = done.stdout.decode("utf-8").splitlines()
    assert json.loads(line)["state"] == "queued"
    done = subprocess.run(
        [
            sys.executable,
            "main.py",
            "--data-dir",
            folder.data,
            "--account",
            b"\xe9",
            "--list-queue",
        ],
        cwd=ROOT,
        capture_output=True,
        check=False,
    )
    assert done.returncode == 2
    assert done.stderr.count(b"\n") == 1
