"""How long an overlap study takes, beside the straightforward way in the same run.

The plain peer writes the design matrix down and fits each model by reweighted least squares, one
after another. Nothing is asserted about times; the answers must agree.
"""

import subprocess
import sys
import time
from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from tollbook.estimate import estimate_overlap
from tollbook.estimate.candidates import rank_models
from tollbook.estimate.cells import cell_counts
from tollbook.estimate.models import hierarchical_models
from tollbook.model.estimates import OverlapTable

SEED = 19481210
CHANCES = (0.45, 0.3, 0.25, 0.2, 0.12)


def invented_table(lists: int, people: int) -> OverlapTable:
    """Lists of an invented population, the first two feeding each other."""
    rng = np.random.default_rng(SEED)
    seen = rng.random((people, lists)) < CHANCES[:lists]
    seen[:, 1] |= seen[:, 0] & (rng.random(people) < 0.2)
    histories, counts = np.unique(seen[seen.any(axis=1)], axis=0, return_counts=True)
    cells = tuple((tuple(map(int, row)), int(count)) for row, count in zip(histories, counts, strict=True))
    return OverlapTable(tuple("ABCDE"[:lists]), cells)


def plain_fit(design: NDArray[np.float64], counts: NDArray[np.float64]) -> float:
    """The unseen by one model, by reweighted least squares on its design matrix."""
    logs = np.log(counts + 0.5)
    for _ in range(50):
        means = np.exp(logs)
        weighted = design.T * means
        coefficients = np.linalg.solve(weighted @ design, weighted @ (logs + (counts - means) / means))
        before, logs = logs, design @ coefficients
        if np.abs(logs - before).max() < 1e-9:
            break
    return float(np.exp(coefficients[0]))


def plain_ranking(counts: NDArray[np.float64], lists: int) -> list[float]:
    """The unseen by every hierarchical model, one at a time."""
    cells = np.arange(1, 1 << lists)
    unseen = []
    for model in hierarchical_models(lists, lists):
        terms = np.flatnonzero(model)
        unseen.append(plain_fit(((cells[:, None] & terms) == terms).astype(float), counts[1:]))
    return unseen


def seconds(work: Callable[[], object], times: int = 3) -> float:
    """Wall time of the fastest of a few calls, with nothing remembered from the one before."""
    taken = []
    for _ in range(times):
        rank_models.cache_clear()
        start = time.perf_counter()
        work()
        taken.append(time.perf_counter() - start)
    return min(taken)


def compare(lists: int, people: int) -> None:
    """Ours and the plain way on one invented table, after warming the model tables of both."""
    table = invented_table(lists, people)
    counts = cell_counts(table)
    cells = tuple(int(count) for count in counts)
    models = len(hierarchical_models(lists, lists))
    ours = seconds(lambda: rank_models(cells, lists - 1))
    plain = seconds(lambda: plain_ranking(counts, lists))
    best = rank_models(cells, lists - 1).candidates[0].unseen
    assert min(abs(best - other) for other in plain_ranking(counts, lists)) < 1e-3 * best
    print(
        f"{lists} lists, {models:>5} models: {ours:7.3f} s, plain {plain:7.3f} s, ratio {plain / ours:5.1f}"
    )
    whole = seconds(lambda: estimate_overlap(table))
    print(f"{lists} lists, every method with intervals and panel: {whole:.3f} s")


def cold_start() -> None:
    """A fresh interpreter, imports and one study of three lists."""
    work = (
        "from tollbook.estimate import *; import random; r = random.Random(1); "
        "h = [[int(r.random() < .4) for _ in range(3)] for _ in range(500)]; "
        "estimate_overlap(overlap_table('ABC', [x for x in h if any(x)]))"
    )
    took = seconds(lambda: subprocess.run([sys.executable, "-c", work], check=True))  # noqa: S603 - our own code
    print(f"cold start to answer, three lists: {took:.3f} s")


if __name__ == "__main__":
    for lists, people in ((3, 2_000), (4, 10_000), (5, 50_000)):
        compare(lists, people)
    cold_start()
