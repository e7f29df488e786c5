"""A number that the edition does not answer never passes."""

from dataclasses import replace

import pytest

from tollbook.check import check_bulletin, check_text
from tollbook.model.bulletins import Segment, SegmentKind
from tollbook.model.findings import Severity
from tollbook.model.queries import Query


def codes(found):
    """The codes found, in order."""
    return [finding.code for finding in found]


def test_a_true_bulletin_passes(bulletin, segments, edition):
    """Figures, days, names and quotations that are the answers to their queries pass."""
    words = segments[SegmentKind.WORDS]
    true = bulletin(*(each for segment in segments.values() for each in (segment, words)))
    assert check_bulletin(true, edition) == ()
    assert check_text(true.paragraphs[0].text, true) == ()


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        (SegmentKind.FIGURE, "140,461"),
        (SegmentKind.FIGURE, "140.460"),
        (SegmentKind.FIGURE, "140,460 or 5"),
        (SegmentKind.FIGURE, "many"),
        (SegmentKind.DAY, "17 February 2023"),
        (SegmentKind.DAY, "February 2023"),
        (SegmentKind.DAY, "some day"),
        (SegmentKind.NAME, "Brenian"),
        (SegmentKind.QUOTE, "140,460 soldiers were lost"),
        (SegmentKind.QUOTE, "“”"),
    ],
)
def test_a_text_that_is_not_the_answer_is_found(bulletin, segments, edition, kind, text):
    """What is shown must be what the edition answers."""
    found = check_bulletin(bulletin(replace(segments[kind], text=text)), edition)
    assert codes(found) == ["differs"]
    assert found[0].severity is Severity.BLOCKING


@pytest.mark.parametrize("text", ["140,460", "more than 140,460", "140,460 people"])
def test_a_figure_may_be_hedged(bulletin, segments, edition, text):
    """Words around a figure do not change the number read back."""
    assert check_bulletin(bulletin(replace(segments[SegmentKind.FIGURE], text=text)), edition) == ()


def test_a_count_is_shown_with_all_its_ends(bulletin, claims, edition):
    """A query that takes a whole count is answered by the ends stated."""
    query = Query("claims", (("claim.id", claims[1].id),), "claim.count")
    assert check_bulletin(bulletin(Segment(SegmentKind.FIGURE, "more than 9,000", query)), edition) == ()
    wrong = bulletin(Segment(SegmentKind.FIGURE, "9,000 to 10,000", query))
    assert codes(check_bulletin(wrong, edition)) == ["differs"]


def test_rows_counted_are_figures(bulletin, edition):
    """The number of entries is a query like any other."""
    assert check_bulletin(bulletin(Segment(SegmentKind.FIGURE, "1", Query("entries"))), edition) == ()


@pytest.mark.parametrize("kind", [kind for kind in SegmentKind if kind is not SegmentKind.WORDS])
def test_what_has_no_query_is_found(bulletin, segments, edition, kind):
    """A figure, day, name or quotation without its query stops the build."""
    assert codes(check_bulletin(bulletin(replace(segments[kind], query=None)), edition)) == ["no-query"]


@pytest.mark.parametrize(
    "words", ["up to 7 died", "seven died", "a dozen", "hundreds of thousands", "the second"]
)
def test_a_number_in_plain_words_is_found(bulletin, edition, words):
    """Neither a digit nor a number word may stand in words."""
    found = check_bulletin(bulletin(Segment(SegmentKind.WORDS, words)), edition)
    assert codes(found) == ["unbound-number"]


@pytest.mark.parametrize(
    "query",
    [
        Query("claims", (("claim.id", "c-9"),), "claim.count.low"),
        Query("claims", (), "claim.count.low"),
        Query("sums"),
        Query("studies", (), "9.panel"),
    ],
)
def test_a_query_without_one_answer_is_found(bulletin, edition, query):
    """No row, several rows, no such table or no such place: the figure has no answer."""
    found = check_bulletin(bulletin(Segment(SegmentKind.FIGURE, "1", query)), edition)
    assert codes(found) == ["unanswered"]


def test_a_bulletin_over_another_edition_is_found(bulletin, edition):
    """Figures of one edition never stand under the name of another."""
    assert codes(check_bulletin(bulletin(edition_id="2023-02-16.1"), edition)) == ["other-edition"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("{} and 12 more", ["unbound-number"]),
        ("{} and twelve more", ["unbound-number"]),
        ("{} 140,460", ["unbound-number", "unbound-number"]),
        ("nothing", ["number-lost"] * 4),
        ("{}", []),
        ("*{}*\n\n---\n", []),
    ],
)
def test_a_number_put_in_behind_the_composer_is_found(bulletin, segments, text, expected):
    """Every number of the final text belongs to a segment, and none is lost."""
    composed = bulletin(segments[SegmentKind.FIGURE], segments[SegmentKind.WORDS], segments[SegmentKind.DAY])
    rendered = text.format(composed.paragraphs[0].text)
    assert codes(check_text(rendered, composed)) == expected


def test_markdown_escapes_change_no_number(bulletin, segments):
    """A backslash before a mark is not part of a number."""
    composed = bulletin(segments[SegmentKind.FIGURE])
    assert check_text(r"140\,460", composed) == ()
