"""How X says no: the bodies of x_platform.md §5, by name.

A handler raises `Refused` before it has written anything; a script asks for one by its name.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

_PROBLEMS = "https://api.twitter.com/2/problems"
ACCOUNT = 1_850_000_000_000_000_000


@dataclass(frozen=True, slots=True)
class Refusal:
    """`body` is JSON-like, or text for a page of HTML, or None for no bytes at all."""

    status: int
    body: Any
    headers: Mapping[str, str] = field(default_factory=dict)


class Refused(Exception):
    def __init__(self, refusal: Refusal) -> None:
        super().__init__(refusal.status)
        self.refusal = refusal


def _plain(status: int, title: str, detail: str = "") -> Refusal:
    body = {"title": title, "type": "about:blank", "status": status, "detail": detail or title}
    return Refusal(status, body)


def unauthorized() -> Refusal:
    return _plain(401, "Unauthorized")


def forbidden(detail: str) -> Refusal:
    body = {"detail": detail, "type": "about:blank", "title": "Forbidden", "status": 403}
    return Refusal(403, body)


def duplicate() -> Refusal:
    return forbidden("You are not allowed to create a Tweet with duplicate content.")


def not_summoned() -> Refusal:
    return forbidden(
        "Reply to this conversation is not allowed because you have not been mentioned or "
        "otherwise engaged by the author of the post you are replying to."
    )


def quote_blocked() -> Refusal:
    return forbidden(
        "Quoting this post is not allowed because you have not been mentioned or are not part of "
        "the conversation thread of the post you are quoting."
    )


def not_permitted() -> Refusal:
    return forbidden("You are not permitted to perform this action.")


def suspended() -> Refusal:
    """Sent for every call of a suspended account [M]."""
    return forbidden(
        "Your account is suspended and is not permitted to access this feature.",
    )


def parent_gone() -> Refusal:
    return forbidden("You attempted to reply to a Tweet that is deleted or not visible to you.")


def too_long() -> Refusal:
    return forbidden(
        "Your Tweet text is too long. For more information on how Twitter determines text length "
        "see https://github.com/twitter/twitter-text."
    )


def invalid(message: str, parameters: Mapping[str, list[str]] | None = None) -> Refusal:
    body = {
        "errors": [{"parameters": dict(parameters or {}), "message": message}],
        "title": "Invalid Request",
        "detail": "One or more parameters to your request was invalid.",
        "type": f"{_PROBLEMS}/invalid-request",
    }
    return Refusal(400, body)


def bad_media(ids: list[str]) -> Refusal:
    return invalid("Your media IDs are invalid.", {"media.media_ids": ids})


def client_not_enrolled() -> Refusal:
    body = {
        "client_id": "28000001",
        "detail": "When authenticating requests to the Twitter API v2 endpoints, you must use "
        "keys and tokens from a Twitter developer App that is attached to a Project.",
        "registration_url": "https://developer.twitter.com/en/docs/projects/overview",
        "title": "Client Forbidden",
        "required_enrollment": "Appropriate Level of API Access",
        "reason": "client-not-enrolled",
        "type": f"{_PROBLEMS}/client-forbidden",
    }
    return Refusal(403, body)


def unsupported_auth() -> Refusal:
    body = {
        "title": "Unsupported Authentication",
        "detail": "Authenticating with OAuth 2.0 Application-Only is forbidden for this endpoint.  "
        "Supported authentication types are [OAuth 1.0a User Context, OAuth 2.0 User Context].",
        "type": f"{_PROBLEMS}/unsupported-authentication",
        "status": 403,
    }
    return Refusal(403, body)


def credits_depleted() -> Refusal:
    body = {
        "account_id": ACCOUNT,
        "title": "CreditsDepleted",
        "detail": f"Your enrolled account [{ACCOUNT}] does not have any credits to fulfill this "
        "request.",
        "type": f"{_PROBLEMS}/credits",
    }
    return Refusal(402, body)


def payment_required() -> Refusal:
    body = {
        "detail": "credits depleted",
        "status": 402,
        "title": "Payment Required",
        "type": "https://api.x.com/2/problems/credits-depleted",
    }
    return Refusal(402, body)


def spend_cap(reset_date: str = "2026-12-01") -> Refusal:
    body = {
        "account_id": ACCOUNT,
        "title": "SpendCapReached",
        "detail": f"Your enrolled account [{ACCOUNT}] has reached its billing cycle spend cap.",
        "reset_date": reset_date,
        "type": f"{_PROBLEMS}/credits",
    }
    return Refusal(403, body)


def monthly_cap() -> Refusal:
    body = {
        "account_id": ACCOUNT,
        "product_name": "standard-basic",
        "title": "UsageCapExceeded",
        "period": "Monthly",
        "scope": "Product",
        "detail": "Usage cap exceeded: Monthly product cap",
        "type": f"{_PROBLEMS}/usage-capped",
    }
    return Refusal(429, body)


def rate_limited() -> Refusal:
    return _plain(429, "Too Many Requests")


def rate_limited_documented() -> Refusal:
    """The form of X's documentation; the live one is `rate_limited`."""
    return Refusal(429, {"errors": [{"code": 88, "message": "Rate limit exceeded"}]})


def unavailable() -> Refusal:
    return _plain(503, "Service Unavailable")


def unavailable_html() -> Refusal:
    page = (
        "<!DOCTYPE html><html><head><title>X / Over capacity</title></head>"
        "<body><h1>Something is technically wrong.</h1></body></html>"
    )
    return Refusal(503, page)


def unavailable_empty() -> Refusal:
    return Refusal(503, None)


def internal_error() -> Refusal:
    return _plain(500, "Internal Server Error")


def unknown_path() -> Refusal:
    return Refusal(404, None)


def not_found(kind: str, value: str, parameter: str) -> dict[str, str]:
    """One entry of `errors` in an answer that is otherwise a success."""
    return {
        "value": value,
        "detail": f"Could not find {kind} with {parameter}: [{value}].",
        "title": "Not Found Error",
        "resource_type": kind,
        "parameter": parameter,
        "resource_id": value,
        "type": f"{_PROBLEMS}/resource-not-found",
    }


def field_refused(post: str, name: str) -> dict[str, str]:
    """The entry for an owner's figure asked of a post that is not ours or too old."""
    return {
        "resource_id": post,
        "parameter": name,
        "resource_type": "tweet",
        "section": "data",
        "title": "Field Authorization Error",
        "value": post,
        "detail": f"Sorry, you are not authorized to access '{name}' on the Tweet with id : "
        f"[{post}].",
        "type": f"{_PROBLEMS}/not-authorized-for-field",
    }


NAMED: Mapping[str, Callable[[], Refusal]] = {
    "unauthorized": unauthorized,
    "duplicate": duplicate,
    "not_summoned": not_summoned,
    "quote_blocked": quote_blocked,
    "not_permitted": not_permitted,
    "suspended": suspended,
    "too_long": too_long,
    "parent_gone": parent_gone,
    "bad_media": lambda: bad_media(["1"]),
    "invalid": lambda: invalid("The `text` value is not valid.", {"text": [""]}),
    "client_not_enrolled": client_not_enrolled,
    "unsupported_auth": unsupported_auth,
    "credits_depleted": credits_depleted,
    "payment_required": payment_required,
    "spend_cap": spend_cap,
    "monthly_cap": monthly_cap,
    "rate_limited": rate_limited,
    "rate_limited_documented": rate_limited_documented,
    "unavailable": unavailable,
    "unavailable_html": unavailable_html,
    "unavailable_empty": unavailable_empty,
    "internal_error": internal_error,
    "unknown_path": unknown_path,
}
"""What a script can ask for by name."""
