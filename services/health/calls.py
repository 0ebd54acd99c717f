"""Which of X's calls is what to the owner."""

from __future__ import annotations

from collections.abc import Mapping

from services.health.account_values import Call
from services.x_api.last_answers import REVOKE_CALL, TOKEN_CALL

CALLS: Mapping[str, Call] = {
    "POST /2/tweets": Call.POST,
    "DELETE /2/tweets/:id": Call.DELETE,
    "POST /2/media/upload": Call.PICTURE,
    "GET /2/media/upload": Call.PICTURE,
    "POST /2/media/upload/initialize": Call.PICTURE,
    "POST /2/media/upload/:id/append": Call.PICTURE,
    "POST /2/media/upload/:id/finalize": Call.PICTURE,
    "POST /2/media/metadata": Call.ALT_TEXT,
    "GET /2/users/:id/mentions": Call.MENTIONS,
    "GET /2/users/:id/tweets": Call.OWN_POSTS,
    "GET /2/tweets": Call.POSTS,
    "GET /2/users/me": Call.WHO,
    "GET /2/users": Call.PEOPLE,
    TOKEN_CALL: Call.RENEWAL,
    REVOKE_CALL: Call.SIGN_OUT,
}
"""By the name that limits.py gives them."""


def call_of(name: str) -> Call:
    return CALLS.get(name, Call.OTHER)
