"""A claim as attributed prose: who said it, passed on by whom, of which side, in whose words.

The measure is said in the meaning of the words themselves: "losses" stays "losses".
"""

from dataclasses import dataclass

from tollbook.model.claims import Claim, Mode
from tollbook.model.counts import Qualifier
from tollbook.model.editions import PublishedClaim
from tollbook.model.measures import MEANINGS
from tollbook.model.queries import Query
from tollbook.publish.figures import Binder, Run, words
from tollbook.publish.phrases import article_of

__all__ = ["Attribution", "headline_figure", "short_figure"]

AFTER_AT = "hedges_after_at"
SHORT_UNITS = {"percent", "per_day", "per_week", "per_month", "per_year"}


@dataclass(frozen=True, slots=True)
class Attribution:
    """One claim, with what is needed to say it in bound prose."""

    binder: Binder
    row: PublishedClaim

    @property
    def claim(self) -> Claim:
        """The claim as read."""
        return self.row.claim

    def full(self, *, introduced: bool = False) -> Run:
        """Who put which figure on whose side, with interest, standing, time and relay.

        Args:
            introduced: The claimant's interest has been told before and is not told again.
        """
        say = self.binder.wording.word
        told = self.claim.claimant is not None and not introduced
        interest = say("interest_clauses", self.row.interest.value) if told else ""
        return self.binder.fill(
            "claim",
            claimant=self.claimant("unnamed"),
            interest=interest,
            phrase=self.phrase(),
            value=self.value(AFTER_AT),
            unit=self.unit(),
            standing=say("standing_clauses", self.claim.standing.value),
            mode=self.mode(),
            relay=self.relay(),
        )

    def short(self) -> Run:
        """Who puts which figure on whose side, as of when: one of several in a sentence."""
        run = self.binder.fill(
            "key_figure",
            claimant=self.claimant("unnamed_inside"),
            phrase=self.phrase(),
            value=self.value(AFTER_AT),
            unit=self.unit(),
        )
        day = self.day()
        return self.binder.fill("figure_dated", figure=run, day=day) if day else run

    def caution(self) -> Run:
        """What the figure must not be taken for; empty where the measure is plain."""
        wording, measure = self.binder.wording, self.claim.measure.value
        if not MEANINGS[self.claim.measure].defined:
            return self.binder.fill("undefined", word=wording.word("undefined_words", measure))
        if len(MEANINGS[self.claim.measure].states) > 1:
            return self.binder.fill("combined")
        return ()

    def quotation(self) -> Run:
        """The main words, with the title of the document they stand in, where it has one."""
        cards = {card.id: card for card in self.binder.edition.documents}
        quote = self.binder.quote(self.query("claim.words"))
        card = cards.get(self.claim.document_id)
        if card is None or not card.title:
            return self.binder.fill("words", quote=quote)
        title = self.binder.name(Query("documents", (("id", card.id),), "title"))
        return self.binder.fill("words_in", title=title, quote=quote)

    def query(self, take: str) -> Query:
        """The stored question for one field of this claim."""
        return Query("claims", (("claim.id", self.claim.id),), take)

    def claimant(self, unnamed: str) -> Run:
        """The claimant's name, or the words that say that nobody is named."""
        if self.claim.claimant is None:
            return words(self.binder.wording.say("bulletin", unnamed))
        article = article_of(self.claim.claimant, self.binder.wording)
        return (*words(article), *self.binder.name(self.query("claim.claimant")))

    def party(self) -> Run:
        """The side whose losses are counted."""
        if self.claim.party is None:
            return words(self.binder.wording.say("bulletin", "no_party"))
        return self.binder.name(self.query("claim.party"))

    def phrase(self) -> Run:
        """What is counted, in the meaning of the words."""
        wording, claim = self.binder.wording, self.claim
        measure = claim.measure.value
        key = measure if wording.has("measure_phrases", measure) else "default"
        return self.binder.fill_in(
            "measure_phrases",
            key,
            party=self.party(),
            kind=wording.word("kind", claim.group.value),
            what=wording.word("measures", measure),
        )

    def value(self, hedges: str = "hedges") -> Run:
        """The figure with its hedge; where no number is stated, the words that stand for it.

        Args:
            hedges: The table of the catalogue that words the hedge in this place of a sentence.
        """
        qualifier = self.claim.count.qualifier
        if qualifier is Qualifier.UNKNOWN:
            if self.claim.count.vague:
                return (*words("“"), *self.binder.quote(self.query("claim.count.vague")), *words("”"))
            return words(self.binder.wording.say("hedges", "unknown"))
        low, high = self.query("claim.count.low"), self.query("claim.count.high")
        if qualifier is Qualifier.RANGE:
            return self.binder.fill_in(
                "hedges", "range", low=self.binder.figure(low), high=self.binder.figure(high)
            )
        return self.binder.hedged(high if qualifier is Qualifier.AT_MOST else low, qualifier.value, hedges)

    def unit(self) -> Run:
        """What the figure is measured in, where it is not persons or items."""
        unit = self.claim.count.unit
        if not unit:
            return ()
        if unit in SHORT_UNITS:
            return words(self.binder.wording.word("units", unit))
        return (*words(" "), *self.binder.name(self.query("claim.count.unit")))

    def relay(self) -> Run:
        """Who passed the claim on."""
        if not self.claim.relayed_by:
            return ()
        article = article_of(self.claim.relayed_by, self.binder.wording)
        name = self.binder.name(self.query("claim.relayed_by"))
        return self.binder.fill("relay", relay=(*words(article), *name))

    def mode(self) -> Run:
        """How the figure relates to time, with its days."""
        claim, fill = self.claim, self.binder.fill
        if claim.mode is Mode.INCREMENT and claim.covers.start and claim.covers.start == claim.covers.end:
            return fill("mode_increment_day", day=self.binder.day(self.query("claim.covers.end")))
        if claim.mode is Mode.INCREMENT and claim.covers.start and claim.covers.end:
            start, end = self.query("claim.covers.start"), self.query("claim.covers.end")
            return fill("mode_increment", start=self.binder.day(start), end=self.binder.day(end))
        day = self.day()
        templates = {
            Mode.CUMULATIVE: ("mode_cumulative", "mode_cumulative_undated"),
            Mode.INCREMENT: ("mode_increment_dated", "mode_increment_undated"),
            Mode.EVENT: ("mode_event_dated", "mode_event"),
            Mode.STOCK: ("mode_stock_dated", "mode_stock"),
            Mode.RATE: ("mode_rate", "mode_rate"),
            Mode.QUALITATIVE: ("mode_qualitative", "mode_qualitative"),
        }
        dated, undated = templates[claim.mode]
        return fill(dated, day=day) if day else fill(undated)

    def day(self) -> Run:
        """The day the figure is about; empty where none is stated."""
        if self.claim.as_of:
            return self.binder.day(self.query("claim.as_of"))
        if self.claim.covers.end:
            return self.binder.day(self.query("claim.covers.end"))
        return ()


def short_figure(attribution: Attribution) -> Run:
    """The figure as a noun phrase, to be held against another: "the figure of ... stated by ..."."""
    wording, name = attribution.binder.wording, attribution.claim.claimant or ""
    figure = attribution.binder.fill(
        "figure_short",
        own=wording.say("articles", "own_after_s" if name.endswith("s") else "own"),
        value=attribution.value(),
        unit=attribution.unit(),
        phrase=attribution.phrase(),
        claimant=attribution.claimant("unnamed_inside"),
    )
    day = attribution.day()
    return attribution.binder.fill("figure_dated", figure=figure, day=day) if day else figure


def headline_figure(attribution: Attribution) -> Run:
    """The figure as a headline says it."""
    return attribution.binder.fill(
        "headline",
        claimant=attribution.claimant("unnamed"),
        phrase=attribution.phrase(),
        value=attribution.value(AFTER_AT),
        unit=attribution.unit(),
    )
