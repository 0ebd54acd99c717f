"""Two calls beside each other, in turns, so that a busy moment of the machine meets both."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from math import ceil


def beside(
    name: str,
    ours: Callable[[], object],
    peer: str,
    peers: Callable[[], object],
    *,
    rounds: int = 200,
    theirs: int | None = None,
) -> None:
    """`theirs`: rounds of the peer, where it is slow."""
    every = rounds // (theirs or rounds)
    ours()
    times: tuple[list[float], list[float]] = ([], [])
    for number in range(rounds):
        times[0].append(milliseconds(ours))
        if number % every == 0:
            times[1].append(milliseconds(peers))
    ratio = statistics.median(times[1]) / statistics.median(times[0])
    said = f"{ratio:.1f}x faster" if ratio >= 1 else f"{1 / ratio:.1f}x its time"
    print(f"{name}: {figures(times[0])}; {peer}: {figures(times[1])}; {said}", flush=True)


def milliseconds(call: Callable[[], object]) -> float:
    began = time.perf_counter()
    call()
    return (time.perf_counter() - began) * 1000


def figures(times: list[float]) -> str:
    ordered = sorted(times)
    p99 = ordered[ceil(len(ordered) * 0.99) - 1]
    return f"p50 {statistics.median(times):.2f}, p99 {p99:.2f}, maximum {ordered[-1]:.2f} ms"
