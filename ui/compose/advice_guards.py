"""What guards found in a post (services/text/guards.py), in the line under the sheet.

All of it is advice: the post can be sent all the same.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLocale

from services.publishing.guard_values import Beside, Findings, Similar
from services.publishing.mix import MOST_PRAISE
from services.publishing.post_options import PostKind
from services.publishing.states import State
from services.text.heated import Heat
from ui.compose.advice_stops import over_budget
from ui.compose.advice_value import Act, Advice, Situation, Weight
from ui.when import date_of, day_month

_MOST_NAMED = 2
"""Words to avoid that are named; the others are underlined."""


def serious(now: Situation) -> Advice | None:
    return (
        _resting(now)
        or (None if now.has_rested else _heated(now))
        or over_budget(now)
        or _rested(now)
        or _similar(now)
    )


def mild(now: Situation) -> Advice | None:
    return _avoided(now) or _mostly_sells(now) or _praise(now)


def _resting(now: Situation) -> Advice | None:
    if not now.rests_until:
        return None
    translate = QCoreApplication.translate
    said = translate("Advice", "This draft rests until {time}.").format(time=now.rests_until)
    word = (
        translate("Advice", "Send anyway")
        if now.asked_to_rest
        else translate("Advice", "Do not wait")
    )
    return Advice(said, Weight.CALM, (word, Act.SEND_RESTED))


def _rested(now: Situation) -> Advice | None:
    if not now.has_rested:
        return None
    translate = QCoreApplication.translate
    return Advice(translate("Advice", "This draft has rested. Read it once more."))


def _heated(now: Situation) -> Advice | None:
    found = now.findings
    if found is None or now.heat_answered or not found.words.is_heated:
        return None
    translate = QCoreApplication.translate
    reasons = QLocale().createSeparatedList([_reason(one) for one in found.words.reasons])
    said = translate("Advice", "This reads as said in anger: {reasons}. Rest ten minutes?")
    return Advice(
        said.format(reasons=reasons),
        Weight.WARNING,
        (translate("Advice", "Rest 10 minutes"), Act.REST),
        (translate("Advice", "It is fine"), Act.DISMISS_HEAT),
    )


def _reason(reason: Heat) -> str:
    translate = QCoreApplication.translate
    return {
        Heat.CAPITALS: translate("Advice", "capitals"),
        Heat.INSULT: translate("Advice", "an insult"),
        Heat.HARD_WORDS: translate("Advice", "hard words"),
        Heat.MARKS: translate("Advice", "exclamation marks"),
        Heat.FACES: translate("Advice", "angry faces"),
    }[reason]


def _similar(now: Situation) -> Advice | None:
    similar = _beside(now).similar
    if similar is None:
        return None
    show = QCoreApplication.translate("Advice", "Show it")
    return Advice(_like_what(similar, now.zone), Weight.WARNING, (show, Act.SHOW_SIMILAR))


def _like_what(similar: Similar, zone: str) -> str:
    translate = QCoreApplication.translate
    if similar.state is State.DRAFT:
        return translate("Advice", "Nearly the same as another draft.")
    day = day_month(QLocale(), date_of(similar.at, zone))
    if similar.state is State.SENT:
        return translate("Advice", "Nearly the same as a post from {day}.").format(day=day)
    return translate("Advice", "Nearly the same as a post in the queue for {day}.").format(day=day)


def _avoided(now: Situation) -> Advice | None:
    found = now.findings
    if found is None:
        return None
    words = _named(found)
    if not words:
        return None
    translate = QCoreApplication.translate
    said = (
        translate("Advice", "You avoid the word {words}.")
        if len(words) == 1
        else translate("Advice", "You avoid the words {words}.")
    )
    named = [translate("Advice", "“{word}”").format(word=word) for word in words[:_MOST_NAMED]]
    return Advice(said.format(words=QLocale().createSeparatedList(named)), Weight.WARNING)


def _named(found: Findings) -> list[str]:
    """As they are written, each once."""
    words: dict[str, str] = {}
    for text, spans in zip(found.asked.texts, found.words.avoided, strict=True):
        for start, end in spans:
            words.setdefault(text[start:end].casefold(), text[start:end])
    return list(words.values())


def _mostly_sells(now: Situation) -> Advice | None:
    mix = _beside(now).mix
    if now.findings is None or now.findings.kind is not PostKind.SELL or not mix.mostly_sells:
        return None
    translate = QCoreApplication.translate
    total = mix.total
    said = translate("Advice", "More than half of %Ln posts around now sell.", "", total)
    other = {
        PostKind.HELP: translate("Advice", "One that helps is missing most."),
        PostKind.PEOPLE: translate("Advice", "One about people is missing most."),
        PostKind.ASK: translate("Advice", "One that asks is missing most."),
    }[mix.shortest]
    return Advice(
        translate("Advice", "{sentence} {next}").format(sentence=said, next=other), Weight.WARNING
    )


def _praise(now: Situation) -> Advice | None:
    beside = _beside(now)
    if not beside.shows_praise or beside.praise < MOST_PRAISE:
        return None
    times = beside.praise
    said = QCoreApplication.translate(
        "Advice", "Praise is shown in %Ln of the posts around now already.", "", times
    )
    return Advice(said, Weight.WARNING)


def _beside(now: Situation) -> Beside:
    found = now.findings
    return Beside() if found is None or found.beside is None else found.beside
