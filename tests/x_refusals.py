"""Every refusal X is known to send (x_platform.md §5), with X's own words, and its error."""

from __future__ import annotations

from typing import Any

from services.errors import (
    AppNotEnrolled,
    AppOfOtherKind,
    MonthlyCap,
    OutOfCredit,
    RateLimited,
    Refusal,
    Rejected,
    ServerTrouble,
    SignInNeeded,
    SpendCap,
)

PROBLEMS = ("https://api.twitter.com/2/problems/", "https://api.x.com/2/problems/")


def frame(
    title: str = "Forbidden",
    detail: str = "",
    kind: str = "about:blank",
    status: int = 403,
    **more: Any,
) -> dict[str, Any]:
    return {"title": title, "detail": detail, "type": kind, "status": status} | more


REFUSALS: list[tuple[str, int, Any, type[Exception], Refusal | None]] = [
    ("expired token", 401, frame("Unauthorized", "Unauthorized", status=401), SignInNeeded, None),
    (
        "invalid parameter",
        400,
        {
            "errors": [{"parameters": {"max_results": ["1"]}, "message": "is not between 5 and"}],
            "title": "Invalid Request",
            "detail": "One or more parameters to your request was invalid.",
            "type": f"{PROBLEMS[0]}invalid-request",
        },
        Rejected,
        Refusal.INVALID,
    ),
    (
        "media ids gone",
        400,
        {
            "errors": [{"parameters": {"media.media_ids": ["[1]"]}, "message": "Your media IDs"}],
            "title": "Invalid Request",
            "type": f"{PROBLEMS[1]}invalid-request",
        },
        Rejected,
        Refusal.BAD_MEDIA,
    ),
    (
        "duplicate",
        403,
        frame(detail="You are not allowed to create a Tweet with duplicate content."),
        Rejected,
        Refusal.DUPLICATE,
    ),
    (
        "not summoned",
        403,
        frame(
            detail="Reply to this conversation is not allowed because you have not been mentioned "
            "or otherwise engaged by the author of the post you are replying to."
        ),
        Rejected,
        Refusal.NOT_ALLOWED_TO_ANSWER,
    ),
    (
        "quote blocked",
        403,
        frame(
            detail="Quoting this post is not allowed because you have not been mentioned or are "
            "not part of the conversation thread of the post you are quoting."
        ),
        Rejected,
        Refusal.QUOTE_NOT_ALLOWED,
    ),
    (
        "generic refusal",
        403,
        frame(detail="You are not permitted to perform this action."),
        Rejected,
        Refusal.NOT_PERMITTED,
    ),
    (
        "answered post is gone",
        403,
        frame(detail="You attempted to reply to a Tweet that is deleted or not visible to you."),
        Rejected,
        Refusal.NOT_FOUND,
    ),
    ("too long", 403, frame(detail="Your Tweet text is too long."), Rejected, Refusal.TOO_LONG),
    (
        "app not in a package",
        403,
        {
            "client_id": "1",
            "reason": "client-not-enrolled",
            "title": "Client Forbidden",
            "detail": "…",
            "registration_url": "https://developer.x.com",
            "type": f"{PROBLEMS[0]}client-forbidden",
        },
        AppNotEnrolled,
        None,
    ),
    (
        "wrong kind of sign-in",
        403,
        frame("Unsupported Authentication", "…", f"{PROBLEMS[1]}unsupported-authentication"),
        AppOfOtherKind,
        None,
    ),
    (
        "out of credit, form A",
        402,
        {
            "account_id": 1,
            "title": "CreditsDepleted",
            "detail": "Your enrolled account [1] does not have any credits for this request.",
            "type": f"{PROBLEMS[0]}credits",
        },
        OutOfCredit,
        None,
    ),
    (
        "out of credit, form B",
        402,
        frame("Payment Required", "credits depleted", f"{PROBLEMS[1]}credits-depleted", 402),
        OutOfCredit,
        None,
    ),
    ("out of credit, no body", 402, b"", OutOfCredit, None),
    (
        "spending limit",
        403,
        {
            "title": "SpendCapReached",
            "reset_date": "2026-12-01",
            "detail": "…",
            "type": f"{PROBLEMS[1]}credits",
        },
        SpendCap,
        None,
    ),
    (
        "monthly cap",
        429,
        {
            "account_id": 1,
            "product_name": "standard-basic",
            "title": "UsageCapExceeded",
            "period": "Monthly",
            "scope": "Product",
            "detail": "Usage cap exceeded: Monthly product cap",
            "type": f"{PROBLEMS[0]}usage-capped",
        },
        MonthlyCap,
        None,
    ),
    (
        "rate limit, old form",
        429,
        {"errors": [{"code": 88, "message": "Rate limit exceeded"}]},
        RateLimited,
        None,
    ),
    (
        "rate limit, live form",
        429,
        frame("Too Many Requests", "Too Many Requests", status=429),
        RateLimited,
        None,
    ),
    ("rate limit, a page", 429, b"<html>slow down</html>", RateLimited, None),
    (
        "not found",
        404,
        frame("Not Found Error", "Could not find tweet", f"{PROBLEMS[1]}resource-not-found", 404),
        Rejected,
        Refusal.NOT_FOUND,
    ),
    ("call gone from X", 404, b"", Rejected, Refusal.GONE_FROM_X),
    ("a proxy's page", 403, b"<!doctype html><title>Blocked</title>", ServerTrouble, None),
    (
        "over the day's posts",
        403,
        frame(detail="User is over daily status update limit."),
        RateLimited,
        None,
    ),
]
"""Name, status, body, error, and the reason of a Rejected."""
