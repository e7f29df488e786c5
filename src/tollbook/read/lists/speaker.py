"""Who publishes a list, and whose losses it counts: from the scope, for any war.

The list of this form is its general staff's even where a ministry's site carries it; then the
staff is known from the header only, and the ministry relays it.
"""

import re
from dataclasses import dataclass

from tollbook.model.documents import Document
from tollbook.model.scope import Party, Scope, Source, SourceKind
from tollbook.read.lists.labels import any_of
from tollbook.text import fold

__all__ = ["Speaker", "find_speaker"]


@dataclass(frozen=True, slots=True)
class Speaker:
    """The publisher of a list.

    Attributes:
        source: The official source; ``None`` where none is named.
        in_text: Whether the body names it.
        relayed_by: The publisher, where it is another.
        party: Whose losses are counted; ``None`` where that cannot be told.
    """

    source: Source | None
    in_text: bool
    relayed_by: str | None
    party: str | None


def find_speaker(document: Document, scope: Scope) -> Speaker:
    """Who says the list, and of whom."""
    officials = [source for source in scope.sources if source.kind is SourceKind.OFFICIAL and source.party]
    staffs = [source for source in officials if _is_staff(source)]
    source = _first_named(document.body, staffs) or _first_named(document.title or "", staffs)
    source = source or _of_publisher(document, officials, staffs)
    publisher = document.publisher if source is None or document.publisher != source.name else None
    return Speaker(
        source=source,
        in_text=source is not None and _place(document.body, source) is not None,
        relayed_by=publisher if source else None,
        party=_enemy_of(source.party, document, scope) if source else _only(_named(document, scope.parties)),
    )


def _is_staff(source: Source) -> bool:
    return any(any_of("staff").search(form) for form in (source.name, *source.aliases))


def _first_named(text: str, sources: list[Source]) -> Source | None:
    """The source that the text names first."""
    places = [(place, source) for source in sources if (place := _place(text, source)) is not None]
    return min(places, key=lambda named: named[0])[1] if places else None


def _place(text: str, source: Source) -> int | None:
    forms = "|".join(
        re.escape(form) for form in sorted((source.name, *source.aliases), key=len, reverse=True)
    )
    found = re.search(rf"(?<!\w)(?:{forms})(?!\w)", text, re.IGNORECASE)
    return found.start() if found else None


def _of_publisher(document: Document, officials: list[Source], staffs: list[Source]) -> Source | None:
    """The staff of the party whose ministry published the list, else the ministry itself."""
    names = [source for source in officials if document.publisher in (source.name, *source.aliases)]
    if not names:
        return None
    return next((staff for staff in staffs if staff.party == names[0].party), names[0])


def _enemy_of(party: str | None, document: Document, scope: Scope) -> str | None:
    """The other party of the war; of several, the one that the document names."""
    rivals = _rivals(party or "", scope)
    if len(rivals) == 1:
        return rivals[0]
    return _only(_named(document, tuple(item for item in scope.parties if item.name in rivals)))


def _rivals(party: str, scope: Scope) -> list[str]:
    return sorted({other for war in scope.wars if party in war.parties for other in war.parties} - {party})


def _named(document: Document, parties: tuple[Party, ...]) -> list[str]:
    words = " " + fold(f"{document.title or ''} {document.body}")
    return [
        party.name
        for party in parties
        if any(f" {fold(stem)}" in words for stems in party.forms.values() for stem in stems)
    ]


def _only(names: list[str]) -> str | None:
    return names[0] if len(names) == 1 else None
