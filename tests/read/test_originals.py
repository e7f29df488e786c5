"""Originals: everything named is either handed on byte for byte or told as a finding."""

from datetime import UTC, datetime

import pytest

from tollbook.errors import FetchError
from tollbook.model.documents import Original
from tollbook.model.findings import Severity
from tollbook.read import find_originals

NOW = datetime(2031, 6, 1, 8, 0, tzinfo=UTC)


class Shelf:
    """A fetcher that knows one address."""

    def fetch(self, url):
        """The page at the one address."""
        if url != "https://herald.example/storm":
            raise FetchError("answers 404 Not Found", file=url)
        return Original(url, b"<p>storm</p>", "text/html", NOW)


def found(*targets, base=None):
    return list(find_originals([str(t) for t in targets], fetcher=Shelf(), clock=lambda: NOW, base=base))


def test_a_folder_is_read_in_order_without_hidden_files(tmp_path):
    """Files come sorted, at any depth; hidden ones are passed over; bytes are untouched."""
    for name in ("b.md", "a/z.txt", "a/c.HTML", ".hidden.md", ".git/x.md"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(f"{name}\r\n".encode())
    originals = found(tmp_path, base=tmp_path)
    assert [(o.locator, o.media_type) for o in originals] == [
        ("b.md", "text/markdown"),
        ("a/c.HTML", "text/html"),
        ("a/z.txt", "text/plain"),
    ]
    assert originals[0].content == b"b.md\r\n"
    assert originals[0].retrieved_at == NOW


def test_a_file_is_named_from_the_base_or_in_full(tmp_path):
    """Inside the base a file is named by its path from there, outside by its full path."""
    (tmp_path / "inbox").mkdir()
    (tmp_path / "inbox" / "a.md").write_text("storm")
    assert found(tmp_path / "inbox" / "a.md", base=tmp_path)[0].locator == "inbox/a.md"
    assert found(tmp_path / "inbox" / "a.md", base=tmp_path / "else")[0].locator == f"{tmp_path}/inbox/a.md"


def test_what_is_named_twice_is_handed_on_once(tmp_path):
    """A file and the folder it lies in give it once."""
    (tmp_path / "a.md").write_text("storm")
    assert len(found(tmp_path / "a.md", tmp_path, tmp_path / "a.md")) == 1


def test_an_address_is_fetched():
    """An address gives what the fetcher hands back."""
    (original,) = found("https://herald.example/storm")
    assert (original.locator, original.content) == ("https://herald.example/storm", b"<p>storm</p>")


@pytest.mark.parametrize(
    ("name", "code", "severity"),
    [
        ("missing.md", "no-such-file", Severity.WARNING),
        ("empty.md", "empty-file", Severity.WARNING),
        ("loop.md", "unreadable-file", Severity.WARNING),
        ("table.xlsx", "unknown-type", Severity.WARNING),
        ("folder", "empty-folder", Severity.WARNING),
    ],
)
def test_what_cannot_be_had_is_told_and_the_run_goes_on(tmp_path, name, code, severity):
    """Each bad target is a finding with its file, and the good one after it still comes."""
    (tmp_path / "empty.md").write_text(" \n")
    (tmp_path / "loop.md").symlink_to("loop.md")
    (tmp_path / "table.xlsx").write_bytes(b"PK")
    (tmp_path / "folder").mkdir()
    (tmp_path / "good.md").write_text("storm")
    finding, good = found(tmp_path / name, tmp_path / "good.md", base=tmp_path)
    assert (finding.code, finding.severity, finding.subject) == (code, severity, name)
    assert finding.message
    assert good.locator == "good.md"


def test_an_unreachable_address_is_told_with_its_cause():
    """The finding carries the address and what it answered."""
    (finding,) = found("https://herald.example/gone")
    assert (finding.code, finding.subject) == ("unreachable", "https://herald.example/gone")
    assert "404 Not Found" in finding.message


def test_an_unknown_type_inside_a_folder_is_only_a_note(tmp_path):
    """A picture beside the texts is told without alarm."""
    (tmp_path / "photo.jpg").write_bytes(b"\xff\xd8")
    (finding,) = found(tmp_path, base=tmp_path)
    assert (finding.code, finding.severity, finding.subject) == ("unknown-type", Severity.NOTE, "photo.jpg")
