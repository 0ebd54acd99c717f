"""What is installed is what pyproject.toml asks for: names, ranges, and nothing beyond them."""

from __future__ import annotations

import re
import tomllib
from importlib.metadata import requires
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[1]
EXTRA = {"extra": ""}


def asked() -> list[Requirement]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    extras = project["optional-dependencies"].values()
    lines = [*project["dependencies"], *(line for extra in extras for line in extra)]
    return [Requirement(line) for line in lines]


def locked() -> dict[str, list[Requirement]]:
    """By name: one package may be pinned once a platform or once a Python."""
    found: dict[str, list[Requirement]] = {}
    for line in (ROOT / "requirements.lock").read_text("utf-8").splitlines():
        if line and not line.startswith((" ", "#")):
            pin = Requirement(line.rstrip("\\ "))
            found.setdefault(canonicalize_name(pin.name), []).append(pin)
    return found


def version_of(pin: Requirement) -> str:
    (only,) = pin.specifier
    assert only.operator == "=="
    return only.version


def test_each_dependency_is_locked_within_its_range() -> None:
    pins = locked()
    for wanted in asked():
        for pin in pins.get(canonicalize_name(wanted.name), []):
            assert version_of(pin) in wanted.specifier, f"{wanted} is not {pin}: make lock"
    assert {canonicalize_name(wanted.name) for wanted in asked()} <= set(pins)


def test_nothing_is_locked_that_nobody_asks_for() -> None:
    here = {
        name
        for name, pins in locked().items()
        if any(pin.marker is None or pin.marker.evaluate(EXTRA) for pin in pins)
    }
    reached: set[str] = set()
    waiting = [one for one in asked() if one.marker is None or one.marker.evaluate(EXTRA)]
    while waiting:
        name = canonicalize_name(waiting.pop().name)
        if name in reached:
            continue
        reached.add(name)
        needs = [Requirement(line) for line in requires(name) or ()]
        waiting += [one for one in needs if one.marker is None or one.marker.evaluate(EXTRA)]
    assert reached == here


def test_every_pin_has_its_hash_and_no_address() -> None:
    text = (ROOT / "requirements.lock").read_text("utf-8")
    pins = sum(len(pins) for pins in locked().values())
    assert len(re.findall(r"^\S.*\\\n    --hash=sha256:[0-9a-f]{64}", text, re.MULTILINE)) == pins
    assert "://" not in text
    assert "--index" not in text
