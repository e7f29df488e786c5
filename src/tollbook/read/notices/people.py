"""Which mentions in one document name one person, in full or by half a name.

Inside one document "Іван Кравчук", "Кравчук Іван Петрович" and a later "Іван" are one person.
Across documents nothing is joined here: that is linking, and another column's work.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from tollbook.model.documents import Document
from tollbook.model.people import Name
from tollbook.read.notices.lexicon import Lexicon
from tollbook.read.notices.mentions import Mention
from tollbook.read.notices.morphology import forms_of
from tollbook.read.notices.tokens import Token, runs_in
from tollbook.text import fold

__all__ = ["Person", "gather_people", "same_person"]

LONG_ENOUGH_FOR_A_SLIP = 5


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody a document names.

    Attributes:
        name: The fullest form.
        mentions: Every place that names the person, in order; half names among them.
        other_names: Spellings that differ by more than being shorter.
    """

    name: Name
    mentions: tuple[Mention, ...]
    other_names: tuple[str, ...] = ()


def gather_people(document: Document, mentions: Iterable[Mention], lexicon: Lexicon) -> tuple[Person, ...]:
    """The people that full mentions name, each with its later half names."""
    people: list[Person] = []
    for mention in mentions:
        known = next((n for n, person in enumerate(people) if same_person(person.name, mention.name)), None)
        if known is None:
            people.append(Person(mention.name, (mention,)))
        else:
            people[known] = _joined(people[known], mention)
    people = [person for person in people if person.name.family]
    halves = _half_names(document, people, lexicon)
    return tuple(
        replace(person, mentions=tuple(sorted((*person.mentions, *halves[n]), key=lambda m: m.start)))
        for n, person in enumerate(people)
    )


def same_person(first: Name, second: Name) -> bool:
    """Whether two names within one document are one person's."""
    if fold(first.full) == fold(second.full):
        return True
    return (
        _same_family(first, second)
        and _same_part(first.given, second.given, needed=True)
        and _same_part(first.patronymic, second.patronymic, needed=False)
    )


def _same_family(first: Name, second: Name) -> bool:
    if not first.family or not second.family:  # "Василь Петрович" alone is one of those named before
        return bool(first.patronymic and second.patronymic)
    one, other = fold(first.family), fold(second.family)
    if one == other:
        return True
    return fold(first.given or "") == fold(second.given or "") and _one_slip(one, other)


def _one_slip(one: str, other: str) -> bool:
    """Whether two words differ by one letter put in, left out or changed."""
    if abs(len(one) - len(other)) > 1 or min(len(one), len(other)) < LONG_ENOUGH_FOR_A_SLIP:
        return False
    start = next(
        (n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other))
    )
    return (
        one[start + 1 :] == other[start + 1 :]
        or one[start:] == other[start + 1 :]
        or one[start + 1 :] == other[start:]
    )


def _same_part(one: str | None, other: str | None, *, needed: bool) -> bool:
    if not one or not other:
        return not needed
    first, second = fold(one), fold(other)
    short = min(first, second, key=len)
    return first == second or (len(short) == 1 and first[0] == second[0])


def _joined(person: Person, mention: Mention) -> Person:
    """The person with one more mention; the fullest name is the one shown."""
    names = sorted((person.name, mention.name), key=_fullness, reverse=True)
    slip = fold(names[0].family or "") != fold(names[1].family or "")
    others = {*person.other_names, *([names[1].full] if slip else [])}
    return Person(names[0], (*person.mentions, mention), tuple(sorted(others)))


def _fullness(name: Name) -> int:
    return sum(len(part.rstrip(".")) > 1 for part in (name.family, name.given, name.patronymic) if part)


def _half_names(document: Document, people: Sequence[Person], lexicon: Lexicon) -> list[list[Mention]]:
    taken = [(m.start, m.end) for person in people for m in person.mentions]
    found: list[list[Mention]] = [[] for _ in people]
    for run in runs_in(document, 0, len(document.body), lexicon):
        if len(run) == 1 and not any(start <= run[0].start < end for start, end in taken):
            bearers = [
                (n, cases)
                for n, person in enumerate(people)
                if (cases := _half(run[0], person.name, lexicon))
            ]
            if len(bearers) == 1:
                number, cases = bearers[0]
                found[number].append(Mention(run[0].start, run[0].end, people[number].name, cases))
    return found


def _half(token: Token, name: Name, lexicon: Lexicon) -> frozenset[str]:
    """The cases in which a single word can be the given or the family name; none if it is not."""
    parts = {"given": name.given, "family": name.family}
    if not token.cyrillic:
        same = any(part and part.casefold() == token.text.casefold() for part in parts.values())
        return frozenset({"nomn", "gent"}) if same else frozenset()
    language = "uk" if lexicon.language == "uk" else "ru"
    forms = [
        form for kind, part in parts.items() if part for form in _forms_like(token, kind, part, language)
    ]
    standing = {"nomn"} if token.text in parts.values() else set[str]()
    return frozenset({*forms, *standing})


def _forms_like(token: Token, kind: str, part: str, language: str) -> list[str]:
    return [form.case for form in forms_of(token.text, kind, language) if fold(form.nominative) == fold(part)]
