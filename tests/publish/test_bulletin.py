"""Laws of the bulletin: every number bound, every claim attributed, every gap told."""

import re
from dataclasses import replace

import pytest

from tollbook.errors import BlockedError, InputError
from tollbook.model.bulletins import ParagraphKind, SegmentKind
from tollbook.model.counts import Count, Qualifier
from tollbook.model.dates import FuzzyDate, Period
from tollbook.model.measures import Measure
from tollbook.model.queries import answer
from tollbook.publish import bulletin_html, bulletin_markdown, bulletin_queries, compose_bulletin
from tollbook.publish.attribution import Attribution
from tollbook.publish.figures import Binder, run_text, words
from tollbook.publish.wording import main_language, wording_in

NUMBER_WORDS = re.compile(
    r"\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens?|hundreds?|thousands?|"
    r"millions?|zero|first|second|third|both|twice|half|single)\b",
    re.IGNORECASE,
)


def segments(bulletin):
    return [segment for paragraph in bulletin.paragraphs for segment in paragraph.segments]


def numbers(text):
    return [float(found.replace(",", "")) for found in re.findall(r"\d[\d,]*(?:\.\d+)?", text)]


@pytest.mark.parametrize("name", ["edition", "empty", "hostile"])
def test_plain_words_hold_no_number(name, request):
    """No digit and no number word stands in plain words."""
    for segment in segments(compose_bulletin(request.getfixturevalue(name))):
        if segment.kind is SegmentKind.WORDS:
            assert not re.search(r"\d", segment.text)
            assert not NUMBER_WORDS.search(segment.text), segment.text


def test_every_bound_run_carries_its_query(edition):
    """A figure, day, name or quotation has a query; plain words have none."""
    for segment in segments(compose_bulletin(edition)):
        assert (segment.query is None) == (segment.kind is SegmentKind.WORDS)


def test_each_figure_reads_back_as_its_answer(edition):
    """The number in a figure's text is the edition's answer, to the nearest whole person or percent."""
    for segment in segments(compose_bulletin(edition)):
        if segment.kind is SegmentKind.FIGURE:
            value = answer(segment.query, edition)
            shown = numbers(segment.text)
            expected = value * 100 if segment.text.endswith("%") else value
            assert len(shown) == 1
            assert shown[0] == pytest.approx(expected, abs=0.5)


def test_quotations_and_names_stand_unchanged(edition):
    """A quotation or a name is the edition's answer, letter for letter."""
    for segment in segments(compose_bulletin(edition)):
        if segment.kind in {SegmentKind.QUOTE, SegmentKind.NAME}:
            assert segment.text == answer(segment.query, edition)


def test_it_has_the_form_of_a_news_report(edition, empty):
    """A headline comes first, then three to six key points, then the report."""
    for each in (edition, empty):
        kinds = [paragraph.kind for paragraph in compose_bulletin(each).paragraphs]
        assert kinds.count(ParagraphKind.HEADLINE) == 1
        assert kinds[0] is ParagraphKind.HEADLINE
        assert 3 <= kinds.count(ParagraphKind.KEY_POINT) <= 6


def test_losses_are_never_said_to_be_deaths(edition):
    """A claim of losses is told as losses, with the clause that nobody defined them."""
    told = [p.text for p in compose_bulletin(edition).paragraphs if "140,460" in p.text]
    assert told
    for text in told:
        assert "“losses”" in text
    assert any("does not define “losses”" in text for text in told)
    assert not any("dead at 140,460" in text for text in told)


def test_each_told_claim_names_who_said_it_and_who_passed_it_on(edition):
    """The claimant, the interest and the relay stand in the claim's paragraph."""
    (paragraph,) = (p.text for p in compose_bulletin(edition).paragraphs if "5,937 soldiers" in p.text)
    assert paragraph.startswith("The Ministry of Defence of Russia, which speaks for the side counted,")
    assert "as relayed by A news agency" in paragraph
    assert "as of September 2022" in paragraph


@pytest.mark.parametrize(
    ("count", "said"),
    [
        (Count(100, None, Qualifier.AT_LEAST), "no less than 100"),
        (Count(None, 100, Qualifier.AT_MOST), "up to 100"),
        (Count(100, 100, Qualifier.ABOUT), "about 100"),
        (Count(70, 80, Qualifier.RANGE), "between 70 and 80"),
        (Count(12.5, 12.5, Qualifier.EXACT, unit="percent"), "12.5 percent"),
        (Count(None, None, Qualifier.UNKNOWN, vague="much higher"), "“much higher”"),
    ],
)
def test_a_hedge_is_said_as_it_was_stated(edition, count, said):
    """Bounds, approximations, ranges, units and vague words keep their form."""
    first = edition.claims[0]
    hedged = replace(first, claim=replace(first.claim, count=count))
    binder = Binder(replace(edition, claims=(hedged,)), wording_in("en"))
    assert f"“losses” at {said}, a running total" in run_text(Attribution(binder, hedged).full())


def test_a_claimant_nobody_names_is_said_to_be_unnamed(edition):
    """Nobody is made up where the document names nobody."""
    first = edition.claims[0]
    anonymous = replace(
        edition, claims=(replace(first, claim=replace(first.claim, claimant=None, party=None)),)
    )
    text = bulletin_markdown(compose_bulletin(replace(anonymous, comparisons=())))
    assert "A source that the document does not name" in text
    assert "None" not in text


def test_the_named_dead_are_a_minimum_and_the_missing_are_apart(edition):
    """The register's count is of the dead only, and is called a minimum."""
    text = bulletin_markdown(compose_bulletin(edition))
    assert "Named as dead in the register: Russia, 2 people." in text
    assert "missing, and not counted among the dead: 1 person" in text
    assert "a minimum, not a toll" in text


def test_an_estimate_never_stands_without_interval_kind_level_and_assumptions(edition):
    """Whoever reads the point reads its interval, kind, level and assumptions in the same paragraph."""
    (paragraph,) = (p.text for p in compose_bulletin(edition).paragraphs if "about 145 in all" in p.text)
    for part in (
        "log-normal",
        "95%",
        "104",
        "207",
        "the 2 lists see people independently",
        "one list copies",
    ):
        assert part in paragraph


def test_a_refusal_is_told_with_its_reason(edition):
    """Where the lists identify no answer, the reason stands in place of a number."""
    party, study = edition.studies[0]
    refused = replace(
        study, refused="the lists share nobody", estimates=(), panel=replace(study.panel, point=None)
    )
    text = bulletin_markdown(compose_bulletin(replace(edition, studies=((party, refused),))))
    assert "The reason: “the lists share nobody”." in text
    assert "145" not in text


def test_changes_and_what_cannot_be_compared_are_told(edition):
    """What came and went stands there with counts, and each incomparable pair with its reasons."""
    text = bulletin_markdown(compose_bulletin(edition))
    assert "Came in, all counted: 1 claim." in text
    assert "1 line of the register" in text
    assert "Mediazona’s figure of 14,093 for Russia’s military dead (as of 12 February 2023) cannot" in text
    assert "they are running totals of days too far apart" in text


def test_an_empty_edition_tells_gaps_and_no_zero(empty):
    """What is not recorded is told as a gap, never as nought."""
    bulletin = compose_bulletin(empty)
    assert not [segment for segment in segments(bulletin) if segment.kind is SegmentKind.FIGURE]
    text = bulletin_markdown(bulletin)
    assert "does not mean that nobody was lost" in text
    assert "The register names nobody as dead yet; that is a gap" in text


def test_a_number_in_plain_words_stops_the_build():
    """The binder refuses words that hold a digit."""
    with pytest.raises(BlockedError, match="140"):
        words("some 140 people")


def test_a_language_without_a_catalogue_is_refused(edition):
    """No wording, no bulletin."""
    with pytest.raises(InputError, match="catalogue"):
        compose_bulletin(edition, language="xx")


def test_the_stored_queries_answer_for_every_bound_run(edition):
    """Beside the bulletin stand id, query, value and text of each bound run; ids are anchors in the page."""
    bulletin = compose_bulletin(edition)
    rows = bulletin_queries(bulletin, edition)
    bound = [segment for segment in segments(bulletin) if segment.query]
    assert [row["text"] for row in rows] == [segment.text for segment in bound]
    page = bulletin_html(bulletin, edition)
    assert all(f'id="{row["id"]}"' in page for row in rows)
    assert any(row["value"] == 140460 and row["text"] == "140,460" for row in rows)


def test_markdown_keeps_every_number_and_adds_none(edition):
    """The numbers of the Markdown are those of the segments, in order."""
    bulletin = compose_bulletin(edition)
    bound = "".join(s.text + " " for s in segments(bulletin) if s.kind is not SegmentKind.WORDS)
    assert numbers(bulletin_markdown(bulletin)) == numbers(bound)


def test_markdown_disarms_markup(hostile):
    """Markup in names and quotes stays text."""
    text = bulletin_markdown(compose_bulletin(hostile))
    assert "<script" not in text.replace("\\<", "")
    assert "\\<script" in text


def test_same_edition_same_bulletin(edition):
    """Composing twice gives the same bulletin."""
    assert compose_bulletin(edition) == compose_bulletin(edition)


def test_wording_falls_back_to_the_code_made_readable():
    """A code the catalogue does not know is shown as its own words."""
    assert wording_in("en").word("measures", "new_thing") == "new thing"


def test_a_project_in_a_language_without_wording_is_published_in_english():
    """The first language that has a catalogue is the main one of the pages."""
    assert main_language(("xx", "en", "uk")) == "en"
    assert main_language(()) == "en"


def test_a_change_of_one_day_is_told_of_that_day(edition):
    """A period of one day is not told as if it had two ends."""
    row = edition.claims[5]
    day = FuzzyDate(2023, 2, 16)
    changed = replace(row, claim=replace(row.claim, covers=Period(day, day)))
    binder = Binder(replace(edition, claims=(changed,)), wording_in("en"))
    assert "at about 800, a change on 16 February 2023." in run_text(Attribution(binder, changed).full())


def test_whom_a_claimant_speaks_for_is_told_once(edition):
    """A claimant's interest stands where the claimant is met at first, and not again."""
    row = edition.claims[0]
    wounded = replace(row, claim=replace(row.claim, measure=Measure.WOUNDED))
    more = replace(edition, claims=(*edition.claims, wounded), comparisons=())
    text = bulletin_markdown(compose_bulletin(more))
    assert text.count("put Russia’s military wounded at") == 1
    assert text.count("General Staff of the Armed Forces of Ukraine, which speaks for") == 1
