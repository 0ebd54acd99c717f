"""X's v2 call for a new post, with all that Shoplark puts into one.

tweepy's own (4.17) knows neither `paid_partnership` nor `made_with_ai`; one way of asking for all
posts keeps the two from drifting apart. Names are those of X's OpenAPI 2.166 and 2.167.
"""

from __future__ import annotations

from typing import Any

from services.errors import AnswerNotUnderstood, OutcomeUnknown
from services.x_api.client import CreatedPost, Extras
from services.x_api.media_upload import Call
from services.x_api.wire import created_post

ROUTE = "/2/tweets"


def create_post(
    call: Call,
    text: str,
    *,
    media_ids: tuple[str, ...],
    reply_to: str | None,
    extras: Extras,
) -> CreatedPost:
    """Raises OutcomeUnknown for an answer that says it was made, and does not say what."""
    try:
        return created_post(call("POST", ROUTE, json=body_of(text, media_ids, reply_to, extras)))
    except AnswerNotUnderstood as error:
        raise OutcomeUnknown(f"created, but {error.detail}") from error


def body_of(
    text: str, media_ids: tuple[str, ...], reply_to: str | None, extras: Extras
) -> dict[str, Any]:
    """What is not wanted is left out: X takes no null, and no word for "everyone"."""
    body: dict[str, Any] = {"text": text}
    if media_ids:
        body["media"] = {"media_ids": list(media_ids)}
    if reply_to is not None:
        body["reply"] = {"in_reply_to_tweet_id": reply_to}
    if extras.poll is not None:
        minutes = extras.poll.minutes
        body["poll"] = {"options": list(extras.poll.options), "duration_minutes": minutes}
    if extras.reply_settings:
        body["reply_settings"] = extras.reply_settings
    if extras.paid_partnership:
        body["paid_partnership"] = True
    if extras.made_with_ai:
        body["made_with_ai"] = True
    return body
