"""Where lists stand in a text: runs of lines, each with the words above it."""

from collections.abc import Iterator
from dataclasses import dataclass

from tollbook.model.measures import MEANINGS, Subject
from tollbook.read.lists.lines import ListLine, StrayLine, find_lines

__all__ = ["Block", "find_blocks"]

FEWEST_CLASSES = 3
LARGEST_GAP = 600  # code points between two lines of one list
HEADER_LENGTH = 40  # words this long between two lines may be the next list's header


@dataclass(frozen=True, slots=True)
class Block:
    """One list.

    Attributes:
        header_start: Where the words above it begin: the text's start or the list before.
        start, end: Its first and last code point.
        lines: What stands in it, in order.
    """

    header_start: int
    start: int
    end: int
    lines: tuple[ListLine | StrayLine, ...]


def find_blocks(text: str) -> tuple[Block, ...]:
    """The lists in a text: at least three classes of equipment each."""
    blocks: list[Block] = []
    for lines in _runs(find_lines(text)):
        if _classes(lines) >= FEWEST_CLASSES:
            header_start = blocks[-1].end if blocks else 0
            blocks.append(Block(header_start, lines[0].start, lines[-1].end, lines))
    return tuple(blocks)


def _runs(lines: tuple[ListLine | StrayLine, ...]) -> Iterator[tuple[ListLine | StrayLine, ...]]:
    """Lines near each other; a class that comes again after other words begins a new list."""
    run: list[ListLine | StrayLine] = []
    for line in lines:
        gap = line.start - run[-1].end if run else 0
        if gap > LARGEST_GAP or (gap > HEADER_LENGTH and _comes_again(line, run)):
            yield tuple(run)
            run = []
        run.append(line)
    if run:
        yield tuple(run)


def _comes_again(line: ListLine | StrayLine, run: list[ListLine | StrayLine]) -> bool:
    known = {other.measure for other in run if isinstance(other, ListLine)}
    return isinstance(line, ListLine) and line.measure in known


def _classes(lines: tuple[ListLine | StrayLine, ...]) -> int:
    measures = {line.measure for line in lines if isinstance(line, ListLine)}
    return sum(MEANINGS[measure].subject is Subject.THINGS for measure in measures)
