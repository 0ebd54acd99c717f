"""What helps with writing, around the sheet: guards, side cards, completion, kept words, campaigns.

All of it begins when the window's first frame stands; most windows are loaded when they open.
"""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from services.accounts.accounts import Account, Way
from services.errors import StorageTrouble
from services.publishing.post_options import PostKind
from services.publishing.states import State
from services.shop import Shop
from ui.compose.asks import GIVEAWAYS
from ui.compose.composer import Composer
from ui.compose.desk import Desk
from ui.compose.going_on import GoingOn
from ui.compose.guarding import Guarding
from ui.compose.keeper import DraftKeeper
from ui.compose.kept_words import KeptWords
from ui.compose.preview import Preview
from ui.compose.preview_marks import marks_of
from ui.compose.sheet import Sheet
from ui.tasks import Tasks

if TYPE_CHECKING:
    from services.publishing.guard_values import Findings
    from ui.compose.board_maker import BoardMaker
    from ui.compose.completing import Completing
    from ui.compose.knowing import Knowing
    from ui.compose.more_menu import CampaignName
    from ui.compose.side_cards import SideCards
    from ui.compose.words_picture import WordsPicture


class Toolbox(QObject):
    go = Signal(str, str)
    undo_offered = Signal(object)
    undo_over = Signal(object)
    failed = Signal(object)
    """An AppError."""

    def __init__(
        self,
        shop: Shop,
        tasks: Tasks,
        over: QWidget,
        *,
        guarding: Guarding,
        composer: Composer,
        keeper: DraftKeeper,
        desk: Desk,
        preview: Preview,
    ) -> None:
        super().__init__(over)
        self._shop = shop
        self._tasks = tasks
        self._over = over
        self._guarding = guarding
        self._composer = composer
        self._keeper = keeper
        self._desk = desk
        self._preview = preview
        self._account: Account | None = None
        self._shown = ""
        self._completing: list[Completing] = []
        self._knowing: Knowing | None = None
        self._boards: BoardMaker | None = None
        self.side: SideCards | None = None
        self.into_picture: WordsPicture | None = None
        self.kept = KeptWords(shop, over, composer=composer, keeper=keeper, desk=desk, tasks=tasks)
        self.going_on = GoingOn(shop, tasks, over, leaving=lambda: desk.leaving)
        self._connect()
        tasks.after_first_frame(self._begin)

    def _connect(self) -> None:
        extras = self._composer.extras
        extras.set_campaigns(self._campaigns)
        extras.snippets_asked.connect(self.kept.offer_snippets)
        extras.templates_asked.connect(self.kept.offer_templates)
        extras.versions_asked.connect(self.kept.show_versions)
        extras.giveaway_asked.connect(partial(self.go.emit, "shop", GIVEAWAYS))
        self.kept.undo_offered.connect(self.undo_offered)
        self.kept.undo_over.connect(self.undo_over)
        self.kept.failed.connect(self.failed)
        self.going_on.chosen.connect(self._on_going_on)
        self._composer.board_asked.connect(self._on_board)
        self._composer.adviser.same_asked.connect(self._on_same)
        self._composer.adviser.rest_asked.connect(self._on_rest)
        self._composer.adviser.into_picture_asked.connect(self._on_into_picture)
        self._preview.marks_from(partial(marks_of, self._shop, self._keeper))
        self._guarding.found.connect(self._on_found)
        self._keeper.saved.connect(self.going_on.refresh)

    def show_account(self, account: Account) -> None:
        """Also when the queue or My shop may have changed."""
        another = self._account is None or account.id != self._account.id
        self._account = account
        self.kept.show_account(account)
        self.going_on.show_account(account)
        self.going_on.refresh()
        self._guarding.look_again()
        if self.side is not None:
            self.side.show_account(account)
        if another:
            for each in self._completing:
                each.show_account(account)

    def show_sheet(self, *, may_offer: bool) -> None:
        """The sheet changed. `may_offer`: nothing else stands where the last drafts would."""
        if self._account is None:
            return
        content, post_id = self._composer.content, self._keeper.post_id
        by_hand = self._account.way is Way.BY_HAND
        self._composer.adviser.turn_to(post_id, self._account.zone, by_hand=by_hand)
        self._guarding.watch(self._account.id, content, post_id or None)
        if post_id != self._shown:
            # With its id it has the code of its links.
            self._shown = post_id
            self._preview.show_content(content, self._composer.measured)
        self.going_on.show(wanted=may_offer and content.is_empty, but=post_id)

    def _begin(self) -> None:
        from ui.compose.side_cards import SideCards

        self.side = SideCards(self._shop, self._tasks, self._guarding)
        self.side.shop_asked.connect(partial(self.go.emit, "shop", ""))
        self.side.kind_chosen.connect(self._on_kind)
        self.side.chosen.connect(self._composer.insert_apart)
        self._preview.pane.add_section(self.side)
        self._composer.parts.came.connect(self._complete)
        for editor in self._composer.parts.editors:
            self._complete(editor.sheet)
        if self._account is not None:
            self.side.show_account(self._account)

    def _complete(self, sheet: Sheet) -> None:
        from ui.compose.completing import Completing
        from ui.compose.knowing import Knowing

        if self._knowing is None:
            self._knowing = Knowing(self._shop, self._tasks, self)
        made = Completing(
            sheet.edit,
            self._shop,
            sheet,
            campaign_tags=self._campaign_tags,
            knowing=self._knowing,
        )
        self._completing.append(made)
        made.destroyed.connect(partial(self._forget, made))
        if self._account is not None:
            made.show_account(self._account)

    def _forget(self, gone: Completing, _object: QObject | None = None) -> None:
        self._completing.remove(gone)

    def _campaigns(self, own: str | None) -> tuple[CampaignName, ...]:
        from ui.compose.campaign_names import campaign_names

        if self._account is None:
            return ()
        return campaign_names(self._shop, self._account.id, own)

    def _campaign_tags(self) -> list[tuple[str, str]]:
        if self._account is None:
            return []
        return [(one.tag, one.name) for one in self._shop.campaigns.running(self._account.id)]

    def _on_found(self, found: Findings) -> None:
        """Words to avoid are underlined, while the findings are of these very words."""
        for editor, text, spans in zip(
            self._composer.parts.editors, found.asked.texts, found.words.avoided, strict=False
        ):
            if editor.content.text == text:
                editor.sheet.edit.set_underlined(spans)

    def _on_kind(self, kind: PostKind) -> None:
        self._composer.set_options(replace(self._composer.content.options, kind=kind))

    def _on_going_on(self, post_id: str) -> None:
        self._desk.open(self._shop.drafts.get(post_id))
        self._composer.take_focus()
        # It may be no draft any more: then it is not offered again.
        self.going_on.refresh()

    def _on_same(self, post_id: str) -> None:
        """Where it is: another draft on the sheet, all else in the queue's page."""
        try:
            post = self._shop.drafts.get(post_id)
        except KeyError:
            # Known from X alone.
            self.go.emit("queue", post_id)
            return
        if self._account is None or post.account_id != self._account.id:
            # Found while another account was shown.
            return
        if post.state is State.DRAFT:
            self._desk.open(post)
            self._composer.take_focus()
        else:
            self.go.emit("queue", post_id)

    def _on_board(self) -> None:
        if self._account is None:
            return
        if self._boards is None:
            # Most posts have no board.
            from ui.compose.board_maker import BoardMaker

            self._boards = BoardMaker(self._shop, self._tasks, self._over)
            self._boards.made.connect(self._composer.attach_board)
        composer = self._composer
        self._boards.open(self._account.id, composer.content, composer.for_board)

    def _on_rest(self) -> None:
        """It rests by its id: it has to have one."""
        self._desk.save_now()
        if not self._keeper.is_saved:
            return
        try:
            self._composer.adviser.begin_rest(self._keeper.post_id)
        except StorageTrouble as error:
            self.failed.emit(error)

    def _on_into_picture(self) -> None:
        if self.into_picture is None:
            from ui.compose.words_picture import WordsPicture

            self.into_picture = WordsPicture(self._shop, self._tasks, self)
            self.into_picture.failed.connect(self.failed)
        if self._account is not None:
            profile = self._shop.profiles.get(self._account.id)
            self.into_picture.make(self._composer, profile, self._account.handle or "")
