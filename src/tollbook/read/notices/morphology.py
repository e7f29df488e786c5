"""Ukrainian and Russian word forms: cases, genders and nominatives of the parts of a name.

pymorphy3's dictionaries know most given names and patronymics and many surnames; a surname
they do not know is turned by its ending. The analysers take a second to load, so they are
loaded once and only when a Cyrillic name is met.
"""

from dataclasses import dataclass
from functools import cache
from typing import Any

import pymorphy3

__all__ = ["Form", "forms_of", "grammar_of", "is_given", "is_surname"]

CASES = ("nomn", "gent", "datv", "accs", "ablt", "loct", "voct")
GRAMMEMES = {"given": "Name", "patronymic": "Patr", "family": "Surn"}
# Endings that only surnames have, for words no dictionary holds.
SURNAME_ENDINGS = (
    "енко", "ко", "ук", "юк", "чук", "ов", "ев", "єв", "ёв", "ин", "ін", "їн", "ын", "ова", "ева", "єва", "ина", "іна", "ська", "цька",
    "ский", "цкий", "ский", "ская", "цкая", "ський", "цький", "ой", "ий", "ый", "як", "ак", "ець", "ик", "ян", "дзе", "швили", "швілі", "их", "ых", "ух", "ло", "ка",
)  # fmt: skip


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
    if GRAMMEMES[part] not in tag or "plur" in tag or tag.case not in CASES:
        return []
    turned = parse.inflect({"nomn", "sing"}) or parse.inflect({"nomn"})
    genders = ("masc", "femn") if "ms-f" in tag or not tag.gender else (tag.gender,)
    return [Form(gender, tag.case, turned.word) for gender in genders] if turned else []


def _adjectival(word: str, language: str) -> list[Form]:
    parses = (parse for parse in _parses(word, language) if "ADJF" in parse.tag)
    singular = (p for p in parses if p.tag.gender in {"masc", "femn"} and "plur" not in p.tag)
    turned = ((p, p.inflect({"nomn", p.tag.gender})) for p in singular)
    return [Form(p.tag.gender, p.tag.case, form.word) for p, form in turned if form and p.tag.case in CASES]


def _by_ending(word: str) -> list[Form]:
    """Readings of a surname that no dictionary holds."""
    standing = [Form(gender, case, word) for case in CASES for gender in ("femn",)]
    if word[-1] in "оеєиіую" and not word.endswith(("у", "ю", "и", "і")):
        return [Form("masc", case, word) for case in CASES] + standing
    if word[-1] in "бвгґджзйклмнпрстфхцчшщь":
        turned = [Form("masc", "nomn", word)]
        for ending in ("ом", "ем", "єм", "им", "ым", "ім"):
            if word.endswith(ending) and len(word) > len(ending) + 2:
                turned.append(Form("masc", "ablt", word.removesuffix(ending)))
        return turned + standing
    return _vowel_ending(word)


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
