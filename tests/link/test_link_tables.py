import csv
import json

import pyarrow as pa
import pyarrow.parquet as pa_parquet
import pytest

from tollbook.errors import TableError
from tollbook.link import propose_links, read_records, write_clusters, write_pairs
from tollbook.model.dates import FuzzyDate

TABLE = """record_id,name,birth_year,age,death_date,recorded_at,shoe_size
1,Тестовенко Микола,1990,,2023-05,2023-05-20T10:00:00Z,43
2,Testovenko Mykola,1990,33.0,2023-02-30,,
,Nobody,,,,,
1,Примеров Иван,,,,,
3,Примеров Иван,,-4,,,
"""


@pytest.fixture
def table(tmp_path):
    path = tmp_path / "records.csv"
    path.write_text(TABLE, encoding="utf-8")
    return path


def test_cells_are_taken_as_stated(table):
    """Truncated dates keep their precision, an instant is its day, an empty cell is not stated."""
    first, second, _ = read_records(table).records
    assert first.death_date == FuzzyDate(2023, 5)
    assert first.recorded_at == FuzzyDate(2023, 5, 20)
    assert (first.birth_date, first.age) == (FuzzyDate(1990), None)
    assert second.age == 33


def test_what_cannot_be_taken_is_reported_with_its_row(table):
    """A bad cell costs the cell, a bad id the row; each is a finding with place and value."""
    read = read_records(table)
    assert [record.record_id for record in read.records] == ["1", "2", "3"]
    assert [(finding.code, finding.place) for finding in read.findings] == [
        ("unknown-column", ""),
        ("bad-cell", "row 2"),
        ("bad-record-id", "row 3"),
        ("bad-record-id", "row 4"),
        ("bad-cell", "row 5"),
    ]
    assert "'2023-02-30'" in read.findings[1].message


def test_parquet_reads_like_csv(table, tmp_path):
    """The same rows in either form are the same records."""
    with table.open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    path = tmp_path / "records.parquet"
    pa_parquet.write_table(pa.Table.from_pylist(rows), path)
    assert read_records(path).records == read_records(table).records


def test_surplus_cells_are_reported(tmp_path):
    """A row longer than the header is not cut in silence."""
    path = tmp_path / "records.csv"
    path.write_text("record_id,name\n1,Тестовенко,left over\n", encoding="utf-8")
    (finding,) = read_records(path).findings
    assert (finding.code, finding.place) == ("surplus-cells", "row 1")
    assert "left over" in finding.message


def test_not_a_number_is_not_stated(tmp_path):
    """The nothing that data frames write for an empty age is no bad cell."""
    path = tmp_path / "records.parquet"
    pa_parquet.write_table(
        pa.table({"record_id": [1, 2], "name": ["А", "Б"], "age": [float("nan"), 40.0]}), path
    )
    read = read_records(path)
    assert [record.age for record in read.records] == [None, 40]
    assert read.findings == ()


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("a.csv", "name\nX\n", "record_id"),
        ("a.csv", "record_id\n1\n", "family_name"),
        ("a.txt", "record_id,name\n", ".txt"),
        ("a.parquet", "not parquet", "cannot be read"),
        ("missing.csv", None, "missing.csv"),
    ],
)
def test_what_is_no_table_is_refused(tmp_path, name, content, message):
    """The error names the file and what is wrong with it."""
    path = tmp_path / name
    if content is not None:
        path.write_text(content, encoding="utf-8")
    with pytest.raises(TableError, match=message):
        read_records(path)


@pytest.mark.parametrize("suffix", [".csv", ".parquet"])
def test_written_tables_say_what_the_run_says(table, tmp_path, suffix):
    """Every record stands once with its cluster; every shown pair with its reasons as JSON."""
    run = propose_links(read_records(table).records)
    clusters, pairs = tmp_path / f"clusters{suffix}", tmp_path / f"pairs{suffix}"
    write_clusters(clusters, run)
    write_pairs(pairs, run)
    rows = read_back(clusters)
    assert {(row["record_id"], row["cluster_id"]) for row in rows} == {
        (member, cluster.id) for cluster in run.clusters for member in cluster.members
    }
    (pair,) = read_back(pairs)
    assert (pair["left"], pair["right"]) == ("1", "2")
    assert json.loads(pair["reasons"])[0]["comparison"] == "family_name"


def test_the_same_run_writes_the_same_bytes(table, tmp_path):
    """Written twice, the tables do not differ by a byte."""
    one, other = tmp_path / "1.csv", tmp_path / "2.csv"
    write_clusters(one, propose_links(read_records(table).records))
    write_clusters(other, propose_links(read_records(table).records[::-1]))
    assert one.read_bytes() == other.read_bytes()


def read_back(path):
    if path.suffix == ".parquet":
        return pa_parquet.read_table(path).to_pylist()
    with path.open(encoding="utf-8") as file:
        return list(csv.DictReader(file))
