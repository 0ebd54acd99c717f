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
:root { color-scheme: light dark; }
body { margin: 0; min-height: 100vh; display: grid; place-items: center;
  font: 17px/1.55 system-ui, sans-serif; background: #f6f4f0; color: #23211d; }
main { max-width: 26rem; margin: 2rem; padding: 2rem 2.25rem; border-radius: 14px;
  background: #ffffff; box-shadow: 0 1px 3px rgb(0 0 0 / 14%); text-align: start; }
h1 { margin: 0 0 .5rem; font-size: 1.3rem; line-height: 1.3; color: #0b6b63; }
p { margin: 0; }
@media (prefers-color-scheme: dark) {
  body { background: #191816; color: #e9e6e0; }
  main { background: #24221f; box-shadow: none; }
  h1 { color: #5fc4b9; }
}
"""
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
        f"<body><main><h1>{escape(page.title)}</h1><p>{escape(page.words(shown))}</p></main>"
        f"{script}</body></html>"
    )
    policy = (
        "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; "
        f"frame-ancestors 'none'; script-src 'nonce-{nonce}'"
    )
    return _http(status, body, "text/html; charset=utf-8", policy)


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
