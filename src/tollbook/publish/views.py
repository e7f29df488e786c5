"""What the pages show of a claim, a document and a person: words ready to be set, and addresses.

A view says things; it never decides anything. What is not stated stays ``None`` and the page
leaves it out or says that it is not stated.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from tollbook.model.comparisons import Comparison
from tollbook.model.editions import DocumentCard, Edition, PublishedClaim
from tollbook.model.people import Entry
from tollbook.publish.addresses import Addresses, safe_url
from tollbook.publish.phrases import count_text, day_text, language_text, percent_text, period_text
from tollbook.publish.reasons import dimension_reason, telling_dimensions
from tollbook.publish.wording import Wording
from tollbook.text import script_of

__all__ = ["ClaimView", "DocumentView", "PairView", "PersonView", "Viewer", "name_language"]

STRONG_LINK, FAIR_LINK = 0.95, 0.8
NEARLY_SURE = 0.999  # no link is told as certain
FACTS = (
    "party",
    "fate",
    "age",
    "born",
    "home",
    "rank",
    "unit",
    "died",
    "died_where",
    "funeral",
    "funeral_where",
)
SCRIPT_TAGS = {"cyrillic": "und-Cyrl", "arabic": "und-Arab", "hebrew": "und-Hebr", "latin": "und-Latn"}


def name_language(name: str) -> str:
    """The language tag for a name of which only the script is known."""
    return SCRIPT_TAGS.get(script_of(name), "und")


@dataclass(frozen=True, slots=True)
class DocumentView:
    """A document's card as shown."""

    id: str
    title: str
    publisher: str | None
    published: str | None
    url: str | None
    unlinked_url: str | None
    language: str
    language_name: str
    sha256: str
    captured_on: str
    page: str


@dataclass(frozen=True, slots=True)
class ClaimView:
    """A claim as shown in a row of a table."""

    id: str
    claimant: str
    claimant_page: str
    interest: str
    relayed_by: str | None
    party: str
    counted: str
    group: str
    measure_page: str
    value: str
    qualifier: str
    is_number: bool
    mode: str
    standing: str
    as_of: str | None
    covers: str
    detail: str
    flags: tuple[str, ...]
    words: str
    language: str
    document: DocumentView | None
    page: str | None


@dataclass(frozen=True, slots=True)
class PairView:
    """Two figures held against each other, with why they can or cannot be compared."""

    left: ClaimView
    right: ClaimView
    verdict: str
    reasons: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class PersonView:
    """An entry of the register as shown.

    Attributes:
        support: How many records, documents and publishers stand behind the entry, in words.
        facts: Label, value and how many records state it (``None`` where that is not told, or
            where a lone record states everything).
    """

    id: str
    name: str
    language: str
    other_names: tuple[tuple[str, str], ...]
    page: str
    party: str | None
    fate: str
    died: str | None
    home: str | None
    confirmation: str
    confirmation_code: str
    meaning: str
    support: str
    certainty: str
    rule: str
    records: int
    channels: tuple[str, ...]
    facts: tuple[tuple[str, str, int | None], ...]
    documents: tuple[DocumentView, ...]


class Viewer:
    """Makes views of one edition in one language."""

    def __init__(self, edition: Edition, wording: Wording, addresses: Addresses) -> None:
        self.edition, self.wording, self.addresses = edition, wording, addresses
        self.documents = {card.id: self._document(card) for card in edition.documents}
        self.claims = {row.claim.id: self._claim(row) for row in edition.claims}
        self.people = {entry.id: self._person(entry) for entry in edition.entries}

    def views(self, rows: Iterable[PublishedClaim]) -> tuple[ClaimView, ...]:
        """The views of some claims, in their order."""
        return tuple(self.claims[row.claim.id] for row in rows)

    def pairs(self, comparisons: Iterable[Comparison]) -> tuple[PairView, ...]:
        """The views of some comparisons whose claims are both in the edition."""
        known = self.claims
        return tuple(self._pair(pair) for pair in comparisons if pair.left in known and pair.right in known)

    def _document(self, card: DocumentCard) -> DocumentView:
        url = safe_url(card.url)
        return DocumentView(
            id=card.id,
            title=card.title or card.id,
            publisher=card.publisher,
            published=day_text(card.published, self._language) if card.published else None,
            url=url,
            unlinked_url=card.url if card.url and not url else None,
            language=card.language,
            language_name=language_text(card.language, self.wording),
            sha256=card.sha256,
            captured_on=day_text(card.captured_on, self._language),
            page=self.addresses.documents[card.id],
        )

    def _claim(self, row: PublishedClaim) -> ClaimView:
        claim, word = row.claim, self.wording.word
        return ClaimView(
            id=claim.id,
            claimant=claim.claimant or self.wording.say("site", "nobody_named"),
            claimant_page=self.addresses.claimant(claim.claimant),
            interest=word("interests", row.interest.value),
            relayed_by=claim.relayed_by,
            party=claim.party or self.wording.say("site", "party_not_stated"),
            counted=word("measures", claim.measure.value),
            group=word("groups", claim.group.value),
            measure_page=self.addresses.measure(claim.measure.value),
            value=count_text(claim.count, self.wording),
            qualifier=word("qualifiers", claim.count.qualifier.value),
            is_number=claim.count.is_stated,
            mode=word("modes", claim.mode.value),
            standing=word("standings", claim.standing.value),
            as_of=day_text(claim.as_of, self._language) if claim.as_of else None,
            covers=period_text(claim.covers, self._language),
            detail="; ".join(filter(None, (claim.subgroup, claim.place))),
            flags=tuple(word("flags", flag) for flag in sorted(flag.value for flag in claim.flags)),
            words=claim.words,
            language=self._language_of(claim.document_id),
            document=self.documents.get(claim.document_id),
            page=self.addresses.claim(claim),
        )

    def _pair(self, pair: Comparison) -> PairView:
        reasons = tuple(
            (self.wording.word("dimensions", dimension.name.value), dimension_reason(dimension, self.wording))
            for dimension in telling_dimensions(pair)
        )
        return PairView(self.claims[pair.left], self.claims[pair.right], pair.verdict.value, reasons)

    def _person(self, entry: Entry) -> PersonView:
        word = self.wording.word
        return PersonView(
            id=entry.id,
            name=entry.name.full,
            language=name_language(entry.name.full),
            other_names=tuple((name, name_language(name)) for name in entry.other_names),
            page=self.addresses.people[entry.id],
            party=entry.party,
            fate=word("fates", entry.fate.value),
            died=day_text(entry.died, self._language) if entry.died else None,
            home=entry.home,
            confirmation=word("confirmations", entry.confirmation.value),
            confirmation_code=entry.confirmation.value,
            meaning=word("confirmation_meanings", entry.confirmation.value),
            support=self._support(entry),
            certainty=self._certainty(entry),
            rule=entry.rule,
            records=len(entry.record_ids),
            channels=entry.channels,
            facts=self._facts(entry),
            documents=tuple(self.documents[id_] for id_ in entry.document_ids if id_ in self.documents),
        )

    def _facts(self, entry: Entry) -> tuple[tuple[str, str, int | None], ...]:
        told = entry.cited if len(entry.record_ids) > 1 else ()
        cited = Counter({name: len(records) for name, records in told})
        days = {
            name: day_text(value, self._language)
            for name in ("born", "died", "funeral")
            if (value := getattr(entry, name)) is not None
        }
        words = {"fate": self.wording.word("fates", entry.fate.value)}
        shown = ((name, days.get(name) or words.get(name) or getattr(entry, name)) for name in FACTS)
        return tuple(
            (self.wording.word("fields", name), str(value), cited.get(name))
            for name, value in shown
            if value is not None
        )

    def _certainty(self, entry: Entry) -> str:
        weakest = entry.weakest_link
        if weakest is None:
            return self.wording.say("link_certainty", "none" if len(entry.record_ids) == 1 else "unstated")
        grade = "strong" if weakest >= STRONG_LINK else "fair" if weakest >= FAIR_LINK else "weak"
        told = self.wording.say("site", "weakest_link")
        chance = percent_text(min(weakest, NEARLY_SURE), self._language)
        return f"{self.wording.say('link_certainty', grade)} {told.format(chance=chance)}"

    def _support(self, entry: Entry) -> str:
        """The records and documents behind an entry, and whose they are."""
        wording, records, documents = self.wording, len(entry.record_ids), len(set(entry.document_ids))
        cards = (self.documents[id_] for id_ in entry.document_ids if id_ in self.documents)
        publishers = sorted({card.publisher for card in cards if card.publisher})
        key = "support_published" if publishers else "support"
        return wording.say("site", key).format(
            records=f"{records} {wording.plural('records', records)}",
            documents=f"{documents} {wording.plural('documents', documents)}",
            publishers="; ".join(publishers),
        )

    def _language_of(self, document_id: str) -> str:
        document = self.documents.get(document_id)
        return document.language if document else "und"

    @property
    def _language(self) -> str:
        return self.wording.language
