"""Front matter: what a document says of itself, in YAML between two lines of three hyphens.

The body begins right after the closing line. Keys that are not known are left to whoever
wrote them; a known key that cannot be taken stops the document, with its line and value.
"""

import re
from dataclasses import dataclass

import yaml

from tollbook.errors import DateError, FrontMatterError
from tollbook.model.dates import FuzzyDate

__all__ = ["FrontMatter", "split_front_matter"]

FENCE = re.compile(r"---[ \t]*\n")
CLOSING = re.compile(r"^---[ \t]*(?:\n|\Z)", re.MULTILINE)
INSTANT = re.compile(r"(\d{4}(?:-\d{2}){0,2})(?:[T ]\d{1,2}:\d{2}.*)?")
LANGUAGE = re.compile(r"([A-Za-z]{2,3})(?:[-_]\w+)*")
NOTHING = {"", "~", "null", "Null", "NULL"}


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """What is stated; ``None`` is not stated."""

    title: str | None = None
    url: str | None = None
    published: FuzzyDate | None = None
    language: str | None = None
    publisher: str | None = None


@dataclass(frozen=True, slots=True)
class _Fields:
    """The parsed keys with what messages need."""

    values: dict[object, object]
    text: str
    file: str

    def take(self, key: str) -> str | None:
        """A known key's text."""
        value = self.values.get(key)
        if value is not None and not isinstance(value, str):
            raise self.fault(key, f"{key} is not a single value: {value!r}")
        return None if value is None or value.strip() in NOTHING else value.strip()

    def fault(self, key: str, message: str) -> FrontMatterError:
        """The error, with the line the key stands in."""
        lines = enumerate(self.text.splitlines(), 2)
        line = next((number for number, words in lines if words.lstrip("'\" ").startswith(key)), 1)
        return FrontMatterError(message, file=self.file, place=f"line {line}")


def split_front_matter(text: str, file: str) -> tuple[FrontMatter, str]:
    """The front matter and the body after it; without front matter, the text itself.

    Raises:
        FrontMatterError: Unclosed, not YAML, not a mapping, a value of another type, a
            publication day that does not exist.
    """
    opening = FENCE.match(text)
    if not opening:
        return FrontMatter(), text
    closing = CLOSING.search(text, opening.end())
    if not closing:
        raise FrontMatterError("front matter opened by '---' is never closed", file=file, place="line 1")
    stated = text[opening.end() : closing.start()]
    fields = _Fields(_parsed(stated, file), stated, file)
    matter = FrontMatter(
        title=fields.take("title"),
        url=fields.take("url"),
        published=_published(fields),
        language=_language(fields),
        publisher=fields.take("publisher"),
    )
    return matter, text[closing.end() :]


def _parsed(stated: str, file: str) -> dict[object, object]:
    try:
        # Only strings, lists and mappings: a day stays as it is written, "no" stays a word.
        values = yaml.load(stated, Loader=yaml.BaseLoader)  # noqa: S506 - builds no objects
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        reason = getattr(error, "problem", None) or str(error)
        line = mark.line + 2 if mark else 1
        rows = stated.splitlines()
        value = rows[mark.line] if mark and mark.line < len(rows) else ""
        raise FrontMatterError(f"not YAML ({reason}): {value!r}", file=file, place=f"line {line}") from error
    if values is None or values == "":
        return {}
    if not isinstance(values, dict):
        raise FrontMatterError(f"not a list of keys: {stated.strip()[:60]!r}", file=file, place="line 2")
    return values


def _published(fields: _Fields) -> FuzzyDate | None:
    stated = fields.take("published")
    if stated is None:
        return None
    found = INSTANT.fullmatch(stated)
    if not found:
        raise fields.fault("published", f"published is not a date of the form YYYY[-MM[-DD]]: {stated!r}")
    try:
        return FuzzyDate.parse(found[1])
    except DateError as error:
        raise fields.fault("published", f"published: {error.message}") from error


def _language(fields: _Fields) -> str | None:
    stated = fields.take("language")
    if stated is None:
        return None
    found = LANGUAGE.fullmatch(stated)
    if not found:
        raise fields.fault("language", f"language is not a language code: {stated!r}")
    return found[1].lower()
