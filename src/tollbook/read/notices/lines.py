"""The lines of a body with their places, empty ones left out."""

from dataclasses import dataclass

__all__ = ["Line", "lines_of"]


@dataclass(frozen=True, slots=True)
class Line:
    """A line without its line break; ``number`` counts every line from one."""

    number: int
    start: int
    end: int
    text: str


def lines_of(body: str) -> tuple[Line, ...]:
    """The lines that hold more than blanks, in order."""
    found: list[Line] = []
    start = 0
    for number, line in enumerate(body.splitlines(keepends=True), 1):
        text = line.rstrip("\r\n")
        if text.strip():
            found.append(Line(number, start, start + len(text), text))
        start += len(line)
    return tuple(found)
