"""The links of feeds that were used before, the last first."""

from __future__ import annotations

from services.settings import RECENT_FEEDS, Settings

_MOST = 6
_SHOWN = 48


def recent(settings: Settings) -> tuple[str, ...]:
    return tuple(line for line in settings.get(RECENT_FEEDS).split("\n") if line)[:_MOST]


def remember(settings: Settings, link: str) -> None:
    others = (each for each in recent(settings) if each != link)
    settings.remember(RECENT_FEEDS, "\n".join((link, *others)[:_MOST]))


def shown(link: str) -> str:
    """As short as it can be told from others."""
    words = link.removeprefix("https://").removeprefix("www.").rstrip("/")
    return words if len(words) <= _SHOWN else f"{words[: _SHOWN - 1]}…"
