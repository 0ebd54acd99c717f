"""The second half: an own shop from its first minute, without an account on X."""

from __future__ import annotations

from services.accounts.accounts import Way
from services.publishing.states import State
from ui.tour import fillings, hand_posts, writing
from ui.tour.hand import type_text
from ui.tour.stage import Stage
from ui.tour.words import TourWords

TABS = ("queue", "inbox", "analytics", "shop")


def play(stage: Stage, words: TourWords) -> None:
    start(stage, words)
    for tab in TABS:
        stage.show_tab(tab)
        stage.shoot(f"{tab}-empty")
    writing.by_hand(stage, words)
    queue_three(stage, words)
    fillings.analytics_three(stage)
    fillings.shop_three(stage, words)
    fillings.compose_three(stage, words)
    hand_posts.play(stage, words)


def start(stage: Stage, words: TourWords) -> None:
    """The four questions, as the strip of the sample shop asks them."""
    stage.show_tab("compose")
    stage.window.own_shop_asked.emit()
    questions = stage.compose.beginning.card.questions
    questions.name.setText(words.shop)
    stage.settle()
    stage.shoot("own-shop-questions", shop=words.shop)
    questions.begin.click()
    stage.settle()
    account = stage.account
    stage.expect("the way of the own shop", account.way, Way.BY_HAND)
    stage.expect("its name", stage.shop.profiles.get(account.id).name, words.shop)
    stage.shoot("own-shop-compose", account=account.id, way=account.way)


def queue_three(stage: Stage, words: TourWords) -> None:
    stage.show_tab("compose")
    for number, text in enumerate(words.own_posts):
        type_text(stage.compose, text)
        if number == 0:
            stage.compose.save_now()
            stage.shoot("own-shop-first-post", text=text)
        stage.compose.bar.queue_button.click()
        stage.settle()
        stage.window.undo_bar.settle()
    queued = stage.queued()
    stage.expect("queued", [post.text for post in queued], list(words.own_posts))
    stage.show_tab("queue")
    stage.shoot("own-shop-queue", queued=[post.due_wall for post in queued])
    first = queued[0]
    stage.pass_time((first.due_at or 0) - stage.clock.now() + 1)
    stage.expect("it is time", stage.shop.outbox.get(first.id).state, State.NEEDS_YOU)
    stage.shoot("queue-needs-you", id=first.id, state=State.NEEDS_YOU)
