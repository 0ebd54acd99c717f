import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QMimeData, QPoint, QPointF, QRectF, QSize, Qt, QUrl
from PySide6.QtGui import QColor, QDragEnterEvent, QDropEvent, QImage
from PySide6.QtTest import QTest

from widgets.board_canvas import BoardCanvas
from widgets.board_cells import CanvasCell, CellPixmaps, moved_focus, neighbour, place

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


def cells(rects=QUARTERS, captions=("a", "", "", "")):
    return [
        CanvasCell(f"id{n}", rect, picture(COLOURS[n]), captions[n]) for n, rect in enumerate(rects)
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
    options = (
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    enter = QDragEnterEvent(QPoint(20, 20), *options)
    canvas.dragEnterEvent(enter)
    assert enter.isAccepted()
    canvas.dropEvent(QDropEvent(QPointF(20, 20), *options))
    assert dropped == [((file,),)]


def test_words_are_no_picture(canvas):
    data = QMimeData()
    data.setText("hello 🫖")
    enter = QDragEnterEvent(
        QPoint(20, 20),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    enter.ignore()
    canvas.dragEnterEvent(enter)
    assert not enter.isAccepted()


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


@given(
    st.sampled_from(QUARTERS + HALVES),
    st.integers(3, 2_000),
    st.integers(3, 2_000),
    st.integers(0, 50),
)
def test_cells_in_pixels_stay_inside(rect, wide, tall, left):
    board = QRectF(left, left, wide, tall)
    assert board.contains(place(rect, board)) or place(rect, board).isEmpty()


def test_neighbours_are_the_nearest():
    hero = [QRectF(0, 0, 0.66, 1), QRectF(0.67, 0, 0.33, 0.49), QRectF(0.67, 0.51, 0.33, 0.49)]
    assert neighbour(hero, 0, (1, 0)) in (1, 2)
    assert neighbour(hero, 1, (-1, 0)) == 0
    assert neighbour(hero, 1, (0, 1)) == 2
    assert neighbour(hero, 0, (-1, 0)) is None


@given(
    st.tuples(st.floats(0, 1), st.floats(0, 1)),
    st.floats(-500, 500),
    st.floats(-500, 500),
)
def test_a_focus_never_leaves_the_picture(focus, x, y):
    cell = CanvasCell("x", HALVES[0], picture("red"), focus=QPointF(*focus))
    moved = moved_focus(cell, QRectF(0, 0, 100, 150), QPointF(x, y))
    assert 0 <= moved.x() <= 1
    assert moved.y() == pytest.approx(0.5)


def test_pixmaps_are_made_once():
    kept = CellPixmaps()
    cell = CanvasCell("x", HALVES[0], picture("red"))
    size = QSize(40, 40)
    assert kept.get(cell, size) is None
    kept.make([(cell, size)])
    made = kept.get(cell, size)
    kept.make([(cell, size)])
    assert kept.get(cell, size).cacheKey() == made.cacheKey()
    kept.make([])
    assert kept.get(cell, size) is None
