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
    AnswerNotUnderstood,
    AppError,
    MonthlyCap,
    Offline,
    OutcomeUnknown,
    OutOfCredit,
    RateLimited,
    Refusal,
    Rejected,
    ServerTrouble,
    SignInNeeded,
)
from services.x_api import wire
from services.x_api.wire import Ask, Asked, Dialect
from services.x_api.wire.answers import moment
from tests.scripted_x import in_post_dialect, x_post, x_user

NOW = 1_795_168_800
CREATE = Ask("POST", "/2/tweets")
READ = Ask("GET", "/2/users/7/mentions")
UPLOAD = Ask("POST", "/2/media/upload")
ME = Ask("GET", "/2/users/me")
PROBLEMS = ("https://api.twitter.com/2/problems/", "https://api.x.com/2/problems/")


def frame(title="Forbidden", detail="", kind="about:blank", status=403, **more):
    return {"title": title, "detail": detail, "type": kind, "status": status} | more


def refused(body, status=403, ask=CREATE, **headers):
    raw = body if isinstance(body, bytes) else json.dumps(body).encode()
    return wire.refusal(ask, status, headers, raw, NOW)


# Every shape of x_platform.md §5, with X's own words.
REFUSALS = [
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
        SignInNeeded,
        None,
    ),
    (
        "wrong kind of sign-in",
        403,
        frame("Unsupported Authentication", "…", f"{PROBLEMS[1]}unsupported-authentication"),
        SignInNeeded,
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
        MonthlyCap,
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
    ("call gone from X", 404, b"", AnswerNotUnderstood, None),
    ("a proxy's page", 403, b"<!doctype html><title>Blocked</title>", ServerTrouble, None),
    (
        "over the day's posts",
        403,
        frame(detail="User is over daily status update limit."),
        RateLimited,
        None,
    ),
]


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
        ("client-forbidden", SignInNeeded),
        ("unsupported-authentication", SignInNeeded),
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


def test_a_spending_limit_says_when_it_goes_on():
    error = refused({"title": "SpendCapReached", "reset_date": "2026-12-01"})

    assert error.until == 1_796_083_200
    assert refused({"title": "SpendCapReached", "reset_date": "soon"}).until is None


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


# What X answers when all is well.


def test_both_dialects_read_alike():
    post = x_post(
        referenced_tweets=[{"type": "replied_to", "id": "90"}, {"type": "quoted", "id": "80"}],
        attachments={"media_keys": ["3_1", "3_2"]},
        note_tweet={"text": "ein langer Text", "entities": {"urls": []}},
        non_public_metrics={
            "engagements": 30,
            "url_link_clicks": 4,
            "user_profile_clicks": 5,
            "impression_count": 120,
        },
    )
    old = {"data": [post], "meta": {"newest_id": "100", "result_count": 1}}
    new = old | {"data": [in_post_dialect(post)]}
    asked = Asked(owner_metrics=True)

    page = wire.post_page(old, asked)

    assert page == wire.post_page(new, asked)
    (read,) = page.posts
    assert (read.parent_id, read.quoted_id) == ("90", "80")
    assert read.text == "ein langer Text"
    assert read.media_keys == ("3_1", "3_2")
    assert read.created_at == NOW - 1_800
    metrics = read.metrics
    assert (metrics.impressions, metrics.likes, metrics.reposts) == (120, 9, 3)
    assert (metrics.replies, metrics.quotes, metrics.bookmarks) == (2, 1, 4)
    assert (metrics.engagements, metrics.link_clicks, metrics.profile_clicks) == (30, 4, 5)


def test_users_read_alike_in_both_dialects():
    user = x_user()
    counts = dict(user["public_metrics"])
    counts["post_count"] = counts.pop("tweet_count")

    read = wire.one_user({"data": user})

    assert read == wire.one_user({"data": user | {"public_metrics": counts}})
    assert (read.handle, read.followers, read.following, read.posts) == ("tea", 321, 45, 678)


@pytest.mark.parametrize(
    "lost",
    [
        "id",
        "text",
        "author_id",
        "created_at",
        "conversation_id",
        "public_metrics",
        "public_metrics.like_count",
        "public_metrics.retweet_count",
        "public_metrics.quote_count",
        "public_metrics.bookmark_count",
        "public_metrics.impression_count",
    ],
)
def test_a_field_that_was_asked_for_and_is_missing_is_no_zero(lost):
    post = x_post()
    name, _, inner = lost.partition(".")
    if inner:
        post[name] = {key: value for key, value in post[name].items() if key != inner}
    else:
        del post[name]

    with pytest.raises(AnswerNotUnderstood):
        wire.post_page({"data": [post]}, Asked())


@pytest.mark.parametrize(
    "change",
    [
        {"id": True},
        {"id": "12a"},
        {"id": None},
        {"text": 5},
        {"created_at": "yesterday"},
        {"created_at": "9999-99-99T00:00:00Z"},
        {"public_metrics": "many"},
        {"public_metrics": {"impression_count": "120"}},
    ],
)
def test_a_field_of_another_sort_is_not_understood(change):
    with pytest.raises(AnswerNotUnderstood):
        wire.post_page({"data": [x_post(**change)]}, Asked())


def test_whose_posts_they_are_may_be_known_from_the_call():
    post = x_post()
    del post["author_id"]

    page = wire.post_page({"data": [post]}, Asked(author_id="7"))

    assert page.posts[0].author_id == "7"


def test_ids_sent_as_numbers_become_text():
    page = wire.post_page({"data": [x_post(id=1146654567674912769)]}, Asked())

    assert page.posts[0].id == "1146654567674912769"


def test_owners_counts_that_x_leaves_out_are_unknown():
    page = wire.post_page({"data": [x_post()]}, Asked(owner_metrics=True))

    assert page.posts[0].metrics.engagements is None
    assert page.posts[0].metrics.link_clicks is None


def test_links_lead_where_they_lead_and_pictures_are_none():
    entities = {
        "urls": [
            {"url": "https://t.co/a", "expanded_url": "https://leafkiln.example/guide"},
            {"url": "https://t.co/b", "expanded_url": "https://x.com/p/1", "media_key": "3_1"},
        ]
    }

    page = wire.post_page({"data": [x_post(entities=entities)]}, Asked())

    assert page.posts[0].links == ("https://leafkiln.example/guide",)


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("2026-11-20T10:00:00Z", NOW),
        ("2026-11-20T10:00:00.000Z", NOW),
        ("2026-11-20T10:00:00.123456Z", NOW),
        ("2026-11-20T10:00:00+00:00", NOW),
        ("2026-11-20T13:30:00+03:30", NOW),
        ("2026-11-20T10:00:00", NOW),
    ],
)
def test_times_with_and_without_fractions(text, seconds):
    assert moment(text) == seconds


def test_posts_that_are_gone_are_simply_not_there():
    gone = {"title": "Not Found Error", "type": f"{PROBLEMS[0]}resource-not-found", "value": "5"}

    page = wire.post_page({"data": [x_post()], "errors": [gone]}, Asked())
    none = wire.post_page({"errors": [gone]}, Asked())

    assert [post.id for post in page.posts] == ["100"]
    assert none.posts == ()


def test_an_empty_timeline_is_empty():
    assert wire.post_page({"meta": {"result_count": 0}}, Asked()).posts == ()
    assert wire.post_page({"data": [], "meta": {"result_count": 0}}, Asked()).posts == ()


@pytest.mark.parametrize("answer", [{}, {"meta": {}}, {"data": {}}, {"data": ["a"]}, {"data": 1}])
def test_an_answer_without_data_is_not_an_empty_one(answer):
    with pytest.raises(AnswerNotUnderstood):
        wire.post_page(answer, Asked())


@pytest.mark.parametrize(
    "body",
    [b"", b"<html>", b'{"data": {"id"', b"[]", b"null", b"7", b"\xff\xfe\x00", b"[" * 99_999],
)
def test_a_body_that_is_no_json_object_is_not_understood(body):
    with pytest.raises(AnswerNotUnderstood):
        wire.read_object(body)


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


def test_a_call_is_put_into_one_dialect():
    params = {
        "tweet.fields": "author_id,created_at,note_tweet,referenced_tweets",
        "expansions": "author_id,referenced_tweets.id",
        "max_results": 10,
    }

    assert wire.in_dialect(params, Dialect.TWEET) == params
    assert wire.in_dialect(params, Dialect.POST) == {
        "post.fields": "created_at,note_post",
        "expansions": "author_id,referenced_posts",
        "max_results": 10,
    }
    assert wire.in_dialect({"user.fields": "id"}, Dialect.POST) == {"user.fields": "id"}
    assert wire.in_dialect(None, Dialect.POST) == {}


def test_the_other_dialect_of_the_other_is_the_first():
    assert Dialect.TWEET.other.other is Dialect.TWEET
