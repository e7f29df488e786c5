"""The options that many commands share, with one meaning each."""

from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from tollbook.errors import DateError, InputError
from tollbook.model.dates import FuzzyDate

__all__ = ["AsJson", "AsJsonLines", "AsKnown", "ProjectFolder", "day_or_none"]

ProjectFolder = Annotated[
    Path, typer.Option("--project", metavar="DIR", help="The project's folder.", show_default="this folder")
]
AsKnown = Annotated[
    str | None,
    typer.Option("--as-known", metavar="DAY", help="Show what the book knew at the end of that day (UTC)."),
]
AsJson = Annotated[bool, typer.Option("--json", help="Print one JSON object.")]
AsJsonLines = Annotated[bool, typer.Option("--jsonl", help="Print one JSON object a line.")]


def day_or_none(stated: str | None) -> date | None:
    """The day given with ``--as-known``.

    Raises:
        InputError: It is not a whole day.
    """
    if stated is None:
        return None
    try:
        day = FuzzyDate.parse(stated)
    except DateError as error:
        raise InputError(error.message, place="--as-known") from error
    if not day.exact:
        raise InputError(f"a whole day is needed, as 2023-02-16, not {stated!r}", place="--as-known")
    return day.first
