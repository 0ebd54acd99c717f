"""What a run through odd pictures came to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from tests.odd_pictures.batch import Outcome

MOST_MB = 500
_FINE = ("used", "refused")


def print_table(outcomes: Sequence[Outcome], folder: Path) -> int:
    """Prints it; how many files did what none may."""
    kinds = Counter(one.kind for one in outcomes)
    print(f"{'files':<28}{len(outcomes):>6}")
    for said, count in sorted(Counter(one.said for one in outcomes if one.kind in _FINE).items()):
        print(f"  {said:<26}{count:>6}")
    slowest = max(outcomes, key=lambda one: one.seconds)
    hungriest = max(outcomes, key=lambda one: one.mb)
    print(f"{'slowest':<28}{slowest.seconds:>6.2f} s   {_name(slowest, folder)}")
    print(f"{'most memory over the start':<28}{hungriest.mb:>6.0f} MB  {_name(hungriest, folder)}")
    for kind in ("crashed", "hung", "raised"):
        print(f"{kind:<28}{kinds[kind]:>6}")
    heavy = [one for one in outcomes if one.mb > MOST_MB]
    print(f"{f'over {MOST_MB} MB':<28}{len(heavy):>6}")
    bad = [one for one in outcomes if one.kind not in _FINE]
    for one in (*bad, *heavy):
        print(f"  {_name(one, folder)}: {one.said}, {one.seconds:.1f} s, {one.mb:.0f} MB")
    return len(bad) + len(heavy)


def _name(outcome: Outcome, folder: Path) -> str:
    return str(outcome.path.relative_to(folder))
