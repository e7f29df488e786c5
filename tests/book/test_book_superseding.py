"""Reading a document again supersedes: the old stays known as of its day, the reason is true."""

from collections import Counter

from invented_book import START, a_claim, a_document, a_person, day, record

from tollbook.book import Recorded, SupersededBecause
from tollbook.model.dates import FuzzyDate
from tollbook.model.measures import Measure

BEFORE = "Marsh Command says 500 killed and 900 wounded. Ivan Orlyk, 20, is dead. Petro Sad is dead."
AFTER = "Marsh Command says 550 killed. It saw no end. Ivan Orlyk, 21, is dead."


def first(book):
    document = a_document(BEFORE)
    claims = [
        a_claim(document, "500 killed", 500, Measure.KILLED),
        a_claim(document, "900 wounded", 900, Measure.WOUNDED),
    ]
    people = [a_person(document, "Ivan Orlyk", age=20), a_person(document, "Petro Sad")]
    record(book, document, claims, people)
    return document, claims, people


def second(book, **more):
    document = a_document(AFTER)
    claims = [a_claim(document, "550 killed", 550, Measure.KILLED)]
    people = [a_person(document, "Ivan Orlyk", age=21)]
    return record(book, document, claims, people, at=day(1), **more), claims, people


def test_an_edited_text_supersedes(book):
    """The new figure follows the old one; what the new text no longer says is withdrawn."""
    _, old, old_people = first(book)
    counts, new, new_people = second(book)
    assert counts == Recorded(is_new=True, claims=1, people=1, edited=2, withdrawn=2)
    assert [row.claim for row in book.claims()] == new
    assert [row.person for row in book.people()] == new_people
    assert {(row.what, row.old_id, row.new_id, row.because) for row in book.superseded()} == {
        ("claim", old[0].id, new[0].id, SupersededBecause.EDITED),
        ("claim", old[1].id, None, SupersededBecause.WITHDRAWN),
        ("person", old_people[0].id, new_people[0].id, SupersededBecause.EDITED),
        ("person", old_people[1].id, None, SupersededBecause.WITHDRAWN),
    }


def test_the_day_before_the_edit_stays_as_it_was(book):
    """As known on the day before, the old rows are live and nothing is superseded."""
    document, old, old_people = first(book)
    known_then = book.claims(), book.people(), book.documents()
    second(book)
    yesterday = START.date()
    assert (book.claims(yesterday), book.people(yesterday), book.documents(yesterday)) == known_then
    assert [row.claim for row in book.claims(yesterday)] == old
    assert [row.person for row in book.people(yesterday)] == old_people
    assert book.superseded(yesterday) == ()
    assert book.body(document.capture_sha256, document.id) == BEFORE


def test_what_is_said_again_is_restated(book):
    """The same statement in a new capture is followed by its like, and is no edit."""
    document = a_document("500 killed.")
    record(book, document, [a_claim(document, "500 killed", 500)])
    longer = a_document("More. 500 killed.")
    counts = record(book, longer, [a_claim(longer, "500 killed", 500)], at=day(1))
    assert counts == Recorded(is_new=True, claims=1, restated=1)


def test_a_better_reader_is_not_told_as_an_edit(book):
    """Where only our reading changed, no reason says that the publisher changed the text."""
    document, (killed, _), people = first(book)
    better = a_claim(document, "500 killed", 501, Measure.KILLED)
    counts = record(book, document, [better], people, at=day(1), version="readers/2")
    assert counts == Recorded(is_new=True, claims=1, people=2, restated=2, reread=2)
    reasons = {row.old_id: (row.new_id, row.because) for row in book.superseded() if row.what == "claim"}
    assert reasons[killed.id] == (better.id, SupersededBecause.REREAD)


def test_words_that_still_stand_were_not_withdrawn(book):
    """A new capture read by a new reader: a claim whose words still stand is our doing."""
    document = a_document("500 killed. 900 wounded.")
    claims = [
        a_claim(document, "500 killed", 500, Measure.KILLED),
        a_claim(document, "900 wounded", 900, Measure.WOUNDED),
    ]
    record(book, document, claims)
    newer = a_document("500 killed. A new end.")
    record(book, newer, at=day(1), version="readers/2")
    assert {row.old_id: row.because for row in book.superseded()} == {
        claims[0].id: SupersededBecause.REREAD,
        claims[1].id: SupersededBecause.WITHDRAWN,
    }


def test_the_nearest_statement_follows(book):
    """Of two new figures of one measure, the one by the same claimant for the same day follows."""
    old = a_document("500 killed.")
    claim = a_claim(old, "500 killed", 500)
    record(book, old, [claim])
    new = a_document("600 killed, then 550 killed, then 510 killed.")
    other_claimant = a_claim(new, "600 killed", 600, claimant="Upland Radio")
    other_day = a_claim(new, "550 killed", 550, as_of=FuzzyDate(2023, 3, 1))
    same = a_claim(new, "510 killed", 510)
    record(book, new, [other_claimant, other_day, same], at=day(1))
    assert [row.new_id for row in book.superseded()] == [same.id]


def test_only_live_rows_are_superseded(book):
    """A third version supersedes the second, not the first again."""
    for number, figure in enumerate((500, 550, 600)):
        document = a_document(f"{figure} killed.")
        record(book, document, [a_claim(document, f"{figure} killed", figure)], at=day(number))
    assert Counter(row.because for row in book.superseded()) == {SupersededBecause.EDITED: 2}
    assert [row.claim.count.low for row in book.claims()] == [600]
    assert [row.claim.count.low for row in book.claims(day(1).date())] == [550]


def test_other_documents_are_left_alone(book):
    """Reading one document again supersedes nothing of another."""
    _, claims, _ = first(book)
    other = a_document(AFTER, "other")
    record(book, other, [a_claim(other, "550 killed", 550, Measure.KILLED)], at=day(1))
    assert book.superseded() == ()
    assert len(book.claims()) == len(claims) + 1


def test_an_earlier_version_that_returns_is_not_read_again(book):
    """Two files that take turns under one address do not push each other out at every run."""
    first(book)
    second(book)
    head = book.head()
    first(book)
    assert book.head() == head
