"""An invented scope and a way to hand the reader a text."""

from collections.abc import Callable

import pytest

from tollbook.model.dates import FuzzyDate
from tollbook.model.documents import Document
from tollbook.model.readings import Reading
from tollbook.model.scope import Party, Scope, Source, SourceKind
from tollbook.read.notices import Notices

READER = Notices()


@pytest.fixture(scope="session")
def scope() -> Scope:
    """Two invented countries, and a source that lists graves."""
    return Scope(
        parties=(
            Party("Varnia", {"en": ("Varnia",), "uk": ("варні", "варній"), "ru": ("варни", "варний")}),
            Party("Ostrava", {"en": ("Ostrav",), "uk": ("острав",), "ru": ("острав",)}),
        ),
        sources=(
            Source("Grave Watch", kind=SourceKind.CEMETERY, party="Varnia", channel="graves"),
            Source("Zelene Herald", kind=SourceKind.MEDIA, channel="press"),
        ),
    )


@pytest.fixture
def read(scope: Scope) -> Callable[..., Reading]:
    """Reads a body in a language, as published on 20 June 2024."""

    def reading(
        body: str, language: str, *, title: str | None = None, publisher: str | None = None
    ) -> Reading:
        document = Document(
            "d-1", "notice", body, "00", "notice.md", title=title,
            published=FuzzyDate(2024, 6, 20), language=language, publisher=publisher,
        )  # fmt: skip
        found = READER.read(document, scope)
        for person in found.people:
            for span in (*person.spans, *(span for _, span in person.field_spans)):
                assert body[span.start : span.end] == span.quote
        return found

    return reading
