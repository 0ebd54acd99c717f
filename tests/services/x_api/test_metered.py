from threading import RLock

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from services.clock import DAY
from services.errors import (
    AnswerNotUnderstood,
    BudgetReached,
    Offline,
    OutcomeUnknown,
    RateLimited,
    Refusal,
    Rejected,
    ServerTrouble,
    SignInNeeded,
    StorageProblem,
    StorageTrouble,
)
from services.x_api.client import (
    NO_EXTRAS,
    Came,
    CreatedPost,
    Extras,
    NewPoll,
    PostPage,
    UploadedMedia,
    User,
    XPost,
)
from services.x_api.ledger import Ledger, Purpose
from services.x_api.metered import Metered
from services.x_api.prices import Kind
from services.x_api.purse import Purse

SHOP = "a"


def post(x_id):
    return XPost(str(x_id), "茶", "9", 0, str(x_id))


def user(x_id):
    return User(str(x_id), f"u{x_id}", "نام")


class StandIn:
    """An X that has `mentions` posts, newest first, and counts how often it is asked."""

    def __init__(self, mentions=0, error=None):
        self.has = mentions
        self.error = error
        self.calls = 0
        self.billed = 0

    def _called(self):
        self.calls += 1
        if self.error is not None:
            raise self.error

    def me(self):
        self._called()
        return user(7)

    def create_post(self, text, *, media_ids=(), reply_to=None, extras=NO_EXTRAS):
        self._called()
        self.extras = extras
        return CreatedPost("55", text)

    def delete_post(self, x_post_id):
        self._called()

    def upload_image(self, data, mime):
        self._called()
        return UploadedMedia("710", 0)

    def set_alt_text(self, media_id, text):
        self._called()

    def _page(self, limit, with_users):
        self._called()
        given = tuple(post(n) for n in range(self.has, max(self.has - limit, 0), -1))
        users = {one.id: user(one.id) for one in given} if with_users else {}
        self.billed += len(given) * 1_000 + len(users) * 10_000
        more = "next" if limit < self.has else None
        return PostPage(given, users, str(self.has), more)

    def mentions(self, user_id, *, since_id=None, limit=100, with_users=True):
        return self._page(limit, with_users)

    def own_posts(self, user_id, *, since=None, until=None, limit=100, owner_metrics=False):
        return self._page(limit, with_users=False)

    def posts(self, x_post_ids, *, owner_metrics=False):
        self._called()
        return PostPage(tuple(post(x_id) for x_id in x_post_ids))

    def users(self, x_user_ids):
        self._called()
        return tuple(user(x_id) for x_id in x_user_ids)


@pytest.fixture
def ledger(database, clock):
    database.connection.execute(
        "INSERT INTO account(id, way, zone, colour, created_at) "
        "VALUES (?, 'connected', 'UTC', '#000000', 0)",
        (SHOP,),
    )
    return Ledger(database, clock)


@pytest.fixture
def metered(ledger, clock):
    def make(x, budget=None):
        purse = Purse(SHOP, budget=lambda: budget, ledger=ledger, clock=clock)
        return Metered(x, SHOP, purse=purse, ledger=ledger, lock=RLock())

    return make


CALLS = {
    "post": (lambda x: x.create_post("お茶"), 15_000, Purpose.POST, Kind.POST),
    "link": (
        lambda x: x.create_post("see leafkiln.shop"),
        200_000,
        Purpose.POST,
        Kind.POST_WITH_LINK,
    ),
    "own thread": (
        lambda x: x.create_post("第二", reply_to="54"),
        15_000,
        Purpose.POST,
        Kind.POST,
    ),
    "delete": (lambda x: x.delete_post("5"), 10_000, Purpose.POST, Kind.DELETE),
    "alt text": (lambda x: x.set_alt_text("1", "كوب"), 5_000, Purpose.POST, Kind.ALT_TEXT),
    "me": (lambda x: x.me(), 10_000, Purpose.ACCOUNT, Kind.USER_READ),
    "posts": (lambda x: x.posts(("1", "2")), 10_000, Purpose.CHECK, Kind.POST_READ),
    "users": (lambda x: x.users(("1", "2")), 20_000, Purpose.INBOX, Kind.USER_READ),
}


@pytest.mark.parametrize(("call", "cost", "purpose", "kind"), CALLS.values(), ids=CALLS)
def test_a_call_is_booked_after_it(metered, paid, call, cost, purpose, kind):
    call(metered(StandIn()))

    (entry,) = paid(SHOP)
    assert (entry.cost, entry.purpose, entry.kind) == (cost, purpose, kind)


@pytest.mark.parametrize(("call", "cost"), [case[:2] for case in CALLS.values()], ids=CALLS)
def test_a_call_that_would_pass_the_budget_is_not_made(metered, ledger, call, cost):
    x = StandIn()

    with pytest.raises(BudgetReached):
        call(metered(x, budget=cost - 1))
    assert x.calls == 0

    call(metered(x, budget=cost))
    assert ledger.spent_this_month(SHOP) == cost


@pytest.mark.parametrize("call", [case[0] for case in CALLS.values()], ids=CALLS)
@pytest.mark.parametrize(
    "error", [Rejected(Refusal.DUPLICATE), Offline(), RateLimited(until=1), SignInNeeded()]
)
def test_a_refused_call_costs_nothing(metered, ledger, paid, call, error):
    with pytest.raises(type(error)):
        call(metered(StandIn(error=error)))

    assert paid(SHOP) == ()
    assert ledger.in_doubt(SHOP) == 0


@pytest.mark.parametrize("error", [OutcomeUnknown(), ServerTrouble(), AnswerNotUnderstood()])
@pytest.mark.parametrize("name", ["me", "delete", "alt text", "posts", "users"])
def test_a_lost_answer_counts_as_spent(metered, ledger, name, error):
    call, cost = CALLS[name][:2]
    x = StandIn(error=error)
    with pytest.raises(type(error)):
        call(metered(x))

    assert ledger.spent_this_month(SHOP) + ledger.in_doubt(SHOP) == cost
    with pytest.raises(BudgetReached):
        metered(StandIn(), budget=cost + 9_999).delete_post("1")


@pytest.mark.parametrize("name", ["me", "posts", "users"])
def test_what_is_read_again_the_same_day_is_in_the_book_once(metered, ledger, name):
    call, cost = CALLS[name][:2]
    with pytest.raises(ServerTrouble):
        call(metered(StandIn(error=ServerTrouble())))

    call(metered(StandIn()))

    assert ledger.spent_this_month(SHOP) == cost
    assert ledger.in_doubt(SHOP) == 0


def test_one_page_of_a_timeline_is_in_doubt_until_it_is_read_again(metered, ledger, clock):
    for _ in range(3):
        with pytest.raises(ServerTrouble):
            metered(StandIn(error=ServerTrouble())).mentions("9", limit=800, with_users=False)
    assert ledger.in_doubt(SHOP) == 100_000
    assert ledger.spent_this_month(SHOP) == 0

    # Written down before X is asked, and within the budget that the lost page has left.
    metered(StandIn(mentions=7), budget=100_000).mentions("9", limit=800, with_users=False)

    assert (ledger.in_doubt(SHOP), ledger.spent_this_month(SHOP)) == (0, 7_000)


def test_a_read_lost_before_midnight_is_booked_on_its_day(metered, ledger, paid, clock):
    clock.advance(DAY - clock.now() % DAY - 60)
    with pytest.raises(ServerTrouble):
        metered(StandIn(error=ServerTrouble())).mentions("9", limit=800, with_users=False)
    clock.advance(3_600)

    metered(StandIn(mentions=7)).mentions("9", limit=800, with_users=False)

    assert [(one.at // DAY, one.cost) for one in paid(SHOP)] == [
        (clock.now() // DAY, 7_000),
        (clock.now() // DAY - 1, 7_000),
    ]
    assert ledger.in_doubt(SHOP) == 0


def test_other_spans_settle_what_they_share(metered, ledger):
    asked = metered(StandIn(error=ServerTrouble()))
    with pytest.raises(ServerTrouble):
        asked.own_posts("9", since=1_000, limit=3_200)

    metered(StandIn()).own_posts("9", since=2_000, limit=3_200)
    assert ledger.in_doubt(SHOP) == 100_000

    metered(StandIn()).own_posts("9", since=500, until=2_000, limit=3_200)
    assert ledger.in_doubt(SHOP) == 0


def test_an_answer_to_a_customer_has_its_own_price(metered, paid, monkeypatch):
    monkeypatch.setattr(Ledger, "is_to_customer", lambda *_: True)

    metered(StandIn()).create_post("سپاس", reply_to="77")

    (entry,) = paid(SHOP)
    assert (entry.cost, entry.purpose) == (10_000, Purpose.ANSWER)


def test_what_a_post_carries_comes_through_and_costs_nothing_more(metered, paid):
    x = StandIn()
    extras = Extras(NewPoll(("緑茶", "紅茶"), 60), "following", True, True)

    metered(x).create_post("どれ?", extras=extras)

    assert x.extras == extras
    assert [entry.cost for entry in paid(SHOP)] == [15_000]


def test_the_budget_ends_with_the_month(metered, clock):
    shop = metered(StandIn(), budget=15_000)
    shop.create_post("one")
    with pytest.raises(BudgetReached):
        shop.create_post("two")

    clock.advance(11 * 86_400)
    shop.create_post("two")


def test_sending_a_picture_is_free_but_not_begun_without_budget(metered, paid):
    metered(StandIn(), budget=1).upload_image(b"x", "image/png")
    assert paid(SHOP) == ()

    x = StandIn()
    with pytest.raises(BudgetReached):
        metered(x, budget=0).upload_image(b"x", "image/png")
    assert x.calls == 0


def test_mentions_and_their_authors_are_booked_once_a_day(metered, ledger, paid):
    shop = metered(StandIn(mentions=6))

    page = shop.mentions("7")
    shop.mentions("7")

    assert len(page.posts) == 6
    assert {(entry.kind, entry.count) for entry in paid(SHOP)} == {
        (Kind.OWNED_READ, 6),
        (Kind.USER_READ, 6),
    }
    assert ledger.spent_this_month(SHOP) == 66_000


def test_an_empty_check_costs_nothing(metered, paid):
    metered(StandIn(), budget=5_000).mentions("7", with_users=False)

    assert paid(SHOP) == ()


def test_figures_and_checks_are_told_apart(metered, paid):
    shop = metered(StandIn(mentions=3))

    shop.own_posts("7", owner_metrics=True)
    assert paid(SHOP)[0].purpose is Purpose.FIGURES

    shop.posts(("4",))
    assert paid(SHOP)[0].purpose is Purpose.CHECK


def test_a_read_is_no_larger_than_the_budget_pays_for(metered, ledger):
    x = StandIn(mentions=20)

    page = metered(x, budget=30_000).mentions("7", with_users=False)

    assert len(page.posts) == 20
    assert ledger.spent_this_month(SHOP) == 20_000


def test_part_of_a_feed_is_never_taken_for_the_whole(metered, ledger):
    x = StandIn(mentions=50)
    shop = metered(x, budget=30_000)

    with pytest.raises(BudgetReached):
        shop.mentions("7", with_users=False)
    assert ledger.spent_this_month(SHOP) == 30_000

    with pytest.raises(BudgetReached):
        shop.mentions("7", with_users=False)
    assert x.calls == 1


def test_a_page_smaller_than_x_gives_is_not_asked_for(metered):
    x = StandIn(mentions=50)

    with pytest.raises(BudgetReached):
        metered(x, budget=4_999).mentions("7", with_users=False)
    with pytest.raises(BudgetReached):
        metered(x, budget=9_999).own_posts("7", owner_metrics=True)

    assert x.calls == 0


def test_a_smaller_limit_is_kept_and_paid_as_x_bills_it(metered, ledger):
    page = metered(StandIn(mentions=50)).mentions("7", limit=2, with_users=False)

    assert [one.id for one in page.posts] == ["50", "49"]
    assert ledger.spent_this_month(SHOP) == 5_000


@given(
    has=st.integers(0, 260),
    limit=st.integers(1, 260),
    budget=st.integers(0, 400_000),
    with_users=st.booleans(),
)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
def test_no_read_ever_passes_the_budget(metered, ledger, database, has, limit, budget, with_users):
    for table in ("paid_call", "billed_resource"):
        database.connection.execute(f"DELETE FROM {table}")
    x = StandIn(mentions=has)
    try:
        page = metered(x, budget).mentions("7", limit=limit, with_users=with_users)
    except BudgetReached:
        pass
    else:
        assert [one.id for one in page.posts] == [str(n) for n in range(has, has - limit, -1)][:has]
    assert x.billed <= budget
    assert ledger.spent_this_month(SHOP) == x.billed


def test_a_book_that_cannot_be_written_does_not_undo_a_post(
    metered, database, monkeypatch, expect_log
):
    expect_log("services.x_api.booking")

    def full(*_args, **_more):
        raise StorageTrouble(StorageProblem.FULL, database.path)

    monkeypatch.setattr(Ledger, "book_post", full)

    assert metered(StandIn()).create_post("Tea").id == "55"


def test_a_budget_changed_meanwhile_holds_at_once(ledger, clock):
    budget = [0]
    shop = Metered(
        StandIn(),
        SHOP,
        purse=Purse(SHOP, budget=lambda: budget[0], ledger=ledger, clock=clock),
        ledger=ledger,
        lock=RLock(),
    )
    with pytest.raises(BudgetReached):
        shop.create_post("Tea")

    budget[0] = 20_000
    shop.create_post("Tea")


def test_what_came_along_is_booked_in_the_order_of_xs_answers(metered, paid):
    """In X's newer dialect other posts come along: one that a later page asks for is billed."""

    class Dialect(StandIn):
        def _page(self, limit, with_users):
            return PostPage(
                (post(1), post(2)),
                came=(Came(("1",), along=("2", "9"), users=("7",)), Came(("2",))),
            )

    metered(Dialect()).own_posts("7")
    booked = {(entry.kind, entry.count) for entry in paid(SHOP)}
    assert booked == {(Kind.OWNED_READ, 1), (Kind.POST_READ, 2), (Kind.USER_READ, 1)}


def test_what_was_billed_before_an_error_is_booked(metered, paid):
    error = OutcomeUnknown()
    error.came = (Came(("1", "2")),)

    with pytest.raises(OutcomeUnknown):
        metered(StandIn(error=error)).mentions("7")
    (entry,) = paid(SHOP)
    assert (entry.kind, entry.count, entry.purpose) == (Kind.OWNED_READ, 2, Purpose.INBOX)
