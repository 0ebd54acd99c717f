"""Signing in, limits, money, and the paths X does not have."""

import pytest

from services.x_api.practice import Request, Sort, Trouble
from services.x_api.practice.refusals import NAMED
from tests.services.x_api.practice.conftest import ME, Caller

WINDOW = 15 * 60


@pytest.mark.parametrize("header", [{}, {"Authorization": "Bearer other"}, {"Authorization": "x"}])
def test_who_is_not_signed_in_is_told_so(x, header):
    answer = x.handle(Request("GET", "/2/users/me", {}, header))

    assert answer.status == 401
    assert answer.json() == {
        "title": "Unauthorized",
        "type": "about:blank",
        "status": 401,
        "detail": "Unauthorized",
    }


@pytest.mark.parametrize("path", ["/2/dm_events", "/2/tweets/1/liking_users", "/1.1/x.json", "/"])
def test_unknown_paths_are_answered_with_nothing(caller, path):
    answer = caller.get(path)

    assert (answer.status, answer.body) == (404, b"")
    assert "content-type" not in answer.headers


def test_every_answer_tells_the_limit(caller, clock):
    first = caller.get("/2/users/me")
    second = caller.get("/2/users/me", nonsense="1")

    assert first.headers["x-rate-limit-limit"] == "75"
    assert first.headers["x-rate-limit-remaining"] == "74"
    assert first.headers["x-rate-limit-reset"] == str(clock.now() + WINDOW)
    assert (second.status, second.headers["x-rate-limit-remaining"]) == (400, "73")


def test_over_the_limit_until_the_window_ends(bare, clock):
    for _ in range(75):
        assert bare.get("/2/users/me").status == 200
    clock.advance(WINDOW - 1)

    refused = bare.get("/2/users/me")
    assert refused.status == 429
    assert refused.json()["title"] == "Too Many Requests"
    assert refused.headers["x-rate-limit-remaining"] == "0"
    assert refused.headers["x-rate-limit-reset"] == str(clock.now() + 1)
    assert bare.get(f"/2/users/{ME}/mentions").status == 200

    clock.advance(1)
    assert bare.get("/2/users/me").status == 200


def test_posting_has_a_limit_of_its_own_and_one_a_day(bare):
    for number in range(100):
        bare.say(f"Post {number}")
    refused = bare.post("/2/tweets", {"text": "One too many"})

    assert refused.status == 429
    assert refused.headers["x-app-limit-24hour-limit"] == "10000"
    assert refused.headers["x-app-limit-24hour-remaining"] == "9900"


@pytest.mark.parametrize(
    ("name", "status", "title"),
    [
        ("unauthorized", 401, "Unauthorized"),
        ("credits_depleted", 402, "CreditsDepleted"),
        ("payment_required", 402, "Payment Required"),
        ("spend_cap", 403, "SpendCapReached"),
        ("client_not_enrolled", 403, "Client Forbidden"),
        ("unsupported_auth", 403, "Unsupported Authentication"),
        ("not_permitted", 403, "Forbidden"),
        ("monthly_cap", 429, "UsageCapExceeded"),
        ("rate_limited", 429, "Too Many Requests"),
        ("unavailable", 503, "Service Unavailable"),
        ("internal_error", 500, "Internal Server Error"),
    ],
)
def test_a_refusal_asked_for_by_name(bare, name, status, title):
    bare.x.script(Trouble(sort=Sort.REFUSE, name=name, method="POST", path="/2/tweets"))

    refused = bare.post("/2/tweets", {"text": "Hello"})

    assert (refused.status, refused.json()["title"]) == (status, title)
    assert bare.post("/2/tweets", {"text": "Hello"}).status == 201


def test_a_monthly_cap_leaves_the_window_open_and_a_rate_limit_does_not(bare):
    bare.x.script(Trouble(sort=Sort.REFUSE, name="monthly_cap"))
    bare.x.script(Trouble(sort=Sort.REFUSE, name="rate_limited"))

    assert bare.get("/2/users/me").headers["x-rate-limit-remaining"] == "74"
    assert bare.get("/2/users/me").headers["x-rate-limit-remaining"] == "0"


def test_every_named_refusal_can_be_made(clock, x):
    caller = Caller(x, clock)
    for name in NAMED:
        x.script(Trouble(sort=Sort.REFUSE, name=name))
        assert caller.get("/2/users/me").status >= 400
    assert caller.get("/2/users/me").status == 200


def test_a_refusal_nobody_knows_is_not_scripted():
    with pytest.raises(ValueError, match="no refusal is called"):
        Trouble(sort=Sort.REFUSE, name="grumpy")
    with pytest.raises(ValueError, match="0 times"):
        Trouble(sort=Sort.DROP, times=0)
