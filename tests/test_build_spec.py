"""build.spec, executed under each system's name as its build would read it."""

from __future__ import annotations

import ast
import json
import os
import plistlib
import runpy
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

import pytest
from PIL import Image

import main
from tests.build_stand_ins import ROOT, Spec
from ui import brought_along

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
PLATFORMS = ("linux", "win32", "darwin")
BLOCKER = """
import json, sys
from importlib import import_module

class NotThere:
    def find_spec(self, name, path=None, target=None):
        if any(name == gone or name.startswith(gone + ".") for gone in EXCLUDED):
            raise ImportError(f"{name} is left out of the build")

EXCLUDED, modules, arguments = json.loads(sys.argv.pop())
sys.meta_path.insert(0, NotThere())
for name in modules:
    import_module(name)
from main import main
sys.exit(main(arguments) if arguments else 0)
"""


@pytest.fixture(scope="module")
def specs() -> dict[str, Spec]:
    return {platform: Spec(platform) for platform in PLATFORMS}


@pytest.fixture(params=PLATFORMS)
def spec(request: pytest.FixtureRequest, specs: dict[str, Spec]) -> Spec:
    return specs[request.param]


def test_every_named_file_is_there(spec: Spec) -> None:
    files = [*spec.analysis.args[0], *spec.analysis.options["pathex"]]
    files += [source for source, _ in spec.analysis.options["datas"]]
    files += [made.options["icon"] for made in spec.made if made.options.get("icon")]
    assert [file for file in files if not Path(file).exists()] == []
    assert all(Path(file).is_absolute() for file in files)


def test_resources_are_shipped_where_the_program_looks(spec: Spec) -> None:
    shipped = {
        Path(source): folder
        for source, folder in spec.analysis.options["datas"]
        if Path(source).is_relative_to(ROOT / "resources")
    }
    for path in (ROOT / "resources").rglob("*"):
        if path.is_dir() or path.suffix == ".pyc":
            continue
        name = path.relative_to(ROOT)
        if name.parts[1] in ("generate", "installer", "pictures") or path.suffix == ".ts":
            assert path not in shipped
        else:
            assert Path(shipped[path]) == name.parent


def test_a_language_that_was_not_released_stops_the_build(tmp_path: Path) -> None:
    i18n = tmp_path / "resources" / "i18n"
    i18n.mkdir(parents=True)
    (tmp_path / "pyproject.toml").write_bytes((ROOT / "pyproject.toml").read_bytes())
    (i18n / "shoplark_fa.ts").write_text("<TS/>")
    with pytest.raises(SystemExit, match=r"shoplark_fa\.ts has no \.qm"):
        Spec("linux", tmp_path)
    (i18n / "shoplark_fa.qm").write_bytes(b"")
    shipped = [Path(source).name for source, _ in Spec("linux", tmp_path).analysis.options["datas"]]
    assert "shoplark_fa.qm" in shipped
    assert "shoplark_fa.ts" not in shipped


def test_every_module_of_ours_is_named(spec: Spec) -> None:
    named = set(spec.analysis.options["hiddenimports"])
    for package in ("services", "ui", "widgets"):
        for path in (ROOT / package).rglob("*.py"):
            if path.stem not in ("__init__", "__main__"):
                assert path.relative_to(ROOT).as_posix()[:-3].replace("/", ".") in named


def test_hidden_imports_are_found(spec: Spec) -> None:
    names = spec.analysis.options["hiddenimports"]
    here = spec.platform == sys.platform
    others = [name for name in names if here or not name.startswith(("secretstorage", "jeepney"))]
    assert [name for name in others if find_spec(name) is None] == []


def test_nothing_left_out_is_used(specs: dict[str, Spec], tmp_path: Path) -> None:
    """Every module of ours, and the whole self-test, with what is left out not there."""
    options = specs[sys.platform].analysis.options
    report = tmp_path / "report.txt"
    modules = [
        name for name in options["hiddenimports"] if not name.startswith(("tzdata", "holidays"))
    ]
    asked = json.dumps([options["excludes"], modules, [f"--self-test={report}"]])
    ran = subprocess.run(
        [sys.executable, "-c", BLOCKER, asked],
        cwd=ROOT,
        env=os.environ | {"HOME": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr + report.read_text("utf-8")
    parts = [line.partition(":")[0] for line in report.read_text("utf-8").splitlines()[1:]]
    assert {"window", "database", "pictures", "icons", "keyring"} <= set(parts)
    assert {"practice X", "likeness", "zones", "languages"} <= set(parts)


def test_nothing_left_out_is_imported_by_name(specs: dict[str, Spec]) -> None:
    left_out = {name for spec in specs.values() for name in spec.analysis.options["excludes"]}
    for path in (ROOT / "main.py", *_ours()):
        used = {name for name in _imported(path) if {name, name.split(".")[0]} & left_out}
        assert not used, path


@pytest.mark.parametrize(
    ("platform", "kept", "dropped"),
    [
        (
            "linux",
            ("platforms/qxcb", "platforms/qwayland", "platformthemes/qxdgdesktopportal"),
            ("platforms/qeglfs", "platformthemes/qgtk3", "wayland-shell-integration/ivi-shell"),
        ),
        ("win32", ("platforms/qwindows",), ("platforms/qdirect2d", "imageformats/qpdf")),
        ("darwin", ("platforms/qcocoa", "styles/qmacstyle"), ("platforms/qminimal",)),
    ],
)
def test_plugins(
    specs: dict[str, Spec], platform: str, kept: tuple[str, ...], dropped: tuple[str, ...]
) -> None:
    spec = specs[platform]
    everywhere = ("platforms/qoffscreen", "imageformats/qjpeg", "imageformats/qwebp")
    everywhere += ("imageformats/qsvg", "iconengines/qsvgicon")
    collected = spec.collected()
    for name in (*kept, *everywhere):
        assert spec.plugin(name) in collected
    for name in (*dropped, "tls/qopensslbackend"):
        assert spec.plugin(name) not in collected


def test_only_our_languages_of_qt(spec: Spec) -> None:
    words = {Path(name).name for name in spec.collected() if name.endswith(".qm")}
    assert words == {"qtbase_ar.qm", "qtbase_zh_CN.qm", "shoplark_es.qm"}
    assert spec.names["LANGUAGES"] == brought_along.QT_LANGUAGES
    assert [code[:2] for code in brought_along.QT_LANGUAGES] == list(main.LANGUAGES[1:])


def test_libraries_nobody_asks_for_go_too(specs: dict[str, Spec]) -> None:
    collected = specs["linux"].collected()
    assert "PySide6/Qt/lib/libQt6XcbQpa.so.6" in collected
    assert "libQt6Gui.so.6" in collected
    assert "libgtk-3.so.0" not in collected
    assert "PySide6/opengl32sw.dll" not in specs["win32"].collected()


def test_zones_and_keyrings_are_carried(spec: Spec) -> None:
    options = spec.analysis.options
    carried = {Path(folder, Path(source).name).as_posix() for source, folder in options["datas"]}
    assert "tzdata/zoneinfo/Asia/Tehran" in carried
    assert {"tzdata.zoneinfo", "tzdata.zoneinfo.Asia"} <= set(options["hiddenimports"])
    keyring = [folder for _, folder in options["datas"] if folder.startswith("keyring-")]
    assert len(keyring) == 1
    backend = {"linux": "SecretService", "win32": "Windows", "darwin": "macOS"}[spec.platform]
    assert f"keyring.backends.{backend}" in options["hiddenimports"]


def test_holidays_of_every_country_are_carried(spec: Spec) -> None:
    options = spec.analysis.options
    carried = {Path(folder, Path(source).name).as_posix() for source, folder in options["datas"]}
    names = {name for name in carried if name.startswith("holidays/")}
    for wanted in ("es/LC_MESSAGES/MX", "fa_IR/LC_MESSAGES/IR", "ar/LC_MESSAGES/SA"):
        assert f"holidays/locale/{wanted}.mo" in names
    for wanted in ("en_US/LC_MESSAGES/JP", "ja/LC_MESSAGES/JP", "zh_CN/LC_MESSAGES/CN"):
        assert f"holidays/locale/{wanted}.mo" in names
    # The library lists no country without the file of the country's own language.
    assert {
        f"holidays/locale/{own}.mo" for own in ("pt_PT/LC_MESSAGES/PT", "th/LC_MESSAGES/TH")
    } <= names
    assert {"holidays.countries.spain", "holidays.countries.iran"} <= set(options["hiddenimports"])


def test_the_start(spec: Spec) -> None:
    exe = spec.one("EXE")
    scripts = [name for name, _, _ in exe.args[1]]
    assert scripts == ["pyi_rth_inspect", "own_environment", "main"]
    assert exe.options["name"] == ("Shoplark" if spec.platform == "darwin" else "shoplark")
    for part in (exe, spec.one("COLLECT")):
        assert part.options["upx"] is False
        # Stripping breaks a signature on macOS, and is not for Windows.
        assert part.options["strip"] is (spec.platform == "linux")


def test_icon_of_windows(specs: dict[str, Spec]) -> None:
    file = Path(specs["win32"].one("EXE").options["icon"])
    data = file.read_bytes()
    reserved, kind, count = (int.from_bytes(data[at : at + 2], "little") for at in (0, 2, 4))
    assert (reserved, kind) == (0, 1)
    with Image.open(file) as icon:
        sizes = set(icon.info["sizes"])
        assert len(sizes) == count
        assert {(side, side) for side in (16, 32, 48, 256)} <= sizes
        for size in sizes:
            icon.size = size
            assert icon.convert("RGBA").getextrema()[3][1] == 255


def test_icon_of_macos(specs: dict[str, Spec]) -> None:
    file = Path(specs["darwin"].one("BUNDLE").options["icon"])
    assert file == Path(specs["darwin"].one("EXE").options["icon"])
    data = file.read_bytes()
    assert data[:4] == b"icns"
    assert int.from_bytes(data[4:8], "big") == len(data)
    with Image.open(file) as icon:
        assert (512, 512, 2) in icon.info["sizes"]
        assert (16, 16, 1) in icon.info["sizes"] or (16, 16, 2) in icon.info["sizes"]


def test_info_plist(specs: dict[str, Spec]) -> None:
    bundle = specs["darwin"].one("BUNDLE")
    values = bundle.options["info_plist"]
    assert plistlib.loads(plistlib.dumps(values)) == values
    assert bundle.options["name"] == "Shoplark.app"
    assert bundle.options["bundle_identifier"].count(".") == 2
    versions = {values["CFBundleShortVersionString"], values["CFBundleVersion"]}
    assert versions == {bundle.options["version"]} == {PROJECT["version"]}
    assert values["CFBundleDisplayName"] == "Shoplark"
    assert values["NSHighResolutionCapable"] is True
    # Dark mode, and the oldest macOS that this Qt's wheel runs on.
    assert values["NSRequiresAquaSystemAppearance"] is False
    assert values["LSMinimumSystemVersion"] == "13.0"
    assert values["CFBundleLocalizations"] == ["en", *brought_along.QT_LANGUAGES]


def test_only_macos_has_a_bundle(spec: Spec) -> None:
    kinds = [made.kind for made in spec.made]
    assert kinds == ["Analysis", "PYZ", "EXE", "COLLECT"] + ["BUNDLE"] * (spec.platform == "darwin")


@pytest.mark.parametrize("own", [None, "/opt/own/lib"])
def test_other_programs_get_the_owners_environment(
    monkeypatch: pytest.MonkeyPatch, own: str | None
) -> None:
    monkeypatch.setenv("LD_LIBRARY_PATH", "/opt/shoplark/_internal")
    monkeypatch.delenv("LD_LIBRARY_PATH_ORIG", raising=False)
    if own is not None:
        monkeypatch.setenv("LD_LIBRARY_PATH_ORIG", own)
    runpy.run_path(str(ROOT / "resources" / "installer" / "own_environment.py"))
    assert os.environ.get("LD_LIBRARY_PATH") == own
    assert "LD_LIBRARY_PATH_ORIG" not in os.environ


def _ours() -> Iterator[Path]:
    for package in ("services", "ui", "widgets"):
        yield from (ROOT / package).rglob("*.py")


def _imported(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)
