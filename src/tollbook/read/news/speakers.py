"""Who speaks in a sentence: the one made responsible for the figure, and who passed it on.

The speaker stands before or after a verb of saying, or after "according to".
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from tollbook.model.claims import Standing
from tollbook.read.news.lexicon import Mark, plain_words
from tollbook.read.news.marks import MarkedSentence
from tollbook.read.news.names import CAPITALISED, LONGEST, PERSON_WORDS, Names

__all__ = ["Attribution", "attributions"]

# "Northlight and the Harbour Radio": two names that speak together, no new clause.
JOINED = re.compile(
    r"([^\W\d_a-zа-яёіїєґ][\w'’-]*[»”\"]?\s+)(and|та|і|й|и)(?=\s+(?:the\s)?[«“\"]?[^\W\d_a-zа-яёіїєґ])"
)
HEADED = re.compile(r"([^:.\d]{3,80}):\s")


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
        outlet: Whether it is a medium or an unknown body, which may pass on what others say.
        source: Whether it follows "citing": what a medium passes on is said by it.
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
    outlet: bool = False
    source: bool = False


def attributions(sentence: MarkedSentence, names: Names, party: str | None) -> tuple[Attribution, ...]:
    """Everyone who speaks in a sentence, in order."""
    found = sorted(
        (
            *_according(sentence, names, party),
            *_saying(sentence, names, party),
            *_headed(sentence, names),
        ),
        key=lambda a: a.start,
    )
    found = _cited_sources(found)
    relays = [a for a in found if a.relayed_by and a.name is None]
    speakers = [a for a in found if a not in relays]
    return tuple(speakers) or tuple(relays)


def _cited_sources(found: list[Attribution]) -> list[Attribution]:
    """Everyone who speaks, where one is cited: a medium passes on what its source says.

    Whoever knows for themselves ("the ministry said, citing ...") stays the speaker, and the one
    cited passed it on.
    """
    source = next((a for a in found if a.source), None)
    others = [a for a in found if not a.source and a.name is not None]
    if source is None or not others:
        return found
    if all(other.outlet for other in others):
        return [replace(source, relayed_by=others[0].name)]
    return [replace(a, relayed_by=a.relayed_by or source.name) for a in found if not a.source]


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
                named.name, named.party, mark.start, end, leading, referred=referred,
                cited=mark.value == "speaker", outlet=named.outlet, source=mark.value == "cited",
            )  # fmt: skip


def _headed(sentence: MarkedSentence, names: Names) -> Iterator[Attribution]:
    """The speaker whose name opens the sentence with a colon ("The General Staff: ...")."""
    head = HEADED.match(sentence.sentence.text)
    known = names.place_in(head.group(1)) if head else None
    if (
        head is None
        or known is None
        or any(sentence.start + head.end() > m.start for m in sentence.of("say"))
    ):
        return
    source, start, end = known
    if not plain_words(head.group(1)[:start] + head.group(1)[end:]):
        place = sentence.start + head.end(1)
        yield Attribution(source.name, source.party, sentence.start, place, leading=True)


def _saying(sentence: MarkedSentence, names: Names, party: str | None) -> Iterator[Attribution]:
    for verb in sentence.of("say", "relay_verb"):
        start, end, leading = _subject(sentence, verb)
        start, end = _without_days(sentence, start, end)
        end = _owner_end(sentence, start, end)
        partner = _partner(sentence, names, start, end)
        named = (
            None if _is_no_speaker(sentence, start, end) else names.resolve(sentence, start, partner, party)
        )
        if named is None and end <= verb.start and _opens_name(sentence, verb):
            start, end, leading = verb.end, _phrase_end(sentence, verb.end), False
            named = names.known(sentence, start, end)
        if named is None and _has_antecedent(sentence, names, start, verb):
            start, end, leading = sentence.start, verb.start, True  # "it has been silent since it admitted"
            named = names.known(sentence, start, end)
        if named is None and _is_pronoun(sentence, start, end) and verb.kind == "say":
            yield Attribution(None, None, start, verb.end, leading, Standing(verb.value), referred=True)
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
            together_with=helpers, referred=_is_pronoun(sentence, start, end), outlet=named.outlet,
        )  # fmt: skip


def _has_antecedent(sentence: MarkedSentence, names: Names, start: int, verb: Mark) -> bool:
    """Whether the subject only points back, to somebody the sentence has named before."""
    pronoun = not sentence.between(start, verb.start).strip() or sentence.lexicon.only(
        sentence.between(start, verb.start), "nobody", "conjunctions", "perfect", "adverb"
    )
    before = sentence.between(sentence.start, verb.start)
    capital = any(m.end <= verb.start for m in sentence.of("capital"))
    return names.source_in(before) is not None or (pronoun and capital)


def _without_days(sentence: MarkedSentence, start: int, end: int) -> tuple[int, int]:
    """The words for a speaker without the day of speaking among them."""
    for day in sentence.days:
        if start <= day.start and day.end <= end:
            after, before = sentence.between(day.end, end), sentence.between(start, day.start)
            named_after = CAPITALISED.search(after) or sentence.lexicon.only(before, "near_day", "place")
            start, end = (day.end, end) if named_after else (start, day.start)
    return start, end


def _owner_end(sentence: MarkedSentence, start: int, end: int) -> int:
    """Where the owner ends that only points back ("the ministry's report put"): the owner speaks."""
    owner = re.match(r"(.+?)['’]s(?!\w)", sentence.between(start, end))
    if owner and _is_pronoun(sentence, start, start + owner.end(1)):
        return start + owner.end(1)
    return end


def _opens_name(sentence: MarkedSentence, verb: Mark) -> bool:
    """Whether what follows the verb can be its speaker: no "that", no comma."""
    following = sentence.between(verb.end, sentence.end)
    words = [*plain_words(sentence.between(verb.start, verb.end))[-1:], *plain_words(following)[:1]]
    return (
        not following.lstrip().startswith((",", ":"))
        and not set(words) & sentence.lexicon.words["conjunctions"]
    )


def _subject(sentence: MarkedSentence, verb: Mark) -> tuple[int, int, bool]:
    """Where the speaker stands: before the verb, or after it when the order is turned."""
    before = sentence.between(sentence.start, verb.start)
    agent = re.match(r"\s*(\w+)\s", sentence.between(verb.end, sentence.end))
    if agent and agent.group(1).casefold() in sentence.lexicon.words["agent"]:
        place = verb.end + agent.end()
        return place, _phrase_end(sentence, place), False
    closed = re.search(r"(?:,|[^“\"«]{24}[”\"»])\s*[–—-]?\s*$", before)
    turned = closed and not _closes_aside(sentence, verb)
    if turned or not plain_words(before):
        return verb.end, _phrase_end(sentence, verb.end), False
    start = sentence.start + _clause_start(sentence, before)
    end = _before_helpers(sentence, start, verb.start)
    return start, end, not re.search(r"\d", before[: start - sentence.start])


def _before_helpers(sentence: MarkedSentence, start: int, end: int) -> int:
    """Where the subject ends: before "has visually (confirmed)"."""
    helping = sentence.lexicon.words["perfect"] | sentence.lexicon.words["adverb"]
    text = sentence.between(start, end).rstrip()
    while (last := text.rpartition(" ")[2]) and last.casefold() in helping:
        text = text[: -len(last)].rstrip()
    return start + len(text) if text else end


def _closes_aside(sentence: MarkedSentence, verb: Mark) -> bool:
    """Whether the comma before the verb ends an aside about the speaker, not what was said."""
    following = sentence.between(verb.end, sentence.end)
    after_is_name = CAPITALISED.match(following.lstrip()) and not following.lstrip().startswith(("“", '"'))
    quoted = re.search(r"[”\"»]\s*$", sentence.between(sentence.start, verb.start))
    return not after_is_name and not quoted


def _clause_start(sentence: MarkedSentence, before: str) -> int:
    """Where the clause of the verb begins, asides between commas taken along."""
    text = _plain_names(before).rstrip()
    helping = sentence.lexicon.words["perfect"] | sentence.lexicon.words["adverb"]
    while (last := text.rpartition(" ")[2].casefold()) and last in helping:
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


def _partner(sentence: MarkedSentence, names: Names, start: int, end: int) -> int:
    """Where those who speak together with the first one begin; the end where nobody does."""
    mark = next((m.start for m in sentence.of("together") if start < m.start and m.end <= end), end)
    words = sentence.between(start, mark)
    known = names.place_in(words)
    for joined in JOINED.finditer(words):
        if known is None or not known[1] < joined.start(2) < known[2]:  # "Centre for War and Peace" is one
            return start + joined.start(2)
    return mark


def _helpers(sentence: MarkedSentence, names: Names, start: int, end: int) -> tuple[str, ...]:
    """Those who counted together with the speaker."""
    partner = _partner(sentence, names, start, end)
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
    back = [m for m in sentence.of("referent") if start <= m.start and m.end <= end]
    if back and not _names_somebody(sentence, start, end, back):
        return True
    inside = [m for m in sentence.of("pronoun") if start <= m.start and m.end <= end]
    rest = sentence.between(start, end)
    for mark in inside:
        rest = rest.replace(sentence.between(mark.start, mark.end), "")
    return bool(inside) and sentence.lexicon.only(rest, "fill", "conjunctions", "auxiliary")


def _names_somebody(sentence: MarkedSentence, start: int, end: int, back: Iterable[Mark]) -> bool:
    """Whether a name stands with the words that point back ("the Harbour Institute", not "the institute")."""
    words = sentence.between(start, end)
    for mark in back:
        words = words.replace(sentence.between(mark.start, mark.end), " ")
    bare = re.sub(r"^\W*(?:the|a|an|this|that|its|in)\s", "", words, flags=re.IGNORECASE)
    return bool(re.search(r"[^\W\d_a-zа-яёіїєґ][\w'’]*(?![\w'’-])", bare))


def _is_no_speaker(sentence: MarkedSentence, start: int, end: int) -> bool:
    """Whether the subject is what is counted, not one who speaks ("soldiers were reported dead")."""
    words = [(m.start, m.end) for m in sentence.of("state", "thing", "whole")]
    numbers = [(n.start, n.end) for n in sentence.numbers] + [(d.start, d.end) for d in sentence.days]
    words += [(m.start, m.end) for m in sentence.of("say") if m.start > start]
    inside = any(start <= left and right <= end for left, right in (*words, *numbers))
    return inside or not plain_words(sentence.between(start, end))
