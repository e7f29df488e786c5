"""The same statement in three languages is the same claim."""

import pytest

from tollbook.model.claims import Mode, Standing
from tollbook.model.counts import Qualifier
from tollbook.model.measures import Measure

ENEMY = {
    "en": "The Kestrian Ministry of Defence said 412 enemy soldiers were killed or wounded in the past day.",
    "uk": "Міноборони Кестрії повідомило, що за минулу добу вбито або поранено 412 ворожих солдатів.",
    "ru": "Минобороны Кестрии сообщило, что за минувшие сутки убиты или ранены 412 солдат противника.",
}
SINCE = {
    "en": "According to the Kestrian Ministry of Defence, about 3,480 Velmarkian soldiers "
    "have been eliminated since the war began.",
    "uk": "За даними Міноборони Кестрії, від початку війни ліквідовано близько 3480 вельмаркських бійців.",
    "ru": "По данным Минобороны Кестрии, с начала войны ликвидировано около 3480 вельмаркских военных.",
}
OWN = {
    "en": "The Velmark Ministry of Defence admitted that 57 of its soldiers had been killed as of 3 April.",
    "uk": "Міністерство оборони Вельмарку визнало загибель 57 своїх військових станом на 3 квітня.",
    "ru": "Минобороны Вельмарка признало гибель 57 своих военных по состоянию на 3 апреля.",
}
FOREIGN = {
    "en": "Foreign officials said that Velmark probably had more than 2,000 dead or wounded.",
    "uk": "Іноземні посадовці вважають, що Вельмарк, імовірно, втратив понад 2 тис. убитими й пораненими.",
    "ru": "Иностранные чиновники полагают, что Вельмарк, вероятно, потерял более 2 тыс. убитыми и ранеными.",
}
NAMED = {
    "en": "Northlight has confirmed by name the deaths of 845 Velmarkian soldiers as of Sunday.",
    "uk": "Нортлайт підтвердив поіменно загибель 845 вельмаркських військових станом на неділю.",
    "ru": "«Нортлайт» подтвердил поимённо гибель 845 вельмаркских военных.",
}
LANGUAGES = ("en", "uk", "ru")


@pytest.mark.parametrize("language", LANGUAGES)
def test_enemy_in_the_past_day(only, language):
    """One side's count of the other's killed or wounded is an increment of a day."""
    claim = only(ENEMY[language], language)
    assert (claim.claimant, claim.party) == ("Ministry of Defence of Kestria", "Velmark")
    assert (claim.measure, claim.mode, claim.count.low) == (Measure.KILLED_WOUNDED, Mode.INCREMENT, 412)
    assert (str(claim.covers.start), str(claim.covers.end)) == ("2031-04-09", "2031-04-10")


@pytest.mark.parametrize("language", LANGUAGES)
def test_eliminated_since_the_war_began(only, language):
    """What is "eliminated" is losses, never killed; a total since the start runs from the war's first day."""
    claim = only(SINCE[language], language)
    assert (claim.party, claim.measure, claim.mode) == ("Velmark", Measure.LOSSES, Mode.CUMULATIVE)
    assert (claim.count.low, claim.count.qualifier) == (3480, Qualifier.ABOUT)
    assert (str(claim.covers.start), str(claim.as_of)) == ("2031-03-01", "2031-04-10")


@pytest.mark.parametrize("language", LANGUAGES)
def test_own_dead_admitted(only, language):
    """A side that admits its own dead is claimant and party both."""
    claim = only(OWN[language], language)
    assert (claim.claimant, claim.party) == ("Ministry of Defence of Velmark", "Velmark")
    assert (claim.measure, claim.count.low, str(claim.as_of)) == (Measure.KILLED, 57, "2031-04-03")


@pytest.mark.parametrize("language", LANGUAGES)
def test_foreign_estimate(only, language):
    """Outsiders stay as written, and what is probable is an estimate."""
    claim = only(FOREIGN[language], language)
    assert claim.claimant in {"Foreign officials", "Іноземні посадовці", "Иностранные чиновники"}
    assert (claim.party, claim.measure) == ("Velmark", Measure.KILLED_WOUNDED)
    assert claim.standing is Standing.ESTIMATED
    assert (claim.count.low, claim.count.high) == (2000, None)


@pytest.mark.parametrize("language", LANGUAGES)
def test_named_dead(only, language):
    """An outlet that confirms deaths by name is the claimant of a confirmed total."""
    claim = only(NAMED[language], language)
    assert (claim.claimant, claim.measure, claim.count.low) == ("Northlight", Measure.KILLED, 845)
    assert (claim.standing, claim.mode) == (Standing.CONFIRMED, Mode.CUMULATIVE)
