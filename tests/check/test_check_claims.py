"""Claims as they come from the readers."""

from dataclasses import replace

import pytest

from tollbook.check import check_claims
from tollbook.model.dates import FuzzyDate
from tollbook.model.documents import Span
from tollbook.model.findings import Severity

PUBLISHED = {"d1": FuzzyDate(2023, 2, 15)}


def test_sound_claims_find_nothing(claims, bodies):
    """What is quoted as it stands, of a day before its publication, is taken."""
    assert check_claims(claims, bodies, published=PUBLISHED) == ()


@pytest.mark.parametrize(
    ("changes", "code", "severity"),
    [
        ({"spans": ()}, "no-words", Severity.BLOCKING),
        ({"spans": (Span(0, 10, "The staff "), Span(1, 4, "The"))}, "quote-differs", Severity.BLOCKING),
        ({"spans": (Span(0, 10**6, "The staff said"),)}, "quote-differs", Severity.BLOCKING),
        ({"spans": (Span(-5, -1, "eath"),)}, "quote-differs", Severity.BLOCKING),
        ({"document_id": "d2"}, "no-document", Severity.BLOCKING),
        ({"as_of": FuzzyDate(2023, 2, 17)}, "day-after-publication", Severity.WARNING),
        ({"part_of": "c-0"}, "no-total", Severity.WARNING),
    ],
)
def test_each_fault_is_found_alone(claims, bodies, changes, code, severity):
    """One thing wrong gives one finding that names it."""
    wrong = replace(claims[0], **changes)
    (finding,) = check_claims([wrong], bodies, published=PUBLISHED)
    assert (finding.code, finding.severity) == (code, severity)


def test_a_part_beside_its_total_is_sound(claims, bodies):
    """A part may name any total among the claims."""
    total, other = claims
    assert check_claims([total, replace(other, part_of=total.id)], bodies) == ()
