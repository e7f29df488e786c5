"""Disclosure: the policy that says what of an entry may be shown, read once from data.

Every level has a reason beside it. A field the policy does not name is withheld.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files

from tollbook.errors import ProjectError

__all__ = ["DATES", "Level", "Policy", "default_policy", "levels_of"]

DATES = ("born", "died", "funeral")


class Level(StrEnum):
    """How much of a field is shown."""

    PUBLIC = "public"
    YEAR = "year"
    WITHHELD = "withheld"


@dataclass(frozen=True, slots=True)
class Policy:
    """The policy in force.

    Attributes:
        version: ``disclosure/1``.
        levels: The level of each field, as codes.
        reasons: Why, for each field.
        adult_age: Below it a person is a minor.
        minors_withheld: The fields a minor's entry does not show.
        name_shown: What stands in the place of a name withheld.
        address_fields: The places that are cut to the settlement.
        from_here_on: Words from which on a part of a place is cut.
        whole_part: Words that drop a part of a place.
    """

    version: str
    levels: Mapping[str, str]
    reasons: Mapping[str, str]
    adult_age: int
    minors_withheld: frozenset[str]
    name_shown: str
    address_fields: tuple[str, ...]
    from_here_on: frozenset[str]
    whole_part: frozenset[str]


@cache
def default_policy() -> Policy:
    """The policy that ``disclosure.toml`` holds."""
    raw = tomllib.loads(files(__package__).joinpath("disclosure.toml").read_text("utf-8"))
    return Policy(
        version=raw["version"],
        levels={field: Level(rule["level"]).value for field, rule in raw["fields"].items()},
        reasons={field: rule["reason"] for field, rule in raw["fields"].items()},
        adult_age=raw["minors"]["below_age"],
        minors_withheld=frozenset(raw["minors"]["withheld"]),
        name_shown=raw["minors"]["name_shown"],
        address_fields=tuple(raw["addresses"]["fields"]),
        from_here_on=frozenset(raw["addresses"]["from_here_on"]),
        whole_part=frozenset(raw["addresses"]["whole_part"]),
    )


def levels_of(disclosure: Mapping[str, str]) -> Mapping[str, Level]:
    """The default levels with a team's own over them.

    Raises:
        ProjectError: A field or a level that does not exist, or a year of what is no date.
    """
    default = default_policy().levels
    for field, level in disclosure.items():
        if field not in default:
            raise ProjectError(f"no such field to disclose: {field!r}", place="disclosure")
        if level not in set(Level) or (level == Level.YEAR and field not in DATES):
            told = f"{level!r} is no level of {field}; dates have {', '.join(Level)}, all else no year"
            raise ProjectError(told, place=f"disclosure.{field}")
    return {field: Level(level) for field, level in {**default, **disclosure}.items()}
