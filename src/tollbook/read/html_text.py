"""Saved pages to text: the article without menus and scripts, and what the page says of itself.

Half a page is refused, with the place where it breaks off: half a list read as a whole one
would look like a drop in losses.
"""

import re
from dataclasses import dataclass

import trafilatura

from tollbook.errors import DateError, DocumentError
from tollbook.model.dates import FuzzyDate

__all__ = ["Page", "read_page"]

# Elements whose end a whole page never lacks once they are opened.
CLOSED = ("html", "body")
# A fixed last day, so that what is read does not depend on the day it is read on.
DATE_SETTINGS = {
    "original_date": True,
    "extensive_search": False,
    "outputformat": "%Y-%m-%d",
    "max_date": "2100-12-31",
}


@dataclass(frozen=True, slots=True)
class Page:
    """The article of a page and its own statements; ``None`` is not stated."""

    text: str
    title: str | None = None
    url: str | None = None
    site: str | None = None
    published: FuzzyDate | None = None
    language: str | None = None


def read_page(source: str, file: str) -> Page:
    """The article in a page.

    Args:
        source: The page's source text.
        file: Where it comes from, for messages.

    Raises:
        DocumentError: Cut off, or without any article text.
    """
    _refuse_cut_off(source, file)
    found = trafilatura.bare_extraction(
        source, with_metadata=True, include_comments=False, date_extraction_params=DATE_SETTINGS
    )
    text = (getattr(found, "text", None) or "").strip()
    if not text:
        raise DocumentError("the page holds no article text", file=file, place=f"{len(source)} characters")
    return Page(
        text=text,
        title=getattr(found, "title", None),
        url=getattr(found, "url", None),
        site=getattr(found, "sitename", None),
        published=_day(getattr(found, "date", None)),
        language=_language(source),
    )


def _refuse_cut_off(source: str, file: str) -> None:
    end = source.rstrip()
    place = f"character {len(end)}, line {end.count(chr(10)) + 1}"
    if end.rfind("<!--") > end.rfind("-->"):
        raise DocumentError("the page breaks off inside a comment", file=file, place=place)
    if re.search(r"<[/!a-zA-Z][^<>]*\Z", end):
        raise DocumentError(f"the page breaks off inside a tag: {end[-40:]!r}", file=file, place=place)
    for name in CLOSED:
        is_open = re.search(rf"<{name}[\s>]", end, re.IGNORECASE)
        if is_open and not re.search(rf"</{name}\s*>", end, re.IGNORECASE):
            raise DocumentError(f"the page breaks off before </{name}>", file=file, place=place)


def _day(stated: str | None) -> FuzzyDate | None:
    try:
        return FuzzyDate.parse(stated) if stated else None
    except DateError:
        return None


def _language(source: str) -> str | None:
    found = re.search(r"""<html[^>]*?\blang\s*=\s*["']?([A-Za-z]{2,3})""", source, re.IGNORECASE)
    return found[1].lower() if found else None
