"""Laws of what leads: rivals side by side, totals before incidents, bodies named as bodies."""

from dataclasses import replace

import pytest

from tollbook.model.bulletins import ParagraphKind
from tollbook.model.claims import Mode
from tollbook.publish import compose_bulletin
from tollbook.publish.leading import figures_by_war
from tollbook.publish.phrases import article_of
from tollbook.publish.wording import wording_in


def test_key_points_set_the_rivals_of_a_war_side_by_side(edition):
    """Adversary, own side and monitor stand in one key point that says what cannot be done with them."""
    point = next(iter(compose_bulletin(edition).of_kind(ParagraphKind.KEY_POINT))).text
    assert point.startswith("War in Ukraine: the General Staff")
    assert [number for number in ("140,460", "5,937", "14,093") if number in point] == [
        "140,460", "5,937", "14,093",
    ]  # fmt: skip
    assert point.endswith("None of these figures can be set against another.")


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("Ministry of Truth-Telling", "the "),
        ("Warsaw Institute", "the "),
        ("The Office of Rivers", ""),
        ("Mediazona", ""),
        ("Aldis Renvall", ""),
        ("Міністерство оборони", ""),
    ],
)
def test_institutions_take_the_article_and_persons_and_outlets_do_not(name, said):
    """The article goes with bodies only, and never twice."""
    assert article_of(name, wording_in("en")) == said


def test_totals_are_told_before_incidents(edition):
    """A figure of an incident or a period never leads where somebody states a total."""
    (figures,) = figures_by_war(replace(edition, comparisons=()))
    assert figures.passing == ()
    event = replace(edition.claims[2].claim, mode=Mode.EVENT, claimant="Somebody")
    more = replace(edition, comparisons=(), claims=(*edition.claims, replace(edition.claims[2], claim=event)))
    (figures,) = figures_by_war(more)
    assert [row.claim.claimant for row in figures.passing] == ["Somebody"]
    assert all(row.claim.mode is Mode.CUMULATIVE for row in figures.totals)
