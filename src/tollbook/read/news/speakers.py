"""Who speaks in a sentence: the one made responsible for the figure, and who passed it on.

The speaker stands before or after a verb of saying, or after "according to". Names are resolved
against the scope; a name that is not there stays as written, without titles. Nobody is invented.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from tollbook.model.claims import Standing
from tollbook.model.scope import Scope, Source, SourceKind
from tollbook.read.news.lexicon import Mark, phrase_pattern, plain_words
from tollbook.read.news.marks import MarkedSentence

__all__ = ["Attribution", "Names", "attributions"]

LONGEST = 140  # characters a speaker's description may have
APOSTROPHES = str.maketrans("’ʼ", "''")
CAPITALISED = re.compile(r"[^\W\d_a-zа-яіїєґ][\w'’-]*(?:\.(?=\s))?")
PERSON_WORDS = 2


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


@dataclass(frozen=True, slots=True)
class Named:
    """A speaker's words resolved."""

    name: str
    party: str | None


class Names:
    """Resolves the words for a speaker; remembers the full names a text has given."""

    def __init__(self, scope: Scope) -> None:
        self.scope = scope
        self.full: dict[str, str] = {}
        self.aliases = sorted(
            ((form, source) for source in scope.sources for form in (source.name, *source.aliases)),
            key=lambda pair: -len(pair[0]),
        )

    def resolve(self, sentence: MarkedSentence, start: int, end: int, party: str | None) -> Named | None:
        """The speaker described from one place to another; ``None`` where nobody is.

        Args:
            sentence: The sentence it stands in.
            start: Where the description begins.
            end: Where it ends.
            party: The side last spoken of, for "the country's ministry".
        """
        words = sentence.between(start, end)
        person = self._person(sentence, start, end)
        source = self.source_in(words)
        if person and (source is None or not _covers(source, person)):
            known = self.scope.source_named(person) or self._by_surname(person)
            return Named(known.name, known.party) if known else Named(person, self._party_in(sentence, start, end))
        if source:
            return Named(source.name, source.party)
        side = self._party_in(sentence, start, end) or (party if _points_back(sentence, start, end) else None)
        if self._is_nobody(sentence, words):
            return None
        return self._body(sentence, start, end, side) or self._as_written(words)

    def known(self, sentence: MarkedSentence, start: int, end: int) -> Named | None:
        """The speaker described, if a person, a source or a side of the scope; no words as written."""
        words = sentence.between(start, end)
        known = self._person(sentence, start, end) or self.source_in(words) or self._party_in(sentence, start, end)
        return self.resolve(sentence, start, end, None) if known else None

    def _by_surname(self, person: str) -> Source | None:
        """A source known by this surname, if the first names can be the same."""
        first, _, last = person.rpartition(" ")
        known = self.scope.source_named(last)
        return known if known and known.name[:1] == first[:1] else None

    def source_in(self, words: str) -> Source | None:
        """The source that the words name, the longest alias first."""
        text = words.casefold().translate(APOSTROPHES)
        for form, source in self.aliases:
            folded = form.casefold().translate(APOSTROPHES)
            if folded in text and re.search(rf"(?<!\w){re.escape(folded)}(?!\w)", text):
                return source
        return None

    def _person(self, sentence: MarkedSentence, start: int, end: int) -> str | None:
        """A person's name: capitals after the last title, office or nation."""
        words = sentence.between(start, end)
        known = self.full.get(words.strip().rpartition(" ")[2].casefold())
        for run in _capital_runs(words):
            names = _after_titles(sentence, start, run)
            if len(names) >= PERSON_WORDS:
                name = " ".join(names)
                self.full[names[-1].casefold()] = name
                return name
            if len(names) == 1 and names[0].casefold() not in self.full:
                self._look_up(sentence, names[0])
            if len(names) == 1 and names[0].casefold() in self.full:
                return self.full[names[0].casefold()]
        return known

    def _look_up(self, sentence: MarkedSentence, surname: str) -> None:
        """Find the full name that the text gives elsewhere for a surname."""
        for match in re.finditer(rf"([^\W\d_a-zа-яіїєґ][\w'-]+)\s+{re.escape(surname)}\b", sentence.body):
            if match.group(1).casefold() not in sentence.lexicon.words["office"]:
                self.full[surname.casefold()] = match.group()

    @staticmethod
    def _party_in(sentence: MarkedSentence, start: int, end: int) -> str | None:
        inside = [m for m in sentence.of("party", "capital") if start <= m.start and m.end <= end]
        return inside[0].value if inside else None

    def _body(self, sentence: MarkedSentence, start: int, end: int, side: str | None) -> Named | None:
        """The body of a side that the words describe ("the country's defence ministry")."""
        if side is None:
            return None
        kinds = [m.value for m in sentence.of("institution") if start <= m.start and m.end <= end]
        for kind in kinds:
            pattern = next(p for k, v, p in sentence.lexicon.patterns if (k, v) == ("institution", kind))
            for source in self.scope.sources:
                forms = (source.name, *source.aliases)
                official = source.kind is SourceKind.OFFICIAL and source.party == side
                if official and any(pattern.search(form) for form in forms):
                    return Named(source.name, side)
        return Named(side, side)

    @staticmethod
    def _as_written(words: str) -> Named | None:
        text = re.sub(r"^(?:the|a|an|one)\s+", "", words.strip(" ,“”\"'‘’«»*:;—–-\n"), flags=re.IGNORECASE)
        text = re.sub(r"\s+(?:also|later|then|are|is|was|were|has|have|had|now|earlier)$", "", text)
        return Named(text, None) if plain_words(text) and len(text) <= LONGEST else None

    @staticmethod
    def _is_nobody(sentence: MarkedSentence, words: str) -> bool:
        """Whether the words name no one who can speak: a pronoun, a story, a version of it."""
        empty = sentence.lexicon.only(words, "auxiliary", "fill", "conjunctions", "passive", "nobody")
        return empty or sentence.lexicon.any_in(words, "no_speaker")


def _covers(source: Source, person: str) -> bool:
    """Whether what looks like a person's name is part of the source's own name."""
    return any(person.casefold() in form.casefold() for form in (source.name, *source.aliases))


def attributions(sentence: MarkedSentence, names: Names, party: str | None) -> tuple[Attribution, ...]:
    """Everyone who speaks in a sentence, in order."""
    found = sorted((*_according(sentence, names, party), *_saying(sentence, names, party)), key=lambda a: a.start)
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
            yield Attribution(named.name, named.party, mark.start, end, leading, referred=referred)


def _saying(sentence: MarkedSentence, names: Names, party: str | None) -> Iterator[Attribution]:
    for verb in sentence.of("say", "relay_verb"):
        start, end, leading = _subject(sentence, verb)
        partner = next((m.start for m in sentence.of("together") if start < m.start and m.end <= end), end)
        named = None if _is_no_speaker(sentence, start, end) else names.resolve(sentence, start, partner, party)
        if named is None and end <= verb.start:
            start, end, leading = verb.end, _phrase_end(sentence, verb.end), False
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
    text = before.rstrip()
    if text.endswith(",") and ", " in text:
        text = text[: text[:-1].rindex(", ")]  # the aside
    edge = _last_edge(sentence, text)
    if _bare_name(text[edge:]) and text[:edge].rstrip().endswith(","):
        edge = _last_edge(sentence, text[:edge].rstrip(", "))  # the office before the name
    return edge


def _last_edge(sentence: MarkedSentence, text: str) -> int:
    """The end of the last sign or conjunction that opens a clause."""
    conjunctions = "|".join(sorted(sentence.lexicon.words["conjunctions"], key=len, reverse=True))
    opening = rf"[;:“”\"«»(]|,\s|\s[–—]\s|(?<!\w)(?:{conjunctions})\s"
    return max((m.end() for m in re.finditer(opening, text, re.IGNORECASE)), default=0)


def _bare_name(text: str) -> bool:
    """Whether only a name stands there, so that its office may stand before the comma."""
    words = text.split()
    return PERSON_WORDS <= len(words) <= PERSON_WORDS + 1 and all(word[:1].isupper() for word in words)


def _phrase_end(sentence: MarkedSentence, start: int) -> int:
    """Where the words for a speaker after the verb or preposition end."""
    text = sentence.between(start, min(sentence.end, start + LONGEST))
    dots = r"\.(?=\s+[^\W\d_a-z])(?<!\b[A-Z]\.)(?<!Gen\.)(?<!Dr\.)"
    stop = re.search(rf"[,;:()“”«\n]|\s[–—]\s|{dots}|\s(?:that|which|who|in|on|told|said|has|have|was|were|—|что|який|що|который)\s", text[1:])
    return start + (stop.start() + 1 if stop else len(text.rstrip(". ")))


def _helpers(sentence: MarkedSentence, names: Names, start: int, end: int) -> tuple[str, ...]:
    """Those who counted together with the speaker."""
    mark = next((m for m in sentence.of("together") if start <= m.start and m.end <= end), None)
    if mark is None:
        return ()
    parts = re.split(r",|\band\b|\bта\b|\bі\b|\bи\b", sentence.between(mark.end, end))
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


def _points_back(sentence: MarkedSentence, start: int, end: int) -> bool:
    return any(start <= m.start and m.end <= end for m in sentence.of("they", "institution"))


def _is_no_speaker(sentence: MarkedSentence, start: int, end: int) -> bool:
    """Whether the subject is what is counted, not one who speaks ("soldiers were reported dead")."""
    marks = (*sentence.of("state", "thing"), *sentence.numbers, *sentence.days)
    return not plain_words(sentence.between(start, end)) or any(start <= m.start and m.end <= end for m in marks)


def _capital_runs(words: str) -> Iterable[list[tuple[int, str]]]:
    """Runs of capitalised words, each with its place."""
    run: list[tuple[int, str]] = []
    last = -9
    for match in re.finditer(r"[\w'’-]+(?:\.(?=\s\w))?", words):
        capital = bool(CAPITALISED.fullmatch(match.group()))
        if capital and (not run or words[last : match.start()].isspace()):
            run.append((match.start(), match.group()))
        else:
            if run:
                yield run
            run = [(match.start(), match.group())] if capital else []
        last = match.end()
    if run:
        yield run


def _after_titles(sentence: MarkedSentence, start: int, run: list[tuple[int, str]]) -> list[str]:
    """What is left of a run after its last title, office or nation."""
    nations = {m.start for m in sentence.of("party", "capital")}
    names: list[str] = []
    for place, word in run:
        bare = re.sub(r"['’]s$", "", word.rstrip("."))
        if word.casefold().rstrip(".") in sentence.lexicon.words["office"] or start + place in nations:
            names = []
        elif bare.isupper() and len(bare) > 1:
            names = []
        else:
            names.append(bare)
    return names
