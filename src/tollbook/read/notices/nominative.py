"""Names in oblique cases back to the nominative, all parts of a name agreeing.

"Тараса Лозинка" is Тарас Лозинко; "Мирославу Криничець" is Мирослава Криничець. The parts of a
name stand in one case and one gender; of the readings that agree, the nominative is taken
where it is one of them.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import product

from tollbook.model.people import Name
from tollbook.read.notices.morphology import Form, forms_of

__all__ = ["NameParts", "turn_to_nominative"]

PARTS = {"F": "family", "G": "given", "P": "patronymic", "I": "initial", "X": "family"}
ORDER = ("nomn", "gent", "accs", "ablt", "datv", "loct")


@dataclass(frozen=True, slots=True)
class NameParts:
    """The words of a name in the order of the text, each with what it is."""

    words: tuple[tuple[str, str], ...]

    @classmethod
    def of(cls, order: str, words: Sequence[str]) -> "NameParts":
        """The parts that an order such as ``FGP`` names."""
        letters = "GGF" if order == "GFX" else order
        return cls(tuple((PARTS[letter], word) for letter, word in zip(letters, words, strict=True)))


def turn_to_nominative(parts: NameParts, language: str) -> tuple[Name, frozenset[str]]:
    """The name in the nominative, and the cases it can stand in where it stands."""
    readings = [_readings(part, word, language) for part, word in parts.words]
    agreeing = _agreeing(readings)
    cases = frozenset(case for _, case in agreeing)
    chosen = min(agreeing, key=_preference, default=None)
    words = [
        _shown(word, next((f.nominative for f in forms if chosen and (f.gender, f.case) == chosen), word))
        for (_, word), forms in zip(parts.words, readings, strict=True)
    ]
    return _name(parts, words), cases or frozenset({"nomn"})


def _preference(reading: tuple[str, str]) -> tuple[int, bool]:
    gender, case = reading
    return ORDER.index(case), gender != "masc"


def _readings(part: str, word: str, language: str) -> tuple[Form, ...]:
    if part == "initial":
        return tuple(Form(gender, case, word) for gender, case in product(("masc", "femn"), ORDER))
    found = forms_of(word, part, language)
    other = "ru" if language == "uk" else "uk"
    return found or forms_of(word, part, other)


def _agreeing(readings: Iterable[Sequence[Form]]) -> set[tuple[str, str]]:
    """The genders and cases that every part allows; parts without a reading have no say."""
    allowed: set[tuple[str, str]] = set(product(("masc", "femn"), ORDER))
    for forms in readings:
        narrowed = allowed & {(form.gender, form.case) for form in forms}
        allowed = narrowed or allowed
    return allowed if len(allowed) < len(ORDER) * 2 else {("masc", "nomn")}


def _shown(stated: str, nominative: str) -> str:
    """The nominative with the capitals and the apostrophe of the text."""
    if stated.endswith("."):
        return stated
    apostrophe = next((mark for mark in "’ʼ'" if mark in stated), "'")
    pieces = nominative.replace("'", apostrophe).split("-")
    shown = "-".join(piece[:1].upper() + piece[1:] for piece in pieces)
    same = 0
    while same < min(len(shown), len(stated)) and shown[same].casefold() == stated[same].casefold():
        same += 1
    kept = stated if not stated.isupper() else stated.title()
    return kept[:same] + shown[same:]


def _name(parts: NameParts, words: Sequence[str]) -> Name:
    stated = " ".join(word for _, word in parts.words)
    kinds = [part for part, _ in parts.words]
    initials = [word for part, word in zip(kinds, words, strict=True) if part == "initial"]
    given = " ".join(word for part, word in zip(kinds, words, strict=True) if part == "given")
    full = " ".join(words)
    return Name(
        full=full,
        family=next((w for part, w in zip(kinds, words, strict=True) if part == "family"), None),
        given=given or (initials[0] if initials else None),
        patronymic=next(
            (w for part, w in zip(kinds, words, strict=True) if part == "patronymic"),
            initials[1] if len(initials) > 1 else None,
        ),
        stated=stated if stated.casefold() != full.casefold() else None,
    )
