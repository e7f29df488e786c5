"""The catalogue of wording: every sentence people read, by language. It never holds a figure.

The tables live in ``catalogue/<language>.toml``; where a code has no wording of its own it is
shown as its own words, so that a new code degrades to something readable and never to a crash.
"""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

from babel import Locale

from tollbook.errors import InputError

__all__ = ["Wording", "main_language", "wording_in"]

Table = Mapping[str, object]
FALLBACK = "en"


@dataclass(frozen=True, slots=True)
class Wording:
    """The wording of one language.

    Attributes:
        language: ``en``, ``uk`` or ``ru``.
        tables: The catalogue as parsed.
    """

    language: str
    tables: Table

    def say(self, table: str, key: str) -> str:
        """The sentence or template that stands under ``key``.

        Raises:
            InputError: The catalogue has no such entry; it is ours, so this is a fault in the build.
        """
        found = self._table(table).get(key)
        if not isinstance(found, str):
            raise InputError(f"no wording for {key!r}", file=f"{self.language}.toml", place=table)
        return found

    def lines(self, table: str, key: str) -> tuple[str, ...]:
        """The paragraphs that stand under ``key``."""
        found = self._table(table).get(key, ())
        return tuple(str(line) for line in found) if isinstance(found, list) else ()

    def word(self, table: str, code: str) -> str:
        """The word for a code; the code itself, made readable, where the catalogue has none."""
        found = self._table(table).get(code)
        return found if isinstance(found, str) else code.replace("_", " ").replace("-", " ")

    def has(self, table: str, code: str) -> bool:
        """Whether the catalogue has its own wording for a code."""
        return isinstance(self._table(table).get(code), str)

    def plural(self, noun: str, count: float) -> str:
        """The noun in the form that goes with ``count``, by the language's plural rules."""
        forms = self._table(f"plurals.{noun}")
        form = Locale.parse(self.language).plural_form(count)
        return str(forms.get(form) or forms["other"])

    def _table(self, path: str) -> Table:
        table: object = self.tables
        for name in path.split("."):
            table = table.get(name, {}) if isinstance(table, Mapping) else {}
        return table if isinstance(table, Mapping) else {}


def main_language(languages: Iterable[str]) -> str:
    """The first of the languages that has a catalogue of wording; English where none has."""
    return next((language for language in languages if _catalogue(language).is_file()), FALLBACK)


@cache
def wording_in(language: str) -> Wording:
    """The wording of a language.

    Raises:
        InputError: There is no catalogue for that language.
    """
    file = _catalogue(language)
    if not file.is_file():
        raise InputError(f"no catalogue of wording for the language {language!r}", file=file.name)
    return Wording(language, tomllib.loads(file.read_text("utf-8")))


def _catalogue(language: str) -> Traversable:
    return files("tollbook.publish") / "catalogue" / f"{language}.toml"
