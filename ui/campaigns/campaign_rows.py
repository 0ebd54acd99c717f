"""Campaigns, their posts and who used their tag, as the drawer's rows."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QCoreApplication, QLocale

from services.campaigns.campaigns import Campaign, Stage
from services.campaigns.reach import OwnWord, Use
from services.publishing.posts import Post
from services.publishing.states import State
from ui import when
from ui.campaigns.campaign_words import stage_word, tag_and_days
from ui.campaigns.things import Group
from ui.queue.post_states import look_of, look_of_state
from ui.shown_text import shown_text
from widgets.isolates import held
from widgets.post_row import RowValue
from widgets.text_block import one_line

translate = QCoreApplication.translate
"""Keeps its name: lupdate knows a text by `translate(`."""

ONLY_ON_X = "x:"
"""Before the id of a post that was not written here."""


def campaign_groups(
    campaigns: tuple[Campaign, ...], today: date, locale: QLocale
) -> tuple[Group, ...]:
    """Running, coming (the next first), over (the last first)."""
    groups = []
    for stage in (Stage.RUNNING, Stage.COMING, Stage.OVER):
        found = [one for one in campaigns if one.stage(today) is stage]
        if stage is not Stage.OVER:
            found.sort(key=lambda one: (one.first_day, one.last_day))
        if found:
            rows = tuple(
                RowValue(
                    one.id,
                    one.name,
                    caption=tag_and_days(one, locale),
                    over=stage is Stage.OVER,
                    lines=1,
                )
                for one in found
            )
            groups.append(Group(stage_word(stage), rows))
    return tuple(groups)


def post_groups(
    posts: tuple[Post, ...], on_x: tuple[OwnWord, ...], zone: str, locale: QLocale
) -> tuple[Group, ...]:
    """Drafts, what waits, what is on X: also what has the tag and was made there."""
    drafts = tuple(_post_row(post, zone, locale) for post in posts if post.state is State.DRAFT)
    waiting = tuple(
        _post_row(post, zone, locale)
        for post in posts
        if post.state not in (State.DRAFT, State.SENT)
    )
    known = {post.id for post in posts}
    sent = [post for post in posts if post.state is State.SENT]
    others = [word for word in on_x if word.post_id not in known]
    by_time = [(post.sent_at or 0, _post_row(post, zone, locale)) for post in sent]
    by_time += [(word.at, _word_row(word, zone, locale)) for word in others]
    by_time.sort(key=lambda one: one[0], reverse=True)
    heads = (
        (translate("Campaigns", "Drafts"), drafts),
        (translate("Campaigns", "In the queue"), waiting),
        (translate("Campaigns", "On X"), tuple(row for _, row in by_time)),
    )
    return tuple(Group(head, rows) for head, rows in heads if rows)


def use_rows(uses: tuple[Use, ...], zone: str, locale: QLocale) -> tuple[RowValue, ...]:
    rows = []
    for one in uses:
        who = held(f"@{one.handle}") if one.handle else held(one.name)
        day = when.day_month(locale, when.date_of(one.at, zone))
        said = translate("Campaigns", "{who} · {day}").format(who=who, day=day)
        if one.words > 1:
            count = one.words
            often = translate("Campaigns", "%Ln times", "", count)
            said = translate("Campaigns", "{who} · {day} · {often}").format(
                who=who, day=day, often=often
            )
        rows.append(RowValue(one.item_id, one_line(one.text), caption=said))
    return tuple(rows)


def _post_row(post: Post, zone: str, locale: QLocale) -> RowValue:
    look = look_of(post)
    at = post.sent_at if post.state is State.SENT else post.due_at
    figure = "" if at is None else when.day_month(locale, when.date_of(at, zone))
    words = shown_text(post.text) if post.state is State.SENT else one_line(post.text)
    return RowValue(
        post.id,
        words or translate("Campaigns", "Pictures without words"),
        figure=figure,
        state=look.word,
        tone=look.tone,
        icon=look.icon,
    )


def _word_row(word: OwnWord, zone: str, locale: QLocale) -> RowValue:
    look = look_of_state(State.SENT)
    return RowValue(
        word.post_id or f"{ONLY_ON_X}{word.x_post_id}",
        shown_text(word.text),
        figure=when.day_month(locale, when.date_of(word.at, zone)),
        state=look.word,
        tone=look.tone,
        icon=look.icon,
    )
