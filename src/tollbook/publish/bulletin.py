"""The bulletin: a news report over one frozen edition, every number in it bound to a query.

It reports who said what, who is known dead by name and what can be inferred, and keeps the
three apart. It never adds claims up and never chooses between claimants.
"""

from collections.abc import Iterable, Iterator
from itertools import zip_longest

from tollbook.model.bulletins import Bulletin, Paragraph, ParagraphKind
from tollbook.model.comparisons import Comparability
from tollbook.model.editions import Edition, PublishedClaim
from tollbook.model.queries import Query
from tollbook.model.scope import Interest
from tollbook.publish.attribution import Attribution, headline_figure
from tollbook.publish.bulletin_estimates import estimate_key_point, estimates_part
from tollbook.publish.bulletin_parts import (
    DEAD,
    changes_part,
    citation_part,
    comparisons_part,
    counted,
    dead_of,
    edition_figure,
    named_key_point,
    named_part,
)
from tollbook.publish.figures import Binder, Run, capitalised, joined, sentences, words
from tollbook.publish.leading import WarFigures, figures_by_war, rival_totals, spread
from tollbook.publish.wording import wording_in

__all__ = ["compose_bulletin"]

WARS_IN_KEY_POINTS = 3
RIVALS_IN_KEY_POINT = 3
CLAIMS_TOLD = 8


def compose_bulletin(edition: Edition, *, language: str = "en") -> Bulletin:
    """The news report over an edition: headline, key points, attributed paragraphs.

    Args:
        edition: The frozen edition; nothing else is read.
        language: The language of the catalogue of wording.

    Raises:
        InputError: There is no catalogue for the language.
        BlockedError: A sentence of the catalogue holds a number that no query answers for.
        LookupError: A query has no answer in the edition.
    """
    return Bulletin(edition.id, language, tuple(_Report(Binder(edition, wording_in(language))).paragraphs()))


class _Report:
    """One bulletin in the course of being written."""

    def __init__(self, binder: Binder) -> None:
        self.binder = binder
        self.edition = binder.edition
        self.wars = figures_by_war(binder.edition)
        self.leads = _lead_claims(self.wars)
        self.introduced: set[tuple[str | None, Interest]] = set()

    def paragraphs(self) -> Iterator[Paragraph]:
        yield _set(ParagraphKind.HEADLINE, self.headline())
        yield from (_set(ParagraphKind.KEY_POINT, run) for run in self.key_points())
        yield from self.claims_part()
        yield from self.part("heading_named", named_part(self.binder))
        yield from self.part("heading_estimate", estimates_part(self.binder))
        yield from self.part("heading_changed", changes_part(self.binder))
        told = [row.claim.id for row in self.leads]
        yield from self.part("heading_compare", comparisons_part(self.binder, told))
        yield from self.part("heading_cite", citation_part(self.binder))

    def part(self, heading: str, runs: Iterable[Run]) -> Iterator[Paragraph]:
        yield _set(ParagraphKind.HEADING, self.binder.fill(heading))
        yield from (_set(ParagraphKind.BODY, run) for run in runs if run)

    def headline(self) -> Run:
        """The leading figure with its claimant, and how many of that side are known by name."""
        if not self.leads:
            return self.headline_without_claims()
        lead = self.leads[0]
        claim = headline_figure(Attribution(self.binder, lead))
        named = dead_of(lead.claim.party)
        if not self.binder.count_of(named):
            return claim
        slots = counted(self.binder, named, "entries")
        tail = self.binder.fill("headline_named", count=slots["count"], people=slots["noun"])
        return (*claim, *tail)

    def headline_without_claims(self) -> Run:
        named, name = Query("entries", (DEAD,)), self.binder.name(edition_figure("name"))
        if not self.binder.count_of(named):
            return self.binder.fill("headline_empty", name=name)
        slots = counted(self.binder, named, "entries")
        return self.binder.fill("headline_named_only", name=name, count=slots["count"], people=slots["noun"])

    def key_points(self) -> Iterator[Run]:
        if not self.leads:
            yield self.binder.fill("key_no_claims")
        for figures in [war for war in self.wars if rival_totals(war, 1)][:WARS_IN_KEY_POINTS]:
            yield self.rivals_key_point(figures)
        yield named_key_point(self.binder)
        yield estimate_key_point(self.binder)
        yield self.comparison_key_point()

    def rivals_key_point(self, figures: WarFigures) -> Run:
        """The main rival totals of a war in a sentence, and whether they can be set against each other."""
        rivals = rival_totals(figures, RIVALS_IN_KEY_POINT)
        told = [Attribution(self.binder, row).short() for row in rivals]
        listed = (run if not place else (*words("; "), *run) for place, run in enumerate(told))
        slots = {
            "figures": tuple(segment for run in listed for segment in run),
            "apart": words(self.apart(figures, {row.claim.id for row in rivals})),
        }
        if figures.war is None:
            return self.binder.fill("key_strays", **slots)
        return self.binder.fill("key_war", war=self.war_name(figures.war.name), **slots)

    def apart(self, figures: WarFigures, told: set[str]) -> str:
        """The warning that goes with figures set in a row; empty where no pair of them is told apart."""
        pairs = [pair for pair in figures.comparisons if {pair.left, pair.right} <= told]
        different = [pair for pair in pairs if pair.verdict is Comparability.DIFFERENT]
        if not different:
            return ""
        return self.binder.wording.say("bulletin", "key_apart" if different == pairs else "key_partly_apart")

    def war_name(self, name: str) -> Run:
        return self.binder.name(Query("wars", (("name", name),), "name"))

    def comparison_key_point(self) -> Run:
        query = Query("comparisons", (("verdict", Comparability.DIFFERENT.value),))
        if not self.binder.count_of(query):
            return self.binder.fill("key_compare_none")
        return self.binder.fill("key_compare", count=self.binder.figure(query))

    def claims_part(self) -> Iterator[Paragraph]:
        yield _set(ParagraphKind.HEADING, self.binder.fill("heading_claims"))
        name = self.binder.name(edition_figure("name"))
        yield _set(ParagraphKind.BODY, self.binder.fill("intro", name=name))
        for figures in self.wars:
            yield from self.war_part(figures)
        if not self.wars:
            yield _set(ParagraphKind.BODY, self.binder.fill("key_no_claims"))

    def war_part(self, figures: WarFigures) -> Iterator[Paragraph]:
        if figures.war is not None:
            war = self.war_name(figures.war.name)
            yield _set(ParagraphKind.HEADING, self.binder.fill("heading_claims_war", war=war))
        if not figures.leading:
            day = self.binder.day(edition_figure("as_known"))
            yield _set(ParagraphKind.BODY, self.binder.fill("none_claims", day=day))
        cautioned: set[Run] = set()
        for row in [*spread(figures.totals), *spread(figures.passing)][:CLAIMS_TOLD]:
            yield self.claim_paragraph(row, cautioned)

    def claim_paragraph(self, row: PublishedClaim, cautioned: set[Run]) -> Paragraph:
        """One claim told in full; a caution about its measure only where it was not yet given."""
        attribution = Attribution(self.binder, row)
        speaker = (row.claim.claimant, row.interest)
        told = [attribution.full(introduced=speaker in self.introduced), attribution.quotation()]
        self.introduced.add(speaker)
        caution = attribution.caution()
        if caution not in cautioned:
            cautioned.add(caution)
            told.insert(1, caution)
        return _set(ParagraphKind.BODY, sentences(told))


def _set(kind: ParagraphKind, run: Run) -> Paragraph:
    return Paragraph(kind, joined(capitalised(run)))


def _lead_claims(wars: Iterable[WarFigures]) -> tuple[PublishedClaim, ...]:
    """The leading claims in the order in which to tell them: each war's next in turn."""
    stated = [[row for row in spread(war.totals) if row.claim.count.is_stated] for war in wars]
    return tuple(row for turn in zip_longest(*stated) for row in turn if row is not None)
