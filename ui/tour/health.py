"""The Health page: of a shop by hand, of a connected one where all is well, and with troubles."""

from __future__ import annotations

from email.utils import formatdate
from typing import TYPE_CHECKING, cast

from services.accounts.accounts import Account, SignedIn, Way
from services.errors import (
    AppError,
    KeychainProblem,
    KeychainTrouble,
    OutOfCredit,
    RateLimited,
)
from services.health.health import Health
from services.health.values import DiskHealth, State
from services.x_api.last_answers import LastAnswers
from services.x_api.limits import Kept, Shut
from ui.health.health_dialog import HealthDialog
from ui.tour.connected import set_way
from ui.tour.stage import Stage, TourFailed, dialog_of

if TYPE_CHECKING:
    from services.accounts.keychain import Keychain

SCOPES = frozenset({"tweet.read", "tweet.write", "users.read", "media.write", "offline.access"})
MENTIONS = "GET /2/users/:id/mentions"
CALLS = (
    "POST /2/tweets",
    "POST /2/media/upload",
    "POST /2/media/metadata",
    MENTIONS,
    "GET /2/users/:id/tweets",
    "GET /2/users/me",
)
BUDGET = 12_000_000


class Store:
    """In the system's password store the tour keeps nothing."""

    def __init__(self) -> None:
        self.trouble: KeychainProblem | None = None

    def backend_name(self) -> str:
        return "Secret Service (GNOME Keyring)"

    def probe(self) -> None:
        if self.trouble is not None:
            raise KeychainTrouble(self.trouble)


class TourHealth(Health):
    def disk(self) -> DiskHealth:
        """Every computer has another one."""
        return DiskHealth(free=412_000_000_000, used=38_200_000)


class _Answer:
    def __init__(self, status: int, clock: int) -> None:
        self.status_code = status
        self.headers = {"date": formatdate(clock, usegmt=True)}


def play(stage: Stage) -> None:
    """With the own shop by hand in view."""
    shop, store = stage.shop, Store()
    shop.__dict__["keychain"] = cast("Keychain", store)
    shop.__dict__["health"] = TourHealth(
        shop.paths,
        shop.clock,
        shop.database,
        shop.accounts,
        shop.keychain,
        shop.may_send,
        shop.ledger,
    )
    own = shop.accounts.own()
    if own is None:
        raise TourFailed("there is no own shop to look at")
    by_hand(stage)
    account = connected(stage, own)
    all_well(stage, account)
    several_troubles(stage, account, store)
    leave(stage, account)


def by_hand(stage: Stage) -> None:
    dialog = _open(stage)
    stage.expect("rows of a shop by hand", list(dialog.computer.rows), ["disk", "database"])
    stage.shoot("health-by-hand")
    _close(stage, dialog)


def connected(stage: Stage, own: Account) -> Account:
    shop = stage.shop
    set_way(shop, own, Way.CONNECTED)
    shop.accounts.set_signed_in(own.id, SignedIn.YES, SCOPES)
    shop.accounts.set_owns_app(own.id, True)
    shop.accounts.set_budget(own.id, BUDGET)
    with shop.database.transaction() as connection:
        connection.execute("DELETE FROM last_answer WHERE account_id = ?", (own.id,))
    for call in CALLS:
        _answered(stage, own, call)
    stage.program.use_account(shop.accounts.get(own.id))
    stage.settle()
    return shop.accounts.get(own.id)


def all_well(stage: Stage, account: Account) -> None:
    dialog = _open(stage)
    stage.expect("what needs the owner", _troubles(dialog, account), [])
    stage.shoot("health-well", rows=len(dialog.computer.rows))
    dialog.computer.rows["database"].button.click()
    stage.settle()
    whole = stage.shop.health.database_is_whole()
    row = dialog.computer.rows["database"]
    stage.expect("the data file", row.words.state, State.GOOD if whole else State.TROUBLE)
    _close(stage, dialog)


def several_troubles(stage: Stage, account: Account, store: Store) -> None:
    store.trouble = KeychainProblem.NO_ANSWER
    now = stage.clock.now()
    stage.clock.advance(8 * 60)
    _answered(stage, account, "POST /2/tweets", OutOfCredit(), status=402, ahead=8 * 60)
    _answered(stage, account, MENTIONS, RateLimited(until=now), status=429, ahead=8 * 60)
    until = stage.clock.now() + 15 * 60
    Kept(stage.shop.database, account.id).put(MENTIONS, Shut(now, until))
    dialog = _open(stage)
    troubles = ["keyring", "clock", "credit"]
    stage.expect("what needs the owner", _troubles(dialog, account), troubles)
    stage.shoot("health-troubles", troubles=troubles)
    part = dialog.accounts[account.id]
    part.fold.head.click()
    dialog.scroll_to(part)
    stage.shoot("health-calls", calls=list(part.calls.rows))
    dialog.copy.click()
    report = dialog.report_text()
    if account.handle and account.handle in report:
        raise TourFailed("the report names the shop")
    stage.shoot("health-copied", lines=len(report.splitlines()))
    _close(stage, dialog)


def leave(stage: Stage, account: Account) -> None:
    shop = stage.shop
    with shop.database.transaction() as connection:
        for table in ("last_answer", "rate_window"):
            connection.execute(
                f"DELETE FROM {table} WHERE account_id = ?",  # noqa: S608  # names of ours
                (account.id,),
            )
    for room in ("health", "keychain"):
        shop.__dict__.pop(room)
    shop.accounts.set_budget(account.id, None)
    shop.accounts.set_signed_in(account.id, SignedIn.NONE, frozenset())
    shop.accounts.set_owns_app(account.id, None)
    stage.program.use_account(set_way(shop, account, Way.BY_HAND))
    stage.settle()


def _answered(
    stage: Stage,
    account: Account,
    call: str,
    error: AppError | None = None,
    *,
    status: int = 200,
    ahead: int = 0,
) -> None:
    """`ahead`: seconds that this computer's clock is before X's."""
    answer = _Answer(status, stage.clock.now() - ahead)
    LastAnswers(stage.shop.database, stage.clock, account.id).note(call, error, answer)


def _troubles(dialog: HealthDialog, account: Account) -> list[str]:
    rows = (*dialog.computer.rows.values(), *dialog.accounts[account.id].group.rows.values())
    return [row.words.key for row in rows if row.words.state is State.TROUBLE]


def _open(stage: Stage) -> HealthDialog:
    stage.window.actions_by_name["health"].trigger()
    stage.settle()
    return dialog_of(HealthDialog)


def _close(stage: Stage, dialog: HealthDialog) -> None:
    dialog.accept()
    stage.settle()
