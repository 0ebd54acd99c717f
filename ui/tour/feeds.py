"""Pictures from a link: none yet, a link that brings none, some to choose, one that is gone."""

from __future__ import annotations

from ui.board.board_dialog import BoardDialog
from ui.board.feed_dialog import FeedDialog
from ui.tour.feed_web import BOARD, FILES, HIDDEN
from ui.tour.stage import Stage, dialog_of


def play(stage: Stage) -> None:
    """A board made of a feed, which has its link then. Leaves none behind."""
    stage.show_tab("compose")
    stage.compose.new_draft()
    stage.compose.composer.sheet.board_asked.emit()
    stage.settle()
    board = dialog_of(BoardDialog)
    from_a_link(stage, board)
    board.shelf.delete(board.project.board.id)
    board.undo_bar.settle()
    board.reject()
    stage.settle()


def from_a_link(stage: Stage, board: BoardDialog) -> None:
    board.sources.ask_feed()
    stage.settle()
    dialog = dialog_of(FeedDialog)
    stage.shoot("feed-empty")
    dialog.look_at(HIDDEN)
    stage.settle()
    stage.shoot("feed-nothing", sentence=dialog.banner.sentence)
    dialog.look_at(BOARD)
    stage.settle()
    stage.expect("pictures of the feed", len(dialog.grid.tiles), len(FILES) + 1)
    for row in (4, 1, 0):
        dialog.grid.toggle(row)
    stage.settle()
    stage.shoot("feed-chosen", chosen=dialog.grid.order)
    # The last one named has no picture behind it.
    dialog.grid.toggle(len(FILES))
    dialog.add_button.click()
    stage.settle()
    stage.shoot("feed-left-out", sentence=dialog.banner.sentence)
    dialog.close_button.click()
    stage.settle()
    shown = board.project.board
    stage.expect("pictures that came", len(shown.cells), 3)
    stage.expect("link of the board", shown.link, BOARD)
    stage.shoot("feed-board", link=shown.link)
