"""The pages that are about one thing each: a claimant, a measure, a document, a person."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from markupsafe import Markup

from tollbook.model.editions import PublishedClaim
from tollbook.model.measures import MEANINGS, Measure, Subject
from tollbook.publish.charts import chart_panels, chart_svg
from tollbook.publish.leading import MEASURE_ORDER, figures_by_war
from tollbook.publish.phrases import number_text
from tollbook.publish.templates import Frame
from tollbook.publish.views import ClaimView, PersonView, Viewer
from tollbook.publish.wording import Wording
from tollbook.text import fold, script_of

__all__ = ["claim_pages", "document_pages", "measure_definition", "people_pages"]

Page = tuple[str, str]
NEWEST_SHOWN = 12
DAYS_IN_TITLE = 3
SCRIPTS = ("cyrillic", "latin")


@dataclass(frozen=True, slots=True)
class _Group:
    """Claims of one party and measure, newest first."""

    party: str
    counted: str
    page: str
    newest: tuple[ClaimView, ...]
    earlier: tuple[ClaimView, ...]


def measure_definition(measure: Measure, wording: Wording) -> str:
    """What the measure counts, in words."""
    key = "things" if MEANINGS[measure].subject is Subject.THINGS else measure.value
    return wording.word("definitions", key)


def claim_pages(frame: Frame, viewer: Viewer) -> Iterator[Page]:
    """The index of claims, a page for each claimant and a page for each measure."""
    by_claimant: dict[str, list[PublishedClaim]] = defaultdict(list)
    by_measure: dict[Measure, list[PublishedClaim]] = defaultdict(list)
    for row in viewer.edition.claims:
        by_claimant[row.claim.claimant or ""].append(row)
        by_measure[row.claim.measure].append(row)
    yield _claims_index(frame, viewer, by_claimant, by_measure)
    for name, rows in sorted(by_claimant.items()):
        page = viewer.addresses.claimant(name)
        title = name or viewer.wording.say("site", "nobody_named")
        yield page, frame.render("claimant", page, claimant=title, groups=_groups(viewer, rows))
    leading = [row for figures in figures_by_war(viewer.edition) for row in figures.leading]
    for measure, rows in sorted(by_measure.items(), key=lambda item: MEASURE_ORDER[item[0]]):
        drawn = [row for row in leading if row.claim.measure is measure]
        yield _measure_page(frame, viewer, measure, rows, drawn)


def _claims_index(
    frame: Frame,
    viewer: Viewer,
    by_claimant: dict[str, list[PublishedClaim]],
    by_measure: dict[Measure, list[PublishedClaim]],
) -> Page:
    wording = viewer.wording
    claimants = [
        {
            "name": name or wording.say("site", "nobody_named"),
            "page": viewer.addresses.claimant(name),
            "count": _claims_counted(len(rows), wording),
        }
        for name, rows in sorted(by_claimant.items(), key=lambda item: fold(item[0]))
    ]
    measures = [
        {
            "name": wording.word("measures", measure.value),
            "page": viewer.addresses.measure(measure.value),
            "count": _claims_counted(len(rows), wording),
        }
        for measure, rows in sorted(by_measure.items(), key=lambda item: MEASURE_ORDER[item[0]])
    ]
    here = "claims/index.html"
    kept_apart = wording.lines("site", "method_three")
    return here, frame.render("claims", here, claimants=claimants, measures=measures, method_three=kept_apart)


def _claims_counted(count: int, wording: Wording) -> str:
    return f"{number_text(count, wording.language)} {wording.plural('claims', count)}"


def _measure_page(
    frame: Frame,
    viewer: Viewer,
    measure: Measure,
    rows: list[PublishedClaim],
    leading: list[PublishedClaim],
) -> Page:
    here, wording = viewer.addresses.measure(measure.value), viewer.wording
    families = [
        tuple(viewer.claims[id_] for id_ in family.claim_ids if id_ in viewer.claims)
        for family in viewer.edition.families
        if family.measure == measure.value
    ]
    svg = chart_svg(
        chart_panels(leading, viewer.edition, wording), wording, wording.say("site", "chart_alt_measure")
    )
    return here, frame.render(
        "measure",
        here,
        measure=wording.word("measures", measure.value),
        definition=measure_definition(measure, wording),
        chart=Markup(svg),  # noqa: S704 - drawn by us; names in it were escaped by the drawing library
        families=[
            (_family_title(family), family) for family in families if len({v.claimant for v in family}) > 1
        ],
        groups=_groups(viewer, rows),
    )


def _family_title(family: Sequence[ClaimView]) -> str:
    """Whose, who and about when: what tells one table of rivals from the next."""
    days = list(dict.fromkeys(filter(None, (view.as_of for view in reversed(family)))))
    span = "; ".join(days) if len(days) <= DAYS_IN_TITLE else " – ".join((days[0], days[-1]))
    return ", ".join(filter(None, (f"{family[0].party}: {family[0].counted}", family[0].group, span)))


def _groups(viewer: Viewer, rows: Iterable[PublishedClaim]) -> list[_Group]:
    """The claims by party and measure; in each group the newest first."""

    def key(row: PublishedClaim) -> tuple[str, int]:
        return (row.claim.party or "~", MEASURE_ORDER[row.claim.measure])

    newest_first = sorted(rows, key=_newness, reverse=True)
    groups = []
    for _, members in groupby(sorted(newest_first, key=key), key):
        views = viewer.views(members)
        first = views[0]
        groups.append(
            _Group(first.party, first.counted, first.measure_page, views[:NEWEST_SHOWN], views[NEWEST_SHOWN:])
        )
    return groups


def _newness(row: PublishedClaim) -> tuple[str, str]:
    return (str(row.claim.as_of or row.claim.covers.end or ""), row.claim.id)


def document_pages(frame: Frame, viewer: Viewer) -> Iterator[Page]:
    """The index of documents and a card for each."""
    claims, people = defaultdict(list), defaultdict(list)
    for row in viewer.edition.claims:
        claims[row.claim.document_id].append(row)
    for entry in viewer.edition.entries:
        for id_ in dict.fromkeys(entry.document_ids):
            people[id_].append(viewer.people[entry.id])
    here = "documents/index.html"
    cards = viewer.edition.documents
    listed = sorted(cards, key=lambda card: (str(card.published or ""), card.id), reverse=True)
    rows = [(viewer.documents[card.id], len(claims[card.id]), len(people[card.id])) for card in listed]
    yield here, frame.render("documents", here, documents=rows)
    for view in viewer.documents.values():
        shown = sorted(claims[view.id], key=lambda row: (row.claim.spans[0].start, row.claim.id))
        yield (
            view.page,
            frame.render(
                "document",
                view.page,
                document=view,
                claims=viewer.views(shown),
                people=sorted(people[view.id], key=_by_name),
            ),
        )


def people_pages(frame: Frame, viewer: Viewer) -> Iterator[Page]:
    """The register by name and by place, and a page for each person in it."""
    people = sorted(viewer.people.values(), key=_by_name)
    for here, by, groups in (
        ("people/index.html", "name", _by_script(people, viewer.wording)),
        ("people/places.html", "place", _by_place(people, viewer.wording)),
    ):
        yield here, frame.render("people", here, by=by, groups=groups)
    for person in people:
        yield person.page, frame.render("person", person.page, person=person)


def _by_name(person: PersonView) -> tuple[str, str]:
    return (fold(person.name), person.id)


def _by_script(people: list[PersonView], wording: Wording) -> list[dict[str, object]]:
    def script(person: PersonView) -> str:
        found = script_of(person.name)
        return found if found in SCRIPTS else "other"

    groups: list[dict[str, object]] = []
    for each in (*SCRIPTS, "other"):
        members = [person for person in people if script(person) == each]
        if members:
            title = wording.say("site", f"script_{each}")
            groups.append({"title": title, "letters": _letters(members, lambda p: fold(p.name)[:1].upper())})
    return groups


def _by_place(people: list[PersonView], wording: Wording) -> list[dict[str, object]]:
    unknown = wording.say("site", "place_unknown")
    places: dict[str, list[PersonView]] = defaultdict(list)
    for person in people:
        places[person.home or ""].append(person)
    ordered = sorted(places, key=lambda place: (not place, fold(place), place))
    return [{"title": place or unknown, "letters": [("", places[place])]} for place in ordered]


def _letters(
    people: list[PersonView], letter: Callable[[PersonView], str]
) -> list[tuple[str, list[PersonView]]]:
    return [(first, list(members)) for first, members in groupby(people, letter)]
