"""Reading: documents to claims and person records, each with its span.

The only column that touches the network, and only through one fetcher.
"""

from tollbook.read.fetching import Fetcher, HttpFetcher
from tollbook.read.opening import open_document
from tollbook.read.originals import find_originals
from tollbook.read.reading import read_document, reading_version
from tollbook.read.scope_tables import builtin_scope, scope_from_tables

__all__ = [
    "Fetcher",
    "HttpFetcher",
    "builtin_scope",
    "find_originals",
    "open_document",
    "read_document",
    "reading_version",
    "scope_from_tables",
]
