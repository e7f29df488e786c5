"""Words of the simulator agree: numbers, genders, cases, days."""

from datetime import date

import pytest

from tollbook.simulate.facts import age_on
from tollbook.simulate.names import Order, StatedName
from tollbook.simulate.nouns import NameForm, Sex
from tollbook.simulate.people import feminine
from tollbook.simulate.wording import Wording, plural


@pytest.mark.parametrize(
    ("number", "form"),
    [(0, "many"), (1, "one"), (2, "few"), (4, "few"), (5, "many"), (11, "many"), (12, "many"),
     (21, "one"), (22, "few"), (25, "many"), (101, "one"), (111, "many"), (1214, "many")],
)  # fmt: skip
def test_plural_follows_the_last_digits(number, form):
    """One after 1 but not 11, few after 2 to 4 but not 12 to 14, else many."""
    assert plural(number, "one", "few", "many") == form


def test_slots_agree_with_numbers_and_sexes():
    """A slot with forms takes the form that its value asks for."""
    russian = Wording("ru")
    assert russian.fill("{n} {n|танк|танка|танков}", {"n": 1}) == "1 танк"
    assert russian.fill("{n} {n|танк|танка|танков}", {"n": 1243}) == "1\u00a0243 танка"
    assert russian.fill("{sex|погиб|погибла}", {"sex": Sex.FEMALE}) == "погибла"
    assert Wording("en").fill("{n} {n|soldier|soldiers}", {"n": 2140}) == "2,140 soldiers"


def test_a_missing_value_is_refused():
    """A template never goes out with an empty slot."""
    with pytest.raises(KeyError):
        Wording("en").fill("{n} soldiers", {})


def test_days_are_said_in_the_language():
    """A day is said with the month in the genitive, where the language has one."""
    day = date(2024, 5, 3)
    assert Wording("uk").day(day) == "3 травня 2024 року"
    assert Wording("ru").day(day, year=False) == "3 мая"
    assert Wording("en").weekday(day) == "Friday"


def test_age_is_in_completed_years():
    """A person is a year older on the birthday, not the day before."""
    assert age_on(date(1990, 5, 3), date(2024, 5, 2)) == 33
    assert age_on(date(1990, 5, 3), date(2024, 5, 3)) == 34


@pytest.mark.parametrize(
    ("masculine", "expected"),
    [("Ольжанский", "Ольжанская"), ("Медуницын", "Медуницына"),
     ("Звоницький", "Звоницька"), ("Кострулёв", "Кострулёва"),
     ("Заозерін", "Заозеріна"), ("Липотенко", "Липотенко"), ("Дубравчук", "Дубравчук")],
)  # fmt: skip
def test_women_bear_feminine_family_names(masculine, expected):
    """Family names that have a feminine form take it; the others stay."""
    assert feminine(masculine) == expected


@pytest.mark.parametrize(
    ("form", "sex", "expected"),
    [
        (("Липотенко", "Микола", "Іванович"), Sex.MALE, "Липотенка Миколи Івановича"),
        (("Звоницький", "Ілля", "Петрович"), Sex.MALE, "Звоницького Іллі Петровича"),
        (("Пластунок", "Олег", "Ілліч"), Sex.MALE, "Пластунка Олега Ілліча"),
        (("Росинська", "Ганна", "Петрівна"), Sex.FEMALE, "Росинської Ганни Петрівни"),
        (("Дубравчук", "Олена", ""), Sex.FEMALE, "Дубравчук Олени"),
    ],
)
def test_ukrainian_names_take_the_genitive(form, sex, expected):
    """After "the death of" every part of a Ukrainian name stands in the genitive."""
    assert StatedName(NameForm(*form), Order.FAMILY_FIRST, sex, "uk").genitive == expected


def test_russian_names_take_cases():
    """Russian names are declined by the grammar of their sex."""
    name = StatedName(NameForm("Заозёрин", "Илья", "Олегович"), Order.GIVEN_FIRST, Sex.MALE, "ru")
    assert name.genitive == "Ильи Олеговича Заозёрина"
    assert name.instrumental.endswith("Олеговичем Заозёриным")


def test_initials_stand_for_given_name_and_patronymic():
    """A name with initials keeps the family name whole."""
    name = StatedName(NameForm("Липотенко", "Микола", "Іванович"), Order.INITIALS, Sex.MALE, "uk")
    assert name.nominative == "Липотенко М. І."
