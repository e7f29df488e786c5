"""The name in a document's title, which tells whom an obituary is about."""

from dataclasses import replace

from tollbook.model.documents import Document
from tollbook.model.people import Name
from tollbook.read.notices.lexicon import Lexicon
from tollbook.read.notices.mentions import find_mentions

__all__ = ["title_name"]


def title_name(document: Document, lexicon: Lexicon) -> Name | None:
    """The only full name that the title holds; a title is no place to cite, so no span."""
    title = document.title or ""
    found = find_mentions(replace(document, body=title), 0, len(title), lexicon)
    return found[0].name if len(found) == 1 else None
