"""What the program brings along is found, and what is missing is named."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import pytest

from ui import brought_along
from ui.brought_along import Missing


@pytest.mark.parametrize(
    "check",
    [
        brought_along.icons,
        brought_along.boards,
        brought_along.certificates,
        brought_along.likeness,
        brought_along.zones,
        brought_along.holidays,
        brought_along.languages,
        brought_along.other_programs,
    ],
)
def test_all_is_there(qapp: Any, check: Any) -> None:
    assert check()


def test_icons_that_are_not_there_are_missed(
    qapp: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(brought_along, "ICONS", tmp_path)
    with pytest.raises(Missing, match="none there"):
        brought_along.icons()


def test_a_broken_language_is_named(
    qapp: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "shoplark_fa.qm").write_bytes(b"nothing of Qt's")
    monkeypatch.setattr(brought_along, "OURS", tmp_path)
    with pytest.raises(Missing, match=r"shoplark_fa\.qm"):
        brought_along.languages()


def test_a_frozen_build_points_no_other_program_into_itself(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(sys, "_MEIPASS", "/opt/shoplark", raising=False)
    monkeypatch.setenv("LD_LIBRARY_PATH", "/opt/shoplark/lib")
    with pytest.raises(Missing, match="LD_LIBRARY_PATH"):
        brought_along.other_programs()


def test_a_list_of_certificates_of_our_own_is_no_store(monkeypatch: pytest.MonkeyPatch) -> None:
    import requests

    from services.x_api import tls

    monkeypatch.setattr(tls, "open_session", lambda _host: requests.Session())
    with pytest.raises(Missing, match="a store of our own"):
        brought_along.certificates()
