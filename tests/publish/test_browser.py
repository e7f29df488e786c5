"""Laws of the pages in a browser: nothing cut off, nothing unreadable, nothing fetched from elsewhere.

Chromium opens the pages from the folder they were written to; nothing is served and no network is needed.
"""

import itertools
import shutil
from dataclasses import replace

import pytest
from playwright.sync_api import sync_playwright

from tollbook.model.documents import Span
from tollbook.model.people import Name
from tollbook.publish import render_site

CHROMIUM = shutil.which("chromium")
pytestmark = [
    pytest.mark.enable_socket,  # the driver speaks to Chromium over a local pipe and event loop
    pytest.mark.skipif(CHROMIUM is None, reason="needs Chromium"),
]
OPTIONS = (
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
)  # fmt: skip
PHONE, DESK = {"width": 390, "height": 844}, {"width": 1280, "height": 900}
PAGES = (
    "index.html",
    "bulletin.html",
    "claims/index.html",
    "claimants/mediazona.html",
    "measures/killed.html",
    "measures/losses.html",
    "people/index.html",
    "people/places.html",
    "people/e-00000000000000a1.html",
    "documents/index.html",
    "documents/d-0a1b2c3d4e5f6071.html",
    "downloads.html",
    "methodology.html",
    "about.html",
)
ARABIC_NAME = "ياسر المثالي"
ARABIC_WORDS = "قُتل 5,937 جنديًا بحسب الوزارة"

# Every visible run of text whose colour stands out too little from what is behind it (WCAG 2.2, 1.4.3).
FAINT_TEXT = """() => {
  const channels = colour => colour.match(/[\\d.]+/g).map(Number);
  const light = ([r, g, b]) => [r, g, b].map(v => v / 255)
    .map(v => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)
    .reduce((sum, v, n) => sum + v * [0.2126, 0.7152, 0.0722][n], 0);
  const behind = element => {
    for (let at = element; at; at = at.parentElement) {
      const colour = channels(getComputedStyle(at).backgroundColor);
      if (colour.length === 3 || colour[3] === 1) return colour;
    }
    return [255, 255, 255];
  };
  const found = [];
  for (const element of document.querySelectorAll("body *")) {
    const texts = [...element.childNodes].some(node => node.nodeType === 3 && node.data.trim());
    if (!texts || !element.getClientRects().length) continue;
    const style = getComputedStyle(element);
    const ink = channels(element.namespaceURI.endsWith("svg") ? style.fill : style.color);
    const [a, b] = [light(ink), light(behind(element))].sort((x, y) => y - x);
    const size = parseFloat(style.fontSize);
    const large = size >= 24 || (size >= 18.66 && style.fontWeight >= 700);
    if ((a + 0.05) / (b + 0.05) < (large ? 3 : 4.5)) found.push(element.outerHTML.slice(0, 120));
  }
  return found;
}"""
SHIFTS = """() => new Promise(done => {
  let sum = 0;
  new PerformanceObserver(list => list.getEntries().forEach(entry => { sum += entry.value; }))
    .observe({type: "layout-shift", buffered: true});
  setTimeout(() => done(sum), 200);
})"""
# What of the page's text lies outside the screen's width, and so can be read only by scrolling sideways.
CUT_OFF = """() => [...document.querySelectorAll(
    "main .cards td, main .cards th[scope=row], main p, main li, main dd")]
  .filter(element => element.getClientRects().length)
  .filter(element => element.getBoundingClientRect().right > document.documentElement.clientWidth + 1)
  .map(element => element.outerHTML.slice(0, 120))"""


@pytest.fixture(scope="module")
def folder(edition, tmp_path_factory):
    """A site with a person and a quotation in Arabic, beside those in Cyrillic."""
    told = edition.claims[1].claim
    spoken = replace(told, spans=(Span(50, 50 + len(ARABIC_WORDS), ARABIC_WORDS),), document_id="d-arabic")
    claims = (edition.claims[0], replace(edition.claims[1], claim=spoken), *edition.claims[2:])
    card = replace(edition.documents[0], id="d-arabic", language="ar", title="خسائر الحرب")
    person = replace(edition.entries[1], name=Name(ARABIC_NAME), document_ids=("d-arabic",))
    changed = replace(
        edition,
        claims=claims,
        comparisons=edition.comparisons[1:3],
        entries=(edition.entries[0], person, *edition.entries[2:]),
        documents=(*edition.documents, card),
    )
    made = tmp_path_factory.mktemp("browser")
    render_site(changed, [], made)
    return made


@pytest.fixture(scope="module")
def chromium():
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=list(OPTIONS))
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def visit(chromium, folder):
    """Opens a page of the site at a screen size and in a colour scheme; notes what it asks for."""
    tabs = {}

    def opened(path, screen=DESK, scheme="light"):
        key = (screen["width"], scheme)
        if key not in tabs:
            tabs[key] = chromium.new_page(viewport=screen, color_scheme=scheme)
            tabs[key].asked = []
            tabs[key].on("request", lambda request: tabs[key].asked.append(request.url))
        tabs[key].goto((folder / path).as_uri())
        return tabs[key]

    return opened


@pytest.mark.parametrize("path", PAGES)
def test_on_a_phone_nothing_is_cut_off_at_the_side(visit, path):
    """At 390 pixels neither the page nor a card scrolls sideways."""
    page = visit(path, PHONE)
    assert page.evaluate("document.documentElement.scrollWidth") == PHONE["width"]
    assert page.evaluate(CUT_OFF) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", PAGES)
def test_every_text_stands_out_from_what_is_behind_it(visit, path, scheme):
    """Contrast is 4.5 to 1, or 3 to 1 for large text, in both colour schemes and in the charts."""
    assert visit(path, scheme=scheme).evaluate(FAINT_TEXT) == []


@pytest.mark.parametrize("path", PAGES)
def test_a_page_asks_for_its_own_files_only_and_stands_still(visit, folder, path):
    """No request leaves the folder, and nothing moves after it is shown."""
    page = visit(path)
    assert page.asked
    assert all(url.startswith(folder.as_uri()) for url in page.asked)
    assert page.evaluate(SHIFTS) == 0


@pytest.mark.parametrize("path", PAGES)
def test_landmarks_headings_and_tables_are_there_for_those_who_listen(visit, path):
    """One main, banner and h1; headings skip no level; cards stay tables to the ear; charts have names."""
    page = visit(path, PHONE)
    assert [page.locator(each).count() for each in ("main", "body > header", "nav", "h1")] == [1, 1, 1, 1]
    levels = page.evaluate("[...document.querySelectorAll('h1,h2,h3')].map(h => Number(h.tagName[1]))")
    assert levels[0] == 1
    assert all(later <= earlier + 1 for earlier, later in itertools.pairwise(levels))
    assert page.locator("table.cards:not([role=table])").count() == 0
    assert page.locator(".cards tbody tr:not([role=row]), .cards td:not([role=cell])").count() == 0
    assert page.locator("svg:not([role=img][aria-label])").count() == 0


def test_the_way_by_keyboard_is_seen(visit):
    """The first stop leads past the navigation, and every stop has a visible outline."""
    page = visit("index.html")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.getAttribute('href')") == "#content"
    for _ in range(12):
        assert page.evaluate("parseFloat(getComputedStyle(document.activeElement).outlineWidth)") >= 2
        assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"
        page.keyboard.press("Tab")


def test_arabic_runs_from_right_to_left_in_a_page_that_does_not(visit):
    """A quotation and a name in Arabic carry their language and run their own way."""
    page = visit("measures/killed.html")
    quote = page.locator("q", has_text=ARABIC_WORDS).first
    assert quote.get_attribute("lang") == "ar"
    assert quote.evaluate("element => getComputedStyle(element).direction") == "rtl"
    page = visit("people/e-00000000000000a2.html")
    name = page.locator("h1 bdi")
    assert name.inner_text() == ARABIC_NAME
    assert name.get_attribute("lang") == "und-Arab"
    assert name.evaluate("element => getComputedStyle(element).unicodeBidi") == "isolate"
