"""What the settings say of an account: how it works, how it stands with X, what it has spent."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLocale

from services.accounts.account_rows import COLOURS
from services.accounts.accounts import SignedIn, Way
from ui import status
from ui.when import clock_time, date_of
from widgets.isolates import held

if TYPE_CHECKING:
    from services.accounts.accounts import Account
    from services.shop import Shop

translate = QCoreApplication.translate


def title(shop: Shop, account: Account) -> str:
    return status.account_name(account, shop.profiles.get(account.id).name)


def note(shop: Shop, account: Account) -> str:
    """Its handle, its way, and what it has spent this month: what there is of these."""
    parts = [f"@{account.handle}"] if account.handle else []
    parts.append(standing(account))
    if account.way is Way.CONNECTED:
        parts.append(status.spend(shop.ledger.spent_this_month(account.id), account.budget))
    return " · ".join(held(one) for one in parts)


def standing(account: Account) -> str:
    if account.way is not Way.CONNECTED:
        return status.way_words(account.way)
    if account.waits_for_proof:
        return translate("Accounts", "Waits for its proof")
    if account.signed_in is SignedIn.YES:
        return translate("Accounts", "Connected")
    return translate("Accounts", "Waits for you to sign in")


def connection(account: Account) -> str:
    """What it means for the owner's posts."""
    if account.way is Way.BY_HAND:
        return translate("Accounts", "By hand, free: each post opens on X's own page at its time.")
    if account.waits_for_proof:
        return translate(
            "Accounts",
            "Signed in, but X has not said yet who it is. Until then nothing is sent or read.",
        )
    if account.signed_in is SignedIn.YES and account.run_only:
        return translate("Accounts", "Signed in until Shoplark ends. Posts go out by themselves.")
    if account.signed_in is SignedIn.YES:
        return translate("Accounts", "Signed in. Posts go out by themselves.")
    if account.run_is_over:
        return translate(
            "Accounts",
            "You were signed in until Shoplark ended. Posts wait until you sign in again.",
        )
    if account.signed_in is SignedIn.ENDED:
        return translate("Accounts", "X has ended the sign-in. Posts wait until you sign in again.")
    if account.signed_in is SignedIn.LOST:
        return translate(
            "Accounts", "The sign-in is lost here. Posts wait until you sign in again."
        )
    return translate("Accounts", "Not signed in. Posts wait until you are.")


def owner_note(shop: Shop, account: Account) -> str:
    """X prices reading one's own posts by who made the app, and tells no program."""
    from services.x_api.prices import Kind

    prices = shop.price_book.current()
    own, dear = prices.of(Kind.OWNED_READ), prices.of(Kind.POST_READ)
    return translate(
        "Accounts",
        "Reading one of your posts costs {cheap} if so, and {dear} if not. X does not tell "
        "Shoplark which.",
    ).format(cheap=held(status.dollars(own)), dear=held(status.dollars(dear)))


def until(locale: QLocale, seconds: int, now: int, zone: str) -> str:
    """Of what can be put back for a day."""
    time = clock_time(locale, seconds, zone)
    if date_of(now, zone) == date_of(seconds, zone):
        return translate("Accounts", "Can be put back until today, {time}").format(time=time)
    return translate("Accounts", "Can be put back until tomorrow, {time}").format(time=time)


def colours() -> list[tuple[str, str]]:
    called = (
        translate("Accounts", "Teal"),
        translate("Accounts", "Blue"),
        translate("Accounts", "Brown"),
        translate("Accounts", "Purple"),
        translate("Accounts", "Red"),
        translate("Accounts", "Green"),
    )
    return list(zip(COLOURS, called, strict=True))
