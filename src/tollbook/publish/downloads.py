"""The data package: tables as CSV and JSON, the whole edition, the schemas and a manifest.

A cell that a spreadsheet would run as a formula is written as text. What is not stated is an
empty cell or ``null``, never zero.
"""

import csv
import io
import json
import math
from collections.abc import Iterable, Sequence
from dataclasses import fields

from tollbook.model.editions import Edition
from tollbook.model.ids import content_sha256
from tollbook.plain import to_plain
from tollbook.publish.rows import ClaimRow, PersonRow, claim_rows, estimate_rows, person_rows
from tollbook.publish.schemas import EXPORTED, stored_schema

__all__ = ["csv_text", "data_files", "manifest_text", "safe_cell"]

FORMULA_MARKS = ("=", "+", "-", "@", "\t", "\r")
LIST_MARK = "; "


def data_files(edition: Edition) -> dict[str, str]:
    """The downloads by file name, with their text; the same for the same edition."""
    claims, people = claim_rows(edition), person_rows(edition)
    tables = {
        "claims.csv": csv_text(ClaimRow, claims),
        "claims.json": _json(claims),
        "people.csv": csv_text(PersonRow, people),
        "people.json": _json(people),
        "estimates.json": _json(estimate_rows(edition)),
        "edition.json": _json(edition),
    }
    return tables | {f"schema/{name}.json": stored_schema(name) for name in EXPORTED}


def csv_text(kind: type, rows: Iterable[object]) -> str:
    """A table with one header line, in UTF-8 with CRLF line ends, as RFC 4180 has it."""
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    names = [field.name for field in fields(kind)]
    writer.writerow(names)
    for row in rows:
        writer.writerow([safe_cell(getattr(row, name)) for name in names])
    return out.getvalue()


def safe_cell(value: object) -> str:
    """The value as a cell that no spreadsheet runs: text that begins like a formula gets an apostrophe."""
    if value is None:
        return ""
    if isinstance(value, bool | int | float):
        return repr(value) if isinstance(value, float) and not value.is_integer() else f"{value:.0f}"
    text = LIST_MARK.join(value) if isinstance(value, tuple) else str(value)
    text = text.replace("\0", "")
    return f"'{text}" if text.lstrip().startswith(FORMULA_MARKS) or text.startswith(FORMULA_MARKS) else text


def manifest_text(edition: Edition, contents: Sequence[tuple[str, bytes]]) -> str:
    """The list of every file of the site with its SHA-256 and size, sorted by path."""
    listed = [
        {"path": path, "sha256": content_sha256(content), "bytes": len(content)}
        for path, content in sorted(contents)
    ]
    return _json({"edition": edition.id, "as_known": edition.as_known.isoformat(), "files": listed})


def _json(value: object) -> str:
    plain = _finite(to_plain(value))
    return json.dumps(plain, ensure_ascii=False, sort_keys=True, indent=1, allow_nan=False) + "\n"


def _finite(value: object) -> object:
    """The value with numbers that JSON cannot hold (infinite, undefined) as null."""
    if isinstance(value, float) and not math.isfinite(value):
        return None
    if isinstance(value, dict):
        return {key: _finite(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_finite(item) for item in value]
    return value
