"""The words of loss reporting in one language, from ``lexicon/*.toml``, as a finder of marks.

Grammar stands in code, words in data: a new language or a new way of saying it is a line in a
file. Names of countries never stand here; they come with the scope.
"""

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

__all__ = ["LANGUAGES", "Lexicon", "Mark", "lexicon_of", "phrase_pattern"]

LANGUAGES = ("en", "uk", "ru")


@dataclass(frozen=True, slots=True)
class Mark:
    """A word or phrase with a meaning for loss reporting.

    Attributes:
        kind: The table it stands in: ``state``, ``people``, ``hedge``, ``party`` ...
        value: What it means there: ``killed``, ``military``, ``at_least`` ...
        start, end: Its place in the body.
    """

    kind: str
    value: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The tables of one language.

    Attributes:
        language: Its code.
        patterns: What finds the phrases of each kind and value.
        words: The plain word sets of the grammar, by name.
    """

    language: str
    patterns: tuple[tuple[str, str, re.Pattern[str]], ...]
    words: Mapping[str, frozenset[str]]

    def marks_in(self, text: str) -> tuple[Mark, ...]:
        """Every mark of a text in order; within a kind the longest phrase holds."""
        found = [
            Mark(kind, value, match.start(), match.end())
            for kind, value, pattern in self.patterns
            for match in pattern.finditer(text)
        ]
        return _longest(found)

    def only(self, text: str, *names: str) -> bool:
        """Whether the text holds nothing but words of the named sets."""
        return all(any(word in self.words[name] for name in names) for word in plain_words(text))

    def any_in(self, text: str, name: str) -> bool:
        """Whether a word or phrase of the set stands in the text."""
        padded = f" {' '.join(plain_words(text))} "
        return any(f" {word} " in padded for word in self.words[name])


def plain_words(text: str) -> list[str]:
    """The words of a text in lower case, without figures and signs."""
    return re.findall(r"[^\W\d_]+(?:['’/][^\W\d_]+)*", text.casefold())


def phrase_pattern(phrases: Iterable[str]) -> re.Pattern[str]:
    """What finds any of the phrases as whole words, the longest first; ``*`` is any ending."""
    ordered = sorted(phrases, key=len, reverse=True)
    forms = [
        r"\s+".join(re.escape(word).replace(r"\*", r"\w*").replace("'", "['’ʼ]") for word in phrase.split())
        for phrase in ordered
    ]
    return re.compile(rf"(?<![\w-])(?:{'|'.join(forms)})(?!\w)", re.IGNORECASE)


@cache
def lexicon_of(language: str) -> Lexicon:
    """The lexicon of a language."""
    tables = tomllib.loads(files(__package__).joinpath("lexicon", f"{language}.toml").read_text("utf-8"))
    words = {name: frozenset(forms) for name, forms in tables.pop("grammar").items()}
    patterns = [
        (kind, value, phrase_pattern(phrases))
        for kind, values in tables.items()
        for value, phrases in values.items()
        if phrases
    ]
    return Lexicon(language, tuple(patterns), words)


def _longest(marks: list[Mark]) -> tuple[Mark, ...]:
    kept: list[Mark] = []
    for mark in sorted(marks, key=lambda m: (m.start - m.end, m.start, m.kind, m.value)):
        rivals = (other for other in kept if other.kind == mark.kind)
        if not any(mark.start < other.end and other.start < mark.end for other in rivals):
            kept.append(mark)
    return tuple(sorted(kept, key=lambda m: (m.start, -m.end, m.kind, m.value)))
