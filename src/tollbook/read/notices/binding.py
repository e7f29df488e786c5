"""Whose fate a cue tells: the person who is its subject or whose name follows it.

The stretch between the cue and the name decides. It may hold ranks, ages, days and places; a
speaker, a relative, a number of people or another clause breaks it. A cue that nobody fits is
left alone: better an unread notice than a living person among the dead.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from tollbook.model.documents import Document
from tollbook.read.notices.cues import Cue
from tollbook.read.notices.gaps import Gaps
from tollbook.read.notices.lexicon import Lexicon
from tollbook.read.notices.mentions import Mention
from tollbook.read.sentences import Sentence

__all__ = ["Link", "bind"]

PLURAL = re.compile(r"^(?:were|загинули|погибли|полягли|померли|умерли|поховали|died)\b", re.IGNORECASE)
RELATIVE = re.compile(r"\b(?:як(?:ий|а|ого|ому)|котор(?:ый|ая|ого|ому)|who|що)\b", re.IGNORECASE)
ENUMERATION = 70


@dataclass(frozen=True, slots=True)
class Link:
    """A cue and the mention of the person it is about.

    Attributes:
        cue: The words that tell.
        mention: The place that names the person; in an earlier sentence where a pronoun leads back.
        direct: Whether both stand in one sentence with nothing between that breaks them.
        in_row: Whether the cue is about several people at once.
    """

    cue: Cue
    mention: Mention
    direct: bool
    in_row: bool = False


@dataclass(frozen=True, slots=True)
class Scene:
    """One sentence with what stands in it, and who was spoken of before."""

    document: Document
    sentence: Sentence
    mentions: tuple[Mention, ...]
    lexicon: Lexicon
    focus: Mention | None = None

    @property
    def gaps(self) -> Gaps:
        """The judge of stretches between cue and name."""
        return Gaps(self.document.body, self.lexicon)


def bind(scene: Scene, cues: Sequence[Cue]) -> tuple[Link, ...]:
    """Every cue of the sentence with the people it is about."""
    links: list[Link] = []
    for cue in cues:
        if cue.fate is None:
            continue
        links += _leading(scene, cue) if cue.leads else _subject(scene, cue)
    return tuple(links)


def _leading(scene: Scene, cue: Cue) -> list[Link]:
    """The names that follow a cue, one or an enumeration."""
    following = [mention for mention in scene.mentions if mention.start >= cue.end]
    if not following or not scene.gaps.leads_to(cue, following[0]):
        return []
    return _row(cue, _enumerated(scene, following))


def _row(cue: Cue, mentions: Sequence[Mention]) -> list[Link]:
    return [Link(cue, mention, direct=True, in_row=len(mentions) > 1) for mention in mentions]


def _enumerated(scene: Scene, mentions: Sequence[Mention]) -> list[Mention]:
    """The first mention and those joined to it by commas or "and"."""
    row = [mentions[0]]
    for mention in mentions[1:]:
        joined = scene.gaps.joins(row[-1].end, mention.start) and mention.start - row[-1].end <= ENUMERATION
        agrees = not mention.cases or not row[0].cases or bool(mention.cases & row[0].cases)
        if not joined or not agrees:
            break
        row.append(mention)
    return row


def _subject(scene: Scene, cue: Cue) -> list[Link]:
    before = [mention for mention in scene.mentions if mention.end <= cue.start]
    pronoun = scene.gaps.pronoun_before(cue, scene.sentence.start)
    if pronoun is not None and not (before and before[-1].start > pronoun):
        person = before[-1] if before else scene.focus
        if person:
            return [Link(cue, person, direct=False)]
    if before and _fits_subject(scene, before[-1], cue):
        row = [before[-1]]
        if PLURAL.match(cue.text):
            row = _row_ending_with(scene, before)
        return _row(cue, row)
    after = [mention for mention in scene.mentions if mention.start >= cue.end]
    if after and scene.gaps.subject_after(cue, after[0]):
        return _row(cue, _enumerated(scene, after))
    if (
        not before
        and scene.focus
        and scene.gaps.without_subject(cue, scene.sentence.start, scene.sentence.end)
    ):
        return [Link(cue, scene.focus, direct=False)]
    return []


def _fits_subject(scene: Scene, mention: Mention, cue: Cue) -> bool:
    between = scene.document.body[mention.end : cue.start]
    nominative = not mention.cases or "nomn" in mention.cases or RELATIVE.search(between) is not None
    return nominative and scene.gaps.subject_before(mention, cue)


def _row_ending_with(scene: Scene, mentions: Sequence[Mention]) -> list[Mention]:
    row = [mentions[-1]]
    for mention in reversed(mentions[:-1]):
        if not scene.gaps.joins(mention.end, row[0].start) or row[0].start - mention.end > ENUMERATION:
            break
        row.insert(0, mention)
    return row
