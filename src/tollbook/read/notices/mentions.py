"""Where a text names somebody in full, in which case, and what the nominative is.

A mention is only a name in a place; whether its bearer died is for others to say.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tollbook.model.documents import Document
from tollbook.model.people import Name
from tollbook.read.notices.lexicon import Lexicon
from tollbook.read.notices.morphology import grammar_of, has_surname_ending, is_given, is_surname
from tollbook.read.notices.nominative import NameParts, turn_to_nominative
from tollbook.read.notices.tokens import Token, runs_in

__all__ = ["Mention", "find_mentions"]

PATRONYMIC_ENDINGS = (
    "ович",
    "евич",
    "йович",
    "івна",
    "ївна",
    "овна",
    "евна",
    "инична",
    "ична",
    "ович",
    "льич",
    "кузьмич",
    "лукич",
    "фомич",
)
PATRONYMIC_STEMS = ("ович", "евич", "йович", "івн", "ївн", "овн", "евн")
NOT_NAMES = {"VERB", "INFN", "PREP", "CONJ", "NPRO", "PRCL", "GRND", "PRTF", "PRTS", "ADVB", "NUMR"}
LONGEST_LATIN = 4
FULL = 2


@dataclass(frozen=True, slots=True)
class Mention:
    """A full name in a place.

    Attributes:
        start, end: Its place in the body.
        name: In the nominative, with its parts.
        cases: The cases it can stand in; empty where the script has none.
        sure: Whether the words by themselves show that it is a person's name.
    """

    start: int
    end: int
    name: Name
    cases: frozenset[str] = frozenset()
    sure: bool = True


def find_mentions(document: Document, start: int, end: int, lexicon: Lexicon) -> tuple[Mention, ...]:
    """Every full name between two places of the body, in order."""
    found: list[Mention] = []
    for run in runs_in(document, start, end, lexicon):
        found += _cyrillic(document, run, lexicon) if run[0].cyrillic else _latin(document, run, lexicon)
    return tuple(found)


def _latin(document: Document, run: Sequence[Token], lexicon: Lexicon) -> Iterator[Mention]:
    words = list(run)
    while len(words) > FULL and lexicon.words["roles"].fullmatch(words[0].text):
        words.pop(0)
    if not FULL <= len(words) <= LONGEST_LATIN or all(word.acronym or word.initial for word in words):
        return
    full = document.body[words[0].start : words[-1].end]
    yield Mention(words[0].start, words[-1].end, _latin_name(full, words, lexicon), sure=False)


def _latin_name(full: str, words: Sequence[Token], lexicon: Lexicon) -> Name:
    """Given name first, unless a romanised patronymic or an initial shows the other order."""
    texts = [word.text for word in words]
    middle = [
        text
        for text in texts[1:]
        if text.casefold().endswith(("vich", "vych", "ovna", "ivna", "evna", "yvna"))
    ]
    if middle and texts[-1] == middle[-1] and len(texts) > FULL:
        return Name(full, family=texts[0], given=texts[1], patronymic=texts[-1])
    if words[-1].initial:
        return Name(full, family=texts[0], given=texts[1])
    if middle and len(texts) > FULL:
        return Name(full, family=texts[-1], given=texts[0], patronymic=middle[0])
    particle = next(
        (n for n, text in enumerate(texts[1:], 1) if lexicon.words["particles"].fullmatch(text)), None
    )
    family = " ".join(texts[particle:]) if particle else texts[-1]
    shown = full.title() if full.isupper() else full
    return Name(
        shown,
        family=family.title() if full.isupper() else family,
        given=texts[0].title() if full.isupper() else texts[0],
    )


def _cyrillic(document: Document, run: Sequence[Token], lexicon: Lexicon) -> Iterator[Mention]:
    language = "uk" if lexicon.language == "uk" else "ru"
    place = 0
    while place < len(run):
        taken = _longest(run, place, language)
        if taken:
            tokens, parts = taken
            name, cases = turn_to_nominative(parts, language)
            yield Mention(tokens[0].start, tokens[-1].end, name, cases)
            place = run.index(tokens[-1]) + 1
        else:
            place += 1
    if FULL <= len(run) <= LONGEST_LATIN and not any(_longest(run, n, language) for n in range(len(run))):
        yield from _foreign(document, run, language)


def _foreign(document: Document, run: Sequence[Token], language: str) -> Iterator[Mention]:
    """A run that no dictionary knows: a name only where its place shows it."""
    if all(_may_be_family(token, language) for token in run):
        full = document.body[run[0].start : run[-1].end]
        name = Name(full, family=run[-1].text, given=run[0].text)
        yield Mention(run[0].start, run[-1].end, name, frozenset({"nomn", "gent"}), sure=False)


def _longest(run: Sequence[Token], place: int, language: str) -> tuple[Sequence[Token], NameParts] | None:
    """The longest order of name parts that fits from here on."""
    for order in ("FGP", "GPF", "GFX", "FII", "IIF", "GP", "GF", "FG", "FI", "IF"):
        tokens = run[place : place + len(order)]
        if len(tokens) == len(order) and _fits(tokens, order, language):
            following = run[place + len(order)] if place + len(order) < len(run) else None
            if not _is_better_later(order, tokens, following, language):
                return tokens, NameParts.of(order, [token.text for token in tokens])
    return None


def _is_better_later(order: str, tokens: Sequence[Token], following: Token | None, language: str) -> bool:
    """Whether what looks like a surname before the given name is something else."""
    if order[:2] == "FG" and following is not None and _may_be_family(following, language):
        return not is_surname(tokens[0].text, language)
    return order == "FG" and not _is_any_surname(tokens[0].text, language)


def _is_any_surname(word: str, language: str) -> bool:
    return is_surname(word, language) or has_surname_ending(word, language)


def _fits(tokens: Sequence[Token], order: str, language: str) -> bool:
    return all(_is_part(token, letter, language) for token, letter in zip(tokens, order, strict=True))


def _is_part(token: Token, letter: str, language: str) -> bool:
    if letter == "I":
        return token.initial
    if token.initial:
        return False
    if letter == "G":
        return is_given(token.text, language) or is_given(token.text, "ru" if language == "uk" else "uk")
    if letter == "P":
        return is_patronymic(token.text, language)
    if letter == "X":
        return _may_be_family(token, language) and not grammar_of(token.text, language)
    return _may_be_family(token, language)


def is_patronymic(word: str, language: str) -> bool:
    """Whether a word is a patronymic, by the dictionary or by its ending."""
    lower = word.casefold()
    stemmed = any(stem in lower[2:] for stem in PATRONYMIC_STEMS) or lower.startswith(("ілліч", "ильич"))
    return stemmed or ("Patr" in grammar_of(word, language) and lower.endswith(PATRONYMIC_ENDINGS))


def _may_be_family(token: Token, language: str) -> bool:
    """Whether a word can be a surname: not a verb, a small word or an abbreviation."""
    if token.initial or (token.acronym and not is_surname(token.text, language)) or len(token.text) < FULL:
        return False
    known = grammar_of(token.text, language)
    return "Surn" in known or not known & NOT_NAMES
