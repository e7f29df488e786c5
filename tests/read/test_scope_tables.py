"""Tables of wars, parties and sources are read strictly."""

import tomllib

import pytest

from tollbook.errors import ProjectError
from tollbook.model.dates import FuzzyDate
from tollbook.model.scope import SourceKind
from tollbook.read import builtin_scope, scope_from_tables

GOOD = """
[[war]]
name = "War of the Lakes"
parties = ["Velland", "Ostmark"]
started = 2031-05-01

[[party]]
name = "Velland"
forms.en = ["Velland"]
forms.uk = ["Велланд", "велланд"]
capital_forms.en = ["Vell City"]

[source]
name = "General Staff of Velland"
aliases = ["Генштаб Велланду"]
kind = "official"
party = "Velland"
domains = ["staff.example"]
"""

BAD = [
    ("[[sources]]\nname = 'x'", "unknown key 'sources'"),
    ("[[source]]\nname = 'x'\nalias = ['y']", "source 'x': unknown key 'alias'"),
    ("[[source]]\naliases = ['y']", "source 1: no name"),
    ("[[source]]\nname = 'x'\naliases = 'y'", "source 'x': aliases is not a list"),
    ("[[source]]\nname = 'x'\nkind = 'oracle'", "source 'x': unknown kind 'oracle'"),
    ("[[source]]\nname = 'x'\nparty = 3", "source 'x': party is not text: 3"),
    ("[[source]]\nname = 'x'\n[[source]]\nname = 'y'\naliases = ['X']", "stands for two entries: 'x'"),
    ("[[war]]\nname = 'x'\nstarted = '2031-02-30'", "war 'x': started: no such date: 2031-02-30"),
    ("[[party]]\nname = 'x'\nforms = ['y']", "party 'x': forms is not a table"),
    ("[[party]]\nname = 'x'\nforms.en = [3]", "party 'x': forms.en is not a list"),
    ("source = 3", "source 1: not a table: 3"),
]


def test_a_table_says_what_it_says():
    """Every stated field of a war, a party and a source arrives."""
    scope = scope_from_tables(tomllib.loads(GOOD), file="sources/lakes.toml")
    assert scope.war_of("Velland").started == FuzzyDate(2031, 5, 1)
    assert scope.parties[0].forms["uk"] == ("Велланд", "велланд")
    assert scope.parties[0].capital_forms == {"en": ("Vell City",)}
    source = scope.source_named("генштаб велланду")
    assert (source.name, source.kind, source.domains) == (
        "General Staff of Velland",
        SourceKind.OFFICIAL,
        ("staff.example",),
    )


@pytest.mark.parametrize(("table", "message"), BAD)
def test_a_bad_table_is_refused_with_file_and_value(table, message):
    """A fault names the file, the entry and the value."""
    with pytest.raises(ProjectError) as refusal:
        scope_from_tables(tomllib.loads(table), file="sources/bad.toml")
    assert str(refusal.value).startswith("sources/bad.toml")
    assert message in str(refusal.value)


def test_the_built_in_scope_holds_together():
    """Every party that a war or a source names is a party of the scope."""
    scope = builtin_scope()
    known = {party.name for party in scope.parties}
    named = {name for war in scope.wars for name in war.parties}
    named |= {source.party for source in scope.sources if source.party}
    assert named <= known


@pytest.mark.parametrize(
    ("form", "name", "party"),
    [
        ("Генштаб ВСУ", "General Staff of the Armed Forces of Ukraine", "Ukraine"),
        ("Минобороны России", "Ministry of Defence of the Russian Federation", "Russia"),
        ("the Pentagon", "US Department of Defense", "USA"),
        ("Медиазона", "Mediazona", None),
    ],
)
def test_surface_forms_lead_to_one_name(form, name, party):
    """A body is one source whatever the language it is named in."""
    source = builtin_scope().source_named(form)
    assert (source.name, source.party) == (name, party)


def test_a_war_starts_on_its_day():
    """The full-scale war against Ukraine is counted from 24 February 2022."""
    assert str(builtin_scope().war_of("Ukraine").started) == "2022-02-24"
