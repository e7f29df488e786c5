"""Which stretches of a text speak of one person, and what they state of the person's days.

A person's sentences are those that name or mean the person; where others are named too, only
the part up to their names counts. A sentence about several people in a row lends each of them
the day and the place, and nothing else.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tollbook.model.documents import Document
from tollbook.model.people import Fate
from tollbook.read.notices.binding import Link
from tollbook.read.notices.cues import Cue
from tollbook.read.notices.facts import Stretch, find_facts, owned_days
from tollbook.read.notices.lexicon import Lexicon
from tollbook.read.notices.mentions import Mention
from tollbook.read.notices.morphology import grammar_of
from tollbook.read.notices.people import Person
from tollbook.read.notices.sightings import Fact
from tollbook.read.sentences import Sentence

__all__ = ["Told", "inherited_day", "shared_facts", "stretches_of"]

AFTER_EVENT = 2
SHARED = {"died", "died_where", "wounded", "missing_since"}


@dataclass(frozen=True, slots=True)
class Told:
    """One sentence, the cues in it and the links they made."""

    sentence: Sentence
    mentions: tuple[Mention, ...]
    cues: tuple[Cue, ...]
    links: tuple[Link, ...]


def stretches_of(document: Document, lexicon: Lexicon, person: Person, told: Sequence[Told]) -> list[Stretch]:
    """The stretches that speak of the person: their sentences, and the next ones that lead back."""
    places = {mention.start for mention in person.mentions}
    found: list[Stretch] = []
    speaking = False
    for item in told:
        own = [m for m in item.mentions if m.start in places]
        linked = any(link.mention.start in places for link in item.links)
        others = [m for m in item.mentions if m.start not in places]
        leads_back = speaking and not others and _leads_back(item.sentence.text, lexicon)
        speaking = bool(own) or linked or leads_back
        if speaking:
            start, end = _bounds(item.sentence, own, others)
            cues = tuple(cue for cue in item.cues if start <= cue.start and cue.end <= end)
            names = tuple((m.start, m.end) for m in item.mentions)
            found.append(Stretch(document, lexicon, start, end, cues, names))
    return found


def _leads_back(text: str, lexicon: Lexicon) -> bool:
    """Whether a sentence that names nobody goes on about the person before it.

    By a pronoun or "the soldier"; by a label ("Вік: 30"); or, where Slavic grammar lets the
    subject go unsaid, by a verb in the past tense or a role as its first word.
    """
    if lexicon.has("pronouns", text) or text.partition(":")[0].casefold() in lexicon.labels:
        return True
    first = text.split(maxsplit=1)[0]
    if lexicon.language == "en":
        return False
    past = {"VERB", "past"} <= grammar_of(first, lexicon.language)
    return past or lexicon.words["roles"].fullmatch(first) is not None


def _bounds(sentence: Sentence, own: Sequence[Mention], others: Sequence[Mention]) -> tuple[int, int]:
    """The part of a sentence that is about its person: up to the neighbours' names."""
    if not own:
        return sentence.start, sentence.end
    start = max((m.end for m in others if m.end <= own[0].start), default=sentence.start)
    end = min((m.start for m in others if m.start >= own[-1].end), default=sentence.end)
    return start, end


def shared_facts(document: Document, lexicon: Lexicon, item: Told, places: set[int]) -> Iterator[Fact]:
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
            yield from (*facts, *inherited_day([stretch], facts, Fate.DEAD))


def inherited_day(stretches: Sequence[Stretch], facts: Sequence[Fact], fate: Fate) -> Iterator[Fact]:
    """The day of the attack in which the person died, where the death has no day of its own."""
    stated = {fact.field for fact in facts}
    if fate is not Fate.DEAD or "died" in stated or "wounded" in stated:
        return
    for number, stretch in enumerate(stretches):
        near = stretches[max(0, number - AFTER_EVENT) : number + 1 + AFTER_EVENT]
        deadly = any(cue.kind in {"death", "memory"} for other in near for cue in other.cues)
        for day, cue in owned_days(stretch):
            if deadly and cue.kind == "event" and day.date.exact:
                yield Fact("died", day.date, stretch.document.span(day.start, day.end))
