import pytest

from tollbook.link.comparisons import COMPARISONS
from tollbook.link.forms import form_of
from tollbook.link.weights import built_in_levels
from tollbook.model.dates import FuzzyDate
from tollbook.model.links import LinkRecord

BY_NAME = {comparison.name: comparison for comparison in COMPARISONS}


def day(stated):
    return FuzzyDate.parse(stated)


def level(comparison, left, right):
    found = BY_NAME[comparison].compare(form_of(LinkRecord("1", **left)), form_of(LinkRecord("2", **right)))
    return found and found.level


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("Тестовенко", "ТЕСТОВЕНКО", "same form"),
        ("Вигаданова", "Вигаданов", "same sounds"),
        ("Тестовенко", "Testovenko", "another script"),
        ("Тестовенко", "Тистовинко", "same consonants"),
        ("Тестовенко", "Текстовенко", "one slip"),
        ("Тестовенко", "Вигаданов", "different"),
        ("Тестовенко", None, None),
    ],
)
def test_family_names_agree_by_levels(left, right, expected):
    """Each level is reached by what its name says."""
    assert level("family_name", {"family_name": left}, {"family_name": right}) == expected


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("Микола", "Микола", "same form"),
        ("Миколи", "Микола", "same sounds"),
        ("Микола", "Николай", "same name"),
        ("Микола", "Коля", "short form"),
        ("Микола", "Н.", "initial agrees"),
        ("Микола", "В.", "initial differs"),
        ("Микола", "Василь", "different"),
        ("Абрахмет", "Абрах", "cut short"),
    ],
)
def test_given_names_agree_by_levels(left, right, expected):
    """Each level is reached by what its name says."""
    assert level("given_name", {"family_name": "Т", "given_name": left},
                 {"family_name": "Т", "given_name": right}) == expected  # fmt: skip


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ({"birth_date": day("1990-04-02")}, {"birth_date": day("1990-04-02")}, "same day"),
        ({"birth_date": day("1990-04-02")}, {"birth_date": day("1990-02-04")}, "one part differs"),
        ({"birth_date": day("1990-04-02")}, {"birth_date": day("1990-04-12")}, "one part differs"),
        ({"birth_date": day("1990-04-02")}, {"birth_date": day("1990")}, "same year"),
        ({"birth_date": day("1990-04-02")}, {"age": 32, "death_date": day("2022-06-01")}, "fits the age"),
        ({"birth_date": day("1990-04-02")}, {"age": 32, "recorded_at": day("2022-06-01")}, "fits the age"),
        ({"birth_date": day("1990-04-02")}, {"age": 31, "death_date": day("2022-06-01")}, "a year apart"),
        ({"birth_date": day("1990-04-02")}, {"age": 45, "death_date": day("2022-06-01")}, "contradicts"),
        ({"birth_date": day("1990-04-02")}, {"age": 32}, None),
    ],
)
def test_births_agree_by_levels(left, right, expected):
    """An age is a window that moves with the day of death or of the report; alone it says nothing."""
    assert level("birth", left, right) == expected


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ({"death_date": day("2023-05-10")}, {"death_date": day("2023-05-10")}, "same day"),
        ({"death_date": day("2023-05-10")}, {"death_date": day("2023-05")}, "same month"),
        ({"death_date": day("2023-05-10")}, {"death_date": day("2023-05-14")}, "within a week"),
        ({"death_date": day("2023-05-10")}, {"death_date": day("2023-09-10")}, "different"),
        ({"death_date": day("2023-05-10")}, {"recorded_at": day("2023-05-20")}, "report fits"),
        ({"death_date": day("2023-05-10")}, {"recorded_at": day("2023-04-01")}, "reported before"),
        ({"recorded_at": day("2023-05-10")}, {"recorded_at": day("2023-05-20")}, "reports close"),
        ({"death_date": day("2023-05-10")}, {}, None),
    ],
)
def test_deaths_agree_by_levels(left, right, expected):
    """A report stands in for a death that is not stated; nobody is reported dead before."""
    assert level("death", left, right) == expected


def test_places_are_compared_without_their_type_words():
    """The settlement is the same in both languages, whatever kind of place it is called."""
    assert level("place", {"place": "с. Тестівка"}, {"place": "village Testivka"}) == "same"
    assert level("region", {"region": "Тестівська обл."}, {"region": "Testivska Oblast"}) == "same"


def test_units_are_compared_by_numbers_of_one_kind():
    """A base's five digits and a brigade's two say nothing about each other."""
    assert level("unit", {"unit": "19 омсбр"}, {"unit": "19th Brigade"}) == "same number"
    assert level("unit", {"unit": "19 омсбр"}, {"unit": "в/ч 12345"}) is None


def test_every_weight_has_a_reason_and_two_shares():
    """Both m and u are shares, and each line says why."""
    levels, _ = built_in_levels()
    assert {name for name, _ in levels} == set(BY_NAME)
    for weight in levels.values():
        assert 0 < weight.m <= 1
        assert weight.u is None or 0 < weight.u <= 1
        assert weight.why
