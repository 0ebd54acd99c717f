"""Starts the tour: display, scale and exit code."""

from __future__ import annotations

import os
import sys

from services.options import RunOptions
from ui.tour.camera import BadPicture
from ui.tour.stillness import leave_this_computer


def run(options: RunOptions) -> int:
    """0 when every step did what the story says; else 1, with the reason on stderr."""
    # Always offscreen: a tour needs no display, opens nothing on the owner's and looks the same
    # everywhere.
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    os.environ["QT_SCALE_FACTOR"] = str(options.scale or 1)
    leave_this_computer()
    from ui.app import leave, make_application
    from ui.tour.stage import Stage, TourFailed
    from ui.tour.story import play

    folder = options.tour
    if folder is None:
        return 2
    app = make_application()
    stage = Stage(app, options, folder)
    code = 1
    try:
        play(stage)
        code = 0
        print(f"{stage.camera.count} pictures", file=sys.stderr)
    except (TourFailed, BadPicture) as failure:
        print(f"tour: {failure}", file=sys.stderr)
    finally:
        stage.close()
    leave(code)
    return code
