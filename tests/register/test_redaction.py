"""What of an entry may be shown."""

import pytest

from tollbook.errors import ProjectError
from tollbook.model.people import Name
from tollbook.plain import to_json
from tollbook.register import cut_withheld, default_policy, redact, withheld_strings


def test_a_birth_date_is_shown_as_its_year(entry):
    """The year stays, the day goes; a death date stays whole."""
    shown = redact(entry(born="1989-05-17", died="2023-02-03"), {})
    assert (str(shown.born), str(shown.died)) == ("1989", "2023-02-03")


@pytest.mark.parametrize(
    ("stated", "shown"),
    [
        ("Luga", "Luga"),
        ("Luga, Northern District", "Luga, Northern District"),
        ("St. Maren, Aldova", "St. Maren, Aldova"),
        ("14 Mill Street, Luga", "Luga"),
        ("Mill Lane, Luga", "Luga"),
        ("с. Вишневе, вул. Садова, буд. 5", "с. Вишневе"),
        ("село Вишневе вул. Садова 5", "село Вишневе"),
        ("Луга, ул. Полевая, д. 3, кв. 4", "Луга"),
        ("пр-т Миру 7", None),
        ("5", None),
        (None, None),
    ],
)
def test_places_are_cut_to_the_settlement(entry, stated, shown):
    """Streets, houses and flats go in every language; the settlement stays as stated."""
    redacted = redact(entry(home=stated, died_where=stated, funeral_where=stated), {})
    assert (redacted.home, redacted.died_where, redacted.funeral_where) == (shown, shown, shown)


def test_a_one_word_name_is_withheld_as_a_callsign(entry):
    """Other spellings are shown, callsigns are not, unless a team decides to."""
    named = entry(other_names=("Kestrel", "Oryn Weltek"))
    assert redact(named, {}).other_names == ("Oryn Weltek",)
    assert redact(named, {"callsigns": "public"}).other_names == ("Kestrel", "Oryn Weltek")


@pytest.mark.parametrize(
    "stated",
    [
        {"age": 17},
        {"born": "2006-01-01", "died": "2023-02-03"},
        {"born": "2005", "died": "2023-02-03"},
        {"born": "2006", "funeral": "2023-02-03"},
    ],
)
def test_a_child_is_counted_and_not_named(entry, stated):
    """Of somebody who was or may have been under eighteen neither name nor home is shown."""
    child = entry(
        name=Name("Mira Tolen", stated="Miras Tolens"), other_names=("M. Tolen",), home="Luga", **stated
    )
    shown = redact(child, {})
    assert shown.name.full == default_policy().name_shown
    assert (shown.home, shown.born, shown.other_names) == (None, None, ())
    assert "Tolen" not in to_json(shown)


@pytest.mark.parametrize(
    "stated", [{"age": 18}, {"born": "2003", "died": "2023-02-03"}, {"born": "2006"}, {"died": "2023-02-03"}]
)
def test_an_adult_is_named(entry, stated):
    """Who is stated or sure to be of age, or whose age nobody states, is named."""
    assert redact(entry(**stated), {}).name.full == "Oryn Veltek"


def test_a_team_can_withhold_more(entry):
    """A project's own levels go before the default ones, and the citation goes with the field."""
    full = entry(
        rank="sergeant", unit="3rd Brigade", died="2023-02-03", cited=(("rank", ("r-1",)), ("unit", ("r-1",)))
    )
    shown = redact(full, {"rank": "withheld", "died": "year"})
    assert (shown.rank, shown.unit, str(shown.died)) == (None, "3rd Brigade", "2023")
    assert shown.cited == (("unit", ("r-1",)),)


@pytest.mark.parametrize("wrong", [{"blood_group": "public"}, {"born": "month"}, {"home": "year"}])
def test_an_unknown_field_or_level_is_refused(entry, wrong):
    """A misspelt rule never passes for a rule."""
    with pytest.raises(ProjectError, match=r"blood_group|month|year"):
        redact(entry(), wrong)


def test_every_level_has_its_reason():
    """The policy says why, for every field."""
    policy = default_policy()
    assert policy.version == "disclosure/1"
    assert policy.levels.keys() == policy.reasons.keys()
    assert all(len(reason) > 20 for reason in policy.reasons.values())


def test_withheld_strings_are_what_nobody_shows(entry):
    """Street, birth day, callsign and child's name are listed; what another entry shows is not."""
    adult = entry(born="1989-05-17", home="14 Mill Street, Luga", other_names=("Kestrel",), died="2023-02-03")
    child = entry(id="e-2", name=Name("Mira Tolen"), age=12, home="Luga")
    before = [adult, child]
    held = withheld_strings(before, [redact(each, {}) for each in before])
    assert held == (
        '"born": "1989-05-17"', '"home": "14 Mill Street, Luga"', "14 Mill Street",
        "Kestrel", "Mira Tolen",
    )  # fmt: skip


def test_a_number_in_a_place_is_cut_but_never_looked_for(entry):
    """A distance or a bare number is no address, and would be found all over an edition."""
    before = entry(funeral_where="Luga, some 150 kilometers south", died_where="5")
    after = redact(before, {})
    assert (after.funeral_where, after.died_where) == ("Luga", None)
    fragments = ('"died_where": "5"', '"funeral_where": "Luga, some 150 kilometers south"')
    assert withheld_strings([before], [after]) == fragments


def test_a_quotation_loses_the_names_withheld():
    """Names and addresses are cut out of words to be quoted, and the cut is marked."""
    held = ("Mira Tolen", "Kestrel", '"born": "1989-05-17"')
    words = "MIRA TOLEN, 12, and a kestrel; Mira Tolenova lives"
    assert cut_withheld(words, held) == "[…], 12, and a kestrel; Mira Tolenova lives"
