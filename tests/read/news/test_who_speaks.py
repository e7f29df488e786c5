"""Who speaks: media and their sources, names in any case, words that only point back."""

import pytest

from tollbook.model.claims import Flag


def test_a_medium_passes_on_what_its_source_says(only):
    """The one cited by a medium speaks; the medium relays."""
    claim = only(
        "Kestria lost 40 tanks this spring, Northlight reported, citing Velmark commander Orsen Talvik."
    )
    assert (claim.claimant, claim.relayed_by) == ("Orsen Talvik", "Northlight")


def test_who_knows_for_themselves_stays_the_speaker(only):
    """An official body that cites a medium speaks for itself."""
    claim = only("Kestria has lost 40 tanks, the Velmark Ministry of Defence said, citing Northlight.")
    assert (claim.claimant, claim.relayed_by) == ("Ministry of Defence of Velmark", "Northlight")


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Western officials said", "Western officials"),
        ("the Velmark Doctors' Union said", "Velmark Doctors' Union"),
        ("a statement by Ursa van der Holm said", "Ursa van der Holm"),
        ("Kestrian officials say", "Kestrian officials"),
    ],
)
def test_nobody_is_made_a_side_or_a_person(only, words, name):
    """Officials, unions and names with particles stay who the text says they are."""
    assert only(f"Velmark has lost 300 soldiers since the war began, {words}.").claimant == name


@pytest.mark.parametrize("back", ["it said", "the outlet said", "according to the tally", "the group added"])
def test_words_that_point_back_mean_the_speaker_before(read, back):
    """A pronoun or "the tally" means the one who spoke last."""
    found = read(f"Northlight said Kestria had lost 90 tanks. Kestria has also lost 12 howitzers, {back}.")
    assert [claim.claimant for claim in found] == ["Northlight", "Northlight"]


def test_an_adverb_before_the_verb_is_no_name(only):
    """The words "Northlight has independently confirmed" is said by Northlight."""
    claim = only("Northlight, an open-source tracker, has independently confirmed 70 Kestrian deaths.")
    assert claim.claimant == "Northlight"


def test_a_name_before_a_colon_speaks(read):
    """A body that opens a sentence with a colon says what follows, and the paragraphs after it."""
    found = read(
        "Міноборони Кестрії: Вельмарк утратив 30 танків.\n\nВельмарк втратив також 12 гаубиць.", "uk"
    )
    assert {claim.claimant for claim in found} == {"Ministry of Defence of Kestria"}


@pytest.mark.parametrize(
    ("text", "language", "name"),
    [
        ("За даними Нортлайту, загинули 300 кестрійських військових.", "uk", "Northlight"),
        ("За словами речника Юрія Гнатенка, Кестрія втратила 30 танків.", "uk", "Юрій Гнатенко"),
        ("По словам генерала Остапа Гнатенко, Кестрия потеряла 30 танков.", "ru", "Остап Гнатенко"),
    ],
)
def test_names_stand_in_any_case(only, text, language, name):
    """A source is known in any case; a person's name comes back in the nominative."""
    assert only(text, language).claimant == name


def test_what_is_called_untrue_is_refuted(only):
    """A figure that the text rejects is kept as refuted, with the place that rejects it."""
    claim = only(
        "A post claims Kestria has lost 9,000 soldiers.\n\n"
        "There is no evidence that 9,000 Kestrian soldiers have been killed."
    )
    assert Flag.REFUTED in claim.flags
    assert not claim.is_live
    assert len(claim.spans) == 2


def test_a_question_states_nothing(read):
    """A headline that asks is no claim."""
    assert read("Have 9,000 Kestrian soldiers died?") == ()


def test_an_adverb_beside_the_day_is_not_who_spoke(only):
    """In «Нортлайт» «на воскресенье поимённо подтвердил», ё opens no name and the adverb is nobody."""
    text = "Проект «Нортлайт» на воскресенье поимённо подтвердил гибель 41 вельмаркского военного."
    claim = only(text, "ru")
    assert claim.claimant == "Northlight"


def test_the_owner_of_a_report_speaks(read):
    """What "the ministry's report" puts is said by the ministry spoken of before."""
    found = read(
        "Velmark has lost 300 soldiers, the Kestrian Ministry of Defence said on Monday. "
        "The ministry's report of Monday put Velmark's losses of tanks at 12."
    )
    assert {claim.claimant for claim in found} == {"Ministry of Defence of Kestria"}
