"""Each room with three items and full: what the story itself does not come by."""

from __future__ import annotations

from services.inbox.values import Lane
from ui.icons import RESOURCES
from ui.tour.hand import paste_pictures, type_text
from ui.tour.stage import Stage
from ui.tour.words import TourWords

PRACTICE = RESOURCES / "practice"
FOUR = ("gift-box.jpg", "linen-cloth.jpg", "sencha-tin.jpg", "smoked-tin.jpg")
THREE = ("celadon-cups.jpg", "moss-teapot.jpg", "ash-bowl.jpg")
PRICES = (900, 1450, 2_900)
WEEKS = 2


def compose_three(stage: Stage, words: TourWords) -> None:
    """Three drafts, the last of them on the sheet."""
    stage.show_tab("compose")
    for text in words.own_posts:
        stage.compose.new_draft()
        type_text(stage.compose, text)
    stage.compose.save_now()
    stage.settle()
    stage.shoot("compose-three", drafts=len(stage.shop.drafts.all(stage.account.id)))


def compose_full(stage: Stage, words: TourWords) -> None:
    """Four pictures, three tags, and more words than X takes."""
    stage.compose.new_draft()
    text = " ".join((*words.queued, *words.own_posts)) + " #one #two #three"
    while stage.measured(text).fits:
        text = f"{words.own_posts[0]} {text}"
    type_text(stage.compose, text)
    paste_pictures(stage.compose, [PRACTICE / name for name in FOUR])
    stage.settle()
    stage.shoot("compose-full", left=stage.measured(text).left, media_count=len(FOUR))
    stage.compose.new_draft()
    stage.shop.drafts.delete(stage.newest_draft().id)


def queue_full(stage: Stage, words: TourWords) -> None:
    """Every free slot of two weeks taken."""
    shop, account = stage.shop, stage.account
    number = 0
    until = stage.clock.now() + WEEKS * 7 * 86_400
    while (slot := shop.slots.next_free(account.id)) is not None and slot.due_at < until:
        draft = shop.drafts.new(account.id)
        text = f"{words.queued[number % len(words.queued)]} ({number + 1})"
        shop.drafts.save(draft.id, parts=(stage.part(text),))
        shop.outbox.enqueue(draft.id, due_at=slot.due_at, due_wall=slot.wall, due_zone=slot.zone)
        number += 1
    stage.queue.drawer.close_drawer()
    stage.tell_changes()
    stage.show_tab("queue")
    stage.shoot("queue-full", queued=len(stage.queued()))


def inbox_three(stage: Stage) -> None:
    """All answered or done but three."""
    for item in stage.to_answer()[3:]:
        stage.shop.inbox.mark_done(item.id)
    stage.show_tab("inbox")
    stage.inbox.show_account(stage.account)
    stage.tell_changes()
    left = stage.shop.inbox.lane(stage.account.id, Lane.TO_ANSWER)
    stage.expect("to answer", len(left), 3)
    stage.shoot("inbox-three", to_answer=len(left))


def analytics_three(stage: Stage) -> None:
    """An own shop by hand: three posts the owner says are on X."""
    for post in stage.queued():
        stage.shop.outbox.move(post.id, due_at=stage.clock.now(), due_wall=None, due_zone=None)
    stage.pass_time(1)
    for post in stage.queued():
        stage.shop.outbox.mark_posted_by_hand(post.id)
    stage.tell_changes()
    stage.show_tab("analytics")
    figures = stage.shop.report.build(stage.account.id)
    posts = figures.tile("posts").value
    stage.expect("posts by hand", posts, 3)
    stage.shoot("analytics-three", posts=posts)


def shop_three(stage: Stage, words: TourWords) -> None:
    account = stage.account
    for name, price, file in zip(words.captions, PRICES, THREE, strict=False):
        picture = stage.shop.pictures.add_file(PRACTICE / file)
        stage.shop.products.add(
            account.id, name=name, price_minor=price, currency="EUR", picture=picture.hash
        )
    stage.show_tab("shop")
    stage.shoot("shop-three", products=len(stage.shop.products.all(account.id)))
