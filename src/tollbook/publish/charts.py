"""The chart: one panel for each quantity, so that what cannot be compared never shares an axis.

Drawn to SVG by Altair and vl-convert, without a browser and without scripts. The table beside
it holds the same figures; the chart adds nothing that is not in the table.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import altair as alt
import vl_convert

from tollbook.model.claims import Claim, Mode
from tollbook.model.counts import Qualifier
from tollbook.model.editions import Edition, PublishedClaim
from tollbook.publish.phrases import count_text, day_text
from tollbook.publish.wording import Wording

__all__ = ["BLUE", "INK", "WIDTH", "ChartPanel", "chart_panels", "chart_svg", "leading_panels", "page_svg"]

WIDTH, ROW_HEIGHT, BAR_DROP = 380, 58, 15
# Okabe and Ito's blue, told from grey by every eye; ink and grid are swapped in dark mode by CSS.
BLUE, INK, FAINT = "#0072b2", "#1d1d1f", "#d8d8dc"
FONT = "system-ui, 'Noto Sans', 'Segoe UI', 'DejaVu Sans', sans-serif"
LABEL_LENGTH = 52
PARTS_NAMED = re.compile(r' (?:role|aria-[a-z]+)="[^"<>]*"(?=[^<>]*>)')
OPEN_REACH = 1.12  # how far an open bound is drawn beyond its figure, as a share of it


@dataclass(frozen=True, slots=True)
class ChartPanel:
    """Figures of one quantity, set on one axis.

    Attributes:
        title: What is counted, and whose.
        rows: The claims, largest first.
    """

    title: str
    rows: tuple[PublishedClaim, ...]


def chart_panels(
    leading: Iterable[PublishedClaim], edition: Edition, wording: Wording
) -> tuple[ChartPanel, ...]:
    """The leading figures in panels: those of one family together, every other alone."""
    family = {id_: place for place, group in enumerate(edition.families) for id_ in group.claim_ids}
    panels: dict[tuple[int, str], list[PublishedClaim]] = {}
    for row in leading:
        if row.claim.count.is_stated and row.claim.count.unit is None:
            place = family.get(row.claim.id)
            key = (-1, row.claim.id) if place is None else (place, "")
            panels.setdefault(key, []).append(row)
    return tuple(
        ChartPanel(_title(rows[0].claim, wording), tuple(sorted(rows, key=_largest_first)))
        for rows in panels.values()
    )


def leading_panels(panels: Sequence[ChartPanel], most: int) -> tuple[ChartPanel, ...]:
    """No more than ``most`` of the panels, in their order: first those where several claimants speak."""

    def rank(place: int) -> tuple[int, int]:
        return (-len({row.claim.claimant for row in panels[place].rows}), place)

    kept = sorted(sorted(range(len(panels)), key=rank)[:most])
    return tuple(panels[place] for place in kept)


def chart_svg(panels: Sequence[ChartPanel], wording: Wording, description: str) -> str:
    """The panels as one SVG that scales to its place; empty where there is nothing to draw."""
    if not panels:
        return ""
    return page_svg([_panel_chart(panel, wording) for panel in panels], description)


def page_svg(charts: Sequence[alt.LayerChart], description: str) -> str:
    """Charts one under another as an SVG to be set into a page, with a name for those who do not see it."""
    whole = alt.vconcat(*charts, spacing=26, background="transparent").configure(font=FONT)
    whole = whole.configure_view(stroke=None).configure_axis(
        domain=False, ticks=False, gridColor=FAINT, labelColor=INK, labelFontSize=11, gridOpacity=0.8
    )
    svg = vl_convert.vegalite_to_svg(whole.to_dict(), vl_version="v6_1")
    return _for_a_page(svg, description)


def _title(claim: Claim, wording: Wording) -> str:
    party = claim.party or wording.say("site", "party_not_stated")
    group = wording.word("groups", claim.group.value)
    mode = "" if claim.mode is Mode.CUMULATIVE else f", {wording.word('modes', claim.mode.value).lower()}"
    return f"{party}: {wording.word('measures', claim.measure.value)} ({group}{mode})"


def _largest_first(row: PublishedClaim) -> tuple[float, str]:
    count = row.claim.count
    return (-(count.high or count.low or 0), row.claim.id)


def _datum(row: PublishedClaim, place: int, wording: Wording) -> dict[str, object]:
    claim = row.claim
    low, high = claim.count.low, claim.count.high
    known = low if low is not None else high
    reach = (known or 0) * OPEN_REACH
    who = claim.claimant or wording.say("site", "nobody_named")
    day = f", {day_text(claim.as_of, wording.language)}" if claim.as_of else ""
    return {
        "place": place,
        "who": _shortened(who),
        "value": f"{count_text(claim.count, wording)}{day}",
        "zero": 0,
        "known": known,
        "start": low if low is not None else 0,
        "end": high if high is not None else reach,
        "ranged": claim.count.qualifier is Qualifier.RANGE,
        "open": claim.count.qualifier is Qualifier.AT_LEAST,
        "ceiling": claim.count.qualifier is Qualifier.AT_MOST,
    }


def _shortened(name: str) -> str:
    return name if len(name) <= LABEL_LENGTH else name[: LABEL_LENGTH - 1].rstrip() + "…"


def _panel_chart(panel: ChartPanel, wording: Wording) -> alt.LayerChart:
    rows = [_datum(row, place, wording) for place, row in enumerate(panel.rows)]
    most = max(float(row.claim.count.high or row.claim.count.low or 0) for row in panel.rows)
    base = alt.Chart(alt.InlineData(values=rows)).properties(
        width=WIDTH,
        height=ROW_HEIGHT * len(panel.rows),
        title=alt.Title(panel.title, anchor="start", fontSize=13, color=INK, offset=10),
    )
    layers = [*_bars(base, alt.Scale(domain=[0, most * 1.15 or 1], nice=False)), *_labels(base)]
    return alt.LayerChart(layer=layers)


def _bars(base: alt.Chart, scale: alt.Scale) -> list[alt.Chart]:
    """A faint stem from zero, the stated interval, the figure, and an arrow where a bound is open."""
    y = _row()
    drop: dict[str, Any] = {"color": BLUE, "yOffset": BAR_DROP}
    dot = drop | {"filled": True, "opacity": 1}
    axis = alt.Axis(title=None, tickCount=4, format=",.0f")
    zero, start, end = (alt.X(f"{name}:Q", scale=scale) for name in ("zero", "start", "end"))
    bars = [
        base.mark_rule(size=2, opacity=0.45, **drop).encode(y=y, x=zero, x2="known:Q"),
        base.mark_rule(size=4, **drop).encode(y=y, x=start, x2="end:Q"),
        base.mark_point(size=70, **dot)
        .encode(y=y, x=alt.X("known:Q", scale=scale, axis=axis))
        .transform_filter("!datum.ranged"),  # a range has no value of its own to mark
    ]
    for shape, x, flag in (("triangle-right", end, "open"), ("triangle-left", start, "ceiling")):
        arrow = base.mark_point(size=90, shape=shape, **dot).encode(y=y, x=x)
        bars.append(arrow.transform_filter(f"datum.{flag}"))
    return bars


def _row() -> alt.Y:
    return alt.Y("place:O", axis=None)


def _labels(base: alt.Chart) -> tuple[alt.Chart, alt.Chart]:
    """The claimant, and under it the figure with its day; both above the bar, where all names fit."""
    y, left = _row(), alt.value(0)
    who = base.mark_text(align="left", fontSize=12, color=INK, yOffset=-17).encode(y=y, x=left, text="who:N")
    value = base.mark_text(align="left", fontSize=12, color=INK, fontWeight="bold", yOffset=-1)
    return who, value.encode(y=y, x=left, text="value:N")


def _for_a_page(svg: str, description: str) -> str:
    """The SVG with a name for those who do not see it, at the width of its place, without links out."""
    size = re.search(r'viewBox="0 0 ([\d.]+) ([\d.]+)"', svg)
    width, height = size.groups() if size else ("400", "300")
    opening = (
        f'<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-label="{_attribute(description)}" '
        f'width="{width}" height="{height}" viewBox="0 0 {width} {height}">'
    )
    # An image has no parts to those who hear it: the table beside it is what they read.
    return re.sub(r"<svg[^>]*>", lambda _: opening, PARTS_NAMED.sub("", svg), count=1)


def _attribute(text: str) -> str:
    return text.replace("&", "&amp;").replace('"', "&quot;").replace("<", "&lt;").replace(">", "&gt;")
