from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage, QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from services.media.board_layout import MOST
from tests.ui.board.parts import heard, photo
from ui.board.sources import Sources


def test_one_bad_file_leaves_the_others(opened, tmp_path):
    dialog = opened()
    for name, data in (
        ("a.jpg", photo("red")),
        ("broken.jpg", photo("red")[:200]),
        ("b.jpg", photo("blue")),
    ):
        (tmp_path / name).write_bytes(data)
    dialog.sources.offer([tmp_path / name for name in ("a.jpg", "b.jpg", "broken.jpg")])
    assert len(dialog.project.board.cells) == 2
    assert "broken.jpg" in dialog.banner.sentence
    assert dialog.banner.isVisible()


def test_more_than_twelve_are_left_out_and_said(opened):
    dialog = opened()
    dialog.sources.offer([photo("red"), photo("blue")] * 7)
    assert len(dialog.project.board.cells) == MOST
    assert "2" in dialog.banner.sentence
    assert not dialog.editor.stage.add_button.isEnabled()


def test_a_picture_is_pasted(opened):
    dialog = opened()
    image = QImage(300, 200, QImage.Format.Format_RGB32)
    image.fill(QColor("teal"))
    QGuiApplication.clipboard().setImage(image)
    dialog.sources.paste()
    assert len(dialog.project.board.cells) == 1


def test_a_capture_becomes_a_cell(qtbot, themed, shop, inline_tasks):
    shot = QPixmap(640, 480)
    shot.fill(QColor("teal"))
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    sources = Sources(shop.pictures, inline_tasks, window, grab=lambda _screen: shot)
    came = heard(sources.came)
    sources.ask_screen()
    qtbot.wait_until(lambda: bool(sources.capture.overlays))
    QTest.keyClick(sources.capture.overlays[0], Qt.Key.Key_Return)
    assert (came[0][0].width, came[0][0].height) == (640, 480)
    assert window.isVisible()
