"""Runs of capitalised words: where a name may stand.

A run never crosses a line, a comma or a full stop (an initial's stop aside). What a run is,
is decided elsewhere.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tollbook.model.documents import Document
from tollbook.read.notices.lexicon import Lexicon
from tollbook.read.notices.morphology import has_surname_ending
from tollbook.text import script_of

__all__ = ["Token", "runs_in"]

TOKEN = re.compile(r"(?<![^\W\d_])[^\W\d_]\.|[^\W\d_]+(?:[’'ʼ`-][^\W\d_]+)*")
POSSESSIVE = re.compile(r"[’']s$|(?<=s)[’']$")
INITIAL_LENGTH = 2
ACRONYM_LENGTH = 5


@dataclass(frozen=True, slots=True)
class Token:
    """A word or an initial with its place in the body."""

    start: int
    end: int
    text: str

    @property
    def initial(self) -> bool:
        """Whether it is one letter with its stop."""
        return len(self.text) == INITIAL_LENGTH and self.text.endswith(".")

    @property
    def cyrillic(self) -> bool:
        """Whether it is written in Cyrillic letters."""
        return script_of(self.text) == "cyrillic"

    @property
    def acronym(self) -> bool:
        """Whether it is short and in capitals throughout."""
        return self.text.isupper() and not self.initial and len(self.text) <= ACRONYM_LENGTH


def runs_in(document: Document, start: int, end: int, lexicon: Lexicon) -> Iterator[tuple[Token, ...]]:
    """The runs of capitalised words between two places, without the words that no name holds."""
    ranks = [match.span() for match in lexicon.words["ranks"].finditer(document.body, start, end)]
    run: list[Token] = []
    for match in TOKEN.finditer(document.body, start, end):
        token = _token(match)
        if run and not _joined(document.body, run[-1], token):
            yield from _trimmed(run, lexicon)
            run = []
        if _fits(token, run, lexicon) and not _in_rank(token, ranks, lexicon):
            run.append(token)
        else:
            yield from _trimmed(run, lexicon)
            run = []
        if token.end != match.end():  # a possessive ends the name
            yield from _trimmed(run, lexicon)
            run = []
    yield from _trimmed(run, lexicon)


def _fits(token: Token, run: Sequence[Token], lexicon: Lexicon) -> bool:
    """Whether the word can go on a name that the run has begun, or begin one."""
    if token.text[0].isupper():
        return not _blocked(token, lexicon)
    return bool(run) and lexicon.words["particles"].fullmatch(token.text) is not None


def _in_rank(token: Token, ranks: Sequence[tuple[int, int]], lexicon: Lexicon) -> bool:
    inside = any(start <= token.start and token.end <= end for start, end in ranks)
    return inside and not token.initial and not _is_surname_form(token, lexicon)


def _is_surname_form(token: Token, lexicon: Lexicon) -> bool:
    """Whether a word that begins like a rank or a month is a surname: Майоров, Березовський."""
    language = "uk" if lexicon.language == "uk" else "ru"
    return token.cyrillic and has_surname_ending(token.text, language)


def _token(match: re.Match[str]) -> Token:
    text = POSSESSIVE.sub("", match.group())
    return Token(match.start(), match.start() + len(text), text)


def _joined(body: str, before: Token, after: Token) -> bool:
    gap = body[before.end : after.start]
    same_script = before.cyrillic == after.cyrillic
    return same_script and (gap in {" ", "\u00a0", "  "} or (gap == "" and before.initial))


def _blocked(token: Token, lexicon: Lexicon) -> bool:
    """Whether the word is known never to stand in a name."""
    if token.initial:
        return False
    if lexicon.words["blocked"].fullmatch(token.text):
        return not _is_surname_form(token, lexicon)
    if token.cyrillic and lexicon.words["roles"].fullmatch(token.text):
        return not _is_surname_form(token, lexicon)
    return any(lexicon.words[name].fullmatch(token.text) for name in ("pronouns", "speech"))


def _trimmed(run: Sequence[Token], lexicon: Lexicon) -> Iterator[tuple[Token, ...]]:
    kept = list(run)
    while kept and lexicon.words["particles"].fullmatch(kept[-1].text):
        kept.pop()
    if kept:
        yield tuple(kept)
