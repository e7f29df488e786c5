"""Who speaks in a sentence: the one made responsible for the figure, and who passed it on.

The speaker stands before or after a verb of saying, or after "according to".
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tollbook.model.claims import Standing
from tollbook.read.news.lexicon import Mark, plain_words
from tollbook.read.news.marks import MarkedSentence
from tollbook.read.news.names import LONGEST, PERSON_WORDS, Names

__all__ = ["Attribution", "attributions"]

# "Northlight and the Harbour Radio": two names that speak together, no new clause.
JOINED = re.compile(
    r"([^\W\d_a-zа-яіїєґ][\w'’-]*[»”\"]?\s+)(and|та|і|й|и)(?=\s+(?:the\s)?[«“\"]?[^\W\d_a-zа-яіїєґ])"
)
CAPITALISED = re.compile(r"[^\W\d_a-zа-яіїєґ][\w'’-]*(?:\.(?=\s))?")


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who says what a sentence says.

    Attributes:
        name: The speaker's canonical name, or the name as written.
        party: The side the speaker belongs to or serves, where known.
        start, end: Where the speaker and the verb stand in the body.
        leading: Whether the speaker stands as the subject, before what is said.
        standing: What the verb says of the figure ("confirmed", "estimated").
        relayed_by: Who passed it on.
        together_with: Who else counted.
        cited: Whether it follows "according to": where somebody else speaks, it passed that on.
        referred: Whether the words only point back to somebody named before ("he", "the ministry").
    """

    name: str | None
    party: str | None
    start: int
    end: int
    leading: bool
    standing: Standing = Standing.CLAIMED
    relayed_by: str | None = None
    together_with: tuple[str, ...] = ()
    referred: bool = False
    cited: bool = False


def attributions(sentence: MarkedSentence, names: Names, party: str | None) -> tuple[Attribution, ...]:
    """Everyone who speaks in a sentence, in order."""
    found = sorted(
        (*_according(sentence, names, party), *_saying(sentence, names, party)), key=lambda a: a.start
    )
    relays = [a for a in found if a.relayed_by and a.name is None]
    speakers = [a for a in found if a not in relays]
    return tuple(speakers) or tuple(relays)


def _according(sentence: MarkedSentence, names: Names, party: str | None) -> Iterator[Attribution]:
    for mark in sentence.of("according"):
        end = _phrase_end(sentence, mark.end)
        named = names.resolve(sentence, mark.end, end, party)
        if named is None:
            continue
        leading = not plain_words(sentence.between(sentence.start, mark.start))
        if mark.value == "relay":
            yield Attribution(None, None, mark.start, end, leading, relayed_by=named.name)
        else:
            referred = _is_pronoun(sentence, mark.end, end)
            yield Attribution(
                named.name, named.party, mark.start, end, leading, referred=referred, cited=True
            )


def _saying(sentence: MarkedSentence, names: Names, party: str | None) -> Iterator[Attribution]:
    for verb in sentence.of("say", "relay_verb"):
        start, end, leading = _subject(sentence, verb)
        start, end = _without_days(sentence, start, end)
        partner = _partner(sentence, start, end)
        named = (
            None if _is_no_speaker(sentence, start, end) else names.resolve(sentence, start, partner, party)
        )
        if named is None and end <= verb.start and _opens_name(sentence, verb.end):
            start, end, leading = verb.end, _phrase_end(sentence, verb.end), False
            named = names.known(sentence, start, end)
        if named is None and names.source_in(sentence.between(sentence.start, verb.start)):
            start, end, leading = sentence.start, verb.start, True  # "it has been silent since it admitted"
            named = names.known(sentence, start, end)
        if named is None:
            continue
        edge = (min(start, verb.start), max(end, verb.end))
        if verb.kind == "relay_verb":
            yield Attribution(None, None, *edge, leading, relayed_by=named.name)
            continue
        standing = Standing(verb.value)
        helpers = _helpers(sentence, names, start, verb.start)
        yield Attribution(
            named.name, named.party, *edge, leading, standing,
            together_with=helpers, referred=_is_pronoun(sentence, start, end),
        )  # fmt: skip


def _without_days(sentence: MarkedSentence, start: int, end: int) -> tuple[int, int]:
    """The words for a speaker without the day of speaking among them."""
    for day in sentence.days:
        if start <= day.start and day.end <= end:
            after = sentence.between(day.end, end)
            start, end = (day.end, end) if CAPITALISED.search(after) else (start, day.start)
    return start, end


def _opens_name(sentence: MarkedSentence, place: int) -> bool:
    """Whether what follows the verb can be its speaker: no "that", no comma."""
    following = sentence.between(place, sentence.end)
    words = plain_words(following)[:1]
    return (
        not following.lstrip().startswith((",", ":"))
        and not set(words) & sentence.lexicon.words["conjunctions"]
    )


def _subject(sentence: MarkedSentence, verb: Mark) -> tuple[int, int, bool]:
    """Where the speaker stands: before the verb, or after it when the order is turned."""
    before = sentence.between(sentence.start, verb.start)
    agent = re.match(r"\s*(\w+)\s", sentence.between(verb.end, sentence.end))
    passive = set(plain_words(before)[-1:]) & sentence.lexicon.words["passive"]
    if agent and passive and agent.group(1).casefold() in sentence.lexicon.words["agent"]:
        place = verb.end + agent.end()
        return place, _phrase_end(sentence, place), False
    closed = re.search(r"(?:,|[^“\"«]{24}[”\"»])\s*[–—-]?\s*$", before)
    turned = closed and not _closes_aside(sentence, verb)
    if turned or not plain_words(before):
        return verb.end, _phrase_end(sentence, verb.end), False
    start = sentence.start + _clause_start(sentence, before)
    return start, verb.start, not re.search(r"\d", before[: start - sentence.start])


def _closes_aside(sentence: MarkedSentence, verb: Mark) -> bool:
    """Whether the comma before the verb ends an aside about the speaker, not what was said."""
    following = sentence.between(verb.end, sentence.end)
    after_is_name = CAPITALISED.match(following.lstrip()) and not following.lstrip().startswith(("“", '"'))
    quoted = re.search(r"[”\"»]\s*$", sentence.between(sentence.start, verb.start))
    return not after_is_name and not quoted


def _clause_start(sentence: MarkedSentence, before: str) -> int:
    """Where the clause of the verb begins, asides between commas taken along."""
    text = _plain_names(before).rstrip()
    while (last := text.rpartition(" ")[2].casefold()) and last in sentence.lexicon.words["perfect"]:
        text = text[: -len(last)].rstrip()
    if text.endswith(",") and ", " in text:
        text = text[: text[:-1].rindex(", ")]  # the aside
    edge = _last_edge(sentence, text)
    if _bare_name(text[edge:]) and text[:edge].rstrip().endswith(","):
        office = _last_edge(sentence, text[:edge].rstrip(", "))
        edge = edge if re.search(r"\d", text[office:edge]) else office  # the office before the name
    return edge


def _last_edge(sentence: MarkedSentence, text: str) -> int:
    """The end of the last sign or conjunction that opens a clause."""
    conjunctions = "|".join(sorted(sentence.lexicon.words["conjunctions"], key=len, reverse=True))
    text = JOINED.sub(lambda m: f"{m.group(1)}{'_' * len(m.group(2))}", text)
    opening = rf"[;:“”\"«»(]|,\s|\s[–—]\s|(?<!\w)(?:{conjunctions})\s"
    return max((m.end() for m in re.finditer(opening, text, re.IGNORECASE)), default=0)


def _plain_names(text: str) -> str:
    """The text with the quotation marks around a short name blanked («Нортлайт»), as long as before."""
    return re.sub(r"[«“\"]([^«»“”\"]{1,40})[»”\"]", lambda m: f" {m.group(1)} ", text)


def _bare_name(text: str) -> bool:
    """Whether only a name stands there, so that its office may stand before the comma."""
    words = text.split()
    return PERSON_WORDS <= len(words) <= PERSON_WORDS + 1 and all(word[:1].isupper() for word in words)


def _phrase_end(sentence: MarkedSentence, start: int) -> int:
    """Where the words for a speaker after the verb or preposition end."""
    text = _plain_names(sentence.between(start, min(sentence.end, start + LONGEST)))
    dots = r"\.(?=\s+[^\W\d_a-z])(?<!\b[A-Z]\.)(?<!Gen\.)(?<!Dr\.)"
    stop = re.search(
        rf"[,;:()“”«\n]|\s[–—]\s|{dots}|\s(?:that|which|who|in|on|told|said|has|have|was|were|—|что|який|що|который)\s",
        text[1:],
    )
    return start + (stop.start() + 1 if stop else len(text.rstrip(". ")))


def _partner(sentence: MarkedSentence, start: int, end: int) -> int:
    """Where those who speak together with the first one begin; the end where nobody does."""
    mark = next((m.start for m in sentence.of("together") if start < m.start and m.end <= end), end)
    joined = JOINED.search(sentence.between(start, mark))
    return start + joined.start(2) if joined else mark


def _helpers(sentence: MarkedSentence, names: Names, start: int, end: int) -> tuple[str, ...]:
    """Those who counted together with the speaker."""
    partner = _partner(sentence, start, end)
    mark = next((m for m in sentence.of("together") if m.start == partner), None)
    parts = re.split(r",|\band\b|\bта\b|\bі\b|\bи\b", sentence.between(mark.end if mark else partner, end))
    found = []
    for part in parts:
        source = names.source_in(part)
        words = source.name if source else re.sub(r"^the\s+", "", part.strip())
        if plain_words(words) and not sentence.lexicon.only(words, "auxiliary", "fill"):
            found.append(words)
    return tuple(found)


def _is_pronoun(sentence: MarkedSentence, start: int, end: int) -> bool:
    if any(start <= m.start and m.end <= end for m in sentence.of("referent")):
        return True
    inside = [m for m in sentence.of("pronoun") if start <= m.start and m.end <= end]
    rest = sentence.between(start, end)
    for mark in inside:
        rest = rest.replace(sentence.between(mark.start, mark.end), "")
    return bool(inside) and sentence.lexicon.only(rest, "fill", "conjunctions", "auxiliary")


def _is_no_speaker(sentence: MarkedSentence, start: int, end: int) -> bool:
    """Whether the subject is what is counted, not one who speaks ("soldiers were reported dead")."""
    words = [(m.start, m.end) for m in sentence.of("state", "thing", "whole")]
    numbers = [(n.start, n.end) for n in sentence.numbers] + [(d.start, d.end) for d in sentence.days]
    inside = any(start <= left and right <= end for left, right in (*words, *numbers))
    return inside or not plain_words(sentence.between(start, end))
