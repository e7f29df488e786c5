"""The tables of names, places, words and sentences, read once from the package.

Data only: nothing here draws, and nothing may be added at run time.
"""

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

__all__ = ["table"]


@cache
def table(name: str) -> dict[str, Any]:
    """The table of that name, as nested plain values.

    Args:
        name: The stem of a file in ``simulate/tables``.
    """
    text = files("tollbook.simulate").joinpath("tables", f"{name}.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)
