"""Rules about people: who may be called confirmed, who may stand here, what may be shown."""

import re
from collections.abc import Iterator

from tollbook.check.evidence import Breach, Evidence
from tollbook.model.people import Confirmation, Fate
from tollbook.plain import to_json

__all__ = ["alive", "confirmed", "withheld"]

WORD = re.compile(r"\w+")
ESCAPED = re.compile(r"\\(.)")
FIELD = re.compile(r'"\w+": "(?:[^"\\]|\\.)*"')


def confirmed(evidence: Evidence) -> Iterator[Breach]:
    """Confirmed entries that no people confirmed."""
    for entry in evidence.edition.entries:
        if entry.confirmation is Confirmation.CONFIRMED and entry.id not in evidence.confirmed_by_people:
            yield Breach(entry.id, f"confirmed by {entry.rule} without decisions by two people")


def alive(evidence: Evidence) -> Iterator[Breach]:
    """Entries of people who are said to be alive."""
    for entry in evidence.edition.entries:
        if entry.fate is Fate.ALIVE:
            yield Breach(entry.id, "an entry of a person said to be alive")


def withheld(evidence: Evidence) -> Iterator[Breach]:
    """Withheld strings that occur in the edition, told without repeating them.

    A string of several words is looked for everywhere. A single word (a callsign) is looked
    for among the entries only, since elsewhere it can be an ordinary word. A field with its
    value (``"born": "1999-05-04"``) is looked for as such.
    """
    entries = to_json(evidence.edition.entries)
    fields, people, everything = set(FIELD.findall(entries)), Page(entries), Page(to_json(evidence.edition))
    for number, held in enumerate(sorted(evidence.withheld), start=1):
        page = everything if " " in held else people
        shown = held in fields if FIELD.fullmatch(held) else page.shows(held)
        if shown:
            yield Breach(evidence.edition.id, f"withheld string {number} ({len(held)} characters) is shown")


class Page:
    """Everything some JSON says, as running text without case, to look for words in."""

    def __init__(self, json_text: str) -> None:
        self.text = _running(ESCAPED.sub(lambda found: " " if found[1] in "nrtbf" else found[1], json_text))
        self.words = set(WORD.findall(self.text))

    def shows(self, held: str) -> bool:
        """Whether the words occur, whole, in this order and whatever the space between them."""
        wanted = _running(held)
        if not self.words.issuperset(WORD.findall(wanted)) or wanted not in self.text:
            return False
        return re.search(rf"(?<!\w){re.escape(wanted)}(?!\w)", self.text) is not None


def _running(text: str) -> str:
    return " ".join(text.casefold().split())
