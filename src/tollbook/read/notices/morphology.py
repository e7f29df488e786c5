"""Ukrainian and Russian word forms: cases, genders and nominatives of the parts of a name.

pymorphy3's dictionaries know most given names and patronymics and many surnames; a surname
they do not know is turned by its ending. The analysers take a second to load, so they are
loaded once and only when a Cyrillic name is met.
"""

from dataclasses import dataclass
from functools import cache
from typing import Any

import pymorphy3

__all__ = [
    "Form",
    "cases_of",
    "dictionary_forms",
    "forms_of",
    "grammar_of",
    "has_surname_ending",
    "is_given",
    "is_participle",
    "is_singular",
    "is_surname",
]

CASES = ("nomn", "gent", "datv", "accs", "ablt", "loct")
GRAMMEMES = {"given": "Name", "patronymic": "Patr", "family": "Surn"}
# Endings that only surnames have, for words no dictionary holds.
SURNAME_ENDINGS = (
    "енко", "ко", "ук", "юк", "ов", "ев", "єв", "ёв", "ин", "ін", "їн", "ын", "ова", "ева", "єва",
    "ина", "іна", "ська", "цька", "ский", "цкий", "ская", "цкая", "ський", "цький", "ой", "ий", "ый",
    "як", "ак", "ець", "ик", "ян", "дзе", "швили", "швілі", "их", "ых", "ух", "ло", "ка",
    "ун", "ій",
)  # fmt: skip
INSTRUMENTAL = ("ом", "ем", "єм", "им", "ым", "ім")
DATIVE = ("ові", "еві", "єві")
SHORTEST_STEM = 2


@dataclass(frozen=True, slots=True)
class Form:
    """One way to read a word of a name: its gender, its case and its nominative."""

    gender: str
    case: str
    nominative: str


@cache
def _analyser(language: str) -> Any:  # noqa: ANN401 - pymorphy3 has no types
    return pymorphy3.MorphAnalyzer(lang=language)


@cache
def _parses(word: str, language: str) -> tuple[Any, ...]:
    return tuple(_analyser(language).parse(word.replace("’", "'").replace("ʼ", "'")))


@cache
def grammar_of(word: str, language: str) -> frozenset[str]:
    """Every grammeme of any dictionary reading of the word; empty where it is not in one."""
    if not _analyser(language).word_is_known(word.replace("’", "'").replace("ʼ", "'")):
        return frozenset()
    return frozenset(str(grammeme) for parse in _parses(word, language) for grammeme in parse.tag.grammemes)


def is_given(word: str, language: str) -> bool:
    """Whether a dictionary knows the word as a given name."""
    return "Name" in grammar_of(word, language)


def is_surname(word: str, language: str) -> bool:
    """Whether a dictionary or the nominative's ending says that the word is a surname."""
    known = grammar_of(word, language)
    endings = () if known else SURNAME_ENDINGS
    return "Surn" in known or word.casefold().endswith(endings)


def has_surname_ending(word: str, language: str) -> bool:
    """Whether a word in any case is a surname that has the ending of one."""
    known = grammar_of(word, language)
    if known and "Surn" not in known:
        return False
    forms = forms_of(word, "family", language)
    return any(form.nominative.endswith(SURNAME_ENDINGS) for form in forms)


@cache
def forms_of(word: str, part: str, language: str) -> tuple[Form, ...]:
    """The ways to read a word as a given name, patronymic or family name.

    Args:
        word: As it stands in the text.
        part: ``given``, ``patronymic`` or ``family``.
        language: ``uk`` or ``ru``.
    """
    found = [form for parse in _parses(word, language) for form in _read(parse, part)]
    if part == "family" and not found:
        found = [*_adjectival(word, language), *_by_ending(word.casefold())]
    return tuple(dict.fromkeys(found))


def _read(parse: Any, part: str) -> list[Form]:  # noqa: ANN401 - pymorphy3 has no types
    tag = parse.tag
    if GRAMMEMES[part] not in tag.grammemes or "plur" in tag.grammemes or tag.case not in CASES:
        return []
    turned = parse.inflect({"nomn", "sing"}) or parse.inflect({"nomn"})
    genders = ("masc", "femn") if "ms-f" in tag.grammemes or not tag.gender else (tag.gender,)
    return [Form(gender, tag.case, turned.word) for gender in genders] if turned else []


def _adjectival(word: str, language: str) -> list[Form]:
    parses = (parse for parse in _parses(word, language) if "ADJF" in parse.tag.grammemes)
    singular = (p for p in parses if p.tag.gender in {"masc", "femn"} and "plur" not in p.tag.grammemes)
    turned = ((p, p.inflect({"nomn", p.tag.gender})) for p in singular)
    return [Form(p.tag.gender, p.tag.case, form.word) for p, form in turned if form and p.tag.case in CASES]


def _by_ending(word: str) -> list[Form]:
    """Readings of a surname that no dictionary holds."""
    standing = [Form("femn", case, word) for case in CASES]  # women's surnames often stay as they are
    if word[-1] in "оеє":
        return [Form("masc", case, word) for case in CASES] + standing
    if word[-1] in "бвгґджзйклмнпрстфхцчшщь":
        return [Form("masc", "nomn", word), *_stripped(word, INSTRUMENTAL, "ablt"), *standing]
    return [*_stripped(word, DATIVE, "datv"), *_vowel_ending(word)]


def _stripped(word: str, endings: tuple[str, ...], case: str) -> list[Form]:
    """The masculine readings of a word with a case ending on a bare stem."""
    fitting = (
        ending for ending in endings if word.endswith(ending) and len(word) > len(ending) + SHORTEST_STEM
    )
    return [Form("masc", case, word.removesuffix(end)) for end in fitting]


def _vowel_ending(word: str) -> list[Form]:
    stem, soft = word[:-1], word[-1] in "яю"
    masculine = stem + ("й" if stem[-1] in "аеєиіоу" else "ь") if soft else stem
    if stem.endswith(("енк", "йк", "шк")):
        masculine = stem + "о"
    base = stem + ("я" if soft else "а")
    if word[-1] in "ая":
        oblique = [Form("masc", case, masculine) for case in ("gent", "accs")]
        return [Form("femn", "nomn", word), *oblique, Form("masc", "nomn", word)]
    if word[-1] in "ую":
        return [Form("masc", "datv", masculine), Form("femn", "accs", base), Form("masc", "accs", base)]
    genders = ("femn", "masc")
    return [Form(gender, case, base) for gender in genders for case in ("gent", "datv", "loct")]


@cache
def cases_of(word: str, language: str) -> frozenset[str]:
    """The cases that a noun, adjective or participle can stand in."""
    kinds = {"NOUN", "ADJF", "PRTF", "NPRO"}
    parses = (parse for parse in _parses(word, language) if parse.tag.POS in kinds)
    return frozenset(str(parse.tag.case) for parse in parses if parse.tag.case)


@cache
def dictionary_forms(word: str, language: str) -> frozenset[str]:
    """The words, as a dictionary lists them, of which this can be a form; itself in any case."""
    return frozenset({word.casefold(), *(str(parse.normal_form) for parse in _parses(word, language))})


@cache
def is_singular(word: str, language: str) -> bool:
    """Whether a word can only mean one: "танк", "сбит", not "танки", "сбиты" or an abbreviation."""
    tags = [parse.tag.grammemes for parse in _parses(word, language)]
    cased = [tag for tag in tags if not {"NOUN"} & tag or {"nomn", "accs"} & tag]
    one = {"sing", "masc", "femn", "neut"}  # the Ukrainian dictionary says "one" by a gender alone
    return bool(cased) and all(one & tag and not {"plur", "Fixd", "Abbr"} & tag for tag in cased)


@cache
def is_participle(word: str, language: str) -> bool:
    """Whether a word is an adjective or participle, which agrees with the name it goes with."""
    return any(parse.tag.POS in {"ADJF", "PRTF"} for parse in _parses(word, language))
