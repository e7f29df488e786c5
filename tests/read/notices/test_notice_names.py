"""Names back in the nominative and told apart into their parts."""

import pytest

from tollbook.model.documents import Document
from tollbook.read.notices.lexicon import lexicon_for
from tollbook.read.notices.mentions import find_mentions

NAMES = [
    ("uk", "попрощалися з Іваном Кравчуком", ("Іван Кравчук", "Кравчук", "Іван", None)),
    ("uk", "вшанували Тараса Лопату", ("Тарас Лопата", "Лопата", "Тарас", None)),
    ("uk", "про Мирославу Криничець", ("Мирослава Криничець", "Криничець", "Мирослава", None)),
    ("uk", "пам'яті Олександри Бойко", ("Олександра Бойко", "Бойко", "Олександра", None)),
    ("uk", "Мельника Олега Ілліча", ("Мельник Олег Ілліч", "Мельник", "Олег", "Ілліч")),
    ("uk", "могила Марії Борової", ("Марія Борова", "Борова", "Марія", None)),
    ("uk", "Солдат Петро П'ятниченко", ("Петро П'ятниченко", "П'ятниченко", "Петро", None)),
    ("uk", "О. В. Мельник", ("О. В. Мельник", "Мельник", "О.", "В.")),
    ("ru", "похороны Ивана Кравчука", ("Иван Кравчук", "Кравчук", "Иван", None)),
    ("ru", "прощание с Еленой Кузнецовой", ("Елена Кузнецова", "Кузнецова", "Елена", None)),
    ("ru", "КРАВЧУК Иван Петрович", ("Кравчук Иван Петрович", "Кравчук", "Иван", "Петрович")),
    (
        "ru",
        "Погиб Сергей Николаевич Майоров",
        ("Сергей Николаевич Майоров", "Майоров", "Сергей", "Николаевич"),
    ),
    ("ru", "Кравчук И. П.", ("Кравчук И. П.", "Кравчук", "И.", "П.")),
    ("en", "Sgt. Ivan Kravchuk's family", ("Ivan Kravchuk", "Kravchuk", "Ivan", None)),
    ("en", "Kravchuk Ivan Petrovych", ("Kravchuk Ivan Petrovych", "Kravchuk", "Ivan", "Petrovych")),
]


def mentions(text: str, language: str):
    document = Document("d", "d", text, "", "", language=language)
    return find_mentions(document, 0, len(text), lexicon_for(language))


@pytest.mark.parametrize(("language", "text", "wanted"), NAMES)
def test_nominative_and_parts(language, text, wanted):
    """A name in any case is given in the nominative, its parts told apart."""
    (found,) = mentions(text, language)
    name = found.name
    assert (name.full, name.family, name.given, name.patronymic) == wanted


def test_stated_form_is_kept():
    """The form that stands in the text is kept where it differs, and left out where it does not."""
    (oblique,) = mentions("з Іваном Кравчуком", "uk")
    (plain,) = mentions("Іван Кравчук", "uk")
    assert (oblique.name.stated, plain.name.stated) == ("Іваном Кравчуком", None)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("uk", "Слава Україні! Героям слава!"),
        ("uk", "Генеральний штаб Збройних Сил"),
        ("ru", "Вооружённые Силы"),
        ("en", "the Armed Forces, the Ministry of Defence and the Red Cross in New City"),
    ],
)
def test_bodies_are_not_people(language, text):
    """Institutions, greetings and towns are no names."""
    assert [found for found in mentions(text, language) if found.sure or language == "en"] == []
