"""All that Compose writes with besides one post: threads, polls, marks and what is behind More."""

from __future__ import annotations

from dataclasses import replace

from services.publishing.post_options import Poll, WhoCanReply
from services.publishing.states import State
from ui.icons import RESOURCES
from ui.tour.hand import paste_pictures, type_into, type_text
from ui.tour.stage import Stage, TourFailed
from ui.tour.words import TourWords

PRACTICE = RESOURCES / "practice"


def thread(stage: Stage, words: TourWords) -> None:
    """Three parts with numbers, the second with a picture; all three are read back from X."""
    compose = stage.compose
    compose.new_draft()
    type_text(compose, words.queued[1])
    compose.composer.sheet.thread_button.click()
    type_text(compose, words.queued[0])
    paste_pictures(compose, [PRACTICE / "moss-teapot.jpg"])
    stage.settle()
    picture = compose.composer.content.pictures[0]
    compose.composer.popups.described.emit(picture.hash, words.alt_texts[1])
    compose.composer.sheet.thread_button.click()
    type_text(compose, words.queued[2])
    compose.composer.parts.number(True)
    compose.composer.parts.go_to(1)
    compose.save_now()
    texts = list(compose.composer.content.texts)
    stage.expect("parts", texts, [part.text for part in stage.newest_draft().parts])
    stage.shoot("compose-thread", texts=texts)
    compose.bar.post_button.click()
    stage.settle()
    stage.pass_time(11)
    sent = stage.newest_sent()
    stage.expect("thread's state", sent.state, State.SENT)
    held = [stage.held(part.x_post_id) for part in sent.parts]
    stage.expect("thread on X", [one.text for one in held], texts)
    parents = tuple(one.parent_id for one in held[1:])
    stage.expect("each answers the one before", parents, sent.x_ids[:-1])


def poll(stage: Stage, words: TourWords) -> None:
    """A question, two answers, and who may say more."""
    compose = stage.compose
    stage.show_tab("compose")
    compose.new_draft()
    type_text(compose, words.queued[2])
    compose.composer.sheet.poll_button.click()
    form = compose.composer.extras.poll
    if form is None:
        raise TourFailed("no poll was put on the sheet")
    answers = (words.captions[2], words.captions[0])
    for place, answer in enumerate(answers):
        type_into(form.options.row(place).edit, answer)
    options = compose.composer.content.options
    compose.composer.set_options(
        replace(options, who_can_reply=WhoCanReply.MENTIONED, paid_partnership=True)
    )
    compose.save_now()
    kept = stage.newest_draft().options
    stage.expect("poll", kept.poll, Poll(answers))
    stage.shoot("compose-poll", options=answers)
    compose.composer.sheet.more_button.click()
    stage.settle()
    stage.shoot("compose-more", who_can_reply=kept.who_can_reply)
    if compose.composer.extras.menu is not None:
        compose.composer.extras.menu.close()
    stage.throw_away_draft()
