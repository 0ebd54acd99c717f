"""The query of a reading call: checked as X checks it, in X's words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

from services.x_api.practice import refusals
from services.x_api.practice.call import Call
from services.x_api.practice.refusals import Refused

_COMMON = frozenset(
    {
        "tweet.fields",
        "post.fields",
        "user.fields",
        "media.fields",
        "poll.fields",
        "place.fields",
        "expansions",
    }
)
_PAGING = frozenset(
    {
        "since_id",
        "until_id",
        "start_time",
        "end_time",
        "max_results",
        "pagination_token",
        "exclude",
    }
)


def check_names(call: Call, extra: frozenset[str] = frozenset()) -> None:
    allowed = _COMMON | extra
    for name, value in call.request.query.items():
        if name not in allowed:
            shown = ",".join(sorted(allowed))
            raise Refused(
                refusals.invalid(
                    f"The query parameter [{name}] is not one of [{shown}]", {name: [value]}
                )
            )


def names(call: Call, parameter: str) -> tuple[str, ...]:
    """A comma separated list; names X does not know stay in it and are ignored later."""
    text = call.request.query.get(parameter, "")
    return tuple(name for name in text.split(",") if name)


def ids(call: Call, parameter: str = "ids") -> tuple[int, ...]:
    values = names(call, parameter)
    if not 1 <= len(values) <= 100:
        message = (
            f"The number of values in the `{parameter}` query parameter list [{len(values)}] is "
            "not between 1 and 100"
        )
        raise Refused(refusals.invalid(message, {parameter: list(values)}))
    return tuple(_number(parameter, value) for value in dict.fromkeys(values))


@dataclass(frozen=True, slots=True)
class Page:
    """What part of a timeline is asked for. Bounds are ids, all exclusive but `before_second`."""

    size: int
    after: int
    before: int | None
    first_second: int | None
    before_second: int | None
    without: frozenset[str]


def page(call: Call) -> Page:
    check_names(call, _PAGING)
    query = call.request.query
    size = _size(query.get("max_results"))
    after = _number("since_id", query["since_id"]) if "since_id" in query else 0
    before = _number("until_id", query["until_id"]) if "until_id" in query else None
    if "pagination_token" in query:
        token = _token(query["pagination_token"])
        before = token if before is None else min(before, token)
    return Page(
        size=size,
        after=after,
        before=before,
        first_second=_time("start_time", query.get("start_time")),
        before_second=_time("end_time", query.get("end_time")),
        without=frozenset(names(call, "exclude")),
    )


def token_before(number: int) -> str:
    """The token of the page that goes on below this id."""
    return f"7140d{number:x}"


def _token(text: str) -> int:
    try:
        if text.startswith("7140d"):
            return int(text[5:], 16)
    except ValueError:
        pass
    message = f"The `pagination_token` query parameter value [{text}] is not valid"
    raise Refused(refusals.invalid(message, {"pagination_token": [text]}))


def _size(text: str | None) -> int:
    if text is None:
        return 10
    if text.isascii() and text.isdigit() and 5 <= int(text) <= 100:
        return int(text)
    message = f"The `max_results` query parameter value [{text}] is not between 5 and 100"
    raise Refused(refusals.invalid(message, {"max_results": [text]}))


def _number(name: str, text: str) -> int:
    if text.isascii() and text.isdigit() and len(text) <= 19:
        return int(text)
    message = f"The `{name}` query parameter value [{text}] is not valid"
    raise Refused(refusals.invalid(message, {name: [text]}))


def _time(name: str, text: str | None) -> int | None:
    if text is None:
        return None
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        moment = None
    if moment is None or "T" not in text or moment.tzinfo is None:
        message = f"The `{name}` query parameter value [{text}] is not a valid RFC3339 date-time"
        raise Refused(refusals.invalid(message, {name: [text]}))
    return int(moment.astimezone(UTC).timestamp())
