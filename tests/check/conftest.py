"""A small sound edition and a bulletin over it; every name is invented."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from tollbook.model.bulletins import Bulletin, Paragraph, ParagraphKind, Segment, SegmentKind
from tollbook.model.claims import Claim, Mode
from tollbook.model.comparisons import Comparability, Comparison, Family
from tollbook.model.counts import Count, Qualifier
from tollbook.model.dates import FuzzyDate
from tollbook.model.documents import Span
from tollbook.model.editions import DocumentCard, Edition, PublishedClaim
from tollbook.model.estimates import Estimate, OverlapStudy, OverlapTable, Panel
from tollbook.model.measures import Measure
from tollbook.model.people import Confirmation, Entry, Fate, Name
from tollbook.model.queries import Query
from tollbook.model.scope import Interest

BODY = "The staff said 140,460 soldiers were killed. The Kestrel counts more than 9,000 deaths."
NOW = datetime(2023, 2, 17, tzinfo=UTC)


@pytest.fixture(scope="session")
def bodies():
    """The one document behind everything."""
    return {"d1": BODY}


@pytest.fixture(scope="session")
def claims():
    """Two claims of killed, as the body states them."""
    day = FuzzyDate(2023, 2, 16)
    staff = Claim(
        "d1", "Brenian Staff", "Aldova", Measure.KILLED, Count.exactly(140460), Mode.CUMULATIVE,
        (Span(0, 43, BODY[:43]),), as_of=day,
    )  # fmt: skip
    kestrel = Claim(
        "d1", "The Kestrel", "Aldova", Measure.KILLED, Count(9000, None, Qualifier.AT_LEAST),
        Mode.CUMULATIVE, (Span(45, len(BODY), BODY[45:]),), as_of=day,
    )  # fmt: skip
    return staff, kestrel


@pytest.fixture(scope="session")
def entry():
    """One entry of the register, redacted."""
    return Entry(
        "e-1", Name("Oryn Veltek"), "Aldova", Fate.DEAD, ("r-1",), ("d1",), (), Confirmation.REPORTED,
        "confirmation/1", born=FuzzyDate(1989),
    )  # fmt: skip


@pytest.fixture(scope="session")
def study():
    """One sound overlap study."""
    estimate = Estimate(
        "chapman", "named dead of Aldova", 110.0, 105.0, 130.5, "normal", 0.95, "the lists are independent"
    )
    table = OverlapTable(("a", "b"), (((1, 0), 60), ((0, 1), 30), ((1, 1), 10)))
    panel = Panel(100, point=110.0, low=105.0, high=130.5)
    return OverlapStudy(table, (estimate,), panel)


@pytest.fixture(scope="session")
def edition(claims, entry, study):
    """An edition in which every rule holds."""
    left, right = claims
    return Edition(
        id="2023-02-17.1",
        name="The Aldova book",
        languages=("en",),
        as_known=date(2023, 2, 17),
        frozen_at=NOW,
        claims=tuple(PublishedClaim(claim, Interest.ADVERSARY, NOW) for claim in claims),
        comparisons=(Comparison(left.id, right.id, Comparability.CONVERTIBLE, ()),),
        families=(Family("f-1", (left.id, right.id), "Aldova", "killed", "unspecified"),),
        entries=(entry,),
        studies=(("Aldova", study),),
        documents=(
            DocumentCard("d1", "Figures", None, None, FuzzyDate(2023, 2, 16), "en", "00", date(2023, 2, 17)),
        ),
    )


@pytest.fixture(scope="session")
def with_claim(edition):
    """The edition with its first claim changed; what compares it goes on comparing it."""

    def write(**changes):
        first, second = edition.claims
        changed = replace(first, claim=replace(first.claim, **changes))
        if not changed.claim.spans:
            return replace(edition, claims=(changed, second), comparisons=(), families=())
        return replace(
            edition,
            claims=(changed, second),
            comparisons=(replace(edition.comparisons[0], left=changed.claim.id),),
            families=(replace(edition.families[0], claim_ids=(changed.claim.id, second.claim.id)),),
        )

    return write


@pytest.fixture(scope="session")
def segments(claims):
    """A segment of each kind, all true of the edition."""
    this = (("claim.id", claims[0].id),)
    return {
        SegmentKind.WORDS: Segment(SegmentKind.WORDS, " said that soldiers were killed: "),
        SegmentKind.FIGURE: Segment(SegmentKind.FIGURE, "140,460", Query("claims", this, "claim.count.low")),
        SegmentKind.DAY: Segment(SegmentKind.DAY, "16 February 2023", Query("claims", this, "claim.as_of")),
        SegmentKind.NAME: Segment(SegmentKind.NAME, "Brenian Staff", Query("claims", this, "claim.claimant")),
        SegmentKind.QUOTE: Segment(
            SegmentKind.QUOTE, "“140,460 soldiers were killed”", Query("claims", this, "claim.words")
        ),
    }


@pytest.fixture(scope="session")
def bulletin(edition):
    """Writes a bulletin of one paragraph."""

    def write(*parts, language="en", edition_id=edition.id):
        return Bulletin(edition_id, language, (Paragraph(ParagraphKind.BODY, tuple(parts)),))

    return write
