"""A connected shop: prices on its buttons, a month in the book, the budget that warns and stops."""

from __future__ import annotations

from services.accounts.accounts import Account, Way
from services.clock import DAY
from services.publishing.states import State
from services.x_api.ledger import Purpose, start_of_month
from services.x_api.practice.script import Sort, Trouble
from services.x_api.prices import Kind
from ui.money.budget_dialog import BudgetDialog
from ui.money.ledger_dialog import LedgerDialog
from ui.money.money_words import exactly
from ui.settings.settings_dialog import SPENDING
from ui.status import dollars
from ui.tour import closed_time
from ui.tour.connected import set_way
from ui.tour.hand import type_text
from ui.tour.stage import Stage, TourFailed, dialog_of
from ui.tour.words import TourWords

LINK = "https://bluedoor.shop/shelf"
BUDGET = 12_000_000


def play(stage: Stage, words: TourWords) -> None:
    own = stage.shop.accounts.own()
    if own is None:
        raise TourFailed("there is no own shop to connect")
    for post in stage.shop.outbox.list(own.id):
        stage.shop.outbox.delete(post.id)
    account = set_way(stage.shop, own, Way.CONNECTED)
    live_so_far(stage, account, words)
    stage.shop.accounts.set_budget(account.id, BUDGET)
    stage.program.use_account(stage.shop.accounts.get(account.id))
    stage.settle()
    prices_on_buttons(stage, words)
    the_book(stage)
    the_settings(stage)
    warned_and_stopped(stage, words)
    without_credit(stage)
    for post in stage.shop.outbox.list(account.id):
        stage.shop.outbox.delete(post.id)
    stage.shop.accounts.set_budget(account.id, None)
    set_way(stage.shop, account, Way.BY_HAND)


def live_so_far(stage: Stage, account: Account, words: TourWords) -> None:
    """What was paid since the first of the month."""
    shop, now = stage.shop, stage.clock.now()
    texts = (*words.own_posts, f"{words.queued[1]} {LINK}", *words.queued)
    posts: list[str] = []
    with shop.database.transaction() as connection:
        for day in range((now - start_of_month(now)) // DAY):
            at = now - (day + 1) * DAY
            x_id = str(10_000 + day)
            posts.append(x_id)
            shop.ledger.book_post(account.id, texts[day % len(texts)], x_post_id=x_id, at=at)
            connection.execute(
                "INSERT INTO own_post(account_id, x_post_id, x_conversation_id, text, has_link, "
                "created_at) VALUES (?, ?, ?, ?, ?, ?)",
                (account.id, x_id, x_id, texts[day % len(texts)], day % len(texts) == 3, at),
            )
    shop.ledger.book_reads(account.id, Purpose.FIGURES, Kind.OWNED_READ, posts)


def prices_on_buttons(stage: Stage, words: TourWords) -> None:
    stage.show_tab("compose")
    stage.compose.new_draft()
    type_text(stage.compose, words.own_posts[0])
    stage.settle()
    price = _price_shown(stage)
    stage.expect("the price of a post", price, dollars(15_000))
    stage.shoot("connected-compose", price=price)
    stage.compose.new_draft()
    type_text(stage.compose, f"{words.own_posts[1]} {LINK}")
    stage.settle()
    price = _price_shown(stage)
    stage.expect("the price of a link", price, dollars(200_000))
    stage.shoot("connected-compose-link", price=price)


def the_book(stage: Stage) -> None:
    stage.window.spend_asked.emit()
    stage.settle()
    dialog = dialog_of(LedgerDialog)
    month = stage.shop.spending.month(stage.account.id)
    stage.expect("spent", dialog.total.text(), exactly(sum(call.cost for call in month.calls)))
    stage.shoot("spending-book", calls=len(month.calls), micro_dollars=month.total)
    dialog.done_button.click()
    stage.settle()


def the_settings(stage: Stage) -> None:
    dialog = stage.open_settings()
    dialog.show_section(SPENDING)
    section = dialog.spending
    if section is None:
        raise TourFailed("a connected account has no settings for spending")
    stage.settle()
    stage.shoot("settings-spending", budget=stage.account.budget)
    section.checking.fold.head.click()
    stage.settle()
    stage.shoot("settings-spending-working")
    section.checking.fold.head.click()
    section.fold.head.click()
    stage.settle()
    stage.shoot("settings-spending-prices")
    dialog.show_section("sending")
    stage.settle()
    closed_time.offer(stage, dialog)
    dialog.accept()
    stage.settle()


def warned_and_stopped(stage: Stage, words: TourWords) -> None:
    account = stage.account
    spent = stage.shop.ledger.spent_this_month(account.id)
    stage.shop.accounts.set_budget(account.id, spent + 100_000)
    stage.program.use_account(stage.shop.accounts.get(account.id))
    stage.show_tab("compose")
    stage.shoot("budget-warning", spent=spent)
    stage.compose.bar.post_button.click()
    stage.settle()
    stage.pass_time(11)
    (post,) = stage.queued()
    stage.expect("held back by", post.reason, "BudgetReached")
    stage.expect("still in the queue", post.state, State.QUEUED)
    stage.show_tab("queue")
    stage.shoot("budget-reached", next_try_at=post.next_try_at)
    stage.window.banner_pressed.emit()
    stage.settle()
    dialog = dialog_of(BudgetDialog)
    stage.shoot("budget-raise", offered=dialog.field.value)
    dialog.set_button.click()
    stage.settle()
    stage.pass_time(15)
    stage.expect("sent since", stage.shop.outbox.get(post.id).state, State.SENT)


def without_credit(stage: Stage) -> None:
    """Its credit at X is gone: the whole queue waits behind one sentence."""
    shop, account = stage.shop, stage.account
    stage.connected.x.script(Trouble(sort=Sort.REFUSE, name="credits_depleted", times=-1))
    for number in (1, 2, 3):
        draft = shop.drafts.new(account.id)
        shop.drafts.save(draft.id, parts=(stage.part(f"{stage.newest_sent().text} {number}"),))
        shop.outbox.enqueue(draft.id, due_at=stage.clock.now())
    stage.pass_time(15)
    waiting = stage.queued()
    stage.expect("the reason of one", [one.reason for one in waiting], ["OutOfCredit", None, None])
    stage.show_tab("queue")
    stage.shoot("credit-gone", waiting=len(waiting))
    stage.connected.x.clear_script()


def _price_shown(stage: Stage) -> str:
    return stage.compose.bar.post_button.text().rpartition("· ")[2]
