"""Records to plain JSON values and back, by cattrs; the one place that knows the shapes.

Dates become truncated ISO strings, enums their codes, sets sorted lists. What comes back
equals what went in.
"""

import json
from datetime import date, datetime
from enum import Enum
from pathlib import Path
from typing import Any, TypeVar

import cattrs

from tollbook.model.dates import FuzzyDate

__all__ = ["from_plain", "to_json", "to_plain"]

Record = TypeVar("Record")


def _converter() -> cattrs.Converter:
    converter = cattrs.Converter()
    converter.register_unstructure_hook_func(
        lambda kind: isinstance(kind, type) and issubclass(kind, Enum), lambda value: value.value
    )
    converter.register_unstructure_hook(FuzzyDate, str)
    converter.register_structure_hook(FuzzyDate, lambda value, _: FuzzyDate.parse(value))
    converter.register_unstructure_hook(datetime, lambda value: value.isoformat())
    converter.register_structure_hook(datetime, lambda value, _: datetime.fromisoformat(value))
    converter.register_unstructure_hook(date, lambda value: value.isoformat())
    converter.register_structure_hook(date, lambda value, _: date.fromisoformat(value))
    converter.register_unstructure_hook(Path, str)
    converter.register_structure_hook(Path, lambda value, _: Path(value))
    converter.register_unstructure_hook_func(
        lambda kind: getattr(kind, "__origin__", kind) is frozenset,
        lambda value: sorted(converter.unstructure(item) for item in value),
    )
    converter.register_structure_hook(float, lambda value, _: value)  # 140460 stays an int
    converter.register_structure_hook_func(lambda kind: kind is object, lambda value, _: value)
    return converter


CONVERTER = _converter()


def to_plain(record: object) -> Any:  # noqa: ANN401 - JSON has no narrower type
    """The record as dicts, lists, strings, numbers and None."""
    return CONVERTER.unstructure(record)


def from_plain(value: object, kind: type[Record]) -> Record:
    """The record that ``to_plain`` made ``value`` from.

    Raises:
        cattrs.BaseValidationError: The value has another shape.
    """
    return CONVERTER.structure(value, kind)


def to_json(value: object, *, indent: int | None = None) -> str:
    """JSON text of a record or of plain values: same input, same bytes."""
    return json.dumps(to_plain(value), ensure_ascii=False, sort_keys=True, indent=indent)
