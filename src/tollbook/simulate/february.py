"""The figures of an article of February 2023, retold in our own words, with texts of those days.

What the claimants said is public and theirs; the wording, the outlet and the soldier in the
caption are ours and invented.
"""

import re
from datetime import date
from importlib.resources import files

from tollbook.errors import FrontMatterError
from tollbook.simulate.nouns import SimulatedDocument

__all__ = ["load_february_2023"]

HEADER = re.compile(r'^(\w+): "?(.*?)"?$', re.MULTILINE)


def load_february_2023() -> tuple[SimulatedDocument, ...]:
    """The texts of the example, in order of their names.

    Raises:
        FrontMatterError: A text of the package lost its front matter.
    """
    folder = files("tollbook").joinpath("examples", "february_2023")
    texts = sorted((entry for entry in folder.iterdir() if entry.name.endswith(".md")), key=lambda e: e.name)
    return tuple(
        _opened(entry.name.removesuffix(".md"), entry.read_text(encoding="utf-8")) for entry in texts
    )


def _opened(name: str, text: str) -> SimulatedDocument:
    header = dict(HEADER.findall(text.split("---\n")[1]))
    try:
        published = date.fromisoformat(header["published"])
        return SimulatedDocument(name, text, published, header["publisher"], header["language"])
    except (KeyError, ValueError) as error:
        raise FrontMatterError(f"front matter of an example: {error}", file=name) from error
