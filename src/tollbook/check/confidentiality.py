"""Rules about people: who may be called confirmed, who may stand here, what may be shown."""

import json
import re
from collections.abc import Iterator

from tollbook.check.evidence import Breach, Evidence
from tollbook.model.people import Confirmation, Fate
from tollbook.plain import to_json

__all__ = ["alive", "confirmed", "withheld"]

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
    everything = to_json(evidence.edition).casefold()
    fields = set(FIELD.findall(entries))
    for number, held in enumerate(sorted(evidence.withheld), start=1):
        if FIELD.fullmatch(held):
            shown = held in fields
        else:
            shown = _occurs(held, everything if " " in held else entries.casefold())
        if shown:
            yield Breach(evidence.edition.id, f"withheld string {number} ({len(held)} characters) is shown")


def _occurs(held: str, text: str) -> bool:
    wanted = json.dumps(held, ensure_ascii=False)[1:-1].casefold()
    return wanted in text and re.search(rf"(?<!\w){re.escape(wanted)}(?!\w)", text) is not None
