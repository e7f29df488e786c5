"""JSON Schemas (draft 2020-12) of what is exported, drawn from the records themselves.

The files in ``tollbook/schema`` are what others rely on; a test holds them to what stands
here, so a changed record cannot slip out under an old schema. ``draw_schemas`` draws them anew.
"""

import inspect
import json
import re
import types
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from enum import Enum
from importlib.resources import files
from pathlib import Path
from typing import Union, get_args, get_origin, get_type_hints

from tollbook.model.dates import FuzzyDate
from tollbook.model.editions import Edition
from tollbook.publish.rows import ClaimRow, EstimateRow, PersonRow

__all__ = ["EXPORTED", "draw_schemas", "field_notes", "schema_of", "schema_text", "stored_schema"]

Schema = dict[str, object]
DIALECT = "https://json-schema.org/draft/2020-12/schema"

# The schema's name, the record, and whether the file holds a list of them.
EXPORTED: Mapping[str, tuple[type, bool]] = {
    "claim": (ClaimRow, True),
    "person": (PersonRow, True),
    "estimate": (EstimateRow, True),
    "edition": (Edition, False),
}
ATTRIBUTE = re.compile(r" {4}(\w+(?:, \w+)*): (.*)")
SCALARS: Mapping[object, Schema] = {
    str: {"type": "string"},
    int: {"type": "integer"},
    float: {"type": "number"},
    bool: {"type": "boolean"},
    object: {},
    datetime: {"type": "string", "format": "date-time"},
    date: {"type": "string", "format": "date"},
    FuzzyDate: {
        "type": "string",
        "pattern": "^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$",
        "description": "A day, month or year as stated, in truncated ISO form.",
    },
}


def schema_of(name: str) -> Schema:
    """The schema of an exported file: ``claim``, ``person``, ``estimate`` or ``edition``."""
    record, listed = EXPORTED[name]
    definitions: dict[str, Schema] = {}
    reference = _schema(record, definitions)
    whole: Schema = {"type": "array", "items": reference} if listed else reference
    return {
        "$schema": DIALECT,
        "title": f"tollbook {name}",
        "description": _first_line(record),
        **whole,
        "$defs": dict(sorted(definitions.items())),
    }


def schema_text(name: str) -> str:
    """The schema as the bytes of its file."""
    return json.dumps(schema_of(name), indent=2, ensure_ascii=False) + "\n"


def stored_schema(name: str) -> str:
    """The schema as it is stored in the package, to be copied beside the data."""
    return (files("tollbook") / "schema" / f"{name}.json").read_text("utf-8")


def field_notes(record: type) -> dict[str, str]:
    """What each field holds, from the record's docstring."""
    notes: dict[str, str] = {}
    _, _, listed = (inspect.getdoc(record) or "").partition("Attributes:\n")
    for line in listed.splitlines():
        if started := ATTRIBUTE.match(line):
            names = started[1].split(", ")
            notes.update(dict.fromkeys(names, started[2]))
        elif notes and line.strip():
            notes.update({name: f"{notes[name]} {line.strip()}" for name in names})
    return notes


def _first_line(record: type) -> str:
    return (inspect.getdoc(record) or "").splitlines()[0]


def _schema(kind: object, definitions: dict[str, Schema]) -> Schema:
    if (scalar := SCALARS.get(kind)) is not None:
        return dict(scalar)
    if isinstance(kind, type) and issubclass(kind, Enum):
        return {"enum": [member.value for member in kind]}
    if isinstance(kind, type) and is_dataclass(kind):
        return _record(kind, definitions)
    return _composed(kind, definitions)


def _composed(kind: object, definitions: dict[str, Schema]) -> Schema:
    origin, parts = get_origin(kind), get_args(kind)
    if origin in {Union, types.UnionType}:
        options = [_schema(part, definitions) for part in parts if part is not type(None)]
        return {"anyOf": [*options, {"type": "null"}]}
    if (origin is tuple and parts[-1:] == (Ellipsis,)) or origin is frozenset:
        return {"type": "array", "items": _schema(parts[0], definitions)}
    if origin is tuple:
        items = [_schema(part, definitions) for part in parts]
        return {"type": "array", "prefixItems": items, "minItems": len(items), "maxItems": len(items)}
    if origin is Mapping:
        return {"type": "object", "additionalProperties": _schema(parts[1], definitions)}
    raise TypeError(f"no schema for {kind!r}")


def _record(kind: type, definitions: dict[str, Schema]) -> Schema:
    reference: Schema = {"$ref": f"#/$defs/{kind.__name__}"}
    if kind.__name__ in definitions:
        return reference
    definitions[kind.__name__] = {}
    hints, notes = get_type_hints(kind), field_notes(kind)
    properties = {}
    for field in fields(kind):
        if not field.init:  # worked out from the others, so it is not written
            continue
        note = {"description": notes[field.name]} if field.name in notes else {}
        properties[field.name] = {**_schema(hints[field.name], definitions), **note}
    definitions[kind.__name__] = {
        "type": "object",
        "description": _first_line(kind),
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }
    return reference


def draw_schemas(folder: Path) -> None:
    """Every schema stands anew in the folder."""
    for name in EXPORTED:
        (folder / f"{name}.json").write_text(schema_text(name), "utf-8")
