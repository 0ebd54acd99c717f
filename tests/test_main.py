"""The command line: each flag, what goes with what, and what a run loads."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest

import main
from services.headless_exit import Exit
from services.headless_options import HeadlessOptions, NewPart
from services.options import RunOptions
from services.version import VERSION

ROOT = Path(main.__file__).parent
LOCAL = "http://127.0.0.1:8080"
FLAGS = """
--data-dir --practice --hidden --tour --lang --theme --scale --enqueue --image --part --at --account
--publish-due --wait --check-inbox --list-queue --x-url --settle --self-test --version
"""


@pytest.fixture
def ran(monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    """What the window or the run without one was started with."""
    import types

    from services import headless

    seen: list[Any] = []

    def note(options: Any) -> int:
        seen.append(options)
        return 0

    monkeypatch.setattr(headless, "run", note)
    fake = types.ModuleType("ui.app")
    fake.run = note  # type: ignore[attr-defined]  # a module made here
    monkeypatch.setitem(sys.modules, "ui.app", fake)
    monkeypatch.delenv(main.TOKEN_VARIABLE, raising=False)
    return seen


def _window(ran: list[Any], *flags: str) -> RunOptions:
    assert main.main(flags) == 0
    (options,) = ran
    assert isinstance(options, RunOptions)
    return options


def _headless(ran: list[Any], *flags: str) -> HeadlessOptions:
    assert main.main(flags) == 0
    (options,) = ran
    assert isinstance(options, HeadlessOptions)
    return options


def test_no_flags_ask_for_the_window(ran: list[Any]) -> None:
    assert _window(ran) == RunOptions()


def test_the_windows_flags(ran: list[Any]) -> None:
    flags = "--data-dir D --practice --hidden --tour OUT --lang ar --theme dark --scale 2"
    assert _window(ran, *flags.split()) == RunOptions(
        data_dir=Path("D"),
        practice=True,
        hidden=True,
        tour=Path("OUT"),
        language="ar",
        theme="dark",
        scale=2.0,
    )


@pytest.mark.parametrize(
    ("flag", "file"), [("--self-test", None), ("--self-test=report.txt", Path("report.txt"))]
)
def test_the_self_test(ran: list[Any], flag: str, file: Path | None) -> None:
    options = _window(ran, flag)
    assert options.self_test
    assert options.self_test_file == file


def test_images_belong_to_the_text_before_them(ran: list[Any]) -> None:
    options = _headless(
        ran,
        *("--enqueue", "One"),
        *("--image", "a.png:A cup: blue", "--image", "b.png"),
        *("--part", "Two"),
        *("--part", "Three", "--image", "c.jpg:茶碗"),
        *("--at", "2026-12-01T09:00", "--account", "@tea"),
    )
    assert options.enqueue == (
        NewPart("One", ((Path("a.png"), "A cup: blue"), (Path("b.png"), ""))),
        NewPart("Two"),
        NewPart("Three", ((Path("c.jpg"), "茶碗"),)),
    )
    assert (options.at, options.account) == ("2026-12-01T09:00", "@tea")


@pytest.mark.parametrize(
    ("value", "file", "alt_text"),
    [
        ("cup.png:A cup", "cup.png", "A cup"),
        ("cup.png", "cup.png", ""),
        ("cup.png:", "cup.png", ""),
        (r"C:\shop\cup.png:A: cup", r"C:\shop\cup.png", "A: cup"),
        ("C:/shop/cup.png", "C:/shop/cup.png", ""),
        ("c:alt", "c", "alt"),
        ("/shop/فنجان.png:فنجان", "/shop/فنجان.png", "فنجان"),
    ],
)
def test_file_and_alt_text_part_at_the_first_colon(value: str, file: str, alt_text: str) -> None:
    assert main.split_image(value) == (Path(file), alt_text)


def test_flags_without_a_window_go_together(ran: list[Any]) -> None:
    options = _headless(
        ran, "--publish-due", "--wait", "2.5", "--check-inbox", "--list-queue", "--practice"
    )
    assert options.publish_due
    assert options.check_inbox
    assert options.list_queue
    assert options.wait == 2.5
    assert options.run.practice


@pytest.mark.parametrize(
    "flags",
    [
        "--part x",
        "--image a.png:b",
        "--enqueue x --enqueue y",
        "--at 2026-12-01 --publish-due",
        "--wait 5",
        "--wait -1 --publish-due",
        "--wait inf --publish-due",
        "--settle 1",
        "--settle nan --x-url http://127.0.0.1:1",
        "--account tea",
        "--publish-due --tour X",
        "--list-queue --hidden",
        "--lang xx",
        "--theme pink",
        "--scale 9",
        "--nonsense",
        "--publish",
    ],
)
def test_bad_arguments_are_exit_2(
    ran: list[Any], flags: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as caught:
        main.main(flags.split())
    assert caught.value.code == 2
    assert capsys.readouterr().err
    assert ran == []


@pytest.mark.parametrize(
    "flags",
    [["--data-dir", ""], ["--data-dir="], ["--data-dir", "", "--list-queue"], ["--tour", ""]],
)
def test_no_folder_is_not_this_folder(
    ran: list[Any], flags: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as caught:
        main.main(flags)
    assert caught.value.code == 2
    name = flags[0].rstrip("=")
    assert f"argument {name}: no folder is named\n" in capsys.readouterr().err
    assert ran == []


@pytest.mark.parametrize("value", ["nan", "inf", "-1", "soon", ""])
def test_what_is_no_number_is_told_in_words(
    ran: list[Any], value: str, capsys: pytest.CaptureFixture[str]
) -> None:
    for flags, said in (
        (["--publish-due", f"--wait={value}"], "not a number of seconds"),
        (["--x-url", LOCAL, f"--settle={value}"], "not a number of seconds"),
        ([f"--scale={value}"], "not a number from 0.5 to 4"),
    ):
        with pytest.raises(SystemExit) as caught:
            main.main(flags)
        assert caught.value.code == 2
        assert f"{said}: {value}" in capsys.readouterr().err


@pytest.mark.parametrize(
    "url",
    ["https://api.x.com", "http://127.0.0.1.evil.example", "http://10.0.0.1", "nonsense", ""],
)
def test_another_x_is_on_this_computer_or_refused(
    ran: list[Any], url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(main.TOKEN_VARIABLE, "secret")
    with pytest.raises(SystemExit) as caught:
        main.main(["--publish-due", "--x-url", url])
    assert caught.value.code == 2
    assert main.TOKEN_VARIABLE not in os.environ


@pytest.mark.parametrize(
    "url", [LOCAL, "http://127.9.9.9:1/", "http://[::1]:5", "http://localhost"]
)
def test_a_loopback_x_gets_the_token_of_the_environment(
    ran: list[Any], url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(main.TOKEN_VARIABLE, "secret")
    options = _headless(ran, "--publish-due", "--x-url", url, "--settle", "0.5")
    assert (options.run.x_url, options.run.token, options.run.settle) == (
        url.rstrip("/"),
        "secret",
        1,
    )
    assert main.TOKEN_VARIABLE not in os.environ
    assert "secret" not in repr(options)


def test_a_token_without_another_x_is_refused(
    ran: list[Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(main.TOKEN_VARIABLE, "secret")
    with pytest.raises(SystemExit):
        main.main([])
    assert main.TOKEN_VARIABLE not in os.environ


def test_the_version_is_pyprojects(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    assert project["project"]["version"] == VERSION
    assert main.main(["--version"]) == 0
    assert capsys.readouterr().out == f"Shoplark {VERSION}\n"
    assert main.main([f"--version={tmp_path / 'version'}"]) == 0
    assert main.main([f"--version={tmp_path / 'nowhere' / 'version'}"]) == Exit.STORAGE
    assert capsys.readouterr().err.count("\n") == 1
    assert (tmp_path / "version").read_text(encoding="utf-8") == f"Shoplark {VERSION}\n"


def test_help_names_every_flag() -> None:
    done = subprocess.run(
        [sys.executable, "main.py", "--help"], cwd=ROOT, capture_output=True, text=True, check=True
    )
    for flag in FLAGS.split():
        assert flag in done.stdout


def test_the_window_is_loaded_only_when_it_is_asked_for() -> None:
    code = (
        "import sys, main\n"
        "roots = {name.partition('.')[0] for name in sys.modules}\n"
        "sys.exit(' '.join(roots & {'PySide6', 'ui', 'widgets'}) or 0)"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=False)
    assert done.returncode == 0


def test_make_help_lists_every_target() -> None:
    lines = (ROOT / "Makefile").read_text(encoding="utf-8").splitlines()
    rules = {line.partition(":")[0]: line for line in lines if re.match(r"[a-z-]+:", line)}
    (phony,) = (line for line in lines if line.startswith(".PHONY:"))
    assert set(rules) == set(phony.split()[1:])
    assert {name for name, rule in rules.items() if " ## " not in rule} == {
        "prepare",
        "prepare-peers",
        "prepare-test",
    }
