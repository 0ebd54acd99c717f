from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from xml.etree import ElementTree

import pytest

from services.schedule.job import Done, Job, ScheduleTrouble
from services.schedule.task_scheduler import NAMESPACE, TaskScheduler, xml_of
from tests.services.schedule.scheduling import HARD, HARD_JOB, JOB, FakeRun

SPACE = {"t": NAMESPACE}
QUERY = ("schtasks", "/Query")


def _text(root: ElementTree.Element, path: str) -> str:
    found = root.find("/".join(f"t:{name}" for name in path.split("/")), SPACE)
    assert found is not None, path
    return found.text or ""


def _windows_words(line: str) -> list[str]:
    """As CommandLineToArgvW reads it, so far as our own words go: quotes and backslashes."""
    words, word, quoted, slashes, begun = [], "", False, 0, False
    for sign in line + " ":
        if sign == "\\":
            slashes += 1
            continue
        if sign == '"':
            word += "\\" * (slashes // 2)
            if slashes % 2:
                word += '"'
            else:
                quoted, begun = not quoted, True
        else:
            word += "\\" * slashes
            if sign in " \t" and not quoted:
                if word or begun:
                    words.append(word)
                word, begun = "", False
            else:
                word += sign
        slashes = 0
    return words


def test_the_task_has_the_schemas_shape() -> None:
    root = ElementTree.fromstring(xml_of(JOB).replace(' encoding="UTF-16"', ""))  # noqa: S314
    assert root.tag == f"{{{NAMESPACE}}}Task"
    assert root.get("version") == "1.2"
    parts = [child.tag.partition("}")[2] for child in root]
    assert parts == ["RegistrationInfo", "Triggers", "Principals", "Settings", "Actions"]
    assert _text(root, "Triggers/TimeTrigger/Repetition/Interval") == "PT5M"
    assert _text(root, "Principals/Principal/LogonType") == "InteractiveToken"
    assert _text(root, "Principals/Principal/RunLevel") == "LeastPrivilege"
    assert _text(root, "Settings/WakeToRun") == "false"
    assert _text(root, "Settings/Hidden") == "true"
    assert _text(root, "Settings/MultipleInstancesPolicy") == "IgnoreNew"
    assert _text(root, "Settings/StartWhenAvailable") == "true"
    assert _text(root, "Actions/Exec/Command") == "/usr/bin/shoplark"
    assert _text(root, "Actions/Exec/Arguments") == "--publish-due --scheduled"


def test_every_word_stays_as_it_is() -> None:
    root = ElementTree.fromstring(xml_of(HARD_JOB).replace(' encoding="UTF-16"', ""))  # noqa: S314
    assert _text(root, "Actions/Exec/Command") == HARD[0]
    assert _windows_words(_text(root, "Actions/Exec/Arguments")) == list(HARD[1:])


def test_installing_hands_over_a_file_and_leaves_none(tmp_path: Path) -> None:
    handed: list[str] = []

    class Reading(FakeRun):
        def __call__(self, command: Sequence[str], stdin: str) -> Done:
            if "/Create" in command:
                data = (tmp_path / "shoplark-send.xml").read_bytes()
                assert data[:2] in (b"\xff\xfe", b"\xfe\xff")
                handed.append(data.decode("utf-16"))
            return super().__call__(command, stdin)

    run = Reading()
    made = TaskScheduler(JOB, run, scratch=tmp_path)
    made.install()
    assert handed == [xml_of(JOB)]
    assert list(tmp_path.iterdir()) == []
    assert "/Create /TN shoplark-send /XML" in made.details()
    run.answers[QUERY] = Done(0, xml_of(JOB))
    assert made.is_installed()
    made.remove()
    assert run.asked[-1] == ("schtasks", "/Delete", "/TN", "shoplark-send", "/F")
    run.answers[QUERY] = Done(1, "", "ERROR: The system cannot find the file specified.")
    assert not made.is_installed()
    run.asked.clear()
    made.remove()
    assert run.asked == [("schtasks", "/Query", "/TN", "shoplark-send")]


def test_a_refusal_is_told_and_leaves_no_file(tmp_path: Path) -> None:
    run = FakeRun({("schtasks", "/Create"): Done(1, "", "ERROR: Access is denied.")})
    with pytest.raises(ScheduleTrouble, match="Access is denied"):
        TaskScheduler(JOB, run, scratch=tmp_path).install()
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("encoding", ["utf-8", "ascii", "cp437", "cp932"])
def test_a_task_that_starts_another_shoplark_is_none_of_this_one(encoding: str) -> None:
    """schtasks speaks the console's code page; signs that it has not come as `?`."""
    said = xml_of(HARD_JOB).encode(encoding, "replace").decode("utf-8", "replace")
    run = FakeRun({QUERY: Done(0, said)})
    assert TaskScheduler(HARD_JOB, run).is_installed()
    moved = Job(HARD_JOB.name, ("/opt/coffee/shoplark", *HARD[1:]))
    assert not TaskScheduler(moved, run).is_installed()
    assert not TaskScheduler(JOB, run).is_installed()
