"""Laws of redaction that hold for any entry and any policy."""

from hypothesis import given
from hypothesis import strategies as st

from tollbook.model.dates import FuzzyDate
from tollbook.model.people import Confirmation, Entry, Fate, Name
from tollbook.plain import to_json
from tollbook.register import default_policy, redact, withheld_strings

PLACES = st.none() | st.sampled_from(
    ["Luga", "14 Mill Street, Luga", "Вишневе, вул. Садова 5", "вул. Садова"]
)
BIRTHS = st.none() | st.sampled_from(["1989", "1989-05-17", "2005-03", "2006-08-09"]).map(FuzzyDate.parse)
DEATHS = st.none() | st.sampled_from(["2023", "2023-02", "2023-02-03"]).map(FuzzyDate.parse)
ENTRIES = st.builds(
    Entry,
    id=st.just("e-1"),
    name=st.sampled_from([Name("Oryn Veltek"), Name("Mira Tolen", "Tolen", "Mira", stated="Miras Tolens")]),
    party=st.just("Aldova"),
    fate=st.sampled_from([Fate.DEAD, Fate.MISSING]),
    record_ids=st.just(("r-1",)),
    document_ids=st.just(("d-1",)),
    channels=st.just(()),
    confirmation=st.just(Confirmation.REPORTED),
    rule=st.just("confirmation/1"),
    other_names=st.sampled_from([(), ("Kestrel",), ("Орин Вельтек", "Owl")]),
    age=st.none() | st.integers(0, 90),
    born=BIRTHS,
    died=DEATHS,
    home=PLACES,
    died_where=PLACES,
    funeral=DEATHS,
    funeral_where=PLACES,
    rank=st.none() | st.just("sergeant"),
    unit=st.none() | st.just("3rd Brigade"),
)
DATES = {"born", "died", "funeral"}
POLICIES = st.fixed_dictionaries(
    {},
    optional={
        field: st.sampled_from(["public", "withheld", *(["year"] if field in DATES else [])])
        for field in default_policy().levels
    },
)


@given(ENTRIES, POLICIES)
def test_redacting_twice_changes_nothing_more(entry, disclosure):
    """Redaction is idempotent."""
    once = redact(entry, disclosure)
    assert redact(once, disclosure) == once


@given(ENTRIES, POLICIES)
def test_no_withheld_value_occurs_in_the_redacted_entry(entry, disclosure):
    """What a field held and does not show is nowhere in the entry's JSON, unless shown elsewhere in it."""
    shown = redact(entry, disclosure)
    text = to_json(shown)
    for held in withheld_strings([entry], [shown]):
        assert held not in text
    for field in ("home", "died_where", "funeral_where", "rank", "unit"):
        before, after = getattr(entry, field), getattr(shown, field)
        if disclosure.get(field) == "withheld":
            assert after is None
        assert after is None or after in before


@given(ENTRIES)
def test_the_default_policy_leaves_no_day_of_birth_street_or_callsign(entry):
    """Whatever the entry holds, these are never shown."""
    text = to_json(redact(entry, {}))
    for private in ("05-17", "2005-03", "08-09", "Mill", "Садова", "Kestrel", "Owl"):
        assert private not in text
