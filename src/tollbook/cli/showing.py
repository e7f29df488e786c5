"""``toll claims`` and ``toll people``: what was said, side by side; who is known, by name."""

from itertools import groupby
from pathlib import Path
from typing import Annotated

import typer

from tollbook.cli.lines import claim_line
from tollbook.cli.options import AsJson, AsJsonLines, AsKnown, ProjectFolder, day_or_none
from tollbook.cli.output import note, say, say_json, say_table
from tollbook.model.claims import Claim
from tollbook.model.comparisons import Comparability, Comparison
from tollbook.model.measures import Group
from tollbook.model.people import Entry
from tollbook.pipeline import Ledger, LedgerRow, open_workspace, register_entries, side_by_side
from tollbook.plain import to_plain
from tollbook.publish import count_text, told_reasons, wording_in

__all__ = ["add_commands"]

MOST_PAIRS = 12
ENGLISH = wording_in("en")


def claims(
    project: ProjectFolder = Path(),
    party: Annotated[str | None, typer.Option(help="Only losses of this side.")] = None,
    measure: Annotated[str | None, typer.Option(help="Only this measure, as killed or tanks.")] = None,
    everything: Annotated[bool, typer.Option("--all", help="Every claim, not only leading ones.")] = False,
    as_known: AsKnown = None,
    json: AsJson = False,
    jsonl: AsJsonLines = False,
) -> None:
    """Shows rival figures side by side, and which of them can be compared at all."""
    workspace = open_workspace(project)
    ledger = side_by_side(
        workspace, day_or_none(as_known), party=party, measure=measure, everything=everything
    )
    if json:
        say_json({"claims": [_line(row) for row in ledger.rows], "comparisons": ledger.comparisons})
    elif jsonl:
        for row in ledger.rows:
            say_json(_line(row))
    else:
        _tell(ledger)


def _line(row: LedgerRow) -> dict[str, object]:
    more = {"interest": row.interest.value, "recorded_at": row.recorded_at.isoformat()}
    return claim_line(row.claim, row.document) | more | {"document_id": row.document.id}


def _tell(ledger: Ledger) -> None:
    """Figures under what they count: only figures under one heading may be rivals at all."""
    if not ledger.rows:
        note("no claim is recorded that fits")
        return
    number = {row.claim.id: n for n, row in enumerate(ledger.rows, 1)}
    for heading, rows in groupby(ledger.rows, key=_counted):
        say(f"\n{heading}")
        for row in rows:
            _tell_row(number[row.claim.id], row)
    _tell_pairs([p for p in ledger.comparisons if p.left in number and p.right in number], number)


def _counted(row: LedgerRow) -> str:
    claim = row.claim
    counted = ENGLISH.word("measures", claim.measure.value)
    group = "" if claim.group is Group.EQUIPMENT else f" ({ENGLISH.word('groups', claim.group.value)})"
    return f"{claim.party or 'Side not stated'}: {counted}{group}"


def _tell_row(number: int, row: LedgerRow) -> None:
    claim = row.claim
    as_of = f"as of {claim.as_of}" if claim.as_of else "day not stated"
    mode = ENGLISH.word("modes", claim.mode.value).lower()
    say(f"{number:4}  {count_text(claim.count, ENGLISH)}, {mode}, {as_of}")
    say(f"      {_speaker(claim)} ({ENGLISH.word('interests', row.interest.value).lower()})")
    say(f"      “{claim.words}” in “{row.document.title or row.document.stem}”")


def _speaker(claim: Claim) -> str:
    relayed = f", relayed by {claim.relayed_by}" if claim.relayed_by else ""
    return (claim.claimant or "nobody named") + relayed


def _tell_pairs(pairs: list[Comparison], number: dict[str, int]) -> None:
    titles = {
        Comparability.SAME: "Count the same thing",
        Comparability.CONVERTIBLE: "Can be compared with care",
        Comparability.DIFFERENT: "Cannot be compared",
    }
    for verdict, title in titles.items():
        chosen = [pair for pair in pairs if pair.verdict is verdict]
        if not chosen:
            continue
        say(f"\n{title}:")
        for pair in chosen[:MOST_PAIRS]:
            say(f"  no. {number[pair.left]} and no. {number[pair.right]}: {_why(pair)}")
        if len(chosen) > MOST_PAIRS:
            say(f"  ... and {len(chosen) - MOST_PAIRS} more pairs (toll claims --json has all)")


def _why(pair: Comparison) -> str:
    return "; ".join(told_reasons(pair, ENGLISH)) or "nothing sets them apart"


def people(
    project: ProjectFolder = Path(),
    party: Annotated[str | None, typer.Option(help="Only people of this side.")] = None,
    as_known: AsKnown = None,
    jsonl: AsJsonLines = False,
) -> None:
    """Lists the named dead, missing and captured, with how well each entry is supported."""
    entries = register_entries(open_workspace(project), day_or_none(as_known))
    chosen = [entry for entry in entries if party is None or entry.party == party]
    if jsonl:
        for entry in chosen:
            say_json({"type": "entry", **to_plain(entry)})
        return
    columns = ("name", "side", "fate", "died", "age", "home", "records", "supported")
    say_table("The register (for the team: not redacted)", columns, map(_person, chosen))
    say(f"{len(chosen)} entries from {sum(len(entry.record_ids) for entry in chosen)} records")


def _person(entry: Entry) -> tuple[object, ...]:
    return (
        entry.name.full,
        entry.party,
        entry.fate.value,
        entry.died,
        entry.age,
        entry.home,
        len(entry.record_ids),
        entry.confirmation.value,
    )


def add_commands(app: typer.Typer) -> None:
    """The commands of this file stand in the app."""
    app.command()(claims)
    app.command()(people)
