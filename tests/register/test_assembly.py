"""One line of the register out of the records of one person."""

from itertools import permutations

from tollbook.model.links import Cluster
from tollbook.model.people import Confirmation, Fate
from tollbook.register import assemble


def one(records, scope, weakest=0.9):
    """The only entry of one cluster of all the records."""
    cluster = Cluster("k-1", tuple(sorted(record.id for record in records)), weakest)
    (entry,) = assemble(records, [cluster], scope)
    return entry


def test_one_entry_for_each_cluster_and_each_record_left_over(record, scope):
    """Linked records make one entry; a record in no cluster is a person of its own."""
    first, second, alone = record("d1"), record("d2"), record("d3", "Tamir Osk")
    entries = assemble([first, second, alone], [Cluster("k-1", (first.id, second.id), 0.8)], scope)
    assert [entry.name.full for entry in entries] == ["Oryn Veltek", "Tamir Osk"]
    assert [entry.weakest_link for entry in entries] == [0.8, None]
    assert set(entries[0].record_ids) == {first.id, second.id}
    assert entries[0].document_ids == ("d1", "d2")


def test_input_order_changes_nothing(record, scope):
    """The register is the same whatever order the records came in."""
    records = [
        record("d1", died="2023-02"),
        record("d2", "Орин Вельтек", home="Луга", died="2023-02-03"),
        record("d3", "Oryn Veltek", home="Luga", age=33, rank="sergeant"),
    ]
    assert len({repr(one(list(order), scope)) for order in permutations(records)}) == 1


def test_the_name_is_shown_in_the_script_of_the_persons_own_side(record, scope):
    """One local notice outweighs many transcriptions; every other spelling is kept."""
    local = record("d1", "Орин Вельтек", publisher="Aldovan Gazette")
    foreign = [record(f"d{each}", "Oryn Veltek", publisher="The Kestrel") for each in (2, 3)]
    typo = record("d4", "Oryn Weltek")
    shown = one([local, *foreign, typo], scope)
    assert shown.name.full == "Орин Вельтек"
    assert shown.other_names == ("Oryn Veltek", "Oryn Weltek")


def test_without_an_own_source_another_script_comes_before_latin(record, scope):
    """Names are transcribed into Latin more often than out of it."""
    shown = one([record("d1", "Oryn Veltek"), record("d2", "Орин Вельтек")], scope)
    assert shown.name.full == "Орин Вельтек"


def test_the_spelling_of_most_records_is_shown(record, scope):
    """Evidence decides between spellings of one script."""
    shown = one([record("d1", "Oryn Weltek"), record("d2"), record("d3")], scope)
    assert (shown.name.full, shown.other_names) == ("Oryn Veltek", ("Oryn Weltek",))


def test_the_most_precise_date_that_most_records_could_mean_is_shown(record, scope):
    """A day that a month and a like day support is shown before the month and before a lone rival."""
    records = [
        record("d1", died="2023-02-03"),
        record("d2", died="2023-02-03"),
        record("d3", died="2023-02"),
        record("d4", died="2023-02-09"),
    ]
    shown = one(records, scope)
    assert str(shown.died) == "2023-02-03"
    assert dict(shown.cited)["died"] == tuple(sorted(each.id for each in records[:2]))


def test_every_shown_value_is_stated_by_the_records_it_cites(record, scope):
    """No field shows a value that its cited records do not state; fields nobody states stay empty."""
    records = [
        record("d1", age=33, home="Luga", rank="sergeant", born="1989"),
        record("d2", age=34, home="Luga", unit="3rd Brigade", born="1989-05-17", funeral="2023-02-09"),
    ]
    shown = one(records, scope)
    by_id = {each.id: each for each in records}
    for field, ids in shown.cited:
        value = getattr(shown, field)
        assert ids
        if field != "name":
            assert all(getattr(by_id[each], field) == value for each in ids)
    assert {field for field, _ in shown.cited} == {
        "name", "party", "age", "home", "rank", "unit", "born", "funeral",
    }  # fmt: skip
    assert shown.died is None


def test_nobody_known_only_as_alive_has_an_entry(record, scope):
    """Somebody wounded and decorated is not in the register of the dead."""
    assert assemble([record(fate=Fate.ALIVE)], [], scope) == ()


def test_alive_and_dead_is_contested(record, scope):
    """Somebody buried by mistake who came home is contested, not silently dead."""
    assert one([record("d1"), record("d2", fate=Fate.ALIVE)], scope).confirmation is Confirmation.CONTESTED


def test_missing_then_dead_is_dead(record, scope):
    """Who was missing and is later stated dead contradicts nothing."""
    shown = one([record("d1", fate=Fate.MISSING), record("d2")], scope)
    assert (shown.fate, shown.confirmation) == (Fate.DEAD, Confirmation.REPORTED)
    assert one([record(fate=Fate.MISSING)], scope).fate is Fate.MISSING


def test_a_later_record_does_not_change_the_id(record, scope):
    """An entry keeps its address when a later document joins it."""
    first = record("d1", published="2023-02-01")
    for number in range(20):
        later = record(f"later {number}", published="2023-03-01")
        assert one([first, later], scope).id == one([first], scope).id
