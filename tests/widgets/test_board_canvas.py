import math

import pytest
from PySide6.QtCore import QEvent, QMimeData, QObject, QPoint, QPointF, QRectF, Qt, QUrl
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QHelpEvent,
    QImage,
    QNativeGestureEvent,
    QPointingDevice,
    QWheelEvent,
)
from PySide6.QtTest import QTest

from widgets import board_canvas
from widgets.board_canvas import BoardCanvas
from widgets.board_cells import CanvasCell, CanvasOverlay

HALVES = (QRectF(0, 0, 0.495, 1), QRectF(0.505, 0, 0.495, 1))
QUARTERS = (
    QRectF(0, 0, 0.49, 0.49),
    QRectF(0.51, 0, 0.49, 0.49),
    QRectF(0, 0.51, 0.49, 0.49),
    QRectF(0.51, 0.51, 0.49, 0.49),
)
COLOURS = ("red", "lime", "blue", "yellow")


def picture(colour, size=(300, 200)):
    image = QImage(*size, QImage.Format.Format_RGB32)
    image.fill(QColor(colour))
    return image


def cells(rects=QUARTERS, captions=("a", "", "", ""), **kept):
    """Pictures three to two in square cells: a third of each is outside."""
    part = QRectF(1 / 6, 0, 2 / 3, 1)
    return [
        CanvasCell(f"id{n}", rect, picture(COLOURS[n]), captions[n], part=part, **kept)
        for n, rect in enumerate(rects)
    ]


@pytest.fixture
def canvas(qtbot, themed):
    widget = BoardCanvas()
    qtbot.addWidget(widget)
    widget.resize(402, 402)
    widget.set_board(cells(), ratio=1.0, background=QColor("white"))
    widget.show()
    qtbot.waitExposed(widget)
    return widget


def hover(canvas, point):
    """Qt tells of no move where the mouse has been already."""
    QTest.mouseMove(canvas, point + QPoint(5, 5))
    QTest.mouseMove(canvas, point)


def heard(signal):
    said = []
    signal.connect(lambda *values: said.append(values))
    return said


def middle(canvas, index):
    return canvas.cell_rect(index).center().toPoint()


def drag(canvas, start, end, modifiers=Qt.KeyboardModifier.NoModifier):
    left = Qt.MouseButton.LeftButton
    QTest.mousePress(canvas, left, modifiers, start)
    QTest.mouseMove(canvas, start + QPoint(30, 0))
    QTest.mouseMove(canvas, end)
    QTest.mouseRelease(canvas, left, modifiers, end)


def offer(canvas, data, at):
    """Drags something over the canvas and lets it fall, if it may."""
    options = (
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    enter = QDragEnterEvent(at, *options)
    enter.ignore()
    canvas.dragEnterEvent(enter)
    if enter.isAccepted():
        canvas.dragMoveEvent(QDragMoveEvent(at, *options))
        canvas.dropEvent(QDropEvent(QPointF(at), *options))
    return enter.isAccepted()


def turn_wheel(canvas, at, notches, modifiers=Qt.KeyboardModifier.ControlModifier):
    event = QWheelEvent(
        QPointF(at),
        canvas.mapToGlobal(QPointF(at)),
        QPoint(),
        QPoint(0, 120 * notches),
        Qt.MouseButton.NoButton,
        modifiers,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    canvas.wheelEvent(event)
    return event


def show(canvas, shown, **kept):
    canvas.set_board(shown, ratio=1.0, background=QColor("white"), **kept)


def test_shows_each_picture_in_its_place(canvas):
    shown = canvas.grab().toImage()
    for index, colour in enumerate(COLOURS):
        assert shown.pixelColor(middle(canvas, index)) == QColor(colour)
    assert shown.pixelColor(canvas.board_rect().center().toPoint()) == QColor("white")


def test_it_looks_the_same_before_and_after_sizes_settle(canvas, qtbot):
    early = canvas.grab().toImage().pixelColor(middle(canvas, 2))
    qtbot.wait_until(lambda: not canvas._settle.isActive())
    assert canvas.grab().toImage().pixelColor(middle(canvas, 2)) == early


def test_the_board_is_not_mirrored_with_the_window(canvas):
    before = [canvas.cell_rect(index) for index in range(4)]
    canvas.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert [canvas.cell_rect(index) for index in range(4)] == before


def test_dragging_one_picture_onto_another_swaps_them(canvas):
    swaps = heard(canvas.swapped)
    drag(canvas, middle(canvas, 0), middle(canvas, 3))
    assert swaps == [(0, 3)]
    assert canvas.current == 3


def test_a_drag_onto_itself_or_away_swaps_nothing(canvas):
    swaps = heard(canvas.swapped)
    drag(canvas, middle(canvas, 0), middle(canvas, 0) + QPoint(20, 20))
    drag(canvas, middle(canvas, 0), QPoint(-40, -40))
    assert swaps == []
    assert canvas.current == 0


def test_esc_ends_a_drag(canvas):
    swaps = heard(canvas.swapped)
    left = Qt.MouseButton.LeftButton
    QTest.mousePress(canvas, left, pos=middle(canvas, 0))
    QTest.mouseMove(canvas, middle(canvas, 1))
    QTest.keyClick(canvas, Qt.Key.Key_Escape)
    QTest.mouseRelease(canvas, left, pos=middle(canvas, 1))
    assert swaps == []


def test_arrows_choose_and_ctrl_swaps(canvas):
    swaps = heard(canvas.swapped)
    canvas.choose(0)
    QTest.keyClick(canvas, Qt.Key.Key_Right)
    assert canvas.current == 1
    QTest.keyClick(canvas, Qt.Key.Key_Down)
    assert canvas.current == 3
    QTest.keyClick(canvas, Qt.Key.Key_Left, Qt.KeyboardModifier.ControlModifier)
    assert swaps == [(3, 2)]
    assert canvas.current == 2
    QTest.keyClick(canvas, Qt.Key.Key_Left)
    assert canvas.current == 2
    QTest.keyClick(canvas, Qt.Key.Key_Home)
    assert canvas.current == 0


def test_delete_takes_out_and_enter_asks_for_words(canvas):
    removed, asked = heard(canvas.removed), heard(canvas.caption_asked)
    canvas.choose(2)
    QTest.keyClick(canvas, Qt.Key.Key_Delete)
    QTest.keyClick(canvas, Qt.Key.Key_Return)
    assert (removed, asked) == ([(2,)], [(2,)])


def test_the_cross_under_the_mouse_takes_out(canvas):
    removed = heard(canvas.removed)
    frame = canvas.cell_rect(1)
    QTest.mouseMove(canvas, frame.center().toPoint())
    QTest.mouseClick(
        canvas, Qt.MouseButton.LeftButton, pos=(frame.topRight() + QPointF(-20, 20)).toPoint()
    )
    assert removed == [(1,)]


def test_alt_and_the_mouse_moves_a_picture_in_its_frame(canvas):
    moved, swaps = heard(canvas.focus_moved), heard(canvas.swapped)
    drag(
        canvas,
        middle(canvas, 0),
        middle(canvas, 0) + QPoint(-40, 0),
        Qt.KeyboardModifier.AltModifier,
    )
    assert swaps == []
    assert moved
    assert moved[-1][0] == 0
    assert moved[-1][1].x() != 0.5
    assert moved[-1][1].y() == 0.5


def test_alt_and_arrows_move_it_too(canvas):
    moved = heard(canvas.focus_moved)
    canvas.choose(1)
    QTest.keyClick(canvas, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert moved[0][1].x() > 0.5


def test_files_can_be_dropped(canvas, tmp_path):
    dropped = heard(canvas.dropped)
    file = tmp_path / "قوری.jpg"
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file))])
    assert offer(canvas, data, QPoint(20, 20))
    assert dropped == [((file,),)]


def test_words_are_no_picture(canvas):
    data = QMimeData()
    data.setText("hello 🫖")
    assert not offer(canvas, data, QPoint(20, 20))


def test_it_says_what_is_chosen(canvas):
    canvas.set_board(
        cells(captions=("قوری سبز 🫖", "", "", "")), ratio=1.0, background=QColor("white")
    )
    canvas.choose(0)
    assert "قوری سبز 🫖" in canvas.accessibleName()
    assert "1" in canvas.accessibleName()
    canvas.choose(-1)
    assert "4" in canvas.accessibleName()


def test_fewer_cells_move_the_choice(canvas):
    canvas.choose(3)
    chosen = heard(canvas.chosen)
    canvas.set_board(cells(HALVES), ratio=1.0, background=QColor("white"))
    assert chosen == [(1,)]
    canvas.set_board([], ratio=1.0, background=QColor("white"))
    assert canvas.current == -1
    canvas.grab()


def test_a_picture_still_being_read_is_a_plain_cell(canvas):
    canvas.set_board(
        [CanvasCell("x", rect) for rect in HALVES], ratio=1.0, background=QColor("white")
    )
    assert canvas.grab().toImage().pixelColor(middle(canvas, 0)) != QColor("white")


def test_the_crop_handle_moves_and_the_rest_of_the_cell_drags(canvas):
    moved, ended = heard(canvas.focus_moved), heard(canvas.gesture_ended)
    start = middle(canvas, 1)
    hover(canvas, start)
    handle = (canvas.cell_rect(1).topRight() + QPointF(-58, 20)).toPoint()
    drag(canvas, handle, handle + QPoint(0, 30))
    drag(canvas, handle, handle + QPoint(-50, 30))
    assert moved
    assert all(index == 1 and focus.y() == 0.5 for index, focus in moved)
    assert len(ended) == 2


def test_the_handles_change_sides_with_the_window(canvas):
    removed = heard(canvas.removed)
    canvas.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    hover(canvas, middle(canvas, 1))
    at = (canvas.cell_rect(1).topLeft() + QPointF(20, 20)).toPoint()
    QTest.mouseClick(canvas, Qt.MouseButton.LeftButton, pos=at)
    assert removed == [(1,)]


def test_handles_say_what_they_do(canvas, monkeypatch):
    said = []

    class ToolTip:
        @staticmethod
        def showText(_where, text, _widget):  # noqa: N802  # Qt's own name
            said.append(text)

    monkeypatch.setattr(board_canvas, "QToolTip", ToolTip)
    frame = canvas.cell_rect(1)
    for across in (20, 58, 100):
        point = (frame.topRight() + QPointF(-across, 20)).toPoint()
        canvas.event(QHelpEvent(QEvent.Type.ToolTip, point, canvas.mapToGlobal(point)))
    assert "out" in said[0]
    assert "frame" in said[1]
    assert said[2] == ""


def test_the_middle_button_moves_a_picture(canvas):
    moved = heard(canvas.focus_moved)
    start = middle(canvas, 2)
    QTest.mousePress(canvas, Qt.MouseButton.MiddleButton, pos=start)
    QTest.mouseMove(canvas, start + QPoint(25, 0))
    QTest.mouseRelease(canvas, Qt.MouseButton.MiddleButton, pos=start + QPoint(25, 0))
    assert moved[0][0] == 2
    assert moved[0][1].x() < 0.5


def test_ctrl_and_the_wheel_enlarge_around_the_mouse(canvas):
    zooms, moved = heard(canvas.zoomed), heard(canvas.focus_moved)
    at = canvas.cell_rect(3).topLeft().toPoint() + QPoint(1, 1)
    assert turn_wheel(canvas, at, 2).isAccepted()
    ((index, zoom, focus),) = zooms
    assert (index, canvas.current, moved) == (3, 3, [])
    assert 1.2 < zoom < 1.5
    # The corner under the mouse stays in its place, so that the focus goes towards it.
    assert focus.x() < 0.5
    assert focus.y() < 0.5


def test_the_wheel_alone_scrolls_what_is_around(canvas):
    zooms = heard(canvas.zoomed)
    event = turn_wheel(canvas, middle(canvas, 0), 1, Qt.KeyboardModifier.NoModifier)
    assert not event.isAccepted()
    turn_wheel(canvas, QPoint(-5, -5), 1)
    assert zooms == []


def test_no_picture_becomes_smaller_than_its_cell_or_larger_than_eight_times(canvas):
    zooms = heard(canvas.zoomed)
    canvas.choose(0)
    QTest.keyClick(canvas, Qt.Key.Key_Minus)
    assert zooms == []
    show(canvas, cells(zoom=7.9))
    QTest.keyClick(canvas, Qt.Key.Key_Plus)
    show(canvas, cells(zoom=8.0))
    QTest.keyClick(canvas, Qt.Key.Key_Plus)
    assert [zoom for _, zoom, _ in zooms] == [8.0]


def test_keys_enlarge_shrink_and_bring_back(canvas):
    zooms, resets = heard(canvas.zoomed), heard(canvas.crop_reset)
    show(canvas, cells(zoom=2.0))
    canvas.choose(1)
    QTest.keyClick(canvas, Qt.Key.Key_Plus)
    QTest.keyClick(canvas, Qt.Key.Key_Minus)
    QTest.keyClick(canvas, Qt.Key.Key_0)
    assert [(index, zoom) for index, zoom, _ in zooms] == [(1, 2.5), (1, 1.6)]
    assert all(focus == QPointF(0.5, 0.5) for _, _, focus in zooms)
    assert resets == [(1,)]


def test_persian_and_arabic_zeros_bring_back(canvas):
    resets = heard(canvas.crop_reset)
    canvas.choose(0)
    for zero in "۰٠":
        QTest.sendKeyEvent(
            QTest.KeyAction.Click, canvas, Qt.Key.Key_unknown, zero, Qt.KeyboardModifier.NoModifier
        )
    assert resets == [(0,), (0,)]


def test_two_fingers_enlarge(canvas):
    zooms = heard(canvas.zoomed)
    at = QPointF(middle(canvas, 2))
    canvas.event(
        QNativeGestureEvent(
            Qt.NativeGestureType.ZoomNativeGesture,
            QPointingDevice.primaryPointingDevice(),
            2,
            at,
            at,
            canvas.mapToGlobal(at),
            0.25,
            QPointF(),
        )
    )
    assert [(index, zoom) for index, zoom, _ in zooms] == [(2, 1.25)]


def test_two_fingers_on_a_touch_screen_enlarge_as_they_part(canvas, qapp):
    factors = []
    canvas.zoomed.connect(lambda _index, zoom, _focus: factors.append(zoom))
    device = QTest.createTouchDevice()
    here = middle(canvas, 0)

    def touch(what, apart):
        event = QTest.touchEvent(canvas, device)
        for finger, side in enumerate((-apart, apart)):
            getattr(event, what)(finger, here + QPoint(side, 0), canvas)
        event.commit()
        qapp.processEvents()

    touch("press", 20)
    for apart in (30, 40, 60, 80):
        touch("move", apart)
    touch("release", 80)
    assert math.prod(factors) == pytest.approx(80 / 20, rel=0.01)


def test_a_pause_ends_a_step_of_keys_and_wheel(canvas, qtbot):
    canvas.choose(0)
    canvas._pause.setInterval(0)
    with qtbot.waitSignal(canvas.gesture_ended):
        QTest.keyClick(canvas, Qt.Key.Key_Plus)


def test_a_picture_that_is_not_there_is_neither_moved_nor_enlarged(canvas):
    moved, zooms = heard(canvas.focus_moved), heard(canvas.zoomed)
    show(canvas, [CanvasCell("x", rect, gone=True) for rect in HALVES])
    canvas.choose(0)
    QTest.keyClick(canvas, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    QTest.keyClick(canvas, Qt.Key.Key_Plus)
    assert (moved, zooms) == ([], [])
    assert "gone" in canvas.accessibleName()


def files(*names):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(name) for name in names])
    return data


def test_a_picture_dropped_on_a_full_board_takes_anothers_place(canvas):
    dropped, replaced = heard(canvas.dropped), heard(canvas.dropped_on)
    show(canvas, cells(), full=True)
    offer(canvas, files("/shop/茶.jpg"), middle(canvas, 2))
    offer(canvas, files("/shop/茶.jpg"), canvas.board_rect().center().toPoint())
    assert [index for index, _ in replaced] == [2]
    assert len(dropped) == 1


def test_a_picture_that_is_gone_can_be_dropped_again(canvas):
    replaced = heard(canvas.dropped_on)
    shown = cells()
    show(canvas, [CanvasCell("lost", shown[0].rect, gone=True), *shown[1:]])
    offer(canvas, files("/shop/a.jpg"), middle(canvas, 1))
    offer(canvas, files("/shop/a.jpg"), middle(canvas, 0))
    assert [index for index, _ in replaced] == [0]


def test_what_is_no_picture_is_told_too(canvas):
    dropped = heard(canvas.dropped)
    data = QMimeData()
    data.setUrls([QUrl("https://example.com/page")])
    assert offer(canvas, data, QPoint(20, 20))
    assert len(dropped) == 1


def test_an_offer_that_goes_away_leaves_no_mark(canvas):
    before = canvas.grab().toImage()
    options = (
        Qt.DropAction.CopyAction,
        files("/shop/a.jpg"),
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    canvas.dragEnterEvent(QDragEnterEvent(QPoint(20, 20), *options))
    assert canvas.grab().toImage() != before
    canvas.dragLeaveEvent(QDragLeaveEvent())
    assert canvas.grab().toImage() == before


def test_the_menu_comes_by_mouse_and_by_key(canvas):
    asked = heard(canvas.menu_asked)
    where = middle(canvas, 1)
    canvas.contextMenuEvent(
        QContextMenuEvent(QContextMenuEvent.Reason.Mouse, where, canvas.mapToGlobal(where))
    )
    canvas.choose(2)
    canvas.contextMenuEvent(
        QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(), QPoint())
    )
    assert asked == [
        (1, canvas.mapToGlobal(where)),
        (2, canvas.mapToGlobal(middle(canvas, 2))),
    ]


def test_the_keys_that_ask_for_words(canvas):
    asked = heard(canvas.caption_asked)
    canvas.choose(1)
    for key in (Qt.Key.Key_Enter, Qt.Key.Key_F2):
        QTest.keyClick(canvas, key)
    QTest.mouseDClick(canvas, Qt.MouseButton.LeftButton, pos=middle(canvas, 3))
    assert asked == [(1,), (1,), (3,)]


def test_the_first_key_chooses_a_picture(canvas):
    canvas.choose(-1)
    QTest.keyClick(canvas, Qt.Key.Key_Right)
    assert canvas.current == 0
    canvas.choose(-1)
    QTest.keyClick(canvas, Qt.Key.Key_End)
    assert canvas.current == 3


def test_an_empty_canvas_leaves_keys_to_others(canvas):
    show(canvas, [])
    removed = heard(canvas.removed)
    QTest.keyClick(canvas, Qt.Key.Key_Delete)
    QTest.keyClick(canvas, Qt.Key.Key_Right)
    assert removed == []


def test_a_screen_reader_hears_what_keys_did(canvas, monkeypatch):
    said = []
    monkeypatch.setattr(board_canvas, "announce", lambda _, sentence: said.append(sentence))
    show(canvas, cells(captions=("抹茶茶碗", "قوری", "", ""), zoom=1.5))
    canvas.choose(0)
    QTest.keyClick(canvas, Qt.Key.Key_Right)
    QTest.keyClick(canvas, Qt.Key.Key_Plus)
    QTest.keyClick(canvas, Qt.Key.Key_0)
    assert "قوری" in said[0]
    assert "150" in said[1]
    assert len(said) == 3


def overlay(rect, colour="black", **kept):
    return CanvasOverlay(rect, ground=QColor(colour), **kept)


def at(canvas, x, y):
    board = canvas.board_rect()
    point = QPointF(board.left() + x * board.width(), board.top() + y * board.height())
    return canvas.grab().toImage().pixelColor(point.toPoint())


def test_overlays_stand_above_pictures_and_within_their_clip(canvas):
    band = QRectF(0.1, 0.2, 0.8, 0.1)
    show(canvas, cells(), overlays=[overlay(band, clip=QRectF(0, 0, 0.49, 0.49))])
    assert at(canvas, 0.3, 0.25) == QColor("black")
    assert at(canvas, 0.7, 0.25) == QColor("lime")


def test_a_turned_overlay(canvas):
    band = QRectF(0.05, 0.2, 0.4, 0.05)
    show(canvas, cells(), overlays=[overlay(band, angle=90)])
    assert at(canvas, 0.25, 0.1) == QColor("black")
    assert at(canvas, 0.1, 0.225) == QColor("red")


def test_an_overlays_image_is_drawn_where_it_is_told(canvas):
    marked = overlay(
        QRectF(0, 0, 0.4, 0.4),
        image=picture("yellow", (8, 8)),
        image_rect=QRectF(0.1, 0.1, 0.1, 0.1),
        crisp=True,
    )
    show(canvas, cells(), overlays=[marked])
    assert at(canvas, 0.15, 0.15) == QColor("yellow")
    assert at(canvas, 0.25, 0.25) == QColor("black")


def test_round_corners_show_the_ground(canvas):
    show(canvas, cells(radius=0.1), ground=picture("navy", (4, 4)))
    corner = canvas.cell_rect(1).topLeft().toPoint() + QPoint(3, 3)
    assert canvas.grab().toImage().pixelColor(corner) == QColor("navy")
    assert canvas.grab().toImage().pixelColor(middle(canvas, 1)) == QColor("lime")
    assert at(canvas, 0.5, 0.5) == QColor("navy")


class Watch(QObject):
    def __init__(self):
        super().__init__()
        self.painted = []

    def eventFilter(self, watched, event):
        if event.type() is QEvent.Type.Paint:
            self.painted.append(QRectF(event.rect()))
        return False


def test_only_what_changed_is_painted_again(canvas, qtbot):
    qtbot.wait_until(lambda: not canvas._settle.isActive())
    watch = Watch()
    canvas.installEventFilter(watch)
    shown = list(canvas._shown.cells)
    shown[3] = CanvasCell("id3", shown[3].rect, shown[3].image, part=QRectF(0, 0, 2 / 3, 1))
    show(canvas, shown)
    qtbot.wait_until(lambda: bool(watch.painted))
    assert watch.painted[0].contains(canvas.cell_rect(3))
    assert not watch.painted[0].intersects(canvas.cell_rect(0))


def test_it_tells_when_its_room_changes(canvas, qtbot):
    with qtbot.waitSignal(canvas.room_changed):
        canvas.resize(300, 300)


def test_the_chosen_picture_has_its_number(canvas):
    canvas.setFocus()
    canvas.choose(1)
    with_two = canvas.grab(canvas.cell_rect(1).toRect()).toImage()
    shown = cells()
    canvas.choose(0)
    show(canvas, [shown[1], shown[0], *shown[2:]])
    canvas.choose(0)
    with_one = canvas.grab(canvas.cell_rect(0).toRect()).toImage()
    assert with_one.size() == with_two.size()
    assert with_one != with_two


def test_the_ghost_is_made_once_and_gone_afterwards(canvas):
    left = Qt.MouseButton.LeftButton
    QTest.mousePress(canvas, left, pos=middle(canvas, 0))
    QTest.mouseMove(canvas, middle(canvas, 0) + QPoint(40, 0))
    ghost = canvas._hand.ghost
    assert ghost is not None
    assert max(ghost.width(), ghost.height()) <= 136 * canvas.devicePixelRatioF()
    QTest.mouseMove(canvas, middle(canvas, 3))
    canvas.grab()
    assert canvas._hand.ghost.cacheKey() == ghost.cacheKey()
    QTest.mouseRelease(canvas, left, pos=middle(canvas, 3))
    assert canvas._hand.ghost is None


def test_pictures_that_come_meanwhile_do_not_end_a_drag(canvas):
    swaps = heard(canvas.swapped)
    left = Qt.MouseButton.LeftButton
    QTest.mousePress(canvas, left, pos=middle(canvas, 0))
    QTest.mouseMove(canvas, middle(canvas, 3))
    show(canvas, cells())
    QTest.mouseRelease(canvas, left, pos=middle(canvas, 3))
    assert swaps == [(0, 3)]


def test_leaving_takes_the_handles_away(canvas):
    hover(canvas, middle(canvas, 1))
    assert canvas._hand.hovered == 1
    canvas.leaveEvent(QEvent(QEvent.Type.Leave))
    assert canvas._hand.hovered == -1


def test_what_stands_on_a_lifted_picture_fades_with_it(canvas):
    marks = [overlay(QRectF(at, 0.05, 0.2, 0.1), "black") for at in (0.05, 0.56)]
    show(canvas, cells(), overlays=marks)
    assert at(canvas, 0.1, 0.1) == at(canvas, 0.6, 0.1) == QColor("black")
    QTest.mousePress(canvas, Qt.MouseButton.LeftButton, pos=middle(canvas, 0))
    QTest.mouseMove(canvas, middle(canvas, 3))
    assert at(canvas, 0.1, 0.1).lightness() > 90
    assert at(canvas, 0.6, 0.1) == QColor("black")
    QTest.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=middle(canvas, 3))


def test_nothing_shines_through_the_picture_in_the_hand(canvas):
    show(canvas, cells(), overlays=[overlay(QRectF(0.51, 0.51, 0.49, 0.49), "black")])
    over = middle(canvas, 3)
    QTest.mousePress(canvas, Qt.MouseButton.LeftButton, pos=middle(canvas, 0))
    QTest.mouseMove(canvas, over)
    seen = canvas.grab().toImage().pixelColor(over)
    assert seen.red() > 250
    QTest.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=over)
