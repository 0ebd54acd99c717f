"""What differs between an earlier version and now besides the words, in the owner's own."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QCoreApplication

from services.publishing.posts import Post
from services.publishing.versions import Version
from ui.compose.option_words import who_words
from widgets.isolates import held
from widgets.text_block import one_line


def other_changes(version: Version, post: Post) -> str:
    """Sentences about the version; empty where only words differ."""
    said = (_pictures(version, post), _poll(version, post), _settings(version, post))
    return " ".join(one for one in said if one)


def _pictures(version: Version, post: Post) -> str:
    then = tuple(one for part in version.parts for one, _alt in part.pictures)
    translate = QCoreApplication.translate
    if set(then) == set(post.pictures):
        return ""
    if not then:
        return translate("Versions", "It had no pictures.")
    if len(then) == len(post.pictures):
        return translate("Versions", "It had other pictures.")
    count = len(then)
    return translate("Versions", "It had %Ln pictures.", "", count)


def _poll(version: Version, post: Post) -> str:
    then, now = version.options.poll, post.options.poll
    translate = QCoreApplication.translate
    if then == now:
        return ""
    if then is None:
        return translate("Versions", "It had no poll.")
    if now is not None and then.options == now.options:
        return translate("Versions", "Its poll was open for another length of time.")
    choices = [held(one_line(one)) for one in then.options if one.strip()]
    if not choices:
        return translate("Versions", "It had a poll without choices.")
    words = translate("Versions", "{before}, {choice}")
    said = choices[0]
    for choice in choices[1:]:
        said = words.format(before=said, choice=choice)
    return translate("Versions", "It had a poll with the choices {choices}.").format(choices=said)


def _settings(version: Version, post: Post) -> str:
    then, now = version.options, post.options
    said = []
    translate = QCoreApplication.translate
    if then.who_can_reply != now.who_can_reply:
        who = who_words(then.who_can_reply)
        said.append(translate("Versions", "Who could reply: {who}.").format(who=who))
    if replace(then, poll=now.poll, who_can_reply=now.who_can_reply) != now:
        said.append(translate("Versions", "Other choices under More were different."))
    return " ".join(said)
