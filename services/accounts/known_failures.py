"""How signing in goes wrong on X's side (x_platform.md §2), and what the owner is to look at.

X tells a program of some of these, of others its own page tells the owner alone and nothing ever
comes back. Words and pictures are the wizard's; here is what there is.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from services.accounts.token_calls import ClientCheck
from services.errors import (
    AppError,
    AppNotEnrolled,
    AppOfOtherKind,
    KeychainTrouble,
    Offline,
    OutOfCredit,
    RateLimited,
    Refusal,
    Rejected,
    ServerTrouble,
    SignInProblem,
    SignInStopped,
)


class Look(StrEnum):
    """One thing to look at, in the order in which it most often is the cause."""

    CLIENT_ID = "client_id"
    """The Client ID here is the one of that app, whole."""
    CALLBACKS = "callbacks"
    """The callback addresses are registered sign by sign, with their port and no slash behind."""
    NATIVE_APP = "native_app"
    """The app's type is Native App."""
    SET_UP = "set_up"
    """User authentication is set up for the app at all (OAuth 2.0)."""
    PACKAGE = "package"
    """The app is in the Pay-per-use package, and there in Production."""
    CREDIT = "credit"
    WHO_IS_IN = "who_is_in"
    """The browser is signed in to X as the account that is meant."""
    ALLOWED = "allowed"
    """On X's page the owner pressed yes, and all that was asked for was allowed."""
    BE_QUICK = "be_quick"
    """What X answers opens for 30 seconds, once."""
    PASTE = "paste"
    """The address in the browser's bar begins with http://127.0.0.1: it can be pasted here."""
    OTHER_PROGRAM = "other_program"
    """Another program listens where X sends the browser: another Shoplark, or a stranger."""
    CONNECTION = "connection"
    WAIT = "wait"
    X_PAGE = "x_page"
    """X's own page of the account says what is wrong with it."""
    PASSWORD_STORE = "password_store"  # noqa: S105  # a name


class Failure(StrEnum):
    NO_WAY_BACK = "no_way_back"
    """"Something went wrong" on X's page, or it was closed: nothing comes back."""
    UNKNOWN_APP = "unknown_app"
    OTHER_KIND = "other_kind"
    """401 unauthorized_client, "Missing valid authorization header"."""
    NOT_ENROLLED = "not_enrolled"
    """403 client-forbidden, client-not-enrolled."""
    CODE_TOO_LATE = "code_too_late"
    DENIED = "denied"
    OTHER_ANSWER = "other_answer"
    """What was pasted belongs to an older try, or to another page."""
    NOTHING_PASTED = "nothing_pasted"
    PORTS_TAKEN = "ports_taken"
    BAD_CLIENT_ID = "bad_client_id"
    MAY_NOT_POST = "may_not_post"
    SUSPENDED = "suspended"
    NO_CREDIT = "no_credit"
    X_IN_TROUBLE = "x_in_trouble"
    OFFLINE = "offline"
    NOT_KEPT = "not_kept"
    """The password store did not take what X gave."""


@dataclass(frozen=True, slots=True)
class Known:
    """What to look at, the likeliest first; `again`: trying again without a change may help."""

    look: tuple[Look, ...]
    again: bool = False


_APP = (Look.CLIENT_ID, Look.CALLBACKS, Look.NATIVE_APP, Look.SET_UP)
KNOWN: Mapping[Failure, Known] = MappingProxyType(
    {
        Failure.NO_WAY_BACK: Known((*_APP, Look.PASTE), again=True),
        Failure.UNKNOWN_APP: Known((Look.CLIENT_ID, Look.SET_UP)),
        Failure.OTHER_KIND: Known((Look.NATIVE_APP, Look.CLIENT_ID)),
        Failure.NOT_ENROLLED: Known((Look.PACKAGE,)),
        Failure.CODE_TOO_LATE: Known((Look.BE_QUICK, *_APP), again=True),
        Failure.DENIED: Known((Look.ALLOWED, Look.WHO_IS_IN), again=True),
        Failure.OTHER_ANSWER: Known((Look.PASTE,), again=True),
        Failure.NOTHING_PASTED: Known((Look.PASTE,), again=True),
        Failure.PORTS_TAKEN: Known((Look.OTHER_PROGRAM,), again=True),
        Failure.BAD_CLIENT_ID: Known((Look.CLIENT_ID,)),
        Failure.MAY_NOT_POST: Known((Look.ALLOWED,)),
        Failure.SUSPENDED: Known((Look.X_PAGE,)),
        Failure.NO_CREDIT: Known((Look.CREDIT,)),
        Failure.X_IN_TROUBLE: Known((Look.WAIT,), again=True),
        Failure.OFFLINE: Known((Look.CONNECTION,), again=True),
        Failure.NOT_KEPT: Known((Look.PASSWORD_STORE,), again=True),
    }
)

_STOPPED: Mapping[SignInProblem, Failure | None] = MappingProxyType(
    {
        SignInProblem.BAD_CLIENT_ID: Failure.BAD_CLIENT_ID,
        SignInProblem.PORTS_TAKEN: Failure.PORTS_TAKEN,
        SignInProblem.CANCELLED: None,
        SignInProblem.TIMED_OUT: Failure.NO_WAY_BACK,
        SignInProblem.DENIED: Failure.DENIED,
        SignInProblem.OTHER_STATE: Failure.OTHER_ANSWER,
        SignInProblem.NO_ANSWER_IN_IT: Failure.NOTHING_PASTED,
        SignInProblem.CODE_REFUSED: Failure.CODE_TOO_LATE,
    }
)
_CHECKED: Mapping[ClientCheck, Failure | None] = MappingProxyType(
    {
        ClientCheck.GOOD: None,
        ClientCheck.UNSURE: None,
        ClientCheck.UNKNOWN: Failure.UNKNOWN_APP,
        ClientCheck.OTHER_KIND: Failure.OTHER_KIND,
        ClientCheck.NOT_ENROLLED: Failure.NOT_ENROLLED,
    }
)
_RAISED: tuple[tuple[type[AppError], Failure], ...] = (
    (AppNotEnrolled, Failure.NOT_ENROLLED),
    (AppOfOtherKind, Failure.OTHER_KIND),
    (OutOfCredit, Failure.NO_CREDIT),
    (ServerTrouble, Failure.X_IN_TROUBLE),
    (RateLimited, Failure.X_IN_TROUBLE),
    (Offline, Failure.OFFLINE),
    (KeychainTrouble, Failure.NOT_KEPT),
)


def failure_of(told: AppError | ClientCheck) -> Failure | None:
    """None where nothing went wrong, or nothing of X's: the owner's own no is none."""
    if isinstance(told, ClientCheck):
        return _CHECKED[told]
    if isinstance(told, SignInStopped):
        return _STOPPED[told.problem]
    if isinstance(told, Rejected):
        return Failure.SUSPENDED if told.reason is Refusal.SUSPENDED else Failure.MAY_NOT_POST
    return next((failure for kind, failure in _RAISED if isinstance(told, kind)), None)
