"""Two screens of different scales, which one program can have only from its beginning."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]
CHILD = """
import json, sys
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from ui.board.capture import Capture
from ui.tasks import InlineTasks

app = QApplication(["child", "-platform", f"offscreen:configfile={sys.argv[1]}"])
WINDOW = QRect(1900, 200, 400, 300)

def grab(screen):
    # As X11 and Windows give it: the screen's own pixels, of the desktop's one picture.
    shot = QPixmap(screen.geometry().size() * screen.devicePixelRatio())
    shot.fill(QColor("linen"))
    painter = QPainter(shot)
    painter.fillRect(WINDOW.translated(-screen.geometry().topLeft()), QColor("teal"))
    painter.end()
    return shot

parent = QWidget()
capture = Capture(parent, InlineTasks(), grab=grab, windows=lambda: [WINDOW], room=lambda: 3)
taken = []
capture.captured.connect(taken.append)
told = []

def begin():
    while not capture.overlays:
        app.processEvents()
    return capture.overlays

capture.start([])
first, second = begin()
for overlay in (first, second):
    box = overlay.geometry()
    told.append([overlay.screen().name(), box.x(), box.y(), box.width(), box.height()])
QTest.keyClick(second, Qt.Key.Key_Right)
QTest.keyClick(second, Qt.Key.Key_Return)
capture._on_again()
first, second = begin()
QTest.keyClick(second, Qt.Key.Key_Return)
capture._on_again()
first, second = begin()
scale = second.screen().devicePixelRatio()
QTest.mousePress(second, Qt.MouseButton.LeftButton, pos=QPoint(0, 80))
QTest.mouseMove(second, QPoint(199, 179))
QTest.mouseRelease(second, Qt.MouseButton.LeftButton, pos=QPoint(199, 179))
colours = [[image.pixelColor(3, 3).name(), image.pixelColor(3, image.height() - 3).name()]
           for image in taken]
sizes = [[image.width(), image.height()] for image in taken]
print(json.dumps({"told": told, "sizes": sizes, "colours": colours, "scale": scale}), flush=True)
import os
os._exit(0)
"""


@pytest.mark.parametrize("scale", [1.25, 2])
def test_each_screen_is_taken_in_its_own_pixels(tmp_path, scale):
    common = {"logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}
    screens = [
        {"name": "a", "x": 0, "y": 0, "width": 1920, "height": 1080, **common},
        {"name": "b", "x": 1920, "y": 100, "width": 2560, "height": 1440, **common},
    ]
    config = tmp_path / "screens.json"
    config.write_text(json.dumps({"screens": screens}))
    done = subprocess.run(
        [sys.executable, "-c", CHILD, str(config)],
        cwd=ROOT,
        env={**os.environ, "QT_SCREEN_SCALE_FACTORS": f"a=1;b={scale}", "QT_SCALE_FACTOR": "1"},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout)
    assert told["scale"] == scale
    assert told["told"][0] == ["a", 0, 0, 1920, 1080]
    assert told["told"][1] == ["b", 1920, 100, round(2560 / scale), round(1440 / scale)]
    # What of the window is on the second screen, twice; then a region of 200 by 100 points.
    assert told["sizes"][:2] == [[380, 300], [380, 300]]
    assert told["colours"][:2] == [["#008080", "#008080"]] * 2
    assert told["sizes"][2] == [
        pytest.approx(200 * scale, abs=2),
        pytest.approx(100 * scale, abs=2),
    ]
