"""Reading overlap tables."""

import csv
import io

import pytest

from tollbook.errors import TableError
from tollbook.estimate import overlap_table, read_overlap_rows


def rows(text):
    return list(csv.DictReader(io.StringIO(text)))


def test_histories_are_counted():
    """People with the same history stand in one cell."""
    table = overlap_table(["navy", "army"], [(1, 0), (1, 1), (1, 0), (0, 1)], stratum="north")
    assert dict(table.cells) == {(1, 0): 2, (0, 1): 1, (1, 1): 1}
    assert (table.n_observed, table.stratum) == (4, "north")


def test_the_order_of_people_changes_nothing():
    """The same people in another order give the same table."""
    histories = [(1, 0, 0), (0, 1, 1), (1, 1, 1), (0, 0, 1)]
    assert overlap_table("ABC", histories) == overlap_table("ABC", histories[::-1])


@pytest.mark.parametrize("history", [(0, 0), (1, 2), (1,), (1, 0, 1), (-1, 1)])
def test_what_is_no_history_is_refused(history):
    """A history has a zero or a one for each list, and at least a one."""
    with pytest.raises(TableError, match="history 1"):
        overlap_table(["A", "B"], [history])


def test_two_lists_of_one_name_are_refused():
    """A list is known by its name."""
    with pytest.raises(TableError, match="two lists are called 'A'"):
        overlap_table(["A", "A"], [(1, 0)])


def test_plain_columns_of_zeros_and_ones_are_lists():
    """Without prefix, a column of zeros and ones is a list and the count counts."""
    (table,) = read_overlap_rows(rows("A,B,count\n1,0,40\n0,1,30\n1,1,6\n"))
    assert table.lists == ("A", "B")
    assert dict(table.cells) == {(1, 0): 40, (0, 1): 30, (1, 1): 6}


def test_the_prefix_marks_the_lists():
    """Where columns are named in_<list>, a column of zeros and ones without it is a stratum."""
    tables = read_overlap_rows(rows("in_A,in_B,urban\n1,0,1\n0,1,0\n1,1,1\n1,1,1\n"))
    assert [(table.stratum, table.n_observed) for table in tables] == [("urban=0", 1), ("urban=1", 3)]
    assert {table.lists for table in tables} == {("A", "B")}


def test_stated_lists_are_taken():
    """Lists can be stated, with or without the prefix; other columns are strata."""
    (table,) = read_overlap_rows(rows("in_A,B,C,count\n1,0,1,3\n0,1,1,4\n"), lists=["A", "B"])
    assert (table.lists, table.stratum) == (("A", "B"), "C=1")
    with pytest.raises(TableError, match="no column for the list 'D'"):
        read_overlap_rows(rows("A,B\n1,0\n"), lists=["A", "D"])


def test_strata_come_in_order():
    """Every combination of the other columns is a stratum, in the order of the values."""
    text = "region,A,B,year,n\nwest,1,0,2022,3\neast,0,1,2023,4\nwest,1,1,2022,5\n"
    tables = read_overlap_rows(rows(text), count_column="n")
    assert [table.stratum for table in tables] == ["region=east, year=2023", "region=west, year=2022"]
    assert [table.n_observed for table in tables] == [4, 8]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("A,B,count\n1,0,3\n0,1,4\n1,2,5\n", "wars.csv: row 4, column B: '2' is neither 0 nor 1"),
        ("A,B,count\n1,0,3\n,1,4\n1,1,5\n", "wars.csv: row 3, column A: '' is neither 0 nor 1"),
        ("A,B,count\n1,0,-3\n", "wars.csv: row 2, column count: '-3' is not a whole number"),
        ("A,B,count\n1,0,2.5\n", "wars.csv: row 2, column count: '2.5' is not a whole number"),
        ("A,B,count\n1,0,3\n0,0,9\n", "wars.csv: row 3: 9 people counted as seen by no list"),
        ("A,B,count\n1,0,3\n0,1\n", "wars.csv: row 3, column count: the row has no such cell"),
        ("A,B,count\n1,0,3,7\n", "wars.csv: row 2: more cells than columns"),
        ("name,count\nfirst,3\n", "wars.csv: no column of zeros and ones among name, count"),
        ("A,B,count\n", "wars.csv: the table has no rows"),
    ],
)
def test_a_bad_cell_is_refused_with_its_place(text, message):
    """A refusal names the file, the row as the file numbers it, the column and the value."""
    with pytest.raises(TableError) as refusal:
        read_overlap_rows(rows(text), file="wars.csv")
    assert message in str(refusal.value)


def test_nobody_seen_by_no_list_is_allowed():
    """An all-zero row with count 0 says nothing false."""
    (table,) = read_overlap_rows(rows("A,B,count\n0,0,0\n1,0,3\n1,1,2\n"))
    assert dict(table.cells) == {(1, 0): 3, (1, 1): 2}
