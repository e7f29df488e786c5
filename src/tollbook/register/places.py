"""Places cut to the settlement: streets, houses and flats never leave the register.

The words that mark an address are data (``disclosure.toml``). Where in doubt a part is cut.
"""

import re

from tollbook.register.disclosure import default_policy

__all__ = ["is_address", "settlement"]

WORD = re.compile(r"\w+(?:-\w+)*")
DIGIT = re.compile(r"\d")


def settlement(place: str | None) -> str | None:
    """The place as stated without its street-level parts; ``None`` where nothing else is left.

    Parts stand between commas. A part with a digit, or with a word such as *street*, is
    dropped; after a word such as *вул.* the rest of the part is cut and what stood before stays.
    """
    parts = (_without_street(part.strip()) for part in (place or "").split(","))
    return ", ".join(part for part in parts if part) or None


def is_address(part: str) -> bool:
    """Whether a part of a place holds a word that marks a street, a house or a flat."""
    policy = default_policy()
    words = {found.group().casefold() for found in WORD.finditer(part)}
    return not words.isdisjoint(policy.from_here_on | policy.whole_part)


def _without_street(part: str) -> str:
    policy = default_policy()
    words = [(found.group().casefold(), found.start()) for found in WORD.finditer(part)]
    marks = [start for word, start in words if word in policy.from_here_on]
    if marks:
        part = part[: marks[0]].strip()
    dropped = DIGIT.search(part) or any(word in policy.whole_part for word, _ in words)
    return "" if dropped else part
