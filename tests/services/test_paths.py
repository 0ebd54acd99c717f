"""A folder is one place, whatever it is called by: what the keyring keeps for it is found again."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from services import paths as paths_module
from services.paths import APP, Paths, paths_under, system_paths
from services.schedule.job import job_of


@pytest.fixture
def shop(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """`tea 茶 شاي` in a folder of its own, which is the working folder."""
    folder = tmp_path.resolve() / "tea 茶 شاي"
    folder.mkdir()
    (tmp_path / "other").mkdir()
    monkeypatch.chdir(tmp_path)
    return folder


def test_one_folder_has_one_name_in_the_keyring(shop: Path, tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(shop)
    (tmp_path / "other" / "link").symlink_to("../link")
    (tmp_path / "above").symlink_to(tmp_path)
    names = {
        paths_under(Path(called))
        for called in (
            shop,
            shop.name,
            f"./{shop.name}/",
            tmp_path / "other" / ".." / shop.name,
            "link",
            tmp_path / "link",
            tmp_path / "other" / "link",
            tmp_path / "above" / "link",
            f"{tmp_path}//{shop.name}/.",
        )
    }
    assert names == {paths_under(shop)}
    (paths,) = names
    assert paths.data == shop
    assert paths.keyring_service.startswith(f"{APP} (")
    assert job_of(paths).command[-3] == str(shop)


def test_a_way_up_goes_up_from_where_the_link_leads(shop: Path, tmp_path: Path) -> None:
    """As the system itself reads it: not back to the folder in which the link lies."""
    (shop / "inner").mkdir()
    (tmp_path / "other" / "in").symlink_to(shop / "inner")
    assert paths_under(tmp_path / "other" / "in" / "..").data == shop


def test_two_folders_have_two_names(shop: Path, tmp_path: Path) -> None:
    assert (
        paths_under(shop).keyring_service != paths_under(tmp_path / "other").keyring_service != APP
    )


def test_it_is_the_same_before_the_folder_is_there_and_after(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(tmp_path / "new")
    before = paths_under(tmp_path / "link")
    before.data.mkdir()
    assert paths_under(tmp_path / "link") == before == paths_under(tmp_path / "new")


def test_at_home(shop: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(shop.parent))
    assert paths_under(Path("~") / shop.name).data == shop


def test_links_that_go_round_have_a_name_too(tmp_path: Path) -> None:
    (tmp_path / "a").symlink_to(tmp_path / "b")
    (tmp_path / "b").symlink_to(tmp_path / "a")
    assert paths_under(tmp_path / "a").keyring_service


def test_the_systems_own_folder_asked_for_by_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The sign-in of the ordinary run is its sign-in."""
    own = Paths(data=tmp_path.resolve(), logs=tmp_path / "l", cache=tmp_path / "c")
    monkeypatch.setattr(paths_module, "system_paths", lambda: own)
    (tmp_path.parent / f"{tmp_path.name} link").symlink_to(tmp_path)
    for called in (tmp_path, tmp_path.parent / f"{tmp_path.name} link"):
        assert paths_under(called).keyring_service == own.keyring_service == APP
    assert system_paths().keyring_service == APP


@pytest.mark.skipif(sys.platform != "linux", reason="looks at descriptors in /proc")
@pytest.mark.parametrize("there", [True, False])
def test_letters_of_another_case_on_macos(
    shop: Path, monkeypatch: pytest.MonkeyPatch, there: bool
) -> None:
    """Its file system takes `Tea` for `tea`, and says on request how the folder spells itself."""
    asked: list[str] = []

    def told(descriptor: int, command: int, room: bytes) -> bytes:
        assert command == 50
        asked.append(os.readlink(f"/proc/self/fd/{descriptor}"))
        return os.fsencode(shop).ljust(len(room), b"\0")

    called = shop.with_name("TEA")
    if there:
        called.mkdir()
    monkeypatch.setattr(paths_module, "_MACOS", True)
    monkeypatch.setitem(sys.modules, "fcntl", SimpleNamespace(fcntl=told))
    assert paths_under(called).data == (shop if there else called)
    assert asked == ([str(called)] if there else [])
