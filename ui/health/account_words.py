"""An account's part of the Health page in words: one sentence a row, at most one button."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from services.health.account_values import (
    AccountHealth,
    BudgetHealth,
    Credit,
    CreditHealth,
    Figures,
    ShownHealth,
    SignInHealth,
    SignInTrouble,
)
from services.health.values import State
from services.x_api.prices import X_LIST, Kind, Prices
from ui.health.row_words import Press, RowWords
from ui.health.spans import ago, moment
from ui.money.money_words import exactly
from ui.status import dollars
from widgets.isolates import held

translate = QCoreApplication.translate
"""Keeps its name: lupdate knows a text by `translate(`."""


@dataclass(frozen=True, slots=True)
class At:
    """Now, in UTC seconds, and the zone of the account's clock."""

    now: int
    zone: str

    def ago(self, at: int) -> str:
        return ago(at, self.now, self.zone)

    def until(self, at: int) -> str:
        return moment(at, self.now, self.zone)


def account_rows(health: AccountHealth, now: int, *, in_view: bool) -> Iterator[RowWords]:
    """`in_view`: the account that the window shows; only its budget can be changed there."""
    at = At(now, health.account.zone)
    yield sign_in_row(health.sign_in, at)
    yield credit_row(health.credit, at)
    yield budget_row(health.budget, in_view=in_view)
    yield price_row(health.shown, health.account.prices or X_LIST)
    yield figures_row(health.shown)
    if health.shown.drifted_at is not None:
        yield RowWords(
            "form",
            translate("Health", "X's answers"),
            State.NOTE,
            translate(
                "Health", "They came in another form {ago}; Shoplark has asked in that one since."
            ).format(ago=at.ago(health.shown.drifted_at)),
        )


def sign_in_row(found: SignInHealth, at: At) -> RowWords:
    name = translate("Health", "Sign-in")
    if found.trouble is None:
        if found.answered_at is None:
            sentence = translate("Health", "Signed in; X has not been asked anything yet.")
        else:
            sentence = translate("Health", "Signed in; X last took a call {ago}.").format(
                ago=at.ago(found.answered_at)
            )
        return RowWords("sign_in", name, found.state, sentence)
    again, app = translate("Health", "Sign in again"), translate("Health", "App settings on X")
    sentence, press, button = {
        SignInTrouble.NOT_SIGNED_IN: (
            translate("Health", "Not signed in: posts wait, or open in X by hand."),
            Press.SIGN_IN,
            translate("Health", "Sign in"),
        ),
        SignInTrouble.ENDED: (
            translate("Health", "X has ended it: posts wait, or open in X by hand."),
            Press.SIGN_IN,
            again,
        ),
        SignInTrouble.RENEWAL_LOST: (
            translate("Health", "The line broke while X renewed it, so it will end soon."),
            Press.SIGN_IN,
            again,
        ),
        SignInTrouble.LOST: (
            translate("Health", "Lost as the line broke: posts wait, or open in X by hand."),
            Press.SIGN_IN,
            again,
        ),
        SignInTrouble.NOT_ENROLLED: (
            translate("Health", "Your app on X is not in the pay-per-use package."),
            Press.APP,
            app,
        ),
        SignInTrouble.OTHER_KIND: (
            translate("Health", "Your app on X is of another type than Native App."),
            Press.APP,
            app,
        ),
        SignInTrouble.NOT_KEPT: (
            translate("Health", "This computer's password store has nothing that signs it in."),
            Press.SIGN_IN,
            again,
        ),
        SignInTrouble.MAY_NOT_POST: (
            translate("Health", "You allowed Shoplark to read, but not to post."),
            Press.SIGN_IN,
            again,
        ),
        SignInTrouble.REFUSED: (
            translate("Health", "X did not take it the last time; Shoplark asks again by itself."),
            None,
            "",
        ),
    }[found.trouble]
    return RowWords("sign_in", name, found.state, sentence, press, button)


def credit_row(found: CreditHealth, at: At) -> RowWords:
    name = translate("Health", "Credit at X")
    spending = translate("Health", "Spending on X")
    says: dict[Credit, tuple[str, Press | None, str]] = {
        Credit.THERE: (translate("Health", "X took a paid call {ago}."), None, ""),
        Credit.UNKNOWN: (translate("Health", "The first paid call will show it."), None, ""),
        Credit.GONE: (
            translate("Health", "It is used up, X said {ago}."),
            Press.CREDIT,
            translate("Health", "Add credit"),
        ),
        Credit.SPEND_CAP: (
            translate("Health", "The limit you set at X was reached {ago}."),
            Press.SPENDING,
            spending,
        ),
        Credit.MONTHLY_CAP: (
            translate("Health", "X lets your app do no more this month, it said {ago}."),
            Press.SPENDING,
            spending,
        ),
    }
    sentence, press, button = says[found.credit]
    sentence = sentence.format(ago="" if found.at is None else at.ago(found.at))
    if found.until is not None:
        asked = translate("Health", "X is asked again at {time}.").format(
            time=at.until(found.until)
        )
        sentence = translate("Health", "{first} {second}").format(first=sentence, second=asked)
    return RowWords("credit", name, found.state, sentence, press, button)


def budget_row(found: BudgetHealth, *, in_view: bool) -> RowWords:
    name = translate("Health", "This month")
    spent = held(dollars(found.spent))
    if found.budget is None:
        sentence = translate("Health", "{spent} spent; no budget is set.").format(spent=spent)
    else:
        sentence = translate("Health", "{spent} of {budget} spent.").format(
            spent=spent, budget=held(dollars(found.budget))
        )
    if found.doubted:
        doubted = translate("Health", "Perhaps {doubted} more.").format(
            doubted=held(dollars(found.doubted))
        )
        sentence = translate("Health", "{first} {second}").format(first=sentence, second=doubted)
    offers = found.state is not State.GOOD and in_view
    button = translate("Health", "Change the budget") if offers else ""
    press = Press.BUDGET if offers else None
    return RowWords("budget", name, found.state, sentence, press, button)


def price_row(found: ShownHealth, prices: Prices) -> RowWords:
    name = translate("Health", "Reading your posts")
    cheap = found.owns_app is not False
    price = held(exactly(prices.of(Kind.OWNED_READ if cheap else Kind.POST_READ)))
    state, sentence = {
        True: (
            State.GOOD,
            translate("Health", "{price} each: the account owns the app on X."),
        ),
        False: (
            State.NOTE,
            translate("Health", "{price} each, as another account owns the app on X."),
        ),
        None: (
            State.UNKNOWN,
            translate("Health", "{price} each, if the account owns the app on X."),
        ),
    }[found.owns_app]
    return RowWords("price", name, state, sentence.format(price=price))


def figures_row(found: ShownHealth) -> RowWords:
    state, sentence = {
        Figures.SHOWN: (
            State.GOOD,
            translate("Health", "X tells what only an owner sees, as link clicks."),
        ),
        Figures.HELD_BACK: (
            State.NOTE,
            translate("Health", "X tells only what everybody sees: link clicks stay empty."),
        ),
        Figures.UNKNOWN: (
            State.UNKNOWN,
            translate("Health", "X has not been asked for them this week."),
        ),
    }[found.figures]
    return RowWords("figures", translate("Health", "Figures"), state, sentence)
