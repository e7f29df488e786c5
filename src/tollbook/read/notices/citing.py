"""The words that are cited for a person: first those that name the person with what is told."""

from collections.abc import Iterator, Sequence

from tollbook.model.documents import Document, Span
from tollbook.read.days import DayMention
from tollbook.read.notices.binding import Link
from tollbook.read.notices.cues import Cue
from tollbook.read.notices.facts import Stretch, owned_days
from tollbook.read.notices.lexicon import Lexicon
from tollbook.read.notices.mentions import find_mentions
from tollbook.read.notices.people import Person
from tollbook.read.notices.sightings import Fact

__all__ = ["bracketed_names", "spans_of"]

LONGEST_SPAN = 220


def spans_of(
    document: Document,
    person: Person,
    links: Sequence[Link],
    ranks: Sequence[Fact],
    stretches: Sequence[Stretch],
) -> Iterator[Span]:
    """First the words that name the person with what is told, then where it is told again."""
    days = [(day, cue) for stretch in stretches for day, cue in owned_days(stretch)]
    named: dict[int, Span] = {}
    for link in links:
        hull = _hull(document, link, ranks, days)
        if hull:
            other = named.get(link.mention.start, hull)
            named[link.mention.start] = document.span(min(hull.start, other.start), max(hull.end, other.end))
    bare = [document.span(m.start, m.end) for m in person.mentions[:1]]
    yield from sorted(named.values(), key=lambda span: span.start) or bare
    yield from (document.span(link.cue.start, link.cue.end) for link in links if not link.direct)


def _hull(
    document: Document, link: Link, ranks: Sequence[Fact], days: Sequence[tuple[DayMention, Cue]]
) -> Span | None:
    """The stretch from the name and its rank to the cue and its day; the name alone if that is long."""
    edges = [link.mention.start, link.mention.end]
    edges += [] if link.in_row else [link.cue.start, link.cue.end]
    edges += [rank.span.start for rank in ranks if 0 <= link.mention.start - rank.span.end <= 1]
    edges += [
        edge
        for day, cue in days
        if cue.start == link.cue.start and not link.in_row
        for edge in (day.start, day.end)
    ]
    words = document.body[min(edges) : max(edges)]
    if len(words) <= LONGEST_SPAN and "\n" not in words and (link.direct or ". " not in words):
        return document.span(min(edges), max(edges))
    return document.span(link.mention.start, link.mention.end) if link.direct else None


def bracketed_names(document: Document, lexicon: Lexicon, person: Person) -> Iterator[Fact]:
    """The name in another script, in brackets right after the name."""
    for mention in person.mentions:
        if document.body[mention.end : mention.end + 2] == " (":
            close = document.body.find(")", mention.end)
            inside = find_mentions(document, mention.end + 2, close, lexicon) if close > 0 else ()
            if len(inside) == 1 and inside[0].end == close:
                span = document.span(inside[0].start, inside[0].end)
                yield Fact("aka", inside[0].name.full, span)
