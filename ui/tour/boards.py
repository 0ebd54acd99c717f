"""The board editor: every arrangement, all marks, looks to choose, the picture's own words."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QLocale, QPoint, Qt
from PySide6.QtWidgets import QWidget

from services.media.board_values import Arrangement, Captions, Corner, Shape
from ui.board.board_dialog import BoardDialog
from ui.board.looks_popover import LooksPopover
from ui.board.side_panel import LOOK, PICTURE, POST
from ui.icons import RESOURCES
from ui.tour.stage import Stage, dialog_of
from ui.tour.words import TourWords
from widgets.measures import MEASURES

PRACTICE = RESOURCES / "practice"
SIX = (
    "celadon-cups.jpg",
    "moss-teapot.jpg",
    "ash-bowl.jpg",
    "jasmine-tin.jpg",
    "kiln-shelf.jpg",
    "gift-box.jpg",
)
LINK = "https://www.pinterest.com/mossandsteam/autumn"


def play(stage: Stage, words: TourWords) -> None:
    """Leaves Compose as it found it, and no board behind."""
    stage.show_tab("compose")
    stage.compose.new_draft()
    stage.compose.composer.sheet.board_asked.emit()
    stage.settle()
    dialog = dialog_of(BoardDialog)
    dialog.project.set_words(name=words.shop)
    dialog.sources.offer([PRACTICE / name for name in SIX])
    stage.settle()
    arrangements(stage, dialog)
    marks(stage, dialog, words)
    looks(stage, dialog, words)
    gone_picture(stage, dialog)
    free_shape(stage, dialog)
    dialog.shelf.delete(dialog.project.board.id)
    dialog.undo_bar.settle()
    dialog.reject()
    stage.settle()


def arrangements(stage: Stage, dialog: BoardDialog) -> None:
    look = dialog.editor.panel.look
    for arrangement, shape in (
        (Arrangement.HERO, Shape.WIDE),
        (Arrangement.STRIP, Shape.PANORAMA),
        (Arrangement.MOSAIC, Shape.SQUARE),
    ):
        look.arrangements.button(arrangement.value).click()
        look.shapes.button(shape.value).click()
        stage.settle()
        stage.expect("arrangement", dialog.project.board.look.arrangement, arrangement)
        stage.shoot(f"board-{arrangement.value}", shape=shape.value)


def marks(stage: Stage, dialog: BoardDialog, words: TourWords) -> None:
    """Captions, prices, a ribbon, the logo, and the link as a code."""
    project, panel = dialog.project, dialog.editor.panel
    logo = stage.shop.profiles.get(stage.account.id).logo
    project.wear(
        replace(
            project.board.look,
            shape=Shape.WIDE,
            arrangement=Arrangement.GRID,
            gutter=10,
            edged=True,
            corners=12,
            captions=Captions.OVER,
            logo=logo,
            logo_at=Corner.TOP_START,
            qr_at=Corner.BOTTOM_END,
        )
    )
    project.set_words(link=LINK)
    for at, caption in enumerate(words.captions):
        project.set_cell(at, caption=caption)
    dialog.editor.stage.canvas.choose(1)
    panel.tabs.button(PICTURE).click()
    offers = panel.cell.products_button.menu()
    offers.aboutToShow.emit()
    offers.actions()[0].trigger()
    panel.cell.ribbons_button.menu().actions()[0].trigger()
    stage.settle()
    cell = project.board.cells[1]
    stage.expect("price", panel.cell.price.text(), cell.price)
    stage.shoot("board-picture", price=cell.price, ribbon=cell.ribbon)
    panel.tabs.button(POST).click()
    stage.settle()
    stage.shoot("board-post", link=project.board.link)
    panel.tabs.button(LOOK).click()
    panel.look.spacing_fold.head.click()
    panel.look.marks_fold.head.click()
    stage.settle()
    stage.shoot("board-marks", logo=logo is not None)
    panel.look.spacing_fold.head.click()
    panel.look.marks_fold.head.click()


def looks(stage: Stage, dialog: BoardDialog, words: TourWords) -> None:
    kept = stage.shop.board_templates.add(
        stage.account.id, name=words.shop, look=dialog.project.board.look
    )
    chooser = dialog.editor.panel.look.looks_button
    # What was folded out has scrolled it away; the folds need a moment to close.
    stage.settle()
    chooser.setFocus(Qt.FocusReason.TabFocusReason)
    stage.settle()
    chooser.click()
    popover = dialog_of(LooksPopover)
    _put_under(popover, chooser)
    stage.settle()
    stage.shoot("board-looks", own=kept.name)
    popover.tiles["soft"].click()
    stage.settle()
    stage.expect("blurred", dialog.project.board.look.blurred, True)
    stage.shoot("board-soft", shape=dialog.project.board.look.shape.value)
    stage.shop.board_templates.delete(kept.id)


def free_shape(stage: Stage, dialog: BoardDialog) -> None:
    look = dialog.editor.panel.look
    look.shapes.button(Shape.FREE.value).click()
    look.ratio.field.setValue(2.35)
    look.ground.buttons()[2].click()
    look.captions.button(Captions.UNDER.value).click()
    stage.settle()
    stage.shoot("board-free", ratio=dialog.project.board.look.free_ratio)


def gone_picture(stage: Stage, dialog: BoardDialog) -> None:
    """One of the copies was deleted behind our back."""
    dialog.project.save_now()
    board = dialog.project.board
    path = stage.shop.pictures.path(board.cells[2].picture)
    kept = path.read_bytes()
    path.unlink()
    dialog.start_new()
    dialog.open_board(board.id)
    stage.settle()
    place = QLocale().toString(3)
    stage.expect("the place is named", place in dialog.banner.sentence, True)
    dialog.editor.stage.canvas.choose(2)
    dialog.editor.panel.tabs.button(PICTURE).click()
    stage.shoot("board-gone", sentence=dialog.banner.sentence)
    path.write_bytes(kept)
    dialog.banner.clear()
    dialog.images.forget_gone()
    dialog.editor.panel.tabs.button(LOOK).click()


def _put_under(popover: QWidget, anchor: QWidget) -> None:
    """As on a real screen: the offscreen one ends at 800 pixels, and pushes it aside."""
    ltr = anchor.layoutDirection() is Qt.LayoutDirection.LeftToRight
    x = anchor.width() - popover.width() if ltr else 0
    popover.move(anchor.mapToGlobal(QPoint(x, anchor.height() + MEASURES.s4)))
