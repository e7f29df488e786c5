"""The invented war: the same from the same seed, true to itself, and silent about its truth."""

from collections import Counter
from dataclasses import replace
from datetime import timedelta
from itertools import combinations, pairwise

import pytest
import yaml

from tollbook.errors import InputError
from tollbook.model.claims import Mode
from tollbook.model.measures import Measure
from tollbook.model.people import Fate
from tollbook.plain import to_json
from tollbook.simulate import SMALL, TINY, WarSize, simulate_war
from tollbook.simulate.nouns import SlipKind
from tollbook.simulate.reports import STAFF

CHANNELS = {"memorial", "press", "cemetery", "volunteers"}


@pytest.fixture(scope="module")
def war():
    return simulate_war(size=SMALL)


def body_of(document):
    return document.text.split("---\n", 2)[2]


def numbers_in(text):
    digits = "".join(c if c.isdigit() else " " for c in text.replace("\u00a0", "").replace(",", ""))
    return {int(word) for word in digits.split()}


def test_same_seed_same_bytes():
    """One seed makes one war, byte for byte."""
    assert to_json(simulate_war(7, size=TINY)) == to_json(simulate_war(7, size=TINY))


def test_another_seed_is_another_war():
    """The seed decides who dies and what is written."""
    one, two = simulate_war(7, size=TINY), simulate_war(8, size=TINY)
    assert one.truth.dead != two.truth.dead
    assert [document.text for document in one.documents] != [document.text for document in two.documents]


@pytest.mark.parametrize("seed", range(5))
def test_any_seed_makes_a_war(seed):
    """No seed breaks the simulator, and the smallest war still has every kind of document."""
    sources = {document.source for document in simulate_war(seed, size=TINY).documents}
    assert {STAFF, "Stone Book", "Lantern Volunteers", "Northern Tern", "Nova Mezha"} <= sources


def test_the_smallest_war_can_be_told():
    """A war of the fewest weeks and dead still makes its documents."""
    smallest = WarSize(dead=10, weeks=4, daily_report_weeks=1, articles=1, wounded_notices=0)
    assert simulate_war(size=smallest).documents


@pytest.mark.parametrize("change", [{"weeks": 3}, {"daily_report_weeks": 10}, {"dead": 2}, {"articles": 0}])
def test_too_small_a_war_is_refused(change):
    """A size that cannot hold its documents is refused with its values."""
    with pytest.raises(InputError, match=next(iter(change))):
        replace(TINY, **change)


def test_the_demo_has_the_promised_size(war):
    """The demo holds the material it promises: reports, articles, notices and rolls."""
    kinds = Counter(document.name.split("-")[0] for document in war.documents)
    assert len(war.truth.dead) == 600
    assert 60 <= kinds["lomeria"] + kinds["veskaria"] <= 90
    assert 25 <= kinds["northern"] + kinds["nova"] <= 40
    people = ("stone", "lazorsk", "ostroyarsk", "lantern", "graves")
    assert 350 <= sum(kinds[kind] for kind in people) <= 500
    assert {document.language for document in war.documents} == {"en", "uk", "ru"}


def test_document_names_are_unique(war):
    """A document's name names one document."""
    names = [document.name for document in war.documents]
    assert len(set(names)) == len(names)


def test_front_matter_says_where_and_when(war):
    """Front matter is YAML and agrees with the document; its publisher stands in the scope."""
    for document in war.documents:
        header = yaml.safe_load(document.text.split("---\n")[1])
        assert header["published"] == document.published
        assert header["language"] == document.language
        assert war.scope.source_named(header["publisher"]).name == document.source
        assert header["title"]


def test_no_slot_stays_open(war):
    """Every template is filled: no brace and no empty sentence is left in a text."""
    for document in war.documents:
        assert not set("{}|") & set(body_of(document)), document.name
        assert "  ," not in document.text
        assert "None" not in document.text


def test_no_truth_in_the_texts(war):
    """No document holds the id of a person."""
    ids = {person.id for person in (*war.truth.dead, *war.truth.living)}
    assert not [document.name for document in war.documents for key in ids if key in document.text]


def test_mentions_are_of_people_and_documents_that_exist(war):
    """Everyone a document names is a person of the truth, with the fate the text gives."""
    people = {person.id: person for person in (*war.truth.dead, *war.truth.living)}
    texts = {document.name: document for document in war.documents}
    for mention in war.truth.mentions:
        assert people[mention.person_id].fate is mention.fate
        assert texts[mention.document].published == mention.listed_on
        assert mention.channel in CHANNELS


def test_a_mention_stands_in_its_text(war):
    """A document gives the family name that its mention says it states, up to a case ending."""
    texts = {document.name: document.text for document in war.documents}
    for mention in war.truth.mentions:
        parts = [part for part in mention.stated.split() if not part.endswith(".")]
        assert any(part[:-2] in texts[mention.document] for part in parts), mention


def test_nobody_is_listed_before_dying(war):
    """Delays are never negative, and they are the days from death to listing."""
    died = {person.id: person.died for person in war.truth.dead}
    for mention in war.truth.mentions:
        if mention.fate is Fate.DEAD:
            assert mention.delay_days == (mention.listed_on - died[mention.person_id]).days >= 0


def test_the_lists_see_about_half_and_miss_many(war):
    """Between 45 and 65 % of the dead stand on a list, and each list sees some that others miss."""
    share = len(war.truth.documented) / len(war.truth.dead)
    assert 0.45 <= share <= 0.65
    seen = {
        channel: {m.person_id for m in war.truth.mentions if m.channel == channel} for channel in CHANNELS
    }
    for one, two in combinations(sorted(CHANNELS), 2):
        assert seen[one] & seen[two]
        assert seen[one] - seen[two]


def test_recent_deaths_are_seen_less(war):
    """Because lists are late, the last month's dead are documented less often than the first month's."""
    edge = timedelta(days=30)
    first = [p for p in war.truth.dead if p.died < war.truth.days[0].day + edge]
    last = [p for p in war.truth.dead if p.died > SMALL.last_day - edge]
    shares = [sum(p.id in war.truth.documented for p in part) / len(part) for part in (first, last)]
    assert shares[0] > shares[1] + 0.15


def test_namesakes_are_a_trap(war):
    """Some documented dead share a full name with another documented person, born on another day."""
    named = Counter(p.russian for p in war.truth.dead if p.id in war.truth.documented)
    shared = [name for name, count in named.items() if count > 1]
    assert shared
    for name in shared:
        assert len({p.born for p in war.truth.dead if p.russian == name}) > 1


def test_the_living_are_not_among_the_dead(war):
    """Notices about the living name people who are in no list of the dead."""
    living = {m.person_id for m in war.truth.mentions if m.fate is Fate.ALIVE}
    assert living == {person.id for person in war.truth.living}
    assert not living & {person.id for person in war.truth.dead}


def test_the_truth_adds_up(war):
    """The killed of the recorded side, day by day, are exactly its dead."""
    by_day = Counter(person.died for person in war.truth.dead)
    for day in war.truth.days:
        if day.party == war.truth.recorded_party:
            assert day.people[Measure.KILLED] == by_day[day.day]
    assert war.truth.total(war.truth.recorded_party, Measure.KILLED, SMALL.last_day) == len(war.truth.dead)


def staff_series(war, measure, mode):
    return {
        claim.as_of.first: int(claim.low)
        for claim in war.truth.stated
        if claim.document.startswith("lomeria-staff") and claim.measure is measure and claim.mode is mode
    }


@pytest.mark.parametrize("measure", [Measure.LOSSES, Measure.TANKS, Measure.AFV, Measure.UAV])
def test_running_totals_are_sums(war, measure):
    """From one day to the next the total grows by the change printed; slips aside."""
    totals = staff_series(war, measure, Mode.CUMULATIVE)
    changes = staff_series(war, measure, Mode.INCREMENT)
    slips = {slip.document[-10:] for slip in war.truth.slips if slip.measure is measure}
    checked = 0
    for day, total in totals.items():
        before = day - timedelta(days=1)
        if before in totals and not slips & {day.isoformat(), before.isoformat()}:
            assert total - totals[before] == changes.get(day, 0)
            checked += 1
    assert checked >= 5


def test_totals_fall_only_where_a_correction_says_so(war):
    """The staff's totals never fall, but on the day of the correction; the misprint is known."""
    slips = {(slip.document[-10:], slip.measure) for slip in war.truth.slips}
    falls = set()
    for measure in (Measure.LOSSES, Measure.TANKS, Measure.AFV, Measure.UAV):
        totals = sorted(staff_series(war, measure, Mode.CUMULATIVE).items())
        clean = [pair for pair in totals if (pair[0].isoformat(), measure) not in misprints(war)]
        falls |= {(day.isoformat(), measure) for (_, one), (day, two) in pairwise(clean) if two < one}
    assert falls == slips - misprints(war)
    assert {slip.kind for slip in war.truth.slips} == set(SlipKind)


def misprints(war):
    return {(slip.document[-10:], slip.measure) for slip in war.truth.slips if slip.kind is SlipKind.MISPRINT}


def test_staffs_inflate_and_the_ministry_understates(war):
    """The staff's total is far above the truth; what the ministry admits is below it."""
    party, last = war.truth.recorded_party, SMALL.last_day
    everyone = (Measure.KILLED, Measure.WOUNDED, Measure.MISSING, Measure.CAPTURED)
    true = sum(war.truth.total(party, measure, last) for measure in everyone)
    assert max(staff_series(war, Measure.LOSSES, Mode.CUMULATIVE).values()) > 1.3 * true
    admitted = [c for c in war.truth.stated if c.document.startswith("veskaria-ministry")]
    assert {claim.measure for claim in admitted} == {Measure.KILLED, Measure.WOUNDED}
    for claim in admitted:
        assert claim.low < war.truth.total(party, claim.measure, claim.as_of.last)


def test_there_are_silent_days(war):
    """In the weeks of daily reports some days have none."""
    days = sorted(d.published for d in war.documents if d.name.startswith("lomeria-staff"))
    dense = [day for day in days if day > SMALL.last_day - timedelta(weeks=3)]
    assert len(dense) < 21


def test_stated_figures_stand_in_their_texts(war):
    """Every figure that a document is said to state can be found in its words."""
    texts = {document.name: body_of(document) for document in war.documents}
    for claim in war.truth.stated:
        figures = {int(end) for end in (claim.low, claim.high) if end is not None}
        assert figures <= numbers_in(texts[claim.document]), claim


def test_claimants_and_publishers_are_known(war):
    """Whoever claims or publishes stands in the scope, and channels carry the lists' names."""
    names = {source.name for source in war.scope.sources}
    assert {claim.claimant for claim in war.truth.stated} <= names
    assert {document.source for document in war.documents} <= names
    assert {source.channel for source in war.scope.sources} - {None} == CHANNELS


def test_no_alias_means_two_sources(war):
    """A surface form stands for one source only."""
    forms = [
        form
        for source in war.scope.sources
        for form in {alias.casefold() for alias in (source.name, *source.aliases)}
    ]
    assert not [form for form, count in Counter(forms).items() if count > 1]


def test_articles_name_whoever_claims(war):
    """An article names every claimant it quotes, in a form that the scope knows or by "its"."""
    texts = {d.name: body_of(d) for d in war.documents if d.source in {"Northern Tern", "Nova Mezha"}}
    quoted = [claim for claim in war.truth.stated if claim.document in texts]
    assert quoted
    for claim in quoted:
        source = war.scope.source_named(claim.claimant)
        forms = (source.name, *source.aliases, f"its {source.name.split(' of ' + claim.party)[0]}")
        assert any(form in texts[claim.document] for form in forms), claim


def test_one_article_opens_with_key_points(war):
    """Exactly one article repeats its first claims as KEY POINTS."""
    assert sum("KEY POINTS" in document.text for document in war.documents) == 1


def test_more_articles_do_not_change_who_died():
    """The parts of the simulator draw from streams of their own."""
    fewer = simulate_war(3, size=replace(TINY, articles=4))
    assert fewer.truth.dead == simulate_war(3, size=TINY).truth.dead
