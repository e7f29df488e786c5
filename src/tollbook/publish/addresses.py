"""Where each page of the site stands: stable, readable, unique, and safe as a file name."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from tollbook.model.claims import Claim
from tollbook.model.editions import Edition
from tollbook.text import latinise

__all__ = ["Addresses", "addresses_of", "safe_url", "slug"]

SAFE_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,79}")
NOT_IN_SLUG = re.compile(r"[^a-z0-9]+")
SLUG_LENGTH = 60
UNNAMED = "unnamed"


def slug(name: str) -> str:
    """A name in plain lower-case Latin letters and hyphens, whatever its script."""
    return NOT_IN_SLUG.sub("-", latinise(name)).strip("-")[:SLUG_LENGTH].strip("-") or UNNAMED


def safe_url(url: str | None) -> str | None:
    """The address if it is one of the web; anything else is not made a link."""
    return url if url and re.match(r"https?://[^\s]+$", url) else None


@dataclass(frozen=True, slots=True)
class Addresses:
    """The paths of the site's pages, relative to its root.

    Attributes:
        claimants: By the claimant's name; the empty name stands for nobody named.
        people: By entry id.
        documents: By document id.
    """

    claimants: Mapping[str, str]
    people: Mapping[str, str]
    documents: Mapping[str, str]

    def claimant(self, name: str | None) -> str:
        """The page of a claimant."""
        return self.claimants[name or ""]

    def measure(self, code: str) -> str:
        """The page of a measure."""
        return f"measures/{code}.html"

    def claim(self, claim: Claim) -> str | None:
        """The place of a claim: on the page of its document; ``None`` where that has no card."""
        page = self.documents.get(claim.document_id)
        return f"{page}#{claim.id}" if page else None

    def bulletin(self, language: str, main: str, suffix: str = "html") -> str:
        """The bulletin's file in a language; the main language has the plain name."""
        return f"bulletin.{suffix}" if language == main else f"bulletin.{language}.{suffix}"


def addresses_of(edition: Edition) -> Addresses:
    """The addresses of every page of an edition."""
    names = {row.claim.claimant or "" for row in edition.claims}
    return Addresses(
        claimants=_pages("claimants", names),
        people=_pages("people", (entry.id for entry in edition.entries), reserved=("index", "places")),
        documents=_pages("documents", (card.id for card in edition.documents), reserved=("index",)),
    )


def _pages(folder: str, names: Iterable[str], reserved: tuple[str, ...] = ()) -> dict[str, str]:
    """A page for each name; where two would share a file, the later in order gets a number."""
    taken, pages = set(reserved), {}
    for name in sorted(set(names)):
        file = name if folder != "claimants" and SAFE_NAME.fullmatch(name) else slug(name)
        number, wanted = 1, file
        while wanted.casefold() in taken:
            number += 1
            wanted = f"{file}-{number}"
        taken.add(wanted.casefold())
        pages[name] = f"{folder}/{wanted}.html"
    return pages
