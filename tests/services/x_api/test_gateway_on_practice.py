"""The gateway and the practice X together: the road that practice, the tour and stories take."""

import hashlib
from io import BytesIO
from pathlib import Path
from random import Random
from threading import RLock, Thread

import pytest
from PIL import Image

from services.accounts.token_values import FixedToken
from services.clock import DAY
from services.errors import (
    AnswerNotUnderstood,
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
from services.x_api.client import Extras, NewPoll
from services.x_api.gateway import Gateway
from services.x_api.ledger import Ledger
from services.x_api.metered import Metered
from services.x_api.practice import TOKEN, Sort, Trouble, inspection, open_practice
from services.x_api.practice.adapter import PracticeAdapter
from services.x_api.practice.server import PracticeServer, ServerClock
from services.x_api.purse import Purse
from services.x_api.wire import Dialect

POT = Path(__file__).parents[2] / "data" / "pot.mp4"


def jpeg(width, height):
    """Noise, which no format makes small: 1400 × 1000 has over 1 MB."""
    noise = Random(7).randbytes(width * height * 3)  # noqa: S311  # a picture, not a secret
    out = BytesIO()
    Image.frombytes("RGB", (width, height), noise).save(out, "JPEG", quality=90)
    return out.getvalue()


@pytest.fixture
def x(clock):
    opened = open_practice(":memory:", clock)
    yield opened
    opened.close()


@pytest.fixture
def gateway(x, clock):
    return Gateway(FixedToken(TOKEN), clock, adapter=PracticeAdapter(x), wait=clock.advance)


@pytest.fixture
def me(gateway):
    return gateway.me().id


def test_a_post_with_a_picture_and_its_alt_text_is_on_x(gateway, x):
    picture = jpeg(640, 480)
    media = gateway.upload_image(picture, "image/jpeg")
    gateway.set_alt_text(media.id, "فنجان أزرق")

    created = gateway.create_post("新しいお茶が入りました🍵 #tea", media_ids=(media.id,))

    held = inspection.own_posts(x.state)[0]
    assert (held.id, held.text) == (created.id, "新しいお茶が入りました🍵 #tea")
    assert [one.alt_text for one in held.media] == ["فنجان أزرق"]
    assert held.media[0].sha256 == hashlib.sha256(picture).hexdigest()


def test_a_picture_in_pieces_arrives_whole(gateway, x):
    picture = jpeg(1400, 1000)
    assert len(picture) > 1024 * 1024
    media = gateway.upload_image(picture, "image/jpeg")

    gateway.create_post("large", media_ids=(media.id,))

    (held,) = inspection.own_posts(x.state)[0].media
    assert held.sha256 == hashlib.sha256(picture).hexdigest()


def test_a_video_is_sent_worked_on_and_posted(gateway, x):
    told = []
    media = gateway.upload_video(POT, "video/mp4", told=lambda done, of: told.append(done))

    gateway.create_post("動く急須", media_ids=(media.id,))

    (held,) = inspection.own_posts(x.state)[0].media
    assert held.sha256 == hashlib.sha256(POT.read_bytes()).hexdigest()
    assert told == [POT.stat().st_size]


def test_own_posts_come_with_the_owners_figures(gateway, me, clock):
    page = gateway.own_posts(me, since=clock.now() - 28 * DAY, limit=800, owner_metrics=True)

    assert len(page.posts) > 10
    assert all(post.author_id == me for post in page.posts)
    assert all(post.metrics.engagements is not None for post in page.posts)
    assert sum(post.metrics.impressions for post in page.posts) > 0
    times = [post.created_at for post in page.posts]
    assert times == sorted(times, reverse=True)


def test_mentions_are_read_once_by_their_ids(gateway, me):
    everything = gateway.mentions(me, limit=800)
    newest = everything.newest_id

    assert len(everything.posts) > 10
    assert {post.author_id for post in everything.posts} <= set(everything.users)
    assert gateway.mentions(me, since_id=newest).posts == ()
    some = gateway.mentions(me, since_id=everything.posts[3].id)
    assert [post.id for post in some.posts] == [post.id for post in everything.posts[:3]]


def test_both_dialects_tell_the_same(gateway, x, clock, me):
    other = Gateway(FixedToken(TOKEN), clock, adapter=PracticeAdapter(x), dialect=Dialect.POST)

    assert other.mentions(me, limit=200).posts == gateway.mentions(me, limit=200).posts
    assert (
        other.own_posts(me, limit=200, owner_metrics=True).posts
        == gateway.own_posts(me, limit=200, owner_metrics=True).posts
    )
    x.script(Trouble(sort=Sort.OTHER_DIALECT))
    assert len(gateway.own_posts(me, limit=50).posts) == 50


def test_an_answer_is_allowed_to_whom_spoke_to_us_and_to_nobody_else(gateway, me, x):
    word = gateway.mentions(me).posts[0]

    answer = gateway.create_post("Thank you, ありがとう", reply_to=word.id)

    (read,) = gateway.posts((answer.id,)).posts
    assert read.parent_id == word.id
    x.script(Trouble(sort=Sort.REFUSE, name="not_summoned"))
    with pytest.raises(Rejected) as caught:
        gateway.create_post("Buy our tea", reply_to=word.id)
    assert caught.value.reason is Refusal.NOT_ALLOWED_TO_ANSWER


def test_a_thread_hangs_together(gateway):
    first = gateway.create_post("one")
    second = gateway.create_post("two", reply_to=first.id)

    (read,) = gateway.posts((second.id,)).posts
    assert (read.parent_id, read.conversation_id) == (first.id, first.id)


def test_a_poll_and_marks_arrive_and_the_poll_is_known_again(gateway, x, me):
    poll = NewPoll(("緑茶", "شاي أسود", "🍵", "چای"), 10_080)
    extras = Extras(poll, "mentionedUsers", paid_partnership=True, made_with_ai=True)

    created = gateway.create_post("Which one?", extras=extras)

    held = inspection.own_posts(x.state)[0]
    assert held.poll == (poll.options, poll.minutes)
    assert held.reply_setting == "mentionedUsers"
    assert held.paid_partnership
    assert held.made_with_ai
    assert gateway.own_posts(me, limit=5).posts[0].poll_ids == (created.id,)


@pytest.mark.parametrize(
    ("extras", "reason"),
    [
        (Extras(poll=NewPoll(("one",), 60)), Refusal.BAD_POLL),
        (Extras(poll=NewPoll(("one", "x" * 26), 60)), Refusal.BAD_POLL),
        (Extras(poll=NewPoll(("one", "two"), 4)), Refusal.BAD_POLL),
        (Extras(reply_settings="everyone"), Refusal.WHO_CAN_REPLY),
    ],
)
def test_what_x_does_not_take_is_told_apart(gateway, extras, reason):
    with pytest.raises(Rejected) as caught:
        gateway.create_post("Which one?", extras=extras)

    assert caught.value.reason is reason


def test_a_poll_with_pictures_is_the_polls_trouble(gateway):
    media = gateway.upload_image(jpeg(64, 48), "image/jpeg")

    with pytest.raises(Rejected) as caught:
        gateway.create_post(
            "Which?", media_ids=(media.id,), extras=Extras(poll=NewPoll(("a", "b"), 60))
        )

    assert caught.value.reason is Refusal.BAD_POLL


def test_a_long_post_comes_back_whole(gateway, x, me):
    x.set_premium(True)
    text = "The glaze, step by step & slowly: " + "お茶を淹れる " * 300

    gateway.create_post(text)

    (post, *_) = gateway.own_posts(me, limit=5).posts
    assert post.text == text.replace("&", "&amp;")


def test_the_same_words_twice_are_refused(gateway):
    gateway.create_post("شاي جديد")

    with pytest.raises(Rejected) as caught:
        gateway.create_post("شاي جديد")

    assert caught.value.reason is Refusal.DUPLICATE


def test_a_deleted_post_is_gone(gateway):
    created = gateway.create_post("soon gone")
    gateway.delete_post(created.id)

    assert gateway.posts((created.id,)).posts == ()


@pytest.mark.parametrize(
    ("trouble", "on_a_post", "on_a_read"),
    [
        ({"sort": Sort.UNREACHABLE}, Offline, Offline),
        ({"sort": Sort.DROP}, OutcomeUnknown, ServerTrouble),
        ({"sort": Sort.LATE, "seconds": 300}, OutcomeUnknown, ServerTrouble),
        ({"sort": Sort.HTML, "status": 503}, OutcomeUnknown, ServerTrouble),
        ({"sort": Sort.HTML}, OutcomeUnknown, AnswerNotUnderstood),
        ({"sort": Sort.HALF_JSON}, OutcomeUnknown, AnswerNotUnderstood),
        ({"sort": Sort.EMPTY}, OutcomeUnknown, AnswerNotUnderstood),
        ({"sort": Sort.LOSE_FIELD, "name": "id"}, OutcomeUnknown, AnswerNotUnderstood),
        ({"sort": Sort.REFUSE, "name": "credits_depleted"}, OutOfCredit, OutOfCredit),
        ({"sort": Sort.REFUSE, "name": "payment_required"}, OutOfCredit, OutOfCredit),
        ({"sort": Sort.REFUSE, "name": "spend_cap"}, MonthlyCap, MonthlyCap),
        ({"sort": Sort.REFUSE, "name": "monthly_cap"}, MonthlyCap, MonthlyCap),
        ({"sort": Sort.REFUSE, "name": "rate_limited"}, RateLimited, RateLimited),
        ({"sort": Sort.REFUSE, "name": "rate_limited_documented"}, RateLimited, RateLimited),
        ({"sort": Sort.REFUSE, "name": "unauthorized"}, SignInNeeded, SignInNeeded),
        ({"sort": Sort.REFUSE, "name": "client_not_enrolled"}, SignInNeeded, SignInNeeded),
        ({"sort": Sort.REFUSE, "name": "not_permitted"}, Rejected, Rejected),
        ({"sort": Sort.REFUSE, "name": "unavailable"}, OutcomeUnknown, ServerTrouble),
        ({"sort": Sort.REFUSE, "name": "unavailable_empty"}, OutcomeUnknown, ServerTrouble),
    ],
    ids=lambda value: str(value)[-40:] if isinstance(value, dict) else "",
)
def test_each_trouble_has_its_error(gateway, me, x, trouble, on_a_post, on_a_read):
    x.script(Trouble(**trouble))
    with pytest.raises(on_a_post):
        gateway.create_post("in trouble")
    x.script(Trouble(**trouble))
    with pytest.raises(on_a_read):
        gateway.own_posts(me)


def test_a_dropped_answer_may_have_arrived(gateway, me, x):
    x.script(Trouble(sort=Sort.DROP, accepted=True))
    with pytest.raises(OutcomeUnknown):
        gateway.create_post("did it arrive")

    assert gateway.own_posts(me, limit=5).posts[0].text == "did it arrive"


def test_what_is_booked_is_what_x_bills(gateway, x, me, database, clock):
    """The shop's own book against the practice X's meter, over a day of ordinary work."""
    database.connection.execute(
        "INSERT INTO account(id, way, zone, colour, created_at) "
        "VALUES ('a', 'connected', 'UTC', '#000000', 0)"
    )
    ledger = Ledger(database, clock)
    shop = Metered(
        gateway,
        "a",
        purse=Purse("a", budget=lambda: None, ledger=ledger, clock=clock),
        ledger=ledger,
        lock=RLock(),
    )
    before = _billed(x)

    shop.me()  # Billed already when the fixture asked: the shop's book does not know of it.
    shop.mentions(me, limit=50)
    shop.mentions(me, limit=50, with_users=False)
    shop.own_posts(me, since=clock.now() - 28 * DAY, limit=100, owner_metrics=True)
    shop.own_posts(me, limit=3)
    created = shop.create_post("a plain post")
    shop.create_post("a link: leafkiln.shop")
    media = shop.upload_image(jpeg(64, 64), "image/jpeg")
    shop.set_alt_text(media.id, "a cup")
    shop.posts((created.id,))
    shop.delete_post(created.id)

    assert ledger.spent_this_month("a") == _billed(x) - before + 10_000


def _billed(x):
    return sum(line.cost for line in x.meter())


@pytest.fixture
def over_http():
    """The practice X behind its server, and a gateway to it as `--x-url` makes one."""
    clock = ServerClock()
    x = open_practice(":memory:", clock)
    server = PracticeServer(x, clock)
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield Gateway(FixedToken(TOKEN), clock, host=server.url), x
    server.shutdown()
    server.server_close()
    thread.join()
    x.close()


@pytest.mark.loopback
def test_over_http_it_is_the_same_x(over_http):
    gateway, x = over_http
    picture = jpeg(1400, 1000)
    media = gateway.upload_image(picture, "image/jpeg")
    gateway.set_alt_text(media.id, "青いカップ")

    created = gateway.create_post("چای تازه ☕️", media_ids=(media.id,))

    held = inspection.own_posts(x.state)[0]
    assert (held.id, held.text) == (created.id, "چای تازه ☕️")
    assert (held.media[0].alt_text, held.media[0].size) == ("青いカップ", len(picture))
    assert gateway.own_posts(gateway.me().id, limit=5).posts[0].id == created.id


@pytest.mark.loopback
@pytest.mark.parametrize(
    ("trouble", "expected"),
    [
        ({"sort": Sort.DROP}, OutcomeUnknown),
        ({"sort": Sort.HTML, "status": 503}, OutcomeUnknown),
        ({"sort": Sort.REFUSE, "name": "duplicate"}, Rejected),
        ({"sort": Sort.REFUSE, "name": "payment_required"}, OutOfCredit),
        ({"sort": Sort.REFUSE, "name": "rate_limited"}, RateLimited),
    ],
    ids=lambda value: str(value)[-40:] if isinstance(value, dict) else "",
)
def test_over_http_each_trouble_has_its_error(over_http, trouble, expected):
    gateway, x = over_http
    x.script(Trouble(**trouble))

    with pytest.raises(expected):
        gateway.create_post("in trouble")
