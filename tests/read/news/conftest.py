"""An invented war, and a way to read a text about it."""

from datetime import date

import pytest

from tollbook.model.dates import FuzzyDate
from tollbook.model.documents import Document
from tollbook.model.scope import Party, Scope, Source, SourceKind, War
from tollbook.read.news import NewsClaims

KESTRIA = Party(
    "Kestria",
    {"en": ("Kestria",), "uk": ("Кестрі",), "ru": ("Кестри",)},
    {"en": ("Ostmoor",), "uk": ("Остмур",), "ru": ("Остмур",)},
)
VELMARK = Party("Velmark", {"en": ("Velmark",), "uk": ("Вельмар",), "ru": ("Вельмар",)})
SCOPE = Scope(
    wars=(War("The Kestrian war", ("Kestria", "Velmark"), FuzzyDate(2031, 3, 1)),),
    parties=(KESTRIA, VELMARK),
    sources=(
        Source(
            "Ministry of Defence of Kestria",
            ("Kestrian Ministry of Defence", "Міністерство оборони Кестрії", "Міноборони Кестрії",
             "Министерство обороны Кестрии", "Минобороны Кестрии"),
            SourceKind.OFFICIAL, "Kestria",
        ),
        Source(
            "Ministry of Defence of Velmark",
            ("Velmark Ministry of Defence", "Міністерство оборони Вельмарку", "Минобороны Вельмарка"),
            SourceKind.OFFICIAL, "Velmark",
        ),
        Source("Northlight", ("Нортлайт",), SourceKind.MEDIA),
        Source("Harbour Radio", ("Harbour Radio's news desk",), SourceKind.MEDIA),
    ),
)  # fmt: skip
THURSDAY = FuzzyDate.of(date(2031, 4, 10))


@pytest.fixture(scope="session")
def scope():
    """What is known beforehand about the invented war."""
    return SCOPE


@pytest.fixture
def document():
    """Makes a document of a text, published on Thursday 10 April 2031."""

    def make(body, language="en", title=None, published=THURSDAY):
        return Document("d-1", "text", body, "0" * 64, "text.md", title, None, published, language)

    return make


@pytest.fixture
def read(document):
    """Reads a text about the invented war."""

    def claims(body, language="en", **header):
        return NewsClaims().read(document(body, language, **header), SCOPE).claims

    return claims


@pytest.fixture
def only(read):
    """Reads a text that makes exactly one claim."""

    def claim(body, language="en", **header):
        (found,) = read(body, language, **header)
        return found

    return claim
