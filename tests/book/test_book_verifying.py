"""Whatever is done to the book behind its back is found, and the row is named."""

import sqlite3
from contextlib import closing

import pytest
from invented_book import a_document, day, record

from tollbook.book import open_book


@pytest.fixture
def tamper(tmp_path):
    """Runs SQL on the file with every guard taken away, as somebody with the file could."""

    def run(*statements):
        with closing(sqlite3.connect(tmp_path / "book.sqlite3", isolation_level=None)) as raw:
            for (name,) in raw.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
                raw.execute(f'DROP TRIGGER "{name}"')
            for statement in statements:
                assert raw.execute(statement).rowcount != 0

    return run


def faults(book):
    """The findings but for the missing guards, as (code, subject)."""
    return [(f.code, f.subject) for f in book.verify() if f.code != "guard-missing"]


def test_an_untouched_book_has_no_fault(full_book, tmp_path):
    """What was only appended to verifies, also after it was closed and opened again."""
    assert full_book.verify() == ()
    with open_book(tmp_path) as again:
        assert again.verify() == ()


def test_missing_guards_are_named(full_book, tamper):
    """Taking the triggers away is a fault in itself: three to a table."""
    tamper()
    found = full_book.verify()
    assert {finding.code for finding in found} == {"guard-missing"}
    assert len(found) == 36
    assert "trigger claim_never_updated" in {finding.subject for finding in found}


def test_a_changed_figure_is_named(full_book, tamper):
    """A changed column names its row, and the claim in it."""
    claim_id = full_book.claims()[0].claim.id
    tamper("UPDATE claim SET low = 1 WHERE id = 2")
    assert faults(full_book) == [("row-changed", f"claim row 2 (claim_id {claim_id})")]


def test_a_changed_record_time_is_named(full_book, tamper):
    """Record time cannot be moved, not even to something that is no time."""
    tamper("UPDATE person SET recorded_at = '2023-99-99 00:00:00' WHERE id = 1")
    ((code, subject),) = faults(full_book)
    assert code == "row-changed"
    assert subject.startswith("person row 1 ")


def test_a_stated_value_cannot_become_not_stated(full_book, tamper):
    """Emptying a column is a change like any other."""
    tamper("UPDATE claim SET claimant = NULL WHERE id = 1")
    assert [code for code, _ in faults(full_book)] == ["row-changed"]


def test_a_deleted_row_is_named(full_book, tamper):
    """A row that is gone is named by its table and number."""
    tamper("DELETE FROM supersession WHERE id = 1")
    assert faults(full_book) == [("row-deleted", "supersession row 1")]


def test_an_inserted_row_is_named(full_book, tamper):
    """A row without a link was not appended by the book."""
    tamper(
        "INSERT INTO finding (code, severity, subject, message, place, recorded_at)"
        " VALUES ('x', 'note', 'y', 'z', '', '2023-02-17 10:00:00')"
    )
    assert faults(full_book) == [("row-inserted", "finding row 2 (subject y)")]


def test_swapped_rows_are_named(full_book, tamper):
    """Two rows that trade places are both named."""
    tamper(
        "UPDATE claim SET id = 100 WHERE id = 1",
        "UPDATE claim SET id = 1 WHERE id = 2",
        "UPDATE claim SET id = 2 WHERE id = 100",
    )
    assert [code for code, _ in faults(full_book)] == ["row-changed", "row-changed"]


def test_swapped_links_are_named(full_book, tamper):
    """The order of appending cannot be rewritten."""
    tamper(
        "UPDATE chain_link SET sequence = 100 WHERE sequence = 2",
        "UPDATE chain_link SET sequence = 2 WHERE sequence = 3",
        "UPDATE chain_link SET sequence = 3 WHERE sequence = 100",
    )
    found = faults(full_book)
    assert {code for code, _ in found} == {"chain-broken"}
    assert {subject.split(" (")[0] for _, subject in found} == {
        "chain link 2",
        "chain link 3",
        "chain link 4",
    }


def test_a_link_forged_to_fit_its_row_breaks_the_next(full_book, tamper):
    """Whoever changes a row and its link must change every link after it."""
    tamper("UPDATE chain_link SET row_sha256 = 'forged', own_sha256 = 'forged' WHERE sequence = 4")
    found = faults(full_book)
    assert [code for code, _ in found] == ["chain-broken", "chain-broken", "row-changed"]
    assert found[1][1].startswith("chain link 5 ")


def test_a_row_taken_with_its_link_is_noticed(full_book, tamper):
    """Deleting a row and its link leaves a gap in the chain."""
    tamper(
        "DELETE FROM claim WHERE id = 1", "DELETE FROM chain_link WHERE table_name = 'claim' AND row_id = 1"
    )
    ((code, subject),) = faults(full_book)
    assert (code, subject.startswith("chain link 5 ")) == ("chain-broken", True)


def test_a_cut_tail_is_noticed(full_book, tamper):
    """Cutting off the newest rows with their links is seen from the numbers given out."""
    tamper("DELETE FROM edition", "DELETE FROM chain_link WHERE table_name = 'edition'")
    assert [code for code, _ in faults(full_book)] == ["rows-cut", "rows-cut"]
    assert ("rows-cut", "edition rows 1 to 1") in faults(full_book)


def test_a_dropped_table_is_named(full_book, tamper):
    """A table that is gone takes nothing else of the verification with it."""
    tamper("DROP TABLE judgement", "UPDATE claim SET low = 1 WHERE id = 2")
    found = faults(full_book)
    assert ("table-unreadable", "table judgement") in found
    assert any(code == "row-changed" for code, _ in found)


@pytest.mark.parametrize("change", ["alter", "remove"])
def test_a_changed_original_is_named(full_book, tmp_path, change):
    """A capture whose bytes are not what its name says, or are gone, is named."""
    sha256 = full_book.documents()[0].document.capture_sha256
    path = tmp_path / "captures" / sha256[:2] / sha256
    path.write_bytes(b"other") if change == "alter" else path.unlink()
    assert faults(full_book) == [("capture-tampered", f"capture {sha256}")]


def test_the_book_can_be_added_to_while_it_is_verified(full_book, tmp_path):
    """Verification holds one state of the book and keeps nobody from writing."""
    with open_book(tmp_path) as other:
        record(other, a_document("more", "other"), at=day(3))
        assert full_book.verify() == ()
