"""Blocking: which pairs are worth comparing at all, by named rules with a budget each.

A pair is a candidate if both records share a key of one rule. A block that many records share (a
common name) is never compared all against all: it is split by the rules that follow in the table,
and reported with the number of records that were then compared with nobody of their block.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, product

from tollbook.link.forms import Form, Window
from tollbook.link.given_names import slips_of
from tollbook.model.findings import Finding, Severity

__all__ = ["BLOCKING_RULES", "BlockingRule", "Candidates", "candidates_among"]

LONGEST_WINDOW_YEARS = 4
TELLING_CONSONANTS = 2
LONG_ENOUGH_TO_MISSPELL = 5


@dataclass(frozen=True, slots=True)
class BlockingRule:
    """Records that share all these keys are compared.

    Attributes:
        name: Stands in the findings.
        keys: Names of ``KEYS``; a record without one of them is in no block of the rule.
        budget: The most records that one block may compare all against all.
    """

    name: str
    keys: tuple[str, ...]
    budget: int


BLOCKING_RULES: tuple[BlockingRule, ...] = (
    BlockingRule("family and given name", ("family", "given"), 150),
    BlockingRule("family name and initial", ("family", "initial"), 60),
    BlockingRule("family name and birth year", ("family", "birth year"), 60),
    BlockingRule("family name and month of death", ("family", "death month"), 60),
    BlockingRule("family name and place", ("family", "place"), 60),
    BlockingRule("misspelt family name and given name", ("misspelt family", "given"), 40),
    BlockingRule("given name and birthday", ("given", "birthday"), 40),
    BlockingRule("given name, day of death and region", ("given", "death day", "region"), 40),
    BlockingRule("given name, place and month of death", ("given", "place", "death month"), 40),
    BlockingRule("names exchanged", ("both names",), 40),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Candidates:
    """Pairs of positions, the smaller first, and the rules that made blocks over their budget."""

    pairs: tuple[tuple[int, int], ...]
    findings: tuple[Finding, ...]


def candidates_among(forms: Sequence[Form], rules: Sequence[BlockingRule] = BLOCKING_RULES) -> Candidates:
    """The pairs that the rules propose, each once, in order."""
    pairs: set[tuple[int, int]] = set()
    too_big: dict[str, list[list[int]]] = {}
    keyed = [{name: tuple(key(form)) for name, key in KEYS.items()} for form in forms]
    for at, rule in enumerate(rules):
        for block in _blocks(range(len(forms)), rule, keyed):
            if len(block) <= rule.budget:
                pairs.update(combinations(block, 2))
            else:
                pairs |= _split(block, rules[at + 1 :], keyed)
                too_big.setdefault(rule.name, []).append(block)
    findings = (_over_budget(rule, too_big[rule.name], pairs) for rule in rules if rule.name in too_big)
    return Candidates(tuple(sorted(pairs)), tuple(findings))


Keyed = Sequence[Mapping[str, tuple[str, ...]]]


def _blocks(members: Iterable[int], rule: BlockingRule, keyed: Keyed) -> list[list[int]]:
    """The blocks of two and more records that a rule makes of the members."""
    blocks: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for member in members:
        for key in product(*(keyed[member][name] for name in rule.keys)):
            blocks[key].append(member)
    return [block for block in blocks.values() if len(block) > 1]


def _split(members: Sequence[int], rules: Sequence[BlockingRule], keyed: Keyed) -> set[tuple[int, int]]:
    """The pairs of a block over budget that a later rule proposes too, each rule within its budget."""
    return {
        pair
        for rule in rules
        for block in _blocks(members, rule, keyed)
        if len(block) <= rule.budget
        for pair in combinations(block, 2)
    }


def _over_budget(rule: BlockingRule, blocks: Sequence[Sequence[int]], pairs: set[tuple[int, int]]) -> Finding:
    """One finding for all blocks of a rule that were too big, with the records this left alone."""
    partners: dict[int, set[int]] = defaultdict(set)
    for one, other in pairs:
        partners[one].add(other)
        partners[other].add(one)
    biggest = max(len(block) for block in blocks)
    alone = {member for block in map(set, blocks) for member in block if partners[member].isdisjoint(block)}
    return Finding(
        code="block-over-budget",
        severity=Severity.NOTE,
        subject=rule.name,
        message=f"{len(blocks)} blocks hold more than {rule.budget} records, the biggest {biggest}; they "
        f"were compared only where another rule agrees, {len(alone)} records with none of their block",
    )


def _family(form: Form) -> tuple[str, ...]:
    family = form.name.family
    if family is None or not family.key:
        return ()
    return (family.bones if len(family.bones) >= TELLING_CONSONANTS else family.key,)


def _misspelt_family(form: Form) -> Iterable[str]:
    family = form.name.family
    if family is None or len(family.key) < LONG_ENOUGH_TO_MISSPELL:
        return ()
    return sorted(slips_of(family.stem) | slips_of(family.key))


def _given(form: Form) -> Iterable[str]:
    return sorted(form.name.given_name.ids) if form.name.given_name else ()


def _initial(form: Form) -> Iterable[str]:
    if form.name.given_name:
        return sorted(form.name.given_name.initials)
    return (form.name.given.key[:1].lower(),) if form.name.given else ("",)


def _both_names(form: Form) -> tuple[str, ...]:
    names = [word.bones for word in (form.name.family, form.name.given) if word and not word.is_initial]
    return (" ".join(sorted(names)),) if len(names) > 1 else ()


def _years(window: Window | None) -> tuple[str, ...]:
    if window is None or window.last.year - window.first.year > LONGEST_WINDOW_YEARS:
        return ()
    return tuple(str(year) for year in range(window.first.year, window.last.year + 1))


def _month(window: Window | None) -> tuple[str, ...]:
    """The month, where the window lies in one."""
    if window is None:
        return ()
    months = {f"{day:%Y-%m}" for day in (window.first, window.last)}
    return tuple(months) if len(months) == 1 else ()


def _day(window: Window | None) -> tuple[str, ...]:
    return (window.day.isoformat(),) if window and window.day else ()


KEYS: dict[str, Callable[[Form], Iterable[str]]] = {
    "family": _family,
    "misspelt family": _misspelt_family,
    "given": _given,
    "initial": _initial,
    "both names": _both_names,
    "birth year": lambda form: _years(form.birth),
    "birthday": lambda form: _day(form.birth),
    "death month": lambda form: _month(form.death),
    "death day": lambda form: _day(form.death),
    "place": lambda form: (form.place.bones,) if form.place else (),
    "region": lambda form: (form.region.bones,) if form.region else (),
}
