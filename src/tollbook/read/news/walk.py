"""The walk through a text: what a sentence leaves open is taken from those before it.

Remembers the party, the speaker, the time and the day last spoken of, and drafts the claims.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from tollbook.model.claims import Claim, Flag, Mode, Standing
from tollbook.model.counts import Count, Qualifier
from tollbook.model.dates import FuzzyDate
from tollbook.model.documents import Document, Span, SpanRole
from tollbook.model.measures import Group, Measure
from tollbook.model.scope import Scope
from tollbook.read.news.counted import Counted, count_losses
from tollbook.read.news.drafts import Draft
from tollbook.read.news.lexicon import lexicon_of, plain_words
from tollbook.read.news.marks import MarkedSentence, mark_sentences
from tollbook.read.news.names import Names
from tollbook.read.news.remarks import Definition, Remark, definition_in, remarks_in
from tollbook.read.news.sides import names_party, party_of
from tollbook.read.news.speakers import Attribution, attributions
from tollbook.read.news.timing import Known, When, day_spoken_of, when_of
from tollbook.read.numbers import NumberMention

__all__ = ["Walk"]

FORMAL = frozenset({"defence_ministry", "general_staff", "health_ministry"})
QUOTED = re.compile(r"^[“\"«„‘]")
NOBODY = Attribution(None, None, 0, 0, leading=False)


class Walk:
    """Takes the sentences of one text in order and drafts their claims."""

    def __init__(self, document: Document, scope: Scope) -> None:
        self.document, self.scope = document, scope
        self.names = Names(scope)
        self.drafts: list[Draft] = []
        self.definitions: list[tuple[Definition, MarkedSentence]] = []
        self.party = self._title_party()
        self.header = self._header_speaker()
        self.parties: tuple[str, ...] = ()
        self.speaker = self.whole = NOBODY
        self.when: When | None = None
        self.day: FuzzyDate | None = None
        self.listed = False
        self.paragraph, self.paragraph_start = -1, 0
        self._in_same = False

    def take(self, sentence: MarkedSentence, rest: Sequence[MarkedSentence]) -> None:
        """Draft the claims of a sentence; ``rest`` is what follows, for a quote's speaker."""
        if sentence.sentence.paragraph != self.paragraph:
            self._new_paragraph(sentence)
        said = attributions(sentence, self.names, self.party)
        counted = count_losses(sentence, self.listed)
        first = len(self.drafts)
        self.row: str | None = None
        for item in counted:
            self._count(item, sentence, said, rest)
        self._flag(sentence, counted)
        if definition := definition_in(sentence):
            self.definitions.append((definition, sentence))
        for remark in remarks_in(sentence):
            if counted and remark.measure is not Measure.ACCUSATION:
                continue
            self._remark(remark, sentence, said, rest)
        self._remember(sentence, said, counted, first)

    def settled(self) -> list[Draft]:
        """The drafts, with undefined words made definite where the text defines them."""
        return [self._defined(self._said_of_all(draft)) for draft in self.drafts]

    def _said_of_all(self, draft: Draft) -> Draft:
        """The draft with the speaker of the whole text ("this was reported by ..."), if it has none."""
        if draft.claim.claimant is not None or not draft.claim.count.is_stated or self.whole.name is None:
            return draft
        claim = replace(draft.claim, claimant=self.whole.name, claimant_in_text=True)
        return replace(draft, claim=claim, speaker_party=self.whole.party)

    # -- drafting

    def _count(
        self,
        item: Counted,
        sentence: MarkedSentence,
        said: Sequence[Attribution],
        rest: Sequence[MarkedSentence],
    ) -> None:
        if _looks_ahead(item, sentence):
            return
        speaker = self._speaker(item.number.start, sentence, said, rest)
        places = [(a.start, a.end) for a in said]
        party = party_of(item, sentence, places, self.scope, speaker.party, self._around())
        if self.row and item.group is Group.EQUIPMENT and not names_party(item, sentence):
            party = self.row
        if party is None:
            return
        self.party = party
        self.row = party if item.group is Group.EQUIPMENT else None
        when = self._when(item, sentence, party)
        total = self._total(item)
        claim = Claim(
            document_id=self.document.id,
            claimant=speaker.name,
            claimant_in_text=speaker.name is not None and speaker.start >= 0,
            party=party,
            measure=item.measure,
            count=replace(item.count, unit=when.unit),
            mode=when.mode,
            spans=(self._span(item, sentence),),
            standing=_standing(sentence, speaker),
            group=item.group,
            covers=when.covers,
            as_of=when.as_of,
            relayed_by=speaker.relayed_by,
            together_with=speaker.together_with,
            subgroup=item.subgroup,
            flags=when.flags,
        )
        self.drafts.append(Draft(claim, len(self.drafts), speaker.party, self._is_headline(sentence), total))

    def _when(self, item: Counted, sentence: MarkedSentence, party: str) -> When:
        war = self.scope.war_of(party)
        earlier = self.when if self._goes_on(sentence) else None
        started, mode = war.started if war else None, self.when.mode if self.when else None
        when = when_of(item, sentence, Known(self.document.published, started, earlier, self.day, mode))
        self.when = when
        return when

    def _remark(
        self,
        remark: Remark,
        sentence: MarkedSentence,
        said: Sequence[Attribution],
        rest: Sequence[MarkedSentence],
    ) -> None:
        speaker = self._speaker(remark.mark.start, sentence, said, rest)
        if remark.unnamed and speaker.leading:
            speaker = NOBODY
        item = Counted(
            _nothing(remark), remark.measure, Count(None, None, Qualifier.UNKNOWN, remark.vague), Group.UNSPECIFIED,
            None, remark.mark.start, remark.mark.end, None, (remark.mark,),
        )  # fmt: skip
        places = [(a.start, a.end) for a in said]
        party = party_of(item, sentence, places, self.scope, speaker.party, self._around())
        if party is None:
            return
        self.party = party
        higher = remark.measure is not Measure.ACCUSATION and bool(
            sentence.first_after(remark.mark.end, "vague")
        )
        group = Group.MILITARY if any(sentence.of("military")) else Group.UNSPECIFIED
        claim = Claim(
            document_id=self.document.id,
            claimant=speaker.name,
            claimant_in_text=speaker.name is not None and speaker.start >= 0,
            party=party,
            measure=remark.measure,
            count=item.count,
            mode=Mode.CUMULATIVE if higher else Mode.QUALITATIVE,
            spans=(self.document.span(sentence.start, _end(sentence)),),
            standing=_standing(sentence, speaker),
            group=group,
            relayed_by=speaker.relayed_by,
        )
        self.drafts.append(Draft(claim, len(self.drafts), speaker.party, self._is_headline(sentence)))

    # -- what a sentence owes to others

    def _speaker(
        self,
        place: int,
        sentence: MarkedSentence,
        said: Sequence[Attribution],
        rest: Sequence[MarkedSentence],
    ) -> Attribution:
        """Who says what stands at a place: the nearest before it, else after it, else from around."""
        before = [a for a in said if a.end <= place]
        after = [a for a in said if a.end > place]
        own = (before[-1:] or after[:1] or [NOBODY])[0]
        if own.name is None and own.relayed_by:
            return replace(self.speaker, relayed_by=own.relayed_by)
        if own.name is not None and not own.referred:
            passed_on = [a.name for a in after if own in before and not a.leading and a.name != own.name]
            return replace(own, relayed_by=own.relayed_by or next(iter(passed_on), None))
        if own.referred:
            return replace(self.speaker, standing=own.standing) if self.speaker.name else own
        return self._speaker_around(sentence, rest)

    def _speaker_around(self, sentence: MarkedSentence, rest: Sequence[MarkedSentence]) -> Attribution:
        if self._in_quote(sentence):
            same = [s for s in rest if s.sentence.paragraph == sentence.sentence.paragraph]
            for later in same:
                for found in attributions(later, self.names, self.party):
                    return self.speaker if found.referred else found
            return self.speaker if self.speaker.name else self.header
        if self._goes_on(sentence) and (self.speaker.leading or self._continues(sentence)):
            return self.speaker
        return self.header

    def _in_quote(self, sentence: MarkedSentence) -> bool:
        """Whether the sentence begins inside a quotation, or with one."""
        before = sentence.between(self.paragraph_start, sentence.start)
        is_open = before.count("“") > before.count("”") or before.count('"') % 2 == 1
        return is_open or bool(QUOTED.match(sentence.sentence.text))

    def _continues(self, sentence: MarkedSentence) -> bool:
        return any(sentence.of("continued"))

    def _goes_on(self, sentence: MarkedSentence) -> bool:
        """Whether the sentence goes on about the figures before it."""
        if sentence.sentence.bulleted or sentence.sentence.alone:
            return self._continues(sentence)
        return self._in_same or self._continues(sentence)

    def _new_paragraph(self, sentence: MarkedSentence) -> None:
        self.paragraph, self.paragraph_start = sentence.sentence.paragraph, sentence.start
        self._in_same = False
        self.day = None
        self.listed = False

    def _remember(
        self, sentence: MarkedSentence, said: Sequence[Attribution], counted: Sequence[Counted], first: int
    ) -> None:
        named = [a for a in said if a.name is not None and not a.referred]
        if named:
            self.speaker = named[-1] if not named[0].leading else named[0]
            if any(sentence.of("whole")) and self.whole.name is None:
                self.whole = named[-1]
        self._in_same = True
        self.day = day_spoken_of(sentence) or self.day
        opens = any(m.value in {"losses", "lost", "destroyed"} for m in sentence.of("state"))
        self.listed = self.listed or opens
        if not counted and first == len(self.drafts):
            self._note_party(sentence, said)

    def _note_party(self, sentence: MarkedSentence, said: Sequence[Attribution]) -> None:
        if any(sentence.of("state")):
            parties = [m for m in sentence.of("party") if not any(a.start <= m.start < a.end for a in said)]
            self.party = parties[0].value if parties else self.party

    def _around(self) -> list[str]:
        """The party last spoken of, then the others of the text."""
        return list(dict.fromkeys([*([self.party] if self.party else []), *self.parties]))

    def _header_speaker(self) -> Attribution:
        """The body of a party that the title or the publisher names: it speaks where nobody else does."""
        for words in (self.document.title, self.document.publisher):
            formal = any(
                kind == "institution" and value in FORMAL and p.search(words or "")
                for kind, value, p in lexicon_of(self.document.language).patterns
            )
            source = self.names.source_in(words or "")
            if formal and source is not None and source.party is not None:
                return Attribution(source.name, source.party, -1, -1, leading=False)
        return NOBODY

    def _title_party(self) -> str | None:
        title = self.document.title or ""
        if not title.strip():
            return None
        marked = mark_sentences(
            replace(self.document, body=title), lexicon_of(self.document.language), self.scope
        )
        parties = [m.value for sentence in marked for m in sentence.of("party")]
        return parties[0] if parties else None

    # -- the parts of a claim

    def _span(self, item: Counted, sentence: MarkedSentence) -> Span:
        """The whole sentence where it holds one number, else the words that bind this one."""
        if len(sentence.numbers) == 1:
            return self.document.span(sentence.start, _end(sentence))
        start = sentence.start if item.number is sentence.numbers[0] else item.start
        return self.document.span(start, max(item.end, start + 1))

    def _total(self, item: Counted) -> int | None:
        if not item.inside:
            return None
        totals = [draft for draft in self.drafts if draft.total is None]
        return totals[-1].number if totals else None

    @staticmethod
    def _is_headline(sentence: MarkedSentence) -> bool:
        return sentence.sentence.bulleted or sentence.sentence.alone

    def _flag(self, sentence: MarkedSentence, counted: Sequence[Counted]) -> None:
        """Flag the figure before, where this sentence says that it was wrong."""
        for mark in sentence.of("flag"):
            if counted or not self.drafts:
                continue
            last = self.drafts[-1]
            flags = last.claim.flags | {Flag(mark.value)}
            self.drafts[-1] = replace(last, claim=replace(last.claim, flags=flags))

    def _defined(self, draft: Draft) -> Draft:
        claim = draft.claim
        for definition, sentence in self.definitions:
            inside = sentence.start <= claim.spans[0].start < sentence.end
            if claim.measure in definition.words and claim.count.is_stated and not inside:
                span = self.document.span(sentence.start, _end(sentence), SpanRole.DEFINITION)
                return replace(
                    draft, claim=replace(claim, measure=definition.measure, spans=(*claim.spans, span))
                )
        return draft


def _nothing(remark: Remark) -> NumberMention:
    """The place of a remark, where a number would stand."""
    return NumberMention(remark.mark.start, remark.mark.start, 0, 0)


def _end(sentence: MarkedSentence) -> int:
    """The sentence's end without its stop."""
    return sentence.start + len(sentence.sentence.text.rstrip(". "))


def _looks_ahead(item: Counted, sentence: MarkedSentence) -> bool:
    """Whether the number is a target or a condition, not a count ("if we reach 50,000")."""
    before = sentence.between(max(sentence.start, item.start - 60), item.number.start)
    return sentence.lexicon.any_in(before, "forward")


def _standing(sentence: MarkedSentence, speaker: Attribution) -> Standing:
    if speaker.standing is not Standing.CLAIMED:
        return speaker.standing
    marks = [mark for mark in sentence.of("standing") if plain_words(sentence.between(mark.start, mark.end))]
    return Standing(marks[0].value) if marks else Standing.CLAIMED
