"""The gateway's calls and what it reads, held against X's own description (X_OPENAPI)."""

import base64
from pathlib import Path

import pytest

from services.accounts.token_values import FixedToken
from services.x_api.client import Extras, NewPoll
from services.x_api.gateway import Gateway
from services.x_api.practice.multipart import fields
from services.x_api.wire import Dialect
from tests.scripted_x import ScriptedX, answer, in_post_dialect, x_post, x_user

DATA = Path(__file__).parents[2] / "data"
ENTITIES = {
    "urls": [
        {
            "start": 0,
            "end": 23,
            "url": "https://t.co/abc",
            "expanded_url": "https://leafkiln.example.com/",
            "display_url": "leafkiln.example.com",
        }
    ]
}


class Samples:
    """Answers in the document's own dialect, each valid by it."""

    def __init__(self, speaks_posts):
        self.new = speaks_posts

    def post(self, x_id="100"):
        post = x_post(
            x_id,
            referenced_tweets=[{"type": "replied_to", "id": "90"}],
            attachments={"media_keys": ["3_1"]},
            entities=ENTITIES,
            non_public_metrics={"impression_count": 120},
        )
        return in_post_dialect(post) if self.new else post | {"edit_history_tweet_ids": [x_id]}

    def user(self):
        user = x_user()
        if self.new:
            counts = user["public_metrics"]
            counts["post_count"] = counts.pop("tweet_count")
        return user

    def posts(self):
        meta = {"result_count": 1, "newest_id": "100", "oldest_id": "100"}
        return {"data": [self.post()], "includes": {"users": [self.user()]}, "meta": meta}

    def media(self):
        told = {"data": {"id": "710", "media_key": "3_710", "expires_after_secs": 86_400}}
        return told if self.new else told | {"meta": {}}

    def worked_on(self):
        told = self.media()
        info = {"state": "in_progress", "check_after_secs": 1}
        # The older document asks for a `type` that it does not describe, and X does not send.
        told["data"] |= {"processing_info": info if self.new else info | {"type": ""}}
        return told

    def appended(self):
        told = {"data": {"expires_at": 1_795_255_200}}
        return told if self.new else told | {"meta": {}}


def body_of(asked):
    """JSON, or the fields of a form as the number and the base64 that JSON would have."""
    kind = asked.headers.get("Content-Type", "")
    if not kind.startswith("multipart/"):
        return asked.json
    told = fields(kind, asked.body)
    media = base64.b64encode(told.pop("media")).decode()
    return {"media": media} | {name: int(value) for name, value in told.items()}


@pytest.fixture
def met(described, clock):
    """Runs calls of a gateway; each must be one the document has, and each answer too."""
    dialect = Dialect.POST if described.speaks_posts else Dialect.TWEET

    def run(use, *answers, status=200):
        x = ScriptedX(*[answer(told, status) for told in answers])
        waits = []
        gateway = Gateway(FixedToken("t"), clock, adapter=x, dialect=dialect, wait=waits.append)
        result = use(gateway)
        run.asked = [(asked.method, asked.path, body_of(asked)) for asked in x.asked]
        assert x.asked
        for asked, told in zip(x.asked, answers, strict=True):
            described.check_request(asked.method, asked.path, asked.query, body_of(asked))
            described.check_answer(asked.method, asked.path, status, told)
        return result

    return run


@pytest.fixture
def samples(described):
    return Samples(described.speaks_posts)


def test_who_it_is(met, samples):
    assert met(lambda x: x.me(), {"data": samples.user()}).posts == 678


def test_users(met, samples):
    (user,) = met(lambda x: x.users(("7",)), {"data": [samples.user()]})

    assert user.handle == "tea"


POLL = NewPoll(("شاي", "قهوة", "緑茶", "x" * 25), 5)


@pytest.mark.parametrize(
    "more",
    [
        {},
        {"media_ids": ("1", "2", "3", "4")},
        {"reply_to": "90"},
        {"extras": Extras(poll=POLL)},
        {"extras": Extras(poll=NewPoll(("tea", "coffee"), 10_080), reply_settings="following")},
        {"extras": Extras(reply_settings="mentionedUsers")},
        {"extras": Extras(reply_settings="subscribers")},
        {"extras": Extras(reply_settings="verified", paid_partnership=True)},
        {"extras": Extras(made_with_ai=True), "media_ids": ("1",)},
        {"extras": Extras(POLL, "verified", True, True), "reply_to": "90"},
    ],
)
def test_a_post(met, more):
    told = {"data": {"id": "55", "text": "شاي جديد"}}

    created = met(lambda x: x.create_post("شاي جديد", **more), told, status=201)

    assert created.id == "55"


def test_a_post_of_pictures_alone(met):
    told = {"data": {"id": "55", "text": "https://t.co/abc"}}

    assert met(lambda x: x.create_post("", media_ids=("1",)), told, status=201).id == "55"


def test_deleting(met):
    met(lambda x: x.delete_post("55"), {"data": {"deleted": True}})

    assert met.asked == [("DELETE", "/2/tweets/55", None)]


@pytest.mark.parametrize("since_id", [None, "99"])
@pytest.mark.parametrize("with_users", [True, False])
def test_mentions(met, samples, since_id, with_users):
    page = met(
        lambda x: x.mentions("7", since_id=since_id, limit=1, with_users=with_users),
        samples.posts(),
    )

    (post,) = page.posts
    assert post.parent_id == "90"
    assert post.links == ("https://leafkiln.example.com/",)
    assert page.users["7"].name == "شای و سفال"


def test_the_next_page_of_mentions(met, samples):
    first = samples.posts()
    first["meta"] = first["meta"] | {"next_token": "7140dibdnow9c7btw4539n1vybnx19ylnh5zm"}

    page = met(lambda x: x.mentions("7", limit=250), first, samples.posts())

    assert len(page.posts) == 2


@pytest.mark.parametrize("owner_metrics", [True, False])
def test_own_posts(met, samples, owner_metrics):
    page = met(
        lambda x: x.own_posts(
            "7", since=1_793_000_000, until=1_795_000_000, limit=1, owner_metrics=owner_metrics
        ),
        samples.posts(),
    )

    assert page.posts[0].metrics.impressions == 120


@pytest.mark.parametrize("owner_metrics", [True, False])
def test_posts_by_id(met, samples, owner_metrics):
    told = samples.posts()
    del told["meta"]

    page = met(lambda x: x.posts(("100", "101"), owner_metrics=owner_metrics), told)

    assert [post.id for post in page.posts] == ["100"]


def test_an_empty_timeline(met):
    assert met(lambda x: x.own_posts("7"), {"meta": {"result_count": 0}}).posts == ()


def test_a_picture_whole(met, samples):
    assert met(lambda x: x.upload_image(b"\x89PNG", "image/png"), samples.media()).id == "710"


@pytest.mark.parametrize("mime", ["image/jpeg", "image/png", "image/webp", "image/gif"])
def test_a_picture_in_pieces(met, samples, mime):
    media, appended = samples.media(), samples.appended()

    sent = met(
        lambda x: x.upload_image(bytes(1_100_000), mime),
        *[media, appended, appended, media],
    )

    assert sent.id == "710"
    assert [path.rpartition("/")[2] for _, path, _ in met.asked] == [
        "initialize",
        "append",
        "append",
        "finalize",
    ]
    assert met.asked[0][2]["media_type"] == mime


@pytest.mark.parametrize("name", ["pot.mp4", "cup.mov"])
def test_a_video_in_pieces(met, samples, name):
    """Its pieces are a form; the document has the same two fields for it as for JSON."""
    told = [samples.media(), samples.appended(), samples.worked_on(), samples.media()]
    mime = {"pot.mp4": "video/mp4", "cup.mov": "video/quicktime"}[name]

    sent = met(lambda x: x.upload_video(DATA / name, mime, told=lambda done, of: None), *told)

    assert sent.id == "710"
    assert met.asked[0][2]["media_type"] == mime
    assert [path.rpartition("/")[2] for _, path, _ in met.asked] == [
        "initialize",
        "append",
        "finalize",
        "upload",
    ]


def test_alt_text(met):
    met(lambda x: x.set_alt_text("710", "青いカップ"), {"data": {"id": "710"}})

    ((_, _, told),) = met.asked
    assert told == {"id": "710", "metadata": {"alt_text": {"text": "青いカップ"}}}


def test_the_check_itself_sees_what_is_wrong(described):
    wrong = [
        ("GET", "/2/users/7/mentions", {"max_results": "1"}, None),
        ("GET", "/2/users/7/mentions", {"max_result": "5"}, None),
        ("GET", "/2/users/x/mentions", {}, None),
        ("GET", "/2/tweets", {}, None),
        ("GET", "/2/tweets", {"ids": "1", "expansions": "author"}, None),
        ("POST", "/2/tweets", {}, {"text": "a", "colour": "red"}),
        ("POST", "/2/tweets", {}, {"media": {"media_ids": [1]}}),
        ("POST", "/2/tweets", {}, None),
        ("POST", "/2/tweets", {}, {"text": "a", "reply_settings": "everyone"}),
        ("POST", "/2/tweets", {}, {"text": "a", "made_with_ai": "yes"}),
        ("POST", "/2/tweets", {}, {"text": "a", "poll": {"options": ["a", "b"]}}),
        (
            "POST",
            "/2/tweets",
            {},
            {"text": "a", "poll": {"options": ["a", "b" * 26], "duration_minutes": 60}},
        ),
        ("DELETE", "/2/tweets/5", {}, {"id": "5"}),
        ("GET", "/2/nowhere", {}, None),
    ]
    for method, path, query, body in wrong:
        with pytest.raises(AssertionError):
            described.check_request(method, path, query, body)
    with pytest.raises(AssertionError):
        described.check_answer("GET", "/2/users/me", 200, {"data": {"id": 7, "username": "tea"}})
    with pytest.raises(AssertionError):
        described.check_answer("DELETE", "/2/tweets/5", 200, {"data": {"deleted": True, "x": 1}})
