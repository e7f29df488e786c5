"""The reader of named people: notices, obituaries, captions, news, rolls and label pages."""

from tollbook.model.documents import Document
from tollbook.model.readings import Reading
from tollbook.model.scope import Scope
from tollbook.read.notices.labelled import read_labels, read_table
from tollbook.read.notices.lexicon import lexicon_for
from tollbook.read.notices.people import same_person
from tollbook.read.notices.prose import read_prose
from tollbook.read.notices.rolls import Roll, read_rolls
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
        labelled, label_lines = read_labels(document, scope, lexicon)
        table, table_lines = ([], frozenset[int]()) if labelled else read_table(document, scope, lexicon)
        formal = [*labelled, *table]
        roll = Roll((), (), frozenset()) if formal else read_rolls(document, scope, lexicon)
        formal += roll.sightings
        prose = read_prose(document, scope, lexicon, label_lines | table_lines | roll.lines)
        new = [s for s in prose if not any(same_person(s.name, other.name) for other in formal)]
        found = sorted([*formal, *new], key=lambda sighting: sighting.spans[0].start)
        records = tuple(record_of(document, scope, sighting) for sighting in found)
        reader = f"{self.name}/{self.version}"
        return Reading(document.id, (reader,), people=records, findings=roll.findings)
