"""Cells of a roll that carry no word of their own: a bare place, a bare day, a bare year.

In a list "Зелене" after a name is where the person came from, and a day that nothing else owns
is the day of death in a list of the dead. Only lists are read like this, never prose.
"""

import re
from collections.abc import Sequence

from tollbook.model.dates import FuzzyDate
from tollbook.model.people import Fate
from tollbook.read.days import find_days
from tollbook.read.notices.facts import Stretch
from tollbook.read.notices.sightings import Fact

__all__ = ["loose_facts"]

CELL = re.compile(r"(?:(?!\.\s(?<=\w{4}\.\s))[^,;|\t()–—])+")
PLACE = re.compile(
    r"\s*((?:(?:с|м|г|смт|пгт|пос|д|village of|town of|city of|from|із|з|из)\.?\s+)?"
    r"(?:[A-ZА-ЯЁІЇЄҐ][\w’'ʼ-]+\s?){1,3}(?:(?:район|обл|р-н|область|громада|raion|district)\w*\.?)?)\s*\.?\s*"
)
YEAR = re.compile(r"(?<![\d.])(19\d\d|200\d|201\d)(?![\d.])")
ADULT_YEARS = 12


def loose_facts(stretch: Stretch, known: Sequence[Fact], fate: Fate) -> list[Fact]:
    """The facts of cells that no pattern has taken; ``stretch`` begins after the name."""
    taken = [(fact.span.start, fact.span.end) for fact in known]
    taken += [(cue.start, cue.end) for cue in stretch.cues]
    fields = {fact.field for fact in known}
    found = [*_days(stretch, fields, taken, fate)]
    taken += [(fact.span.start, fact.span.end) for fact in found]
    if "rank" not in fields:
        found += _rank(stretch)
    if "home" not in fields:
        found += _home(stretch, taken)
    if "born" not in {*fields, *(fact.field for fact in found)}:
        found += _birth_year(stretch, taken)
    return found


def _free(taken: Sequence[tuple[int, int]], start: int, end: int) -> bool:
    return not any(start < other_end and other_start < end for other_start, other_end in taken)


def _days(stretch: Stretch, fields: set[str], taken: Sequence[tuple[int, int]], fate: Fate) -> list[Fact]:
    document = stretch.document
    days = [
        day
        for day in find_days(stretch.text, document.language, document.published, offset=stretch.start)
        if day.date.exact and not day.relative and _free(taken, day.start, day.end)
    ]
    spans = [(day.date, document.span(day.start, day.end)) for day in days]
    if (
        len(spans) > 1
        and spans[0][0].year + ADULT_YEARS < spans[-1][0].year
        and not {"born", "died"} & fields
    ):
        return (
            [Fact("born", *spans[0]), Fact("died", *spans[-1])]
            if fate is Fate.DEAD
            else [Fact("born", *spans[0])]
        )
    facts: list[Fact] = []
    for date, span in spans:
        old = document.published is not None and date.year + ADULT_YEARS < document.published.year
        field = "born" if old else "died"
        if field not in fields and (old or fate is Fate.DEAD):
            facts.append(Fact(field, date, span))
    return facts


def _home(stretch: Stretch, taken: Sequence[tuple[int, int]]) -> list[Fact]:
    """The first cell that is nothing but a place."""
    for cell in CELL.finditer(stretch.text):
        match = PLACE.fullmatch(cell.group())
        if match:
            start = stretch.start + cell.start() + match.start(1)
            text = match[1].rstrip(". ")
            span = stretch.document.span(start, start + len(text))
            ranked = any(stretch.lexicon.words[name].match(text) for name in ("ranks", "no_place"))
            if _free(taken, span.start, span.end) and not ranked and not stretch.lexicon.has("roles", text):
                return [Fact("home", span.quote, span)]
    return []


def _rank(stretch: Stretch) -> list[Fact]:
    """The first cell that is nothing but a rank."""
    for cell in CELL.finditer(stretch.text):
        words = cell.group().strip(" .")
        if words and stretch.lexicon.words["ranks"].fullmatch(words):
            start = stretch.start + cell.start() + cell.group().index(words)
            return [Fact("rank", words, stretch.document.span(start, start + len(words)))]
    return []


def _birth_year(stretch: Stretch, taken: Sequence[tuple[int, int]]) -> list[Fact]:
    for match in YEAR.finditer(stretch.text):
        start, end = stretch.start + match.start(), stretch.start + match.end()
        if _free(taken, start, end):
            return [Fact("born", FuzzyDate(int(match[1])), stretch.document.span(start, end))]
    return []
