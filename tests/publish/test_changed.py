"""Laws of what changed: only what stands in the edition, each value bound, no rise from nothing."""

from dataclasses import replace

from tollbook.model.bulletins import SegmentKind
from tollbook.model.counts import Count
from tollbook.model.dates import FuzzyDate
from tollbook.model.editions import Change
from tollbook.model.queries import answer
from tollbook.publish import bulletin_markdown, compose_bulletin


def added(edition, *rows):
    """The edition with claims that came in since the one before."""
    changes = tuple(Change("added", "claim", row.claim.id) for row in rows)
    return replace(edition, claims=(*edition.claims, *rows), changes=changes, comparisons=())


def test_a_total_that_moved_is_told_with_the_total_before(edition):
    """Who stated which value before and which now stands in the part on changes, each bound."""
    row = edition.claims[0]
    day, later = Count.exactly(143_680), FuzzyDate(2023, 2, 20)
    newer = replace(
        row, claim=replace(row.claim, count=day, as_of=later, document_id=edition.documents[1].id)
    )
    told = compose_bulletin(added(edition, newer))
    (moved,) = (p for p in told.paragraphs if " went from " in p.text)
    assert moved.text == (
        "For Russia’s military “losses”, the General Staff of the Armed Forces of Ukraine went from "
        "140,460 (as of 16 February 2023) to 143,680 (as of 20 February 2023)."
    )
    figures = [segment for segment in moved.segments if segment.kind is SegmentKind.FIGURE]
    assert [answer(figure.query, added(edition, newer)) for figure in figures] == [140_460, 143_680]


def test_a_figure_without_one_before_is_told_as_new_and_not_as_a_rise(edition):
    """Nothing is said to have grown from nothing."""
    row = edition.claims[0]
    newcomer = replace(
        row, claim=replace(row.claim, claimant="The Kestrel Watch", count=Count.exactly(7), document_id="d-9")
    )
    text = bulletin_markdown(compose_bulletin(added(edition, newcomer)))
    assert "Newly recorded is The Kestrel Watch’s figure of 7" in text
    assert "went from" not in text


def test_the_same_figure_said_again_is_no_change(edition):
    """A claimant who repeats a value on a later day is not told as having moved."""
    row = edition.claims[0]
    again = replace(row, claim=replace(row.claim, as_of=FuzzyDate(2023, 2, 17), document_id="d-9"))
    text = bulletin_markdown(compose_bulletin(added(edition, again)))
    assert "went from" not in text
    assert "Newly recorded" not in text
