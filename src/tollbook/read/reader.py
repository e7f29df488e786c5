"""The one extension point of reading: a Reader takes the documents it knows the form of."""

from typing import Protocol

from tollbook.model.documents import Document
from tollbook.model.readings import Reading
from tollbook.model.scope import Scope

__all__ = ["Reader"]


class Reader(Protocol):
    """Finds claims or people in documents of one form.

    Attributes:
        name: Stands in the book beside everything it proposed.
        version: Raised whenever the reader would now read some document differently.
    """

    name: str
    version: int

    def fits(self, document: Document, scope: Scope) -> bool:
        """Whether the document is of the form this reader knows."""

    def read(self, document: Document, scope: Scope) -> Reading:
        """What the document says, each claim and person with its spans."""
