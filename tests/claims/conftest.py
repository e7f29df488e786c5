"""An invented scope and a short way to write a claim."""

import pytest

from tollbook.model.claims import Claim, Mode
from tollbook.model.counts import Count, Qualifier
from tollbook.model.dates import FuzzyDate, Period
from tollbook.model.documents import Span
from tollbook.model.measures import Group, Measure
from tollbook.model.scope import Party, Scope, Source, SourceKind, War


@pytest.fixture(scope="session")
def scope():
    """A war between two invented countries, a third country, and bodies of every kind."""
    return Scope(
        wars=(War("The war", ("Aldova", "Brenia"), FuzzyDate.parse("2022-02-24")),),
        parties=(Party("Aldova"), Party("Brenia"), Party("Cestria")),
        sources=(
            Source("Aldovan Ministry", ("The ministry",), SourceKind.OFFICIAL, "Aldova"),
            Source("Brenian Staff", (), SourceKind.OFFICIAL, "Brenia"),
            Source("Cestrian Office", (), SourceKind.OFFICIAL, "Cestria"),
            Source("General Ode", (), SourceKind.OFFICIAL),
            Source("The Kestrel", (), SourceKind.MEDIA),
            Source("Gravewatch", (), SourceKind.CEMETERY),
            Source("Channel Z", (), SourceKind.SOCIAL),
        ),
    )


@pytest.fixture(scope="session")
def claim():
    """Writes a claim: figures as ``5937``, ``"100000+"`` or ``None``; days as ISO."""

    def write(value=100, day="2023-02-16", start=None, number=0, **changes):
        open_ended = isinstance(value, str)
        count = (
            Count(None, None, Qualifier.UNKNOWN, "many")
            if value is None
            else Count(float(value[:-1]), None, Qualifier.AT_LEAST)
            if open_ended
            else Count.exactly(value)
        )
        end = FuzzyDate.parse(day) if day else None
        fields = {
            "document_id": "d",
            "claimant": "Brenian Staff",
            "party": "Aldova",
            "measure": Measure.KILLED,
            "count": count,
            "mode": Mode.CUMULATIVE,
            "spans": (Span(number, number + 1, f"{value} said"),),
            "group": Group.MILITARY,
            "as_of": end,
            "covers": Period(FuzzyDate.parse(start) if start else None, end),
        }
        return Claim(**{**fields, **changes})

    return write
