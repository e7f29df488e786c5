"""The labelled news article of February 2023, where it lies beside the project."""

import json
from itertools import permutations
from pathlib import Path

import pytest

from tollbook.claims import compare
from tollbook.model.claims import Claim, Mode, Standing
from tollbook.model.comparisons import Comparability
from tollbook.model.counts import Count, Qualifier
from tollbook.model.dates import FuzzyDate, Period
from tollbook.model.documents import Span
from tollbook.model.measures import Group, Measure
from tollbook.model.scope import Scope, War

LABELS = Path(__file__).parents[2] / ".." / "shared" / "gold" / "labels" / "000.json"
SCOPE = Scope(wars=(War("The war", ("Russia", "Ukraine"), FuzzyDate(2022, 2, 24)),))


def day(stated):
    """A date, if one is stated."""
    return FuzzyDate.parse(stated) if stated else None


def claim(label):
    """The claim a label describes."""
    return Claim(
        document_id="000",
        claimant=label["speaker"],
        party=label["side"],
        measure=Measure(label["measure"]),
        count=Count(label["low"], label["high"], Qualifier(label["qualifier"])),
        mode=Mode(label["mode"]),
        spans=tuple(Span(span["start"], span["end"], span["quote"]) for span in label["spans"]),
        standing=Standing(label["status"]),
        group=Group(label["group"]),
        covers=Period(day(label["from"]), day(label["to"])),
        as_of=day(label["as_of"]),
    )


def test_no_two_quantities_of_the_article_are_one():
    """Not one pair of the article's claims may be set side by side as values of one quantity."""
    if not LABELS.exists():
        pytest.skip("needs ../shared/gold/labels/000.json")
    claims = [claim(label) for label in json.loads(LABELS.read_text("utf-8"))["claims"]]
    assert len(claims) > 10
    for left, right in permutations(claims, 2):
        assert compare(left, right, SCOPE).verdict is Comparability.DIFFERENT
