"""Words that say what became of somebody, and how they stand to the name.

A cue's person is either its subject ("X was killed") or named after it ("the funeral of X").
Cues of kind ``other`` (awards, reports, "nearly died") change nobody's fate: they stand here
to take the dates that are theirs, and to cover the shorter words inside them.
"""

from dataclasses import dataclass

from tollbook.model.people import Fate
from tollbook.read.notices.lexicon import CUE_KINDS, Lexicon

__all__ = ["FATES", "Cue", "find_cues"]

FATES = {
    "death": Fate.DEAD,
    "memory": Fate.DEAD,
    "funeral": Fate.DEAD,
    "missing": Fate.MISSING,
    "captured": Fate.CAPTURED,
    "wounded": Fate.ALIVE,
    "alive": Fate.ALIVE,
}


@dataclass(frozen=True, slots=True)
class Cue:
    """Words with a meaning for somebody's fate.

    Attributes:
        kind: Death, funeral, wounded ...
        leads: Whether the name follows; else the person is the subject.
        start, end: Its place in the body.
        text: The words.
    """

    kind: str
    leads: bool
    start: int
    end: int
    text: str

    @property
    def fate(self) -> Fate | None:
        """What it says became of the person, if anything."""
        return FATES.get(self.kind)


def find_cues(body: str, start: int, end: int, lexicon: Lexicon) -> tuple[Cue, ...]:
    """The cues between two places, in order; a longer one covers the shorter ones inside it."""
    found = [
        Cue(kind, leads, match.start(), match.end(), match.group())
        for kind in CUE_KINDS
        for leads, pattern in ((False, lexicon.subject_cues[kind]), (True, lexicon.object_cues[kind]))
        for match in pattern.finditer(body, start, end)
    ]
    kept = [cue for cue in found if not any(_covers(other, cue) for other in found)]
    return tuple(sorted(kept, key=lambda cue: (cue.start, cue.end, cue.leads, cue.kind)))


def _covers(longer: Cue, shorter: Cue) -> bool:
    overlap = longer.start < shorter.end and shorter.start < longer.end
    length, other = longer.end - longer.start, shorter.end - shorter.start
    contained = longer.start <= shorter.start and shorter.end <= longer.end
    return overlap and length > other and (contained or longer.kind == "other")
