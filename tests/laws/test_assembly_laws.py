"""Laws of the register that hold for any records."""

from hypothesis import given
from hypothesis import strategies as st

from tollbook.model.dates import FuzzyDate
from tollbook.model.documents import Span
from tollbook.model.links import Cluster
from tollbook.model.people import Confirmation, Fate, Name, PersonRecord
from tollbook.model.scope import Scope
from tollbook.register import assemble

DAYS = st.none() | st.sampled_from(["2023", "2023-02", "2023-02-03", "2023-02-04", "2023-03"]).map(
    FuzzyDate.parse
)
RECORDS = st.builds(
    PersonRecord,
    document_id=st.text("abcdef", min_size=6, max_size=6),
    name=st.sampled_from([Name("Oryn Veltek"), Name("Орин Вельтек"), Name("Oryn Weltek", "Weltek", "Oryn")]),
    fate=st.sampled_from(Fate),
    spans=st.just((Span(0, 4, "Oryn"),)),
    party=st.sampled_from([None, "Aldova", "Brenia"]),
    publisher=st.none() | st.sampled_from(["The Kestrel", "Gravewatch"]),
    published=DAYS,
    age=st.none() | st.integers(18, 60),
    born=DAYS,
    died=DAYS,
    home=st.none() | st.sampled_from(["Luga", "luga", "Луга"]),
)
MANY = st.lists(RECORDS, min_size=1, max_size=6, unique_by=lambda record: record.id)
FIELDS = ("party", "age", "born", "died", "home")


def together(records):
    """The entry of one cluster of all the records, or ``None``."""
    cluster = Cluster("k-1", tuple(sorted(record.id for record in records)), 0.9)
    return next(iter(assemble(records, [cluster], Scope())), None)


@given(MANY, st.randoms())
def test_the_order_of_records_changes_nothing(records, random):
    """The same records make the same entry, whatever order they came in."""
    shuffled = list(records)
    random.shuffle(shuffled)
    assert together(shuffled) == together(records)


@given(MANY)
def test_nothing_is_shown_that_no_record_states(records):
    """Every value is one that a record states, and is empty only where none does."""
    entry = together(records)
    if entry is None:
        assert {record.fate for record in records} == {Fate.ALIVE}
        return
    assert entry.name in {record.name for record in records}
    for field in FIELDS:
        stated = {getattr(record, field) for record in records} - {None}
        assert getattr(entry, field) in (stated or {None})


@given(MANY)
def test_the_machine_never_confirms_and_always_shows_a_contradiction(records):
    """Without people there is no confirmed, and alive beside dead is contested."""
    entry = together(records)
    if entry is None:
        return
    assert entry.confirmation not in {Confirmation.CONFIRMED, Confirmation.RETRACTED}
    if any(record.fate is Fate.ALIVE for record in records):
        assert entry.confirmation is Confirmation.CONTESTED
    assert entry.fate is not Fate.ALIVE


@given(MANY)
def test_every_record_that_is_not_of_the_living_stands_behind_one_entry(records):
    """Unlinked records make one entry each, and none is lost or used twice."""
    entries = assemble(records, [], Scope())
    used = [record_id for entry in entries for record_id in entry.record_ids]
    assert sorted(used) == sorted(record.id for record in records if record.fate is not Fate.ALIVE)
