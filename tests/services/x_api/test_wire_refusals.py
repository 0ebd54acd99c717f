"""Every refusal, and every lost answer, has its error."""

import json

import pytest
import requests
from hypothesis import given
from hypothesis import strategies as st
from urllib3.connectionpool import HTTPSConnectionPool
from urllib3.exceptions import (
    MaxRetryError,
    NameResolutionError,
    NewConnectionError,
    ProtocolError,
)

from services.errors import (
    AppError,
    AppNotEnrolled,
    AppOfOtherKind,
    MonthlyCap,
    Offline,
    OutcomeUnknown,
    OutOfCredit,
    Refusal,
    Rejected,
    ServerTrouble,
)
from services.x_api import wire
from services.x_api.wire import Ask
from tests.scripted_x import TOKEN
from tests.x_refusals import PROBLEMS, REFUSALS, frame

NOW = 1_795_168_800
CREATE = Ask("POST", "/2/tweets")
READ = Ask("GET", "/2/users/7/mentions")
UPLOAD = Ask("POST", "/2/media/upload")
ME = Ask("GET", "/2/users/me")


def refused(body, status=403, ask=CREATE, **headers):
    raw = body if isinstance(body, bytes) else json.dumps(body).encode()
    return wire.refusal(ask, status, headers, raw, NOW)


@pytest.mark.parametrize(
    ("status", "body", "kind", "reason"),
    [case[1:] for case in REFUSALS],
    ids=[case[0] for case in REFUSALS],
)
def test_each_refusal_has_its_error(status, body, kind, reason):
    error = refused(body, status)

    assert type(error) is kind
    assert getattr(error, "reason", None) is reason


@pytest.mark.parametrize(
    ("status", "body", "kind", "reason"),
    [case[1:] for case in REFUSALS if isinstance(case[2], dict) and "errors" not in case[2]],
)
def test_the_frame_may_stand_in_errors_or_in_a_list(status, body, kind, reason):
    for wrapped in ({"errors": [body]}, [body]):
        error = refused(wrapped, status)

        assert type(error) is kind
        assert getattr(error, "reason", None) is reason


@pytest.mark.parametrize("host", PROBLEMS)
@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        ("credits", OutOfCredit),
        ("credits-depleted", OutOfCredit),
        ("usage-capped", MonthlyCap),
        ("client-forbidden", AppNotEnrolled),
        ("unsupported-authentication", AppOfOtherKind),
        ("resource-not-found", Rejected),
    ],
)
def test_the_type_is_known_by_its_last_part_on_both_hosts(host, kind, expected):
    assert isinstance(refused({"type": host + kind}), expected)


def test_the_type_counts_before_the_words():
    misleading = frame("CreditsDepleted", "duplicate media is too long", f"{PROBLEMS[0]}credits")

    assert isinstance(refused(misleading), OutOfCredit)


@pytest.mark.parametrize("status", [500, 502, 503, 504, 302, 308, 408])
@pytest.mark.parametrize(
    "body", [frame("Service Unavailable", status=503), b"", b"<html>", b'{"title": "Serv', [1, 2]]
)
def test_trouble_at_x_leaves_a_post_in_doubt_and_a_read_to_be_tried_again(status, body):
    assert isinstance(refused(body, status, CREATE), OutcomeUnknown)
    for ask in (READ, UPLOAD, Ask("DELETE", "/2/tweets/1"), Ask("POST", "/2/media/metadata")):
        assert isinstance(refused(body, status, ask), ServerTrouble)


def test_a_spending_limit_and_a_cap_say_when_they_go_on():
    for title in ("SpendCapReached", "UsageCapExceeded"):
        error = refused({"title": title, "reset_date": "2026-12-01"})

        assert error.until == 1_796_083_200
        assert refused({"title": title, "reset_date": "soon"}).until is None


def test_a_rate_limit_ends_when_its_window_does():
    error = refused(
        frame(status=429),
        429,
        **{"x-rate-limit-reset": str(NOW + 77), "x-rate-limit-remaining": "0"},
    )

    assert error.until == NOW + 77
    assert refused(b"", 429).until == NOW + 900


def test_what_an_upload_is_refused_for_is_its_picture():
    assert refused(frame("Invalid Request"), 400, UPLOAD).reason is Refusal.BAD_MEDIA
    assert refused(frame("Payload Too Large"), 413, UPLOAD).reason is Refusal.BAD_MEDIA


@pytest.mark.parametrize("key", ["title", "type", "reason", "code", "detail", "message"])
def test_details_hold_nothing_that_x_says_back(key):
    """An X in trouble may answer with the very header it was sent."""
    told = {key: f"Bearer {TOKEN}", "status": 400}
    for body in (told, {"errors": [told]}):
        error = wire.refusal(Ask("POST", "/2/tweets"), 400, {}, json.dumps(body).encode(), now=NOW)
        assert TOKEN.lower() not in f"{error.detail} {error}".lower()


def test_details_hold_no_words_of_customers():
    error = refused(
        {
            "errors": [{"parameters": {"text": ["meine Adresse"]}, "message": "meine Adresse"}],
            "title": "Invalid Request",
            "detail": "meine Adresse",
        },
        400,
    )

    assert "Adresse" not in str(error)


@given(st.binary(max_size=80), st.sampled_from([400, 401, 402, 403, 404, 409, 422, 429, 500, 503]))
def test_any_bytes_become_an_error_of_ours(body, status):
    assert isinstance(wire.refusal(CREATE, status, {}, body, NOW), AppError)


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(
                ["errors", "title", "type", "detail", "parameters", "data", "reset_date"]
            ),
            inner,
            max_size=4,
        )
    ),
    max_leaves=12,
)


@given(json_values, st.sampled_from([400, 403, 404, 429]))
def test_any_json_becomes_an_error_of_ours(body, status):
    assert isinstance(refused(body, status), AppError)


POOL = HTTPSConnectionPool("api.x.com")
NEVER_LEFT = [
    requests.ConnectTimeout(),
    requests.exceptions.ProxyError(),
    requests.ConnectionError(MaxRetryError(POOL, "/", NewConnectionError(POOL, "refused"))),
    requests.ConnectionError(
        MaxRetryError(POOL, "/", NameResolutionError("api.x.com", POOL, OSError("no name")))
    ),
    requests.exceptions.SSLError("certificate verify failed: self-signed certificate"),
]
LOST = [
    requests.ReadTimeout(),
    requests.ConnectionError(ProtocolError("Connection aborted.", ConnectionResetError())),
    requests.exceptions.ChunkedEncodingError(),
    requests.exceptions.ContentDecodingError(),
    requests.exceptions.SSLError("EOF occurred in violation of protocol"),
    requests.ConnectionError(),
]


@pytest.mark.parametrize("error", NEVER_LEFT, ids=lambda error: repr(error)[:40])
def test_what_never_left_is_offline(error):
    assert isinstance(wire.answer_lost(CREATE, error), Offline)
    assert isinstance(wire.answer_lost(READ, error), Offline)


@pytest.mark.parametrize("error", LOST, ids=lambda error: repr(error)[:40])
def test_a_lost_answer_leaves_a_post_in_doubt(error):
    assert isinstance(wire.answer_lost(CREATE, error), OutcomeUnknown)
    assert isinstance(wire.answer_lost(READ, error), ServerTrouble)
    assert isinstance(wire.answer_lost(UPLOAD, error), ServerTrouble)


def test_a_200_with_errors_alone_is_a_refusal():
    gone = {"title": "Not Found Error", "type": f"{PROBLEMS[1]}resource-not-found"}
    denied = {"title": "Forbidden", "detail": "…"}

    assert wire.refusal_within(ME, {"errors": [gone]}, NOW).reason is Refusal.NOT_FOUND
    assert wire.refusal_within(Ask("GET", "/2/tweets"), {"errors": [gone]}, NOW) is None
    assert isinstance(wire.refusal_within(CREATE, {"errors": [denied]}, NOW), OutcomeUnknown)
    assert wire.refusal_within(ME, {"data": {}, "errors": [gone]}, NOW) is None
    assert wire.refusal_within(ME, {"data": {}}, NOW) is None


def test_trouble_within_a_200_is_trouble_even_for_a_look_up():
    broken = {"title": "Internal Error", "type": f"{PROBLEMS[1]}internal-error"}

    error = wire.refusal_within(Ask("GET", "/2/tweets"), {"errors": [broken]}, NOW)

    assert isinstance(error, ServerTrouble)
