from __future__ import annotations

from dataclasses import replace

from services.my_shop.profiles import Profile, Profiles
from services.publishing.link_marks import short_code
from services.publishing.post_options import PLAIN, PostOptions
from services.publishing.sent_words import SentWords
from tests.services.publishing.conftest import Desk

LINK = "leafandkiln.com/cups"


def _with_website(desk: Desk) -> SentWords:
    Profiles(desk.database, desk.clock).save(desk.account.id, Profile(website="leafandkiln.com"))
    return SentWords(desk.database)


def test_a_post_is_marked_with_its_code(desk: Desk) -> None:
    words = _with_website(desk)
    post = desk.queue(f"Cups: {LINK}")
    sent = words.of(post, post.text)
    code = short_code(post.id)
    assert sent == f"Cups: {LINK}?utm_source=x&utm_campaign=post&utm_content={code}"
    assert desk.outbox.get(post.id).text == f"Cups: {LINK}"


def test_a_campaign_gives_its_tag(desk: Desk) -> None:
    words = _with_website(desk)
    desk.database.connection.execute(
        "INSERT INTO campaign(id, account_id, name, tag, first_day, last_day, created_at, "
        "changed_at) VALUES ('c', ?, 'Tea', 'TeaWeek', '2026-11-01', '2026-11-30', 0, 0)",
        (desk.account.id,),
    )
    post = desk.queue(LINK)
    marks = words.marks(desk.account.id, post.id, PostOptions(campaign_id="c"))
    assert marks is not None
    assert marks.tag == "TeaWeek"
    assert "utm_campaign=TeaWeek" in words.of(
        replace(post, options=PostOptions(campaign_id="c")), LINK
    )


def test_marks_can_be_switched_off(desk: Desk) -> None:
    words = _with_website(desk)
    post = replace(desk.queue(LINK), options=PostOptions(link_marks=False))
    assert words.of(post, LINK) == LINK


def test_without_a_website_nothing_is_marked(desk: Desk) -> None:
    words = SentWords(desk.database)
    post = desk.queue(LINK)
    assert words.of(post, LINK) == LINK
    assert words.marks(desk.account.id, post.id, PLAIN) is None


def test_an_answer_goes_as_it_is(desk: Desk) -> None:
    words = _with_website(desk)
    post = replace(desk.queue(LINK), reply_to_x_id="5")
    assert words.of(post, LINK) == LINK
