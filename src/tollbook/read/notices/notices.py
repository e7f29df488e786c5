"""The reader of named people: notices, obituaries, captions, news, rolls and label pages."""

from tollbook.model.documents import Document
from tollbook.model.readings import Reading
from tollbook.model.scope import Scope
from tollbook.read.notices.lexicon import lexicon_for
from tollbook.read.notices.prose import read_prose
from tollbook.read.notices.sightings import record_of

__all__ = ["Notices"]


class Notices:
    """Finds the named dead, missing, captured and survivors that a document tells of.

    It fits every document in a language it has words for: a name can stand in any text.
    """

    name = "notices"
    version = 1

    def fits(self, document: Document, scope: Scope) -> bool:  # noqa: ARG002 - the protocol's form
        """Whether the language is one the reader has words for, or not known."""
        return document.language in {"en", "uk", "ru", "und"}

    def read(self, document: Document, scope: Scope) -> Reading:
        """The people whose fate the document states, each once, with spans for every field."""
        lexicon = lexicon_for(document.language, document.body)
        found = read_prose(document, scope, lexicon, frozenset())
        records = tuple(record_of(document, scope, sighting) for sighting in found)
        return Reading(document.id, (f"{self.name}/{self.version}",), people=records)
