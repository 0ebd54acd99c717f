"""What stands on the buttons that send a post, with its price where X charges for it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from services.accounts.accounts import Account, Way
from services.errors import (
    BudgetReached,
    MonthlyCap,
    NextStep,
    OutOfCredit,
    RateLimited,
    SpendCap,
)
from services.publishing.late import PUT_OFF
from services.publishing.order import WHOLE_ACCOUNT
from services.publishing.post_price import price_of
from services.publishing.posts import BY_HAND, Post
from services.publishing.states import State
from services.x_api.prices import X_LIST, Prices
from ui import status
from ui.messages import Message, words_for_reason

EDITS = (NextStep.EDIT, NextStep.CHOOSE_PICTURE)
_STOPS = frozenset(
    kind.__name__ for kind in (OutOfCredit, BudgetReached, MonthlyCap, SpendCap, RateLimited)
)
"""Reasons that last until a time, or until the owner pays or allows more."""
ELSEWHERE = (NextStep.OPEN_ON_X, NextStep.LOOK_ON_X, *EDITS)
"""Answers to a need that send nothing."""


def with_price(words: str, post: Post, way: Way, prices: Prices | None = None) -> str:
    """A click that costs shows its price first; in practice and by hand nothing does."""
    if way is not Way.CONNECTED:
        return words
    return QCoreApplication.translate("Queue", "{words} · {price}").format(
        words=words, price=status.dollars(price_of(post, prices or X_LIST))
    )


def answer_words(message: Message, post: Post, way: Way, prices: Prices | None = None) -> str:
    """The one button of a post that needs the owner."""
    words = message.button or QCoreApplication.translate("Queue", "Try again")
    return words if message.action in ELSEWHERE else with_price(words, post, way, prices)


def send_words(post: Post, account: Account) -> str:
    """The sending button of the drawer; "" where it would only be refused or held again."""
    translate = QCoreApplication.translate
    if is_stopped(post):
        return ""
    if account.way is Way.BY_HAND and post.is_begun:
        return translate("Queue", "Open part {part} · free").format(
            part=len(post.parts) - len(post.left) + 1
        )
    if account.way is Way.BY_HAND:
        return translate("Queue", "Open in X · free")
    if post.state is not State.NEEDS_YOU or post.reason in PUT_OFF:
        words = translate("Queue", "Send now")
    elif is_doubtful(post):
        words = translate("Queue", "Send again")
    elif opens_in_x(post):
        return translate("Queue", "Open in X · free")
    elif step_of(post) in EDITS:
        return ""
    else:
        words = translate("Queue", "Try again")
    return _priced(words, post, account.way, account.prices)


def rest_words(post: Post, way: Way, prices: Prices | None = None) -> str:
    """The sending button of a thread that goes on half-way."""
    return _priced(QCoreApplication.translate("Queue", "Send the rest"), post, way, prices)


def _priced(words: str, post: Post, way: Way, prices: Prices | None) -> str:
    if way is Way.PRACTICE:
        return QCoreApplication.translate("Queue", "{words} (sample)").format(words=words)
    return with_price(words, post, way, prices)


def need_of(post: Post, zone: str = "") -> Message:
    """What a post needs, with the one button for it: of a thread half posted, how far it is."""
    message = words_for_reason(post.reason or "", post.reason_detail or "", zone=zone)
    if post.reason != BY_HAND or not post.is_begun:
        return message
    translate = QCoreApplication.translate
    done = len(post.parts) - len(post.left)
    return message._replace(
        sentence=translate(
            "Queue", "{done} of {parts} parts are posted. The next one waits."
        ).format(done=done, parts=len(post.parts)),
        button=translate("Queue", "Open part {part}").format(part=done + 1),
    )


def step_of(post: Post) -> NextStep:
    """What the owner can do about the post's reason."""
    return words_for_reason(post.reason or "", post.reason_detail or "").action


def is_doubtful(post: Post) -> bool:
    """It may be on X already: it is looked for there before it is sent again."""
    return post.state is State.NEEDS_YOU and step_of(post) is NextStep.LOOK_ON_X


def waits_for_its_rest(post: Post) -> bool:
    """Half of it is on X, and the next part has to be changed: it is no draft any more."""
    return post.state is State.NEEDS_YOU and post.is_begun and step_of(post) in EDITS


def is_held(post: Post) -> bool:
    """Its time has come, and something keeps the account's whole queue from X."""
    return post.state is State.QUEUED and post.reason in WHOLE_ACCOUNT


def is_stopped(post: Post) -> bool:
    """Held by what asking for it again does not end: the money, or X's limits."""
    return post.state is State.QUEUED and post.reason in _STOPS


def may_be_put_off(post: Post) -> bool:
    """Its time has come, or was missed, and nothing was done with it yet."""
    waits = post.state is State.NEEDS_YOU and post.opened_at is None
    return waits and (post.reason == BY_HAND or post.reason in PUT_OFF)


def opens_in_x(post: Post) -> bool:
    """X takes it from its own page alone."""
    return post.state is State.NEEDS_YOU and step_of(post) is NextStep.OPEN_ON_X
