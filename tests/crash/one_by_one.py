"""`python -m tests.crash.one_by_one FOLDER URL`: sends as a window does, post by post, without one.

A second window on a folder only shows the first: this is a second program all the same.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

from services.clock import SystemClock
from services.paths import paths_under
from services.publishing.states import State
from services.shop import open_shop
from services.x_api.practice import TOKEN
from services.x_api.transport import Transport


def main(folder: str, url: str) -> None:
    transport = Transport(x_url=url, token=TOKEN, settle=1)
    shop = open_shop(paths_under(Path(folder)), SystemClock(), transport=transport)
    try:
        while shop.outbox.any_in(State.QUEUED, State.SENDING, State.CHECKING):
            for _ in shop.publisher.one_by_one():
                pass
            time.sleep(0.02)
    finally:
        shop.close()


if __name__ == "__main__":
    main(*sys.argv[1:])
