"""Where pictures come from: the menu, the products, the screen; and the way to Pinterest."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPixmap, QScreen

from services.media.captions import public_words
from ui.board.board_dialog import BoardDialog
from ui.board.capture import Capture
from ui.board.elsewhere import Elsewhere
from ui.board.product_pictures import ProductPictures
from ui.icons import RESOURCES
from ui.tour.hand import press
from ui.tour.stage import FOLDER, Stage, TourFailed, dialog_of
from ui.tour.words import TourWords
from widgets.isolates import left_to_right

PRACTICE = RESOURCES / "practice"
FIRST = ("celadon-cups.jpg", "moss-teapot.jpg")
ON_A_PAGE = (
    "tea-table.jpg",
    "glaze-tiles.jpg",
    "drying-bowls.jpg",
    "kiln-shelf.jpg",
    "shop-front.jpg",
    "linen-cloth.jpg",
)
ANOTHER_SITE = "https://example.com/cups"
LINK = "https://www.pinterest.com/mossandsteam/autumn/"
WIDE, HIGH, PICTURE = 1280, 800, 300


def play(stage: Stage, words: TourWords) -> None:
    """Leaves Compose as it found it, and no board behind."""
    stage.show_tab("compose")
    stage.compose.new_draft()
    stage.compose.composer.sheet.board_asked.emit()
    stage.settle()
    dialog = dialog_of(BoardDialog)
    dialog.project.set_words(name=words.shop)
    dialog.sources.offer([PRACTICE / name for name in FIRST])
    stage.settle()
    ways(stage, dialog)
    products(stage, dialog)
    from_the_screen(stage, dialog)
    elsewhere(stage, dialog)
    dialog.shelf.delete(dialog.project.board.id)
    dialog.undo_bar.settle()
    dialog.reject()
    stage.settle()


def ways(stage: Stage, dialog: BoardDialog) -> None:
    """The menu at the Add button."""
    menu = dialog.arrivals.menu.menu
    button = dialog.editor.stage.add_button
    menu.popup(button.mapToGlobal(QPoint(0, -menu.sizeHint().height())))
    stage.settle()
    stage.shoot("board-add", ways=[each.text() for each in menu.actions() if each.text()])
    menu.close()


def products(stage: Stage, dialog: BoardDialog) -> None:
    before = len(dialog.project.board.cells)
    dialog.sources.ask_products()
    chooser = dialog_of(ProductPictures)
    for card in (chooser.cards[3], chooser.cards[0]):
        card.click()
    stage.settle()
    stage.shoot("board-products", chosen=[card.place for card in chooser.cards])
    chooser.add_button.click()
    stage.settle()
    came = dialog.project.board.cells[before:]
    shown = [(card.value.name, card.value.price) for card in (chooser.cards[3], chooser.cards[0])]
    stage.expect("products on the board", [(one.caption, one.price) for one in came], shown)


def from_the_screen(stage: Stage, dialog: BoardDialog) -> None:
    """One picture out of a page, and what waits between two."""
    taken: list[QImage] = []
    ratio = stage.window.devicePixelRatioF()
    place = QRect(80 + PICTURE + 32, 110, PICTURE, PICTURE)
    box = QRect(place.topLeft() * ratio, place.size() * ratio)
    capture = Capture(dialog, stage.tasks, grab=_page_on, windows=lambda: [box])
    capture.captured.connect(taken.append)
    dialog.hide()
    capture.start([])
    stage.settle()
    (overlay,) = capture.overlays
    overlay.setGeometry(stage.window.geometry())
    press(overlay, Qt.Key.Key_Right)
    stage.shoot("capture", size=[PICTURE, PICTURE])
    press(overlay, Qt.Key.Key_Return)
    if capture.bar is None:
        raise TourFailed("after a picture no other one is offered")
    stage.expect("pixels taken", [image.size() for image in taken], [box.size()])
    capture.bar.move(stage.window.geometry().center() - capture.bar.rect().center())
    stage.shoot("capture-another", taken=len(taken))
    capture.stop()
    dialog.show()
    stage.settle()


def elsewhere(stage: Stage, dialog: BoardDialog) -> None:
    """The three steps, begun and at their end."""
    dialog.project.save_now()
    board = dialog.project.board
    way = Elsewhere(
        stage.shop,
        stage.tasks,
        board,
        dialog,
        words=public_words("", board.cells),
        under=stage.shop.paths.data / "Shoplark",
    )
    found: list[str] = []
    way.link_found.connect(found.append)
    way.open()
    stage.settle()
    outing = stage.shop.outings.of(board.id)
    if outing is None or len(list(outing.folder.iterdir())) != len(board.cells):
        raise TourFailed("the pictures are not in their folder")
    # The one thing in it that every computer has another of.
    way.steps.place.setText(left_to_right(f"{FOLDER}/{outing.folder.name}"))
    stage.shoot("elsewhere", pictures=len(board.cells))
    way.steps.link.setText(ANOTHER_SITE)
    stage.expect("another site's link", way.post_button.isEnabled(), False)
    stage.shoot("elsewhere-wrong")
    way.steps.link.setText(LINK)
    stage.shoot("elsewhere-link", link=LINK)
    way.reject()
    stage.settle()
    stage.expect("the link that came back", found, [LINK])


def _page_on(screen: QScreen) -> QPixmap:
    """What a browser would show: six pictures and grey lines."""
    ratio = screen.devicePixelRatio()
    page = QPixmap(round(WIDE * ratio), round(HIGH * ratio))
    page.fill(QColor("#f4f4f2"))
    painter = QPainter(page)
    painter.scale(ratio, ratio)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    for number, name in enumerate(ON_A_PAGE):
        place = QRect(80 + (PICTURE + 32) * (number % 3), 110, PICTURE, PICTURE)
        place.translate(0, (PICTURE + 60) * (number // 3))
        painter.fillRect(place.adjusted(0, 0, 0, 44), QColor("white"))
        painter.drawImage(place, QImage(str(PRACTICE / name)))
        painter.fillRect(place.left() + 16, place.bottom() + 16, 160, 12, QColor("#d8d6d0"))
    painter.end()
    return page
