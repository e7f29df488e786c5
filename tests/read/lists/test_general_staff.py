"""A general staff's daily list, of any army, in three languages."""

from dataclasses import replace

import pytest

from tollbook.model.claims import Flag, Mode
from tollbook.model.counts import Qualifier
from tollbook.model.dates import FuzzyDate, Period
from tollbook.model.documents import Document, SpanRole
from tollbook.model.measures import Group, Measure
from tollbook.model.scope import Party, Scope, Source, SourceKind, War
from tollbook.read import builtin_scope
from tollbook.read.lists import GeneralStaffList

VELLAND = "General Staff of the Armed Forces of Velland"
SCOPE = Scope(
    wars=(War("War of the Lakes", ("Velland", "Ostmark"), FuzzyDate(2031, 5, 1)),),
    parties=(Party("Velland", {"en": ("Velland",)}), Party("Ostmark", {"en": ("Ostmark",)})),
    sources=(
        Source(
            VELLAND,
            aliases=("Генеральний штаб ЗС Велланду", "Генштаб Велланда"),
            kind=SourceKind.OFFICIAL,
            party="Velland",
        ),
        Source("Ministry of Defence of Velland", kind=SourceKind.OFFICIAL, party="Velland"),
        Source("Lake Courier", kind=SourceKind.MEDIA),
    ),
)
ENGLISH = f"""Losses of the enemy
The total combat losses of the enemy from 01.05 to 08.06 were approximately:
personnel ‒ about 2300 (+20) persons were liquidated,
tanks ‒ 98 (+1),
APV ‒ 241 (+2),
helicopters – 15 (+0),
vehicles and fuel tanks – (+2),
UAV operational-tactical level ‒ 22.
Data are being updated.
{VELLAND}
"""
UKRAINIAN = """Загальні бойові втрати противника з 01.05.31 по 08.06.31 орієнтовно склали:
особового складу - близько 2300 (+20) осіб ліквідовано,
танків ‒ 98 (+1) од,
бойових броньованих машин ‒ 241 (+2) од,
гелікоптерів – 15 (+0) од,
автомобільної техніки та автоцистерн – (+2),
БПЛА оперативно-тактичного рівня – 22.
Дані уточнюються.
Генеральний штаб ЗС Велланду
"""
RUSSIAN = """Генштаб Велланда: общие боевые потери противника с 01.05.31 по 08.06.31 ориентировочно составили:
личного состава — около 2300 (+20) человек ликвидировано,
танков — 98 (+1) ед,
боевых бронированных машин — 241 (+2) ед,
вертолётов — 15 (+0) ед,
автомобильной техники и автоцистерн — (+2),
БпЛА оперативно-тактического уровня — 22.
Данные уточняются.
"""
READER = GeneralStaffList()


def document(body, language="en", **fields):
    base = Document(
        "d-1", "001", body, "00", "inbox/001.md", published=FuzzyDate(2031, 6, 8), language=language
    )
    return replace(base, **fields)


def read(body, language="en", scope=SCOPE, **fields):
    found = document(body, language, **fields)
    assert READER.fits(found, scope)
    return READER.read(found, scope)


@pytest.mark.parametrize(("body", "language"), [(ENGLISH, "en"), (UKRAINIAN, "uk"), (RUSSIAN, "ru")])
def test_one_list_says_the_same_in_three_languages(body, language):
    """Totals and increments, zero included, are the same claims whatever the language."""
    reading = read(body, language)
    said = [(c.measure, c.mode, c.count.low) for c in reading.claims]
    assert said == [
        (Measure.LOSSES, Mode.CUMULATIVE, 2300),
        (Measure.LOSSES, Mode.INCREMENT, 20),
        (Measure.TANKS, Mode.CUMULATIVE, 98),
        (Measure.TANKS, Mode.INCREMENT, 1),
        (Measure.AFV, Mode.CUMULATIVE, 241),
        (Measure.AFV, Mode.INCREMENT, 2),
        (Measure.HELICOPTERS, Mode.CUMULATIVE, 15),
        (Measure.HELICOPTERS, Mode.INCREMENT, 0),
        (Measure.VEHICLES_FUEL, Mode.INCREMENT, 2),
        (Measure.UAV, Mode.CUMULATIVE, 22),
    ]
    assert {(c.claimant, c.claimant_in_text, c.party) for c in reading.claims} == {(VELLAND, True, "Ostmark")}
    assert reading.findings == ()


@pytest.mark.parametrize(("body", "language"), [(ENGLISH, "en"), (UKRAINIAN, "uk"), (RUSSIAN, "ru")])
def test_totals_run_from_the_war_and_increments_from_the_day_before(body, language):
    """A total covers the header's days up to its cut-off; a morning's increment the day before."""
    for claim in read(body, language).claims:
        if claim.mode is Mode.CUMULATIVE:
            assert claim.covers == Period(FuzzyDate(2031, 5, 1), FuzzyDate(2031, 6, 8))
            assert claim.as_of == FuzzyDate(2031, 6, 8)
            assert claim.count.qualifier is Qualifier.ABOUT  # the header hedges all totals
        else:
            assert claim.covers == Period(FuzzyDate(2031, 6, 7), FuzzyDate(2031, 6, 8))
            assert claim.count.qualifier is Qualifier.EXACT


def test_every_span_is_the_words_at_its_place():
    """A quotation is what stands between its ends."""
    for claim in read(ENGLISH).claims:
        for span in claim.spans:
            assert ENGLISH[span.start : span.end] == span.quote
    assert read(ENGLISH).claims[2].words == "tanks ‒ 98 (+1)"


def test_people_and_things_are_different_groups():
    """Personnel are military, the rest is equipment."""
    groups = {claim.measure: claim.group for claim in read(ENGLISH).claims}
    assert groups.pop(Measure.LOSSES) is Group.MILITARY
    assert set(groups.values()) == {Group.EQUIPMENT}


def test_a_headline_repeats_and_adds_no_claim():
    """A figure of the list told again above it is a repeat of the same claim."""
    body = f"The enemy has lost over 98 tanks and 15 helicopters.\n{ENGLISH}"
    reading = read(body)
    assert len(reading.claims) == len(read(ENGLISH).claims)
    repeats = {s.quote for c in reading.claims for s in c.spans if s.role is SpanRole.REPEAT}
    assert repeats == {"over 98 tanks", "15 helicopters"}


def test_a_ministry_relays_its_staff():
    """On its ministry's page the staff speaks, known from the header only."""
    body = ENGLISH.replace(VELLAND, "")
    claim = read(body, publisher="Ministry of Defence of Velland").claims[0]
    assert (claim.claimant, claim.claimant_in_text) == (VELLAND, False)
    assert claim.relayed_by == "Ministry of Defence of Velland"


def test_a_newspaper_relays_the_staff_it_names():
    """A paper that prints the list is the messenger, never the claimant."""
    claim = read(ENGLISH, publisher="Lake Courier").claims[0]
    assert (claim.claimant, claim.claimant_in_text, claim.relayed_by) == (VELLAND, True, "Lake Courier")


def test_a_list_nobody_signs_is_told_not_guessed():
    """Without a publisher or a single named party no claim is made, and that is told."""
    reading = read(ENGLISH.replace(VELLAND, ""))
    assert reading.claims == ()
    assert [finding.code for finding in reading.findings] == ["unattributed-list"]


def test_an_unsigned_list_that_names_one_party_has_no_claimant():
    """Whose losses is known, who says so is not."""
    claims = read(ENGLISH.replace(VELLAND, "").replace("the enemy", "the Ostmark army")).claims
    assert {(claim.claimant, claim.party) for claim in claims} == {(None, "Ostmark")}


def test_the_day_named_by_the_list_outweighs_publication():
    """A list for a day, published the day after, counts that day."""
    body = RUSSIAN.replace("с 01.05.31 по 08.06.31", "за сутки 7 июня")
    claims = read(body, "ru").claims
    assert {str(c.as_of) for c in claims if c.mode is Mode.CUMULATIVE} == {"2031-06-07"}
    assert {c.covers for c in claims if c.mode is Mode.INCREMENT} == {
        Period(FuzzyDate(2031, 6, 7), FuzzyDate(2031, 6, 7))
    }


def test_a_day_not_stated_is_the_publication_day_and_marked():
    """Without any day in header or title the publication day is taken and said to be inferred."""
    body = ENGLISH.replace("from 01.05 to 08.06 ", "")
    totals = [claim for claim in read(body).claims if claim.mode is Mode.CUMULATIVE]
    assert {(str(c.as_of), c.flags) for c in totals} == {("2031-06-08", frozenset({Flag.DATE_INFERRED}))}


def test_the_title_may_carry_the_day():
    """Where the words above the list name no day, the title's day holds."""
    body = ENGLISH.replace("from 01.05 to 08.06 ", "")
    reading = read(body, title="Losses of the enemy as of 7 June 2031")
    assert {str(c.as_of) for c in reading.claims if c.mode is Mode.CUMULATIVE} == {"2031-06-07"}


def test_a_list_without_any_day_says_so():
    """No day anywhere: the claims stay undated and a warning names the document."""
    body = ENGLISH.replace("from 01.05 to 08.06 ", "")
    reading = read(body, published=None)
    assert {claim.as_of for claim in reading.claims} == {None}
    assert [(f.code, f.subject) for f in reading.findings] == [("undated-list", "inbox/001.md")]


def test_two_lists_in_one_document_keep_their_own_days():
    """Each list takes the days of the words above it."""
    second = ENGLISH.replace("08.06", "07.06").replace("98 (+1)", "97 (+4)")
    tanks = [c for c in read(f"{ENGLISH}\n{second}").claims if c.measure is Measure.TANKS]
    assert [(str(c.as_of), c.count.low) for c in tanks if c.as_of] == [("2031-06-08", 98), ("2031-06-07", 97)]


def test_a_list_told_again_keeps_the_days_of_the_first():
    """A second telling without a day of its own counts the days of the first, and inferred nothing."""
    again = "The staff also reported 98 tanks (+1), 241 APV (+2) and 15 helicopters (+0) lost by the enemy."
    tanks = [c for c in read(f"{ENGLISH}\n{again}").claims if c.measure is Measure.TANKS]
    assert [str(c.as_of) for c in tanks if c.mode is Mode.CUMULATIVE] == ["2031-06-08", "2031-06-08"]


def test_a_definition_narrows_losses():
    """Where the document says that losses are killed and wounded, the measure says so and cites it."""
    sentence = "By losses the staff means the killed together with the wounded"
    claims = read(f"{ENGLISH}{sentence}.\n").claims
    people = [claim for claim in claims if claim.group is Group.MILITARY]
    assert {claim.measure for claim in people} == {Measure.KILLED_WOUNDED}
    assert all(claim.spans[-1].role is SpanRole.DEFINITION for claim in people)
    assert people[0].spans[-1].quote == sentence


def test_personnel_told_in_prose_above_the_list_is_read():
    """A digest that tells the day's and the war's personnel in sentences states two claims."""
    body = RUSSIAN.replace("личного состава — около 2300 (+20) человек ликвидировано,\n", "")
    prose = "За сутки выбыли ещё 20 военных. Общий счёт доведён до 2300 человек.\n"
    people = [c for c in read(prose + body, "ru").claims if c.group is Group.MILITARY]
    assert [(c.mode, c.count.low, c.measure) for c in people] == [
        (Mode.INCREMENT, 20, Measure.LOSSES),
        (Mode.CUMULATIVE, 2300, Measure.LOSSES),
    ]


def test_personnel_in_a_sentence_with_its_period_is_read():
    """A sentence with the war's days and the day's share states both, with the days it names."""
    body = UKRAINIAN.replace("особового складу - близько 2300 (+20) осіб ліквідовано,\n", "")
    prose = (
        "З 1 травня 2031 року по 8 червня 2031 року ліквідовано близько 2300 загарбників,"
        " з них 20 осіб - минулої доби.\n"
    )
    people = [c for c in read(prose + body, "uk").claims if c.group is Group.MILITARY]
    assert [(c.mode, c.count.low) for c in people] == [(Mode.CUMULATIVE, 2300), (Mode.INCREMENT, 20)]


def test_strange_lines_are_findings():
    """An unknown class, a missing number and an increment above its total are told with their words."""
    body = ENGLISH.replace("APV ‒ 241 (+2)", "hovercraft ‒ 5 (+1),\nAPV ‒ 2 (+241),\nsubmarines – ")
    reading = read(body)
    assert sorted(finding.code for finding in reading.findings) == [
        "increment-above-total",
        "missing-number",
        "unknown-list-label",
    ]
    assert any("hovercraft ‒ 5 (+1)" in finding.message for finding in reading.findings)


@pytest.mark.parametrize(
    "body",
    [
        "The ministry said three tanks were lost on Monday.",
        "tanks – 3\nhelicopters – 2\nThat was all.",
        "Menu: soup – 12\nbread – 3\nfish – 9",
    ],
)
def test_other_texts_do_not_fit(body):
    """Prose, and lists of fewer than three classes, are other readers' work."""
    assert not READER.fits(document(body), SCOPE)


def test_the_known_staffs_need_no_project():
    """With the built-in scope a list signed by Ukraine's staff counts Russia's losses since 2022."""
    body = ENGLISH.replace(VELLAND, "General Staff of the Armed Forces of Ukraine").replace("01.05", "24.02")
    claim = read(body, scope=builtin_scope(), published=FuzzyDate(2023, 6, 8)).claims[0]
    assert (claim.party, claim.covers) == ("Russia", Period(FuzzyDate(2022, 2, 24), FuzzyDate(2023, 6, 8)))
