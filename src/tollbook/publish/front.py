"""The front page and the pages about the edition as a whole."""

from collections import Counter
from collections.abc import Iterable, Iterator

from markupsafe import Markup

from tollbook.model.bulletins import Bulletin, ParagraphKind
from tollbook.model.comparisons import Comparability
from tollbook.model.editions import Edition
from tollbook.model.people import Confirmation, Fate
from tollbook.publish.changed import changed_figures
from tollbook.publish.charts import chart_panels, chart_svg, leading_panels
from tollbook.publish.death_chart import death_series, death_svg
from tollbook.publish.figures import Binder, capitalised, run_text
from tollbook.publish.leading import MEASURE_ORDER, WarFigures, figures_by_war
from tollbook.publish.pages import measure_definition
from tollbook.publish.phrases import day_text, number_text
from tollbook.publish.rows import ClaimRow, PersonRow
from tollbook.publish.schemas import field_notes
from tollbook.publish.study_views import study_view
from tollbook.publish.templates import Frame
from tollbook.publish.views import Viewer
from tollbook.publish.wording import Wording

__all__ = ["front_page", "plain_pages"]

Page = tuple[str, str]
PANELS_DRAWN = 8


def front_page(frame: Frame, viewer: Viewer, bulletin: Bulletin | None) -> Page:
    """How many, according to whom, and what is known for sure."""
    edition, wording = viewer.edition, viewer.wording
    points = bulletin.of_kind(ParagraphKind.KEY_POINT) if bulletin else ()
    return "index.html", frame.render(
        "index",
        "index.html",
        key_points=[paragraph.text for paragraph in points],
        wars=[_war(figures, viewer) for figures in figures_by_war(edition)],
        register=_register(edition, wording),
        deaths=_deaths(edition, wording),
        studies=[study_view(party, study, wording) for party, study in edition.studies],
        telling=[run_text(capitalised(run)) for run in changed_figures(Binder(edition, wording))],
        changes=_changes(edition, wording),
        reasons=any(change.reason for change in edition.changes),
        previous=edition.previous,
        citation=frame.citation(),
    )


def _war(figures: WarFigures, viewer: Viewer) -> dict[str, object]:
    wording = viewer.wording
    panels = chart_panels(figures.totals, viewer.edition, wording)
    drawn = leading_panels(panels, PANELS_DRAWN)
    pairs = {each.value: viewer.pairs(figures.with_verdict(each)) for each in Comparability}
    pairs[Comparability.DIFFERENT.value] = viewer.pairs(figures.apart())
    svg = chart_svg(drawn, wording, wording.say("site", "chart_alt"))
    return {
        "title": figures.war.name if figures.war else wording.say("site", "strays"),
        "totals": viewer.views(figures.totals),
        "passing": viewer.views(figures.passing),
        "undrawn": len(panels) > len(drawn),
        "others": viewer.views(figures.others),
        "chart": Markup(svg),  # noqa: S704 - drawn by us; names in it were escaped by the drawing library
        **pairs,
    }


def _register(edition: Edition, wording: Wording) -> dict[str, object]:
    """Counts of the named dead by side and by support, and who is listed otherwise."""
    dead = [entry for entry in edition.entries if entry.fate is Fate.DEAD]
    counts = Counter((entry.party or "", entry.confirmation) for entry in dead)
    shown = [each for each in Confirmation if any(entry.confirmation is each for entry in dead)]
    rows = [
        {
            "party": party or wording.say("site", "party_not_stated"),
            "total": number_text(sum(counts[party, each] for each in shown), wording.language),
            "counts": [number_text(counts[party, each], wording.language) for each in shown],
        }
        for party in sorted({party for party, _ in counts}, key=lambda name: (not name, name))
    ]
    others: Counter[Fate] = Counter(entry.fate for entry in edition.entries if entry.fate is not Fate.DEAD)
    not_dead = ", ".join(
        f"{wording.word('fates', fate.value).lower()} {number_text(others[fate], wording.language)}"
        for fate in Fate
        if others[fate]
    )
    labels = [wording.word("confirmations", each.value) for each in shown]
    return {"rows": rows, "labels": labels, "not_dead": not_dead}


def _deaths(edition: Edition, wording: Wording) -> dict[str, object] | None:
    """The chart of the named dead by time of death, with the same figures as rows."""
    series = death_series(edition)
    if not series:
        return None
    rows = [
        {
            "party": each.party or wording.say("site", "party_not_stated"),
            "when": day_text(day, wording.language),
            "count": number_text(count, wording.language),
        }
        for each in series
        for day, count in each.periods
        if count
    ]
    undated = sum(each.undated for each in series)
    svg = Markup(death_svg(series, wording))  # noqa: S704 - drawn by us, as above
    return {"chart": svg, "rows": rows, "undated": undated and number_text(undated, wording.language)}


def _changes(edition: Edition, wording: Wording) -> list[dict[str, object]]:
    counts = Counter((change.kind, change.what, change.reason) for change in edition.changes)
    return [
        {
            "kind": wording.word("change_kinds", kind),
            "what": wording.word("site", f"what_{what}"),
            "reason": wording.word("change_reasons", reason) if reason else "",
            "count": number_text(count, wording.language),
        }
        for (kind, what, reason), count in sorted(counts.items())
    ]


def plain_pages(frame: Frame, viewer: Viewer) -> Iterator[Page]:
    """Downloads, method and about."""
    wording, edition = viewer.wording, viewer.edition
    yield (
        "downloads.html",
        frame.render("downloads", "downloads.html", files=_files(), tables=list(_tables())),
    )
    measures = sorted({row.claim.measure for row in edition.claims}, key=MEASURE_ORDER.__getitem__)
    definitions = [
        {
            "name": wording.word("measures", measure.value),
            "code": measure.value,
            "definition": measure_definition(measure, wording),
            "page": viewer.addresses.measure(measure.value),
        }
        for measure in measures
    ]
    prose = {key: wording.lines("site", key) for key in ("method_three", "method_compare", "method_time")}
    confirmations = [
        (wording.word("confirmations", each.value), wording.word("confirmation_meanings", each.value))
        for each in Confirmation
    ]
    yield (
        "methodology.html",
        frame.render(
            "methodology",
            "methodology.html",
            definitions=definitions,
            confirmations=confirmations,
            rules=[_rule(code, wording) for code in sorted(edition.rules)],
            **prose,
        ),
    )
    about = wording.lines("site", "about_text")
    yield "about.html", frame.render("about", "about.html", about_text=about, citation=frame.citation())


def _rule(code: str, wording: Wording) -> dict[str, str]:
    """A rule with its version, and what it decides, where the catalogue says so."""
    name = code.partition("/")[0]
    return {"code": code, "meaning": wording.say("rules", name) if wording.has("rules", name) else ""}


def _files() -> Iterable[dict[str, object]]:
    tables = (("claims", "claim"), ("people", "person"))
    for name, schema in tables:
        paths = [f"data/{name}.csv", f"data/{name}.json"]
        yield {"paths": paths, "holds": f"downloads_{name}", "schema": f"data/schema/{schema}.json"}
    for name, schema in (("estimates", "estimate"), ("edition", "edition")):
        paths = [f"data/{name}.json"]
        yield {"paths": paths, "holds": f"downloads_{name}", "schema": f"data/schema/{schema}.json"}
    yield {"paths": ["bulletin.md", "bulletin.json"], "holds": "downloads_bulletin", "schema": ""}
    yield {"paths": ["manifest.json"], "holds": "downloads_manifest", "schema": ""}


def _tables() -> Iterator[dict[str, object]]:
    for file, record in (("claims.csv", ClaimRow), ("people.csv", PersonRow)):
        about = (record.__doc__ or "").splitlines()[0]
        yield {"file": file, "about": about, "columns": list(field_notes(record).items())}
