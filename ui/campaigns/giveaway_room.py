"""The giveaways of the drawer: written, posted, drawn among the answers, and kept."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject

from services.campaigns.giveaways import (
    AlreadyDrawn,
    Entry,
    Giveaway,
    NoEntries,
    NotOver,
)
from services.clock import from_wall, in_zone
from services.errors import StorageTrouble
from services.publishing.posts import Post
from services.publishing.states import State
from ui import when
from ui.campaigns.drawer_room import DrawerRoom
from ui.campaigns.giveaway_form import GiveawayForm
from ui.campaigns.giveaway_view import GiveawayView
from ui.campaigns.giveaway_words import end_words, post_words, usual_rules
from ui.campaigns.things import Group
from ui.queue.post_states import look_of
from ui.shown_text import shown_text
from widgets.post_row import RowValue
from widgets.text_block import one_line

if TYPE_CHECKING:
    from services.shop import Shop

_WEEK = 7 * 86_400
_MOST_POSTS = 20
_LONGEST = 40
"""Signs of a post in the list to choose from."""


class GiveawayRoom(DrawerRoom):
    def __init__(self, shop: Shop, parent: QObject) -> None:
        super().__init__(shop, parent)
        self.form = GiveawayForm()
        self.view = GiveawayView()
        self.form.saved.connect(self._on_saved)
        self.form.left.connect(self._on_left)
        self.form.draft_asked.connect(partial(self.go.emit, "compose", ""))
        self.view.back.connect(self._on_back)
        self.view.edit_asked.connect(self._on_edit)
        self.view.delete_asked.connect(self._on_delete)
        self.view.write_asked.connect(self._on_write)
        self.view.post_opened.connect(self._on_post)
        self.view.post_chosen.connect(self._on_chosen)
        self.view.drawn.connect(self._on_drawn)

    def groups(self) -> tuple[Group, ...]:
        if self._account is None:
            return ()
        now, locale = self._shop.clock.now(), self.view.locale()
        translate = QCoreApplication.translate
        heads = {
            translate("Giveaways", "To be drawn"): [],
            translate("Giveaways", "Open"): [],
            translate("Giveaways", "Drawn"): [],
        }  # type: dict[str, list[RowValue]]
        to_draw, still_open, drawn = heads.values()
        for one in self._shop.giveaways.all(self._account.id):
            row = RowValue(one.id, one.prize, caption=end_words(one, locale), lines=1)
            if one.drawn_at is not None:
                drawn.append(row)
            else:
                (to_draw if one.ends_at <= now else still_open).append(row)
        return tuple(Group(head, tuple(rows)) for head, rows in heads.items() if rows)

    def begin(self, *, from_draft: bool = False) -> None:
        """A new one that ends in a week at six in the evening."""
        if self._account is None:
            return
        now, zone = self._shop.clock.now(), self._account.zone
        wall = f"{in_zone(now + _WEEK, zone).date().isoformat()}T18:00"
        self._open = ""
        ends_at = from_wall(wall, zone)
        new = Giveaway("", self._account.id, "", usual_rules(), 1, ends_at, wall, zone)
        self._show_form(new, from_draft=from_draft)

    @property
    def is_new(self) -> bool:
        """What the form holds, if it is shown."""
        return not self._open

    def open(self, thing_id: str) -> None:
        self._open = thing_id
        if self.refresh():
            self.shown.emit(self.view)
            self.view.all.setFocus()

    def refresh(self) -> bool:
        """Reads again what is open; False where nothing is."""
        if self._account is None or not self._open:
            return False
        try:
            giveaway = self._shop.giveaways.get(self._open)
        except KeyError:
            self._open = ""
            return False
        over = giveaway.ends_at <= self._shop.clock.now()
        self.view.show_giveaway(giveaway, over=over)
        post = self._post_of(giveaway)
        self.view.show_post(
            None if post is None else self._row(post),
            () if post is not None or giveaway.drawn_at is not None else self._others(),
        )
        if giveaway.drawn_at is not None:
            self.view.write.hide()
            self.view.show_record(giveaway, self._shop.giveaways.record(giveaway.id))
        elif post is not None and post.x_ids:
            answers = self._shop.giveaways.everybody(giveaway.id)
            self.view.show_answers(giveaway, answers, over=over)
        elif post is not None:
            self.view.show_hint(self.tr("When it is on X, those who answer it stand here."))
        return True

    def _post_of(self, giveaway: Giveaway) -> Post | None:
        """None also for one that was deleted: another can be written."""
        if giveaway.post_id is None:
            return None
        post = self._shop.outbox.get(giveaway.post_id)
        return None if post.state is State.DELETED else post

    def _row(self, post: Post) -> RowValue:
        look = look_of(post)
        words = shown_text(post.text) if post.state is State.SENT else one_line(post.text)
        word = self.tr("Draft") if post.state is State.DRAFT else look.word
        return RowValue(post.id, words, state=word, tone=look.tone, icon=look.icon)

    def _others(self) -> tuple[tuple[str, str], ...]:
        """Posts on X, newest first, with their day."""
        if self._account is None:
            return ()
        found = []
        since = self._shop.clock.now() - 8 * _WEEK
        for post in self._shop.outbox.sent_since(self._account.id, since):
            if post.answers_item is not None or not post.x_ids:
                continue
            at = when.date_of(post.sent_at or 0, self._account.zone)
            words = shown_text(post.text)
            if len(words) > _LONGEST:
                words = words[: _LONGEST - 1].rstrip() + "…"
            day = when.day_month(self.view.locale(), at)
            found.append((post.id, self.tr("{day}: {words}").format(day=day, words=words)))
        return tuple(found[:_MOST_POSTS])

    def _show_form(self, giveaway: Giveaway, *, from_draft: bool = False) -> None:
        self.form.show_giveaway(giveaway, self._shop.clock.now(), from_draft=from_draft)
        self.shown.emit(self.form)
        self.form.prize.setFocus()

    def _on_saved(self, giveaway: Giveaway) -> None:
        giveaways = self._shop.giveaways
        keep = giveaways.change if giveaway.id else giveaways.add
        kept = self._tried(partial(keep, giveaway))
        self._kept(kept)

    def _on_edit(self) -> None:
        self._show_form(self._shop.giveaways.get(self._open))

    def _on_delete(self) -> None:
        gone = self._tried(partial(self._shop.giveaways.delete, self._open))
        self._deleted(self.tr("Giveaway deleted."), gone, self._shop.giveaways.undelete)

    def _on_write(self) -> None:
        giveaway = self._shop.giveaways.get(self._open)
        words = post_words(giveaway, self.view.locale())
        post = self._tried(partial(self._shop.giveaways.begin_post, giveaway.id, words))
        self._begun(post)

    def _on_chosen(self, post_id: str) -> None:
        if self._tried(partial(self._shop.giveaways.set_post, self._open, post_id)) is not None:
            self.refresh()

    def _on_drawn(self, chosen: tuple[Entry, ...], early: bool) -> None:
        """Another window may have drawn meanwhile: what it drew is shown."""
        try:
            self._shop.giveaways.draw(self._open, chosen, early=early)
        except StorageTrouble as error:
            self.failed.emit(error)
            return
        except (AlreadyDrawn, NotOver, NoEntries):
            self.refresh()
            return
        self.changed.emit()
        self.refresh()
        self.view.copy.setFocus()
