"""Laws of the book, whatever is recorded and in whatever order."""

from collections import Counter
from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from tollbook.book import Recorded, create_project, open_book
from tollbook.book.matching import pair_up
from tollbook.model.claims import Claim, Mode
from tollbook.model.counts import Count
from tollbook.model.documents import Document, Original, Span
from tollbook.model.ids import content_sha256, stable_id
from tollbook.model.measures import Measure
from tollbook.model.projects import Project
from tollbook.model.readings import Reading
from tollbook.model.scope import Party, Scope, Source, War

START = datetime(2023, 2, 17, 10, 0, tzinfo=UTC)
FEW = settings(max_examples=10, deadline=None)  # every example makes a book on the disk

# A text is its figures: each stands for one claim, in one of two measures.
FIGURES = st.lists(st.tuples(st.sampled_from([Measure.KILLED, Measure.TANKS]), st.integers(0, 9)), max_size=4)
HISTORIES = st.lists(st.tuples(st.sampled_from("abc"), FIGURES), min_size=1, max_size=6)


def read(stem, figures):
    body = f"{stem}: " + " ".join(f"{measure.value} {value}" for measure, value in figures)
    sha256 = content_sha256(body.encode())
    document = Document(stable_id("d", stem), stem, body, sha256, f"{stem}.md")
    claims = tuple(
        Claim(
            document.id,
            "Marsh Command",
            "Upland",
            measure,
            Count.exactly(value),
            Mode.EVENT,
            (Span(n, n + 1, "x"),),
        )
        for n, (measure, value) in enumerate(figures)
    )
    return document, Reading(document.id, claims=claims)


def record(book, stem, figures, at):
    document, reading = read(stem, figures)
    book.keep_original(Original(document.locator, document.body.encode(), "text/plain", START), at)
    return book.record_reading(document, reading, version="1", at=at)


def written(folder, history):
    Path(folder).mkdir(exist_ok=True)
    book = open_book(Path(folder), create=True)
    for number, (stem, figures) in enumerate(history):
        record(book, stem, figures, START + timedelta(days=number))
    return book


@FEW
@given(st.dictionaries(st.sampled_from("abcd"), FIGURES), st.randoms(use_true_random=False))
def test_the_order_of_appending_does_not_show(texts, chance):
    """Documents recorded in any order are read back alike, but for when each was learned."""
    shuffled = list(texts.items())
    chance.shuffle(shuffled)
    orders = {"as drawn": texts.items(), "shuffled": shuffled}
    with TemporaryDirectory() as folder:
        first, second = (written(Path(folder) / name, order) for name, order in orders.items())
        with first, second:
            assert [row.claim for row in first.claims()] == [row.claim for row in second.claims()]
            assert [row.document for row in first.documents()] == [row.document for row in second.documents()]


@FEW
@given(HISTORIES)
def test_reading_twice_adds_nothing(history):
    """Recording any of it again changes neither the answers nor the chain."""
    later = START + timedelta(days=100)
    with TemporaryDirectory() as folder, written(folder, history) as book:
        before = book.head(), book.claims(), book.superseded()
        assert {record(book, *again, later) for again in history} == {Recorded()}
        assert (book.head(), book.claims(), book.superseded()) == before


@FEW
@given(HISTORIES)
def test_what_was_known_never_changes(history):
    """As known on a past day is what the book said on that day, whatever came later."""
    with TemporaryDirectory() as folder, open_book(Path(folder), create=True) as book:
        said = {}
        for number, step in enumerate(history):
            at = START + timedelta(days=number)
            record(book, *step, at)
            said[at.date()] = book.claims(), book.documents(), book.superseded()
        for day, answers in said.items():
            assert (book.claims(day), book.documents(day), book.superseded(day)) == answers
        assert book.verify() == ()


@FEW
@given(HISTORIES)
def test_superseding_hides_and_never_deletes(history):
    """Each row ever added is live or superseded once, and a follower is a row of its document."""
    with TemporaryDirectory() as folder, open_book(Path(folder), create=True) as book:
        counts = [record(book, *step, START + timedelta(days=number)) for number, step in enumerate(history)]
        live, gone = book.claims(), book.superseded()
        assert sum(count.added for count in counts) == len(live) + len(gone)
        assert sum(count.superseded for count in counts) == len(gone)
        ids = {row.claim.id for row in live} | {row.old_id for row in gone}
        assert {row.new_id for row in gone} <= ids | {None}


TEXT = st.text(st.characters(codec="utf-8"), max_size=20)
NAMES = TEXT.filter(lambda text: text == text.strip() and text)
FORMS = st.dictionaries(NAMES, st.lists(TEXT, max_size=2).map(tuple), min_size=1, max_size=2)
SCOPES = st.builds(
    Scope,
    wars=st.lists(
        st.builds(War, NAMES, st.lists(TEXT).map(tuple)), max_size=2, unique_by=lambda x: x.name
    ).map(tuple),
    parties=st.lists(st.builds(Party, NAMES, FORMS, FORMS), max_size=2, unique_by=lambda x: x.name).map(
        tuple
    ),
    sources=st.lists(
        st.builds(Source, NAMES, aliases=st.lists(TEXT).map(tuple)), max_size=3, unique_by=lambda x: x.name
    ).map(lambda found: tuple(sorted(found, key=lambda source: source.name))),
)


@settings(max_examples=60, deadline=None)
@given(NAMES, TEXT, SCOPES)
def test_any_project_survives_its_folder(name, inclusion, scope):
    """Whatever a project is called and says, its folder gives it back."""
    with TemporaryDirectory() as folder:
        project = Project(Path(folder), name, scope=scope, inclusion=inclusion)
        found = create_project(Path(folder), project)
        by_name = tuple(sorted(found.scope.sources, key=lambda source: source.name))
        assert (found.name, found.inclusion) == (name, inclusion)
        assert (found.scope.wars, found.scope.parties, by_name) == (scope.wars, scope.parties, scope.sources)


@given(st.lists(st.integers(0, 5)), st.lists(st.integers(0, 5)))
def test_pairing_is_one_to_one_and_prefers_the_same(old, new):
    """Nobody has two followers or follows two, and what can be followed by its like is."""
    pairs = pair_up(old, new, [lambda n: n, lambda n: n % 2])
    followers = [after for _, after, _ in pairs if after is not None]
    assert [before for before, _, _ in pairs] == list(range(len(old)))
    assert len(followers) == len(set(followers))
    assert sum(same for _, _, same in pairs) == (Counter(old) & Counter(new)).total()
    assert all(same == (old[before] == new[after]) for before, after, same in pairs if after is not None)
