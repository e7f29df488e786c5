"""Whose war it is: wars, parties and the sources that speak. Any war, any side.

The reader, the ledger and the pages learn from here who the parties are and what every
surface form of their names is. Nothing in the code knows a country by itself.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import chain
from typing import TypeVar

from tollbook.model.dates import FuzzyDate

__all__ = ["Interest", "Party", "Scope", "Source", "SourceKind", "War"]


class Interest(StrEnum):
    """How the claimant stands to those whose losses it counts."""

    OWN_SIDE = "own_side"
    ADVERSARY = "adversary"
    THIRD_PARTY = "third_party"
    MONITOR = "monitor"
    UNKNOWN = "unknown"


class SourceKind(StrEnum):
    """What kind of body speaks."""

    OFFICIAL = "official"
    MEDIA = "media"
    MONITOR = "monitor"
    RESEARCHER = "researcher"
    SOCIAL = "social"
    REGISTRY = "registry"
    CEMETERY = "cemetery"
    LEAK = "leak"
    TIP = "tip"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Party:
    """A side whose losses are counted.

    Attributes:
        name: The canonical name in English, as it stands in ``party`` columns.
        forms: Word stems by language (``en``, ``uk``, ``ru``) that mean it: the country and
            its adjective. A stem matches a word that begins with it.
        capital_forms: Stems that mean its government when they speak ("Kyiv says").
    """

    name: str
    forms: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    capital_forms: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class War:
    """A conflict: its parties and the day from which its losses are counted."""

    name: str
    parties: tuple[str, ...]
    started: FuzzyDate | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """A body that speaks or publishes.

    Attributes:
        name: The canonical name, as it stands in ``claimant`` columns.
        aliases: Surface forms in any language and script, as written.
        kind: What kind of body it is.
        party: The party it belongs to or serves; ``None`` for outsiders.
        channel: The list its named dead belong to (multiple systems estimation).
        domains: Internet domains it publishes under.
        names_dead_of: The party whose dead its list names, where it names one side's only.
    """

    name: str
    aliases: tuple[str, ...] = ()
    kind: SourceKind = SourceKind.UNKNOWN
    party: str | None = None
    channel: str | None = None
    domains: tuple[str, ...] = ()
    names_dead_of: str | None = None


@dataclass(frozen=True, slots=True)
class Scope:
    """All that is known beforehand about the wars at hand."""

    wars: tuple[War, ...] = ()
    parties: tuple[Party, ...] = ()
    sources: tuple[Source, ...] = ()

    def war_of(self, party: str | None) -> War | None:
        """The war a party fights in; ``None`` if it is in none or in several."""
        wars = [war for war in self.wars if party in war.parties]
        return wars[0] if len(wars) == 1 else None

    def source_named(self, name: str | None) -> Source | None:
        """The source with this canonical name or alias, whatever its case."""
        wanted = (name or "").casefold()
        for source in self.sources:
            if wanted in {form.casefold() for form in (source.name, *source.aliases)}:
                return source
        return None

    def with_more(self, other: "Scope") -> "Scope":
        """Both together; where a name stands in both, the other's entry holds."""
        return Scope(
            wars=_by_name(self.wars, other.wars),
            parties=_by_name(self.parties, other.parties),
            sources=_by_name(self.sources, other.sources),
        )


Named = TypeVar("Named", War, Party, Source)


def _by_name(first: tuple[Named, ...], second: tuple[Named, ...]) -> tuple[Named, ...]:
    return tuple({item.name: item for item in chain(first, second)}.values())
