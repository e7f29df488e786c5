"""People in running text: obituaries, notices, captions, news.

Sentence by sentence: who is named, what is told, of whom it is told. Only people whose fate
the text itself states become sightings; those who speak, mourn or govern do not.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tollbook.model.documents import Document, Span
from tollbook.model.people import Fate
from tollbook.model.scope import Scope
from tollbook.read.days import DayMention
from tollbook.read.notices.binding import Link, Scene, bind
from tollbook.read.notices.cues import Cue, find_cues
from tollbook.read.notices.facts import Stretch, age_beside, find_facts, owned_days, rank_before
from tollbook.read.notices.gaps import Gaps
from tollbook.read.notices.lexicon import Lexicon
from tollbook.read.notices.mentions import Mention, find_mentions
from tollbook.read.notices.parties import party_near, party_of_document
from tollbook.read.notices.people import Person, gather_people, same_person
from tollbook.read.notices.sightings import Fact, Sighting
from tollbook.read.notices.titles import title_name
from tollbook.read.sentences import Sentence, split_sentences

__all__ = ["read_prose"]

LONGEST_SPAN = 220
HEDGE_REACH = 60
SPEECH_REACH = 22
AFTER_EVENT = 2
SHARED = {"died", "died_where", "wounded", "missing_since"}


@dataclass(frozen=True, slots=True)
class Told:
    """One sentence, the cues in it and the links they made."""

    sentence: Sentence
    mentions: tuple[Mention, ...]
    cues: tuple[Cue, ...]
    links: tuple[Link, ...]


def read_prose(document: Document, scope: Scope, lexicon: Lexicon, lines_taken: frozenset[int]) -> list[Sighting]:
    """The people whose fate the text states, in the order of their first mention.

    Args:
        document: The text.
        scope: The parties.
        lexicon: The words of its language.
        lines_taken: Starts of the lines that a roll has taken.
    """
    sentences = [s for s in split_sentences(document.body) if _line_start(document, s.start) not in lines_taken]
    gaps = Gaps(document.body, lexicon)
    mentions = [
        mention
        for sentence in sentences
        for mention in find_mentions(document, sentence.start, sentence.end, lexicon)
        if gaps.is_person_slot(mention) and gaps.is_shown(mention)
    ]
    people = gather_people(document, _without_glosses(document, lexicon, mentions), lexicon)
    told = _tell(document, lexicon, sentences, people)
    found = [sighting for person in people if (sighting := _sighting(document, scope, lexicon, person, told))]
    return sorted(found, key=lambda sighting: sighting.spans[0].start)


def _without_glosses(document: Document, lexicon: Lexicon, mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions without those that give the one before another name: in brackets, or as an alias."""
    ends = {mention.end for mention in mentions}
    aliases = [
        match.span("aka") for form in lexicon.patterns["aka"] for match in form.finditer(document.body)
    ]
    return [
        m
        for m in mentions
        if not (document.body[m.start - 2 : m.start] == " (" and m.start - 2 in ends)
        and not any(start <= m.start < end for start, end in aliases)
    ]


def _line_start(document: Document, place: int) -> int:
    return document.body.rfind("\n", 0, place) + 1


def _tell(
    document: Document, lexicon: Lexicon, sentences: Sequence[Sentence], people: Sequence[Person]
) -> tuple[Told, ...]:
    """Each sentence with whom its cues are about; who was spoken of last is carried on."""
    gaps = Gaps(document.body, lexicon)
    focus = _titled(document, lexicon, people)
    told: list[Told] = []
    for sentence in sentences:
        here = _within(people, sentence)
        cues = find_cues(document.body, sentence.start, sentence.end, lexicon)
        free = tuple(cue for cue in cues if not any(m.start < cue.end and cue.start < m.end for m in here))
        links = bind(Scene(document, sentence, here, lexicon, focus), free)
        told.append(Told(sentence, here, free, links))
        silent = [mention for mention in here if not _speaks(gaps, mention)]
        focus = next((link.mention for link in links), silent[-1] if silent else focus)
    return tuple(told)


def _titled(document: Document, lexicon: Lexicon, people: Sequence[Person]) -> Mention | None:
    """The first mention of the person that the title names."""
    name = title_name(document, lexicon)
    found = (person.mentions[0] for person in people if name and same_person(person.name, name))
    return next(found, None)


def _within(people: Sequence[Person], sentence: Sentence) -> tuple[Mention, ...]:
    inside = (m for person in people for m in person.mentions if sentence.start <= m.start < sentence.end)
    return tuple(sorted(inside, key=lambda mention: mention.start))


def _speaks(gaps: Gaps, mention: Mention) -> bool:
    """Whether the words beside a name show somebody who speaks or holds an office."""
    after = gaps.body[mention.end : mention.end + SPEECH_REACH]
    before = gaps.body[max(0, mention.start - SPEECH_REACH) : mention.start]
    return gaps.lexicon.has("speech", f"{before} , {after}") or gaps.lexicon.has("officials", before)


def _sighting(
    document: Document, scope: Scope, lexicon: Lexicon, person: Person, told: Sequence[Told]
) -> Sighting | None:
    places = {mention.start for mention in person.mentions}
    links = [link for item in told for link in item.links if link.mention.start in places]
    fate = _fate(document, lexicon, links)
    gaps = Gaps(document.body, lexicon)
    only_led_back = not any(link.direct for link in links)
    if fate is None or (only_led_back and any(_speaks(gaps, mention) for mention in person.mentions)):
        return None
    stretches = _stretches(document, lexicon, person, told)
    facts = [fact for stretch in stretches for fact in find_facts(stretch)]
    facts += [fact for item in told for fact in _shared(document, lexicon, item, places)]
    first = person.mentions[0]
    rank = [fact for m in person.mentions if (fact := rank_before(document, lexicon, m.start, max(0, m.start - 60)))]
    ages = [fact for mention in person.mentions if (fact := age_beside(document, mention.end))]
    lines = [*rank, *ages, *facts, *_bracketed(document, lexicon, person), *_inherited_day(stretches, facts, fate)]
    return Sighting(
        name=person.name,
        fate=fate,
        spans=tuple(_spans(document, person, links, rank, stretches)),
        facts=tuple(fact for fact in lines if fate is Fate.DEAD or fact.field not in {"died", "died_where", "funeral", "funeral_where"}),
        other_names=person.other_names,
        party=party_near(document, scope, first.start, _line_start(document, first.start)) or party_of_document(document, scope, lexicon),
    )


def _fate(document: Document, lexicon: Lexicon, links: Sequence[Link]) -> Fate | None:
    """What became of the person: the last firm word on life or death, else what else is told."""
    kinds = {link.cue.kind for link in links}
    firm = [link.cue for link in links if link.cue.kind in {"death", "memory", "funeral"} and not _hedged(document, lexicon, link.cue)]
    lives = [link.cue for link in links if link.cue.kind == "alive"]
    last = max([*firm, *lives], key=lambda cue: cue.start, default=None)
    if last is not None and last.fate is Fate.DEAD:
        return Fate.DEAD
    if lives:
        struck = kinds & {"wounded", "missing", "captured", "death", "funeral"}
        freed = any(word in cue.text.casefold() for cue in lives for word in ("captiv", "полон", "плен", "обмін", "обмен"))
        return Fate.ALIVE if struck or freed else None
    for kind, fate in (("missing", Fate.MISSING), ("captured", Fate.CAPTURED), ("wounded", Fate.ALIVE)):
        if any(link.cue.kind == kind and link.direct for link in links):
            return fate
    return None


def _hedged(document: Document, lexicon: Lexicon, cue: Cue) -> bool:
    before = document.body[max(0, cue.start - HEDGE_REACH) : cue.start]
    return lexicon.has("hedges", before.rsplit(". ", 1)[-1])


def _stretches(
    document: Document, lexicon: Lexicon, person: Person, told: Sequence[Told]
) -> list[Stretch]:
    """The stretches that speak of the person: their sentences, and the next ones that lead back."""
    places = {mention.start for mention in person.mentions}
    found: list[Stretch] = []
    speaking = False
    for item in told:
        own = [m for m in item.mentions if m.start in places]
        linked = any(link.mention.start in places for link in item.links)
        others = [m for m in item.mentions if m.start not in places]
        leads_back = speaking and not others and lexicon.has("pronouns", item.sentence.text)
        speaking = bool(own) or linked or leads_back
        if speaking:
            start, end = _bounds(item.sentence, own, others)
            cues = tuple(cue for cue in item.cues if start <= cue.start and cue.end <= end)
            names = tuple((m.start, m.end) for m in item.mentions)
            found.append(Stretch(document, lexicon, start, end, cues, names))
    return found


def _shared(document: Document, lexicon: Lexicon, item: Told, places: set[int]) -> Iterator[Fact]:
    """The days and places that a sentence states once for several people in a row."""
    for link in item.links:
        if not link.in_row or link.mention.start not in places:
            continue
        row = [other.mention for other in item.links if other.cue == link.cue]
        start = max(mention.end for mention in row)
        end = min((m.start for m in item.mentions if m.start >= start), default=item.sentence.end)
        before = (item.sentence.start, min(mention.start for mention in row))
        for left, right in (before, (start, end)):
            cues = tuple(cue for cue in item.cues if left <= cue.start and cue.end <= right)
            names = tuple((m.start, m.end) for m in item.mentions)
            stretch = Stretch(document, lexicon, left, right, cues, names)
            facts = [fact for fact in find_facts(stretch) if fact.field in SHARED]
            yield from (*facts, *_inherited_day([stretch], facts, Fate.DEAD))


def _bounds(sentence: Sentence, own: Sequence[Mention], others: Sequence[Mention]) -> tuple[int, int]:
    """The part of a sentence that is about its person: up to the neighbours' names."""
    if not own:
        return sentence.start, sentence.end
    start = max((m.end for m in others if m.end <= own[0].start), default=sentence.start)
    end = min((m.start for m in others if m.start >= own[-1].end), default=sentence.end)
    return start, end


def _inherited_day(stretches: Sequence[Stretch], facts: Sequence[Fact], fate: Fate) -> Iterator[Fact]:
    """The day of the attack in which the person died, where the death has no day of its own."""
    stated = {fact.field for fact in facts}
    if fate is not Fate.DEAD or "died" in stated or "wounded" in stated:
        return
    for number, stretch in enumerate(stretches):
        near = stretches[max(0, number - AFTER_EVENT) : number + 1 + AFTER_EVENT]
        deadly = any(cue.kind == "death" for other in near for cue in other.cues)
        for day, cue in owned_days(stretch):
            if deadly and cue.kind == "event" and day.date.exact:
                yield Fact("died", day.date, stretch.document.span(day.start, day.end))


def _bracketed(document: Document, lexicon: Lexicon, person: Person) -> Iterator[Fact]:
    """The name in another script, in brackets right after the name."""
    for mention in person.mentions:
        if document.body[mention.end : mention.end + 2] == " (":
            close = document.body.find(")", mention.end)
            inside = find_mentions(document, mention.end + 2, close, lexicon) if close > 0 else ()
            if len(inside) == 1 and inside[0].end == close:
                span = document.span(inside[0].start, inside[0].end)
                yield Fact("aka", inside[0].name.full, span)


def _spans(
    document: Document, person: Person, links: Sequence[Link], ranks: Sequence[Fact], stretches: Sequence[Stretch]
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
    edges += [edge for day, cue in days if cue.start == link.cue.start and not link.in_row for edge in (day.start, day.end)]
    words = document.body[min(edges) : max(edges)]
    if len(words) <= LONGEST_SPAN and "\n" not in words and (link.direct or ". " not in words):
        return document.span(min(edges), max(edges))
    return document.span(link.mention.start, link.mention.end) if link.direct else None
