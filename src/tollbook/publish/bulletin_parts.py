"""The parts of a bulletin after the claims: the named dead, changes, comparisons, how to cite.

Each part returns the runs of its paragraphs, in order. A part with nothing to tell says so:
a gap is told, and never shown as zero.
"""

from collections.abc import Iterator, Sequence

from tollbook.model.comparisons import Comparability, Comparison
from tollbook.model.editions import Edition
from tollbook.model.people import Fate
from tollbook.model.queries import Query
from tollbook.publish.attribution import Attribution, short_figure
from tollbook.publish.changed import changed_figures
from tollbook.publish.figures import Binder, Run, words
from tollbook.publish.reasons import told_reasons

__all__ = [
    "DEAD", "changes_part", "citation_part", "comparisons_part", "counted", "dead_of", "edition_figure",
    "named_key_point", "named_part",
]  # fmt: skip

DEAD = ("fate", Fate.DEAD.value)
CHANGES = (
    ("claim", "claims"),
    ("entry", "register_lines"),
)
PAIRS_TOLD = 5


def counted(binder: Binder, query: Query, noun: str) -> dict[str, Run]:
    """The slots ``count`` and the noun in the form that goes with it."""
    return {"count": binder.figure(query), "noun": words(binder.wording.plural(noun, binder.count_of(query)))}


def edition_figure(take: str) -> Query:
    """The stored question for a field of the edition itself."""
    return Query("edition", (), take)


def named_part(binder: Binder) -> Iterator[Run]:
    """How many are named as dead, on which side, how well supported; always with what it is not."""
    entries = binder.edition.entries
    if not any(entry.fate is Fate.DEAD for entry in entries):
        yield binder.fill("key_named_none")
        return
    for party in dead_parties(binder.edition):
        yield _named_of(binder, party, "named", "named_no_party")
    yield _by_confirmation(binder)
    if any(entry.fate in {Fate.MISSING, Fate.CAPTURED} for entry in entries):
        yield from _still_missing(binder)
    yield binder.fill("named_minimum")


def dead_parties(edition: Edition) -> tuple[str, ...]:
    """The sides of the named dead, in order; the empty name last, for those whose side is not stated."""
    parties = {entry.party or "" for entry in edition.entries if entry.fate is Fate.DEAD}
    return tuple(sorted(parties, key=lambda party: (not party, party)))


def named_key_point(binder: Binder) -> Run:
    """How many are named as dead on each side; sides are never added up."""
    sides = [
        _named_of(binder, party, "key_named_side", "key_named_no_side")
        for party in dead_parties(binder.edition)
    ]
    if not sides:
        return binder.fill("key_named_none")
    listed = (run if not place else (*words("; "), *run) for place, run in enumerate(sides))
    return binder.fill("key_named", sides=tuple(segment for run in listed for segment in run))


def dead_of(party: str | None) -> Query:
    """The stored question: how many of a side are named as dead."""
    return Query("entries", (DEAD, ("party", party or "None")))


def _named_of(binder: Binder, party: str, key: str, key_without: str) -> Run:
    slots = counted(binder, dead_of(party), "entries")
    if not party:
        return binder.fill(key_without, count=slots["count"], people=slots["noun"])
    example = next(entry for entry in binder.edition.entries if entry.party == party)
    name = binder.name(Query("entries", (("id", example.id),), "party"))
    return binder.fill(key, count=slots["count"], people=slots["noun"], party=name)


def _by_confirmation(binder: Binder) -> Run:
    kinds = ("reported", "corroborated", "confirmed", "contested")
    slots = {kind: binder.figure(Query("entries", (DEAD, ("confirmation", kind)))) for kind in kinds}
    return binder.fill("named_by_confirmation", **slots)


def _still_missing(binder: Binder) -> Iterator[Run]:
    for fate in (Fate.MISSING, Fate.CAPTURED):
        query = Query("entries", (("fate", fate.value),))
        if binder.count_of(query):
            slots = counted(binder, query, "entries")
            yield binder.fill(f"named_{fate.value}", count=slots["count"], people=slots["noun"])


def changes_part(binder: Binder) -> Iterator[Run]:
    """What came, was superseded or was withdrawn since the edition before."""
    if binder.edition.previous is None:
        yield binder.fill("changed_none_before")
        return
    previous = binder.name(edition_figure("previous"))
    if not binder.edition.changes:
        yield binder.fill("changed_nothing", previous=previous)
        return
    yield binder.fill("changed_intro", previous=previous)
    yield from changed_figures(binder)
    for what, noun in CHANGES:
        for kind in ("added", "superseded", "withdrawn"):
            query = Query("changes", (("kind", kind), ("what", what)))
            if binder.count_of(query):
                slots = counted(binder, query, noun)
                yield binder.fill(f"changed_{what}_{kind}", count=slots["count"], lines=slots["noun"])


def comparisons_part(binder: Binder, leading: Sequence[str]) -> Iterator[Run]:
    """The pairs that must not be set against each other, with the reasons; the leading claims' first.

    Args:
        binder: The edition and its wording.
        leading: Claim ids in the order in which the bulletin told them.
    """
    different = [c for c in binder.edition.comparisons if c.verdict is Comparability.DIFFERENT]
    if not different:
        yield binder.fill("compare_none")
        return
    yield binder.fill("compare_intro")
    place = {claim_id: number for number, claim_id in enumerate(leading)}
    end = len(place)
    different.sort(
        key=lambda c: (*sorted((place.get(c.left, end), place.get(c.right, end))), c.left, c.right)
    )
    for comparison in different[:PAIRS_TOLD]:
        yield from _pair(binder, comparison)
    if len(different) > PAIRS_TOLD:
        query = Query("comparisons", (("verdict", Comparability.DIFFERENT.value),))
        yield binder.fill("compare_more", count=binder.figure(query))


def _pair(binder: Binder, comparison: Comparison) -> Iterator[Run]:
    rows = {row.claim.id: row for row in binder.edition.claims}
    if comparison.left not in rows or comparison.right not in rows:
        return  # the check column reports a comparison without its claims; prose cannot tell it
    left, right = (
        short_figure(Attribution(binder, rows[side])) for side in (comparison.left, comparison.right)
    )
    reasons = "; ".join(told_reasons(comparison, binder.wording))
    yield binder.fill("compare_pair", left=left, right=right, reasons=reasons)


def citation_part(binder: Binder) -> Iterator[Run]:
    """How to name this edition."""
    yield binder.fill(
        "cite",
        name=binder.name(edition_figure("name")),
        edition=binder.name(edition_figure("id")),
        day=binder.day(edition_figure("as_known")),
    )
