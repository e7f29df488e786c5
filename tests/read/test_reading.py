"""One document, all readers: the more particular is believed, and a statement is one claim."""

from dataclasses import dataclass, replace

from tollbook.model.claims import Claim, Mode
from tollbook.model.counts import Count
from tollbook.model.dates import FuzzyDate
from tollbook.model.documents import Document, SpanRole
from tollbook.model.findings import Finding, Severity
from tollbook.model.measures import Measure
from tollbook.model.readings import Reading
from tollbook.model.scope import Scope
from tollbook.read import read_document, reading_version

BODY = "Seven boats were lost. Seven boats were lost. Nine boats, said others on 31 June 2031."
DOCUMENT = Document("d-1", "001", BODY, "00", "inbox/001.md", published=FuzzyDate(2031, 7, 1), language="en")


@dataclass
class Told:
    """A reader that proposes what it is told to."""

    name: str
    claims: tuple = ()
    findings: tuple = ()
    knows: bool = True
    version: int = 1

    def fits(self, _document, _scope):
        """Whether it was told to fit."""
        return self.knows

    def read(self, document, _scope):
        """What it was told to find."""
        return Reading(document.id, (f"{self.name}/{self.version}",), self.claims, (), self.findings)


def claim(value, start, end, role=SpanRole.MAIN):
    return Claim(
        "d-1",
        "Harbour Office",
        "Velland",
        Measure.SHIPS,
        Count.exactly(value),
        Mode.EVENT,
        (DOCUMENT.span(start, end, role),),
    )


def read(*readers):
    return read_document(DOCUMENT, Scope(), readers)


def test_the_higher_reader_is_believed():
    """Where main words overlap, the claim of the reader higher in the table stays."""
    reading = read(Told("list", (claim(7, 0, 10),)), Told("news", (claim(8, 5, 15), claim(9, 46, 56))))
    assert [c.count.low for c in reading.claims] == [7, 9]


def test_a_reader_does_not_silence_itself():
    """One reader may make several claims of the same words: a total and its increment."""
    both = (claim(7, 0, 10), replace(claim(2, 0, 10), mode=Mode.INCREMENT))
    assert len(read(Told("list", both)).claims) == 2


def test_what_a_higher_reader_calls_a_repeat_is_taken():
    """Words that repeat a claim already taken make no claim of a lower reader."""
    taken = replace(claim(7, 0, 10), spans=(DOCUMENT.span(0, 10), DOCUMENT.span(23, 33, SpanRole.REPEAT)))
    assert read(Told("list", (taken,)), Told("news", (claim(7, 23, 33),))).claims == (taken,)


def test_one_statement_printed_twice_is_one_claim():
    """Equal claims are joined: the first words are the main ones, later ones repeats."""
    (joined,) = read(Told("news", (claim(7, 23, 33), claim(7, 0, 10)))).claims
    assert [(span.start, span.role) for span in joined.spans] == [(0, SpanRole.MAIN), (23, SpanRole.REPEAT)]


def test_only_fitting_readers_read_and_all_findings_are_kept():
    """A reader that does not know the form stays silent; findings of the rest come once each."""
    note = Finding("odd", Severity.NOTE, "inbox/001.md", "odd")
    reading = read(
        Told("a", findings=(note,)), Told("b", (claim(7, 0, 10),), knows=False), Told("c", findings=(note,))
    )
    assert reading.readers == ("a/1", "c/1")
    assert reading.claims == ()
    assert [finding.code for finding in reading.findings] == ["impossible-day", "odd"]


def test_an_impossible_day_is_told_with_its_words():
    """A day that does not exist is a finding with the file, the place and the words."""
    (finding,) = read().findings
    assert (finding.subject, finding.place) == ("inbox/001.md", "characters 73 to 85")
    assert "'31 June 2031'" in finding.message


def test_the_version_names_every_reader():
    """Another version of any reader is another reading."""
    assert reading_version((Told("a"), Told("b", version=3))) == "a/1 b/3"
    assert "general_staff_list/1" in reading_version()
