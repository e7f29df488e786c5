"""How well and how fast linkage does on a table with known truth.

    python bench/linkage.py RECORDS TRUTH [CLUSTERS_OUT]

RECORDS in the columns of ``toll link``; TRUTH with ``record_id, person_id``. Prints seconds, B-cubed
and pairwise scores. Without arguments it takes the 10,000 invented people beside the project.
"""

import sys
import time
from collections import Counter
from pathlib import Path

import pyarrow.parquet as pa_parquet

from tollbook.link import propose_links, read_records, write_clusters

BESIDE = Path(__file__).parents[1] / ".." / "shared" / "data" / "linkage"


def pairs(sizes: Counter) -> float:
    """How many pairs there are within groups of these sizes."""
    return sum(size * (size - 1) / 2 for size in sizes.values())


def harmonic(precision: float, recall: float) -> float:
    """The F1 of the two."""
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def scores(found: dict[str, str], truth: dict[str, str]) -> dict[str, float]:
    """B-cubed and pairwise precision, recall and F1 of the clusters found."""
    cells = Counter((found[record], truth[record]) for record in truth)
    clusters, people = Counter(found[record] for record in truth), Counter(truth.values())
    precision = sum(n * n / clusters[cluster] for (cluster, _), n in cells.items()) / len(truth)
    recall = sum(n * n / people[person] for (_, person), n in cells.items()) / len(truth)
    pair_precision, pair_recall = pairs(cells) / pairs(clusters), pairs(cells) / pairs(people)
    return {
        "b3_precision": precision, "b3_recall": recall, "b3_f1": harmonic(precision, recall),
        "pair_precision": pair_precision, "pair_recall": pair_recall,
        "pair_f1": harmonic(pair_precision, pair_recall),
    }  # fmt: skip


def main(records: Path, truth: Path, out: Path | None = None) -> None:
    """Link, score and print."""
    started = time.perf_counter()
    table = read_records(records)
    run = propose_links(table.records)
    seconds = time.perf_counter() - started
    if out:
        write_clusters(out, run)
    people = {
        str(row["record_id"]): str(row["person_id"]) for row in pa_parquet.read_table(truth).to_pylist()
    }
    found = {member: cluster.id for cluster in run.clusters for member in cluster.members}
    print(
        f"{len(table.records)} records, {len(run.clusters)} clusters, {len(run.pairs)} pairs, {seconds:.1f} s"
    )
    for finding in (*table.findings, *run.findings)[:10]:
        print(f"{finding.code}: {finding.subject}: {finding.message}")
    for name, value in scores(found, people).items():
        print(f"{name:16} {value:.4f}")


if __name__ == "__main__":
    given = [Path(argument) for argument in sys.argv[1:]]
    main(*(given or [BESIDE / "people_10k.parquet", BESIDE / "people_10k_truth.parquet"]))
