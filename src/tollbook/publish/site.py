"""The site: every page of one edition, its downloads and a manifest, written into a folder.

Same edition, same bytes. No page needs a script or loads anything from another site, and none
can show what the edition does not hold.
"""

from collections.abc import Iterator, Sequence
from importlib.resources import files
from pathlib import Path

from tollbook.model.bulletins import Bulletin
from tollbook.model.editions import Edition
from tollbook.plain import to_json
from tollbook.publish.addresses import addresses_of
from tollbook.publish.bulletin import compose_bulletin
from tollbook.publish.bulletin_forms import bulletin_markdown, bulletin_queries
from tollbook.publish.bulletin_page import bulletin_html
from tollbook.publish.downloads import data_files, manifest_text
from tollbook.publish.front import front_page, plain_pages
from tollbook.publish.pages import claim_pages, document_pages, people_pages
from tollbook.publish.templates import Frame
from tollbook.publish.views import Viewer
from tollbook.publish.wording import main_language, wording_in

__all__ = ["render_site"]

MANIFEST = "manifest.json"


def render_site(edition: Edition, bulletins: Sequence[Bulletin], folder: Path) -> tuple[str, ...]:
    """Every file of the site is in the folder; what else is there is left alone.

    Args:
        edition: The frozen edition.
        bulletins: Its bulletins; one in the main language is composed where it is missing.
        folder: Where to write; made if it is not there.

    Returns:
        The paths written, relative to the folder, sorted.
    """
    contents = {path: text.encode() for path, text in _texts(edition, bulletins)}
    contents[MANIFEST] = manifest_text(edition, tuple(contents.items())).encode()
    for path, content in sorted(contents.items()):
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
    return tuple(sorted(contents))


def _texts(edition: Edition, bulletins: Sequence[Bulletin]) -> Iterator[tuple[str, str]]:
    """Every file but the manifest, with its text."""
    main = main_language(edition.languages)
    by_language = {bulletin.language: bulletin for bulletin in bulletins}
    if main not in by_language:
        by_language[main] = compose_bulletin(edition, language=main)
    wording = wording_in(main)
    frame, viewer = Frame(edition, wording), Viewer(edition, wording, addresses_of(edition))
    yield front_page(frame, viewer, by_language[main])
    yield from claim_pages(frame, viewer)
    yield from document_pages(frame, viewer)
    yield from people_pages(frame, viewer)
    yield from plain_pages(frame, viewer)
    for language in sorted(by_language):
        yield from _bulletin_texts(by_language[language], edition, main)
    yield "site.css", (files("tollbook.publish") / "site.css").read_text("utf-8")
    yield from ((f"data/{name}", text) for name, text in data_files(edition).items())


def _bulletin_texts(bulletin: Bulletin, edition: Edition, main: str) -> Iterator[tuple[str, str]]:
    address = addresses_of(edition).bulletin
    yield address(bulletin.language, main), bulletin_html(bulletin, edition)
    yield address(bulletin.language, main, "md"), bulletin_markdown(bulletin)
    queries = bulletin_queries(bulletin, edition)
    yield address(bulletin.language, main, "json"), to_json(queries, indent=1) + "\n"
