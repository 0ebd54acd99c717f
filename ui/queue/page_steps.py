"""What the owner does on X's own page: a link fills in the words of one post and nothing else."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from services.accounts.accounts import Way
from services.publishing.part_extras import extras_of
from services.publishing.poll_rules import as_sent
from services.publishing.posts import Post
from services.publishing.states import State
from ui.compose.option_words import who_words
from ui.queue import by_hand
from ui.queue.by_hand import to_post
from ui.queue.poll_line import poll_words
from ui.queue.send_words import opens_in_x
from widgets.isolates import held


@dataclass(frozen=True, slots=True)
class Copied:
    """A button's word, what it says to a screen reader, and what it puts on the clipboard."""

    word: str
    name: str
    text: str


@dataclass(frozen=True, slots=True)
class Step:
    sentence: str
    copies: tuple[Copied, ...] = ()


def goes_by_hand(post: Post, way: Way) -> bool:
    """Whether it waits to be posted on X's own page."""
    waits = post.state in (State.QUEUED, State.NEEDS_YOU)
    return waits and (way is Way.BY_HAND or opens_in_x(post))


def steps_of(post: Post, *, by_part: bool = False) -> tuple[Step, ...]:
    """In the order of X's page; none where its words are all there is.

    `post` with its words as they are sent; `by_part`: of a thread the next part alone.
    """
    parts = to_post(post)[:1] if by_part else to_post(post)
    extras = tuple(extras_of(post, part) for _, part in parts)
    steps = [_thread(post), _words(post), _poll(post), None if by_part else _parts(post)]
    translate = QCoreApplication.translate
    if extras[0].reply_settings:
        who = held(who_words(post.options.who_can_reply))
        sentence = translate("Queue", "Set who can reply there: {who}.").format(who=who)
        steps.append(Step(sentence))
    if any(one.paid_partnership for one in extras):
        steps.append(Step(translate("Queue", "Mark it there as a paid partnership.")))
    if any(one.made_with_ai for one in extras):
        steps.append(Step(translate("Queue", "Mark it there as made with AI.")))
    return tuple(step for step in steps if step is not None)


def _thread(post: Post) -> Step | None:
    if not by_hand.lost_its_thread(post):
        return None
    number, part = to_post(post)[0]
    sentence = QCoreApplication.translate(
        "Queue",
        "The link of part {before} is not known here. Your own page opens: press Answer under that "
        "part, and paste the words.",
    ).format(before=number - 1)
    return Step(sentence, (_words_of(part.text),))


def _words(post: Post) -> Step | None:
    """Said before the click, too: what is pasted first is on the clipboard then."""
    if by_hand.lost_its_thread(post) or not by_hand.is_too_long(post):
        return None
    translate = QCoreApplication.translate
    part = to_post(post)[0][1]
    if part.attachments:
        sentence = translate(
            "Queue",
            "These words are too long for X's page to open with. They are copied for you to paste "
            "there first; the pictures are in a folder.",
        )
    else:
        sentence = translate(
            "Queue", "These words are too long for X's page to open with. Paste them there."
        )
    return Step(sentence, (_words_of(part.text),))


def _words_of(text: str) -> Copied:
    word = QCoreApplication.translate("Queue", "Copy the words")
    return Copied(word, word, text)


def _poll(post: Post) -> Step | None:
    poll = post.options.poll
    if poll is None or post.parts[0].is_on_x:
        return None
    translate = QCoreApplication.translate
    name = translate("Queue", "Copy {words}")
    return Step(
        translate("Queue", "Add the poll there: {poll}.").format(poll=poll_words(poll)),
        tuple(
            Copied(option, name.format(words=held(option)), option)
            for option in as_sent(poll)
            if option
        ),
    )


def _parts(post: Post) -> Step | None:
    """The rest of a thread. X's page takes all its parts before the one press of Post."""
    rest = to_post(post)[1:]
    if not rest:
        return None
    translate = QCoreApplication.translate
    if any(part.attachments for _, part in rest):
        sentence = translate(
            "Queue",
            "Press + there for each further part and paste it. In the folder, the names of its "
            "pictures begin with its number.",
        )
    else:
        sentence = translate("Queue", "Press + there for each further part and paste it.")
    copies = []
    for number, part in rest:
        if part.text:
            word = translate("Queue", "Copy part {number}").format(number=number)
            copies.append(Copied(word, word, part.text))
    return Step(sentence, tuple(copies))
