"""The rules an edition must meet, in one table that can be read aloud.

Each rule is a small function from the evidence to what breaks it. A rule says what it found
and where; the table says how grave that is.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from tollbook.check import confidentiality, inference, sameness, tracing
from tollbook.check.evidence import Breach, Evidence
from tollbook.model.findings import Severity

__all__ = ["RULES", "Rule"]


@dataclass(frozen=True, slots=True)
class Rule:
    """One thing that must hold of an edition.

    Attributes:
        code: The code of its findings.
        severity: What a breach stops.
        holds: What must hold, in one sentence.
        breaches: Finds what breaks it.
    """

    code: str
    severity: Severity
    holds: str
    breaches: Callable[[Evidence], Iterator[Breach]]


STOP, WARN = Severity.BLOCKING, Severity.WARNING

RULES: tuple[Rule, ...] = (
    Rule("untraceable-claim", STOP, "Every claim cites a document of the edition.", tracing.claims),
    Rule("quote-differs", STOP, "Every quotation stands in its document, word for word.", tracing.quotes),
    Rule("untraceable-entry", STOP, "Every entry cites documents of the edition.", tracing.entries),
    Rule("untraceable-comparison", STOP, "What is compared is in the edition.", tracing.comparisons),
    Rule("id-used-twice", STOP, "No two rows share an id.", tracing.ids),
    Rule("day-after-publication", WARN, "No figure is of a later day than its document.", tracing.days),
    Rule("unequal-called-same", STOP, "Only one quantity is called the same.", sameness.called_same),
    Rule("mixed-family", STOP, "A family counts one measure of one party.", sameness.families),
    Rule("killed-for-losses", STOP, "Where the words say losses, the measure is not killed.", sameness.words),
    Rule(
        "confirmed-by-machine", STOP, "Confirmed entries were confirmed by people.", confidentiality.confirmed
    ),
    Rule("alive-in-register", STOP, "Nobody alive stands in the register.", confidentiality.alive),
    Rule("withheld-shown", STOP, "Nothing withheld occurs in the edition.", confidentiality.withheld),
    Rule("bare-estimate", STOP, "Estimates say of what, how and on what assumption.", inference.estimates),
    Rule(
        "bare-interval",
        STOP,
        "Intervals come with kind and level; points with intervals.",
        inference.intervals,
    ),
    Rule("below-documented", STOP, "No estimate lies below what was counted.", inference.floors),
)
