"""A text cut into paragraphs and sentences that keep their places in the body.

The cut must never move a word: every sentence is ``body[start:end]``. Abbreviations do not end
a sentence; a missing space after a full stop does not join two.
"""

import re
import tomllib
from dataclasses import dataclass
from importlib.resources import files
from itertools import pairwise

__all__ = ["Sentence", "split_sentences"]

# The stop, with what closes after it, then either space or (a slip of typing) a capital at once.
STOP = re.compile(r"(?<=[^\W\d_])(?<!\b\w)[.!?…]+(?=[^\W\d_]{2})|[.!?…]+[\"”’»)\]*]*(?=\s|$)")
TABLE = tomllib.loads(files("tollbook.read").joinpath("tables", "abbreviations.toml").read_text("utf-8"))
TABLE = tomllib.loads(files("tollbook.read").joinpath("tables", "abbreviations.toml").read_text("utf-8"))
ABBREVIATIONS = frozenset(word for words in TABLE.values() for word in words)
BULLET = re.compile(r"[\s•▫️▪●*#>\-–—‒]*")
WORD_BEFORE = re.compile(r"[\w.]+$")


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence, or a line that stands alone.

    Attributes:
        start, end: Its place in the body; the bullet before it and the spaces around it are left out.
        text: ``body[start:end]``.
        paragraph: The number of its line among the lines that are not empty.
        bulleted: Whether its line starts with a list mark.
        alone: Whether it is the whole line and ends without a stop: a heading, caption or list item.
    """

    start: int
    end: int
    text: str
    paragraph: int
    bulleted: bool = False
    alone: bool = False


def split_sentences(body: str) -> tuple[Sentence, ...]:
    """The sentences of a text in its order, without the empty ones."""
    found: list[Sentence] = []
    paragraph, start = 0, 0
    for line in body.splitlines(keepends=True):
        if line.strip():
            found += _in_line(body, start, start + len(line), paragraph)
            paragraph += 1
        start += len(line)
    return tuple(found)


def _in_line(body: str, start: int, end: int, paragraph: int) -> list[Sentence]:
    bullet = BULLET.match(body, start, end)
    first = bullet.end() if bullet else start
    bulleted = first > start and not body[start:first].isspace()
    stops = [stop.end() for stop in STOP.finditer(body, first, end) if not _abbreviates(body, stop, end)]
    edges = [first, *(stop for stop in stops if stop < end), end]
    places = [_trim(body, left, right) for left, right in pairwise(edges)]
    places = [(left, right) for left, right in places if left < right]
    alone = len(places) == 1 and body[places[0][1] - 1] not in '.!?…"”»'
    return [Sentence(left, right, body[left:right], paragraph, bulleted, alone) for left, right in places]


def _trim(body: str, start: int, end: int) -> tuple[int, int]:
    text = body[start:end]
    left = start + len(text) - len(text.lstrip())
    return left, max(left, end - (len(text) - len(text.rstrip())))


def _abbreviates(body: str, stop: re.Match[str], end: int) -> bool:
    """Whether the stop belongs to an abbreviation or an initial, or the next word is small."""
    following = body[stop.end() : end].lstrip()
    if stop.group()[0] != "." or not following:
        return False
    before = WORD_BEFORE.search(body, max(0, stop.start() - 20), stop.start())
    word = before.group().casefold() if before else ""
    initial = len(word) == 1 and word.isalpha() and word not in {"i", "я"}
    return word in ABBREVIATIONS or initial or (following[0].islower() and len(stop.group()) == 1)
