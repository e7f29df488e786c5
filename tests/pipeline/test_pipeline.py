"""The stages joined: what goes in is archived, read once, superseded in the open, published whole."""

import sqlite3
from contextlib import closing
from datetime import timedelta

import pytest

from tollbook.errors import BlockedError, FetchError
from tollbook.model.findings import Severity
from tollbook.model.ids import content_sha256
from tollbook.pipeline import (
    link_people,
    publish_edition,
    read_into_book,
    register_entries,
    run_all,
    side_by_side,
    verify_book,
    verify_edition,
)

FIGURE = "The Ardanian Defence Ministry said on Monday {} Ardanian soldiers had died since the war began"
NOTICE = "Oleksandr Vymysel, 31, a sergeant from Zelene, was killed on April 2, 2031."


class NoNetwork:
    """A fetcher for places without a network."""

    def fetch(self, url):
        raise FetchError("no such host", file=url)


def run(workspace):
    return run_all(workspace, fetcher=NoNetwork())


def read(workspace, *targets):
    return read_into_book(workspace, targets or (str(workspace.folder / "inbox"),), fetcher=NoNetwork())


def figures(workspace, as_known=None):
    return [row.claim.count.low for row in side_by_side(workspace, as_known, measure="killed").rows]


def test_a_document_read_twice_adds_nothing(workspace, put):
    """The second reading finds everything in the book, and the book's head stays where it was."""
    put("toll", FIGURE.format("1,200"))
    first = read(workspace)
    head = workspace.book.head()
    again = read(workspace)
    assert (first.documents, first.claims) == (1, 1)
    assert (again.documents, again.unchanged, again.claims, again.superseded) == (1, 1, 0, 0)
    assert workspace.book.head() == head


def test_the_original_is_archived_byte_for_byte(workspace, put):
    """The vault holds exactly what was handed in, under its hash, even if it cannot be read."""
    good, bad = put("toll", FIGURE.format("1,200")), workspace.folder / "inbox" / "broken.md"
    bad.write_bytes(b"---\ntitle: [unclosed\n---\nbody")
    report = read(workspace)
    for path in (good, bad):
        content = path.read_bytes()
        assert workspace.book.original(content_sha256(content)) == content
    assert [finding.subject for finding in report.findings] == ["inbox/broken.md"]


def test_an_edited_document_supersedes_and_the_past_stays(workspace, put, clock):
    """Today the new figure stands; as known on the day before the edit, the old one does."""
    put("toll", FIGURE.format("1,200"))
    read(workspace)
    day_before = clock.at.date()
    clock.pass_days(2)
    put("toll", FIGURE.format("1,350"))
    assert read(workspace).superseded == 1
    assert figures(workspace) == [1350]
    assert figures(workspace, day_before) == [1200]
    assert figures(workspace, day_before - timedelta(days=1)) == []


def test_one_bad_file_does_not_stop_the_rest(workspace, put):
    """Each bad file is told with its name and value; the good ones are read."""
    put("good", FIGURE.format("1,200"))
    inbox = workspace.folder / "inbox"
    put("impossible", FIGURE.format("900"), published="2031-02-30")
    (inbox / "binary.txt").write_bytes(b"\x00\x01\x02" * 50)
    (inbox / "cut.html").write_text("<html><body><p>The ministry said that 700 sold", "utf-8")
    report = read(workspace, str(inbox), "https://unreachable.example/article")
    told = {finding.subject: finding.message for finding in report.findings}
    assert set(told) == {
        "inbox/impossible.md",
        "inbox/binary.txt",
        "inbox/cut.html",
        "https://unreachable.example/article",
    }
    assert "2031-02-30" in told["inbox/impossible.md"]
    assert figures(workspace) == [1200]


def test_an_edition_is_whole_and_found_by_its_pointer(workspace, put):
    """After a run ``site`` points at a whole edition, and nothing in it differs from its manifest."""
    put("toll", FIGURE.format("1,200"))
    put("notice", NOTICE)
    published = run(workspace).published
    assert (workspace.folder / "site").is_symlink()
    assert "1,200" in (workspace.folder / "site" / "index.html").read_text("utf-8")
    assert (workspace.folder / "editions" / published.edition.id / "bulletin.md").exists()
    assert verify_book(workspace) == ()
    assert verify_edition(workspace, published.edition.id) == ()


def test_nothing_new_means_no_new_edition(workspace, put, clock):
    """Publishing the same knowledge again gives the standing edition, a day later too."""
    put("toll", FIGURE.format("1,200"))
    first = run(workspace).published.edition
    clock.pass_days(1)
    assert run(workspace).published.edition == first
    put("toll", FIGURE.format("1,350"))
    second = run(workspace).published.edition
    assert second.previous == first.id
    assert {change.kind for change in second.changes if change.what == "claim"} == {"added", "withdrawn"}


def test_a_changed_file_of_an_edition_is_named(workspace, put):
    """Verifying names the file that was changed after publication."""
    put("toll", FIGURE.format("1,200"))
    edition = run(workspace).published.edition
    page = workspace.folder / "editions" / edition.id / "site" / "index.html"
    page.write_text(page.read_text("utf-8").replace("1,200", "1,900"), "utf-8")
    assert [finding.subject for finding in verify_edition(workspace, edition.id)] == [str(page)]


def test_a_blocking_finding_keeps_the_last_good_edition(workspace, put, clock):
    """Where redaction and a public headline collide, publication stops and ``site`` stays."""
    put("toll", FIGURE.format("1,200"))
    before = run(workspace).published.edition
    clock.pass_days(1)
    put("other", FIGURE.format("1,300"))
    put("notice", NOTICE)
    read(workspace)
    pointer = workspace.folder / "site"
    target = pointer.readlink()
    pointer.unlink()
    pointer.mkdir()
    with pytest.raises(BlockedError):
        publish_edition(workspace)
    pointer.rmdir()
    pointer.symlink_to(target)
    assert before.id in str(target)


def test_a_minor_is_counted_and_not_named(workspace, put):
    """A child's name stands nowhere in the published site, not even in a headline; the child is counted."""
    put("In memory of Danylo Vyhadka", "Danylo Vyhadka, 15, was killed on April 2, 2031 in Zelene, Ardania.")
    published = run(workspace).published
    assert len(published.edition.entries) == 1
    site = workspace.folder / "site"
    for path in (*site.resolve().rglob("*.*"),):
        assert "Vyhadka" not in path.read_text("utf-8"), path
    assert not [f for f in published.findings if f.severity is Severity.BLOCKING]


def test_a_day_before_the_first_linkage_is_not_told_without_one(workspace, put, clock):
    """Two notices about one person are one entry, whenever linking was first run."""
    put("gazette", "Sergeant Oleksandr Vymysel of Ardania, 31, from Zelene, was killed on April 2, 2031.")
    put(
        "roll",
        "Oleksandr Vymysel, 31, of Zelene, Ardania, was killed on April 2, 2031.",
        publisher="Roll of Names",
    )
    read(workspace)
    before = clock.at.date()
    clock.pass_days(3)
    link_people(workspace)
    then, now = register_entries(workspace, before), register_entries(workspace, None)
    assert [len(entry.record_ids) for entry in then] == [2]
    assert then == now


def test_an_older_book_under_newer_editions_is_found_out(workspace, put, clock):
    """A book put back to an older copy is whole in itself; the editions frozen since tell."""
    put("toll", FIGURE.format("1,200"))
    run(workspace)
    path, copy = workspace.folder / "book.sqlite3", workspace.folder.parent / "older.sqlite3"
    with closing(sqlite3.connect(path)) as book, closing(sqlite3.connect(copy)) as older:
        book.backup(older)
    clock.pass_days(1)
    put("toll", FIGURE.format("1,350"))
    edition = run(workspace).published.edition
    assert verify_book(workspace) == ()
    with closing(sqlite3.connect(copy)) as older, closing(sqlite3.connect(path)) as book:
        older.backup(book)
    (finding,) = verify_book(workspace)
    assert (finding.code, edition.id in finding.message) == ("book-cut-off", True)
