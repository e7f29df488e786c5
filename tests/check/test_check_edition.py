"""Each rule of the table fails where it should and nowhere else."""

from dataclasses import replace

import pytest

from tollbook.check import RULES, check_edition
from tollbook.model.claims import Standing
from tollbook.model.comparisons import Comparability, Comparison, Family
from tollbook.model.dates import FuzzyDate
from tollbook.model.documents import Span
from tollbook.model.findings import Severity
from tollbook.model.measures import Measure
from tollbook.model.people import Confirmation, Fate


def codes(edition, **evidence):
    """The codes found, each once."""
    return {finding.code for finding in check_edition(edition, **evidence)}


def test_a_sound_edition_passes_every_rule(edition, bodies):
    """Nothing is found where every rule holds."""
    assert check_edition(edition, bodies=bodies, withheld=("Mira Tolen", "Owl")) == ()


def test_the_table_says_what_every_rule_holds():
    """Codes are unique and each rule says in a sentence what must hold."""
    assert len({rule.code for rule in RULES}) == len(RULES)
    assert all(rule.holds.endswith(".") for rule in RULES)
    assert {rule.code for rule in RULES if rule.severity is not Severity.BLOCKING} == {
        "day-after-publication"
    }


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"document_id": "d9"}, "untraceable-claim"),
        ({"spans": (Span(0, 9, "Two staff"),)}, "quote-differs"),
        ({"as_of": FuzzyDate(2023, 2, 18)}, "day-after-publication"),
        ({"measure": Measure.KILLED_WOUNDED}, "unequal-called-same"),
        ({"measure": Measure.KILLED_WOUNDED}, "mixed-family"),
        ({"party": "Brenia"}, "unequal-called-same"),
        ({"spans": (Span(0, 9, "Total losses of the enemy"),)}, "killed-for-losses"),
        ({"spans": (Span(0, 9, "втрати ворога: 140460 осіб"),)}, "killed-for-losses"),
        ({"spans": (Span(0, 9, "потери противника: 140460"),)}, "killed-for-losses"),
    ],
)
def test_a_wrong_claim_is_found(with_claim, bodies, changes, code):
    """Each change to one claim breaks the rule that guards it."""
    assert code in codes(with_claim(**changes), bodies=bodies)


def test_a_claim_without_words_is_untraceable(with_claim):
    """A claim that cites nothing stops the edition."""
    assert "untraceable-claim" in codes(with_claim(spans=()))


@pytest.mark.parametrize(
    "changes",
    [
        {"measure": Measure.LOSSES, "spans": (Span(0, 9, "Total losses of the enemy"),)},
        {"spans": (Span(0, 9, "Losses: 140,460 killed"),)},
        {"spans": (Span(0, 9, "Losses: 140,460"),), "standing": Standing.DENIED},
    ],
)
def test_losses_that_are_losses_pass(with_claim, changes):
    """Losses kept as losses, words that also say killed, and denials are no fault."""
    assert "killed-for-losses" not in codes(with_claim(**changes))


def test_losses_of_two_voices_are_never_called_the_same(edition):
    """A word nobody defines makes no rivals, though the measure is one."""
    claims = tuple(replace(row, claim=replace(row.claim, measure=Measure.LOSSES)) for row in edition.claims)
    left, right = (row.claim.id for row in claims)
    same = Comparison(left, right, Comparability.SAME, ())
    assert "unequal-called-same" in codes(replace(edition, claims=claims, comparisons=(same,)))
    apart = replace(same, verdict=Comparability.DIFFERENT)
    assert "unequal-called-same" not in codes(replace(edition, claims=claims, comparisons=(apart,)))


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"document_ids": ("d9",)}, "untraceable-entry"),
        ({"document_ids": ()}, "untraceable-entry"),
        ({"record_ids": ()}, "untraceable-entry"),
        ({"confirmation": Confirmation.CONFIRMED}, "confirmed-by-machine"),
        ({"fate": Fate.ALIVE}, "alive-in-register"),
        ({"id": "d1"}, "id-used-twice"),
    ],
)
def test_a_wrong_entry_is_found(edition, entry, changes, code):
    """Each change to one entry breaks the rule that guards it, and stops the edition."""
    assert codes(replace(edition, entries=(replace(entry, **changes),))) == {code}


def test_an_entry_confirmed_by_people_passes(edition, entry):
    """Where two people decided, confirmed stands."""
    confirmed = replace(edition, entries=(replace(entry, confirmation=Confirmation.CONFIRMED),))
    assert codes(confirmed, confirmed_by_people={"e-1"}) == set()


def test_what_is_compared_must_be_in_the_edition(edition):
    """A comparison or family of a claim left out is found."""
    lost = Family("f-2", ("c-9",), "Aldova", "killed", "military")
    assert codes(replace(edition, families=(lost,))) == {"untraceable-comparison"}


@pytest.mark.parametrize(
    ("held", "shown"),
    [
        ("oryn veltek", True),
        ("soldiers were killed", True),
        ("Veltek", True),
        ('"born": "1989"', True),
        ("Oryn Vel", False),
        ("Kestrel", False),
        ('"born": "1989-05-17"', False),
        ('"died": "1989"', False),
    ],
)
def test_withheld_strings_are_found_anywhere(edition, held, shown):
    """Phrases are looked for everywhere, single words among the people, as whole words."""
    assert ("withheld-shown" in codes(edition, withheld=[held])) is shown


def test_a_leak_is_told_without_repeating_it(edition):
    """The finding itself never shows what is withheld."""
    (finding,) = check_edition(edition, withheld=["Oryn Veltek"])
    assert "Oryn" not in finding.message
    assert "Veltek" not in finding.message


def test_a_withheld_name_across_a_line_break_is_found(with_claim):
    """Space between the words, of whatever kind, hides nothing."""
    broken = with_claim(spans=(Span(0, 9, "killed:\nOryn\n  Veltek"),))
    assert "withheld-shown" in codes(replace(broken, entries=()), withheld=["Oryn Veltek"])


def test_a_withheld_string_with_quotation_marks_is_found(edition, entry):
    """What JSON escapes is found all the same."""
    named = replace(entry, other_names=('Oryn "Owl" Veltek',))
    assert "withheld-shown" in codes(replace(edition, entries=(named,)), withheld=['Oryn "Owl" Veltek'])


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"assumes": " "}, "bare-estimate"),
        ({"estimand": ""}, "bare-estimate"),
        ({"interval": ""}, "bare-estimate"),
        ({"level": None}, "bare-interval"),
        ({"interval": "none"}, "bare-interval"),
        ({"low": 200.0}, "bare-interval"),
    ],
)
def test_a_bare_estimate_is_found(edition, study, changes, code):
    """An estimate needs its estimand, its assumption, and an interval with kind and level."""
    bare = replace(study, estimates=(replace(study.estimates[0], **changes),))
    assert codes(replace(edition, studies=(("Aldova", bare),))) == {code}


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"low": None}, "bare-interval"),
        ({"point": 99.0}, "below-documented"),
        ({"documented": 101}, "below-documented"),
    ],
)
def test_a_wrong_panel_is_found(edition, study, changes, code):
    """A point needs its interval and lies above the count by name, which is the table's."""
    wrong = replace(study, panel=replace(study.panel, **changes))
    assert codes(replace(edition, studies=(("Aldova", wrong),))) == {code}


def test_a_lower_bound_needs_no_level(edition, study):
    """A bound and a plain count state no interval."""
    bound = replace(study.estimates[0], interval="lower bound", high=None, level=None)
    assert codes(replace(edition, studies=(("Aldova", replace(study, estimates=(bound,))),))) == set()
