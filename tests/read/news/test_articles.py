"""What the sentences of one text owe each other."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tollbook.model.claims import Flag, Mode, Standing
from tollbook.model.dates import FuzzyDate
from tollbook.model.documents import Document, SpanRole
from tollbook.model.measures import Measure
from tollbook.model.scope import Party, Scope, Source, SourceKind, War
from tollbook.read.news import NewsClaims

ARTICLE = """KEY POINTS

  • Velmark has lost 14,046 troops since the war began
  • Velmark's losses over the same period include 329 tanks

Velmark's army has lost over 14,000 soldiers in the campaign, the Kestrian Ministry of Defence said.

The ministry's report of Thursday put Velmarkian combat losses at 14,046 since the start of the war.

Over the same period Velmark also lost 329 tanks, 65 armoured fighting vehicles and 23 artillery systems.

Northlight, working together with Harbour Radio's news desk and volunteers, had confirmed from notices and \
graves 1,409 Velmarkian military deaths as of Sunday.

The true number of the dead is probably far higher, Northlight says.

On the other side, more than 10,000 Kestrian soldiers are probably dead or wounded, Gen. Tarn Ibsenholt, who \
heads the Arvenian army, said in an interview last month.

Velmark has been accused of treating its conscripts as "cannon fodder".
"""


def test_key_points_lead_and_body_are_one_claim(read):
    """The figure, its repeat and its rounding are one claim with three spans and one speaker."""
    losses = [c for c in read(ARTICLE) if c.measure is Measure.LOSSES]
    (claim,) = losses
    assert (claim.count.low, claim.claimant) == (14046, "Ministry of Defence of Kestria")
    assert sorted(span.role for span in claim.spans) == [SpanRole.MAIN, SpanRole.REPEAT, SpanRole.ROUNDED]
    assert str(claim.as_of) == "2031-04-10"
    assert Flag.DATE_INFERRED not in claim.flags


def test_same_period_inherits_speaker_and_time(read):
    """The words "same period" take the speaker, the period and the day of the figure before."""
    things = [c for c in read(ARTICLE) if c.measure in {Measure.TANKS, Measure.AFV, Measure.ARTILLERY}]
    assert [(c.measure, c.count.low) for c in things] == [
        (Measure.TANKS, 329), (Measure.AFV, 65), (Measure.ARTILLERY, 23),
    ]  # fmt: skip
    assert {(c.claimant, str(c.as_of), c.mode) for c in things} == {
        ("Ministry of Defence of Kestria", "2031-04-10", Mode.CUMULATIVE)
    }


def test_partners_are_co_claimants(read):
    """Those who helped to count stand beside the claimant, not in its place."""
    (claim,) = [c for c in read(ARTICLE) if c.measure is Measure.KILLED and c.count.is_stated]
    assert (claim.claimant, claim.together_with) == ("Northlight", ("Harbour Radio", "volunteers"))
    assert (str(claim.as_of), claim.standing) == ("2031-04-06", Standing.CONFIRMED)


def test_an_officials_titles_are_not_his_name(read):
    """A foreign officer speaks under his name; the month he spoke is the cut-off of his figure."""
    (claim,) = [c for c in read(ARTICLE) if c.measure is Measure.KILLED_WOUNDED]
    assert (claim.claimant, claim.party, str(claim.as_of)) == ("Tarn Ibsenholt", "Kestria", "2031-03")
    assert claim.standing is Standing.ESTIMATED


def test_words_without_a_number_keep_their_words(read):
    """A toll that is "far higher" is a claim with no figure."""
    higher = next(c for c in read(ARTICLE) if c.count.vague == "far higher")
    blame = next(c for c in read(ARTICLE) if c.measure is Measure.ACCUSATION)
    assert (higher.claimant, higher.measure, higher.count.is_stated) == ("Northlight", Measure.KILLED, False)
    assert (blame.party, blame.claimant, blame.count.vague) == ("Velmark", None, "cannon fodder")


def test_every_span_is_the_bodys_own_words(read):
    """A claim can be shown in the text: its quotes stand where it says."""
    for claim in read(ARTICLE):
        assert all(ARTICLE[span.start : span.end] == span.quote for span in claim.spans)


def test_reading_twice_is_reading_once(read):
    """The same text gives the same claims with the same ids."""
    assert read(ARTICLE) == read(ARTICLE)


def test_a_definition_elsewhere_fixes_the_measure(read):
    """What casualties "refer to" holds for those of the whole text, and is cited."""
    (claim,) = read(
        "Kestria has suffered more than 130 casualties, Northlight said.\n\n"
        "The outlet said that casualties refer to dead and wounded."
    )
    assert claim.measure is Measure.KILLED_WOUNDED
    assert claim.spans[-1].role is SpanRole.DEFINITION


def test_two_speakers_of_one_figure_stay_two(read):
    """Who said it is part of a claim: the same number from two bodies is two claims."""
    found = read(
        "Kestria has lost 300 soldiers, the Velmark Ministry of Defence said.\n\n"
        "Northlight said that Kestria has lost 300 soldiers."
    )
    assert [c.claimant for c in found] == ["Ministry of Defence of Velmark", "Northlight"]


def test_reported_by_the_next_sentence(read):
    """In «об этом сообщил ...» the speaker of the whole text comes after the figure."""
    (claim,) = read(
        "За сутки погибли 12 кестрийских солдат.\n\nОб этом сообщил губернатор Остмура Бран Вересов.", "ru"
    )
    assert (claim.claimant, claim.mode, claim.count.low) == ("Бран Вересов", Mode.INCREMENT, 12)


def test_a_figure_called_false_is_flagged(read):
    """What the next sentence calls misleading is flagged and no longer live."""
    (claim,) = read("A post said that 300 Kestrian soldiers died.\n\nThis claim is misleading.")
    assert Flag.REFUTED in claim.flags
    assert not claim.is_live


def test_a_text_without_parties_is_not_taken(document):
    """With no party to name there is nothing the reader could say."""
    assert not NewsClaims().fits(document("300 soldiers died."), Scope())


def test_what_is_left_out_is_told(document, scope):
    """A figure with no party to give it to becomes a finding with its words, not a claim."""
    reading = NewsClaims().read(document("Some 300 soldiers were killed."), scope)
    assert (reading.claims, [f.code for f in reading.findings]) == ((), ["no-party"])
    assert "300 soldiers" in reading.findings[0].message


FRAGMENTS = (
    *("Kestria", "Velmark's", "lost", "killed", "300", "10 to 20,000", "soldiers", "tanks", "and", ",", "."),
    *(
        "“",
        "”",
        "including",
        "said",
        "according to",
        "Northlight",
        "the ministry",
        "since",
        "on Sunday",
        "12",
    ),
    *(
        "a day",
        "of",
        "at least",
        "dead or wounded",
        "\n",
        "(",
        ")",
        "it",
        "casualties refer to",
        "misleading",
    ),
    *("one", "between"),
)


@given(st.lists(st.sampled_from(FRAGMENTS), max_size=24))
def test_any_text_is_read(scope, fragments):
    """However odd the text, reading it ends, and each claim's words stand where it says."""
    body = " ".join(fragments)
    text = Document("d", "d", body, "0" * 64, "d.md", None, None, FuzzyDate(2031, 4, 10), "en")
    for claim in NewsClaims().read(text, scope).claims:
        assert all(body[span.start : span.end] == span.quote != "" for span in claim.spans)


GOLD = Path(__file__).parents[3] / ".." / "shared" / "gold" / "texts" / "000.md"
STAFF = "General Staff of the Armed Forces of Ukraine"
REAL = Scope(
    wars=(War("war", ("Russia", "Ukraine"), FuzzyDate(2022, 2, 24)),),
    parties=(Party("Russia", {"en": ("Russia",)}), Party("Ukraine", {"en": ("Ukrain",)})),
    sources=(
        Source(
            STAFF,
            ("Ukrainian military",),
            SourceKind.OFFICIAL,
            "Ukraine",
        ),
        Source("Ministry of Defence of the Russian Federation", (), SourceKind.OFFICIAL, "Russia"),
        Source("Mediazona"),
    ),
)


def test_the_labelled_article_of_february_2023():
    """Every figure of the labelled article is found with its claimant, and none beside them."""
    if not GOLD.exists():
        pytest.skip("needs ../shared/gold")
    body = GOLD.read_text("utf-8").split("---\n", 2)[2]
    text = Document("d", "000", body, "0" * 64, "000.md", None, None, FuzzyDate(2023, 2, 16), "en")
    found = [c for c in NewsClaims().read(text, REAL).claims if c.count.is_stated]
    assert {(c.party, str(c.measure), c.count.low, c.claimant, str(c.as_of)) for c in found} == {
        ("Russia", "losses", 140460, STAFF, "2023-02-16"),
        ("Russia", "tanks", 3296, STAFF, "2023-02-16"),
        ("Russia", "afv", 6517, STAFF, "2023-02-16"),
        ("Russia", "artillery", 2306, STAFF, "2023-02-16"),
        ("Russia", "killed", 5937, "Ministry of Defence of the Russian Federation", "2022-09"),
        ("Russia", "killed", 14093, "Mediazona", "2023-02-12"),
        ("Ukraine", "killed_wounded", 100000, "Eirik Kristoffersen", "2023-01"),
        ("Russia", "mobilised", 300000, "Russia", "None"),
    }
    assert len(found) == 8
