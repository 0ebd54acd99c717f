"""Each room with three items and full: what the story itself does not come by."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from services.clock import from_wall, in_zone
from services.inbox.values import Lane
from ui.icons import RESOURCES
from ui.tour.hand import paste_pictures, type_text
from ui.tour.stage import Stage
from ui.tour.week_words import Planned
from ui.tour.words import TourWords

PRACTICE = RESOURCES / "practice"
FOUR = ("gift-box.jpg", "linen-cloth.jpg", "sencha-tin.jpg", "smoked-tin.jpg")
THREE = ("blue-cups.jpg", "linen-cloth.jpg", "gift-box.jpg")
PRICES = (2_400, 950, 3_900)


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
    text = f"{' '.join(words.queued)} {words.board_post} #teatime #ceramics"
    while stage.measured(text).fits:
        text = f"{words.queued[0]} {text}"
    type_text(stage.compose, text)
    paste_pictures(stage.compose, [PRACTICE / name for name in FOUR])
    stage.settle()
    stage.shoot("compose-full", left=stage.measured(text).left, media_count=len(FOUR))
    stage.throw_away_draft()


def queue_full(stage: Stage, week: Sequence[Planned]) -> None:
    """Two or three posts on each day to come, some of them with a picture."""
    shop, account = stage.shop, stage.account
    today = in_zone(stage.clock.now(), account.zone).date()
    before = len(stage.queued())
    for planned in week:
        wall = f"{today + timedelta(days=planned.day)}T{planned.wall}"
        draft = shop.drafts.new(account.id)
        picture = PRACTICE / planned.picture if planned.picture else None
        shop.drafts.save(draft.id, parts=(stage.part(planned.text, picture),))
        due_at = from_wall(wall, account.zone)
        shop.outbox.enqueue(draft.id, due_at=due_at, due_wall=wall, due_zone=account.zone)
    stage.expect("queued", len(stage.queued()), before + len(week))
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
    for name, price, file in zip(words.products, PRICES, THREE, strict=True):
        picture = stage.shop.pictures.add_file(PRACTICE / file)
        stage.shop.products.add(
            account.id, name=name, price_minor=price, currency="EUR", picture=picture.hash
        )
    stage.show_tab("shop")
    stage.shoot("shop-three", products=len(stage.shop.products.all(account.id)))
