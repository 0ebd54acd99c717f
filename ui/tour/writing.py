"""All that Compose writes with besides one post: threads, polls, marks and what is behind More."""

from __future__ import annotations

from dataclasses import replace

from services.publishing.post_options import Poll, WhoCanReply
from services.publishing.states import State
from services.settings import MIX_SHOWN, TAGS_SHOWN, VOICE_SHOWN
from ui.compose.advice import Act
from ui.compose.emoji_popover import EmojiPopover
from ui.compose.snippets_popover import SnippetsPopover
from ui.compose.templates_dialog import TemplatesDialog
from ui.compose.versions_dialog import VersionsDialog
from ui.icons import RESOURCES
from ui.tour.hand import paste_pictures, type_into, type_text
from ui.tour.stage import Stage, TourFailed, dialog_of
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
    compose.composer.set_options(replace(options, poll=Poll((answers[0], answers[0]))))
    compose.post()
    stage.settle()
    stage.shoot("compose-poll-twice-the-same", trouble=form.trouble_shown())
    stage.throw_away_draft()


def by_hand(stage: Stage, words: TourWords) -> None:
    """What X's own page cannot be told by a link is said before, in a shop without a key."""
    compose = stage.compose
    stage.show_tab("compose")
    type_text(compose, words.queued[2])
    compose.composer.set_options(
        replace(compose.composer.content.options, poll=Poll(words.captions[:2]))
    )
    compose.composer.sheet.thread_button.click()
    type_text(compose, words.late_post)
    stage.shoot("own-shop-poll-by-hand")
    stage.throw_away_draft()


def nothing_yet(stage: Stage, words: TourWords) -> None:
    """No snippet, no version, nothing found; and a template whose places wait."""
    compose = stage.compose
    compose.new_draft()
    extras = compose.composer.extras
    extras.snippets_asked.emit()
    stage.settle()
    stage.shoot("compose-no-snippets")
    dialog_of(SnippetsPopover).close()
    extras.versions_asked.emit()
    stage.settle()
    stage.shoot("compose-no-versions")
    dialog_of(VersionsDialog).close()
    compose.drafts.search.setText(words.shop)
    stage.settle()
    stage.shoot("compose-nothing-found")
    compose.drafts.search.setText(words.captions[0].split()[0])
    stage.settle()
    stage.shoot("compose-found")
    compose.drafts.search.clear()
    stage.settle()
    extras.templates_asked.emit()
    stage.settle()
    dialog_of(TemplatesDialog).use_button.click()
    stage.settle()
    compose.post()
    stage.settle()
    stage.shoot("compose-places-wait")
    stage.throw_away_draft()


def guards(stage: Stage, words: TourWords) -> None:
    """Words said in anger, with the voice, the mix and the tags of the shop open beside them."""
    compose = stage.compose
    compose.new_draft()
    type_text(compose, words.angry)
    side = compose.tools.side
    if side is None:
        raise TourFailed("no cards stand beside the sheet")
    sections = [side.section(field) for field in (VOICE_SHOWN, MIX_SHOWN, TAGS_SHOWN)]
    for section in sections:
        section.set_open(True)
        section.turned.emit(True)
    look_up(stage)
    found = compose.guarding.findings
    stage.expect("heated", bool(found and found.words.is_heated), True)
    stage.shoot(
        "compose-heated", reasons=[one.value for one in found.words.reasons] if found else []
    )
    button = compose.composer.advice.button_for(Act.REST)
    if button is None:
        raise TourFailed("no rest is offered")
    button.click()
    stage.settle()
    draft = stage.newest_draft()
    stage.shoot("compose-resting", until=stage.shop.resting.until(draft.id))
    for section in sections:
        section.set_open(False)
        section.turned.emit(False)
    stage.throw_away_draft()


def look_up(stage: Stage) -> None:
    """Guards look when the keys have been still for a moment."""
    stage.compose.guarding.look_now()
    stage.settle()


def too_long(stage: Stage, words: TourWords) -> None:
    """Far too many words stand whole in a picture; then as a thread with their versions."""
    compose = stage.compose
    compose.new_draft()
    texts = (*words.queued, words.board_post, words.late_post, *words.own_posts)
    type_text(compose, "\n".join(texts))
    compose.save_now()
    compose.composer.adviser.into_picture_asked.emit()
    stage.settle()
    content = compose.composer.content
    stage.expect("pictures", len(content.pictures), 1)
    stage.shoot("compose-words-in-picture", alt_text=content.pictures[0].alt_text)
    stage.window.undo_bar.settle()
    compose.save_now()
    compose.composer.extras.versions_asked.emit()
    stage.settle()
    versions = dialog_of(VersionsDialog)
    stage.shoot("compose-versions", versions=len(stage.shop.versions.all(compose.keeper.post_id)))
    versions.close()
    stage.throw_away_draft()


def kept_words(stage: Stage, words: TourWords) -> None:
    """Templates that teach, with a product of the shop; snippets; tags; emoji."""
    compose = stage.compose
    compose.new_draft()
    compose.composer.extras.templates_asked.emit()
    stage.settle()
    templates = dialog_of(TemplatesDialog)
    stage.shoot("compose-templates")
    templates.close()
    stage.shop.templates.add(
        stage.account.id, name=words.shop, parts=(words.own_posts[0],), is_snippet=True
    )
    type_text(compose, f"{words.own_posts[0]} #")
    stage.settle()
    stage.shoot("compose-tags")
    compose.composer.sheet.edit.insert(" ")
    compose.composer.extras.snippets_asked.emit()
    stage.settle()
    stage.shoot("compose-snippets")
    dialog_of(SnippetsPopover).close()
    compose.composer.sheet.emoji_button.click()
    stage.settle()
    stage.shoot("compose-emoji")
    dialog_of(EmojiPopover).close()
    stage.throw_away_draft()
