"""Laws of the words on the pages: no bare code, every closed set worded, support told in words."""

import re
from dataclasses import replace

import pytest

from tollbook.model.claims import Flag, Mode, Standing
from tollbook.model.comparisons import Comparability, DimensionName
from tollbook.model.counts import Qualifier
from tollbook.model.dates import FuzzyDate, Period
from tollbook.model.measures import Group
from tollbook.model.people import Confirmation, Fate
from tollbook.model.scope import Interest
from tollbook.publish import render_site
from tollbook.publish.phrases import language_text, period_text
from tollbook.publish.study_views import study_view
from tollbook.publish.wording import wording_in

WORDING = wording_in("en")


@pytest.mark.parametrize(
    ("table", "codes"),
    [
        ("interests", Interest),
        ("groups", Group),
        ("modes", Mode),
        ("standings", Standing),
        ("qualifiers", Qualifier),
        ("hedges", Qualifier),
        ("flags", Flag),
        ("fates", Fate),
        ("confirmations", Confirmation),
        ("confirmation_meanings", Confirmation),
        ("verdicts", Comparability),
        ("dimensions", DimensionName),
    ],
)
def test_every_code_of_a_closed_set_has_words(table, codes):
    """No member of a closed set is shown as its code."""
    assert [code for code in codes if not WORDING.has(table, code.value)] == []


def test_a_warning_names_its_method_in_words(edition):
    """A warning that begins with a method's code is told with the method's name."""
    party, study = edition.studies[0]
    warned = replace(study, warnings=("chao_mth: few were seen twice", "the lists: all short"))
    assert study_view(party, warned, WORDING).warnings == (
        "Chao lower bound: few were seen twice",
        "the lists: all short",
    )


def test_the_interval_kind_is_told_in_words(edition):
    """A kind that reads like a note of the code is worded for readers."""
    party, study = edition.studies[0]
    averaged = replace(study.estimates[0], interval="averaged profile")
    view = study_view(party, replace(study, estimates=(averaged,)), WORDING)
    assert view.methods[0].kind == "95% model-averaged profile-likelihood interval"


def test_a_person_page_tells_records_documents_publishers_and_the_least_certain_link(edition, tmp_path):
    """How many records in how many documents, whose they are, and how sure the links are."""
    render_site(edition, [], tmp_path)
    linked = (tmp_path / "people/e-00000000000000a1.html").read_text("utf-8")
    assert "rests on 2 records in 2 documents, published by: Example News; General Staff" in linked
    assert "a probability of about 97%" in linked
    assert all(f"documents/{card.id}.html" in linked for card in edition.documents)
    single = (tmp_path / "people/e-00000000000000a2.html").read_text("utf-8")
    assert "rests on 1 record in 1 document," in single
    assert "of 1 records" not in single


def test_no_link_is_told_as_certain(edition, tmp_path):
    """A machine's probability is never shown as a hundred percent."""
    sure = replace(edition.entries[0], weakest_link=1.0)
    render_site(replace(edition, entries=(sure,)), [], tmp_path)
    assert "probability of about 99.9%" in (tmp_path / f"people/{sure.id}.html").read_text("utf-8")


def test_a_page_shows_no_bare_method_code(edition, tmp_path):
    """Codes stand in the data files and in the list of codes, not in what people read."""
    render_site(edition, [], tmp_path)
    for name in ("index.html", "bulletin.html"):
        text = re.sub(r"<[^>]*>", " ", (tmp_path / name).read_text("utf-8"))
        assert not re.search(r"\b[a-z]+_[a-z_]+\b", text), name


@pytest.mark.parametrize(
    ("code", "said"), [("uk", "Ukrainian"), ("ar", "Arabic"), ("und", "not known"), ("x!", "x!")]
)
def test_a_language_is_told_by_its_name(code, said):
    """A document's language is a word, and a code only where nobody knows a word."""
    assert language_text(code, WORDING) == said


def test_a_period_of_one_day_is_that_day():
    """A day is not told as a span from itself to itself."""
    day = FuzzyDate(2024, 8, 17)
    assert period_text(Period(day, day), "en") == "17 August 2024"
    assert period_text(Period(day, None), "en") == "17 August 2024 – …"
