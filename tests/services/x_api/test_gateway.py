import base64
import logging
import re
import socket
import threading
from contextlib import contextmanager

import pytest
import requests

from services.errors import (
    AnswerNotUnderstood,
    AppError,
    MonthlyCap,
    Offline,
    OutcomeUnknown,
    RateLimited,
    Refusal,
    Rejected,
    ServerTrouble,
    SignInNeeded,
)
from services.x_api import gateway as gateway_module
from services.x_api.gateway import Gateway
from services.x_api.wire import Dialect
from tests.scripted_x import ScriptedX, answer, in_post_dialect, x_post, x_user

TOKEN = "aVerySecretToken0123456789"
TEXTS = [
    "Tea again",
    "شاي جديد في المتجر ☕️",
    "چای تازه‌دم رسید",
    "新しいお茶が入りました🍵",
    "新茶到店 👩‍👩‍👧",
    'line\nbreak "quote" \\ <b>&amp;',
]


@pytest.fixture
def made(clock):
    def make(*answers, token=lambda: TOKEN, **options):
        x = ScriptedX(*answers)
        waits = []
        gateway = Gateway(token, clock, adapter=x, wait=waits.append, **options)
        gateway.waits = waits
        return gateway, x

    return make


def created(x_id="55", text="Tea again"):
    return answer({"data": {"id": x_id, "text": text}}, 201)


def timeline(*posts, token=None, **more):
    meta = {"result_count": len(posts)} | ({"next_token": token} if token else {})
    return answer({"meta": meta} | ({"data": list(posts)} if posts else {}) | more)


# What goes out.


@pytest.mark.parametrize("text", TEXTS)
def test_a_post_goes_out_as_it_was_written(made, text):
    gateway, x = made(created(text=text))

    post = gateway.create_post(text, media_ids=("11", "12"), reply_to="9")

    (asked,) = x.asked
    assert (asked.method, asked.url) == ("POST", "https://api.x.com/2/tweets")
    assert asked.json == {
        "text": text,
        "media": {"media_ids": ["11", "12"]},
        "reply": {"in_reply_to_tweet_id": "9"},
    }
    assert asked.headers["Authorization"] == f"Bearer {TOKEN}"
    assert (post.id, post.text) == ("55", text)


def test_a_plain_post_asks_for_nothing_else(made):
    gateway, x = made(created())

    gateway.create_post("Tea again")

    assert x.asked[0].json == {"text": "Tea again"}


def test_every_call_has_a_timeout_and_a_connection_of_its_own(made):
    gateway, x = made(answer({"data": x_user()}), answer({"data": {"id": "1"}}))

    gateway.me()
    gateway.upload_image(b"x", "image/png")

    assert [asked.timeout for asked in x.asked] == [(5, 20), (5, 120)]
    assert {asked.headers["Connection"] for asked in x.asked} == {"close"}


def test_mentions_are_asked_after_the_last_one(made):
    gateway, x = made(timeline(x_post(), includes={"users": [x_user()]}))

    page = gateway.mentions("42", since_id="99", limit=50)

    asked = x.asked[0]
    assert asked.path == "/2/users/42/mentions"
    assert asked.query["since_id"] == "99"
    assert asked.query["max_results"] == "50"
    assert asked.query["expansions"] == "author_id"
    assert {"author_id", "created_at", "public_metrics"} <= set(
        asked.query["tweet.fields"].split(",")
    )
    assert page.users["7"].handle == "tea"
    assert page.newest_id == "100"


def test_authors_that_are_known_are_not_asked_for_again(made):
    gateway, x = made(timeline(x_post()))

    gateway.mentions("42", with_users=False)

    assert "expansions" not in x.asked[0].query


def test_own_posts_are_asked_for_a_span_without_reposts(made):
    gateway, x = made(timeline(x_post()))

    gateway.own_posts("7", since=1_795_168_800, until=1_795_255_200, limit=3, owner_metrics=True)

    asked = x.asked[0]
    assert asked.path == "/2/users/7/tweets"
    assert asked.query["start_time"] == "2026-11-20T10:00:00Z"
    assert asked.query["end_time"] == "2026-11-21T10:00:00Z"
    assert asked.query["exclude"] == "retweets"
    assert asked.query["max_results"] == "10"
    assert "non_public_metrics" in asked.query["tweet.fields"]


def test_pages_are_read_to_the_limit(made):
    first = [x_post(str(n)) for n in range(400, 300, -1)]
    second = [x_post(str(n)) for n in range(300, 250, -1)]
    gateway, x = made(timeline(*first, token="p2"), timeline(*second, token="p3"))

    page = gateway.mentions("42", limit=150)

    assert [asked.query["max_results"] for asked in x.asked] == ["100", "50"]
    assert x.asked[1].query["pagination_token"] == "p2"
    assert [post.id for post in page.posts] == [str(n) for n in range(400, 250, -1)]
    assert page.newest_id == "400"
    assert page.next_token == "p3"


def test_an_empty_page_may_have_a_next_one_but_not_for_ever(made):
    gateway, x = made(*[timeline(token=f"p{n}") for n in range(9)])

    assert gateway.mentions("42").posts == ()
    assert len(x.asked) == 3


def test_x_is_never_asked_for_less_than_it_gives(made):
    posts = [x_post(str(n)) for n in (9, 8, 7, 6, 5)]
    gateway, x = made(timeline(*posts))

    page = gateway.mentions("42", limit=2)

    assert x.asked[0].query["max_results"] == "5"
    assert [post.id for post in page.posts] == ["9", "8"]


def test_ids_are_asked_for_by_the_hundred(made):
    gateway, x = made(
        answer({"data": [x_post("1")]}),
        answer({"errors": [{"title": "Not Found Error", "resource_id": "101"}]}),
    )

    page = gateway.posts(tuple(str(n) for n in range(1, 102)))

    assert [len(asked.query["ids"].split(",")) for asked in x.asked] == [100, 1]
    assert [post.id for post in page.posts] == ["1"]


def test_users_come_with_their_counts(made):
    gateway, x = made(answer({"data": [x_user("7"), x_user("8", username="دکان")]}))

    users = gateway.users(("7", "8"))

    assert x.asked[0].query["ids"] == "7,8"
    assert [user.handle for user in users] == ["tea", "دکان"]
    assert users[0].followers == 321


def test_a_post_is_deleted(made):
    gateway, x = made(answer({"data": {"deleted": True}}), answer({"data": {"deleted": False}}))

    gateway.delete_post("5")

    assert (x.asked[0].method, x.asked[0].path) == ("DELETE", "/2/tweets/5")
    with pytest.raises(Rejected):
        gateway.delete_post("5")


# What comes back wrong.


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


def test_the_token_is_read_when_needed_and_again_after_it_was_refused(made):
    tokens = iter(["first", "second"])
    gateway, x = made(
        answer({"data": x_user()}),
        answer({"title": "Unauthorized"}, 401),
        answer({"data": x_user()}),
        token=lambda: next(tokens),
    )

    gateway.me()
    with pytest.raises(SignInNeeded):
        gateway.me()
    gateway.me()

    sent = [asked.headers["Authorization"] for asked in x.asked]
    assert sent == ["Bearer first", "Bearer first", "Bearer second"]


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


# Pictures.


def media(x_id="710", **more):
    return answer({"data": {"id": x_id, "media_key": f"3_{x_id}"} | more})


def test_a_small_picture_goes_whole(made, clock):
    gateway, x = made(media(expires_after_secs=86_400))

    uploaded = gateway.upload_image(b"\x89PNG\xff", "image/png")

    (asked,) = x.asked
    assert (asked.method, asked.path) == ("POST", "/2/media/upload")
    assert asked.json == {
        "media": base64.b64encode(b"\x89PNG\xff").decode(),
        "media_category": "tweet_image",
    }
    assert (uploaded.id, uploaded.expires_at) == ("710", clock.now() + 86_400)


def test_a_larger_picture_goes_in_pieces(made):
    data = bytes(range(256)) * 4 * 1024 + b"the last piece"
    gateway, x = made(media(), answer(b"", 204), answer({"data": {}}), media())

    uploaded = gateway.upload_image(data, "image/jpeg")

    assert [asked.path.removeprefix("/2/media/upload/") for asked in x.asked] == [
        "initialize",
        "710/append",
        "710/append",
        "710/finalize",
    ]
    assert x.asked[0].json == {
        "media_type": "image/jpeg",
        "total_bytes": len(data),
        "media_category": "tweet_image",
    }
    pieces = [asked.json for asked in x.asked[1:3]]
    assert [piece["segment_index"] for piece in pieces] == [0, 1]
    assert b"".join(base64.b64decode(piece["media"]) for piece in pieces) == data
    assert uploaded.id == "710"


def test_a_gif_goes_in_pieces_and_is_waited_for(made):
    working = {"state": "in_progress", "check_after_secs": 2}
    gateway, x = made(
        media(),
        answer({"data": {}}),
        media(processing_info={"state": "pending", "check_after_secs": 1}),
        media(processing_info=working),
        media(processing_info={"state": "succeeded"}),
    )

    gateway.upload_image(b"GIF89a", "image/gif")

    assert x.asked[0].json["media_category"] == "tweet_gif"
    assert x.asked[-1].query == {"media_id": "710", "command": "STATUS"}
    assert gateway.waits == [1, 2]


def test_a_picture_x_cannot_use_is_refused(made):
    gateway, _ = made(media(), answer({}), media(processing_info={"state": "failed"}))

    with pytest.raises(Rejected) as caught:
        gateway.upload_image(b"GIF89a", "image/gif")

    assert caught.value.reason is Refusal.BAD_MEDIA


def test_a_picture_x_never_finishes_is_left_for_later(made):
    busy = media(processing_info={"state": "in_progress", "check_after_secs": 900})
    gateway, _ = made(*[busy] * 40)

    with pytest.raises(ServerTrouble):
        gateway.upload_image(b"x", "image/png")

    assert len(gateway.waits) == 30
    assert max(gateway.waits) == 5


@pytest.mark.parametrize(
    ("data", "mime"),
    [(b"", "image/png"), (b"x", "image/tiff"), (b"x" * (5 * 1024 * 1024 + 1), "image/jpeg")],
)
def test_what_x_never_takes_does_not_leave_this_computer(made, data, mime):
    gateway, x = made()

    with pytest.raises(Rejected) as caught:
        gateway.upload_image(data, mime)

    assert caught.value.reason is Refusal.BAD_MEDIA
    assert x.asked == []


def test_alt_text_is_set_before_the_post(made):
    gateway, x = made(answer({"data": {"id": "710"}}))

    gateway.set_alt_text("710", "فنجان أزرق على طاولة")

    assert x.asked[0].path == "/2/media/metadata"
    assert x.asked[0].json == {
        "id": "710",
        "metadata": {"alt_text": {"text": "فنجان أزرق على طاولة"}},
    }
    with pytest.raises(Rejected):
        gateway.set_alt_text("710", "x" * 1001)


# Real sockets, on this computer.


def whole_request(connection):
    heard = b""
    while b"\r\n\r\n" not in heard:
        heard += connection.recv(65_536)
    head, _, body = heard.partition(b"\r\n\r\n")
    found = re.search(rb"(?i)content-length: (\d+)", head)
    while len(body) < int(found[1] if found else 0):
        body += connection.recv(65_536)
    return head + b"\r\n\r\n" + body


@contextmanager
def server(*, reply=None, times=1):
    """A port that reads one request, says `reply` and hangs up; with None it keeps silent.

    A second call is heard on a connection of its own only.
    """
    listening = socket.create_server(("127.0.0.1", 0))
    heard = []
    release = threading.Event()

    def serve():
        for _ in range(times):
            connection, _ = listening.accept()
            with connection:
                heard.append(whole_request(connection))
                if reply is None:
                    release.wait(10)
                else:
                    connection.sendall(reply)

    thread = threading.Thread(target=serve)
    thread.start()
    yield f"http://127.0.0.1:{listening.getsockname()[1]}", heard
    release.set()
    listening.close()
    thread.join(5)


@pytest.mark.loopback
def test_nobody_listening_is_offline(clock):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    gateway = Gateway(lambda: TOKEN, clock, host=f"http://127.0.0.1:{port}")

    with pytest.raises(Offline):
        gateway.create_post("Tea")
    with pytest.raises(Offline):
        gateway.me()


@pytest.mark.loopback
def test_a_connection_that_ends_without_an_answer_leaves_a_post_in_doubt(clock):
    with server(reply=b"") as (host, heard):
        gateway = Gateway(lambda: TOKEN, clock, host=host)

        with pytest.raises(OutcomeUnknown):
            gateway.create_post("Tea")

    assert b'{"text": "Tea"}' in heard[0]


@pytest.mark.loopback
def test_an_answer_that_breaks_off_leaves_a_post_in_doubt(clock):
    cut = b'HTTP/1.1 201 Created\r\nContent-Length: 60\r\n\r\n{"data": {"id"'
    with server(reply=cut) as (host, _):
        gateway = Gateway(lambda: TOKEN, clock, host=host)

        with pytest.raises(OutcomeUnknown):
            gateway.create_post("Tea")


@pytest.mark.loopback
def test_a_connection_the_other_end_has_closed_is_never_used_again(clock):
    reply = b'HTTP/1.1 200 OK\r\nContent-Length: 25\r\n\r\n{"data":{"deleted":true}}'
    with server(reply=reply, times=20) as (host, heard):
        gateway = Gateway(lambda: TOKEN, clock, host=host)
        for _ in range(20):
            gateway.delete_post("5")

    assert len(heard) == 20


@pytest.mark.loopback
def test_an_x_that_keeps_silent_is_not_waited_for_for_ever(clock, monkeypatch):
    monkeypatch.setattr(gateway_module, "READ_SECONDS", 0.2)
    with server() as (host, _):
        gateway = Gateway(lambda: TOKEN, clock, host=host)

        with pytest.raises(OutcomeUnknown):
            gateway.create_post("Tea")


@pytest.mark.loopback
def test_no_proxy_sees_the_token_of_an_x_on_this_computer(clock, monkeypatch):
    monkeypatch.setenv("HTTP_PROXY", "http://proxy.example:3128")
    monkeypatch.delenv("NO_PROXY", raising=False)
    reply = b'HTTP/1.1 200 OK\r\nContent-Length: 25\r\n\r\n{"data":{"deleted":true}}'
    with server(reply=reply) as (host, heard):
        Gateway(lambda: TOKEN, clock, host=host).delete_post("5")

    assert f"Bearer {TOKEN}".encode() in heard[0]


def test_without_a_network_it_is_offline(clock, monkeypatch):
    def no_name(*_args, **_more):
        raise socket.gaierror(-2, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", no_name)
    for name in ("HTTP_PROXY", "HTTPS_PROXY", "http_proxy", "https_proxy", "ALL_PROXY"):
        monkeypatch.delenv(name, raising=False)

    with pytest.raises(Offline):
        Gateway(lambda: TOKEN, clock).create_post("Tea")


def test_lanes_take_turns(made, clock):
    """One session is never in two calls at once."""
    inside = []
    most = []

    class Slow(ScriptedX):
        def send(self, *args, **more):
            inside.append(1)
            most.append(len(inside))
            threading.Event().wait(0.01)
            inside.pop()
            return super().send(*args, **more)

    gateway = Gateway(
        lambda: TOKEN, clock, adapter=Slow(*[answer({"data": x_user()}) for _ in range(8)])
    )
    threads = [threading.Thread(target=gateway.me) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert max(most) == 1
