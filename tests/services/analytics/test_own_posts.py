from __future__ import annotations

from typing import Any

import pytest

from services.accounts.accounts import Account
from services.analytics.own_posts import OwnPost
from services.analytics.report import Report
from services.clock import DAY
from services.store.database import Database

NOON = 1_795_176_000
HOUR = 3_600


def made_on_x(report: Report, account: Account) -> tuple[OwnPost, ...]:
    return report.posts_from_x(account.id, since=NOON - DAY, until=NOON + DAY)


def words(posts: tuple[OwnPost, ...]) -> list[list[str]]:
    return [[part.text for part in post.parts] for post in posts]


def test_what_was_written_here_and_answers_are_left_out(
    report: Report, account: Account, books: Any
) -> None:
    books.post("1", at=NOON, text="新茶が届きました 🍵")
    books.post("2", at=NOON + 1, parent="999", text="@ana Yes, until six")
    books.post("3", at=NOON + 2, text="Written here")
    books.sent(at=NOON + 2, x_post_id="3")
    assert words(made_on_x(report, account)) == [["新茶が届きました 🍵"]]


def test_only_the_time_asked_for(report: Report, account: Account, books: Any) -> None:
    for number, at in enumerate((NOON - DAY - 1, NOON - DAY, NOON + DAY - 1, NOON + DAY)):
        books.post(str(number), at=at)
    assert words(made_on_x(report, account)) == [["1"], ["2"]]


def test_a_thread_is_one_post(report: Report, account: Account, books: Any) -> None:
    books.post("9", at=NOON, text="first")
    books.post("10", at=NOON, parent="9", text="second")
    books.post("11", at=NOON + HOUR, parent="10", text="third")
    books.post("12", at=NOON + 30, text="between")
    [thread, between] = made_on_x(report, account)
    assert words((thread, between)) == [["first", "second", "third"], ["between"]]
    assert (thread.parts[0].x_post_id, thread.parts[0].at) == ("9", NOON)


def test_what_is_added_later_stands_on_its_own(
    report: Report, account: Account, books: Any
) -> None:
    books.post("1", at=NOON - DAY)
    books.post("2", at=NOON, parent="1", text="Sold out by now")
    books.post("3", at=NOON + 60, parent="1", text="another branch")
    books.sent(at=NOON, x_post_id="5")
    books.post("6", at=NOON + 120, parent="5", text="to a post written here")
    assert words(made_on_x(report, account)) == [
        ["1"],
        ["Sold out by now"],
        ["another branch"],
        ["to a post written here"],
    ]


@pytest.mark.parametrize(
    ("pictures", "text", "shown"),
    [
        (1, "فنجان جديد https://t.co/aBc123", "فنجان جديد"),
        (2, "https://t.co/aBc123", ""),
        (1, "See https://t.co/first https://t.co/pic4", "See https://t.co/first"),
        (0, "See https://t.co/first", "See https://t.co/first"),
    ],
)
def test_the_link_of_pictures_is_no_word_of_the_shop(
    report: Report,
    account: Account,
    books: Any,
    database: Database,
    pictures: int,
    text: str,
    shown: str,
) -> None:
    books.post("1", at=NOON, text=text)
    with database.transaction() as connection:
        connection.execute("UPDATE own_post SET pictures = ?", (pictures,))
    assert words(made_on_x(report, account)) == [[shown]]
