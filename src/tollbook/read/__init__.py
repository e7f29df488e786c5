"""Reading: documents to claims and person records, each with its span.

The only column that touches the network, and only through one fetcher.
"""

from tollbook.read.scope_tables import builtin_scope, scope_from_tables

__all__ = ["builtin_scope", "scope_from_tables"]
