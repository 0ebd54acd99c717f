"""A post that X has, and billed, although its answer was lost: the book against X's own meter."""

from __future__ import annotations

from collections.abc import Iterator
from threading import RLock
from typing import Any

import pytest

from services.accounts.accounts import Account, Accounts, Way
from services.accounts.token_values import FixedToken
from services.clock import SteppedClock
from services.media.pictures import PictureStore
from services.paths import Paths
from services.publishing.drafts import DraftPart, Drafts
from services.publishing.outbox import Outbox
from services.publishing.posts import Post
from services.publishing.publisher import Publisher
from services.publishing.records import Records
from services.publishing.slots import Slots
from services.publishing.states import State
from services.settings import Settings
from services.store.database import Database
from services.x_api.client import XClient
from services.x_api.gateway import Gateway
from services.x_api.ledger import Ledger, Purpose
from services.x_api.metered import Metered
from services.x_api.practice import TOKEN, PracticeX, Sort, Trouble, open_practice
from services.x_api.practice.adapter import PracticeAdapter
from services.x_api.purse import Purse
from services.x_api.spending import Spending

PLAIN = "New cups 🍵"
LINK = "Cups at leafkiln.shop/cups"


class _Killed(BaseException):
    """The process ends here."""


class _OneClient:
    def __init__(self, client: XClient) -> None:
        self._client = client

    def for_account(self, _account: Account) -> XClient:
        return self._client

    def check_whole(self, _account: Account, _cost: int, *, posts: int, answers: int) -> None:
        assert posts + answers > 0

    def go_on(self, _account: Account) -> None:
        """Nothing was stopped."""


class Counter:
    """A connected account whose X is a practice X with a meter."""

    def __init__(self, paths: Paths, database: Database, clock: SteppedClock, x: PracticeX) -> None:
        self.x = x
        self.clock = clock
        self.ledger = Ledger(database, clock)
        self.spending = Spending(database, clock)
        accounts = Accounts(database, clock, Settings(database), paths)
        own = accounts.start_own_shop(handle="tea", zone="Europe/Madrid")
        gateway = Gateway(FixedToken(TOKEN), clock, adapter=PracticeAdapter(x))
        user_id = gateway.me().id
        database.connection.execute(
            "UPDATE account SET way = ?, x_user_id = ? WHERE id = ?",
            (Way.CONNECTED, user_id, own.id),
        )
        self.account_id = own.id
        purse = Purse(own.id, budget=lambda: None, ledger=self.ledger, clock=clock)
        client = Metered(gateway, own.id, purse=purse, ledger=self.ledger, lock=RLock())
        clients: Any = _OneClient(client)
        self.drafts = Drafts(database, clock)
        self.outbox = Outbox(database, clock, accounts)
        pictures = PictureStore(paths, database, clock)
        slots = Slots(database, clock)
        self.publisher = Publisher(
            paths, clock, database, accounts, clients, pictures, self.outbox, slots, settle=30
        )
        self._before = self._metered()

    def queue(self, *texts: str) -> Post:
        draft = self.drafts.new(self.account_id)
        self.drafts.save(draft.id, parts=tuple(DraftPart(text) for text in texts))
        return self.outbox.enqueue(draft.id, due_at=self.clock.now())

    def send_until_sent(self, post: Post) -> None:
        for _ in range(24):
            self.publisher.publish_due(account_id=self.account_id)
            if self.outbox.get(post.id).state is State.SENT:
                return
            self.clock.advance(5)
        raise AssertionError(self.outbox.get(post.id))

    def billed(self) -> int:
        return self._metered() - self._before

    def booked(self) -> int:
        return self.ledger.spent_this_month(self.account_id)

    def _metered(self) -> int:
        return sum(line.cost for line in self.x.meter())


@pytest.fixture
def counter(paths: Paths, database: Database, clock: SteppedClock) -> Iterator[Counter]:
    x = open_practice(":memory:", clock, sample=False)
    yield Counter(paths, database, clock, x)
    x.close()


@pytest.mark.parametrize(
    ("texts", "price"),
    [((PLAIN,), 15_000), ((LINK,), 200_000), ((PLAIN, LINK), 215_000)],
)
@pytest.mark.parametrize("accepted", [True, False])
def test_what_was_found_or_sent_again_is_booked_once(
    counter: Counter, texts: tuple[str, ...], price: int, accepted: bool
) -> None:
    counter.x.script(Trouble(sort=Sort.DROP, method="POST", path="/2/tweets", accepted=accepted))
    counter.send_until_sent(counter.queue(*texts))
    assert counter.booked() == counter.billed()
    paid = counter.spending.month(counter.account_id).calls
    posts = [call for call in paid if call.purpose is Purpose.POST]
    assert sum(call.cost for call in posts) == price


def test_what_was_booked_before_the_program_died_is_not_booked_again(
    counter: Counter, monkeypatch: pytest.MonkeyPatch
) -> None:
    post = counter.queue(PLAIN)
    with monkeypatch.context() as patch:
        patch.setattr(Records, "created", _die)
        with pytest.raises(_Killed):
            counter.publisher.publish_due(account_id=counter.account_id)
    assert counter.outbox.get(post.id).state is State.SENDING
    counter.send_until_sent(post)
    assert counter.booked() == counter.billed()


def test_what_cannot_be_booked_is_looked_for_again(
    counter: Counter, monkeypatch: pytest.MonkeyPatch
) -> None:
    counter.x.script(Trouble(sort=Sort.DROP, method="POST", path="/2/tweets"))
    post = counter.queue(PLAIN)
    counter.publisher.publish_due(account_id=counter.account_id)
    counter.clock.advance(5)
    with monkeypatch.context() as patch:
        patch.setattr(Ledger, "book_post", _die)
        with pytest.raises(_Killed):
            counter.publisher.publish_due(account_id=counter.account_id)
    assert counter.outbox.get(post.id).x_ids == ()
    counter.send_until_sent(post)
    assert counter.booked() == counter.billed()


def _die(*_args: object, **_more: object) -> None:
    raise _Killed
