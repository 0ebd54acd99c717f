"""People: the account itself, and others by id or by handle."""

from __future__ import annotations

import json

from services.x_api.practice import meter, params, refusals, render
from services.x_api.practice.call import Answer, Call, Json
from services.x_api.practice.meter import Priced
from services.x_api.practice.refusals import Refused


def me(call: Call) -> Answer:
    params.check_names(call)
    return Answer(200, {"data": _billed(call, [call.me])[0]})


def by_id(call: Call) -> Answer:
    params.check_names(call, frozenset({"ids"}))
    asked = params.ids(call)
    found = _billed(call, list(asked))
    there = {user["id"] for user in found}
    missing = [str(number) for number in asked if str(number) not in there]
    return _answer(found, missing, "ids")


def by_handle(call: Call) -> Answer:
    params.check_names(call, frozenset({"usernames"}))
    handles = list(dict.fromkeys(params.names(call, "usernames")))
    bad = [
        h for h in handles if not (h.isascii() and h.replace("_", "a").isalnum() and len(h) < 16)
    ]
    if not 1 <= len(handles) <= 100 or bad:
        message = "The `usernames` query parameter value does not match ^[A-Za-z0-9_]{1,15}$"
        raise Refused(refusals.invalid(message, {"usernames": bad}))
    rows = call.db.execute(
        "SELECT id, lower(handle) AS handle FROM user WHERE lower(handle) IN "
        "(SELECT value FROM json_each(?))",
        (json.dumps([handle.lower() for handle in handles]),),
    )
    numbers = {row["handle"]: row["id"] for row in rows}
    found = _billed(call, [numbers[h.lower()] for h in handles if h.lower() in numbers])
    return _answer(found, [h for h in handles if h.lower() not in numbers], "usernames")


def _billed(call: Call, numbers: list[int]) -> list[Json]:
    found = render.users(call, numbers)
    read = [("user", int(user["id"])) for user in found]
    meter.charge(call.db, call.now, Priced.USER_READ, read)
    return found


def _answer(found: list[Json], missing: list[str], parameter: str) -> Answer:
    payload: Json = {}
    if found:
        payload["data"] = found
    if missing:
        payload["errors"] = [refusals.not_found("user", value, parameter) for value in missing]
    return Answer(200, payload)
