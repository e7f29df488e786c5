"""Resolves the words for a speaker: a person, a source of the scope, a body of a side.

A name that the scope does not know stays as written, without titles. Nobody is invented.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from tollbook.model.scope import Scope, Source, SourceKind
from tollbook.read.news.case_forms import CASED, CaseForms, nominative_of
from tollbook.read.news.lexicon import plain_words
from tollbook.read.news.marks import MarkedSentence

__all__ = ["LONGEST", "PERSON_WORDS", "Named", "Names"]

ABBREVIATION = 5  # letters of a name in capitals that may be a word as well
LONGEST = 140  # characters a speaker's description may have
APOSTROPHES = str.maketrans("’ʼ", "''")
CAPITALISED = re.compile(r"[^\W\d_a-zа-яёіїєґ][\w'’-]*(?:\.(?=\s))?")
PERSON_WORDS = 2
PARTICLES = frozenset({"van", "von", "der", "den", "de", "la", "bin", "ibn", "al", "el", "ben"})


@dataclass(frozen=True, slots=True)
class Named:
    """A speaker's words resolved.

    Attributes:
        name: The canonical name, or the name as written.
        party: The side it belongs to.
        outlet: Whether it is one who passes on what others say: a medium, or a body nobody knows.
    """

    name: str
    party: str | None
    outlet: bool = False


class Names:
    """Resolves the words for a speaker; remembers the full names a text has given."""

    def __init__(self, scope: Scope, language: str = "en") -> None:
        self.scope, self.language = scope, language
        self.cases = CaseForms(scope, language) if language in CASED else None
        self.full: dict[str, str] = {}
        self.last: Source | None = None
        forms = (
            (form, source)
            for source in scope.sources
            for form in (source.name, source.name.partition(" (")[0], *source.aliases)
        )
        self.aliases = sorted(
            ((form, form.casefold().translate(APOSTROPHES), source) for form, source in forms),
            key=lambda alias: -len(alias[0]),
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
            return _of(known) if known else Named(person, self._party_in(sentence, start, end))
        if source:
            return _of(source)
        side = self._party_in(sentence, start, end) or (party if _points_back(sentence, start, end) else None)
        bodies = any(start <= m.start and m.end <= end for m in sentence.of("institution"))
        independent = not bodies and sentence.lexicon.any_in(words, "organisation")
        if side and independent and CAPITALISED.search(words):
            return self._as_written(words)
        if side and sentence.lexicon.any_in(words, "several"):
            written = self._as_written(words)
            return written and replace(written, party=side, outlet=False)
        if self._is_nobody(sentence, words):
            return None
        return self._body(sentence, start, end, side) or self._as_written(words)

    def known(self, sentence: MarkedSentence, start: int, end: int) -> Named | None:
        """The speaker described, if a person, a source or a side of the scope; no words as written."""
        words = sentence.between(start, end)
        known = (
            self._person(sentence, start, end)
            or self.source_in(words)
            or self._party_in(sentence, start, end)
        )
        return self.resolve(sentence, start, end, None) if known else None

    def _by_surname(self, person: str) -> Source | None:
        """A source known by this surname, if the first names can be the same."""
        first, _, last = person.rpartition(" ")
        known = self.scope.source_named(last)
        return known if known and known.name[:1] == first[:1] else None

    def source_in(self, words: str) -> Source | None:
        """The source that the words name, the longest alias first."""
        found = self.place_in(words)
        return found[0] if found else None

    def place_in(self, words: str) -> tuple[Source, int, int] | None:
        """The source that the words name, and where; an abbreviation ("WHO") only as it is written."""
        written = words.translate(APOSTROPHES)
        text = written.casefold()
        for form, folded, source in self.aliases:
            if folded not in text:
                continue
            short = form.isupper() and len(form) <= ABBREVIATION
            found = re.search(
                rf"(?<!\w){re.escape(form if short else folded)}(?!\w)", written if short else text
            )
            if found:
                return source, found.start(), found.end()
        return self.cases.find(words) if self.cases else None

    def _person(self, sentence: MarkedSentence, start: int, end: int) -> str | None:
        """A person's name: capitals after the last title, office or nation."""
        words = sentence.between(start, end)
        known = self.full.get(words.strip().rpartition(" ")[2].casefold())
        for run in _capital_runs(words):
            names = _after_titles(sentence, start, run)
            if set(plain_words(" ".join(names))) & sentence.lexicon.words["organisation"]:
                continue
            if len(names) >= PERSON_WORDS:
                name = nominative_of(names, self.language) if self.cases else " ".join(names)
                self.full[names[-1].casefold()] = self.full[name.rpartition(" ")[2].casefold()] = name
                return name
            if len(names) == 1 and names[0].casefold() not in self.full:
                self._look_up(sentence, names[0])
            if len(names) == 1 and names[0].casefold() in self.full:
                return self.full[names[0].casefold()]
        return known

    def _look_up(self, sentence: MarkedSentence, surname: str) -> None:
        """Find the full name that the text gives elsewhere for a surname."""
        for match in re.finditer(rf"([^\W\d_a-zа-яёіїєґ][\w'-]+)\s+{re.escape(surname)}\b", sentence.body):
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
        named_side = self._party_in(sentence, start, end)
        for kind in kinds:
            pattern = next(p for k, v, p in sentence.lexicon.patterns if (k, v) == ("institution", kind))
            before = (self.last,) if self.last and named_side is None else ()
            of_side = (source for source in self.scope.sources if source.party == side)
            for source in (*before, *of_side):
                is_body = any(pattern.search(form) for form in (source.name, *source.aliases))
                if source.kind is SourceKind.OFFICIAL and is_body:
                    return Named(source.name, source.party)
        return Named(side, side)

    @staticmethod
    def _as_written(words: str) -> Named | None:
        text = re.sub(r"^(?:the|a|an|one)\s+", "", words.strip(" ,“”\"'‘’«»*:;—–-\n"), flags=re.IGNORECASE)
        text = re.sub(r"\s+(?:also|later|then|are|is|was|were|has|have|had|now|earlier)$", "", text)
        return Named(text, None, outlet=True) if plain_words(text) and len(text) <= LONGEST else None

    @staticmethod
    def _is_nobody(sentence: MarkedSentence, words: str) -> bool:
        """Whether the words name no one who can speak: a pronoun, a story, a version of it."""
        empty = sentence.lexicon.only(words, "auxiliary", "fill", "conjunctions", "passive", "nobody")
        return empty or sentence.lexicon.any_in(words, "no_speaker")


def _of(source: Source) -> Named:
    return Named(source.name, source.party, source.kind is SourceKind.MEDIA)


def _covers(source: Source, person: str) -> bool:
    """Whether what looks like a person's name is part of the source's own name, or ends in it."""
    said = person.casefold()
    forms = [form.casefold() for form in (source.name, *source.aliases)]
    return any(said in form or (" " in form and said.endswith(f" {form}")) for form in forms)


def _points_back(sentence: MarkedSentence, start: int, end: int) -> bool:
    """Whether the words mean a body of the side last spoken of ("the ministry", "its army")."""
    inside = [m for m in sentence.of("they", "institution") if start <= m.start and m.end <= end]
    bodies = [m for m in inside if m.value != "government"]
    strange = CAPITALISED.search(
        _blanked(sentence.between(start, end), [(m.start - start, m.end - start) for m in inside])
    )
    return bool(bodies) and not (strange and strange.start())


def _blanked(text: str, places: Iterable[tuple[int, int]]) -> str:
    for left, right in places:
        text = text[:left] + " " * (right - left) + text[right:]
    return text


def _capital_runs(words: str) -> Iterable[list[tuple[int, str]]]:
    """Runs of capitalised words, each with its place."""
    run: list[tuple[int, str]] = []
    last = -9
    for match in re.finditer(r"[\w'’-]+(?:\.(?=\s\w))?", words):
        capital = bool(CAPITALISED.fullmatch(match.group()))
        if run and match.group() in PARTICLES and words[last : match.start()].isspace():
            run.append((match.start(), match.group()))
            last = match.end()
            continue
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
        if (
            word.casefold().rstrip(".") in sentence.lexicon.words["office"]
            or start + place in nations
            or (bare.isupper() and len(bare) > 1)
        ):
            names = []
        else:
            names.append(bare)
    return names
