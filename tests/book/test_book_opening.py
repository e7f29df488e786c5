"""A book opens, waits its turn, or says in words why not."""

import sqlite3
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing

import pytest
from django.core.management import call_command
from invented_book import START, a_document, an_original, day, record

from tollbook.book import open_book
from tollbook.errors import BookError, ProjectError, TamperedError


def test_importing_the_face_loads_no_django():
    """The command line starts fast: Django waits until a book is opened."""
    code = "import sys, tollbook.book; sys.exit('django.db' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_the_desk_may_set_django_up_itself(tmp_path):
    """Where Django runs with settings of its own, the book is one of its apps and opens all the same."""
    code = """
import sys
from pathlib import Path
import django
from django.conf import settings
settings.configure(
    INSTALLED_APPS=["tollbook.book"], USE_TZ=True,
    DATABASES={"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:"}},
)
django.setup()
from tollbook.book import open_book
with open_book(Path(sys.argv[1]), create=True) as book:
    sys.exit(len(book.verify()))
"""
    assert subprocess.run([sys.executable, "-c", code, str(tmp_path)], check=False).returncode == 0


def test_the_tables_are_what_the_models_say():
    """No model has changed without its migration."""
    call_command("makemigrations", "--check", "--dry-run", verbosity=0)


def test_no_book_is_made_unasked(tmp_path):
    """Opening where there is none says so, and leaves the folder as it was."""
    with pytest.raises(ProjectError, match=r"book\.sqlite3"):
        open_book(tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_not_there_is_named(tmp_path):
    """A book cannot be started in a folder that does not exist."""
    with pytest.raises(ProjectError, match="nowhere"):
        open_book(tmp_path / "nowhere", create=True)


def test_a_file_that_is_no_book_is_refused(tmp_path):
    """Other bytes under the book's name are refused and left alone."""
    path = tmp_path / "book.sqlite3"
    path.write_bytes(b"this is not a book" * 100)
    with pytest.raises(BookError, match=r"book\.sqlite3.*not a database"):
        open_book(tmp_path)
    assert path.read_bytes().startswith(b"this is not")


@pytest.mark.usefixtures("book")
def test_a_newer_book_is_refused(tmp_path):
    """A book that a newer tollbook has brought up to date is not touched by an older one."""
    with closing(sqlite3.connect(tmp_path / "book.sqlite3")) as raw:
        raw.execute(
            "INSERT INTO django_migrations (app, name, applied) VALUES ('book', '0999_new', '2030-01-01')"
        )
        raw.commit()
    with pytest.raises(ProjectError, match=r"newer tollbook.*0999_new"):
        open_book(tmp_path)


def test_two_books_in_one_process_are_two(tmp_path):
    """What goes into one open book is not in the other."""
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
    with open_book(tmp_path / "one", create=True) as one, open_book(tmp_path / "two", create=True) as two:
        record(one, a_document("first"))
        assert two.documents() == ()
        assert len(one.documents()) == 1


def test_what_was_recorded_is_there_when_opened_again(tmp_path):
    """A closed book opens with all that went in."""
    with open_book(tmp_path, create=True) as book:
        record(book, a_document("first"))
        known = book.documents(), book.head()
    with open_book(tmp_path) as again:
        assert (again.documents(), again.head()) == known


def test_a_book_held_by_another_writer_is_waited_for_then_given_up(book, tmp_path):
    """A writer that does not let go ends in a clear error; afterwards all goes on."""
    with closing(sqlite3.connect(tmp_path / "book.sqlite3", isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with open_book(tmp_path, wait_seconds=0.05) as waiting:
            with pytest.raises(BookError, match="another process is writing"):
                waiting.keep_original(an_original("one"), START)
            other.execute("ROLLBACK")
            waiting.keep_original(an_original("one"), START)
    assert book.verify() == ()


def test_writers_take_turns(book, tmp_path):
    """Several writers at once lose nothing and leave one unbroken chain."""

    def write(writer):
        with open_book(tmp_path) as own:
            for number in range(5):
                record(own, a_document(f"text {writer} {number}", f"{writer}-{number}"), at=day(0))

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(write, range(4)))
    assert len(book.documents()) == 20
    assert book.verify() == ()


def test_many_start_one_book_at_once(tmp_path):
    """Whoever comes first makes the tables; the others find them made."""

    def start(_):
        with open_book(tmp_path, create=True) as own:
            return own.head()

    with ThreadPoolExecutor(4) as pool:
        assert len(set(pool.map(start, range(4)))) == 1


def test_what_a_crash_left_half_written_is_swept(book, tmp_path):
    """An unfinished original is gone after opening; the finished ones stay."""
    sha256 = book.keep_original(an_original("whole"), START)
    unfinished = tmp_path / "captures" / sha256[:2] / "abc.part"
    unfinished.write_bytes(b"hal")
    with open_book(tmp_path) as again:
        assert not unfinished.exists()
        assert again.original(sha256) == b"whole"


def test_an_original_altered_on_the_disk_is_not_handed_out(book, tmp_path):
    """Reading back checks the bytes against their name, and so does keeping them again."""
    sha256 = book.keep_original(an_original("whole"), START)
    (tmp_path / "captures" / sha256[:2] / sha256).write_bytes(b"other")
    with pytest.raises(TamperedError, match=sha256):
        book.original(sha256)
    with pytest.raises(TamperedError, match=sha256):
        book.keep_original(an_original("whole"), START)
