"""Holds the program's texts against what Qt's lupdate extracts, and makes the .ts and .qm files.

    translations.py --check     fail on any text that lupdate would miss or that is not translated,
                                and on .ts or .qm files that are not up to date
    translations.py             bring resources/i18n/*.ts up to date and make the .qm beside them

lupdate is silent about what it misses (f-strings, names, a module's own `tr` helper) and takes a
plural for a plain text where the number is not a literal; that is why every call is read again
here, from the syntax tree. English has a file, too: for its plurals.
"""

from __future__ import annotations

import argparse
import ast
import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
I18N = ROOT / "resources" / "i18n"

SHOWN_BY = {
    "setText", "setToolTip", "setWindowTitle", "setPlaceholderText", "setAccessibleName",
    "setAccessibleDescription", "setTitle", "addAction", "addMenu", "setStatusTip",
    "QLabel", "QPushButton", "QAction", "QMenu", "QCheckBox", "QRadioButton",
    "button", "label", "tool_button", "icon_button",
}  # fmt: skip
NOT_WORDS = {"Shoplark", "X", "ALT", "CSV", "PDF"}


@dataclass(frozen=True, slots=True)
class Text:
    context: str
    source: str
    where: str


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true")
    if parser.parse_args().check:
        return check()
    for target in _files():
        target.write_text(brought_up_to_date(target), encoding="utf-8")
        # Put in place whole: a running program has the old one mapped into its memory.
        fresh = target.with_suffix(".fresh")
        fresh.write_bytes(released(target))
        fresh.replace(target.with_suffix(".qm"))
    return 0


def check() -> int:
    faults: list[str] = []
    texts: list[Text] = []
    for path in _sources():
        reader = _Reader(path)
        reader.visit(ast.parse(path.read_text(encoding="utf-8")))
        faults += reader.faults
        texts += reader.texts
    extracted = {(context, message.findtext("source", "")) for context, message in _extracted()}
    faults += [
        f"{text.where}: lupdate misses {text.source!r} (context {text.context})"
        for text in texts
        if (text.context, text.source) not in extracted
    ]
    for target in _files():
        faults += _faults_of(target)
    print("\n".join(faults) or f"{len(texts)} texts, all of them seen by lupdate")
    return 1 if faults else 0


def brought_up_to_date(target: Path) -> str:
    """The .ts with today's texts; a translation stays as long as its text stands."""
    known = dict(_translations(target))
    language = target.stem.removeprefix("shoplark_")
    root = ET.Element("TS", version="2.1", language=language, sourcelanguage="en")
    contexts: dict[str, ET.Element] = {}
    for name, message in _extracted():
        source = message.findtext("source", "")
        plural = "%n" in source or "%Ln" in source
        if language == "en" and not plural:
            continue
        context = contexts.get(name)
        if context is None:
            context = contexts[name] = ET.SubElement(root, "context")
            ET.SubElement(context, "name").text = name
        context.append(_message(source, known.get((name, source)), plural=plural))
    ET.indent(root, " ")
    text = ET.tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n{text}\n'


def released(target: Path) -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        made = Path(folder) / "made.qm"
        subprocess.run([_tool("lrelease"), "-silent", str(target), "-qm", str(made)], check=True)
        return made.read_bytes()


def _message(source: str, known: ET.Element | None, *, plural: bool) -> ET.Element:
    message = ET.Element("message", numerus="yes") if plural else ET.Element("message")
    ET.SubElement(message, "source").text = source
    if known is None:
        known = ET.Element("translation", type="unfinished")
        if plural:
            ET.SubElement(known, "numerusform")
    known.tail = None
    message.append(known)
    return message


def _faults_of(target: Path) -> Iterator[str]:
    name = target.name
    if target.read_text(encoding="utf-8") != brought_up_to_date(target):
        yield f"{name} is not up to date: run resources/generate/translations.py"
    compiled = target.with_suffix(".qm")
    if not compiled.exists() or compiled.read_bytes() != released(target):
        yield f"{compiled.name} is not made from {name}: run resources/generate/translations.py"
    for (context, source), translation in _translations(target):
        if translation.get("type") == "unfinished":
            yield f"{name}: {context}: {source!r} has no translation"


def _files() -> list[Path]:
    return sorted(I18N.glob("shoplark_*.ts"))


def _sources() -> list[Path]:
    return sorted([*(ROOT / "ui").rglob("*.py"), *(ROOT / "widgets").rglob("*.py")])


def _tool(name: str) -> str:
    return str(Path(sys.executable).with_name(f"pyside6-{name}"))


def _lupdate(target: Path) -> None:
    # A list file keeps the command short on Windows; paths in it are relative to the project.
    command = [_tool("lupdate"), "-silent", *map(str, _sources()), "-ts", str(target)]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)


def _extracted() -> list[tuple[str, ET.Element]]:
    """(context, message) of every text that lupdate sees, in order of context and place."""
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder) / "all.ts"
        _lupdate(target)
        return list(_messages(target))


def _messages(ts: Path) -> Iterator[tuple[str, ET.Element]]:
    for context in ET.parse(ts).getroot().iter("context"):  # noqa: S314  # our own tool's file
        for message in context.iter("message"):
            yield context.findtext("name", ""), message


def _translations(ts: Path) -> Iterator[tuple[tuple[str, str], ET.Element]]:
    for context, message in _messages(ts):
        translation = message.find("translation")
        if translation is not None:
            yield (context, message.findtext("source", "")), translation


class _Reader(ast.NodeVisitor):
    """Collects the translated texts of one file and what is wrong with its others."""

    def __init__(self, path: Path) -> None:
        self._path = path.relative_to(ROOT)
        self._classes: list[str] = []
        self.texts: list[Text] = []
        self.faults: list[str] = []

    def visit_ClassDef(self, node: ast.ClassDef) -> None:
        self._classes.append(node.name)
        self.generic_visit(node)
        self._classes.pop()

    def visit_Call(self, node: ast.Call) -> None:
        name = _called(node)
        if name == "tr":
            self._read_tr(node)
        elif name == "translate" and _is_qts(node.func):
            self._read_translate(node)
        elif name in SHOWN_BY:
            self._read_shown(node, name)
        self.generic_visit(node)

    def _read_tr(self, node: ast.Call) -> None:
        if not isinstance(node.func, ast.Attribute):
            self._fault(node, "a bare tr() has no context; use translate(context, text)")
        elif not self._classes:
            self._fault(node, "tr() outside a class has no context")
        elif (source := _literal(node.args[0])) is None:
            self._fault(node, "tr() of something that is not a literal")
        else:
            self.texts.append(Text(self._classes[-1], source, self._where(node)))

    def _read_translate(self, node: ast.Call) -> None:
        if len(node.args) < 2:
            return
        context, source = _literal(node.args[0]), _literal(node.args[1])
        if context is None or source is None:
            self._fault(node, "translate() of something that is not a literal")
        else:
            self.texts.append(Text(context, source, self._where(node)))

    def _read_shown(self, node: ast.Call, name: str) -> None:
        for argument in node.args:
            words = _literal_words(argument)
            if re.search(r"[^\W\d_]{2}", words) and words.strip() not in NOT_WORDS:
                self._fault(node, f"{name}() shows an untranslated {words!r}")

    def _fault(self, node: ast.AST, sentence: str) -> None:
        self.faults.append(f"{self._where(node)}: {sentence}")

    def _where(self, node: ast.AST) -> str:
        return f"{self._path}:{getattr(node, 'lineno', 0)}"


def _called(node: ast.Call) -> str:
    if isinstance(node.func, ast.Attribute):
        return node.func.attr
    return node.func.id if isinstance(node.func, ast.Name) else ""


def _is_qts(function: ast.expr) -> bool:
    """QCoreApplication.translate or our alias of it, not QPainter's."""
    if isinstance(function, ast.Attribute):
        return isinstance(function.value, ast.Name) and function.value.id == "QCoreApplication"
    return True


def _literal(node: ast.expr) -> str | None:
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else None


def _literal_words(node: ast.expr) -> str:
    """The letters of a literal or of an f-string's literal pieces; empty for anything else."""
    if isinstance(node, ast.JoinedStr):
        return "".join(_literal(piece) or "" for piece in node.values)
    return _literal(node) or ""


if __name__ == "__main__":
    sys.exit(main())
