"""Laws of the simulator's small parts: plurals, templates, linkage scores."""

from hypothesis import given
from hypothesis import strategies as st

from tollbook.simulate.linkage_score import score_linkage
from tollbook.simulate.wording import Wording, plural

LABELS = st.lists(st.tuples(st.integers(0, 4), st.integers(0, 4)), min_size=1, max_size=12)


def clustering(pairs):
    """Clusters and true people from (cluster, person) labels of records 0, 1, 2 ..."""
    groups = {}
    for record, (cluster, _) in enumerate(pairs):
        groups.setdefault(cluster, []).append(str(record))
    return list(groups.values()), {str(record): f"P{person}" for record, (_, person) in enumerate(pairs)}


@given(st.integers(0, 10**6), st.integers(0, 10**3))
def test_plural_depends_on_the_last_two_digits(number, hundreds):
    """Adding hundreds does not change the form."""
    assert plural(number, "a", "b", "c") == plural(number + 100 * hundreds, "a", "b", "c")


@given(st.integers(0, 10**9), st.sampled_from(["en", "uk", "ru"]))
def test_numbers_read_back(number, language):
    """A number printed with its separators is the same number without them."""
    printed = Wording(language).fill("{n}", {"n": number})
    assert int("".join(filter(str.isdigit, printed))) == number


@given(LABELS)
def test_linkage_scores_are_shares(pairs):
    """Every score lies between 0 and 1 and speaks for every record."""
    score = score_linkage(*clustering(pairs))
    shares = (score.pair_precision, score.pair_recall, score.bcubed_precision, score.bcubed_recall)
    assert all(share is None or 0 <= share <= 1 + 1e-9 for share in shares)
    assert score.records == len(pairs)


@given(LABELS)
def test_the_truth_itself_is_perfect(pairs):
    """Clusters that are exactly the people have no fault."""
    truth = [(person, person) for _, person in pairs]
    score = score_linkage(*clustering(truth))
    assert score.pair_precision in (None, 1)
    assert score.bcubed_precision == score.bcubed_recall == 1


@given(LABELS)
def test_alone_is_precise_and_together_is_complete(pairs):
    """Records each on their own are never wrong; all records in one cluster miss no pair."""
    _, person_of = clustering(pairs)
    alone = score_linkage([[record] for record in person_of], person_of)
    together = score_linkage([list(person_of)], person_of)
    assert alone.bcubed_precision == 1
    assert abs(together.bcubed_recall - 1) < 1e-9
