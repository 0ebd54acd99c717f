"""Below the preview: Voice, Mix and Tags, closed until they are opened, and then remembered.

Built when the window's first frame stands; what is in a card, when it is first opened.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from services.accounts.accounts import Account
from services.errors import AppError
from services.my_shop.profiles import Profile
from services.settings import MIX_SHOWN, TAGS_SHOWN, VOICE_SHOWN, Field
from services.shop import Shop
from ui.build import column, line
from ui.compose.guarding import Guarding
from ui.tasks import Lane, Tasks
from ui.theme import MEASURES

if TYPE_CHECKING:
    from services.publishing.guard_values import Findings
    from services.publishing.mix import Mix
    from services.publishing.suggestions import Known
    from ui.compose.mix_card import MixCard
    from ui.compose.tags_card import TagsCard
    from ui.compose.voice_card import VoiceCard
    from widgets.fold_section import FoldSection


class SideCards(QWidget):
    shop_asked = Signal()
    """The voice is changed in My shop."""
    kind_chosen = Signal(object)
    """A `PostKind`: what the owner says this post is for."""
    chosen = Signal(str)
    """Words to be written where the caret is: a tag, the sign-off."""

    def __init__(
        self, shop: Shop, tasks: Tasks, guarding: Guarding, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._shop = shop
        self._tasks = tasks
        self._guarding = guarding
        self._account: Account | None = None
        self._profile = Profile()
        self._known: Known | None = None
        self._sections: dict[Field[bool], FoldSection] = {}
        self.voice: VoiceCard | None = None
        self.mix: MixCard | None = None
        self.tags: TagsCard | None = None
        self._column = column(gap=MEASURES.s4)
        self.setLayout(self._column)
        guarding.found.connect(self._on_found)
        guarding.mixed.connect(self._on_mix)
        tasks.after_first_frame(self._build)

    def show_account(self, account: Account) -> None:
        """Also when the queue or My shop may have changed."""
        if self._account is None or account.id != self._account.id:
            self._known = None
        self._account = account
        self._fill()

    def section(self, field: Field[bool]) -> FoldSection:
        """By what remembers whether it is open: VOICE_SHOWN, MIX_SHOWN or TAGS_SHOWN."""
        return self._sections[field]

    def _build(self) -> None:
        from widgets.fold_section import FoldSection

        for field, title in (
            (VOICE_SHOWN, self.tr("Voice")),
            (MIX_SHOWN, self.tr("Mix")),
            (TAGS_SHOWN, self.tr("Tags")),
        ):
            section = self._sections[field] = FoldSection(title)
            section.set_open(self._shop.settings.get(field))
            section.turned.connect(partial(self._on_turned, field))
            self._column.addWidget(line())
            self._column.addWidget(section)
        self._fill()

    def _fill(self) -> None:
        """What is open, and no more."""
        if self._account is None or not self._sections:
            return
        self._profile = self._shop.profiles.get(self._account.id)
        self._sections[VOICE_SHOWN].set_note(self._profile.speaker)
        if self._sections[VOICE_SHOWN].is_open:
            self._fill_voice()
        if self._sections[MIX_SHOWN].is_open:
            self._fill_mix(self._account.id)
        if self._sections[TAGS_SHOWN].is_open:
            self._fill_tags(self._account.id)

    def _fill_voice(self) -> None:
        if self.voice is None:
            from ui.compose.voice_card import VoiceCard

            self.voice = VoiceCard()
            self.voice.shop_asked.connect(self.shop_asked)
            self.voice.chosen.connect(self.chosen)
            self._lay(VOICE_SHOWN, self.voice)
        self.voice.show_profile(self._profile)

    def _fill_mix(self, account_id: str) -> None:
        if self.mix is None:
            from ui.compose.mix_card import MixCard

            self.mix = MixCard()
            self.mix.kind_chosen.connect(self.kind_chosen)
            self._lay(MIX_SHOWN, self.mix)
        if self._guarding.findings is not None:
            self._on_found(self._guarding.findings)
        self._guarding.ask_mix(account_id)

    def _fill_tags(self, account_id: str) -> None:
        if self.tags is None:
            from ui.compose.tags_card import TagsCard

            self.tags = TagsCard()
            self.tags.chosen.connect(self.chosen)
            self._lay(TAGS_SHOWN, self.tags)
        self._show_tags()
        self._tasks.run(
            partial(self._read_tags, account_id, self._known),
            lane=Lane.WORK,
            owner=self,
            done=partial(self._on_tags, account_id),
            failed=self._on_failed,
        )

    def _lay(self, field: Field[bool], card: QWidget) -> None:
        frame = QWidget()
        frame.setLayout(column(card, margins=(MEASURES.s8, MEASURES.s4, MEASURES.s8, MEASURES.s12)))
        self._sections[field].set_content(frame)

    def _read_tags(self, account_id: str, known: Known | None) -> Known:
        suggestions = self._shop.suggestions
        if known is not None and not suggestions.has_changed(account_id, known):
            return known
        return suggestions.read(account_id)

    def _show_tags(self) -> None:
        if self.tags is not None:
            uses = () if self._known is None else self._known.tags
            self.tags.show_tags(self._profile.own_tags, uses)

    def _on_tags(self, account_id: str, known: Known) -> None:
        if self._account is not None and account_id == self._account.id and known != self._known:
            self._known = known
            self._show_tags()

    def _on_turned(self, field: Field[bool], on: bool) -> None:
        self._shop.settings.remember(field, on)
        if on:
            self._fill()

    def _on_found(self, found: Findings) -> None:
        if self.mix is not None:
            from services.publishing.post_options import PostKind

            chosen = found.asked.options.kind is not PostKind.GUESSED
            self.mix.show_kind(found.kind, chosen=chosen)
        if found.beside is not None:
            self._on_mix(found.beside.mix)

    def _on_mix(self, mix: Mix) -> None:
        if not self._sections:
            return
        from ui.compose.mix_card import mix_note

        self._sections[MIX_SHOWN].set_note(mix_note(mix))
        if self.mix is not None:
            self.mix.show_mix(mix)

    def _on_failed(self, _error: AppError) -> None:
        """The shop's own tags are there all the same."""
