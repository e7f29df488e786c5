"""An empty book, and one with a row in every table."""

import pytest
from invented_book import JUDGEMENT, LINK_RUN, REFUSAL, STUDY, a_claim, a_document, a_person, day, record

from tollbook.book import open_book

SAID = "Marsh Command says 140,460 losses. Ivan Orlyk, 20, was buried."


@pytest.fixture
def book(tmp_path):
    with open_book(tmp_path, create=True) as opened:
        yield opened


@pytest.fixture
def full_book(book):
    """A book with at least one row in every table, two in most."""
    first = a_document(SAID)
    record(book, first, [a_claim(first, "140,460 losses", 140460)], [a_person(first, "Ivan Orlyk")])
    edited = a_document(SAID.replace("140,460", "140,640"))
    record(
        book,
        edited,
        [a_claim(edited, "140,640 losses", 140640)],
        [a_person(edited, "Ivan Orlyk", age=20)],
        at=day(1),
    )
    book.record_refusal([REFUSAL], day(1))
    book.record_link_run(LINK_RUN, "0" * 64, day(1))
    book.record_judgement(JUDGEMENT, day(1))
    book.record_study("Upland", STUDY, "1" * 64, day(1), seed=19481210)
    book.record_edition("2023-02-18.1", "2" * 64, day(1).date(), day(1))
    return book
