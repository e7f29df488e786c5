import pytest

from tollbook.link.given_names import given_name_of
from tollbook.link.names import name_form_of
from tollbook.link.sounds import word_of
from tollbook.model.links import LinkRecord

SAME_NAME = [
    "Микола Николай Mykola Nikolay Коля Миколи Николаю",
    "Олексій Алексей Oleksii Aleksey Алексея Лёша",
    "Володимир Владимир Volodymyr Vladimir Вова",
    "Сергій Сергей Serhii Sergei Сергею",
    "Євген Евгений Yevhen Evgeniy Женя",
    "Ганна Анна Hanna Anna Аня",
]


@pytest.mark.parametrize("forms", SAME_NAME)
def test_given_names_meet_across_languages(forms):
    """The Ukrainian, Russian, romanised, declined and short forms can all be one name."""
    assert frozenset.intersection(*(given_name_of(word_of(form)).ids for form in forms.split()))


def test_different_given_names_do_not_meet():
    """Full forms of different names share none."""
    names = [
        given_name_of(word_of(form)).ids for form in ["Микола", "Олексій", "Олександр", "Андрій", "Роман"]
    ]
    assert sum(len(ids) for ids in names) == len(frozenset.union(*names))


def test_a_slip_in_a_known_name_is_forgiven():
    """One letter astray in a name of the table finds the name."""
    assert given_name_of(word_of("Волдимир")).ids == given_name_of(word_of("Володимир")).ids


@pytest.mark.parametrize(
    ("full", "language", "parts"),
    [
        ("Тестовенко Микола Петрович", "uk", ("Тестовенко", "Микола", "Петрович")),
        ("Mykola Petrovych Testovenko", "en", ("Testovenko", "Mykola", "Petrovych")),
        ("Testovenko, Mykola", "en", ("Testovenko", "Mykola", None)),
        ("М. П. Тестовенко", "uk", ("Тестовенко", "М.", "П.")),
        ("Тестовенко М.П.", "uk", ("Тестовенко", "М.", "П.")),
        ("Анна Примерович", "ru", ("Примерович", "Анна", None)),
        ("Примеров Али Гасан оглы", "ru", ("Примеров", "Али", "Гасан оглы")),
        ("Примеров-Пробный Иван", "ru", ("Примеров-Пробный", "Иван", None)),
        ("Тестовенко", "uk", ("Тестовенко", None, None)),
        ("Иван", "ru", (None, "Иван", None)),
    ],
)
def test_a_full_name_is_taken_apart(full, language, parts):
    """Order, comma, initials and a surname in -ovich do not confuse the parts."""
    form = name_form_of(LinkRecord("1", name=full, language=language))
    words = (form.family, form.given, form.patronymic)
    assert tuple(word and word.stated for word in words) == parts


def test_parts_in_each_other_s_column_are_put_right():
    """A known given name in the family column goes where it belongs."""
    form = name_form_of(LinkRecord("1", family_name="Роман", given_name="Тестовенко"))
    assert (form.family.stated, form.given.stated) == ("Тестовенко", "Роман")


def test_the_patronymic_tells_the_father_and_the_sex():
    """Миколайович and Николаевич are of one father's name; -вна is a daughter's."""
    son = name_form_of(LinkRecord("1", name="Тестовенко Іван Миколайович"))
    daughter = name_form_of(LinkRecord("2", name="Примерова Анна Николаевна"))
    assert son.father.ids & daughter.father.ids
    assert (son.sex, daughter.sex) == ("male", "female")


def test_a_record_without_a_name_has_an_empty_form():
    """None means not stated: no part is made up."""
    form = name_form_of(LinkRecord("1", name=" . "))
    assert (form.family, form.given, form.patronymic) == (None, None, None)
