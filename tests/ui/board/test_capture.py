import pytest
from PySide6.QtCore import QBuffer, QEvent, QIODevice, QPoint, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from ui.board import capture as capture_file
from ui.board.capture import Capture
from ui.screen_portal import PortalProblem, PortalStopped
from ui.tasks import InlineTasks


def screen_shot(scale=1):
    """Linen, with a red square of 100 by 100 at (50, 60)."""
    shot = QPixmap(round(800 * scale), round(800 * scale))
    shot.fill(QColor("linen"))
    painter = QPainter(shot)
    box = QRectF(50 * scale, 60 * scale, 100 * scale, 100 * scale)
    painter.fillRect(box.toAlignedRect(), QColor("red"))
    painter.end()
    return shot


@pytest.fixture
def window(qtbot):
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.show()
    return widget


@pytest.fixture
def started(window, qtbot):
    made = []

    def start(grab, aside=None, *, windows=(), room=12, portal=None):
        capture = Capture(
            window,
            InlineTasks(),
            grab=lambda _screen: grab,
            windows=lambda: windows,
            room=lambda: room,
            portal=portal,
        )
        made.append(capture)
        said = {"captured": [], "refused": [], "ended": 0}
        capture.captured.connect(said["captured"].append)
        capture.refused.connect(said["refused"].append)

        def ended():
            said["ended"] += 1

        capture.ended.connect(ended)
        capture.start(aside or [])
        qtbot.wait_until(lambda: bool(capture.overlays or said["captured"] or said["ended"]))
        return capture, said

    yield start
    for capture in made:
        capture._finish()


def drag(overlay, start, end):
    QTest.mousePress(overlay, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(overlay, end)
    QTest.mouseRelease(overlay, Qt.MouseButton.LeftButton, pos=end)


def pass_over(overlay, at):
    """QTest moves the pointer, of which the offscreen screen tells nobody."""
    none = Qt.MouseButton.NoButton
    event = QMouseEvent(
        QEvent.Type.MouseMove, QPointF(at), QPointF(at), none, none, Qt.KeyboardModifier.NoModifier
    )
    QApplication.sendEvent(overlay, event)


@pytest.mark.parametrize("scale", [1, 1.25, 1.5, 2])
def test_what_was_drawn_over_is_taken_in_full_resolution(started, scale):
    capture, said = started(screen_shot(scale), room=1)
    overlay = capture.overlays[0]
    overlay.setGeometry(0, 0, 800, 800)
    drag(overlay, QPoint(50, 60), QPoint(149, 159))
    image = said["captured"][0]
    assert abs(image.width() - 100 * scale) <= scale
    assert abs(image.height() - 100 * scale) <= scale
    for x, y in ((2, 2), (image.width() - 3, image.height() - 3)):
        assert image.pixelColor(x, y) == QColor("red")
    assert said["ended"] == 1
    assert capture.overlays == ()


def test_it_can_be_drawn_from_any_corner(started):
    capture, said = started(screen_shot())
    capture.overlays[0].setGeometry(0, 0, 800, 800)
    drag(capture.overlays[0], QPoint(149, 159), QPoint(50, 60))
    assert said["captured"][0].pixelColor(50, 50) == QColor("red")


def test_what_is_drawn_beyond_the_edge_has_no_empty_rim(started):
    capture, said = started(screen_shot(1.25))
    overlay = capture.overlays[0]
    overlay.setGeometry(0, 0, 799, 799)
    drag(overlay, QPoint(700, 700), QPoint(900, 900))
    image = said["captured"][0]
    corner = image.pixelColor(image.width() - 1, image.height() - 1)
    assert corner == QColor("linen")


def test_a_click_takes_the_window_under_it(started):
    front, back = QRect(50, 60, 100, 100), QRect(0, 0, 400, 400)
    capture, said = started(screen_shot(), windows=[front, back])
    overlay = capture.overlays[0]
    overlay.setGeometry(0, 0, 800, 800)
    QTest.mouseClick(overlay, Qt.MouseButton.LeftButton, pos=QPoint(100, 100))
    assert said["captured"][0].size() == front.size()
    assert said["captured"][0].pixelColor(1, 1) == QColor("red")


def test_the_window_under_the_pointer_stands_bright(started):
    capture, _said = started(screen_shot(), windows=[QRect(50, 60, 100, 100)])
    overlay = capture.overlays[0]
    overlay.setGeometry(0, 0, 800, 800)
    pass_over(overlay, QPoint(100, 100))
    assert overlay.grab().toImage().pixelColor(100, 100) == QColor("red")
    pass_over(overlay, QPoint(600, 600))
    assert overlay.grab().toImage().pixelColor(100, 100) != QColor("red")


def test_keys_choose_a_window_or_a_region(started):
    capture, said = started(screen_shot(), windows=[QRect(50, 60, 100, 100)])
    overlay = capture.overlays[0]
    QTest.keyClick(overlay, Qt.Key.Key_Right)
    QTest.keyClick(overlay, Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(overlay, Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(overlay, Qt.Key.Key_Return)
    assert (said["captured"][0].width(), said["captured"][0].height()) == (90, 100)


def test_several_are_taken_one_after_the_other(started, window, qtbot):
    capture, said = started(screen_shot(), [window])
    capture.overlays[0].setGeometry(0, 0, 800, 800)
    drag(capture.overlays[0], QPoint(50, 60), QPoint(149, 159))
    assert capture.bar.isVisible()
    assert "1" in capture.bar.count.text()
    assert not window.isVisible()
    capture.bar.again_button.click()
    assert not capture.bar.isVisible()
    qtbot.wait_until(lambda: bool(capture.overlays))
    QTest.keyClick(capture.overlays[0], Qt.Key.Key_Return)
    assert "2" in capture.bar.count.text()
    assert [image.size() for image in said["captured"]] == [said["captured"][0].size()] * 2
    capture.bar.done_button.click()
    assert capture.bar is None
    assert window.isVisible()
    assert said["ended"] == 1


def test_esc_between_two_keeps_what_was_taken(started, window):
    capture, said = started(screen_shot(), [window])
    QTest.keyClick(capture.overlays[0], Qt.Key.Key_Return)
    QTest.keyClick(capture.bar, Qt.Key.Key_Escape)
    assert (len(said["captured"]), said["ended"]) == (1, 1)
    assert window.isVisible()


def test_it_ends_by_itself_when_the_board_is_full(started, qtbot):
    capture, said = started(screen_shot(), room=2)
    QTest.keyClick(capture.overlays[0], Qt.Key.Key_Return)
    capture.bar.again_button.click()
    qtbot.wait_until(lambda: bool(capture.overlays))
    QTest.keyClick(capture.overlays[0], Qt.Key.Key_Return)
    assert (len(said["captured"]), said["ended"]) == (2, 1)
    assert capture.bar is None


def test_esc_ends_it_without_a_picture(started):
    capture, said = started(screen_shot())
    QTest.keyClick(capture.overlays[0], Qt.Key.Key_Escape)
    assert (said["captured"], said["ended"]) == ([], 1)


def test_a_slip_of_the_mouse_takes_nothing(started):
    capture, said = started(screen_shot())
    drag(capture.overlays[0], QPoint(10, 10), QPoint(13, 12))
    assert said["captured"] == []
    assert capture.overlays


def test_enter_takes_the_whole_screen(started):
    capture, said = started(screen_shot())
    QTest.keyClick(capture.overlays[0], Qt.Key.Key_Return)
    assert said["captured"][0].width() == 800


def test_the_region_stays_bright_and_the_rest_is_dimmed(started):
    capture, _said = started(screen_shot())
    overlay = capture.overlays[0]
    overlay.setGeometry(0, 0, 800, 800)
    QTest.mousePress(overlay, Qt.MouseButton.LeftButton, pos=QPoint(50, 60))
    QTest.mouseMove(overlay, QPoint(149, 159))
    shown = overlay.grab().toImage()
    assert shown.pixelColor(100, 100) == QColor("red")
    assert shown.pixelColor(400, 600).lightness() < QColor("linen").lightness() - 40


@pytest.mark.parametrize("shade", [None, "black"])
@pytest.mark.parametrize(
    ("system", "word"), [("linux", "own key"), ("win32", "own key"), ("darwin", "privacy")]
)
def test_a_system_that_hides_the_screen_is_said_so(started, shade, system, word, monkeypatch):
    monkeypatch.setattr(capture_file.sys, "platform", system)
    shot = QPixmap()
    if shade:
        shot = QPixmap(300, 200)
        shot.fill(QColor(shade))
    _capture, said = started(shot)
    assert len(said["refused"]) == 1
    assert word in said["refused"][0]
    assert said["ended"] == 1


def test_the_hint_says_what_enter_takes(started):
    capture, _said = started(screen_shot())
    overlay = capture.overlays[0]
    assert "takes all" in overlay.hint()
    QTest.keyClick(overlay, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert "what is framed" in overlay.hint()
    size = overlay.hand.rect().size()
    assert f"{size.width()} × {size.height()}" in overlay.size_words()
    assert "soft" in overlay.size_words()


def png(colour):
    shot = QPixmap(30, 20)
    shot.fill(QColor(colour))
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    shot.save(buffer, "PNG")
    return bytes(buffer.data().data())


@pytest.fixture
def wayland(monkeypatch):
    monkeypatch.setattr(
        capture_file.QGuiApplication, "platformName", staticmethod(lambda: "wayland")
    )


def test_on_wayland_the_desktop_takes_the_picture(started, wayland, qtbot):
    asked = []

    def portal(wanted):
        asked.append(wanted())
        return png("teal")

    capture, said = started(None, portal=portal, room=2)
    assert said["captured"][0].pixelColor(5, 5) == QColor("teal")
    assert capture.overlays == ()
    capture.bar.again_button.click()
    qtbot.wait_until(lambda: len(said["captured"]) == 2)
    assert said["ended"] == 1
    assert asked == [True, True]


@pytest.mark.parametrize(
    ("problem", "word"),
    [
        (PortalProblem.MISSING, "screenshot key"),
        (PortalProblem.REFUSED, "privacy"),
        (PortalProblem.SILENT, "in time"),
        (PortalProblem.UNREADABLE, "cannot read"),
        (PortalProblem.CANCELLED, None),
    ],
)
def test_what_the_portal_does_not_do_is_said(started, wayland, window, problem, word):
    def portal(_wanted):
        raise PortalStopped(problem)

    _capture, said = started(None, [window], portal=portal)
    assert (said["captured"], said["ended"]) == ([], 1)
    assert window.isVisible()
    assert [word in sentence for sentence in said["refused"]] == ([True] if word else [])


def test_a_file_that_is_no_picture_is_said(started, wayland):
    _capture, said = started(None, portal=lambda _wanted: b"no picture")
    assert "cannot read" in said["refused"][0]


def test_macos_asks_once_and_says_where(started, monkeypatch):
    asked = []
    monkeypatch.setattr(capture_file.screen_mac, "may_look", lambda: False)
    monkeypatch.setattr(capture_file.screen_mac, "ask_owner", lambda: asked.append(1))
    _capture, said = started(screen_shot())
    assert asked == [1]
    assert "privacy" in said["refused"][0]


def test_windows_step_aside_and_come_back_as_they_were(started, window, qtbot):
    dialog = QDialog(window)
    qtbot.addWidget(dialog)
    finished = []
    dialog.finished.connect(finished.append)
    dialog.open()
    capture, _said = started(screen_shot(), [dialog, window])
    assert not dialog.isVisible()
    assert not window.isVisible()
    QTest.keyClick(capture.overlays[0], Qt.Key.Key_Escape)
    assert window.isVisible()
    assert dialog.isVisible()
    assert finished == []
    dialog.close()
