"""The daily list of a general staff: the enemy's losses, class by class, with increments.

Reads the form, not the army: any staff that the scope knows, in English, Ukrainian or Russian.
A total and its increment are two claims. Personnel are ``losses``: the lists do not say
whether wounded are among them, unless a sentence defines it. Never borrows a number.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from tollbook.model.claims import Claim, Flag, Mode
from tollbook.model.counts import Count, Qualifier
from tollbook.model.dates import FuzzyDate
from tollbook.model.documents import Document, Span, SpanRole
from tollbook.model.findings import Finding, Severity
from tollbook.model.measures import MEANINGS, Group, Measure, Subject
from tollbook.model.readings import Reading
from tollbook.model.scope import Scope
from tollbook.read.lists.blocks import Block, find_blocks
from tollbook.read.lists.header import Header, read_header
from tollbook.read.lists.labels import find_definition
from tollbook.read.lists.lines import ListLine, StrayLine
from tollbook.read.lists.prose import PeopleInProse, find_people, find_retold
from tollbook.read.lists.speaker import Speaker, find_speaker

__all__ = ["GeneralStaffList"]


@dataclass(frozen=True, slots=True)
class _List:
    """One list with what holds for all its lines."""

    document: Document
    block: Block
    header: Header
    speaker: Speaker


class GeneralStaffList:
    """Reads the lists of losses that general staffs publish every day."""

    name = "general_staff_list"
    version = 1

    def fits(self, document: Document, scope: Scope) -> bool:  # noqa: ARG002 - the form alone decides
        """Whether the document holds a list: several classes of equipment, line by line."""
        return bool(find_blocks(document.body))

    def read(self, document: Document, scope: Scope) -> Reading:
        """The claims of every list in the document, and what stood in them but could not be taken."""
        speaker = find_speaker(document, scope)
        readers = (f"{self.name}/{self.version}",)
        if speaker.party is None:
            return Reading(document.id, readers, findings=(_unattributed(document, speaker),))
        claims: list[Claim] = []
        findings: list[Finding] = []
        started, header = _war_started(speaker, scope), None
        for block in find_blocks(document.body):
            header = read_header(document, block.header_start, block.start, started, header)
            one = _List(document, block, header, speaker)
            claims += _defined(document, [*_people_claims(one), *_line_claims(one)])
            findings += _findings(one)
        return Reading(document.id, readers, tuple(claims), (), tuple(findings))


def _war_started(speaker: Speaker, scope: Scope) -> FuzzyDate | None:
    """The first day of the one war in which the party counted meets the publisher's."""
    own = speaker.source.party if speaker.source else None
    wars = [war for war in scope.wars if speaker.party in war.parties and (own is None or own in war.parties)]
    return wars[0].started if len(wars) == 1 else None


def _line_claims(one: _List) -> Iterator[Claim]:
    retold = list(find_retold(one.document.body, one.block.header_start, one.block.start))
    for line in one.block.lines:
        if not isinstance(line, ListLine):
            continue
        span = one.document.span(line.start, line.end)
        if line.total is not None:
            again = tuple(
                one.document.span(told.start, told.end, SpanRole.REPEAT)
                for told in retold
                if told.measure is line.measure and told.value in (line.total.low, line.total.high)
            )
            yield _total(one, line.measure, _hedged(line.total, one.header), (span, *again))
        if line.increment is not None:
            yield _increment(one, line.measure, Count.exactly(line.increment), (span,))


def _people_claims(one: _List) -> Iterator[Claim]:
    """Personnel told in prose, where the list itself has no such line."""
    if any(isinstance(line, ListLine) and _is_people(line.measure) for line in one.block.lines):
        return
    for told in find_people(one.document.body, one.block.header_start, one.block.start):
        yield _people_claim(one, told)


def _people_claim(one: _List, told: PeopleInProse) -> Claim:
    span = (one.document.span(told.start, told.end),)
    make = _total if told.is_total else _increment
    return make(one, told.measure, told.count, span)


def _hedged(total: Count, header: Header) -> Count:
    """A total under a header that calls all of them approximate."""
    is_plain = total.qualifier is Qualifier.EXACT
    return replace(total, qualifier=Qualifier.ABOUT) if header.hedged and is_plain else total


def _total(one: _List, measure: Measure, count: Count, spans: tuple[Span, ...]) -> Claim:
    claim = _claim(one, measure, count, spans)
    flags = frozenset({Flag.DATE_INFERRED}) if one.header.inferred else frozenset()
    covers = one.header.covers
    return replace(claim, mode=Mode.CUMULATIVE, covers=covers, as_of=covers.end, flags=flags)


def _increment(one: _List, measure: Measure, count: Count, spans: tuple[Span, ...]) -> Claim:
    return replace(_claim(one, measure, count, spans), covers=one.header.increment)


def _claim(one: _List, measure: Measure, count: Count, spans: tuple[Span, ...]) -> Claim:
    speaker = one.speaker
    return Claim(
        document_id=one.document.id,
        claimant=speaker.source.name if speaker.source else None,
        party=speaker.party,
        measure=measure,
        count=count,
        mode=Mode.INCREMENT,
        spans=spans,
        group=Group.MILITARY if _is_people(measure) else Group.EQUIPMENT,
        claimant_in_text=speaker.in_text,
        relayed_by=speaker.relayed_by,
    )


def _defined(document: Document, claims: list[Claim]) -> list[Claim]:
    """The claims with ``losses`` narrowed where the document says what it means by them."""
    place = find_definition(document.body)
    if place is None:
        return claims
    span = document.span(*place, SpanRole.DEFINITION)
    return [
        replace(claim, measure=Measure.KILLED_WOUNDED, spans=(*claim.spans, span))
        if claim.measure is Measure.LOSSES
        else claim
        for claim in claims
    ]


def _is_people(measure: Measure) -> bool:
    return MEANINGS[measure].subject is Subject.PEOPLE


def _findings(one: _List) -> Iterator[Finding]:
    where = one.document.locator
    if one.header.covers.end is None:
        message = "the list names no day and its publication day is not known"
        yield Finding("undated-list", Severity.WARNING, where, message, f"character {one.block.start}")
    for line in one.block.lines:
        place = f"characters {line.start} to {line.end}"
        words = one.document.body[line.start : line.end]
        if isinstance(line, StrayLine):
            yield Finding(line.code, Severity.NOTE, where, f"not taken: {words!r}", place)
        elif line.total and line.total.low is not None and (line.increment or 0) > line.total.low:
            message = f"the increment is above the total: {words!r}"
            yield Finding("increment-above-total", Severity.WARNING, where, message, place)


def _unattributed(document: Document, speaker: Speaker) -> Finding:
    who = speaker.source.name if speaker.source else "no official source in scope"
    message = f"a list of losses whose counted party cannot be told (published by: {who})"
    return Finding("unattributed-list", Severity.WARNING, document.locator, message)
