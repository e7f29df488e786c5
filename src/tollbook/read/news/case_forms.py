"""Speakers in oblique cases: "за даними Медіазони" names Медіазона, "Юрія Гнатенка" Юрій Гнатенко.

Ukrainian and Russian only. A source is known by the dictionary forms of its words; the name of a
person whom the scope does not know is turned to the nominative, never translated.
"""

import re
from collections.abc import Sequence
from functools import cache

from tollbook.model.scope import Scope, Source
from tollbook.read.notices.morphology import dictionary_forms, is_given
from tollbook.read.notices.nominative import NameParts, turn_to_nominative
from tollbook.text import script_of

__all__ = ["CASED", "CaseForms", "nominative_of"]

CASED = frozenset({"uk", "ru"})
WORD = re.compile(r"[^\W\d_]+(?:['’ʼ-][^\W\d_]+)*")
PATRONYMIC = re.compile(r"(?:вич|вна|ична|ївна|вича|вны|вны|вні|вичу|вичем)$")
PAIR = 2


class CaseForms:
    """Finds the sources of a scope in any case of their names."""

    def __init__(self, scope: Scope, language: str) -> None:
        self.scope, self.language = scope, language
        self._table: dict[str, list[tuple[tuple[frozenset[str], ...], Source]]] | None = None

    def find(self, words: str) -> tuple[Source, int, int] | None:
        """The source that the words name, and where; the longest name where several stand there."""
        tokens = list(WORD.finditer(words))
        found: list[tuple[int, Source, int, int]] = []
        for index, token in enumerate(tokens):
            if not token.group()[0].isupper():
                continue
            for form in dictionary_forms(token.group(), self.language):
                for alias, source in self._aliases().get(form, ()):
                    here = tokens[index : index + len(alias)]
                    if len(here) == len(alias) and all(map(self._same, here, alias)):
                        found.append((len(alias), source, here[0].start(), here[-1].end()))
        best = max(found, key=lambda item: item[0], default=None)
        return best[1:] if best else None

    def _same(self, token: re.Match[str], forms: frozenset[str]) -> bool:
        return bool(forms & dictionary_forms(token.group(), self.language))

    def _aliases(self) -> dict[str, list[tuple[tuple[frozenset[str], ...], Source]]]:
        """The names of the sources by the dictionary forms of their first word."""
        if self._table is None:
            self._table = {}
            for source in self.scope.sources:
                for alias in (source.name, *source.aliases):
                    words = WORD.findall(alias) if script_of(alias) == "cyrillic" else []
                    forms = tuple(dictionary_forms(word, self.language) for word in words)
                    for form in forms[0] if forms else ():
                        self._table.setdefault(form, []).append((forms, source))
        return self._table


def nominative_of(names: Sequence[str], language: str) -> str:
    """The person's name in the nominative; what stands before the given name is left out."""
    return _turned(tuple(names), language)


@cache
def _turned(names: tuple[str, ...], language: str) -> str:
    given = next((i for i, word in enumerate(names[:-1]) if is_given(word, language)), None)
    words = names[given:] if given is not None else names
    if len(words) > PAIR and PATRONYMIC.search(words[1]):
        parts = NameParts.of("GPF", words[: PAIR + 1])
    else:
        parts = NameParts.of("GF", words[-PAIR:] if given is None else words[:PAIR])
    return turn_to_nominative(parts, language)[0].full
