"""`make crash-test`: the program is killed over and over, and X says what came of it.

`python -m tests.crash [--random 1000] [--seed 1] [--at-once 3]`; the number of random kills may
also come from SHOPLARK_KILLS. Exit code 1 when anything was lost, sent twice or out of order.
"""

from __future__ import annotations

import argparse
import os
import sys
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial

from services.publishing.crash_points import Point
from tests.crash.lap import Lap
from tests.crash.truth import Count

KILLS_A_LAP = 25
"""Fewer than X's window allows of the calls that every start makes."""
TIMES = 3
"""How often the program gets to a named point before it dies there, at most."""


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.crash")
    kills = int(os.environ.get("SHOPLARK_KILLS", "1000"))
    parser.add_argument("--random", type=int, default=kills, help="kills at random moments")
    parser.add_argument("--seed", type=int, default=int(time.time()) % 100_000)
    parser.add_argument("--at-once", type=int, default=3, help="laps side by side")
    chosen = parser.parse_args()
    print(f"seed {chosen.seed}: every named point, {chosen.random} random kills", flush=True)
    laps: list[Callable[[Lap], Count]] = [partial(Lap.kill_at_points, times=TIMES)]
    for begun in range(0, chosen.random, KILLS_A_LAP):
        kills = min(KILLS_A_LAP, chosen.random - begun)
        laps.append(partial(Lap.kill_at_random, kills=kills))
    began = time.monotonic()
    total = Count()
    with ThreadPoolExecutor(chosen.at_once) as lanes:
        seeds = range(chosen.seed, chosen.seed + len(laps))
        for count in lanes.map(_run, seeds, laps):
            total.add(count)
            print(f"  {total.kills} kills, {total.parts} parts, {_verdict(total)}", flush=True)
    _tell(total, time.monotonic() - began)
    return 0 if total.is_good else 1


def _run(seed: int, run: Callable[[Lap], Count]) -> Count:
    lap = Lap(seed)
    try:
        return run(lap)
    finally:
        lap.close()


def _verdict(count: Count) -> str:
    return f"{len(count.lost)} lost, {len(count.double)} double, {len(count.wrong)} wrong"


def _tell(count: Count, seconds: float) -> None:
    print(f"\nkills       {count.kills} in {count.runs} runs")
    for point in Point:
        print(f"  at {point:<32}{count.points[point]:>5}")
    for what, times in count.moments.most_common():
        print(f"  {what:<35}{times:>5}")
    print(f"posts       {count.posts} with {count.parts} parts")
    print(f"lost        {len(count.lost)}")
    print(f"double      {len(count.double)}")
    print(f"wrong       {len(count.wrong)}")
    print(f"needs you   {len(count.needs_you)}")
    print(f"seconds     {seconds:.0f}")
    for what in (*count.lost, *count.double, *count.wrong):
        print(f"  {what}")


if __name__ == "__main__":
    sys.exit(main())
