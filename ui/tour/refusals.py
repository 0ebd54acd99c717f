"""Every refusal X is known for, sent by the practice X to a real post, and what the owner sees."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import product

from PySide6.QtWidgets import QLabel

from services.publishing.drafts import DraftPart
from services.publishing.posts import Post
from services.publishing.states import State
from services.x_api.practice import Sort, Trouble
from ui.messages import words_for_reason
from ui.tour.stage import Stage, TourFailed
from ui.tour.words import TourWords

A_WINDOW = 20 * 60
"""Seconds after which X's longest window of a quarter of an hour is over."""
SETTLED = 60


@dataclass(frozen=True, slots=True)
class _No:
    """`name` is the practice X's (practice/refusals.py), or "" where `status` and `body` are."""

    name: str = ""
    status: int = 400
    body: object = None


def _wrong(field: str) -> _No:
    return _No(body={"errors": [{"parameters": {field: ["?"]}}], "title": "Invalid Request"})


_NOT_FOUND = {"title": "Not Found Error", "type": "https://api.x.com/2/problems/resource-not-found"}

OF_ONE_POST: tuple[tuple[str, tuple[_No, ...]], ...] = (
    ("its-words", tuple(map(_No, ("duplicate", "too_long", "invalid", "bad_media")))),
    ("only-on-x", tuple(map(_No, ("not_summoned", "quote_blocked", "not_permitted")))),
    ("gone", (_No("unknown_path"), _No(status=200, body={"errors": [_NOT_FOUND]}))),
    ("choices", (_wrong("poll.options"), _wrong("reply_settings"))),
)
"""Those that a post meets alone: the others go on. X answers 200 with nothing but errors, too."""

OF_THE_QUEUE: tuple[tuple[str, _No], ...] = (
    ("sign-in", _No("unauthorized")),
    ("sign-in-ended", _No(body={"error": "invalid_grant", "error_description": "…"})),
    ("app-not-enrolled", _No("client_not_enrolled")),
    ("app-of-other-kind", _No("unsupported_auth")),
    ("credit-form-a", _No("credits_depleted")),
    ("credit-form-b", _No("payment_required")),
    ("spending-limit", _No("spend_cap")),
    ("monthly-cap", _No("monthly_cap")),
    ("rate-limit", _No("rate_limited")),
    ("rate-limit-old-form", _No("rate_limited_documented")),
    ("overload", _No("unavailable")),
    ("overload-a-page", _No("unavailable_html")),
    ("overload-empty", _No("unavailable_empty")),
)
"""Those that keep the account's posts back, in order, until they are over."""


def play(stage: Stage, words: TourWords) -> None:
    said = (*words.queued, *words.own_posts, words.late_post, words.board_post, words.answer)
    texts = (f"{one}: {text}" for text, one in product(said, words.products))
    stage.show_tab("queue")
    for name, refusals in OF_ONE_POST:
        posts = [_meet(stage, no, next(texts)) for no in refusals]
        _see_rows(stage, name, posts)
        for post in posts:
            stage.shop.outbox.delete(post.id)
    for name, no in OF_THE_QUEUE:
        _see_pause(stage, name, _meet(stage, no, next(texts)))
    stage.queue.drawer.close_drawer()
    stage.tell_changes()
    stage.settle()


def _meet(stage: Stage, no: _No, text: str) -> Post:
    """A post that goes out now, and what became of it."""
    x = stage.shop.clients.practice_x()
    body = "" if no.body is None else json.dumps(no.body)
    x.script(
        Trouble(
            sort=Sort.REFUSE,
            method="POST",
            path="/2/tweets",
            name=no.name,
            status=no.status,
            body=body,
        )
    )
    draft = stage.shop.drafts.new(stage.account.id)
    stage.shop.drafts.save(draft.id, parts=(DraftPart(text),))
    stage.shop.outbox.enqueue(draft.id, due_at=stage.clock.now())
    stage.pass_time(1)
    x.clear_script()
    return stage.shop.outbox.get(draft.id)


def _see_rows(stage: Stage, name: str, posts: Sequence[Post]) -> None:
    """A row each in the band: its own sentence, and a button."""
    shown = {row.sentence.text(): row for row in stage.queue.band.rows}
    for post in posts:
        stage.expect("a refused post", post.state, State.NEEDS_YOU)
        said = words_for_reason(post.reason or "", post.reason_detail or "")
        if said.sentence not in shown:
            raise TourFailed(f"nothing says: {said.sentence}")
        (button,) = shown[said.sentence].findChildren(type(stage.queue.drawer.panel.send))
        stage.expect("its button", button.text(), said.button)
    reasons = [f"{post.reason} {post.reason_detail}" for post in posts]
    stage.expect("a sentence each", len(shown), len(stage.queue.band.rows))
    stage.shoot(f"refused-{name}", reasons=reasons)


def _see_pause(stage: Stage, name: str, post: Post) -> None:
    """One sentence in the strip, one button; the post lies open and says the same."""
    said = words_for_reason(post.reason or "", post.reason_detail or "")
    if post.state is State.CHECKING:
        stage.queue.open_item(post.id)
    else:
        stage.expect("a post held back", post.state, State.QUEUED)
        sentences = [label.text() for label in stage.window.banner.findChildren(QLabel)]
        stage.expect("the strip", said.sentence in sentences, True)
        stage.expect("its button", stage.window.banner.button.text(), said.button)
        stage.queue.open_item(post.id)
        stage.expect("the drawer", stage.queue.drawer.panel.says(), said.sentence)
    stage.shoot(f"pause-{name}", reason=post.reason, detail=post.reason_detail)
    if post.state is State.CHECKING:
        stage.pass_time(SETTLED)
        stage.pass_time(SETTLED)
        stage.expect("looked for, and sent", stage.shop.outbox.get(post.id).state, State.SENT)
        return
    stage.shop.outbox.delete(post.id)
    if post.reason == "RateLimited":
        stage.pass_time(A_WINDOW)
    # As by "Check now": what only the owner can end is over.
    stage.program.background.beat(asked=True)
    stage.settle()
    stage.tell_changes()
    shown = [one.text() for one in stage.window.banner.findChildren(QLabel)]
    stage.expect("the strip", shown if stage.window.banner.isVisible() else [], [])
