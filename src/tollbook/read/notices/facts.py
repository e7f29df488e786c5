"""What is said about a person in a stretch of text: age, days, places, rank, unit.

Every day belongs to the nearest word that can own a day, so the day of a wound, a funeral, an
award or a report never becomes the day of a death.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tollbook.model.dates import FuzzyDate
from tollbook.model.documents import Document
from tollbook.read.days import DayMention, find_days
from tollbook.read.notices.cues import Cue
from tollbook.read.notices.lexicon import Lexicon
from tollbook.read.notices.sightings import Fact

__all__ = ["LIFE", "Stretch", "age_beside", "find_facts", "owned_days", "rank_before"]

DAY_FIELDS = {
    "death": "died",
    "funeral": "funeral",
    "wounded": "wounded",
    "missing": "missing_since",
    "born": "born",
}  # fmt: skip
PLACE_FIELDS = {"died_where": "death", "funeral_where": "funeral"}
LIFE = re.compile(
    r"(?P<born>\d{1,2}[./]\d{1,2}[./](?:19|20)\d\d|(?:19|20)\d\d)\s*[–—-]\s*"
    r"[†]?\s*(?P<died>\d{1,2}[./]\d{1,2}[./](?:19|20)\d\d|(?:19|20)\d\d)(?!\d)"
)
NUMERIC = re.compile(r"(\d{1,2})[./](\d{1,2})[./](\d{4})")
AFTER_CUE_YEAR = re.compile(r"\s+(?:in|у|в)\s+(?P<year>(?:19|20)\d\d)(?!\d)")
FAR = 120
CLAUSE_COST = 8
YEAR_ONLY_REACH = 12
OLDEST = 110
PLACE_REACH = 90
BEFORE_REACH = 60
BARE_AGE = re.compile(r"(?:,\s*|\s*\()(?P<age>\d{1,3})(?=\s*(?:[,);]|\.(?!\d)|$))")


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of the body that speaks of one person, with the cues and people's names in it."""

    document: Document
    lexicon: Lexicon
    start: int
    end: int
    cues: tuple[Cue, ...]
    names: tuple[tuple[int, int], ...] = ()
    reach: int = FAR

    @property
    def text(self) -> str:
        """The words."""
        return self.document.body[self.start : self.end]

    def fact(self, field: str, value: object, match: re.Match[str], group: str | int = 0) -> Fact:
        """A fact stated by a group of a match in the stretch's text."""
        start, end = match.span(group)
        return Fact(field, value, self.document.span(self.start + start, self.start + end))


def find_facts(stretch: Stretch) -> tuple[Fact, ...]:
    """Every fact the stretch states about its person."""
    return (
        *_life_dates(stretch),
        *_days(stretch),
        *_death_year(stretch),
        *_ages(stretch),
        *_birth_year(stretch),
        *_places(stretch),
        *_worded(stretch, "home", "place", "home"),
        *_worded(stretch, "unit", "unit", "unit"),
        *_worded(stretch, "role", "role", "role"),
        *_worded(stretch, "aka", "aka", "aka"),
    )


def owned_days(stretch: Stretch) -> Iterator[tuple[DayMention, Cue]]:
    """Each day in the stretch with the cue it belongs to."""
    document = stretch.document
    days = find_days(stretch.text, document.language, document.published, offset=stretch.start)
    for day in days:
        if day.relative and stretch.lexicon.words["other_year"].match(document.body, day.end + 1):
            continue
        ranked = sorted(
            ((_distance(document.body, day, cue), cue.start, cue) for cue in stretch.cues),
            key=lambda row: row[:2],
        )
        reach = stretch.reach if day.date.month else YEAR_ONLY_REACH
        if ranked and ranked[0][0] <= reach:
            yield day, ranked[0][2]


def _distance(body: str, day: DayMention, cue: Cue) -> int:
    """How far a day is from a cue; a comma or a stop between them makes it farther."""
    gap = body[cue.end : day.start] if cue.end <= day.start else body[day.end : cue.start]
    after = 0 if cue.end <= day.start else 2
    stops = sum(gap.count(mark) for mark in ",;()") + 2 * gap.count(". ")
    return len(gap) + CLAUSE_COST * stops + after


def _days(stretch: Stretch) -> Iterator[Fact]:
    for day, cue in owned_days(stretch):
        field = DAY_FIELDS.get(cue.kind)
        if field:
            yield Fact(field, day.date, stretch.document.span(day.start, day.end))


def _death_year(stretch: Stretch) -> Iterator[Fact]:
    """A bare year right after a word of death: "died in 2022"; a fuller date elsewhere goes first."""
    for cue in stretch.cues:
        match = AFTER_CUE_YEAR.match(stretch.document.body, cue.end) if cue.kind == "death" else None
        if match:
            yield Fact("died", FuzzyDate(int(match["year"])), stretch.document.span(*match.span("year")))


def _life_dates(stretch: Stretch) -> Iterator[Fact]:
    """The two dates of a life, as on a grave: 12.03.1987 – 14.05.2024."""
    for match in LIFE.finditer(stretch.text):
        born, died = _date(match["born"]), _date(match["died"])
        if born and died and born.last < died.first:
            yield stretch.fact("born", born, match, "born")
            yield stretch.fact("died", died, match, "died")


def _date(text: str) -> FuzzyDate | None:
    numeric = NUMERIC.fullmatch(text)
    if not numeric:
        return FuzzyDate(int(text))
    day, month, year = (int(part) for part in numeric.groups())
    stated = f"{year:04d}-{month:02d}-{day:02d}"
    return next((found.date for found in find_days(stated, "und", None)), None)


def _ages(stretch: Stretch) -> Iterator[Fact]:
    text = stretch.text
    barred = [match.span() for form in stretch.lexicon.patterns["not_age"] for match in form.finditer(text)]
    for form in stretch.lexicon.patterns["age"]:
        for match in form.finditer(text):
            inside = any(start <= match.start("age") < end for start, end in barred)
            if not inside and int(match["age"]) <= OLDEST:
                yield stretch.fact("age", int(match["age"]), match, "age")


def _birth_year(stretch: Stretch) -> Iterator[Fact]:
    for form in stretch.lexicon.patterns["birth_year"]:
        for match in form.finditer(stretch.text):
            yield stretch.fact("born", FuzzyDate(int(match["year"])), match, "year")


def _places(stretch: Stretch) -> Iterator[Fact]:
    """Where the person died and was buried: the place after the cue, or right before it."""
    for field, kind in PLACE_FIELDS.items():
        for cue in stretch.cues:
            if cue.kind == kind:
                yield from (*_place_after(stretch, field, cue), *_place_before(stretch, field, cue))[:1]


def _place_after(stretch: Stretch, field: str, cue: Cue) -> list[Fact]:
    """The first place after a cue, before a cue of another kind."""
    following = [other.start for other in stretch.cues if other.start >= cue.end and other.kind != cue.kind]
    end = min([stretch.end, *following])
    near = (
        match
        for match in _place_matches(stretch, field, cue.end, end)
        if match.start("place") < cue.end + PLACE_REACH
    )
    return [_place_fact(stretch, field, match) for match in sorted(near, key=re.Match.start)[:1]]


def _place_before(stretch: Stretch, field: str, cue: Cue) -> list[Fact]:
    """The place that leads up to a cue, as Slavic word order likes: "біля Діброви загинув"."""
    if stretch.lexicon.language == "en":
        return []
    earlier = [other.end for other in stretch.cues if other.end <= cue.start]
    start = max([stretch.start, cue.start - BEFORE_REACH, *earlier])
    clause = stretch.document.body.rfind(",", start, cue.start) + 1
    matches = _place_matches(stretch, field, max(start, clause), cue.start)
    return [_place_fact(stretch, field, match) for match in sorted(matches, key=re.Match.start)[-1:]]


def _place_matches(stretch: Stretch, field: str, start: int, end: int) -> list[re.Match[str]]:
    return [
        match
        for form in stretch.lexicon.patterns[field]
        for match in form.finditer(stretch.document.body, start, end)
        if not _is_taken(stretch, *match.span("place"))
    ]


def _place_fact(stretch: Stretch, field: str, match: re.Match[str]) -> Fact:
    span = stretch.document.span(*match.span("place"))
    return Fact(field, span.quote, span)


def _is_taken(stretch: Stretch, start: int, end: int) -> bool:
    """Whether the words are somebody's name, a month or something else that is no place."""
    named = any(start < other_end and other_start < end for other_start, other_end in stretch.names)
    first_word = stretch.document.body[start:end].split()[0]
    return named or stretch.lexicon.words["no_place"].fullmatch(first_word) is not None


def _worded(stretch: Stretch, pattern: str, group: str, field: str) -> Iterator[Fact]:
    """The first match of a field's patterns, in the words of the source."""
    for form in stretch.lexicon.patterns[pattern]:
        match = form.search(stretch.text)
        if match and not (field == "home" and _is_taken(stretch, *_moved(match, group, stretch.start))):
            yield stretch.fact(field, match[group].strip(), match, group)
            if field != "aka":
                return


def _moved(match: re.Match[str], group: str, offset: int) -> tuple[int, int]:
    start, end = match.span(group)
    return start + offset, end + offset


def age_beside(document: Document, place: int) -> Fact | None:
    """The age that stands as a bare number right after a name: ``, 30,`` or ``(23)``."""
    match = BARE_AGE.match(document.body, place)
    if not match or int(match["age"]) > OLDEST:
        return None
    return Fact("age", int(match["age"]), document.span(*match.span("age")))


def rank_before(document: Document, lexicon: Lexicon, start: int, floor: int) -> Fact | None:
    """The rank that stands right before a name, in the words of the source."""
    for match in reversed(list(lexicon.words["ranks"].finditer(document.body, floor, start))):
        if re.fullmatch(r"\.?\s+(?:[\w-]+\s+)?", document.body[match.end() : start]):
            return Fact("rank", match.group(), document.span(*match.span()))
    return None
