"""Invented documents, claims and people for the tests of the book. Nobody here exists."""

from datetime import UTC, datetime, timedelta

from tollbook.model.claims import Claim, Mode
from tollbook.model.counts import Count, Qualifier
from tollbook.model.dates import FuzzyDate
from tollbook.model.documents import Document, Original, Span
from tollbook.model.estimates import Estimate, OverlapStudy, OverlapTable, Panel
from tollbook.model.findings import Finding, Severity
from tollbook.model.ids import content_sha256, stable_id
from tollbook.model.links import Cluster, Judgement, LinkRun, PairScore, Reason, Verdict
from tollbook.model.measures import Group, Measure
from tollbook.model.people import Fate, Name, PersonRecord
from tollbook.model.readings import Reading

START = datetime(2023, 2, 17, 10, 0, tzinfo=UTC)


def day(number):
    return START + timedelta(days=number)


def an_original(body, stem="news", at=START):
    return Original(f"inbox/{stem}.md", body.encode(), "text/markdown", at)


def a_document(body, stem="news"):
    return Document(
        id=stable_id("d", stem),
        stem=stem,
        body=body,
        capture_sha256=content_sha256(body.encode()),
        locator=f"inbox/{stem}.md",
        title="Losses claimed",
        published=FuzzyDate(2023, 2, 17),
        language="en",
        publisher="Kestrel Courier",
    )


def a_claim(document, words, value, measure=Measure.LOSSES, **more):
    start = document.body.index(words)
    stated = {
        "document_id": document.id,
        "claimant": "Marsh Command",
        "party": "Upland",
        "measure": measure,
        "count": Count(value, None, Qualifier.AT_LEAST)
        if more.pop("at_least", False)
        else Count.exactly(value),
        "mode": Mode.CUMULATIVE,
        "spans": (document.span(start, start + len(words)),),
        "group": Group.MILITARY,
        "as_of": FuzzyDate(2023, 2, 16),
    }
    return Claim(**stated | more)


def a_person(document, name, **more):
    start = document.body.index(name)
    spans = (Span(start, start + len(name), name),)
    stated = {
        "document_id": document.id,
        "name": Name(name),
        "fate": Fate.DEAD,
        "spans": spans,
        "party": "Upland",
    }
    return PersonRecord(**stated | more)


def record(book, document, claims=(), people=(), *, at=START, version="readers/1"):
    """The document's original kept and its reading recorded."""
    book.keep_original(an_original(document.body, document.stem), at)
    reading = Reading(document.id, ("invented/1",), tuple(claims), tuple(people))
    return book.record_reading(document, reading, version=version, at=at)


LINK_RUN = LinkRun(
    (Cluster("p-1", ("r-1", "r-2"), 0.97),),
    (PairScore("r-1", "r-2", 0.97, (Reason("family_name", "same form", 6.5, "Орлик", "Orlyk"),)),),
    0.9,
    "weights/1",
)
JUDGEMENT = Judgement("r-1", "r-2", Verdict.DIFFERENT, "an editor", START, "born twenty years apart")
TABLE = OverlapTable(("church", "office"), (((1, 0), 60), ((0, 1), 40), ((1, 1), 20)))
STUDY = OverlapStudy(
    TABLE,
    (
        Estimate(
            "chapman",
            "all who died",
            238.1,
            200.0,
            290.0,
            "normal",
            0.95,
            "independent",
            diagnostics={"m": 20},
        ),
    ),
    Panel(120, sensitivity={"low": 1.0}),
    warnings=("two lists only",),
)
REFUSAL = Finding("bad-date", Severity.WARNING, "inbox/x.md", "no such date: 2023-02-31", "published")
