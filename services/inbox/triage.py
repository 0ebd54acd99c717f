"""Guesses what a customer's word is about, offline, in the languages of the shop."""

from __future__ import annotations

from services.inbox.values import Topic


def topic_of(text: str, lang: str = "") -> Topic:
    """A suggestion. `lang` is X's guess of the language, "" when there is none."""
    return Topic.QUESTION if any(mark in text for mark in "?؟？") else Topic.NONE
