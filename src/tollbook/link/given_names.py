"""Given names: which written forms are one name in Ukrainian, Russian or English, and its short forms.

The table is data (``given_names.toml``). A name that is not in it stands for itself: most names
of the world are not, and must still be compared.
"""

import tomllib
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from typing import Literal

from tollbook.link.sounds import Word, word_of

__all__ = ["GivenName", "Sex", "given_name_of", "is_given_name", "slips_of"]

Sex = Literal["female", "male"]
LONG_ENOUGH_TO_MISSPELL = 5
READINGS_OF_A_SLIP = 2  # a man's name and the woman's made of it


@dataclass(frozen=True, slots=True)
class GivenName:
    """What names a written given name can be.

    Attributes:
        ids: The names of the table; a stem of its own where the table knows none.
        short: Whether it is a diminutive.
        sex: Of the bearer, where every reading agrees.
        known: Whether the table has it.
        initials: The sounds it can begin with in any of its forms.
    """

    ids: frozenset[str]
    short: bool = False
    sex: Sex | None = None
    known: bool = False
    initials: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class NameTable:
    """The table by key, by stem and by one-slip variants of the stem."""

    sexes: dict[str, Sex]
    by_key: dict[str, frozenset[str]]
    by_stem: dict[str, frozenset[str]]
    by_short_stem: dict[str, frozenset[str]]
    short_keys: frozenset[str]
    by_slip: dict[str, frozenset[str]]
    initials: dict[str, frozenset[str]]


def slips_of(stem: str) -> frozenset[str]:
    """The stem and every form with one letter left out: two words one slip apart share one."""
    return frozenset({stem, *(stem[:at] + stem[at + 1 :] for at in range(len(stem)))})


def is_given_name(word: Word) -> bool:
    """Whether the table knows the word as a given name, in the nominative or declined."""
    table = _table()
    return word.key in table.by_key or word.stem in table.by_stem or word.stem in table.by_short_stem


@lru_cache(maxsize=1 << 16)
def given_name_of(word: Word) -> GivenName:
    """The names that the word can be; one letter astray is forgiven where few names are that near."""
    table = _table()
    ids = table.by_key.get(word.key, frozenset()) | table.by_stem.get(word.stem, frozenset())
    ids = ids or table.by_short_stem.get(word.stem, frozenset())
    if not ids and len(word.stem) >= LONG_ENOUGH_TO_MISSPELL:
        near = frozenset().union(*(table.by_slip.get(slip, frozenset()) for slip in slips_of(word.stem)))
        ids = near if len(near) <= READINGS_OF_A_SLIP else frozenset()
    if not ids:
        return GivenName(frozenset({word.stem}), initials=frozenset(word.key[:1].lower()))
    sexes = {table.sexes[name] for name in ids}
    initials = frozenset().union(*(table.initials[name] for name in ids))
    sex = sexes.pop() if len(sexes) == 1 else None
    return GivenName(ids, word.key in table.short_keys, sex, known=True, initials=initials)


@lru_cache(maxsize=1)
def _table() -> NameTable:
    text = resources.files("tollbook.link").joinpath("given_names.toml").read_text("utf-8")
    headings = tomllib.loads(text)
    full = [(name, word_of(form)) for name, entry in _names(headings) for form in entry["forms"].split()]
    short = [(name, word_of(form)) for name, entry in _names(headings) for form in entry["short"].split()]
    full_keys = {word.key for _, word in full}
    return NameTable(
        sexes={name: _sex(heading) for heading, names in headings.items() for name in names},
        by_key=_index((word.key, name) for name, word in full + short),
        by_stem=_index((word.stem, name) for name, word in full),
        by_short_stem=_index((word.stem, name) for name, word in short),
        short_keys=frozenset(word.key for _, word in short) - full_keys,
        by_slip=_index((slip, name) for name, word in full for slip in slips_of(word.stem)),
        initials=_index((name, word.key[:1].lower()) for name, word in full + short),
    )


def _names(headings: dict[str, dict[str, dict[str, str]]]) -> list[tuple[str, dict[str, str]]]:
    return [item for names in headings.values() for item in names.items()]


def _sex(heading: str) -> Sex:
    return "female" if heading == "female" else "male"


def _index(pairs: Iterable[tuple[str, str]]) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for key, name in pairs:
        found[key].add(name)
    return {key: frozenset(names) for key, names in found.items()}
