"""`python -m services.x_api.practice --port 0 --state FILE`: prints its address, then serves."""

from __future__ import annotations

import argparse
import signal
import sys
from pathlib import Path

from services.x_api.practice import SEED, TOKEN, open_practice
from services.x_api.practice.server import PracticeServer, ServerClock


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m services.x_api.practice")
    parser.add_argument("--port", type=int, default=0, help="0 takes a free one")
    parser.add_argument("--state", type=Path, required=True, help="the file it is kept in")
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--no-sample", action="store_true", help="an account without history")
    parser.add_argument("--token", default=TOKEN, help="the bearer token it accepts")
    parser.add_argument("--takes-twice", action="store_true", help="refuse no duplicate")
    parser.add_argument("--now", type=int, help="a clock that stands at this UTC second")
    chosen = parser.parse_args(arguments)
    clock = ServerClock()
    if chosen.now is not None:
        clock.set(chosen.now)
    x = open_practice(
        chosen.state,
        clock,
        sample=not chosen.no_sample,
        seed=chosen.seed,
        token=chosen.token,
    )
    if chosen.takes_twice:
        x.set_takes_twice(True)
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    with PracticeServer(x, clock, port=chosen.port) as server:
        print(server.url, flush=True)
        try:
            server.serve_forever(poll_interval=0.1)
        except KeyboardInterrupt:
            pass
        finally:
            x.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
