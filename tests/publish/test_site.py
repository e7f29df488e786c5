"""Laws of the site: same bytes, nothing loaded from elsewhere, nothing unescaped, no dead link."""

import hashlib
import json
import re
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest

from tollbook.model.measures import Measure
from tollbook.model.people import Fate, Name
from tollbook.publish import compose_bulletin, render_site
from tollbook.publish.addresses import addresses_of, safe_url, slug
from tollbook.publish.wording import wording_in


class Page(HTMLParser):
    """A page's tags, ids, links, loads and text."""

    def __init__(self, path):
        super().__init__()
        self.tags, self.ids, self.links, self.loads, self.handlers = [], [], [], [], []
        self.feed(path.read_text("utf-8"))

    def handle_starttag(self, tag, attrs):
        """Note what the tag carries."""
        given = dict(attrs)
        self.tags.append((tag, given))
        self.handlers += [name for name in given if name.startswith("on")]
        if "id" in given:
            self.ids.append(given["id"])
        if tag == "a":
            self.links.append(given)
        self.loads += [given[name] for name in ("src", "srcset", "data", "xlink:href") if name in given]
        if tag in {"link", "image", "use"}:
            self.loads.append(given.get("href", ""))

    def count(self, tag):
        """How often a tag occurs."""
        return sum(1 for name, _ in self.tags if name == tag)


@pytest.fixture(scope="session", params=["edition", "empty", "hostile"])
def site(request, tmp_path_factory):
    folder = tmp_path_factory.mktemp(request.param)
    edition = request.getfixturevalue(request.param)
    return folder, edition, render_site(edition, [compose_bulletin(edition)], folder)


@pytest.fixture(scope="session")
def pages(site):
    folder, _, _ = site
    return {path.relative_to(folder).as_posix(): Page(path) for path in sorted(folder.rglob("*.html"))}


@pytest.fixture(scope="session")
def front(edition, tmp_path_factory):
    folder = tmp_path_factory.mktemp("front")
    render_site(edition, [], folder)
    return (folder / "index.html").read_text("utf-8")


def test_same_edition_same_bytes(edition, tmp_path):
    """Two renderings of one edition are the same files with the same bytes."""
    for name in ("once", "again"):
        render_site(edition, [compose_bulletin(edition)], tmp_path / name)
    once, again = (
        {p.relative_to(tmp_path / name): p.read_bytes() for p in (tmp_path / name).rglob("*") if p.is_file()}
        for name in ("once", "again")
    )
    assert once == again


def test_what_is_returned_is_what_was_written(site):
    """The paths returned are the files in the folder, sorted."""
    folder, _, written = site
    found = sorted(p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file())
    assert list(written) == found


def test_no_page_runs_a_script_or_loads_from_elsewhere(pages):
    """No script, no handler, no frame, and every load is a file of the site."""
    for name, page in pages.items():
        for tag in ("script", "iframe", "object", "embed", "form", "base"):
            assert page.count(tag) == 0, name
        assert page.handlers == [], name
        assert not [load for load in page.loads if re.match(r"(?:[a-z]+:)?//|[a-z]+:", load)], name


def test_the_style_sheet_loads_nothing(site):
    """No import and no address in the style sheet."""
    sheet = (site[0] / "site.css").read_text("utf-8")
    assert "url(" not in sheet
    assert "@import" not in sheet


def test_every_link_inside_the_site_resolves(site, pages):
    """Each relative link leads to a file that was written, each fragment to an id in it."""
    folder = site[0]
    for name, page in pages.items():
        for link in page.links:
            if link["href"].startswith(("https://", "http://")):
                continue
            path, _, fragment = link["href"].partition("#")
            target = (folder / name).parent.joinpath(path).resolve() if path else folder / name
            assert target.is_file(), (name, link)
            if fragment:
                assert fragment in pages[target.relative_to(folder.resolve()).as_posix()].ids, (name, link)


def test_links_out_give_no_referrer(pages):
    """A link to a source is a plain web address with rel="noreferrer"."""
    for page in pages.values():
        for link in page.links:
            assert not link["href"].casefold().startswith(("javascript:", "data:", "vbscript:"))
            if link["href"].startswith("http"):
                assert "noreferrer" in link["rel"]


def test_every_page_is_built_for_everybody(pages):
    """One h1, a language, a skip link, a caption on each table, a scope on each header, ids once."""
    for name, page in pages.items():
        assert page.count("h1") == 1, name
        assert page.tags[0][1]["lang"] == "en"
        assert page.links[0]["href"] == "#content"
        assert "content" in page.ids
        assert page.count("table") == page.count("caption"), name
        assert all("scope" in given for tag, given in page.tags if tag == "th"), name
        assert len(page.ids) == len(set(page.ids)), name


def test_hostile_text_stays_text(hostile, tmp_path):
    """Markup in a title, a name or a quotation is shown, not run."""
    render_site(hostile, [], tmp_path)
    for path in [*tmp_path.rglob("*.html")]:
        assert "<script" not in path.read_text("utf-8")
    assert "&lt;script&gt;" in (tmp_path / "documents/d-0a1b2c3d4e5f6071.html").read_text("utf-8")


def test_the_front_page_sets_claims_side_by_side_with_their_meaning(front):
    """Who says it, whose losses, what is counted and in whose words stand on the front page."""
    for part in (
        "140,460",
        "5,937",
        "14,093",
        "more than 100,000",
        "Speaks for the other side",
        "September 2022",
    ):
        assert part in front
    assert "“losses” (not defined)" in front
    assert "3,296 tanks" in front
    assert "a documented minimum, not a toll" in front


def test_incomparable_figures_never_share_a_panel(front):
    """The chart has a panel for each quantity: as many axes as figures that nothing joins."""
    svg = front[front.index("<svg") : front.index("</svg>")]
    assert svg.count("role-axis-label") == 4


def test_figures_of_one_family_share_a_panel(edition, tmp_path):
    """Figures that count the same thing stand on one axis."""
    joined = replace(edition.families[0], claim_ids=tuple(row.claim.id for row in edition.claims[1:3]))
    render_site(replace(edition, families=(joined,)), [], tmp_path)
    page = (tmp_path / "index.html").read_text("utf-8")
    assert page.count("role-axis-label") == 3


def test_quotes_carry_their_language(site):
    """A quotation from a Ukrainian document is marked as Ukrainian."""
    folder, edition, _ = site
    if not edition.claims:
        assert not list(folder.glob("measures/*"))
        return
    assert 'lang="uk"' in (folder / "measures/losses.html").read_text("utf-8")


def test_an_empty_edition_says_that_nothing_is_recorded(empty, tmp_path):
    """Every gap is told in words; no table of noughts is drawn."""
    render_site(empty, [], tmp_path)
    page = (tmp_path / "index.html").read_text("utf-8")
    assert "does not mean that nobody was lost" in page
    assert "it does not mean that nobody died" in page
    assert "No estimate is published" in page
    assert "<table" not in page
    assert "<svg" not in page


def test_the_manifest_names_every_file_with_its_hash(site):
    """Each file but the manifest itself stands in the manifest with the SHA-256 of its bytes."""
    folder, edition, written = site
    manifest = json.loads((folder / "manifest.json").read_text("utf-8"))
    assert manifest["edition"] == edition.id
    listed = {file["path"]: file["sha256"] for file in manifest["files"]}
    assert set(listed) == set(written) - {"manifest.json"}
    for path, digest in listed.items():
        assert hashlib.sha256((folder / path).read_bytes()).hexdigest() == digest


def test_each_claimant_measure_person_and_document_has_a_page(site):
    """Nothing in the edition is without its page."""
    folder, edition, written = site
    addresses = addresses_of(edition)
    wanted = {addresses.claimant(row.claim.claimant) for row in edition.claims}
    wanted |= {addresses.measure(row.claim.measure.value) for row in edition.claims}
    wanted |= {*addresses.people.values(), *addresses.documents.values(), "bulletin.html", "downloads.html"}
    assert wanted <= set(written)
    assert (folder / "methodology.html").is_file()


def test_names_in_any_script_get_addresses_of_their_own(edition):
    """Two claimants whose names read alike in Latin letters do not share a page."""
    first = edition.claims[0]
    twins = tuple(
        replace(first, claim=replace(first.claim, claimant=name)) for name in ("Генштаб", "Henshtab", "!!!")
    )
    pages = addresses_of(replace(edition, claims=twins)).claimants
    assert len(set(pages.values())) == 3
    assert all(re.fullmatch(r"claimants/[a-z0-9-]+\.html", page) for page in pages.values())


def test_an_id_cannot_lead_out_of_the_folder(edition, tmp_path):
    """An id that looks like a path becomes a plain file name."""
    bad = replace(edition.entries[0], id="../../outside")
    written = render_site(replace(edition, entries=(bad,)), [], tmp_path / "site")
    assert all(".." not in Path(path).parts for path in written)
    assert not list(tmp_path.glob("outside*"))


def test_only_addresses_of_the_web_become_links():
    """Other schemes are shown as text."""
    assert safe_url("https://news.example/a") == "https://news.example/a"
    for bad in ("javascript:alert(1)", "data:text/html,x", "//x.example", "https://a b", None, ""):
        assert safe_url(bad) is None


@pytest.mark.parametrize(
    ("name", "slugged"), [("Генштаб ЗСУ", "genshtab-zsu"), ("BBC News", "bbc-news"), ("…", "unnamed")]
)
def test_a_slug_is_readable_in_latin_letters(name, slugged):
    """A slug holds lower-case Latin letters, digits and hyphens."""
    assert slug(name) == slugged


def test_a_person_page_says_how_well_it_is_supported(edition, tmp_path):
    """Support, certainty of the links and the sources stand on the person's page."""
    render_site(edition, [], tmp_path)
    page = (tmp_path / "people/e-00000000000000a1.html").read_text("utf-8")
    for part in (
        "Corroborated.",
        "very likely speak of the same person",
        "Ostap Vyhadanyi",
        "1 of 2 records",
    ):
        assert part in page
    assert 'lang="und-Cyrl"' in page


def test_the_missing_are_not_counted_among_the_dead(edition, tmp_path):
    """An entry that is missing does not raise the documented minimum."""
    more = replace(edition.entries[2], id="e-more", name=Name("Нікого Нема"), fate=Fate.MISSING)
    render_site(edition, [], tmp_path / "before")
    render_site(replace(edition, entries=(*edition.entries, more)), [], tmp_path / "after")
    before, after = ((tmp_path / name / "index.html").read_text("utf-8") for name in ("before", "after"))
    minimum = re.compile(r'<td class="number"><strong>(\d+)</strong>')
    assert minimum.findall(before) == minimum.findall(after) == ["2"]
    assert "missing 2" in after


def test_every_measure_has_its_words():
    """No measure is shown as a bare code: each has a name in the catalogue."""
    wording = wording_in("en")
    assert [measure for measure in Measure if not wording.has("measures", measure.value)] == []
