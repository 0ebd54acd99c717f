"""Writes resources/text/emoji.tsv: every emoji of the picker, what it is called and found by.

    python resources/generate/emoji_names.py [--check]

Which emoji there are, their order and groups: npm `unicode-emoji-json`; names and keywords in the
six languages of the search: npm `cldr-annotations-full` and `-derived-full`; which of them may
have a skin tone: the package `emoji`. Needs no node, only the packages that `make test` puts into
.venv/npm. What each source allows stands in resources/text/NOTICE.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
NPM = ROOT / ".venv" / "npm" / "node_modules"
FILE = ROOT / "resources" / "text" / "emoji.tsv"
SOURCES = ("unicode-emoji-json", "cldr-annotations-full", "cldr-annotations-derived-full")
TONES = "\U0001f3fb\U0001f3fc\U0001f3fd\U0001f3fe\U0001f3ff"
LANGUAGES = ("en", "es", "ar", "fa", "ja", "zh")
TONE = "~"
"""Both as services/text/emoji_book.py reads them."""
VS16 = "\ufe0f"
JOINER = "\u200d"


def why_not() -> str:
    """Why it cannot be made on this machine, or nothing."""
    missing = [name for name in SOURCES if not (NPM / name).is_dir()]
    if missing:
        return f"npm's {missing[0]} is not in .venv/npm (make test puts it there)"
    return ""


def table() -> str:
    """A line an emoji, cells parted by tabs: sign, sign with a place for a tone, group, then the
    name in each language, then the folded name and keywords in each, parted by `;`."""
    notes = {language: _annotations(language) for language in LANGUAGES}
    lines = []
    groups = json.loads((NPM / SOURCES[0] / "data-by-group.json").read_text("utf-8"))
    for number, group in enumerate(groups):
        for one in group["emojis"]:
            sign = one["emoji"]
            cells = [sign, _toned(sign) if one["skin_tone_support"] else "", str(number)]
            found = [_noted(notes[language], sign) for language in LANGUAGES]
            cells += [name for name, _ in found]
            cells += [";".join(_words(name, keywords)) for name, keywords in found]
            lines.append("\t".join(cells))
    return "\n".join(lines) + "\n"


def stale() -> bool:
    return not FILE.is_file() or FILE.read_text("utf-8") != table()


def _annotations(language: str) -> dict[str, tuple[str, list[str]]]:
    """Name and keywords of each sign, as CLDR has them (without the mark for colour)."""
    found: dict[str, tuple[str, list[str]]] = {}
    for package, key in ((SOURCES[1], "annotations"), (SOURCES[2], "annotationsDerived")):
        path = NPM / package / key / language / "annotations.json"
        for sign, about in json.loads(path.read_text("utf-8"))[key]["annotations"].items():
            found.setdefault(sign, (about.get("tts", [""])[0], about.get("default", [])))
    return found


def _noted(notes: dict[str, tuple[str, list[str]]], sign: str) -> tuple[str, list[str]]:
    return notes.get(sign) or notes[sign.replace(VS16, "")]


def _words(name: str, keywords: Iterable[str]) -> Iterator[str]:
    """The folded name first, though it be empty; then the keywords that say more."""
    from services.text.fold import folded

    seen = {" ".join(folded(name).split())}
    yield from seen
    for keyword in keywords:
        plain = " ".join(folded(keyword).split())
        if plain and plain not in seen:
            seen.add(plain)
            yield plain


def _toned(sign: str) -> str:
    """With TONE where a skin tone goes, once for each person; empty where Unicode has none."""
    from emoji import EMOJI_DATA

    parts = sign.split(JOINER)
    made = [_with_place(part) for part in parts]
    for choice in (made, [made[0], *parts[1:]]):
        toned = JOINER.join(choice)
        if all(toned.replace(TONE, tone) in EMOJI_DATA for tone in TONES):
            return toned
    return ""


def _with_place(part: str) -> str:
    """A person or hand takes a tone in place of the mark for colour; a heart between two, none."""
    from emoji import EMOJI_DATA

    base = part.replace(VS16, "")
    return base + TONE if base + TONES[0] in EMOJI_DATA else part


def main() -> None:
    sys.path.insert(0, str(ROOT))
    if reason := why_not():
        raise SystemExit(reason)
    if "--check" in sys.argv:
        raise SystemExit(f"{FILE.name} is stale: run {Path(__file__).name}" if stale() else 0)
    FILE.write_text(table(), "utf-8", newline="\n")
    print(
        f"{FILE.name}: {len(FILE.read_text('utf-8').splitlines())} emoji, "
        f"{FILE.stat().st_size / 1e6:.2f} MB"
    )


if __name__ == "__main__":
    main()
