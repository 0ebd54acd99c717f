"""The pages the practice X shows in a browser: consent, and that something went wrong.

Everything that comes from outside is escaped; there is no script and nothing from elsewhere.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from html import escape

from services.x_api.practice.messages import Response

_HEADERS = {
    "content-type": "text/html; charset=utf-8",
    "cache-control": "no-store",
    "referrer-policy": "no-referrer",
    "x-frame-options": "DENY",
    # No form-action: browsers hold it against the way back to the app, too.
    "content-security-policy": "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'",
}
_STYLE = (
    "body{font:16px/1.5 sans-serif;max-width:30em;margin:3em auto;padding:0 1em;color:#222}"
    "button{font:inherit;padding:.5em 1.5em;margin-inline-end:.75em}"
)
_MAY: Mapping[str, str] = {
    "tweet.read": "All the posts you can view, including posts from protected accounts.",
    "tweet.write": "Post and repost for you.",
    "tweet.moderate.write": "Hide and unhide replies to your posts.",
    "users.read": "Any account you can view, including protected accounts.",
    "offline.access": "Stay connected to your account until you revoke access.",
    "media.write": "Upload media for you.",
    "dm.read": "Read your messages.",
    "dm.write": "Send messages for you.",
}


def consent(
    *, action: str, app: str, handle: str, scopes: Collection[str], fields: Mapping[str, str]
) -> Response:
    """`fields` go back unseen with the button that was pressed (`decision`: allow or cancel)."""
    may = "".join(f"<li>{escape(_MAY.get(one, one))}</li>" for one in sorted(scopes))
    hidden = "".join(
        f'<input type="hidden" name="{escape(name)}" value="{escape(value)}">'
        for name, value in fields.items()
    )
    return _page(
        200,
        f"{escape(app)} wants to access your account",
        f"<p>You are signed in as <bdi>@{escape(handle)}</bdi>.</p>"
        f"<p>This app will be able to:</p><ul>{may}</ul>"
        f'<form method="post" action="{escape(action)}">{hidden}'
        '<button id="allow" name="decision" value="allow">Allow</button>'
        '<button id="cancel" name="decision" value="cancel">Cancel</button></form>',
    )


def went_wrong() -> Response:
    """X tells no more than this, and sends nobody back to the app (x_platform.md §2)."""
    return _page(
        400,
        "Something went wrong",
        "<p>You weren't able to give access to the App. Go back and try logging in again.</p>",
    )


def back(address: str) -> Response:
    """Sends the browser on, to the app that asked."""
    return Response(302, {**_HEADERS, "location": address})


def _page(status: int, title: str, body: str) -> Response:
    """`title` and `body` are escaped already."""
    text = (
        '<!DOCTYPE html><html lang="en"><head><meta charset="utf-8">'
        f"<title>{title}</title><style>{_STYLE}</style></head>"
        f"<body><h1>{title}</h1>{body}</body></html>"
    )
    return Response(status, _HEADERS, text.encode("utf-8", "replace"))
