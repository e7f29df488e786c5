"""Checking an edition: every rule of the table, each breach a finding."""

from collections.abc import Collection, Mapping

from tollbook.check.evidence import Evidence
from tollbook.check.rules import RULES
from tollbook.model.editions import Edition
from tollbook.model.findings import Finding

__all__ = ["check_edition"]


def check_edition(
    edition: Edition,
    *,
    withheld: Collection[str] = (),
    bodies: Mapping[str, str] | None = None,
    confirmed_by_people: Collection[str] = (),
) -> tuple[Finding, ...]:
    """What keeps an edition from going out, or what a person must look at first.

    Args:
        edition: About to be frozen or published.
        withheld: What redaction took away; none of it may occur anywhere in the edition.
        bodies: Document bodies by document id; quotations are compared with those at hand.
            Quotations that redaction has cut no longer stand there word for word: leave the
            bodies out then, and check the uncut claims with ``check_claims``.
        confirmed_by_people: Ids of the entries that two people confirmed. An edition holds no
            judgement, so any other confirmed entry counts as confirmed by the machine.

    Returns:
        Findings in the order of the rules; a blocking one must stop publication.
    """
    evidence = Evidence(edition, withheld, bodies or {}, confirmed_by_people)
    return tuple(
        Finding(rule.code, rule.severity, breach.subject, breach.told, breach.place)
        for rule in RULES
        for breach in rule.breaches(evidence)
    )
