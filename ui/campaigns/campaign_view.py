"""One campaign: its days, its figures, its posts, and who used its tag."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from services.campaigns.campaigns import Campaign, Stage
from ui.build import button, column, label, row
from ui.campaigns.campaign_words import stage_word, tag_and_days
from ui.campaigns.things import Group, Rows
from ui.theme import MEASURES
from widgets.isolates import breakable
from widgets.post_row import RowValue


class CampaignView(QWidget):
    back = Signal()
    write_asked = Signal()
    edit_asked = Signal()
    delete_asked = Signal()
    post_opened = Signal(str)
    use_opened = Signal(str)
    """An inbox item's id."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.all = button(self.tr("All campaigns"), icon="arrow-left", kind="quiet", in_row=True)
        self.name = label(kind="section", wrap=True)
        self.days = label(kind="quiet", wrap=True)
        self.figures = label(kind="strong", wrap=True)
        self.write = button(self.tr("Write a post for it"), kind="primary", icon="square-pen")
        self.edit = button(self.tr("Change"), kind="quiet")
        self.delete = button(self.tr("Delete"), kind="quiet")
        self.no_posts = label(self.tr("No post belongs to it yet."), kind="quiet", wrap=True)
        self.posts = Rows()
        self.no_uses = label(kind="quiet", wrap=True)
        self.uses = Rows()
        self.setLayout(
            column(
                row(self.all, None),
                column(self.name, self.days, gap=MEASURES.s4),
                row(self.write, self.edit, self.delete, None, gap=MEASURES.s4),
                self.figures,
                column(
                    label(self.tr("Posts"), kind="strong"),
                    self.no_posts,
                    self.posts,
                    gap=MEASURES.s4,
                ),
                column(
                    label(self.tr("Who used the tag"), kind="strong"),
                    self.no_uses,
                    self.uses,
                    gap=MEASURES.s4,
                ),
                None,
                gap=MEASURES.s16,
            )
        )
        self.all.clicked.connect(self.back)
        self.write.clicked.connect(self.write_asked)
        self.edit.clicked.connect(self.edit_asked)
        self.delete.clicked.connect(self.delete_asked)
        self.posts.opened.connect(self.post_opened)
        self.uses.opened.connect(self.use_opened)

    def show_campaign(self, campaign: Campaign, stage: Stage, figures: str) -> None:
        self.name.setText(breakable(campaign.name))
        said = tag_and_days(campaign, self.locale())
        self.days.setText(self.tr("{days} · {stage}").format(days=said, stage=stage_word(stage)))
        self.figures.setText(figures)
        self.no_uses.setText(
            self.tr("It begins later.")
            if stage is Stage.COMING
            else self.tr("Nobody in the inbox has used it since the first day.")
        )

    def show_posts(self, groups: tuple[Group, ...], *, dead: frozenset[str]) -> None:
        """`dead`: posts that were made on X, and have no place here to be opened."""
        self.posts.set(groups, dead=dead)
        self.no_posts.setVisible(not groups)

    def show_uses(self, rows: tuple[RowValue, ...]) -> None:
        self.uses.set((Group("", rows),) if rows else ())
        self.no_uses.setVisible(not rows)
