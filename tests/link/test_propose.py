from datetime import UTC, datetime
from pathlib import Path

import pyarrow.parquet as pa_parquet
import pytest

from tollbook.errors import InputError
from tollbook.link import METHOD, propose_links, read_records
from tollbook.model.dates import FuzzyDate
from tollbook.model.links import Judgement, LinkRecord, Verdict

SHARED = Path(__file__).parents[2] / ".." / "shared" / "data" / "linkage"
TRIO = (
    LinkRecord("en", name="Mykola Testovenko", age=33, death_date=FuzzyDate(2023, 5, 10), language="en"),
    LinkRecord("ru", name="Тестовенко Николай Петрович", birth_date=FuzzyDate(1990),
               death_date=FuzzyDate(2023, 5, 10)),
    LinkRecord("uk", family_name="Тестовенко", given_name="Микола", patronymic="Петрович",
               birth_date=FuzzyDate(1990, 2, 3), recorded_at=FuzzyDate(2023, 5, 20)),
)  # fmt: skip
NAMESAKE = LinkRecord("other", name="Тестовенко Микола Іванович", birth_date=FuzzyDate(1971, 1, 1),
                      death_date=FuzzyDate(2024, 11, 2))  # fmt: skip


def members(run):
    return [cluster.members for cluster in run.clusters]


def test_one_person_in_three_languages_is_one_cluster():
    """Script, language and precision do not part what belongs together; a namesake stays out."""
    run = propose_links((*TRIO, NAMESAKE))
    assert members(run) == [("en", "ru", "uk"), ("other",)]
    assert run.method == METHOD


def test_the_cluster_names_its_weakest_link():
    """A cluster is as sure as the least sure link that holds it; one record alone has none."""
    trio, alone = propose_links((*TRIO, NAMESAKE)).clusters
    assert 0.5 < trio.weakest < 1
    assert alone.weakest is None


def test_every_pair_gives_its_reasons():
    """The reasons name the values as stated, and say for and against."""
    (pair,) = propose_links(TRIO[1:]).pairs
    reasons = {reason.comparison: reason for reason in pair.reasons}
    assert (reasons["given_name"].left, reasons["given_name"].right) == ("Николай", "Микола")
    assert reasons["given_name"].level == "same name"
    assert reasons["family_name"].weight > 0


def test_deaths_half_a_year_apart_exclude_until_judged():
    """Two certain days of death far apart are two people, unless a person says otherwise."""
    birth = FuzzyDate(1990, 2, 3)
    pair = [
        LinkRecord(key, name="Вигаданов Захар Остапович", birth_date=birth, place="Тестівка", death_date=died)
        for key, died in (("a", FuzzyDate(2022, 5, 1)), ("b", FuzzyDate(2023, 5, 1)))
    ]
    same = Judgement("a", "b", Verdict.SAME, "analyst", datetime(2024, 1, 1, tzinfo=UTC))
    assert members(propose_links(pair)) == [("a",), ("b",)]
    judged = propose_links(pair, judgements=[same])
    assert members(judged) == [("a", "b")]
    assert judged.clusters[0].weakest == 1.0


def test_a_judgement_does_not_change_the_scores():
    """The machine's suggestion and the person's judgement are kept apart."""
    parted = Judgement("ru", "uk", Verdict.DIFFERENT, "analyst", datetime(2024, 1, 1, tzinfo=UTC))
    assert propose_links(TRIO, judgements=[parted]).pairs == propose_links(TRIO).pairs


def test_no_records_are_no_clusters():
    """An empty table is no error."""
    assert propose_links(()).clusters == ()


def test_an_id_that_stands_twice_is_refused():
    """Two records cannot share an id."""
    with pytest.raises(InputError, match="'en' stands twice"):
        propose_links((TRIO[0], TRIO[0]))


@pytest.mark.parametrize("threshold", [0, 1, -0.5, 2])
def test_a_threshold_is_a_probability(threshold):
    """Certainty is not on offer."""
    with pytest.raises(InputError, match="threshold"):
        propose_links(TRIO, threshold=threshold)


def test_invented_people_with_known_truth_are_found():
    """B-cubed F1 is at least 0.93 on ten thousand records of invented people."""
    if not SHARED.is_dir():
        pytest.skip("needs ../shared/data/linkage")
    run = propose_links(read_records(SHARED / "people_10k.parquet").records)
    rows = pa_parquet.read_table(SHARED / "people_10k_truth.parquet").to_pylist()
    truth = {str(row["record_id"]): row["person_id"] for row in rows}
    assert b_cubed([cluster.members for cluster in run.clusters], truth) >= 0.93


def b_cubed(clusters, truth):
    """F1 of the mean share of each record's cluster, and of each record's person, that is right."""
    people, precision, recall = {}, 0.0, 0.0
    for person in truth.values():
        people[person] = people.get(person, 0) + 1
    for cluster in clusters:
        for record in cluster:
            right = sum(truth[other] == truth[record] for other in cluster)
            precision += right / len(cluster) / len(truth)
            recall += right / people[truth[record]] / len(truth)
    return 2 * precision * recall / (precision + recall)
