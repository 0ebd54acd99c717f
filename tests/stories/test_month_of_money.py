"""A month of a connected shop on a practice X that has its own meter.

The shop's book must be the meter to the micro-dollar, each kind on each day, whatever goes wrong;
and with a budget the meter is never above it.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from services.accounts.accounts import Checking, Way
from services.clock import DAY, SteppedClock, utc_day
from services.errors import AppError, BudgetReached
from services.inbox.values import Lane
from services.paths import Paths, paths_under
from services.publishing.drafts import DraftPart
from services.publishing.records import Records
from services.publishing.states import State
from services.shop import Shop, open_shop
from services.x_api.ledger import Ledger
from services.x_api.pace import PACES
from services.x_api.practice import TOKEN, PracticeX, Sort, Trouble, open_practice
from services.x_api.practice.adapter import PracticeAdapter
from services.x_api.transport import Transport

FIRST = 1_793_520_000
"""2026-11-01 08:00 UTC: November has 30 days."""
HOUR = 3_600
PICTURE = Path(__file__).parents[2] / "resources/practice/celadon-cups.jpg"
KINDS = {
    "create": "post",
    "create_with_link": "post_with_link",
    "media_metadata": "alt_text",
}
TEXTS = (
    "New cups from the kiln, number {n}",
    "新しい茶碗が焼きあがりました {n} 号 🍵",
    "فنجان جديد من الفرن رقم {n}",
    "看看新茶壶 {n}",
    "فنجان تازه از کوره، شماره {n}",
)
TROUBLES = (
    Trouble(sort=Sort.DROP, method="POST", path="/2/tweets"),
    Trouble(sort=Sort.DROP, method="POST", path="/2/tweets", accepted=False),
    Trouble(sort=Sort.HTML, method="POST", path="/2/tweets", status=503),
    Trouble(sort=Sort.HALF_JSON, method="POST", path="/2/tweets", status=201),
    Trouble(sort=Sort.DROP, method="POST", path="/2/media/metadata"),
    Trouble(sort=Sort.HALF_JSON, method="POST", path="/2/media/metadata"),
    Trouble(sort=Sort.REFUSE, method="POST", path="/2/media/metadata", name="rate_limited"),
    Trouble(sort=Sort.UNREACHABLE, method="POST", path="/2/media/metadata"),
    Trouble(sort=Sort.UNREACHABLE),
    Trouble(sort=Sort.REFUSE, name="rate_limited"),
    Trouble(sort=Sort.REFUSE, name="credits_depleted"),
    Trouble(sort=Sort.LAG, path="/2/users/*/tweets", seconds=20),
)
LOST_READS = (
    Trouble(sort=Sort.DROP, method="GET", path="/2/users/*"),
    Trouble(sort=Sort.HALF_JSON, method="GET", path="/2/users/*/tweets"),
)
"""X billed what was read and no answer told of it: it is booked when it is read again."""
OTHER_WORDS = (
    Trouble(sort=Sort.OTHER_DIALECT, method="GET", path="/2/users/*"),
    Trouble(sort=Sort.LOSE_FIELD, method="GET", path="/2/users/*/mentions", name="created_at"),
)
"""What X billed can be read in the answer, understood or not. In its newer dialect other posts
come along. Who turns from one dialect to the other and loses an answer besides cannot know at which
price X billed them."""
AFTER_AN_ANSWER = ("created", "described", "book_post", "settle")
"""X has answered and billed. Each a step of ours that comes next."""


class Killed(BaseException):
    """The process ends here."""


class MonthOfAShop:
    """Opens its program anew when it was killed; the X and the clock go on."""

    def __init__(self, paths: Paths, clock: SteppedClock, x: PracticeX, seed: int) -> None:
        self.paths, self.clock, self.x = paths, clock, x
        self.chance = random.Random(seed)  # noqa: S311  # a repeatable month, no secret
        self.shop = self._open()
        own = self.shop.accounts.start_own_shop(handle="leafkiln", zone="Europe/Lisbon")
        with self.shop.database.transaction() as connection:
            connection.execute("UPDATE account SET way = ? WHERE id = ?", (Way.CONNECTED, own.id))
        self.id = own.id
        self.picture = self.shop.pictures.add_file(PICTURE).hash
        self.number = 0
        self.stopped = 0
        self.troubles: tuple[Trouble, ...] = TROUBLES
        self.figures_day = -100

    def _open(self) -> Shop:
        transport = Transport(token=TOKEN, settle=30, adapter=lambda: PracticeAdapter(self.x))
        return open_shop(self.paths, self.clock, transport=transport)

    def close(self) -> None:
        self.shop.close()

    def text(self, *, link: bool) -> str:
        self.number += 1
        text = self.chance.choice(TEXTS).format(n=self.number)
        return f"{text} https://leafkiln.shop/{self.number}" if link else text

    def queue(self) -> None:
        chance = self.chance
        count = chance.choice((1, 1, 1, 1, 3))
        parts = []
        for _ in range(count):
            alt = chance.choice(("", "Two cups", "湯呑み二つ"))
            pictures = ((self.picture, alt),) if chance.random() < 0.4 else ()
            parts.append(DraftPart(self.text(link=chance.random() < 0.25), pictures))
        draft = self.shop.drafts.new(self.id)
        self.shop.drafts.save(draft.id, parts=tuple(parts))
        self.shop.outbox.enqueue(draft.id, due_at=self.clock.now())

    def answer(self) -> None:
        for item in self.shop.inbox.lane(self.id, Lane.TO_ANSWER)[:2]:
            text = self.text(link=self.chance.random() < 0.1)
            self.shop.outbox.enqueue_answer(self.id, item.id, text, self.clock.now())

    def look(self) -> None:
        """As the background does: figures first, then the inbox."""
        account = self.shop.accounts.get(self.id)
        day = utc_day(self.clock.now())
        try:
            days = PACES[account.checking].figures
            if day - self.figures_day >= days and self.shop.archive.due(self.id):
                self.shop.archive.sample(self.id)
                self.figures_day = day
            self.shop.feeds.check(self.id)
        except AppError as error:
            self.stopped += isinstance(error, BudgetReached)

    def send(self) -> None:
        for _ in range(12):
            self.shop.publisher.publish_due(account_id=self.id)
            waiting = self.shop.outbox.list(self.id)
            if not any(post.state is State.CHECKING for post in waiting):
                break
            self.clock.advance(20)
        self.stopped += any(post.reason == "BudgetReached" for post in waiting)

    def die_at(self, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
        """X has answered, and we have written down nothing of it yet."""

        def killed(*_args: object, **_more: object) -> None:
            raise Killed

        with monkeypatch.context() as patch:
            of = Records if hasattr(Records, name) else Ledger
            patch.setattr(of, name, killed)
            try:
                self.send()
                self.look()
            except Killed:
                self.shop.close()
                self.shop = self._open()

    def live_an_hour(
        self, hour: int, monkeypatch: pytest.MonkeyPatch, *, deaths: tuple[str, ...]
    ) -> None:
        until = self.clock.now() + HOUR
        if hour in (9, 13, 17) and self.chance.random() < 0.8:
            self.queue()
        if hour == 15:
            self.answer()
        if 3 < hour < 20 and self.chance.random() < 0.12:
            self.x.script(self.chance.choice(self.troubles))
        if 3 < hour < 20 and deaths and self.chance.random() < 0.05:
            self.die_at(self.chance.choice(deaths), monkeypatch)
        self.send()
        self.look()
        assert self.total() <= self.spent(), "the book with its doubts is never below the meter"
        self.clock.advance(until - self.clock.now())

    def booked(self) -> Counter[tuple[int, str]]:
        rows = self.shop.database.connection.execute(
            "SELECT at / 86400, kind, sum(cost) FROM paid_call GROUP BY 1, 2"
        )
        return Counter({(day, kind): cost for day, kind, cost in rows})

    def billed(self) -> Counter[tuple[int, str]]:
        return Counter(
            {(line.utc_day, KINDS.get(line.kind, line.kind)): line.cost for line in self.x.meter()}
        )

    def spent(self) -> int:
        booked = self.shop.database.connection.execute("SELECT sum(cost) FROM paid_call")
        return (booked.fetchone()[0] or 0) + self.shop.ledger.in_doubt(self.id)

    def total(self) -> int:
        return sum(line.cost for line in self.x.meter())


@pytest.fixture
def month(tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[MonthOfAShop]:
    clock = SteppedClock(FIRST)
    x = open_practice(":memory:", clock)
    made = MonthOfAShop(paths_under(tmp_path / "data"), clock, x, seed=request.param)
    yield made
    made.close()
    x.close()


@pytest.mark.parametrize(
    ("month", "more"), [(1, LOST_READS), (6, LOST_READS), (5, OTHER_WORDS)], indirect=["month"]
)
def test_the_book_of_a_month_is_the_meter(
    month: MonthOfAShop, more: tuple[Trouble, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    month.troubles += more
    deaths = (*AFTER_AN_ANSWER, "book_reads") if more is LOST_READS else AFTER_AN_ANSWER
    for hour in range(30 * 24 - 9):
        month.live_an_hour(hour % 24, monkeypatch, deaths=deaths)
    month.send()
    assert month.number > 60
    assert month.booked() == month.billed()
    assert {kind for _, kind in month.billed()} >= {
        "post",
        "post_with_link",
        "answer",
        "alt_text",
        "owned_read",
        "user_read",
    }
    shown = month.shop.spending.month(month.id, FIRST)
    assert shown.total == month.total() == month.shop.ledger.spent_this_month(month.id)
    assert sum(one.cost for one in shown.by_purpose()) == shown.total


@pytest.mark.parametrize("month", [3, 5], indirect=True)
def test_the_meter_is_never_above_the_budget(
    month: MonthOfAShop, monkeypatch: pytest.MonkeyPatch
) -> None:
    budget = month.chance.randrange(60_000, 2_500_000)
    month.troubles += LOST_READS
    month.shop.accounts.set_budget(month.id, budget)
    month.shop.accounts.set_checking(month.id, Checking.THRIFTY)
    for hour in range(12 * 24):
        month.live_an_hour(hour % 24, monkeypatch, deaths=AFTER_AN_ANSWER)
        assert month.total() <= budget
    assert month.stopped
    assert month.shop.ledger.spent_this_month(month.id) <= budget
    waiting = month.shop.outbox.list(month.id)
    assert waiting, "what the budget stopped is kept"
    assert {post.state for post in waiting} <= {State.QUEUED, State.CHECKING, State.NEEDS_YOU}


@pytest.mark.parametrize("month", [8], indirect=True)
def test_the_queue_goes_on_by_itself_when_the_month_turns(month: MonthOfAShop) -> None:
    month.look()
    month.shop.accounts.set_budget(month.id, month.total() + 16_000)
    month.clock.advance(29 * DAY)
    for _ in range(3):
        draft = month.shop.drafts.new(month.id)
        month.shop.drafts.save(draft.id, parts=(DraftPart(month.text(link=False)),))
        month.shop.outbox.enqueue(draft.id, due_at=month.clock.now(), late_rule="send")  # type: ignore[arg-type]  # as the store has it
    month.send()
    (second, third) = month.shop.outbox.list(month.id)
    first_of_december = 1_796_083_200
    assert (second.reason, second.next_try_at) == ("BudgetReached", first_of_december)
    assert (third.reason, third.state) == (None, State.QUEUED)
    before = month.total()
    month.clock.advance(12 * HOUR)
    month.send()
    assert month.total() == before
    month.clock.advance(first_of_december - month.clock.now())
    month.send()
    assert month.shop.outbox.list(month.id) == ()
    assert month.total() == before + 30_000
