"""Executes build.spec under a system's name, with stand-ins for the parts of PyInstaller."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from unittest import mock

from PyInstaller.depend import bindepend

ROOT = Path(__file__).parents[1]
QT_FOLDER = {"linux": "PySide6/Qt/", "win32": "PySide6\\", "darwin": "PySide6/Qt/"}
PLUGIN = {"linux": "lib{}.so", "win32": "{}.dll", "darwin": "lib{}.dylib"}
PLUGINS = (
    *("platforms/qxcb", "platforms/qwayland", "platforms/qoffscreen", "platforms/qwindows"),
    *("platforms/qcocoa", "platforms/qeglfs", "platforms/qdirect2d", "platforms/qminimal"),
    *("platformthemes/qgtk3", "platformthemes/qxdgdesktopportal", "tls/qopensslbackend"),
    *("imageformats/qjpeg", "imageformats/qwebp", "imageformats/qsvg", "imageformats/qpdf"),
    *("iconengines/qsvgicon", "styles/qmacstyle", "xcbglintegrations/qxcb-egl-integration"),
    *("wayland-decoration-client/adwaita", "wayland-shell-integration/ivi-shell"),
)
NEEDS = {
    "libqxcb.so": "libQt6XcbQpa.so.6",
    "libqgtk3.so": "libgtk-3.so.0",
    "QtGui.abi3.so": "libQt6Gui.so.6",
}


@dataclass
class Made:
    """One call of a part of PyInstaller, and what Analysis would have found."""

    kind: str
    args: tuple[Any, ...]
    options: dict[str, Any]
    scripts: list[tuple[str, str, str]] = field(default_factory=list)
    pure: list[tuple[str, str, str]] = field(default_factory=list)
    binaries: list[tuple[str, str, str]] = field(default_factory=list)
    datas: list[tuple[str, str, str]] = field(default_factory=list)


class Spec:
    """The specification after a run as if on `platform`."""

    def __init__(self, platform: str, root: Path = ROOT) -> None:
        self.platform = platform
        self.made: list[Made] = []
        names: dict[str, Any] = {
            kind: self._stand_in(kind) for kind in ("Analysis", "PYZ", "EXE", "COLLECT", "BUNDLE")
        }
        names |= {"SPECPATH": str(root), "SPEC": str(root / "build.spec")}
        code = compile((ROOT / "build.spec").read_text("utf-8"), "build.spec", "exec")
        with (
            mock.patch.object(sys, "platform", platform),
            mock.patch.object(bindepend, "get_imports", _imports),
        ):
            exec(code, names)  # noqa: S102  # our own file, as PyInstaller runs it
        self.names = names

    def one(self, kind: str) -> Made:
        found = [made for made in self.made if made.kind == kind]
        assert len(found) == 1
        return found[0]

    @property
    def analysis(self) -> Made:
        return self.one("Analysis")

    def collected(self) -> set[str]:
        """What COLLECT was given, by the place in the folder."""
        return {entry[0] for part in self.one("COLLECT").args[1:] for entry in part}

    def _stand_in(self, kind: str) -> Any:
        def make(*args: Any, **options: Any) -> Made:
            made = Made(kind, args, options)
            self.made.append(made)
            if kind == "Analysis":
                self._find(made)
            return made

        return make

    def _find(self, made: Made) -> None:
        made.scripts = [("pyi_rth_inspect", "", "PYSOURCE"), ("pyi_rth_pyside6", "", "PYSOURCE")]
        made.scripts += [(Path(path).stem, path, "PYSOURCE") for path in made.args[0]]
        made.binaries = [(self.plugin(name), name, "BINARY") for name in PLUGINS]
        made.binaries += [
            ("PySide6/QtGui.abi3.so", "QtGui.abi3.so", "EXTENSION"),
            ("PySide6/Qt/lib/libQt6Gui.so.6", "", "BINARY"),
            ("PySide6/Qt/lib/libQt6XcbQpa.so.6", "", "BINARY"),
            ("libgtk-3.so.0", "", "BINARY"),
            ("PySide6/opengl32sw.dll", "", "BINARY"),
        ]
        made.datas = [
            (f"{QT_FOLDER[self.platform]}translations/{name}.qm".replace("\\", os.sep), "", "DATA")
            for name in ("qtbase_ar", "qtbase_zh_CN", "qtbase_de", "qt_ar", "designer_es")
        ]
        made.datas += [
            ("libQt6Gui.so.6", "PySide6/Qt/lib/libQt6Gui.so.6", "SYMLINK"),
            ("libgtk-3.so.0", "PySide6/Qt/lib/libgtk-3.so.0", "SYMLINK"),
            ("resources/i18n/shoplark_es.qm", "", "DATA"),
        ]

    def plugin(self, name: str) -> str:
        group, stem = name.split("/")
        file = PLUGIN[self.platform].format(stem)
        path = f"{QT_FOLDER[self.platform]}plugins/{group}/{file}"
        return path.replace("/", "\\") if self.platform == "win32" else path


def _imports(path: str) -> set[tuple[str, str | None]]:
    name = path.rsplit("/", 1)[-1]
    need = NEEDS.get(name) or NEEDS.get(f"lib{name}.so")
    return {(need, None)} if need else set()
