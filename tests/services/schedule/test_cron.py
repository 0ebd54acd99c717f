from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.schedule.cron import Cron, line_of, merged
from services.schedule.job import Done, Job, ScheduleTrouble
from tests.services.schedule.scheduling import HARD, HARD_JOB, JOB, MOVED_JOB, FakeRun

OTHERS = "# my jobs\n0 3 * * * backup --all  # nightly\n\nMAILTO=me\n"
LIST = ("crontab", "-l")


def _command(line: str) -> str:
    """What cron hands to /bin/sh: the sixth field, with `\\%` as `%` (crontab(5))."""
    return line.split(" ", 5)[5].replace("\\%", "%")


def test_other_lines_stay_as_they_are() -> None:
    with_ours = merged(OTHERS, JOB, line_of(JOB))
    assert with_ours.startswith(OTHERS)
    assert with_ours.removeprefix(OTHERS) == line_of(JOB) + "\n"
    assert merged(with_ours, JOB, line_of(JOB)) == with_ours
    assert merged(with_ours, JOB, None) == OTHERS
    other = Job("shoplark-send-2", JOB.command)
    assert merged(with_ours, other, None) == with_ours


_LINES = st.lists(st.text(st.characters(exclude_characters="\n"), max_size=20))


@given(lines=_LINES)
def test_any_crontab_comes_back(lines: list[str]) -> None:
    crontab = "".join(f"{line}\n" for line in lines)
    assert merged(merged(crontab, JOB, line_of(JOB)), JOB, None) == crontab


def test_installing_and_removing() -> None:
    run = FakeRun({LIST: Done(0, OTHERS)})
    cron = Cron(JOB, run)
    assert not cron.is_installed()
    cron.install()
    assert run.asked[-1] == ("crontab", "-")
    assert run.stdin[-1] == merged(OTHERS, JOB, line_of(JOB))
    assert line_of(JOB) in cron.details()
    run.answers[LIST] = Done(0, run.stdin[-1])
    assert cron.is_installed()
    cron.remove()
    assert run.stdin[-1] == OTHERS


def test_an_owner_without_a_crontab() -> None:
    run = FakeRun({LIST: Done(1, "", "no crontab for mia")})
    cron = Cron(JOB, run)
    assert not cron.is_installed()
    cron.install()
    assert run.stdin[-1] == line_of(JOB) + "\n"
    run.answers[LIST] = Done(0, line_of(JOB) + "\n")
    cron.remove()
    assert run.asked[-1] == ("crontab", "-r")


def test_a_crontab_that_cannot_be_read_is_not_written_over() -> None:
    run = FakeRun({LIST: Done(1, "", "you are not allowed to use this program")})
    with pytest.raises(ScheduleTrouble, match="not allowed"):
        Cron(JOB, run).install()
    assert run.asked == [LIST]


def test_the_shell_sees_every_word_as_it_is() -> None:
    """Run by /bin/sh as cron would, with a program that tells its words."""
    tells = "import sys; print(ascii(sys.argv[1:]), file=sys.stderr)"
    told = Job("shoplark-send", (sys.executable, "-c", tells, *HARD))
    command = _command(line_of(told)).replace(">/dev/null 2>&1", "")
    ran = subprocess.run(["/bin/sh", "-c", command], capture_output=True, text=True, check=True)
    assert ran.stderr.strip() == ascii(list(HARD))


def test_every_percent_sign_is_escaped() -> None:
    line = line_of(HARD_JOB)
    assert line.startswith("*/5 * * * * ")
    assert "%" not in line.replace("\\%", "")


def test_a_path_with_a_line_break_is_refused() -> None:
    with pytest.raises(ScheduleTrouble, match="line break"):
        line_of(Job("shoplark-send", ("/a\nb",)))


def test_a_line_that_starts_a_shoplark_of_before_is_replaced() -> None:
    run = FakeRun({LIST: Done(0, merged(OTHERS, JOB, line_of(JOB)))})
    moved = Cron(MOVED_JOB, run)
    assert not moved.is_installed()
    moved.install()
    assert run.stdin[-1] == merged(OTHERS, MOVED_JOB, line_of(MOVED_JOB))
    assert line_of(JOB) not in run.stdin[-1]
