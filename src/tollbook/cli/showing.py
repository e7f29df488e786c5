"""``toll claims`` and ``toll people``: what was said, side by side; who is known, by name."""

from itertools import groupby
from pathlib import Path
from typing import Annotated

import typer

from tollbook.cli.lines import claim_line
from tollbook.cli.options import AsJson, AsJsonLines, AsKnown, ProjectFolder, day_or_none
from tollbook.cli.output import counted, note, say, say_indented, say_json, say_table
from tollbook.errors import InputError
from tollbook.model.claims import Claim
from tollbook.model.comparisons import Comparability, Comparison
from tollbook.model.measures import Group, Measure
from tollbook.model.people import Entry
from tollbook.pipeline import Ledger, LedgerRow, open_workspace, register_entries, side_by_side
from tollbook.plain import to_plain
from tollbook.publish import count_text, told_reasons, wording_in

__all__ = ["add_commands"]

MOST_PAIRS = 12
ENGLISH = wording_in("en")


def claims(
    project: ProjectFolder = Path(),
    party: Annotated[str | None, typer.Option(metavar="NAME", help="Only losses of this side.")] = None,
    measure: Annotated[
        str | None, typer.Option(metavar="CODE", help="Only this measure, as killed or tanks.")
    ] = None,
    everything: Annotated[bool, typer.Option("--all", help="Every claim, not only leading ones.")] = False,
    as_known: AsKnown = None,
    json: AsJson = False,
    jsonl: AsJsonLines = False,
) -> None:
    """Shows rival figures side by side, and what compares.

    Figures stand under what they count. Below them it says which count the same thing, which can
    be compared with care and which cannot be compared, and why.
    """
    if measure is not None and measure not in set(Measure):
        raise InputError(f"no such measure: {measure!r}; there are {', '.join(Measure)}", place="--measure")
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
    say_indented(f"{_speaker(claim)} ({ENGLISH.word('interests', row.interest.value).lower()})")
    say_indented(f"“{claim.words}” in “{row.document.title or row.document.stem}”")


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
            say_indented(f"no. {number[pair.left]} and no. {number[pair.right]}: {_why(pair)}", 2)
        if len(chosen) > MOST_PAIRS:
            say(f"  ... and {len(chosen) - MOST_PAIRS} more pairs (toll claims --json has all)")


def _why(pair: Comparison) -> str:
    return "; ".join(told_reasons(pair, ENGLISH)) or "nothing sets them apart"


def people(
    project: ProjectFolder = Path(),
    party: Annotated[str | None, typer.Option(metavar="NAME", help="Only people of this side.")] = None,
    as_known: AsKnown = None,
    json: AsJson = False,
    jsonl: AsJsonLines = False,
) -> None:
    """Lists the named dead, missing and captured.

    The list is for the team and not redacted. Each entry says how well it is supported.
    """
    entries = register_entries(open_workspace(project), day_or_none(as_known))
    chosen = [entry for entry in entries if party is None or entry.party == party]
    if json:
        say_json({"entries": [_entry_line(entry) for entry in chosen]})
    elif jsonl:
        for entry in chosen:
            say_json(_entry_line(entry))
    else:
        _tell_people(chosen)


def _entry_line(entry: Entry) -> dict[str, object]:
    return {"type": "entry", **to_plain(entry)}


def _tell_people(entries: list[Entry]) -> None:
    columns = ("name", "died", "age", "home", "records", "supported")
    for heading, rows in groupby(sorted(entries, key=_heading), key=_heading):
        say_table(heading, columns, map(_person, rows))
    records = sum(len(entry.record_ids) for entry in entries)
    entries_told = counted(len(entries), "entry", "entries")
    say(f"{entries_told} from {counted(records, 'record', 'records')}; for the team, not redacted")


def _heading(entry: Entry) -> str:
    return f"{entry.party or 'Side not stated'}: {entry.fate.value}"


def _person(entry: Entry) -> tuple[object, ...]:
    return (
        entry.name.full,
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
