"""Every refusal X is known for has a sentence of its own, and a button that does something."""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import partial
from types import SimpleNamespace
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from services import headless_words
from services.clock import SteppedClock
from services.errors import AppError, NextStep, Rejected
from services.publishing import waits
from services.publishing.drafts import DraftPart
from services.publishing.posts import Post
from services.publishing.states import State
from services.shop import Shop
from services.x_api import wire
from services.x_api.wire import Ask
from tests.x_refusals import REFUSALS
from ui.commands import CONSOLE, Commands
from ui.messages import Message, words, words_for_reason
from ui.queue import by_hand, hand_actions
from ui.queue.queue_page import QueuePage

NOW = 1_795_168_800
CREATE = Ask("POST", "/2/tweets")
TOKEN = Ask("POST", "/2/oauth2/token")
OTHERS: list[tuple[str, Ask, int, Any]] = [
    ("overload", CREATE, 503, {"title": "Service Unavailable", "status": 503}),
    ("overload, a page", CREATE, 503, b"<html>over capacity</html>"),
    ("overload, empty", CREATE, 502, b""),
    ("a poll", CREATE, 400, {"errors": [{"parameters": {"poll.options": ["a"]}}]}),
    ("who can reply", CREATE, 400, {"errors": [{"parameters": {"reply_settings": ["a"]}}]}),
    ("dead token", TOKEN, 400, {"error": "invalid_request", "error_description": "was invalid."}),
    ("dead grant", TOKEN, 400, {"error": "invalid_grant"}),
    ("wrong kind of app", TOKEN, 401, {"error": "unauthorized_client"}),
]
Shape = tuple[str, Ask, int, Any]
SHAPES: list[Shape] = [
    (name, CREATE, status, body) for name, status, body, *_rest in REFUSALS
] + OTHERS
SAME = (
    ("rate limit, old form", "rate limit, live form", "rate limit, a page", "over the day's posts"),
    ("out of credit, form A", "out of credit, form B", "out of credit, no body"),
    ("overload", "overload, a page", "overload, empty", "a proxy's page"),
    ("answered post is gone", "not found"),
    ("dead token", "dead grant"),
    ("wrong kind of sign-in", "wrong kind of app"),
)
"""Several of X's forms of one and the same."""


def error_of(ask: Ask, status: int, body: Any) -> AppError:
    raw = body if isinstance(body, bytes) else json.dumps(body).encode()
    return wire.refusal(ask, status, {}, raw, NOW)


def name_of(shape: Shape) -> str:
    return shape[0]


def of_one_post(shape: Shape) -> bool:
    return isinstance(error_of(*shape[1:]), Rejected)


def kept(error: AppError) -> tuple[str, str]:
    """The reason as it stands with the post that met it."""
    wait = waits.after(error, now=NOW, tries=0, settle=30)
    return error.name, wait.detail or ""


@pytest.fixture(params=SHAPES, ids=[shape[0] for shape in SHAPES])
def error(request: pytest.FixtureRequest) -> AppError:
    return error_of(*request.param[1:])


def test_none_shares_its_sentence_with_another(qapp: object) -> None:
    def one_of(name: str) -> str:
        return next((same[0] for same in SAME if name in same), name)

    said: dict[str, str] = {}
    for name, *shape in SHAPES:
        sentence = words_for_reason(*kept(error_of(*shape))).sentence
        said.setdefault(sentence, one_of(name))
        assert said[sentence] == one_of(name), sentence
    assert words(AppError()).sentence not in said
    # 200 with nothing but errors is the partial success of a post that is gone.
    gone = {"errors": [{"type": "https://api.x.com/2/problems/resource-not-found"}]}
    partial_success = wire.refusal_within(CREATE, gone, NOW)
    assert partial_success is not None
    assert said[words(partial_success).sentence] == "answered post is gone"


def test_it_says_what_was_kept_and_has_one_button(qapp: object, error: AppError) -> None:
    for message in (words(error), words_for_reason(*kept(error))):
        assert len(message.sentence) <= 130
        assert any(
            word in message.sentence
            for word in ("kept", "lost", "twice", "your words", "Your words", "changed")
        )
        assert message.action is not NextStep.WAIT
        assert message.button


def test_runs_without_a_window_have_a_sentence_too(error: AppError) -> None:
    assert error.name in headless_words.POSTS
    assert error.name in headless_words.INBOX


class _Seen:
    """Stands for the program's parts, and notes what is asked of them."""

    def __init__(self) -> None:
        self.done: list[str] = []

    def note(self, *words: object, **_more: object) -> None:
        self.done.append(" ".join(map(str, words)))

    def __getattr__(self, name: str) -> Callable[..., None]:
        return partial(self.note, name)


def press(message: Message, shop: Shop) -> list[str]:
    """What the button in the strip has the program do."""
    seen = _Seen()
    program = SimpleNamespace(_window=seen, _rooms=seen, _background=seen, _shop=shop)
    program.open_wizard = lambda _account_id, *, again: seen.note("open_wizard", again)
    program._show_what_waits = partial(Commands._show_what_waits, program)  # type: ignore[arg-type]  # in its place
    Commands.follow(program, message.action)  # type: ignore[arg-type]  # in its place
    return seen.done


@pytest.mark.parametrize("shape", [one for one in SHAPES if not of_one_post(one)], ids=name_of)
def test_a_press_in_the_strip_does_what_it_says(
    shop: Shop, opened_by: Callable[..., list[str]], shape: Shape
) -> None:
    opened = opened_by()
    message = words_for_reason(*kept(error_of(*shape[1:])))
    expected = {
        "Add credit": CONSOLE,
        "Spending on X": CONSOLE,
        "App settings on X": CONSOLE,
        "See what waits": "show_tab queue",
        "Sign in again": "open_wizard True",
        "Try again": "beat",
        "Try now": "beat",
    }[message.button]
    assert [*press(message, shop), *opened][0] == expected


@pytest.fixture
def page(shop: Shop, inline_tasks: Any, themed: Any, qtbot: QtBot) -> QueuePage:
    page = QueuePage(shop, inline_tasks)
    qtbot.addWidget(page)
    page.resize(1280, 716)
    page.show()
    return page


@pytest.mark.parametrize("shape", [one for one in SHAPES if of_one_post(one)], ids=name_of)
def test_a_press_beside_the_post_does_what_it_says(
    page: QueuePage,
    shop: Shop,
    shape: Shape,
    opened_by: Callable[..., list[str]],
    clock: SteppedClock,
) -> None:
    error = error_of(*shape[1:])
    opened = opened_by(by_hand, hand_actions)
    post = _refused(shop, error, clock.now())
    gone: list[tuple[str, str]] = []
    page.go.connect(lambda tab, item: gone.append((tab, item)))
    page.refresh()
    (row,) = page.band.rows
    assert row.sentence.text() == words(error).sentence
    (button,) = row.buttons
    button.click()  # type: ignore[attr-defined]  # a button
    if words(error).action is NextStep.OPEN_ON_X:
        assert opened == [by_hand.page_of(post)]
        assert shop.outbox.get(post.id).opened_at is not None
    else:
        assert gone == [("compose", post.id)]
        assert shop.outbox.get(post.id).state is State.DRAFT


def _refused(shop: Shop, error: AppError, now: int) -> Post:
    post = shop.drafts.new(shop.accounts.active().id)
    shop.drafts.save(post.id, parts=(DraftPart("شاي 🍵"),))
    shop.outbox.enqueue(post.id, due_at=now)
    reason, detail = kept(error)
    with shop.database.transaction() as connection:
        connection.execute(
            "UPDATE post SET state = 'needs_you', reason = ?, reason_detail = ? WHERE id = ?",
            (reason, detail, post.id),
        )
    return shop.outbox.get(post.id)
