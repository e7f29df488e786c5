"""Small editions to publish: the figures of February 2023 in our own words, and an empty one.

Every person here is invented.
"""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from tollbook.model.claims import Claim, Mode, Standing
from tollbook.model.comparisons import Comparability, Comparison, Dimension, DimensionName, Family
from tollbook.model.counts import Count, Qualifier
from tollbook.model.dates import FuzzyDate, Period
from tollbook.model.documents import Span
from tollbook.model.editions import Change, DocumentCard, Edition, PublishedClaim
from tollbook.model.estimates import Estimate, OverlapStudy, OverlapTable, Panel
from tollbook.model.measures import Group, Measure
from tollbook.model.people import Confirmation, Entry, Fate, Name
from tollbook.model.scope import Interest, War

RECORDED = datetime(2023, 2, 17, 9, 0, tzinfo=UTC)
STAFF = "General Staff of the Armed Forces of Ukraine"
DEFENCE = "Ministry of Defence of Russia"
ARTICLE, LIST = "d-0a1b2c3d4e5f6071", "d-1a1b2c3d4e5f6071"


def claim(place, words, *, by, party, low, **more):
    """A claim whose words stand at ``place`` of the article."""
    count, measure, day = more.pop("count", None), more.pop("measure"), more.pop("day")
    count = count or Count.exactly(low)
    more.setdefault("group", Group.MILITARY)
    more.setdefault("mode", Mode.CUMULATIVE)
    more.setdefault("document_id", ARTICLE)
    span = Span(place, place + len(words), words)
    return Claim(
        claimant=by,
        party=party,
        measure=measure,
        count=count,
        spans=(span,),
        as_of=FuzzyDate.parse(day) if day else None,
        **more,
    )


def claims():
    start = Period(FuzzyDate(2022, 2, 24), FuzzyDate(2023, 2, 16))
    hundred = Count(100_000, None, Qualifier.AT_LEAST)
    return (
        (
            claim(
                0,
                by=STAFF,
                party="Russia",
                measure=Measure.LOSSES,
                low=140_460,
                day="2023-02-16",
                covers=start,
                words="the staff put combat losses at 140,460",
            ),
            Interest.ADVERSARY,
        ),
        (
            claim(
                50,
                by=DEFENCE,
                party="Russia",
                measure=Measure.KILLED,
                low=5_937,
                day="2022-09",
                words="5,937 soldiers had died, the ministry said",
                relayed_by="A news agency",
            ),
            Interest.OWN_SIDE,
        ),
        (
            claim(
                100,
                by="Mediazona",
                party="Russia",
                measure=Measure.KILLED,
                low=14_093,
                day="2023-02-12",
                words="14,093 deaths were confirmed by name",
                standing=Standing.CONFIRMED,
            ),
            Interest.MONITOR,
        ),
        (
            claim(
                150,
                by="Eirik Kristoffersen",
                party="Ukraine",
                measure=Measure.KILLED_WOUNDED,
                low=0,
                day="2023-01",
                count=hundred,
                words="more than 100,000 dead or wounded",
                standing=Standing.ESTIMATED,
            ),
            Interest.THIRD_PARTY,
        ),
        (
            claim(
                200,
                by=STAFF,
                party="Russia",
                measure=Measure.TANKS,
                low=3_296,
                day="2023-02-16",
                group=Group.EQUIPMENT,
                words="3,296 tanks",
            ),
            Interest.ADVERSARY,
        ),
        (
            claim(
                10,
                by=STAFF,
                party="Russia",
                measure=Measure.LOSSES,
                low=800,
                day="2023-02-16",
                document_id=LIST,
                mode=Mode.INCREMENT,
                words="особового складу ‒ близько 800",
                count=Count(800, 800, Qualifier.ABOUT),
            ),
            Interest.ADVERSARY,
        ),
    )


def comparisons(rows):
    first, second, third, fourth = (row.claim.id for row in rows[:4])
    state = Dimension(DimensionName.STATE, Comparability.DIFFERENT, "undefined-state", "losses", "killed")
    side = Dimension(DimensionName.SIDE, Comparability.DIFFERENT, "other-side", "Russia", "Ukraine")
    period = Dimension(DimensionName.PERIOD, Comparability.DIFFERENT, "other-day", "2022-09", "2023-02-12")
    return (
        Comparison(first, second, Comparability.DIFFERENT, (state, period)),
        Comparison(first, third, Comparability.DIFFERENT, (state,)),
        Comparison(first, fourth, Comparability.DIFFERENT, (state, side)),
        Comparison(second, third, Comparability.DIFFERENT, (period,)),
    )


def entries():
    rule = "confirmation/1"
    name = Name("Вигаданий Остап Мирославович", "Вигаданий", "Остап", "Мирославович")
    return (
        Entry(
            "e-00000000000000a1",
            name,
            "Russia",
            Fate.DEAD,
            ("r-1", "r-2"),
            (ARTICLE, LIST),
            ("obituaries", "cemeteries"),
            Confirmation.CORROBORATED,
            rule,
            other_names=("Ostap Vyhadanyi",),
            age=34,
            born=FuzzyDate(1988),
            died=FuzzyDate(2022, 4, 3),
            home="Нижня Казкова",
            weakest_link=0.97,
            cited=(("age", ("r-1",)), ("died", ("r-1", "r-2"))),
        ),
        Entry(
            "e-00000000000000a2",
            Name("Testov Prokhor"),
            "Russia",
            Fate.DEAD,
            ("r-3",),
            (LIST,),
            ("obituaries",),
            Confirmation.REPORTED,
            rule,
        ),
        Entry(
            "e-00000000000000a3",
            Name("Вигаданий Остап Мирославович"),
            None,
            Fate.MISSING,
            ("r-4",),
            (LIST,),
            ("obituaries",),
            Confirmation.REPORTED,
            rule,
        ),
    )


def study():
    table = OverlapTable(
        ("obituaries", "cemeteries"), (((1, 0), 40), ((0, 1), 25), ((1, 1), 15)), "Russia, dead"
    )
    chapman = Estimate(
        "chapman",
        "all dead of the side",
        144.6,
        104.0,
        207.0,
        "log-normal",
        0.95,
        "the 2 lists see people independently",
        "one list copies the other",
        ("Chapman 1951",),
        {"m": 15},
    )
    bound = Estimate(
        "chao_mth", "all dead", 131.0, 110.0, None, "lower bound", 0.95, "people differ in visibility"
    )
    panel = Panel(80, bound, 131.0, 160.2, {"lists": 2}, 144.6, 104.0, 207.0)
    return OverlapStudy(table, (chapman, bound), panel)


def cards():
    return (
        DocumentCard(
            ARTICLE,
            "A retelling of a news report",
            "https://news.example/losses",
            "Example News",
            FuzzyDate(2023, 2, 16),
            "en",
            "ab" * 32,
            date(2023, 2, 17),
        ),
        DocumentCard(
            LIST, "Щоденне зведення", None, STAFF, FuzzyDate(2023, 2, 16), "uk", "cd" * 32, date(2023, 2, 17)
        ),
    )


@pytest.fixture(scope="session")
def edition():
    rows = tuple(PublishedClaim(said, interest, RECORDED) for said, interest in claims())
    family = Family("f-0000000000000001", (rows[2].claim.id,), "Russia", "killed", "military")
    return Edition(
        "2023-02-17.2",
        "The Kestrel Ledger",
        ("en",),
        date(2023, 2, 17),
        RECORDED,
        wars=(War("War in Ukraine", ("Russia", "Ukraine"), FuzzyDate(2022, 2, 24)),),
        claims=rows,
        comparisons=comparisons(rows),
        families=(family,),
        entries=entries(),
        studies=(("Russia", study()),),
        documents=cards(),
        changes=(
            Change("added", "claim", rows[0].claim.id),
            Change("withdrawn", "entry", "e-gone", "duplicate"),
        ),
        previous="2023-02-16.1",
        rules=("confirmation/1", "disclosure/1"),
    )


@pytest.fixture(scope="session")
def empty():
    war = War("War in Ukraine", ("Russia", "Ukraine"))
    return Edition("2023-02-17.1", "The Kestrel Ledger", ("en",), date(2023, 2, 17), RECORDED, wars=(war,))


@pytest.fixture(scope="session")
def hostile(edition):
    """The same edition with markup, scripts and formulas in everything that comes from outside."""
    evil = '<script>alert("x")</script> & "quoted"'
    first = edition.claims[0]
    bad_claim = replace(
        first.claim, claimant="=HYPERLINK(1)", relayed_by=evil, spans=(Span(0, 9, f"{evil} 140,460"),)
    )
    bad_name = replace(edition.claims[1], claim=replace(edition.claims[1].claim, claimant=evil))
    bad_card = replace(edition.documents[0], title=evil, url="javascript:alert(1)", publisher=evil)
    bad_entry = replace(
        edition.entries[0], name=Name(evil), other_names=("+1", "@cmd"), home="-2+3", unit=evil
    )
    return replace(
        edition,
        name=f"Kestrel {evil}",
        claims=(replace(first, claim=bad_claim), bad_name, *edition.claims[2:]),
        comparisons=(),
        documents=(bad_card, edition.documents[1]),
        entries=(bad_entry, *edition.entries[1:]),
    )
