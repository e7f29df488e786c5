"""People in running text, in sentences of our own about invented people."""

from datetime import date

import pytest

from tollbook.model.people import Fate

DEAD, ALIVE, MISSING = Fate.DEAD, Fate.ALIVE, Fate.MISSING

STATED = [
    (
        "en",
        (
            "Sergeant Ivan Kravchuk, 27, of Zelene was killed near Dubrava on 12 March 2024. He "
            "is survived by his wife, Olena Kravchuk, and two sons."
        ),
        [("Ivan Kravchuk", DEAD, "2024-03-12", 27)],
    ),
    (
        "en",
        (
            "The community of Zelene bids farewell to its defender Petro Melnyk. The 34-year-old "
            "rifleman died of wounds in hospital on 3 May. He had been wounded on 28 April near "
            "Dubrava. The funeral will take place on 6 May at the village cemetery."
        ),
        [("Petro Melnyk", DEAD, "2024-05-03", 34)],
    ),
    (
        "en",
        "Ivan Kravchuk and Petro Melnyk were killed in shelling on June 3, Governor Oleh Savchuk said.",
        [("Ivan Kravchuk", DEAD, "2024-06-03", None), ("Petro Melnyk", DEAD, "2024-06-03", None)],
    ),
    (
        "en",
        (
            "Among the dead were the teacher Maria Lysenko, 45, her son Denys Lysenko, 12, and a "
            "driver, Pavlo Hrytsenko."
        ),
        [
            ("Maria Lysenko", DEAD, None, 45),
            ("Denys Lysenko", DEAD, None, 12),
            ("Pavlo Hrytsenko", DEAD, None, None),
        ],
    ),
    (
        "en",
        "Stepan Koval, who had been reported killed in March, returned from captivity on Friday.",
        [("Stepan Koval", ALIVE, None, None)],
    ),
    (
        "en",
        "Andriy Bondar, who was wounded on 4 April 2024, has been awarded a medal. He is recovering.",
        [("Andriy Bondar", ALIVE, None, None)],
    ),
    (
        "uk",
        (
            "Громада попрощалася з Іваном Кравчуком. 27-річний старший солдат загинув 12 березня "
            "2024 року поблизу Діброви. Співчуття родині висловив селищний голова Олег Савчук."
        ),
        [("Іван Кравчук", DEAD, "2024-03-12", 27)],
    ),
    (
        "uk",
        "У бою 12 травня смертю хоробрих полягли солдати Іван Гриценко, Петро Мороз і лейтенант Олег Рудь.",
        [
            ("Іван Гриценко", DEAD, "2024-05-12", None),
            ("Петро Мороз", DEAD, "2024-05-12", None),
            ("Олег Рудь", DEAD, "2024-05-12", None),
        ],
    ),
    (
        "uk",
        (
            "Солдат Ігор Шевчук зник безвісти 5 травня 2024 року поблизу Лісного. Дружина Наталія"
            " Шевчук просить відгукнутися."
        ),
        [("Ігор Шевчук", MISSING, None, None)],
    ),
    (
        "uk",
        "Боєць Тарас Білик, якого вважали загиблим, повернувся з полону. Він живий і проходить лікування.",
        [("Тарас Білик", ALIVE, None, None)],
    ),
    (
        "ru",
        (
            "Похороны Ивана Сергеевича Кравцова состоятся 15 июня в деревне Лесное. Сержант "
            "скончался от ран 10 июня в госпитале."
        ),
        [("Иван Сергеевич Кравцов", DEAD, "2024-06-10", None)],
    ),
    (
        "uk",
        "Нагороджено (посмертно): солдата Гончара Івана Петровича, сержанта Дорошенка Миколу Васильовича.",
        [("Гончар Іван Петрович", DEAD, None, None), ("Дорошенко Микола Васильович", DEAD, None, None)],
    ),
    (
        "uk",
        "12 травня у селі Лісне відкрили меморіальну дошку Олегу Рудю, який загинув у 2022 році.",
        [("Олег Рудь", DEAD, "2022", None)],
    ),
    (
        "ru",
        "Среди погибших — учительница Мария Лысенко и её сын Денис Лысенко, сообщил губернатор Роман Гнатюк.",
        [("Мария Лысенко", DEAD, None, None), ("Денис Лысенко", DEAD, None, None)],
    ),
    (
        "ru",
        "Рядовой Пётр Соловьёв получил 2 июня ранения, не совместимые с жизнью. Орден вручён родным 9 июня.",
        [("Пётр Соловьёв", DEAD, "2024-06-02", None)],
    ),
]

NOBODY = [
    (
        "en",
        'President Roman Hnatyuk paid tribute to the victims. "We mourn every one of them," Hnatyuk said.',
    ),
    ("en", "At least 12 people were killed in Zelene, regional head Oleh Savchuk said."),
    (
        "en",
        "The defence minister, Roman Hnatyuk, said 25 soldiers were killed. General Oleh Savchuk denied it.",
    ),
    ("en", "Ivan Kravchuk nearly died of cold, he told the paper, and his father was killed in another war."),
    ("uk", "Голова адміністрації Олег Савчук повідомив, що внаслідок удару загинула 45-річна жінка."),
    ("uk", "Президент Роман Гнатюк вшанував пам'ять загиблих воїнів. Були присутні міністр Сергій Литвин."),
    ("ru", "По словам министра обороны Романа Гнатюка, под Дубравой погибли 25 военнослужащих."),
    ("ru", "Фото: Алексей Смирнов. В результате удара погиб ребенок, сообщил мэр Андрей Громов."),
]


@pytest.mark.parametrize(("language", "body", "wanted"), STATED)
def test_stated_fates(read, language, body, wanted):
    """Exactly the people whose fate the text states are found, with the day of death and age it states."""
    found = [
        (person.name.full, person.fate, str(person.died) if person.died else None, person.age)
        for person in read(body, language).people
    ]
    assert sorted(found, key=str) == sorted(wanted, key=str)


@pytest.mark.parametrize(("language", "body"), NOBODY)
def test_nobody(read, language, body):
    """Officials, speakers, photographers and the unnamed dead are no records."""
    assert read(body, language).people == ()


def test_days_stay_apart(read):
    """The days of a wound, a death and a funeral never change places."""
    body = (
        "Лейтенанта Степана Коваленка поранило 3 травня під Лісним, він помер 10 травня у шпиталі. "
        "Поховали воїна 14 травня у Зеленому. Указ про нагородження підписано 1 червня."
    )
    (person,) = read(body, "uk").people
    days = [day.first for day in (person.wounded, person.died, person.funeral) if day]
    assert days == [date(2024, 5, 3), date(2024, 5, 10), date(2024, 5, 14)]


def test_funeral_is_no_death_day(read):
    """A caption of a funeral states no day of death."""
    body = (
        "Mourners carry the coffin of 20-year-old Varnian soldier Danylo Rudenko in Zelene on June 11, 2024."
    )
    (person,) = read(body, "en").people
    assert (person.died, str(person.funeral), person.funeral_where) == (None, "2024-06-11", "Zelene")
    assert (person.age, person.party) == (20, "Varnia")


def test_one_person_once(read):
    """A person printed twice is one record that cites both places."""
    line = "Mourners carry the coffin of Danylo Rudenko in Zelene.\n"
    (person,) = read(line + line, "en").people
    assert [span.role.value for span in person.spans] == ["main", "repeat"]


def test_another_script_in_brackets(read):
    """A name repeated in another script is another name of one person."""
    (person,) = read("24-летний Колин Форд (Colin Ford) погиб 2 июня.", "ru").people
    assert (person.name.full, person.aka, person.age) == ("Колин Форд", ("Colin Ford",), 24)


def test_source_is_copied(read):
    """Publisher and channel are those of the source, and its party stands where none is named."""
    body = "Ivan Kravchuk was killed near Dubrava on 12 March 2024."
    (person,) = read(body, "en", publisher="Grave Watch").people
    assert (person.publisher, person.channel, person.party) == ("Grave Watch", "graves", "Varnia")


def test_same_text_same_ids(read):
    """Reading a text again gives the same records."""
    body = STATED[3][1]
    assert read(body, "en") == read(body, "en")
