"""What must hold of linkage whatever the records say."""

from datetime import UTC, datetime, timedelta
from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from tollbook.link import COMPARISONS, propose_links
from tollbook.link.forms import form_of
from tollbook.link.scoring import scorer_for
from tollbook.link.sounds import spelled_apart, word_of
from tollbook.model.dates import FuzzyDate
from tollbook.model.links import Judgement, LinkRecord, Verdict

START = datetime(2024, 1, 1, tzinfo=UTC)
FAMILIES = st.sampled_from(
    ["Тестовенко", "Testovenko", "Тестовенку", "Вигаданов", "Вигаданова", "Роман", "Примеров"]
)
GIVEN = st.sampled_from(
    ["Микола", "Николай", "Коля", "Н.", "Mykola", "Роман", "Анна", "Абрахмет", "Примеров"]
)
FATHERS = st.sampled_from(["Петрович", "Миколайович", "Николаевич", "П.", "Петровна"])
DAYS = st.one_of(
    st.builds(FuzzyDate, st.integers(2022, 2024)),
    st.builds(FuzzyDate, st.integers(2022, 2024), st.integers(1, 12)),
    st.builds(FuzzyDate, st.integers(2022, 2024), st.integers(1, 12), st.integers(1, 28)),
)
MAYBE = st.none()
FIELDS = st.fixed_dictionaries(
    {
        "family_name": MAYBE | FAMILIES,
        "given_name": MAYBE | GIVEN,
        "patronymic": MAYBE | FATHERS,
        "birth_date": MAYBE
        | st.builds(FuzzyDate, st.integers(1970, 1972), st.integers(1, 2), st.integers(1, 3)),
        "age": MAYBE | st.integers(18, 60),
        "death_date": MAYBE | DAYS,
        "recorded_at": MAYBE | DAYS,
        "place": MAYBE | st.sampled_from(["Тестівка", "с. Тестівка", "Testivka", "Примерное"]),
        "unit": MAYBE | st.sampled_from(["19 омсбр", "19th Brigade", "в/ч 12345"]),
    }
)
RECORDS = st.lists(FIELDS, min_size=2, max_size=9).map(
    lambda rows: [LinkRecord(f"r{number}", **row) for number, row in enumerate(rows)]
)


def judgements_among(records, draws):
    pairs = list(combinations([record.record_id for record in records], 2))
    return [
        Judgement(*pairs[at % len(pairs)], verdict, "analyst", START + timedelta(hours=hour))
        for hour, (at, verdict) in enumerate(draws)
    ]


VERDICTS = st.lists(st.tuples(st.integers(0, 50), st.sampled_from(Verdict)), max_size=6)


@given(RECORDS)
def test_comparison_does_not_depend_on_who_stands_left(records):
    """Every comparison reaches one level either way round, and every score is one number."""
    forms = [form_of(record) for record in records]
    scorer = scorer_for(forms)
    for left, right in combinations(forms, 2):
        assert scorer.score(left, right) == scorer.score(right, left)
        for comparison in COMPARISONS:
            one, other = comparison.compare(left, right), comparison.compare(right, left)
            assert (one is None) == (other is None)
            assert one is None or (one.level, one.term) == (other.level, other.term)


@given(RECORDS, VERDICTS, st.randoms(use_true_random=False))
def test_the_order_of_records_and_judgements_makes_no_difference(records, draws, random):
    """Shuffled rows give the same run, to the last digit."""
    judgements = judgements_among(records, draws)
    run = propose_links(records, judgements=judgements)
    random.shuffle(records)
    random.shuffle(judgements)
    assert propose_links(records, judgements=judgements) == run


@given(RECORDS, VERDICTS)
def test_every_record_stands_in_one_cluster_and_none_across_a_different(records, draws):
    """Clusters part the records, and no cluster holds a pair whose latest verdict is "different"."""
    judgements = judgements_among(records, draws)
    clusters = propose_links(records, judgements=judgements).clusters
    members = sorted(member for cluster in clusters for member in cluster.members)
    assert members == sorted(record.record_id for record in records)
    latest = {(judgement.left, judgement.right): judgement.verdict for judgement in judgements}
    parted = {pair for pair, verdict in latest.items() if verdict is Verdict.DIFFERENT}
    assert not [pair for cluster in clusters for pair in combinations(cluster.members, 2) if pair in parted]


@given(RECORDS)
def test_no_cluster_holds_two_certain_deaths_half_a_year_apart(records):
    """Unless a person judged so, nobody is proposed to have died twice."""
    died = {record.record_id: record.death_date for record in records}
    for cluster in propose_links(records).clusters:
        certain = [died[member].first for member in cluster.members if died[member] and died[member].exact]
        assert not certain or (max(certain) - min(certain)).days <= 183


@given(
    RECORDS, st.integers(0, 50), st.sampled_from([Verdict.CANNOT_TELL, Verdict.SKIPPED, Verdict.NEEDS_SOURCE])
)
def test_taking_a_judgement_back_restores_the_proposal(records, at, undoing):
    """After "different", a verdict that decides nothing leaves what the machine had proposed."""
    judgements = judgements_among(records, [(at, Verdict.DIFFERENT), (at, undoing)])
    assert propose_links(records, judgements=judgements) == propose_links(records)


@given(st.integers(3, 40), st.integers(2, 40))
def test_a_rare_surname_agreeing_says_more(common, extra):
    """Two records that share a surname score higher, the fewer others have it."""
    rows = ["Тестовенко"] * 2 + ["Вигаданов"] * common + ["Примеров"] * (common + extra)
    forms = [form_of(LinkRecord(f"{at:03}", family_name=name)) for at, name in enumerate(rows)]
    scorer = scorer_for(forms)
    rare, usual, usual_most = (scorer.bits(forms[at], forms[at + 1]) for at in (0, 2, 2 + common))
    assert rare > usual > usual_most


@given(st.text(alphabet="абвгджзиклмнопрстуфхцчшщэюяьёіїєґ", min_size=1, max_size=12))
def test_a_word_keeps_its_key_in_capitals_and_holds_no_foreign_letter(word):
    """Keys are plain ASCII and blind to case."""
    assert word_of(word).key == word_of(word.upper()).key
    assert word_of(word).key.isascii()


@settings(max_examples=50)
@given(*[st.text(alphabet="abc", max_size=6)] * 3)
def test_slips_count_like_a_distance(one, other, third):
    """No slip if and only if equal, the same both ways, never more than the longer word."""
    assert (spelled_apart(one, other) == 0) == (one == other)
    assert spelled_apart(one, other) == spelled_apart(other, one)
    assert spelled_apart(one, third) <= max(len(one), len(third))
