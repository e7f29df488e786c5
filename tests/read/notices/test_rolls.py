"""Rolls, tables and label pages of invented people."""

import pytest

from tollbook.model.people import Fate

ROLLS = [
    (
        "uk",
        (
            "Загиблі у квітні:\n1. Кравчук Іван Петрович, 1987 р.н., смт Зелене, загинув 12.04.2024\n"
            "2. Мельник О. В., 1990 р.н., с. Лісне\n3. Бондар Олена, 24 роки, м. Діброва"
        ),
        [
            ("Кравчук Іван Петрович", "1987", "2024-04-12", None, "смт Зелене"),
            ("Мельник О. В.", "1990", None, None, "с. Лісне"),
            ("Бондар Олена", None, None, 24, "м. Діброва"),
        ],
    ),
    (
        "ru",
        (
            "Список погибших:\nИванов Сергей Петрович; 1990 г.р.; пос. Зеленый; 12.03.2024\n"
            "Петров А. С.; 1985 г.р.; г. Лесной; 14.03.2024"
        ),
        [
            ("Иванов Сергей Петрович", "1990", "2024-03-12", None, "пос. Зеленый"),
            ("Петров А. С.", "1985", "2024-03-14", None, "г. Лесной"),
        ],
    ),
    (
        "en",
        (
            "Roll of honour, week 12\n\n1. Ivan Kravchuk (23), Zelene, died 12 March 2024\n"
            "2. Sgt. Petro Melnyk (34), Lisne, died 3 May 2024"
        ),
        [
            ("Ivan Kravchuk", None, "2024-03-12", 23, "Zelene"),
            ("Petro Melnyk", None, "2024-05-03", 34, "Lisne"),
        ],
    ),
    (
        "en",
        (
            "Name\tAge\tHome\tDate of death\n"
            "Ivan Kravchuk\t23\tZelene\t2024-03-12\n"
            "Petro Melnyk\t34\tLisne\t3 May 2024"
        ),
        [
            ("Ivan Kravchuk", None, "2024-03-12", 23, "Zelene"),
            ("Petro Melnyk", None, "2024-05-03", 34, "Lisne"),
        ],
    ),
    (
        "uk",
        (
            "ПІБ: Мельник Петро Іванович\nДата народження: 03.02.1990\nДата загибелі: 01.04.2024\n"
            "Дата указу: 05.06.2024\n\nПІБ: Ткач Олена Василівна\nВік: 31\nДата загибелі 02.04.2024"
        ),
        [
            ("Мельник Петро Іванович", "1990-02-03", "2024-04-01", None, None),
            ("Ткач Олена Василівна", None, "2024-04-02", 31, None),
        ],
    ),
]


@pytest.mark.parametrize(("language", "body", "wanted"), ROLLS)
def test_a_line_a_person(read, language, body, wanted):
    """Each line or block of a roll is one dead person with what the line states."""
    found = [
        (
            person.name.full,
            str(person.born) if person.born else None,
            str(person.died) if person.died else None,
            person.age,
            person.home,
        )
        for person in read(body, language).people
    ]
    assert found == wanted


def test_graves(read):
    """On a cemetery's roll two dates are a life, and everyone is dead."""
    body = "Row 3\nKravchuk Ivan 12.07.1999 - 12.03.2024\nMelnyk Petro 03.02.1990 - 03.05.2024"
    people = read(body, "en", publisher="Grave Watch").people
    assert [(str(p.born), str(p.died), p.fate, p.channel) for p in people] == [
        ("1999-07-12", "2024-03-12", Fate.DEAD, "graves"),
        ("1990-02-03", "2024-05-03", Fate.DEAD, "graves"),
    ]


def test_a_list_without_a_fate(read):
    """A list that does not say what became of its people makes findings, not deaths."""
    found = read("Winners of the race\nIvan Kravchuk, Zelene\nPetro Melnyk, Lisne", "en")
    assert (found.people, [finding.code for finding in found.findings]) == ((), ["no-fate", "no-fate"])


def test_missing_list(read):
    """A list headed as missing people makes them missing, not dead."""
    found = read("Зниклі безвісти:\nКравчук Іван, 1987 р.н.\nМельник Петро, 1990 р.н.", "uk")
    assert [person.fate for person in found.people] == [Fate.MISSING, Fate.MISSING]
