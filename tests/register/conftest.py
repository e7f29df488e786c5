"""An invented scope and a short way to write a record; every name is invented."""

import pytest

from tollbook.model.dates import FuzzyDate
from tollbook.model.documents import Span
from tollbook.model.people import Confirmation, Entry, Fate, Name, PersonRecord
from tollbook.model.scope import Scope, Source, SourceKind

DATES = {"published", "born", "died", "wounded", "missing_since", "funeral"}


@pytest.fixture(scope="session")
def scope():
    """Bodies of every kind that matter to confirmation."""
    return Scope(
        sources=(
            Source("Aldovan Gazette", ("Газета Альдови",), SourceKind.MEDIA, "Aldova"),
            Source("The Kestrel", (), SourceKind.MEDIA),
            Source("The Crate", (), SourceKind.LEAK),
            Source("The Drop", (), SourceKind.TIP),
        )
    )


@pytest.fixture(scope="session")
def record():
    """Writes a record: a document, a name, and dates as ISO."""

    def write(document="d1", name="Oryn Veltek", **changes):
        dated = {field: FuzzyDate.parse(changes.pop(field)) for field in DATES & changes.keys()}
        fields = {"fate": Fate.DEAD, "spans": (Span(0, len(name), name),), "party": "Aldova", **changes}
        return PersonRecord(document_id=document, name=Name(name), **fields, **dated)

    return write


@pytest.fixture(scope="session")
def entry():
    """Writes an entry with dates as ISO."""

    def write(**changes):
        dated = {field: FuzzyDate.parse(changes.pop(field)) for field in DATES & changes.keys()}
        fields = {
            "id": "e-1",
            "name": Name("Oryn Veltek"),
            "party": "Aldova",
            "fate": Fate.DEAD,
            "record_ids": ("r-1",),
            "document_ids": ("d1",),
            "channels": (),
            "confirmation": Confirmation.REPORTED,
            "rule": "confirmation/1",
        }
        return Entry(**{**fields, **changes, **dated})

    return write
