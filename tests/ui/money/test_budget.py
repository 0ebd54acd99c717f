from __future__ import annotations

from typing import Any

from PySide6.QtTest import QTest

from services.accounts.accounts import Account
from services.clock import SteppedClock
from services.errors import NextStep
from services.publishing.drafts import DraftPart
from services.publishing.states import State
from services.shop import Shop
from ui.messages import Tone, words_for_reason
from ui.money.ask_budget import AskBudget
from ui.money.budget_dialog import BudgetDialog
from ui.money.budget_warning import told, warning
from ui.status import spend_tone


def test_the_spend_is_tinted_from_80_percent_on() -> None:
    assert spend_tone(799, 1_000) == ""
    assert spend_tone(800, 1_000) == "amber"
    assert spend_tone(1_000, 1_000) == "red"
    assert spend_tone(10**9, None) == ""
    assert spend_tone(0, 0) == "red"


def test_it_warns_once_a_month_and_again_for_another_budget(
    shop: Shop, own: Account, clock: SteppedClock, window: Any
) -> None:
    def warned(budget: int) -> bool:
        shop.accounts.set_budget(own.id, budget)
        return warning(shop, shop.accounts.get(own.id), 850_000) is not None

    assert not warned(2_000_000)
    shop.accounts.set_budget(own.id, 1_000_000)
    message = warning(shop, shop.accounts.get(own.id), 850_000)
    assert message is not None
    assert (message.action, message.tone) == (NextStep.CHANGE_BUDGET, Tone.WARNING)
    assert message.sentence == "85 % of this month's budget is spent: $0.15 is left."
    told(shop, shop.accounts.get(own.id))
    assert not warned(1_000_000)
    assert warned(1_010_000)
    told(shop, shop.accounts.get(own.id))
    clock.advance(12 * 86_400)
    assert warned(1_010_000)


def test_what_the_budget_stopped_goes_on_when_it_is_raised(
    shop: Shop, own: Account, clock: SteppedClock, window: Any
) -> None:
    shop.accounts.set_budget(own.id, 50_000)
    draft = shop.drafts.new(own.id)
    parts = tuple(DraftPart(f"{n} お茶") for n in range(3))
    shop.drafts.save(draft.id, parts=parts)
    shop.outbox.enqueue(draft.id, due_at=clock.now())
    shop.publisher.publish_due(account_id=own.id)
    post = shop.outbox.get(draft.id)
    assert (post.state, post.reason, post.x_ids) == (State.QUEUED, "BudgetReached", ())
    said = words_for_reason(post.reason or "", post.reason_detail or "")
    assert said.sentence == (
        "This costs $0.045, and $0.04 of the month's budget is left. "
        "The queue is kept, and goes on by itself on December 1 (UTC)."
    )
    dialog = BudgetDialog(shop, window)
    assert dialog.set_button.text() == "Raise it to $5.00"
    dialog.field.selectAll()
    QTest.keyClicks(dialog.field, "0.05")
    assert not dialog.set_button.isEnabled()
    for typed, said in (("0.01", "Lower it to $0.01"), ("0", "Stop all sending"), ("x", "Change")):
        dialog.field.selectAll()
        QTest.keyClicks(dialog.field, typed)
        assert dialog.set_button.text().startswith(said)
        assert dialog.set_button.isEnabled() == (typed != "x")
    dialog.field.selectAll()
    QTest.keyClicks(dialog.field, "2")
    raised: list[None] = []
    dialog.changed.connect(lambda: raised.append(None))
    dialog.set_button.click()
    assert raised
    assert shop.accounts.get(own.id).budget == 2_000_000
    shop.publisher.publish_due(account_id=own.id)
    assert shop.outbox.get(draft.id).state is State.SENT


def test_no_budget_is_a_question_of_its_own(window: Any) -> None:
    assert AskBudget(5_000_000, None, window).yes_button.text() == "No budget"
    assert AskBudget(5_000_000, 9_000_000, window).yes_button.text() == "Raise it to $9.00"
