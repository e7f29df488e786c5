"""Who is speaking, from sentence to sentence: what one owes to those before and after it.

A figure is given to the speaker its own sentence names, then to the speaker of the quotation it
stands in, then to the one the paragraph began with, then to whoever says all of the text.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from tollbook.model.documents import Document
from tollbook.read.news.lexicon import Lexicon, plain_words
from tollbook.read.news.marks import MarkedSentence
from tollbook.read.news.names import Names
from tollbook.read.news.speakers import Attribution, attributions

__all__ = ["NOBODY", "Turn", "Voices"]

QUOTED = re.compile(r"^[“\"«„‘]")
NOBODY = Attribution(None, None, 0, 0, leading=False)
# Bodies whose name in a title makes the text theirs; "the army" there does not.
FORMAL = frozenset({"defence_ministry", "general_staff", "health_ministry"})


@dataclass(frozen=True, slots=True)
class Turn:
    """A sentence whose turn it is.

    Attributes:
        sentence: The sentence.
        said: Who speaks in it.
        rest: The sentences after it.
    """

    sentence: MarkedSentence
    said: Sequence[Attribution]
    rest: Sequence[MarkedSentence]

    @property
    def speakers(self) -> list[tuple[int, int]]:
        """Where those who speak are named."""
        return [(said.start, said.end) for said in self.said]


class Voices:
    """Remembers who spoke last and who says all of the text."""

    def __init__(self, document: Document, names: Names, lexicon: Lexicon) -> None:
        self.names = names
        self.header = _header(document, names, lexicon)
        self.speaker = self.whole = NOBODY
        self.heard: dict[str, Attribution] = {}
        self.paragraph_start = 0
        self.goes_on = False

    def new_paragraph(self, start: int) -> None:
        """A new paragraph begins: what it says need not go on about the one before."""
        self.paragraph_start, self.goes_on = start, False

    def remember(self, turn: Turn) -> None:
        """The sentence is over: its speaker is the one pronouns mean from now on."""
        self.goes_on = True
        self.heard.update({said.name: said for said in turn.said if said.name and not said.referred})
        named = [said for said in turn.said if said.name is not None and not said.referred]
        if not named:
            return
        self.speaker = named[0] if named[0].leading else named[-1]
        self.names.last = self.names.scope.source_named(self.speaker.name) or self.names.last
        if any(turn.sentence.of("whole")) and self.whole.name is None:
            self.whole = named[-1]

    def sole(self) -> Attribution:
        """The only one who speaks in the text, if that is a body or official of a side."""
        (only,) = self.heard.values() if len(self.heard) == 1 else (NOBODY,)
        return only if only.party else NOBODY

    def continues(self, sentence: MarkedSentence) -> bool:
        """Whether the sentence goes on about the figures before it."""
        marked = any(sentence.of("continued"))
        apart = sentence.sentence.bulleted or sentence.sentence.alone
        return marked or (self.goes_on and not apart)

    def at(self, place: int, turn: Turn, party: str | None) -> Attribution:
        """Who says what stands at a place: the nearest before it, else after it, else from around."""
        before = [said for said in turn.said if said.end <= place]
        after = [said for said in turn.said if said.end > place]
        own = (before[-1:] or after[:1] or [NOBODY])[0]
        if own.name is None and own.relayed_by:
            return replace(self.speaker, relayed_by=own.relayed_by)
        if own.referred:
            return replace(self.speaker, standing=own.standing) if self.speaker.name else own
        if own.name is None:
            return self._around(turn, party)
        later = (said for said in after if own in before and said.cited)
        passed_on = [said.name for said in later if said.name != own.name]
        return replace(own, relayed_by=own.relayed_by or next(iter(passed_on), None))

    def _around(self, turn: Turn, party: str | None) -> Attribution:
        """The speaker of a sentence that names none."""
        sentence = turn.sentence
        if self._in_quote(sentence):
            return self._quoted(turn, party) or (self.speaker if self.speaker.name else self.header)
        adding = set(plain_words(sentence.sentence.text)[:1]) & sentence.lexicon.words["adding"]
        told = self.speaker.leading or adding or any(sentence.of("continued"))
        if self.continues(sentence) and told:
            return self.speaker if self.speaker.name else self.header
        return self.header

    def _quoted(self, turn: Turn, party: str | None) -> Attribution | None:
        """The speaker named after a quotation that runs over several sentences."""
        paragraph = turn.sentence.sentence.paragraph
        for later in (other for other in turn.rest if other.sentence.paragraph == paragraph):
            for found in attributions(later, self.names, party):
                return self.speaker if found.referred else found
        return None

    def _in_quote(self, sentence: MarkedSentence) -> bool:
        """Whether the sentence begins inside a quotation, or with one."""
        before = sentence.between(self.paragraph_start, sentence.start)
        is_open = before.count("“") > before.count("”") or before.count('"') % 2 == 1
        return is_open or bool(QUOTED.match(sentence.sentence.text))


def _header(document: Document, names: Names, lexicon: Lexicon) -> Attribution:
    """The body of a party that the title or the publisher names: it speaks where nobody else does."""
    formal = [p for kind, value, p in lexicon.patterns if kind == "institution" and value in FORMAL]
    for words in (document.title or "", document.publisher or ""):
        source = names.source_in(words)
        if source is not None and source.party is not None and any(p.search(words) for p in formal):
            return Attribution(source.name, source.party, -1, -1, leading=False)
    return NOBODY
