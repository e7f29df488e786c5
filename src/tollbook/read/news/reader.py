"""Attributed claims in news prose: the sentences read in order, each in the light of those before.

A claim is what a sentence says somebody said. What the sentence leaves open (whose losses, who
speaks, up to which day) comes from the sentences before, never from the reader's own knowledge.
"""

from tollbook.model.documents import Document
from tollbook.model.readings import Reading
from tollbook.model.scope import Scope
from tollbook.read.news.lexicon import LANGUAGES, lexicon_of
from tollbook.read.news.merging import merge_drafts
from tollbook.read.news.walk import Walk

__all__ = ["NewsClaims"]


class NewsClaims:
    """Reads news in English, Ukrainian and Russian; see ``tollbook.read.reader.Reader``."""

    name = "news"
    version = 2

    def fits(self, document: Document, scope: Scope) -> bool:
        """Whether the document is in a language whose words of loss are known, with parties to name."""
        return document.language in LANGUAGES and bool(scope.parties) and bool(document.body.strip())

    def read(self, document: Document, scope: Scope) -> Reading:
        """The attributed claims of the document, each with every place that states it."""
        walk = Walk(document, scope, lexicon_of(document.language))
        claims = merge_drafts(walk.drafted())
        return Reading(document.id, (f"{self.name}/{self.version}",), claims, findings=tuple(walk.findings))
