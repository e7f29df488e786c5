"""People in running text: obituaries, notices, captions, news.

Sentence by sentence: who is named, what is told, of whom it is told. Only people whose fate
the text itself states become sightings; those who speak, mourn or govern do not.
"""

from collections.abc import Sequence

from tollbook.model.documents import Document
from tollbook.model.people import Fate
from tollbook.model.scope import Scope
from tollbook.read.notices.binding import Link, Scene, bind
from tollbook.read.notices.citing import bracketed_names, spans_of
from tollbook.read.notices.cues import Cue, find_cues
from tollbook.read.notices.facts import Stretch, age_beside, find_facts, rank_before
from tollbook.read.notices.gaps import Gaps
from tollbook.read.notices.lexicon import Lexicon
from tollbook.read.notices.mentions import Mention, find_mentions
from tollbook.read.notices.parties import party_near, party_of_document
from tollbook.read.notices.people import Person, gather_people, same_person
from tollbook.read.notices.sightings import Fact, Sighting
from tollbook.read.notices.stretches import Told, inherited_day, shared_facts, stretches_of
from tollbook.read.notices.titles import title_name
from tollbook.read.sentences import Sentence, split_sentences

__all__ = ["read_prose"]

HEDGE_REACH = 60
HEDGE_AFTER = 16
FREED_REACH = 45
RANK_REACH = 60
ONLY_OF_THE_DEAD = {"died", "died_where", "funeral", "funeral_where"}
FREED = ("captiv", "полон", "плен", "обмін", "обмен")
SPEECH_REACH = 22


def read_prose(
    document: Document, scope: Scope, lexicon: Lexicon, lines_taken: frozenset[int]
) -> list[Sighting]:
    """The people whose fate the text states, in the order of their first mention.

    Args:
        document: The text.
        scope: The parties.
        lexicon: The words of its language.
        lines_taken: Starts of the lines that a roll has taken.
    """
    sentences = [
        s for s in split_sentences(document.body) if _line_start(document, s.start) not in lines_taken
    ]
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
    if fate is None or _is_led_to_a_speaker(document, lexicon, person, links):
        return None
    stretches = stretches_of(document, lexicon, person, told)
    ranks = _ranks(document, lexicon, person)
    facts = [*ranks, *_facts(document, lexicon, person, told, stretches)]
    facts += inherited_day(stretches, facts, fate)
    first = person.mentions[0].start
    near = party_near(document, scope, first, _line_start(document, first))
    return Sighting(
        name=person.name,
        fate=fate,
        spans=tuple(spans_of(document, person, links, ranks, stretches)),
        facts=tuple(fact for fact in facts if fate is Fate.DEAD or fact.field not in ONLY_OF_THE_DEAD),
        other_names=person.other_names,
        party=near or party_of_document(document, scope, lexicon),
    )


def _is_led_to_a_speaker(document: Document, lexicon: Lexicon, person: Person, links: Sequence[Link]) -> bool:
    """Whether only pronouns lead to a person who speaks or holds an office: a likely slip."""
    gaps = Gaps(document.body, lexicon)
    direct = any(link.direct for link in links)
    return not direct and any(_speaks(gaps, mention) for mention in person.mentions)


def _ranks(document: Document, lexicon: Lexicon, person: Person) -> list[Fact]:
    """The rank before each mention, where there is one."""
    starts = (mention.start for mention in person.mentions)
    found = (rank_before(document, lexicon, start, max(0, start - RANK_REACH)) for start in starts)
    return [fact for fact in found if fact]


def _facts(
    document: Document, lexicon: Lexicon, person: Person, told: Sequence[Told], stretches: Sequence[Stretch]
) -> list[Fact]:
    """Every other fact: beside the name, in the person's own stretches, in those shared with others."""
    places = {mention.start for mention in person.mentions}
    facts = [fact for mention in person.mentions if (fact := age_beside(document, mention.end))]
    facts += [fact for stretch in stretches for fact in find_facts(stretch)]
    facts += [fact for item in told for fact in shared_facts(document, lexicon, item, places)]
    return [*facts, *bracketed_names(document, lexicon, person)]


def _fate(document: Document, lexicon: Lexicon, links: Sequence[Link]) -> Fate | None:
    """What became of the person: the last firm word on life or death, else what else is told."""
    kinds = {link.cue.kind for link in links}
    firm = [
        link.cue
        for link in links
        if link.cue.kind in {"death", "memory", "funeral"} and not _hedged(document, lexicon, link.cue)
    ]
    lives = [link.cue for link in links if link.cue.kind == "alive"]
    last = max([*firm, *lives], key=lambda cue: cue.start, default=None)
    if last is not None and last.fate is Fate.DEAD:
        return Fate.DEAD
    if lives:
        struck = kinds & {"wounded", "missing", "captured", "death", "funeral"}
        around = "".join(document.body[cue.start : cue.end + FREED_REACH].casefold() for cue in lives)
        freed = any(word in around for word in FREED)
        return Fate.ALIVE if struck or freed else None
    for kind, fate in (("missing", Fate.MISSING), ("captured", Fate.CAPTURED), ("wounded", Fate.ALIVE)):
        if any(link.cue.kind == kind and link.direct for link in links):
            return fate
    return None


def _hedged(document: Document, lexicon: Lexicon, cue: Cue) -> bool:
    before = document.body[max(0, cue.start - HEDGE_REACH) : cue.end].rsplit(". ", 1)[-1]
    after = document.body[cue.end : cue.end + HEDGE_AFTER].split(".", 1)[0]
    return lexicon.has("hedges", f"{before}{after}")
