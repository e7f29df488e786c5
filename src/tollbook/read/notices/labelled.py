"""Pages of labels and values: "Дата загибелі 01.04.2026", one fact a line; and tables in text.

Every label says which field its value is; a day under any other label is nobody's day of death.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from tollbook.model.dates import FuzzyDate
from tollbook.model.documents import Document, Span
from tollbook.model.people import Fate, Name
from tollbook.model.scope import Scope
from tollbook.read.days import find_days
from tollbook.read.notices.cues import find_cues
from tollbook.read.notices.lexicon import Lexicon
from tollbook.read.notices.lines import lines_of
from tollbook.read.notices.mentions import find_mentions
from tollbook.read.notices.parties import party_of_document
from tollbook.read.notices.sightings import Fact, Sighting
from tollbook.read.notices.titles import title_name
from tollbook.text import fold

__all__ = ["read_labels", "read_table"]

SEPARATOR = re.compile(r"\s*[:=\t|–—]\s*|\s*$")
BULLET = re.compile(r"[\s*•●▪–—|-]*")
DATES = {"born", "died", "funeral", "wounded", "missing_since"}
NAMES = ("name", "family", "given", "patronymic")
FEWEST_LABELS = 3
FEWEST_COLUMNS = 3
YEAR = re.compile(r"(?:19|20)\d\d")
CELLS = {"\t": "\t", "|": "|", ";": ";"}


@dataclass(frozen=True, slots=True)
class Value:
    """A value with the field its label announces."""

    field: str
    span: Span


def read_labels(document: Document, scope: Scope, lexicon: Lexicon) -> tuple[list[Sighting], frozenset[int]]:
    """The people of a page of labels and values, and the lines read; nothing if it is no such page."""
    blocks: list[list[Value]] = [[]]
    lines: set[int] = set()
    for start, value in _values(document, lexicon):
        if value.field in NAMES[:2] and any(known.field == value.field for known in blocks[-1]):
            blocks.append([])
        blocks[-1].append(value)
        lines.add(start)
    found = [
        sighting
        for block in blocks
        if len(block) >= FEWEST_LABELS and (sighting := _sighting(document, scope, lexicon, block))
    ]
    return found, frozenset(lines) if found else frozenset()


def _values(document: Document, lexicon: Lexicon) -> Iterator[tuple[int, Value]]:
    """Each labelled value; a label alone on its line has its value on the next."""
    waiting: str | None = None
    for line in lines_of(document.body):
        bullet = BULLET.match(line.text)
        start = line.start + (bullet.end() if bullet else 0)
        field, end = _label(document.body[start : line.end], lexicon)
        if field is None and waiting:
            yield line.start, Value(waiting, document.span(start, line.end))
            waiting = None
        elif field and start + end >= len(document.body[: line.end].rstrip()):
            waiting = field
        elif field:
            yield line.start, Value(field, _stripped(document, start + end, line.end))
            waiting = None


def _label(text: str, lexicon: Lexicon) -> tuple[str | None, int]:
    """The field of the longest label that the text begins with, and where the value begins."""
    lower = text.casefold().replace("’", "'").replace("ʼ", "'")
    for label in sorted(lexicon.labels, key=len, reverse=True):
        rest = lower.removeprefix(label)
        separator = SEPARATOR.match(text, len(label))
        if rest == lower or (rest and rest[0].isalnum()):
            continue
        if separator:
            return lexicon.labels[label], separator.end()
        digit = re.match(r"\s+(?=\d)", rest)
        if digit and lexicon.labels[label] in {*DATES, "age", "other"}:
            return lexicon.labels[label], len(label) + digit.end()
    return None, 0


def _stripped(document: Document, start: int, end: int) -> Span:
    text = document.body[start:end]
    left = start + len(text) - len(text.lstrip(" *|\t"))
    return document.span(left, max(left, start + len(text.rstrip(" *|;\t"))))


def _sighting(document: Document, scope: Scope, lexicon: Lexicon, values: Sequence[Value]) -> Sighting | None:
    named = _name(document, lexicon, values)
    facts = [fact for value in values if (fact := _fact(document, value))]
    fate = _fate(document, lexicon, values, facts)
    if named is None or fate is None:
        return None
    name, span = named
    return Sighting(name, fate, (span,), tuple(facts), party=party_of_document(document, scope, lexicon))


def _name(document: Document, lexicon: Lexicon, values: Sequence[Value]) -> tuple[Name, Span] | None:
    stated: Mapping[str, Span] = {value.field: value.span for value in reversed(values)}
    if "name" in stated and not {"family", "given"} <= stated.keys():
        span = stated["name"]
        found = find_mentions(document, span.start, span.end, lexicon)
        return (found[0].name if found else Name(span.quote), span) if span.quote else None
    if "family" in stated:
        parts = {part: stated[part].quote for part in NAMES[1:] if part in stated}
        return Name(" ".join(parts.values()), **parts), stated["family"]
    name = title_name(document, lexicon)
    place = document.body.casefold().find(name.full.casefold()) if name else -1
    if name is None:
        return None
    span = document.span(place, place + len(name.full)) if place >= 0 else values[0].span
    return name, span


def _fact(document: Document, value: Value) -> Fact | None:
    """The value of one label as the record's field wants it."""
    span = value.span
    if value.field in {"other", "fate", *NAMES} or not span.quote:
        return None
    if value.field == "age":
        digits = re.match(r"\d{1,3}", span.quote)
        return Fact("age", int(digits[0]), span) if digits else None
    if value.field not in DATES:
        return Fact(value.field, span.quote.strip(' «»"“”'), span)
    days = find_days(span.quote, document.language, document.published, offset=span.start)
    if days:
        return Fact(value.field, days[0].date, document.span(days[0].start, days[0].end))
    year = YEAR.search(span.quote)
    return Fact(value.field, FuzzyDate(int(year[0])), span) if year else None


def _fate(
    document: Document, lexicon: Lexicon, values: Sequence[Value], facts: Sequence[Fact]
) -> Fate | None:
    """What the page says became of the person: its own field, else what it has a day or place for."""
    said = [
        cue.fate
        for v in values
        if v.field == "fate"
        for cue in find_cues(document.body, v.span.start, v.span.end, lexicon)
    ]
    stated = [fate for fate in said if fate]
    fields = {fact.field for fact in facts}
    if stated:
        return stated[0]
    if fields & {"died", "died_where", "funeral", "funeral_where"}:
        return Fate.DEAD
    if "missing_since" in fields:
        return Fate.MISSING
    return Fate.DEAD if lexicon.has("dead_lists", document.title or "") else None


def read_table(document: Document, scope: Scope, lexicon: Lexicon) -> tuple[list[Sighting], frozenset[int]]:
    """The people of a table whose first line is made of labels, and the lines read."""
    found: list[Sighting] = []
    lines: set[int] = set()
    columns: list[str | None] = []
    mark = "\t"
    for line in lines_of(document.body):
        head = _header(line.text, lexicon)
        if head:
            mark, columns = head
            lines.add(line.start)
        elif columns and mark in line.text:
            values = _cells(document, line.start, line.text, mark, columns)
            sighting = _sighting(document, scope, lexicon, values)
            lines.add(line.start)
            found += [sighting] if sighting else []
    return found, frozenset(lines)


def _header(text: str, lexicon: Lexicon) -> tuple[str, list[str | None]] | None:
    for mark in CELLS:
        columns = [lexicon.labels.get(_plain(cell)) for cell in text.split(mark)]
        if sum(column is not None for column in columns) >= FEWEST_COLUMNS and {"name", "family"} & {
            *columns
        }:
            return mark, columns
    return None


def _plain(cell: str) -> str:
    return cell.strip(" *").casefold().replace("’", "'").replace("ʼ", "'") or fold(cell)


def _cells(
    document: Document, start: int, text: str, mark: str, columns: Sequence[str | None]
) -> list[Value]:
    values: list[Value] = []
    place = start
    for number, cell in enumerate(text.split(mark)):
        field = columns[number] if number < len(columns) else None
        if field and cell.strip():
            values.append(Value(field, _stripped(document, place, place + len(cell))))
        place += len(cell) + len(mark)
    return values
