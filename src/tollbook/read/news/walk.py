"""The walk through a text: what a sentence leaves open is taken from those before it.

Remembers the party, the time and the day last spoken of (``voices`` remembers who speaks), and
drafts the claims.
"""

from collections.abc import Sequence
from dataclasses import replace

from tollbook.model.claims import Claim, Flag, Mode, Standing
from tollbook.model.counts import Count, Qualifier
from tollbook.model.dates import FuzzyDate
from tollbook.model.documents import Document, Span, SpanRole
from tollbook.model.findings import Finding, Severity
from tollbook.model.measures import Group, Measure
from tollbook.model.scope import Scope
from tollbook.read.news.counted import Counted, count_losses
from tollbook.read.news.drafts import Draft
from tollbook.read.news.lexicon import Lexicon
from tollbook.read.news.marks import MarkedSentence, mark_sentences
from tollbook.read.news.names import Names
from tollbook.read.news.remarks import Definition, Remark, definition_in, remarks_in
from tollbook.read.news.sides import adversary_of, names_party, party_of
from tollbook.read.news.speakers import Attribution, attributions
from tollbook.read.news.timing import Known, When, day_spoken_of, when_of
from tollbook.read.news.voices import NOBODY, Turn, Voices
from tollbook.read.numbers import NumberMention

__all__ = ["Walk"]

SPEAKS_OF = frozenset({"killed", "wounded", "casualties", "losses", "lost"})
OPENS_LIST = frozenset({"losses", "lost", "destroyed"})
LEFT_OUT = {
    "no-party": ("nothing says whose losses they are", Severity.NOTE),
    "not-a-count": ("a target or a condition", Severity.NOTE),
    "reversed-range": ("its low end is above its high end", Severity.WARNING),
}
BEFORE = 60  # characters before a figure in which a word makes it a target


class Walk:
    """Takes the sentences of one text in order and drafts their claims."""

    def __init__(self, document: Document, scope: Scope, lexicon: Lexicon) -> None:
        self.document, self.scope = document, scope
        self.sentences = mark_sentences(document, lexicon, scope)
        self.parties = [mark.value for sentence in self.sentences for mark in sentence.of("party")]
        self.names = Names(scope, lexicon.language)
        self.voices = Voices(document, self.names, lexicon)
        self.party = self._title_party(lexicon)
        self.side: str | None = None  # of the last who spoke and belongs to one
        self.row: tuple[str, int] | None = None
        self.when: When | None = None
        self.day: FuzzyDate | None = None
        self.listed = self.summing = False
        self.total: Counted | None = None
        self.paragraph = -1
        self.drafts: list[Draft] = []
        self.findings: list[Finding] = []
        self.definitions: list[tuple[Definition, MarkedSentence]] = []

    def drafted(self) -> list[Draft]:
        """The claims of the text, each sentence's own; undefined words made definite where it can be."""
        for index, sentence in enumerate(self.sentences):
            self._take(sentence, self.sentences[index + 1 :])
        return [self._defined(self._said_of_all(draft)) for draft in self.drafts]

    def _take(self, sentence: MarkedSentence, rest: Sequence[MarkedSentence]) -> None:
        """Draft the claims of a sentence."""
        if sentence.sentence.paragraph != self.paragraph:
            self.paragraph, self.day, self.listed = sentence.sentence.paragraph, None, False
            self.voices.new_paragraph(sentence.start)
        turn = Turn(sentence, attributions(sentence, self.names, self.party), rest)
        asked = sentence.sentence.text.rstrip('”"» ').endswith("?")  # a question states nothing
        listed = self.listed or (bool(self.drafts) and _tells_parts(sentence))
        counted = () if asked else count_losses(sentence, listed=listed, total=self.total)
        self.row = None
        for item in counted:
            self._count(item, turn)
        if not counted:
            self._flag(sentence)
        if definition := definition_in(sentence):
            self.definitions.append((definition, sentence))
        remarks = [r for r in remarks_in(sentence) if not counted or r.measure is Measure.ACCUSATION]
        for remark in remarks:
            self._remark(remark, turn)
        if not counted and not remarks:
            self._note_party(turn)
        self._remember(turn)
        self.total = counted[-1] if counted and (self._opens_parts(sentence) or counted[-1].place) else None

    @staticmethod
    def _opens_parts(sentence: MarkedSentence) -> bool:
        return sentence.sentence.text.rstrip().endswith(":")

    # -- drafting

    def _count(self, item: Counted, turn: Turn) -> None:
        """Draft the claim of a number, where it is no target and a party is known."""
        speaker = self.voices.at(item.number.start, turn, self.party)
        party = self._party(item, turn, speaker)
        if item.number.is_reversed:
            self._leave_out(item, turn.sentence, "reversed-range")
            return
        if party is None or _looks_ahead(item, turn.sentence):
            self._leave_out(item, turn.sentence, "no-party" if party is None else "not-a-count")
            return
        when = self._when(item, turn.sentence, party)
        claim = Claim(
            document_id=self.document.id,
            claimant=speaker.name,
            claimant_in_text=speaker.name is not None and speaker.start >= 0,
            party=party,
            measure=item.measure,
            count=replace(item.count, unit=when.unit),
            mode=when.mode,
            spans=(self._span(item, turn.sentence),),
            standing=_standing(turn.sentence, speaker),
            group=item.group,
            covers=when.covers,
            as_of=when.as_of,
            relayed_by=speaker.relayed_by,
            together_with=speaker.together_with,
            subgroup=item.subgroup,
            place=item.place,
            flags=when.flags | ({Flag.REFUTED} if any(turn.sentence.of("negated")) else frozenset()),
        )
        self._add(claim, turn.sentence, speaker, self._total(item))

    def _leave_out(self, item: Counted, sentence: MarkedSentence, code: str) -> None:
        """Note a figure that was seen but not taken."""
        words = sentence.between(item.start, item.end)
        place = f"characters {item.start} to {item.end}"
        why, severity = LEFT_OUT[code]
        if item.number.is_reversed:
            why = f"{item.number.low:g} is above {item.number.high:g}"
        finding = Finding(code, severity, self.document.locator, f"{words!r} is left out: {why}", place)
        self.findings.append(finding)

    def _remark(self, remark: Remark, turn: Turn) -> None:
        """Draft the claim of a remark without a number."""
        sentence = turn.sentence
        speaker = self.voices.at(remark.mark.start, turn, self.party)
        if remark.unnamed and speaker.leading:
            speaker = NOBODY
        item = _without_number(remark)
        party = self._party(item, turn, speaker)
        if party is None:
            return
        total = remark.measure is not Measure.ACCUSATION and sentence.first_after(remark.mark.end, "vague")
        claim = Claim(
            document_id=self.document.id,
            claimant=speaker.name,
            claimant_in_text=speaker.name is not None and speaker.start >= 0,
            party=party,
            measure=remark.measure,
            count=item.count,
            mode=Mode.CUMULATIVE if total else Mode.QUALITATIVE,
            spans=(self._whole(sentence),),
            standing=_standing(sentence, speaker),
            group=Group.MILITARY if any(sentence.of("military")) else Group.UNSPECIFIED,
            relayed_by=speaker.relayed_by,
        )
        self._add(claim, sentence, speaker)

    def _add(
        self, claim: Claim, sentence: MarkedSentence, speaker: Attribution, total: int | None = None
    ) -> None:
        headline = sentence.sentence.bulleted or sentence.sentence.alone
        self.drafts.append(Draft(claim, len(self.drafts), speaker.party, headline, total))

    def _party(self, item: Counted, turn: Turn, speaker: Attribution) -> str | None:
        """Whose losses; a row ("12 killed and 30 wounded") is one party's."""
        around = list(dict.fromkeys([*([self.party] if self.party else []), *self.parties]))
        speaking = speaker.party or (self.side if any(turn.sentence.of("adversary")) else None)
        party = party_of(item, turn.sentence, turn.speakers, self.scope, speaking, around)
        if self.row and not names_party(item, turn.sentence, self.row[1]):
            party = self.row[0]
        self.row = (party, item.end) if party else None
        self.party = party or self.party
        return party

    def _when(self, item: Counted, sentence: MarkedSentence, party: str) -> When:
        war = self.scope.war_of(party)
        known = Known(
            published=self.document.published,
            war_started=war.started if war else None,
            earlier=self.when if self.voices.continues(sentence) else None,
            day=self.day,
            mode=self.when.mode if self.when else None,
            summing=self.summing,
        )
        told = self.when if item.place and item.inside else None  # a part is of the time of its whole
        self.when = told or when_of(item, sentence, known)
        return self.when

    # -- remembering

    def _remember(self, turn: Turn) -> None:
        self.voices.remember(turn)
        self.side = next((said.party for said in turn.said if said.party), self.side)
        self.day = day_spoken_of(turn.sentence) or self.day
        self.summing = self._sums_up(turn)
        self.listed = self.listed or any(mark.value in OPENS_LIST for mark in turn.sentence.of("state"))

    def _sums_up(self, turn: Turn) -> bool:
        """Whether the text is summing up: from "In total ..." until a time or speaker is named."""
        sentence = turn.sentence
        opens = any(m.value == "total" and m.start == sentence.start for m in sentence.of("mode"))
        timed = any(m.value != "total" for m in sentence.of("mode")) or any(sentence.days)
        told = bool(turn.said)
        return opens or (self.summing and not timed and not told)

    def _note_party(self, turn: Turn) -> None:
        """Remember whose losses a sentence without a claim speaks of."""
        if any(mark.value in SPEAKS_OF for mark in turn.sentence.of("state")):
            places = turn.speakers
            named = [m for m in turn.sentence.of("party") if not any(a <= m.start < b for a, b in places)]
            enemy = adversary_of(self.side, self.scope) if any(turn.sentence.of("adversary")) else None
            self.party = enemy or (named[0].value if named else self.party)

    def _title_party(self, lexicon: Lexicon) -> str | None:
        titled = replace(self.document, body=self.document.title or "")
        marked = mark_sentences(titled, lexicon, self.scope)
        return next((mark.value for sentence in marked for mark in sentence.of("party")), None)

    def _flag(self, sentence: MarkedSentence) -> None:
        """Flag the figure before, where this sentence says that it was wrong."""
        for mark in sentence.of("flag"):
            if self.drafts:
                last = self.drafts[-1]
                claim = replace(last.claim, flags=last.claim.flags | {Flag(mark.value)})
                self.drafts[-1] = replace(last, claim=claim)

    # -- the parts of a claim

    def _span(self, item: Counted, sentence: MarkedSentence) -> Span:
        """The whole sentence where it holds one number, else the words that bind this one."""
        if len(sentence.numbers) == 1:
            return self._whole(sentence)
        if item.place:
            return self.document.span(item.start, item.end)
        start = sentence.start if item.number is sentence.numbers[0] else item.start
        return self.document.span(start, item.end)

    def _whole(self, sentence: MarkedSentence, role: SpanRole = SpanRole.MAIN) -> Span:
        """The sentence without its stop."""
        end = sentence.start + len(sentence.sentence.text.rstrip(". "))
        return self.document.span(sentence.start, end, role)

    def _total(self, item: Counted) -> int | None:
        """The draft that a part is a part of."""
        totals = [draft.number for draft in self.drafts if draft.total is None]
        return totals[-1] if item.inside and totals else None

    def _said_of_all(self, draft: Draft) -> Draft:
        """The draft with the speaker of the whole text ("this was reported by ..."), if it has none."""
        whole, sole = self.voices.whole, self.voices.sole()
        if sole.party and draft.claim.party == adversary_of(sole.party, self.scope):
            whole = whole if whole.name else sole  # a side's report of the losses of the other
        if draft.claim.claimant is not None or not draft.claim.count.is_stated or whole.name is None:
            return draft
        claim = replace(draft.claim, claimant=whole.name, claimant_in_text=True)
        return replace(draft, claim=claim, speaker_party=whole.party)

    def _defined(self, draft: Draft) -> Draft:
        """The draft with the measure that the text gives an undefined word."""
        claim = draft.claim
        for definition, sentence in self.definitions:
            inside = sentence.start <= claim.spans[0].start < sentence.end
            if claim.measure in definition.words and claim.count.is_stated and not inside:
                spans = (*claim.spans, self._whole(sentence, SpanRole.DEFINITION))
                return replace(draft, claim=replace(claim, measure=definition.measure, spans=spans))
        return draft


def _without_number(remark: Remark) -> Counted:
    """A remark in the form of a count that states nothing."""
    place = NumberMention(remark.mark.start, remark.mark.start, 0, 0)
    count = Count(None, None, Qualifier.UNKNOWN, remark.vague)
    return Counted(
        place, remark.measure, count, Group.UNSPECIFIED, None, remark.mark.start, remark.mark.end,
        states=(remark.mark,),
    )  # fmt: skip


def _tells_parts(sentence: MarkedSentence) -> bool:
    """Whether the sentence opens by dividing the total before it («Среди них: ...»)."""
    text = sentence.sentence.text.casefold()
    return any(text.startswith(words) for words in sentence.lexicon.words["including"])


def _looks_ahead(item: Counted, sentence: MarkedSentence) -> bool:
    """Whether the number is a target or a condition, not a count ("if we reach 50,000")."""
    before = sentence.between(max(sentence.start, item.start - BEFORE), item.number.start)
    return sentence.lexicon.any_in(before, "forward")


def _standing(sentence: MarkedSentence, speaker: Attribution) -> Standing:
    """How the verb of saying presents the figure, else any word of the sentence."""
    if speaker.standing is not Standing.CLAIMED:
        return speaker.standing
    return next((Standing(mark.value) for mark in sentence.of("standing")), Standing.CLAIMED)
