import pytest

from tollbook.link.sounds import spelled_apart, word_of

ONE_NAME = [
    "Тестовський Тестовский Testovskyi Testovskiy Testovsky Testovskij Тестовского Тестовская",
    "Щепинський Shchepinskyi Ščepinskij Schepinskii",
    "Хомутьёв Khomutyov Homut'ev",
    "Цвітун Tsvitun Cvitun",
    "Йовдрик Yovdryk Jovdrik",
    "Вигаданов Vygadanov Vyhadanov Вигаданову VYHADANOV",
    "Пустышкін Пустишкин Pustyshkin Pustyškin",
]


@pytest.mark.parametrize("forms", ONE_NAME)
def test_a_name_keeps_its_stem_in_every_spelling(forms):
    """Scripts, schemes, marks, case endings and the feminine form leave the stem alone."""
    assert len({word_of(form).stem for form in forms.split()}) == 1


def test_lookalike_letters_are_read_in_the_word_s_own_alphabet():
    """Latin letters slipped into a Cyrillic word, and the other way round, change nothing."""
    assert word_of("Bигaдaнoв").key == word_of("Вигаданов").key
    assert word_of("Vуhаdanov").key == word_of("Vyhadanov").key


def test_different_sounds_stay_different():
    """The key does not fold away what tells names apart."""
    assert len({word_of(name).key for name in ["Шустов", "Сустов", "Чустов", "Жустов", "Цустов"]}) == 5


@pytest.mark.parametrize(
    ("left", "right", "slips"),
    [("", "", 0), ("abc", "abc", 0), ("abc", "acb", 1), ("abc", "ab", 1), ("abc", "xbz", 2), ("", "ab", 2)],
)
def test_slips_are_counted(left, right, slips):
    """A missed, added or changed letter and two neighbours exchanged are one slip each."""
    assert spelled_apart(left, right) == slips
