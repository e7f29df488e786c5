"""Laws of the charts: nothing drawn that is not known, gaps kept, names disarmed."""

import itertools
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tollbook.model.dates import FuzzyDate
from tollbook.model.people import Fate
from tollbook.publish.charts import chart_panels, chart_svg
from tollbook.publish.death_chart import death_series, death_svg
from tollbook.publish.leading import figures_by_war
from tollbook.publish.wording import wording_in

WORDING = wording_in("en")
DAYS = st.lists(st.dates(date(2022, 1, 1), date(2024, 6, 1)), min_size=1, max_size=40)


def with_deaths(edition, days, fate=Fate.DEAD):
    entry = edition.entries[0]
    entries = tuple(replace(entry, id=f"e-{n}", died=day, fate=fate) for n, day in enumerate(days))
    return replace(edition, entries=entries)


@given(days=DAYS)
def test_every_dated_death_is_drawn_once(edition, days):
    """The bars add up to the dated dead; periods follow each other without a hole, in order."""
    for series in death_series(with_deaths(edition, map(FuzzyDate.of, days))):
        firsts = [day.first for day, _ in series.periods]
        assert sum(count for _, count in series.periods) == len(days)
        assert series.undated == 0
        longest = timedelta(days=7 if series.unit == "week" else 31)
        gaps = [later - earlier for earlier, later in itertools.pairwise(firsts)]
        assert all(timedelta(0) < gap <= longest for gap in gaps)


def test_a_vague_day_is_not_given_to_a_week(edition):
    """A death of some day of a month is counted in words, not drawn in a week."""
    days = [FuzzyDate(2022, 3, 1), FuzzyDate(2022, 3, 20), FuzzyDate(2022, 3), None]
    (series,) = death_series(with_deaths(edition, days))
    assert series.unit == "week"
    assert series.undated == 2
    assert [str(day) for day, _ in series.periods] == ["2022-02-28", "2022-03-07", "2022-03-14"]
    assert [count for _, count in series.periods] == [1, 0, 1]


def test_the_missing_are_not_drawn_as_dead(edition):
    """Only those named as dead stand in the chart of the dead."""
    days = [FuzzyDate(2022, 3, 1), FuzzyDate(2022, 5, 1)]
    assert death_series(with_deaths(edition, days, Fate.MISSING)) == ()
    assert death_svg((), WORDING) == ""


@pytest.mark.parametrize("name", ["edition", "hostile"])
def test_a_figure_stands_in_the_chart_with_its_claimant(name, request):
    """Each leading figure is drawn once, with the text of its value; markup in a name stays text."""
    edition = request.getfixturevalue(name)
    (figures,) = figures_by_war(edition)
    panels = chart_panels(figures.leading, edition, WORDING)
    assert sum(len(panel.rows) for panel in panels) == len(figures.leading)
    svg = chart_svg(panels, WORDING, '"<figures>"')
    assert "at least 100,000" in svg
    assert "<script" not in svg
    assert 'aria-label="&quot;&lt;figures&gt;&quot;"' in svg


def test_nothing_to_draw_is_no_chart():
    """No figures, no chart."""
    assert chart_svg((), WORDING, "") == ""
