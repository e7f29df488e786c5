"""What goes into the book comes back, once, dated, and in its order."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from invented_book import (
    JUDGEMENT,
    LINK_RUN,
    REFUSAL,
    START,
    STUDY,
    a_claim,
    a_document,
    a_person,
    an_original,
    day,
    record,
)

from tollbook.book import Recorded, RecordedEdition
from tollbook.errors import AppendOnlyError, BookError
from tollbook.model.ids import content_sha256
from tollbook.model.readings import Reading

TEXT = "Marsh Command says at least 500 killed. Ivan Orlyk is dead."


def test_a_reading_comes_back_as_it_went_in(book):
    """Claims, people, document and original are equal to what was recorded."""
    document = a_document(TEXT)
    claim = a_claim(document, "500 killed", 500, at_least=True)
    person = a_person(document, "Ivan Orlyk", age=20)
    counts = record(book, document, [claim], [person])
    assert counts == Recorded(is_new=True, claims=1, people=1)
    (claimed,), (dead,), (known,) = book.claims(), book.people(), book.documents()
    assert (claimed.claim, claimed.recorded_at, claimed.capture_sha256) == (
        claim,
        START,
        document.capture_sha256,
    )
    assert (dead.person, dead.recorded_at, dead.capture_sha256) == (person, START, document.capture_sha256)
    assert (known.document, known.recorded_at, known.retrieved_at) == (document, START, START)
    assert book.document(document.id) == known
    assert book.body(document.capture_sha256, document.id) == TEXT
    assert book.original(document.capture_sha256) == TEXT.encode()


def test_the_same_again_adds_nothing(full_book):
    """Whatever is recorded a second time leaves the head of the chain where it was."""
    head = full_book.head()
    document = full_book.documents()[0].document
    claims = [row.claim for row in full_book.claims()]
    assert full_book.has_reading(document, "readers/1")
    assert record(full_book, document, claims, at=day(2)) == Recorded()
    assert full_book.record_refusal([REFUSAL, REFUSAL], day(2)) == 0
    assert not full_book.record_link_run(LINK_RUN, "0" * 64, day(2))
    assert not full_book.record_judgement(JUDGEMENT, day(2))
    assert not full_book.record_study("Upland", STUDY, "1" * 64, day(2), seed=19481210)
    assert not full_book.record_edition("2023-02-18.1", "2" * 64, day(1).date(), day(2))
    assert full_book.head() == head


def test_runs_and_decisions_come_back(full_book):
    """Linkage, judgements, studies, editions and refusals are equal to what was recorded."""
    assert full_book.link_run() == LINK_RUN
    assert full_book.judgements() == (JUDGEMENT,)
    (study,) = full_book.studies()
    assert (study.subject, study.study, study.inputs_sha256, study.seed) == (
        "Upland",
        STUDY,
        "1" * 64,
        19481210,
    )
    assert full_book.editions() == (RecordedEdition("2023-02-18.1", "2" * 64, day(1).date(), day(1)),)
    assert full_book.refusals() == (REFUSAL,)


def test_nothing_was_known_the_day_before(full_book):
    """As known before the first row, the book is empty."""
    before = day(-1).date()
    for known in (full_book.claims, full_book.people, full_book.documents, full_book.superseded):
        assert known(before) == ()
    for known in (full_book.judgements, full_book.studies, full_book.editions, full_book.refusals):
        assert known(before) == ()
    assert full_book.link_run(before) is None


def test_a_newer_run_is_the_one_known_from_its_day_on(full_book):
    """The newest run of a day holds; on earlier days the older one still does."""
    newer = replace(LINK_RUN, threshold=0.8)
    full_book.record_link_run(newer, "3" * 64, day(5))
    full_book.record_study("Upland", replace(STUDY, warnings=()), "3" * 64, day(5))
    assert full_book.link_run() == newer
    assert full_book.link_run(day(4).date()) == LINK_RUN
    assert [row.study.warnings for row in full_book.studies()] == [()]
    assert [row.study for row in full_book.studies(day(4).date())] == [STUDY]


def test_an_edition_never_becomes_another(full_book):
    """Other data under an edition's id is refused, with both hashes."""
    with pytest.raises(AppendOnlyError, match=r"2023-02-18\.1.*2222.*3333"):
        full_book.record_edition("2023-02-18.1", "3" * 64, day(1).date(), day(2))


def test_nothing_is_read_before_it_is_archived(book):
    """A reading of an original that was never kept is refused, and leaves no trace."""
    document = a_document(TEXT)
    with pytest.raises(BookError, match="never kept"):
        book.record_reading(document, Reading(document.id), version="readers/1", at=START)
    assert book.last_recorded_at() is None


def test_a_reading_of_another_document_is_refused(book):
    """A reading is recorded for the document it is of."""
    with pytest.raises(BookError, match="d-other"):
        book.record_reading(a_document(TEXT), Reading("d-other"), version="readers/1", at=START)


def test_the_clock_never_goes_back(book):
    """A record time well before the newest row's is refused, and says both."""
    book.keep_original(an_original("one"), day(1))
    with pytest.raises(BookError, match=r"2023-02-17T10.*2023-02-18T10"):
        book.keep_original(an_original("two"), START)
    assert book.last_recorded_at() == day(1)


def test_writers_slightly_out_of_turn_are_dated_alike(book):
    """A writer that waited its turn is dated no earlier than the row before it."""
    record(book, a_document(TEXT), at=START)
    record(book, a_document("two", "other"), at=START - timedelta(seconds=3))
    assert {row.recorded_at for row in book.documents()} == {START}


def test_a_record_time_has_its_zone(book):
    """A time without its zone is refused."""
    with pytest.raises(BookError, match="time zone"):
        book.keep_original(an_original("one"), datetime(2023, 2, 17))  # noqa: DTZ001 - that is the fault


def test_the_day_ends_at_midnight_utc(book):
    """What is recorded in the last second of a day was known on it; a second later it was not."""
    last = START.replace(hour=23, minute=59, second=59)
    record(book, a_document("one", "one"), at=last)
    record(book, a_document("two", "two"), at=last + timedelta(seconds=1))
    assert [row.document.stem for row in book.documents(last.date())] == ["one"]


def test_a_claim_read_twice_in_one_text_is_kept_once(book):
    """Two claims with one id are one row, and a finding says so."""
    document = a_document(TEXT)
    claim = a_claim(document, "500 killed", 500)
    assert record(book, document, [claim, claim]).claims == 1
    assert [finding.code for finding in book.reading_findings()] == ["repeated-id"]


def test_findings_are_those_of_the_newest_reading(book):
    """What a reader could not take is told until a later reading takes it."""
    document = a_document(TEXT)
    book.keep_original(an_original(TEXT), START)
    book.record_reading(document, Reading(document.id, findings=(REFUSAL,)), version="readers/1", at=START)
    assert book.reading_findings() == (REFUSAL,)
    book.record_reading(document, Reading(document.id), version="readers/2", at=day(1))
    assert book.reading_findings() == ()
    assert book.reading_findings(START.date()) == (REFUSAL,)


def test_two_originals_with_the_same_bytes_are_one_capture(book):
    """A capture is named by its bytes, wherever they were found."""
    first = book.keep_original(an_original("same", "here"), START)
    head = book.head()
    assert book.keep_original(an_original("same", "there"), START) == first == content_sha256(b"same")
    assert book.head() == head


def test_what_is_not_in_the_book_is_refused_by_name(book):
    """An unknown document or body is an error that names it, never an empty answer."""
    with pytest.raises(BookError, match="d-none"):
        book.document("d-none")
    with pytest.raises(BookError, match="d-none"):
        book.body("0" * 64, "d-none")
