"""The account's own posts, and the posts that mention it: newest first, in pages."""

from __future__ import annotations

from sqlite3 import Row

from services.clock import DAY
from services.x_api.practice import params, refusals, render
from services.x_api.practice import posts as posts_room
from services.x_api.practice.call import Answer, Call, Json, check_id
from services.x_api.practice.meter import Priced
from services.x_api.practice.params import Page

MENTIONS_KEPT = 800
POSTS_KEPT = 3_200


def mentions(call: Call) -> Answer:
    user = check_id(call.place, "id")
    page = params.page(call)
    rows = call.db.execute(
        "SELECT post.* FROM mention JOIN post ON post.id = mention.post "
        "WHERE mention.user = ? AND post.deleted_at IS NULL ORDER BY post.id DESC LIMIT ?",
        (user, MENTIONS_KEPT),
    )
    return _answer(call, user, page, rows.fetchall())


def own_posts(call: Call) -> Answer:
    user = check_id(call.place, "id")
    page = params.page(call)
    without_answers = "replies" in page.without
    rows = call.db.execute(
        "SELECT * FROM post WHERE author = ? AND deleted_at IS NULL "
        "AND (parent_author IS NULL OR NOT ?) ORDER BY id DESC LIMIT ?",
        (user, without_answers, MENTIONS_KEPT if without_answers else POSTS_KEPT),
    )
    return _answer(call, user, page, rows.fetchall())


def _answer(call: Call, user: int, page: Page, rows: list[Row]) -> Answer:
    if call.db.execute("SELECT 1 FROM user WHERE id = ?", (user,)).fetchone() is None:
        return Answer(200, {"errors": [refusals.not_found("user", str(user), "id")]})
    fitting = [row for row in rows if _fits(call, row, page)]
    shown, more = fitting[: page.size], len(fitting) > page.size
    meta: Json = {"result_count": 0}
    if more:
        meta["next_token"] = params.token_before(shown[-1]["id"])
    if render.wanted(call).owner_fields:
        # X leaves out, on such a page, what is too old for the owner's figures, and pages on.
        shown = [row for row in shown if call.now - row["created_at"] <= render.OWNER_DAYS * DAY]
    price = Priced.OWNED_READ if user == call.me else Priced.POST_READ
    payload = posts_room.answer(call, render.posts(call, shown), price)
    if shown:
        meta |= {"newest_id": str(shown[0]["id"]), "oldest_id": str(shown[-1]["id"])}
    meta["result_count"] = len(shown)
    payload["meta"] = meta
    return Answer(200, payload)


def _fits(call: Call, row: Row, page: Page) -> bool:
    created = row["created_at"]
    return (
        row["id"] > page.after
        and (page.before is None or row["id"] < page.before)
        and (page.first_second is None or created >= page.first_second)
        and (page.before_second is None or created < page.before_second)
        and (not call.lag or created <= call.now - call.lag)
    )
