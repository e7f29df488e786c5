"""Whose side a person was on: from the words beside the name, else from who publishes."""

import re

from tollbook.model.documents import Document
from tollbook.model.scope import Scope
from tollbook.read.notices.lexicon import Lexicon

__all__ = ["party_of_document", "party_near"]

REACH = 60
BESIDE = 40


def party_near(document: Document, scope: Scope, start: int, floor: int) -> str | None:
    """The party named by the words right before a name ("Russian serviceman"), the nearest one."""
    text = document.body[max(floor, start - REACH) : start].casefold()
    found = [(place, party) for place, party in _places(text, document.language, scope)]
    return max(found, default=(0, None), key=lambda row: row[0])[1]


def party_of_document(document: Document, scope: Scope, lexicon: Lexicon) -> str | None:
    """The party whose dead the publisher lists, else its own, else the only one whose people the text names.

    "Ukrainian soldier" and "died for Ukraine" tell whose side somebody was on; a country that
    is only mentioned does not: it may be the other side.
    """
    source = scope.source_named(document.publisher)
    if source and (source.names_dead_of or source.party):
        return source.names_dead_of or source.party
    text = f"{document.title or ''}\n{document.body}".casefold()
    named = {
        party for place, party in _places(text, document.language, scope) if _is_own(text, place, lexicon)
    }
    return named.pop() if len(named) == 1 else None


def _is_own(text: str, place: int, lexicon: Lexicon) -> bool:
    _, _, following = text[place : place + BESIDE].partition(" ")
    follows = [lexicon.words[name].match(following) for name in ("ranks", "roles")]
    last = text[max(0, place - BESIDE) : place].split()[-1:]
    served = bool(last) and lexicon.words["for_party"].fullmatch(last[0]) is not None
    return served or any(follows)


def _places(text: str, language: str, scope: Scope) -> list[tuple[int, str]]:
    """Where a form of a party's name stands, in the text's language or any if that is unknown."""
    found: list[tuple[int, str]] = []
    for party in scope.parties:
        forms = party.forms.get(language) or tuple(form for forms in party.forms.values() for form in forms)
        for form in forms:
            pattern = rf"(?<!\w){re.escape(form.casefold())}"
            found += [(match.start(), party.name) for match in re.finditer(pattern, text)]
    return found
