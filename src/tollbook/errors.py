"""The one error tree. Every message names the file, the place in it and the value at fault.

::

    TollbookError
    ├── InputError            somebody handed us something we cannot take (exit code 2)
    │   ├── DocumentError     a document that cannot be read as text
    │   ├── FrontMatterError  front matter that is not what it should be
    │   ├── DateError         a day that does not exist
    │   ├── CountError        a count that contradicts itself
    │   ├── FetchError        an address that does not answer
    │   ├── TableError        a table with a missing column or a bad cell
    │   └── ProjectError      a folder that is not a tollbook project
    ├── BookError             the book refuses, or is not what it was
    │   ├── AppendOnlyError   somebody tried to change or delete a row
    │   └── TamperedError     a row, capture or edition was changed behind the book's back
    ├── NotEstimableError     the lists do not identify an answer
    └── BlockedError          findings stop the edition; the last good one stays (exit code 1)
"""

__all__ = [
    "AppendOnlyError",
    "BlockedError",
    "BookError",
    "CountError",
    "DateError",
    "DocumentError",
    "FetchError",
    "FrontMatterError",
    "InputError",
    "NotEstimableError",
    "ProjectError",
    "TableError",
    "TamperedError",
    "TollbookError",
]


class TollbookError(Exception):
    """The root: everything tollbook raises on purpose."""


class InputError(TollbookError):
    """Something handed in cannot be taken.

    Args:
        message: What is wrong, with the value at fault.
        file: The file, folder or address it stands in.
        place: Where in it: ``line 3``, ``row 12, column age``.
    """

    def __init__(self, message: str, *, file: str = "", place: str = "") -> None:
        self.message, self.file, self.place = message, file, place
        super().__init__(": ".join(part for part in (file, place, message) if part))


class DocumentError(InputError):
    """A document cannot be read as text."""


class FrontMatterError(InputError):
    """Front matter is not what it should be."""


class DateError(InputError):
    """A day does not exist."""


class CountError(InputError):
    """A count contradicts itself."""


class FetchError(InputError):
    """An address does not answer."""


class TableError(InputError):
    """A table lacks a column or holds a bad cell."""


class ProjectError(InputError):
    """A folder is not a tollbook project, or its settings are wrong."""


class BookError(TollbookError):
    """The book refuses, or is not what it was."""


class AppendOnlyError(BookError):
    """Somebody tried to change or delete a row of the book."""


class TamperedError(BookError):
    """A row, a capture or an edition was changed behind the book's back."""


class NotEstimableError(TollbookError):
    """The lists do not identify an answer; the message says why."""


class BlockedError(TollbookError):
    """Findings stop the edition; the last good one stays."""
