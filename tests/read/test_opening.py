"""Opening: from bytes to a document whose spans fit its body."""

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tollbook.errors import DocumentError, FrontMatterError
from tollbook.model.documents import Original
from tollbook.model.scope import Scope, Source
from tollbook.read import open_document

NOW = datetime(2031, 6, 1, 8, 0, tzinfo=UTC)
SCOPE = Scope(
    sources=(
        Source("Harbour Herald", aliases=("The Herald",), domains=("herald.example",)),
        Source("Harbour Herald in Ukrainian", domains=("herald.example/uk",)),
    )
)
ENGLISH = "The harbour office said on Monday that three ferries and two barges were lost in the storm."
UKRAINIAN = "Портове управління повідомило, що під час шторму загинули троє моряків, їхні імена відомі."
RUSSIAN = "Портовое управление сообщило, что во время шторма погибли трое моряков, их имена известны."
PAGE = f"""<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Storm toll</title>
<meta property="og:url" content="https://www.herald.example/storm">
<meta property="article:published_time" content="2031-05-20T09:00:00+00:00"></head>
<body><nav><a href="/">Home</a></nav><article><h1>Storm toll</h1><p>{ENGLISH}</p>
<p>{ENGLISH.replace("Monday", "Friday")}</p></article></body></html>
"""
UKRAINIAN_PAGE = PAGE.replace(ENGLISH, UKRAINIAN).replace(
    ENGLISH.replace("Monday", "Friday"), "Решта екіпажу врятована."
)


def opened(content, name="inbox/storm.md", kind="text/markdown"):
    raw = content if isinstance(content, bytes) else content.encode()
    return open_document(Original(name, raw, kind, NOW), SCOPE)


def page(content):
    return opened(content, "inbox/storm.html", "text/html")


def test_the_body_begins_after_the_closing_line():
    """Spans count from the first character after the front matter's closing line."""
    document = opened(f"---\ntitle: Storm\npublished: 2031-05\nlanguage: en\n---\n\n{ENGLISH}\n")
    assert document.body == f"\n{ENGLISH}\n"
    assert (document.title, str(document.published), document.language) == ("Storm", "2031-05", "en")
    assert document.stem == "storm"


def test_without_front_matter_all_is_body():
    """A plain text is its own body and states nothing of itself."""
    document = opened(ENGLISH, "notes.txt", "text/plain")
    assert document.body == ENGLISH
    assert (document.title, document.url, document.published, document.publisher) == (None, None, None, None)


@pytest.mark.parametrize(
    ("text", "language"), [(ENGLISH, "en"), (UKRAINIAN, "uk"), (RUSSIAN, "ru"), ("N 5", "und")]
)
def test_the_language_is_told_by_letters_and_words(text, language):
    """Each language is recognised; too little text is not."""
    assert opened(text).language == language


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1251", "koi8-u", "utf-16"])
def test_old_encodings_are_read_when_they_are_clear(encoding):
    """The same words come out of every encoding that the bytes make clear."""
    long_enough = f"{UKRAINIAN} {UKRAINIAN}"
    raw = long_enough.encode(encoding)
    if encoding == "koi8-u":
        raw = long_enough.replace("’", "'").encode(encoding)
    assert opened(raw).body == long_enough


def test_line_ends_are_line_feeds():
    """A body has the line ends of any text opened as text, so spans agree across systems."""
    document = opened("---\r\ntitle: Storm\r\n---\r\nfirst\r\nsecond\rthird")
    assert document.body == "first\nsecond\nthird"


@pytest.mark.parametrize(
    ("raw", "place", "value"),
    [
        (b"abc\0def", "byte 3", "NUL"),
        ("шторм".encode() + b"\xff" + " у порту".encode(), "byte 10", "0xff"),
        (b"\xef\xbb\xbfabc\xff", "byte 6", "0xff"),
        (bytes(range(128, 256)) * 3, "byte 0", "0x80"),
    ],
)
def test_bytes_that_are_no_clear_text_are_refused(raw, place, value):
    """What is binary or damaged is refused with the file, the byte's place and its value."""
    with pytest.raises(DocumentError) as refusal:
        opened(raw)
    assert refusal.value.file == "inbox/storm.md"
    assert refusal.value.place == place
    assert value in str(refusal.value)


@pytest.mark.parametrize(
    ("matter", "place", "value"),
    [
        ("---\ntitle: Storm\n", "line 1", "never closed"),
        ("---\ntitle: [Storm\n---\nx", "line 3", "not YAML"),
        ("---\njust words\n---\nx", "line 2", "'just words'"),
        ("---\n- a\n- b\n---\nx", "line 2", "- a"),
        ("---\ntitle: Storm\npublished: 2031-02-30\n---\nx", "line 3", "2031-02-30"),
        ("---\npublished: last Tuesday\n---\nx", "line 2", "'last Tuesday'"),
        ("---\ntitle:\n  en: Storm\n---\nx", "line 2", "{'en': 'Storm'}"),
        ("---\nurl: a\nlanguage: 7\n---\nx", "line 3", "'7'"),
    ],
)
def test_broken_front_matter_is_refused(matter, place, value):
    """Front matter that is not what it should be is refused with file, line and value."""
    with pytest.raises(FrontMatterError) as refusal:
        opened(matter)
    assert (refusal.value.file, refusal.value.place) == ("inbox/storm.md", place)
    assert value in str(refusal.value)


@pytest.mark.parametrize("stated", ["2031-05-20", "2031-05-20T09:30:00Z", "2031-05-20 09:30", "'2031-05-20'"])
def test_an_instant_of_publication_is_its_day(stated):
    """However the publication day is written, it is that day."""
    assert str(opened(f"---\npublished: {stated}\n---\nx").published) == "2031-05-20"


def test_a_page_is_its_article():
    """A saved page gives its article, title, address, day, language and publisher."""
    document = page(PAGE)
    assert ENGLISH in document.body
    assert "Home" not in document.body
    assert (document.title, document.url) == ("Storm toll", "https://www.herald.example/storm")
    assert (str(document.published), document.language) == ("2031-05-20", "en")
    assert document.publisher == "Harbour Herald"


@pytest.mark.parametrize(
    ("source", "words"),
    [
        (PAGE[: PAGE.index("</article>")], "before </html>"),
        (PAGE[: PAGE.index("</body>")], "before </html>"),
        (PAGE[: PAGE.index("<article>") + 5], "inside a tag: "),
        (PAGE.replace("</body></html>", "<!-- end"), "inside a comment"),
        ("<html><body></body></html>", "no article text"),
    ],
)
def test_half_a_page_is_refused(source, words):
    """A page that breaks off is refused with the place, never read in part."""
    with pytest.raises(DocumentError) as refusal:
        page(source)
    assert words in str(refusal.value)
    assert "character" in refusal.value.place


def test_a_page_may_declare_its_encoding():
    """A page in an old encoding that says so is read in it."""
    source = UKRAINIAN_PAGE.replace("utf-8", "windows-1251").replace('lang="en"', "")
    document = page(source.encode("cp1251"))
    assert UKRAINIAN in document.body
    assert document.language == "uk"


def test_a_page_that_misstates_its_language_is_not_believed():
    """Letters outweigh what a page says of its own language."""
    assert page(UKRAINIAN_PAGE).language == "uk"


@pytest.mark.parametrize(
    ("url", "publisher"),
    [
        ("https://herald.example/storm", "Harbour Herald"),
        ("https://www.herald.example/uk/storm", "Harbour Herald in Ukrainian"),
        ("https://news.herald.example/ukulele", "Harbour Herald"),
        ("https://notherald.example/storm", None),
        ("http://[broken", None),
    ],
)
def test_the_address_tells_the_publisher(url, publisher):
    """The source that owns the longest matching domain or path published it; nobody else."""
    assert opened(f"---\nurl: '{url}'\n---\n{ENGLISH}").publisher == publisher


def test_a_stated_publisher_is_called_by_its_canonical_name():
    """Front matter outweighs the address, and an alias leads to the name."""
    document = opened(f"---\nurl: https://x.example\npublisher: the herald\n---\n{ENGLISH}")
    assert document.publisher == "Harbour Herald"
    assert opened(f"---\npublisher: A Village Paper\n---\n{ENGLISH}").publisher == "A Village Paper"


def test_the_id_outlives_an_edit():
    """An edited text at the same address is the same document with another capture."""
    first, second = (
        opened(f"---\nurl: https://herald.example/a\n---\n{text}") for text in (ENGLISH, RUSSIAN)
    )
    assert first.id == second.id
    assert first.capture_sha256 != second.capture_sha256


def test_a_page_with_a_tracker_in_its_address_is_the_same_document():
    """A page keeps the address it calls its own on its host, and never one of another host."""
    own = "https://www.herald.example/storm"  # as its og:url says
    plain, tracked, copied = (
        opened(PAGE, address, "text/html")
        for address in (own, f"{own}?from=letter", "https://copies.example/storm")
    )
    assert plain.id == tracked.id == page(PAGE).id
    assert (tracked.url, copied.url) == (own, "https://copies.example/storm")


def test_an_empty_document_is_refused():
    """Front matter alone is no document."""
    with pytest.raises(DocumentError, match="no text"):
        opened("---\ntitle: Storm\n---\n \n")


def test_labelled_spans_fit_the_bodies():
    """Every quotation labelled by hand stands exactly where the label says."""
    gold = Path(__file__).parents[2] / ".." / "shared" / "gold"
    if not gold.exists():
        pytest.skip("needs ../shared (labelled texts, never copied here)")
    spans = 0
    for path in sorted((gold / "texts").glob("*.md")):
        labels = json.loads((gold / "labels" / f"{path.stem}.json").read_text("utf-8"))
        body = opened(path.read_bytes()).body
        for span in (s for item in (*labels["claims"], *labels["persons"]) for s in item["spans"]):
            assert body[span["start"] : span["end"]] == span["quote"]
            spans += 1
    assert spans > 100
