"""The gateway when X refuses, talks nonsense or another dialect; and no secret is told."""

import logging

import pytest
import requests

from services.errors import (
    AnswerNotUnderstood,
    AppError,
    AppOfOtherKind,
    MonthlyCap,
    Offline,
    OutcomeUnknown,
    RateLimited,
    Refusal,
    Rejected,
    RenewalLost,
    ServerTrouble,
    SignInEnded,
    SignInNeeded,
)
from services.x_api.wire import Dialect
from tests.scripted_x import TOKEN, answer, created, in_post_dialect, timeline, x_post, x_user


def test_html_half_a_json_and_nothing_leave_a_post_in_doubt_and_a_read_not_understood(made):
    for body in (b"<html>hello</html>", b'{"data": {"id": "5', b"", b"[]", b'{"data": {}}'):
        gateway, _ = made(answer(body, 201), answer(body))

        with pytest.raises(OutcomeUnknown):
            gateway.create_post("Tea")
        with pytest.raises(AnswerNotUnderstood):
            gateway.me()


def test_a_lost_connection_leaves_a_post_in_doubt(made):
    gateway, _ = made(requests.ReadTimeout(), requests.ConnectTimeout())

    with pytest.raises(OutcomeUnknown):
        gateway.create_post("Tea")
    with pytest.raises(Offline):
        gateway.create_post("Tea")


def test_a_refusal_says_why(made):
    duplicate = {
        "detail": "You are not allowed to create a Tweet with duplicate content.",
        "type": "about:blank",
        "title": "Forbidden",
        "status": 403,
    }
    gateway, _ = made(answer(duplicate, 403))

    with pytest.raises(Rejected) as caught:
        gateway.create_post("Tea")

    assert caught.value.reason is Refusal.DUPLICATE


def test_a_timeline_of_nobody_is_refused(made):
    gone = {"title": "Not Found Error", "type": "https://api.x.com/2/problems/resource-not-found"}
    gateway, _ = made(answer({"errors": [gone]}))

    with pytest.raises(Rejected) as caught:
        gateway.mentions("42")

    assert caught.value.reason is Refusal.NOT_FOUND


def test_a_redirect_is_never_followed(made):
    gateway, x = made(answer(b"", 302, location="https://elsewhere.example/2/users/me"))

    with pytest.raises(ServerTrouble):
        gateway.me()

    assert [asked.url.partition("?")[0] for asked in x.asked] == ["https://api.x.com/2/users/me"]


def test_a_refused_call_is_not_repeated_within_its_window(made, clock):
    until = clock.now() + 600
    gateway, x = made(
        answer({"title": "Too Many Requests"}, 429, x_rate_limit_reset=str(until)),
        timeline(x_post()),
        timeline(x_post()),
    )
    for _ in range(3):
        with pytest.raises(RateLimited) as caught:
            gateway.mentions("42")
        assert caught.value.until == until
    assert len(x.asked) == 1

    gateway.own_posts("42")
    clock.advance(600)
    gateway.mentions("42")

    assert len(x.asked) == 3


def test_a_monthly_cap_is_not_taken_for_a_window(made, clock):
    capped = {"title": "UsageCapExceeded", "type": "https://api.x.com/2/problems/usage-capped"}
    headers = {"x_rate_limit_remaining": "40", "x_rate_limit_reset": str(clock.now() + 600)}
    gateway, _ = made(*[answer(capped, 429, **headers)] * 2)

    for _ in range(2):
        with pytest.raises(MonthlyCap):
            gateway.mentions("42")


class Tokens:
    """Hands out `first`, and at each renewal the next one."""

    def __init__(self, first, *renewed):
        self.current = first
        self.renewed = list(renewed)
        self.refused = []

    def get(self):
        return self.current

    def check_proven(self):
        pass

    def renew(self, refused):
        self.refused.append(refused)
        told = self.renewed.pop(0)
        if isinstance(told, Exception):
            raise told
        self.current = told
        return told


UNAUTHORIZED = {"title": "Unauthorized", "type": "about:blank", "status": 401}


def bearers(x):
    return [asked.headers["Authorization"].removeprefix("Bearer ") for asked in x.asked]


def test_after_a_401_the_call_is_made_once_more_with_another_token(made):
    tokens = Tokens("first", "second")
    gateway, x = made(
        answer({"data": x_user()}),
        answer(UNAUTHORIZED, 401),
        answer({"data": x_user()}),
        tokens=tokens,
    )

    gateway.me()
    gateway.me()

    assert bearers(x) == ["first", "first", "second"]
    assert tokens.refused == ["first"]


def test_a_post_too_is_asked_for_again_after_a_401_and_is_there_once(made):
    gateway, x = made(answer(UNAUTHORIZED, 401), created("55"), tokens=Tokens("first", "second"))

    assert gateway.create_post("お茶").id == "55"

    assert bearers(x) == ["first", "second"]
    assert x.asked[0].body == x.asked[1].body


def test_a_second_401_is_told_and_no_third_call_made(made):
    tokens = Tokens("first", "second", "third")
    gateway, x = made(answer(UNAUTHORIZED, 401), answer(UNAUTHORIZED, 401), tokens=tokens)

    with pytest.raises(SignInNeeded):
        gateway.create_post("Tea")

    assert bearers(x) == ["first", "second"]


@pytest.mark.parametrize(
    "trouble",
    [SignInEnded("over"), RenewalLost("lost"), Offline("no way"), RateLimited(until=5)],
)
def test_what_keeps_a_token_from_being_renewed_is_told(made, trouble):
    gateway, x = made(answer(UNAUTHORIZED, 401), tokens=Tokens("first", trouble))

    with pytest.raises(type(trouble)) as caught:
        gateway.create_post("Tea")

    assert caught.value is trouble
    assert len(x.asked) == 1


def test_xs_trouble_with_tokens_leaves_no_post_in_doubt(made):
    """ServerTrouble would mean that the post may be on X."""
    gateway, x = made(
        answer(UNAUTHORIZED, 401), tokens=Tokens("first", ServerTrouble("503 at the token page"))
    )

    with pytest.raises(Offline):
        gateway.create_post("Tea")

    assert len(x.asked) == 1


def test_a_403_or_an_app_of_another_kind_renews_nothing(made):
    other_kind = {"title": "Unsupported Authentication", "status": 401}
    tokens = Tokens("first", "second")
    gateway, _ = made(
        answer({"title": "Forbidden", "status": 403}, 403), answer(other_kind, 401), tokens=tokens
    )

    with pytest.raises(Rejected):
        gateway.me()
    with pytest.raises(AppOfOtherKind):
        gateway.me()

    assert tokens.refused == []


# The two dialects.


def test_missing_fields_turn_the_next_call_to_the_other_dialect(made, caplog):
    caplog.set_level(logging.INFO)
    bare = {"id": "100", "text": "x"}
    gateway, x = made(timeline(bare), timeline(in_post_dialect(x_post())))

    with pytest.raises(AnswerNotUnderstood):
        gateway.mentions("42")
    page = gateway.mentions("42")

    assert "tweet.fields" in x.asked[0].query
    assert "post.fields" in x.asked[1].query
    assert x.asked[1].query["expansions"] == "author_id,referenced_posts"
    assert page.posts[0].metrics.reposts == 3
    assert "dialect drift" in caplog.text


def test_own_posts_are_known_as_own_in_the_new_dialect(made):
    post = in_post_dialect(x_post())
    del post["author_id"]
    gateway, _ = made(timeline(post), dialect=Dialect.POST)

    assert gateway.own_posts("7").posts[0].author_id == "7"


# Secrets.


def test_the_token_is_in_no_log_and_in_no_error(made, caplog):
    caplog.set_level(logging.DEBUG)
    gateway, _ = made(
        created(),
        answer({"title": "Unauthorized"}, 401),
        requests.ConnectionError("reset"),
        answer(b"<html>", 200),
    )
    messages = []
    gateway.create_post("Tea")
    for _ in range(3):
        with pytest.raises(AppError) as caught:
            gateway.me()
        messages += [str(caught.value), repr(caught.value), repr(caught.value.__cause__)]

    assert TOKEN not in caplog.text
    assert TOKEN not in " ".join(messages)
    assert TOKEN not in repr(gateway)


def test_a_password_in_netrc_never_takes_the_tokens_place(made, monkeypatch, tmp_path):
    netrc = tmp_path / "netrc"
    netrc.write_text("machine api.x.com login me password hidden\n")
    netrc.chmod(0o600)
    monkeypatch.setenv("NETRC", str(netrc))
    gateway, x = made(answer({"data": x_user()}))

    gateway.me()

    assert x.asked[0].headers["Authorization"] == f"Bearer {TOKEN}"
