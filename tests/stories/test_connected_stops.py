"""What money and X's limits stop for a connected shop, as the owner meets it in the window."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from services.accounts.accounts import Account
from services.clock import DAY, SteppedClock
from services.paths import Paths
from services.publishing.drafts import DraftPart
from services.publishing.posts import Post
from services.publishing.states import State
from services.shop import Shop
from services.x_api.ledger import Purpose
from services.x_api.practice import PracticeX, Sort, Trouble, open_practice
from services.x_api.prices import Kind
from tests.connected_shop import connected_shop
from ui.money.budget_dialog import BudgetDialog
from ui.money.ledger_dialog import LedgerDialog
from ui.program import Program
from ui.tasks import InlineTasks
from ui.theme import Theme


@pytest.fixture
def x(clock: SteppedClock) -> Iterator[PracticeX]:
    opened = open_practice(":memory:", clock, sample=False)
    yield opened
    opened.close()


@pytest.fixture
def asked(x: PracticeX, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Every call that X was asked."""
    found: list[str] = []
    handle = x.handle

    def counted(request: Any) -> Any:
        found.append(f"{request.method} {request.path}")
        return handle(request)

    monkeypatch.setattr(x, "handle", counted)
    return found


@pytest.fixture
def shop(paths: Paths, clock: SteppedClock, x: PracticeX) -> Iterator[Shop]:
    with connected_shop(paths, clock, x, zone="UTC") as opened:
        yield opened


@pytest.fixture
def own(shop: Shop) -> Account:
    return shop.accounts.active()


@pytest.fixture
def program(shop: Shop, qapp: Any, themed: Theme, inline_tasks: InlineTasks) -> Iterator[Program]:
    made = Program(shop, inline_tasks, themed)  # type: ignore[arg-type]  # lanes run in line
    made.window.show_tab("queue")
    made.window.show()
    made.background.beat()
    yield made
    made.put_away()
    # Before its style sheet goes: `themed` sees to that.
    made.window.deleteLater()


def queue(shop: Shop, own: Account, *texts: str) -> Post:
    draft = shop.drafts.new(own.id)
    shop.drafts.save(draft.id, parts=tuple(DraftPart(text) for text in texts))
    return shop.outbox.enqueue(draft.id, due_at=shop.clock.now())


def banner(program: Program) -> tuple[str, str]:
    strip = program.window.banner
    if strip.isHidden():
        return "", ""
    return strip.sentence, strip.button.text()


def dialog(kind: type[Any]) -> Any:
    return next(
        one for one in QApplication.topLevelWidgets() if isinstance(one, kind) and one.isVisible()
    )


def test_a_thread_the_budget_would_break_off_is_not_begun(
    program: Program, shop: Shop, own: Account, asked: list[str]
) -> None:
    spent = shop.ledger.spent_this_month(own.id)
    shop.accounts.set_budget(own.id, spent + 40_000)
    asked.clear()
    post = queue(shop, own, "一 お茶", "二", "ثلاثة")
    program.background.beat()
    assert asked == []
    assert shop.outbox.get(post.id).reason == "BudgetReached"
    sentence, button = banner(program)
    assert sentence.startswith("This costs $0.045, and $0.04 of the month's budget is left.")
    assert button == "Change the budget"
    program.window.banner_pressed.emit()
    dialog(BudgetDialog).set_button.click()
    program.background.beat()
    assert shop.outbox.get(post.id).state is State.SENT
    assert banner(program) == ("", "")


def test_without_credit_the_whole_queue_waits_behind_one_sentence(
    program: Program, shop: Shop, own: Account, x: PracticeX, asked: list[str], clock: SteppedClock
) -> None:
    x.script(Trouble(sort=Sort.REFUSE, name="credits_depleted", times=-1))
    first, second = queue(shop, own, "One 🍵"), queue(shop, own, "Two")
    program.background.beat()
    assert [shop.outbox.get(post.id).reason for post in (first, second)] == ["OutOfCredit", None]
    sentence, button = banner(program)
    assert sentence.startswith("Your credit at X is used up.")
    assert button == "Add credit"
    asked.clear()
    for _ in range(20):
        clock.advance(80)
        program.background.beat()
    assert asked == [], "a refused call was repeated"
    clock.advance(300)
    program.background.beat()
    assert len(asked) == 1
    x.clear_script()
    program.background.beat(asked=True)
    assert [shop.outbox.get(post.id).state for post in (first, second)] == [State.SENT] * 2
    assert banner(program) == ("", "")


@pytest.mark.parametrize("name", ["spend_cap", "monthly_cap"])
def test_a_cap_stops_polling_too(
    program: Program, x: PracticeX, asked: list[str], clock: SteppedClock, name: str
) -> None:
    x.script(Trouble(sort=Sort.REFUSE, name=name, times=-1))
    clock.advance(300)
    program.background.beat()
    asked.clear()
    for _ in range(5):
        clock.advance(300)
        program.background.beat()
    assert asked == []
    assert banner(program)[1] == "Spending on X"


def test_the_fifty_first_post_of_a_day_says_when_it_goes_on(
    program: Program, shop: Shop, own: Account, asked: list[str], clock: SteppedClock
) -> None:
    with shop.database.transaction() as connection:
        for number in range(50):
            connection.execute(
                "INSERT INTO own_post(account_id, x_post_id, x_conversation_id, text, created_at) "
                "VALUES (?, ?, ?, '', ?)",
                (own.id, str(number), str(number), clock.now() - 7_200 + number),
            )
    asked.clear()
    post = queue(shop, own, "新しい茶碗")
    program.background.beat()
    assert asked == []
    held = shop.outbox.get(post.id)
    assert (held.reason, held.next_try_at) == ("RateLimited", clock.now() - 7_200 + DAY)
    assert banner(program)[0].startswith("X takes no more than 50 from this account just now.")
    clock.advance(DAY - 7_200)
    program.background.beat()
    assert shop.outbox.get(post.id).state is State.SENT


def test_the_spend_in_the_top_bar_opens_the_book(
    program: Program, shop: Shop, own: Account
) -> None:
    queue(shop, own, "お茶です")
    program.background.beat()
    assert program.window._spend.text() == "$0.025 this month"
    program.window._spend.click()
    book = dialog(LedgerDialog)
    assert book.total.text() == "$0.025"
    book.done_button.click()


def test_x_tells_whether_the_account_has_its_tick(
    program: Program, shop: Shop, own: Account, x: PracticeX
) -> None:
    assert not shop.accounts.get(own.id).verified
    from services.x_api.client import User

    same = own.x_user_id or ""
    user = User(same, "tea", "Tea", verified=True)
    assert shop.accounts.note_tier(own.id, user).verified
    assert shop.accounts.note_tier(own.id, User(same, "tea", "Tea")).verified


def test_nothing_of_money_is_shown_by_hand(program: Program, shop: Shop, own: Account) -> None:
    with shop.database.transaction() as connection:
        connection.execute("UPDATE account SET way = 'by_hand' WHERE id = ?", (own.id,))
    program.use_account(shop.accounts.get(own.id))
    assert program.window._spend.isHidden()
    assert program.window.actions_by_name["check_now"].text() == "Check now"


def test_what_waits_behind_a_pause_keeps_its_order_and_is_late_only_after_it(
    program: Program, shop: Shop, own: Account, clock: SteppedClock
) -> None:
    """Days behind the budget: no post is moved about meanwhile, and no flood comes at its end."""
    shop.ledger.book_ahead(own.id, Purpose.POST, Kind.POST_WITH_LINK)
    shop.accounts.set_budget(own.id, 200_000)
    posts = [queue(shop, own, f"{n} お茶") for n in range(4)]
    due = [post.due_at for post in posts]
    program.background.beat()
    for _ in range(6):
        clock.advance(6 * 3_600)
        program.background.beat()
    waiting = shop.outbox.list(own.id)
    assert [post.id for post in waiting] == [post.id for post in posts]
    assert [post.due_at for post in waiting] == due
    assert [post.reason for post in waiting] == ["BudgetReached", None, None, None]
    clock.advance(1_796_083_200 - clock.now())
    program.background.beat()
    first, *others = (shop.outbox.get(post.id) for post in posts)
    assert first.state is State.SENT
    assert [post.state for post in others] == [State.QUEUED] * 3
    times = [post.due_at or 0 for post in others]
    assert times == sorted(times)
    assert times[0] > clock.now()
