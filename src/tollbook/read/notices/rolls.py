"""Rolls: lists of names with one person a line, and tables in text.

A line of a roll begins with the name; what follows is cut at commas, semicolons, bars or tabs.
What became of the people stands in the line itself, in the heading, or is the nature of the
source (a cemetery's list). A line whose fate nothing tells is a finding, never a death.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from tollbook.model.documents import Document
from tollbook.model.findings import Finding, Severity
from tollbook.model.people import Fate
from tollbook.model.scope import Scope, SourceKind
from tollbook.read.notices.cues import Cue, find_cues
from tollbook.read.notices.facts import LIFE, Stretch, age_beside, find_facts, rank_before
from tollbook.read.notices.lexicon import Lexicon
from tollbook.read.notices.lines import Line, lines_of
from tollbook.read.notices.loose import loose_facts
from tollbook.read.notices.mentions import Mention, find_mentions
from tollbook.read.notices.parties import party_near, party_of_document
from tollbook.read.notices.sightings import Fact, Sighting

__all__ = ["Roll", "read_rolls"]

PREFIX = re.compile(r"[\s>*•●▪️–—-]*(?:№?\s*\d{1,5}\s*[.)|;,\t]\s*)?[|\s]*[†✝🕯]*\s*")
AFTER_NAME = re.compile(r"\s*(?:$|[,;|\t(:†]|[–—-]\s|\d)")
LONGEST = 260
SHORTEST_ROLL = 2
CELL_REACH = 14
LISTS = {
    "dead_lists": Fate.DEAD,
    "missing_lists": Fate.MISSING,
    "captured_lists": Fate.CAPTURED,
    "alive_lists": Fate.ALIVE,
}
GRAVES = {SourceKind.CEMETERY, SourceKind.REGISTRY}


@dataclass(frozen=True, slots=True)
class Roll:
    """What the rolls of a document hold: people, doubts, and the lines they took."""

    sightings: tuple[Sighting, ...]
    findings: tuple[Finding, ...]
    lines: frozenset[int]


@dataclass(frozen=True, slots=True)
class Row:
    """A line of a roll and the name it begins with."""

    line: Line
    mention: Mention


def read_rolls(document: Document, scope: Scope, lexicon: Lexicon) -> Roll:
    """The people of every run of lines that each begin with a name."""
    sightings: list[Sighting] = []
    findings: list[Finding] = []
    lines: set[int] = set()
    for heading, rows in _blocks(document, lexicon):
        default = _heading_fate(document, scope, lexicon, heading)
        for row in rows:
            sighting = _sighting(document, scope, lexicon, row, default)
            lines.add(row.line.start)
            if sighting:
                sightings.append(sighting)
            else:
                findings.append(_no_fate(document, row))
    return Roll(tuple(sightings), tuple(findings), frozenset(lines))


def _blocks(document: Document, lexicon: Lexicon) -> Iterator[tuple[str, list[Row]]]:
    """Runs of neighbouring lines that begin with a name, each with its heading."""
    heading, rows = "", list[Row]()
    for line in lines_of(document.body):
        row = _row(document, lexicon, line)
        if row:
            rows.append(row)
            continue
        if _is_roll(rows):
            yield heading, rows
        heading, rows = line.text, []
    if _is_roll(rows):
        yield heading, rows


def _is_roll(rows: Sequence[Row]) -> bool:
    """Whether lines that begin with names are a list: several, or one with the dates of a life."""
    return len(rows) >= SHORTEST_ROLL or any(LIFE.search(row.line.text) for row in rows)


def _row(document: Document, lexicon: Lexicon, line: Line) -> Row | None:
    prefix = PREFIX.match(line.text)
    start = line.start + (prefix.end() if prefix else 0)
    if len(line.text) > LONGEST:
        return None
    mention = next(iter(find_mentions(document, start, line.end, lexicon)), None)
    if mention is None or not AFTER_NAME.match(document.body[mention.end : line.end]):
        return None
    before = document.body[start : mention.start]
    ranked = lexicon.words["ranks"].fullmatch(before.strip(" .,")) is not None
    return Row(line, mention) if ranked or not before.strip() else None


def _heading_fate(document: Document, scope: Scope, lexicon: Lexicon, heading: str) -> Fate | None:
    """What the heading, the title or the nature of the source says of everyone in the list."""
    for text in (heading, document.title or ""):
        for name, fate in LISTS.items():
            if lexicon.has(name, text):
                return fate
    source = scope.source_named(document.publisher)
    return Fate.DEAD if source and source.kind in GRAVES else None


def _sighting(
    document: Document, scope: Scope, lexicon: Lexicon, row: Row, default: Fate | None
) -> Sighting | None:
    mention, line = row.mention, row.line
    cues = tuple(
        cue for cue in find_cues(document.body, line.start, line.end, lexicon) if cue.start >= mention.end
    )
    fate = _line_fate(cues, document.body[line.start : line.end]) or default
    if fate is None:
        return None
    stretch = Stretch(
        document, lexicon, line.start, line.end, cues, ((mention.start, mention.end),), CELL_REACH
    )
    rank = rank_before(document, lexicon, mention.start, line.start)
    age = age_beside(document, mention.end)
    facts = [fact for fact in (rank, age) if fact] + list(find_facts(stretch))
    facts += loose_facts(replace(stretch, start=mention.end), facts, fate)
    return Sighting(
        mention.name,
        fate,
        (document.span(*_extent(mention, rank)),),
        _without_contradictions(facts),
        party=party_near(document, scope, mention.start, line.start)
        or party_of_document(document, scope, lexicon),
    )


def _line_fate(cues: Sequence[Cue], text: str) -> Fate | None:
    fates = [cue.fate for cue in cues if cue.fate]
    if Fate.DEAD in fates or "†" in text or "✝" in text:
        return Fate.DEAD
    return fates[-1] if fates else None


def _extent(mention: Mention, rank: Fact | None) -> tuple[int, int]:
    return (rank.span.start if rank else mention.start), mention.end


def _without_contradictions(facts: Sequence[Fact]) -> tuple[Fact, ...]:
    """The facts without a birth that the same words state as a death."""
    died = {fact.span.start for fact in facts if fact.field == "died"}
    return tuple(fact for fact in facts if fact.field != "born" or fact.span.start not in died)


def _no_fate(document: Document, row: Row) -> Finding:
    return Finding(
        "no-fate",
        Severity.NOTE,
        document.locator,
        f"nothing says what became of the person named {row.mention.name.full!r}",
        f"line {row.line.number}",
    )
