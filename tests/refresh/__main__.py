"""`make refresh-test`: four programs renew one account's token, and are killed over it.

`python -m tests.refresh [--refreshes 500] [--seed 1]`; the number may also come from
SHOPLARK_REFRESHES. Exit code 1 when an account was lost that X kept, or a used token sent again.
"""

from __future__ import annotations

import argparse
import os
import sys
import time

from tests.refresh.child import Point
from tests.refresh.lap import Count, Lap

REFRESHES_A_LAP = 50


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.refresh")
    wanted = int(os.environ.get("SHOPLARK_REFRESHES", "500"))
    parser.add_argument("--refreshes", type=int, default=wanted)
    parser.add_argument("--seed", type=int, default=int(time.time()) % 100_000)
    chosen = parser.parse_args()
    print(f"seed {chosen.seed}: {chosen.refreshes} refreshes", flush=True)
    began = time.monotonic()
    total = Count()
    for seed in range(chosen.seed, chosen.seed + 10_000):
        if total.refreshes >= chosen.refreshes:
            break
        lap = Lap(seed)
        try:
            total.add(lap.run(min(REFRESHES_A_LAP, chosen.refreshes - total.refreshes)))
        finally:
            lap.close()
        print(f"  {total.refreshes} refreshes, {total.kills} kills, {len(total.wrong)} wrong")
    _tell(total, time.monotonic() - began)
    return 0 if total.is_good else 1


def _tell(count: Count, seconds: float) -> None:
    print(f"\nrefreshes     {count.refreshes} in {count.rounds} rounds")
    print(f"kills         {count.kills}")
    for point in Point:
        print(f"  at {point:<20}{count.points[point]:>4}")
    print(f"signed in     {count.kept} rounds: X's current token is the one that is kept")
    print(f"answer lost   {count.answer_lost} rounds: X had renewed, the answer is nowhere")
    print(f"in doubt      {count.in_doubt} rounds: cut off between the word on the disk and X")
    print(f"wrong         {len(count.wrong)}")
    print(f"seconds       {seconds:.0f}")
    for what in count.wrong:
        print(f"  {what}")


if __name__ == "__main__":
    sys.exit(main())
