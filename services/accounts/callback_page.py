"""The page in the owner's browser when X has sent it back: a few words, nothing from elsewhere."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from enum import Enum
from html import escape


class Shown(Enum):
    DONE = "done"
    REFUSED = "refused"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class CallbackPage:
    """Plain words of the owner's language, given by the ui; what is markup in them is shown.

    `done`: X's answer has arrived, and what came of it is told in Shoplark. `refused`: X said no.
    `other`: this is no answer to what was asked. `language` as a BCP 47 tag.
    """

    title: str
    done: str
    refused: str
    other: str
    language: str = "en"
    right_to_left: bool = False

    def words(self, shown: Shown) -> str:
        return {
            Shown.DONE: self.done,
            Shown.REFUSED: self.refused,
            Shown.OTHER: self.other,
        }[shown]


_STYLE = """
:root { color-scheme: light dark; --window: #f6f5f2; --surface: #fff; --line: #e4e1da;
  --text: #1d1b18; --quiet: #5f5a52; --done: #0b6b63; --refused: #8a5200; --other: #5f5a52; }
@media (prefers-color-scheme: dark) { :root { --window: #161513; --surface: #1f1e1b;
  --line: #34322d; --text: #efece6; --quiet: #ada79c; --done: #5cc4b8; --refused: #f2b24a;
  --other: #ada79c; } }
body { margin: 0; min-height: 100vh; display: grid; place-items: center;
  font: 17px/26px system-ui, sans-serif; background: var(--window); color: var(--quiet); }
main { box-sizing: border-box; width: min(440px, 100vw - 48px); padding: 32px;
  border: 1px solid var(--line); border-radius: 12px; background: var(--surface);
  text-align: start; }
svg { width: 32px; height: 32px; fill: none; stroke-width: 1.75; stroke-linecap: round;
  stroke-linejoin: round; display: block; margin-block-end: 16px; }
h1 { margin: 0 0 8px; font-size: 20px; line-height: 28px; font-weight: 600; color: var(--text); }
p { margin: 0; }
:lang(ar), :lang(fa) { line-height: 1.7; }
"""
_MARKS = {
    Shown.DONE: "m8.5 12.5 2.5 2.5 5-5.5",
    Shown.REFUSED: "m9 9 6 6m0-6-6 6",
    Shown.OTHER: "M12 7.5v5m0 3.5v.01",
}
"""Drawn in a circle of radius 10 about 12, 12."""
_CLOSE = "setTimeout(function () { window.close(); }, 2500);"
"""Browsers close only what a program opened; where they do not, the words say what to do."""


def answer(page: CallbackPage, shown: Shown, *, status: str = "200 OK") -> bytes:
    """The whole of an HTTP answer. Only the page after X's yes closes itself."""
    nonce = secrets.token_urlsafe(16)
    script = f'<script nonce="{nonce}">{_CLOSE}</script>' if shown is Shown.DONE else ""
    body = (
        f'<!doctype html><html lang="{escape(page.language)}" '
        f'dir="{"rtl" if page.right_to_left else "ltr"}"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{escape(page.title)}</title><style>{_STYLE}</style></head>"
        f"<body><main>{_mark(shown)}<h1>{escape(page.title)}</h1>"
        f"<p>{escape(page.words(shown))}</p></main>{script}</body></html>"
    )
    policy = (
        "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; "
        f"frame-ancestors 'none'; script-src 'nonce-{nonce}'"
    )
    return _http(status, body, "text/html; charset=utf-8", policy)


def _mark(shown: Shown) -> str:
    return (
        f'<svg viewBox="0 0 24 24" stroke="var(--{shown.value})" aria-hidden="true">'
        f'<circle cx="12" cy="12" r="10"/><path d="{_MARKS[shown]}"/></svg>'
    )


def nothing_here(status: str = "404 Not Found") -> bytes:
    """For whoever asks for anything else: not a word of what this is."""
    return _http(status, "", "text/plain; charset=utf-8", "default-src 'none'")


def _http(status: str, text: str, kind: str, policy: str) -> bytes:
    body = text.encode("utf-8", "replace")
    lines = (
        f"HTTP/1.1 {status}",
        f"Content-Type: {kind}",
        f"Content-Length: {len(body)}",
        f"Content-Security-Policy: {policy}",
        "Cache-Control: no-store",
        "Referrer-Policy: no-referrer",
        "X-Content-Type-Options: nosniff",
        "X-Frame-Options: DENY",
        "Connection: close",
    )
    return ("\r\n".join(lines) + "\r\n\r\n").encode("ascii") + body
