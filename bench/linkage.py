"""How well and how fast linkage does on a table with known truth.

    python bench/linkage.py RECORDS TRUTH [CLUSTERS_OUT]

RECORDS in the columns of ``toll link``; TRUTH with ``record_id, person_id``. Prints seconds, B-cubed
and pairwise scores beside those of a plain grouping by name. Without arguments it takes the 10,000
invented people beside the project, if they are there.
"""

import sys
import time
from collections import Counter
from pathlib import Path

import pyarrow.parquet as pa_parquet

from tollbook.link import propose_links, read_records, write_clusters
from tollbook.model.links import LinkRecord
from tollbook.text import latinise

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


def plain_key(record: LinkRecord) -> str:
    """What a spreadsheet would group by: the words of the romanised name, in any order."""
    name = record.name or " ".join(filter(None, (record.family_name, record.given_name, record.patronymic)))
    return " ".join(sorted(latinise(name).split())) or record.record_id


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
    plain = {record.record_id: plain_key(record) for record in table.records}
    peer = scores(plain, people)
    print("                   ours    plain   ratio   (plain: same words of the name in Latin letters)")
    for name, value in scores(found, people).items():
        print(f"{name:16} {value:.4f}  {peer[name]:.4f}  {value / peer[name]:6.2f}")


if __name__ == "__main__":
    given = [Path(argument) for argument in sys.argv[1:]]
    if not given and not BESIDE.exists():
        print("bench/linkage.py: skipped, the invented people of ../shared are not here")
        sys.exit()
    main(*(given or [BESIDE / "people_10k.parquet", BESIDE / "people_10k_truth.parquet"]))
