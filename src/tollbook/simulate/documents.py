"""Putting a document together: front matter that states where it was published, then the body."""

import json
from dataclasses import dataclass, field
from datetime import date

from tollbook.model.scope import Scope
from tollbook.simulate.nouns import IntendedClaim, Mention, SimulatedDocument, Slip

__all__ = ["Imprint", "Written", "document", "sorted_by_day"]


@dataclass(frozen=True, slots=True)
class Written:
    """A document together with what it was written to say.

    Attributes:
        document: The text.
        mentions: The people it speaks of.
        stated: The claims it makes.
        slips: What it corrects or misprints.
    """

    document: SimulatedDocument
    mentions: tuple[Mention, ...] = ()
    stated: tuple[IntendedClaim, ...] = ()
    slips: tuple[Slip, ...] = field(default=())


@dataclass(frozen=True, slots=True)
class Imprint:
    """Where, when and in which language something appears.

    Attributes:
        name: The document's name: the file's stem.
        source: Canonical name of the publisher.
        published: The day.
        language: Of the text.
    """

    name: str
    source: str
    published: date
    language: str


def document(imprint: Imprint, title: str, body: str, scope: Scope) -> SimulatedDocument:
    """The published text with its front matter."""
    source = scope.source_named(imprint.source)
    domain = source.domains[0] if source and source.domains else "archive.example"
    quoted: dict[str, str | date] = {
        "title": title,
        "url": f"https://{domain}/{imprint.language}/{imprint.published.isoformat()}/{imprint.name}",
        "published": imprint.published,
        "language": imprint.language,
        "publisher": imprint.source,
    }
    lines = [f"{key}: {_yaml(value)}" for key, value in quoted.items()]
    text = "\n".join(["---", *lines, "---", body.strip(), ""])
    return SimulatedDocument(imprint.name, text, imprint.published, imprint.source, imprint.language)


def sorted_by_day(written: list[Written]) -> list[Written]:
    """The documents in the order in which they appeared."""
    return sorted(written, key=lambda each: (each.document.published, each.document.name))


def _yaml(value: str | date) -> str:
    return value.isoformat() if isinstance(value, date) else json.dumps(value, ensure_ascii=False)
