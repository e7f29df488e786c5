from tollbook.link.blocking import BLOCKING_RULES, KEYS, BlockingRule, candidates_among
from tollbook.link.forms import form_of
from tollbook.model.dates import FuzzyDate
from tollbook.model.links import LinkRecord

MONTH = BlockingRule("by month", ("family", "death month"), 10)


def namesakes(count, month=None):
    died = FuzzyDate.parse(month) if month else None
    return [
        form_of(LinkRecord(f"{month} {at}", name="Тестовенко Микола", death_date=died)) for at in range(count)
    ]


def test_every_key_of_every_rule_exists():
    """A rule names only keys there are."""
    assert {key for rule in BLOCKING_RULES for key in rule.keys} <= set(KEYS)


def test_records_that_share_a_key_are_candidates_once():
    """Sharing the keys of several rules proposes a pair once."""
    assert candidates_among(namesakes(2)).pairs == ((0, 1),)


def test_records_that_share_nothing_are_no_candidates():
    """Nobody is compared with everybody."""
    forms = [
        form_of(LinkRecord("1", name="Тестовенко Микола")),
        form_of(LinkRecord("2", name="Примеров Иван")),
    ]
    assert candidates_among(forms).pairs == ()


def test_a_common_name_is_split_by_the_next_rule_and_reported():
    """A block over budget is compared within the next rule's blocks; who is left alone is counted."""
    names = BlockingRule("by name", ("family", "given"), 4)
    forms = namesakes(3, "2023-01") + namesakes(3, "2023-02") + namesakes(2)
    found = candidates_among(forms, (names, MONTH))
    assert set(found.pairs) == {(0, 1), (0, 2), (1, 2), (3, 4), (3, 5), (4, 5)}
    assert [finding.code for finding in found.findings] == ["block-over-budget"]
    assert "the biggest 8" in found.findings[0].message
    assert "2 records with none" in found.findings[0].message


def test_the_budget_bounds_the_pairs_of_a_common_name():
    """A thousand namesakes without any other field are not compared half a million times."""
    assert candidates_among(namesakes(1000)).pairs == ()
