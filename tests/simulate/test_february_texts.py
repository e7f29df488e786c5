"""The February 2023 example: the same figures as the claimants gave, in our own words."""

import re
from pathlib import Path

import pytest
import yaml

from tollbook.simulate import load_february_2023

SHARED = Path(__file__).parents[2] / ".." / "shared"
RUN_OF_WORDS = 10  # one more than the full name of the General Staff


def words(text):
    return re.findall(r"[\w'-]+", text.casefold())


def runs(text):
    stream = words(text)
    return {tuple(stream[i : i + RUN_OF_WORDS]) for i in range(len(stream) - RUN_OF_WORDS + 1)}


def test_the_texts_come_with_the_package():
    """One long article, its follow-up and the day's list in three languages are at hand."""
    texts = {document.name: document for document in load_february_2023()}
    assert len(texts) == 5
    assert {text.language for text in texts.values()} == {"en", "uk", "ru"}
    assert "KEY POINTS" in texts["kestrel-wire-2023-02-16"].text


def test_front_matter_agrees():
    """What is said of a text is what its front matter says."""
    for document in load_february_2023():
        header = yaml.safe_load(document.text.split("---\n")[1])
        assert header["published"] == document.published
        assert (header["publisher"], header["language"]) == (document.source, document.language)


@pytest.mark.parametrize(
    "figure", ["140,460", "3,296", "6,517", "2,306", "5,937", "14,093", "100,000", "300,000"]
)
def test_the_article_has_every_figure(figure):
    """Every figure of the claimants stands in the long article."""
    article = next(d for d in load_february_2023() if d.name == "kestrel-wire-2023-02-16")
    assert figure in article.text


def test_the_three_lists_state_the_same_figures():
    """The list says the same in English, Ukrainian and Russian."""
    lists = [d for d in load_february_2023() if d.name.startswith("general-staff")]
    figures = [re.findall(r"‒ \D*(\d+) \(\+(\d+)\)", d.text) for d in lists]
    assert len(figures[0]) == 13
    assert figures[0] == figures[1] == figures[2]


def test_the_words_are_our_own():
    """No run of ten words is shared with the article whose figures are retold."""
    original = SHARED / "gold" / "texts" / "000.md"
    if not original.exists():
        pytest.skip("needs ../shared/gold/texts/000.md")
    theirs = runs(original.read_text(encoding="utf-8"))
    article = next(d for d in load_february_2023() if d.name == "kestrel-wire-2023-02-16")
    assert not theirs & runs(article.text)
