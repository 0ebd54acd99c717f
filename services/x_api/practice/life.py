"""The practice X goes on living: what customers do is an event with a time, worked out on read.

Some minutes after a post somebody answers; some minutes after the owner's answer they say thanks;
and a few times a week somebody writes out of the blue. A folder opened after three months has
lived three months. Everything follows from the seed, never from how often anyone looked.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from sqlite3 import Row

from services.clock import DAY
from services.x_api.practice import book, chance
from services.x_api.practice.state import fact, set_fact
from services.x_api.practice.words import LANGUAGES, product_in, products, words

_MINUTE = 60
_HOUR = 3_600
_QUESTION_MARKS = ("?", "？", "؟")
# Of a hundred answers to an English post, so many are in each language.
_SHARES = (("en", 46), ("es", 15), ("ja", 12), ("ar", 10), ("fa", 9), ("zh", 8))


def after_own_post(db: sqlite3.Connection, seed: int, number: int, now: int) -> None:
    """Plans what the shop's new post will bring: an answer, perhaps a second one, or thanks."""
    row = book.find(db, number)
    if row is None or not fact(db, "sample"):
        return
    if row["parent"] is None:
        _plan(
            db,
            now + chance.between(3 * _MINUTE, 7 * _MINUTE, seed, "due", number),
            "answer",
            number,
        )
        if chance.share(seed, "second", number) < 0.45:
            late = chance.between(25 * _MINUTE, 95 * _MINUTE, seed, "late", number)
            _plan(db, now + late, "second", number)
    elif row["parent_author"] != row["author"]:
        wait = chance.between(4 * _MINUTE, 14 * _MINUTE, seed, "thanks", number)
        _plan(db, now + wait, "thanks", number)


def settle(db: sqlite3.Connection, seed: int, now: int) -> None:
    """Lets everything happen that is due by now, in its order and at its own time."""
    if not fact(db, "sample"):
        return
    _plan_days(db, seed, now)
    while True:
        event = db.execute(
            "SELECT * FROM event WHERE due_at <= ? ORDER BY due_at, id LIMIT 1", (now,)
        ).fetchone()
        if event is None:
            return
        db.execute("DELETE FROM event WHERE id = ?", (event["id"],))
        if event["kind"] == "mention":
            _write_mention(db, seed, event)
        elif event["kind"] == "thanks":
            _write_thanks(db, seed, event)
        else:
            _write_answer(db, seed, event)


def _plan(db: sqlite3.Connection, due_at: int, kind: str, about: int) -> None:
    db.execute("INSERT INTO event (due_at, kind, about) VALUES (?, ?, ?)", (due_at, kind, about))


def _plan_days(db: sqlite3.Connection, seed: int, now: int) -> None:
    """Four or five mentions a week, in the shop's waking hours."""
    started = fact(db, "started_at")
    today = (now - started) // DAY
    for day in range(fact(db, "lived_day") + 1, today + 1):
        luck = chance.share(seed, "day", day)
        for which in range(0 if luck < 0.46 else 1 if luck < 0.9 else 2):
            midnight = (started // DAY + day) * DAY
            hour = chance.between(8 * _HOUR, 20 * _HOUR, seed, "hour", day, which)
            _plan(db, midnight + hour, "mention", day * 10 + which)
    if today > fact(db, "lived_day"):
        set_fact(db, "lived_day", today)


def _write_mention(db: sqlite3.Connection, seed: int, event: Row) -> None:
    said = fact(db, "mentions_said")
    set_fact(db, "mentions_said", said + 1)
    pool = words().mentions
    turn, place = divmod(said, len(pool))
    order = sorted(range(len(pool)), key=lambda n: chance.whole(seed, "order", turn, n))
    mention = pool[order[place]]
    role = "troll" if mention.kind == "troll" else "customer"
    people = _people(db, mention.lang, role)
    if not people:
        return
    author = chance.pick(people, seed, "who", event["about"])
    fitting = [product for product in products() if mention.saying.fits(product.sort)]
    product = chance.pick(fitting, seed, "what", event["about"])
    text = mention.saying.text.replace("{product}", product.names[mention.lang])
    book.write(db, event["due_at"], author=author, text=text, lang=mention.lang, kind=mention.kind)


def _write_answer(db: sqlite3.Connection, seed: int, event: Row) -> None:
    post = book.find(db, event["about"])
    if post is None:
        return
    drawn = (seed, event["kind"], post["id"])
    lang = _language(post, drawn)
    talked = {
        row["author"]
        for row in db.execute("SELECT author FROM post WHERE conversation = ?", (post["id"],))
    }
    people = [user for user in _people(db, lang, "customer") if user not in talked]
    if not people:
        return
    author = chance.pick(people, *drawn, "who")
    product = product_in(post["text"])
    said = words().answers[lang][_topic(db, post, product is not None)]
    texts = [one.text for one in said if product is None or one.fits(product.sort)]
    text = _unsaid(db, author, texts, chance.whole(*drawn, "text"))
    if product is not None:
        text = text.replace("{product}", product.names[lang])
    kind = "question" if any(mark in text for mark in _QUESTION_MARKS) else "praise"
    _reply(db, event["due_at"], author, text, post, lang, kind)


def _write_thanks(db: sqlite3.Connection, seed: int, event: Row) -> None:
    """The customer's word after the owner's answer; one in a conversation is enough."""
    ours = book.find(db, event["about"])
    theirs = book.find(db, ours["parent"]) if ours else None
    if ours is None or theirs is None:
        return
    done = db.execute(
        "SELECT 1 FROM post WHERE conversation = ? AND author = ? AND kind = 'thanks'",
        (ours["conversation"], theirs["author"]),
    ).fetchone()
    if done is not None:
        return
    lang = db.execute("SELECT lang FROM user WHERE id = ?", (theirs["author"],)).fetchone()[0]
    table = words().thanks.get(lang)
    if table is None:
        return
    texts = [one.text for one in table.get(theirs["kind"], table["praise"])]
    text = _unsaid(db, theirs["author"], texts, chance.whole(seed, "thanks text", ours["id"]))
    _reply(db, event["due_at"], theirs["author"], text, ours, lang, "thanks")


def _reply(
    db: sqlite3.Connection, at: int, author: int, text: str, parent: Row, lang: str, kind: str
) -> None:
    handle = db.execute("SELECT handle FROM user WHERE id = ?", (parent["author"],)).fetchone()[0]
    full = f"@{handle} {text}"
    book.write(db, at, author=author, text=full, parent=parent, lang=lang, kind=kind)


def _language(post: Row, drawn: tuple[object, ...]) -> str:
    """Most answer in the post's own language; an English post is read by everyone."""
    seed, *rest = drawn
    number = chance.between(0, 99, int(str(seed)), *rest, "lang")
    if post["lang"] in LANGUAGES and post["lang"] != "en" and number < 75:
        return str(post["lang"])
    for lang, part in _SHARES:
        if number < part:
            return lang
        number -= part
    return "en"


def _topic(db: sqlite3.Connection, post: Row, has_product: bool) -> str:
    if has_product:
        return "product"
    if any(mark in post["text"] for mark in _QUESTION_MARKS):
        return "question"
    pictures = db.execute("SELECT 1 FROM media WHERE post = ?", (post["id"],)).fetchone()
    return "picture" if pictures else "other"


def _people(db: sqlite3.Connection, lang: str, role: str) -> list[int]:
    rows = db.execute("SELECT id FROM user WHERE lang = ? AND role = ? ORDER BY id", (lang, role))
    return [row["id"] for row in rows]


def _unsaid(db: sqlite3.Connection, author: int, texts: Sequence[str], first: int) -> str:
    """One of the texts, preferably one this person has not said lately."""
    said = "\n".join(
        row["text"]
        for row in db.execute(
            "SELECT text FROM post WHERE author = ? ORDER BY id DESC LIMIT 20", (author,)
        )
    )
    turned = [texts[(first + step) % len(texts)] for step in range(len(texts))]
    return next((text for text in turned if text.partition("{")[0] not in said), turned[0])
