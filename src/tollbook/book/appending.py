"""What goes into the book: originals, runs, judgements, studies, editions and refusals.

Recording the same thing twice adds nothing, so a run that was cut short can simply be run
again. Readings, which supersede, have a file of their own.
"""

from collections.abc import Sequence
from datetime import date, datetime

from tollbook import __version__
from tollbook.book.models import CaptureRow, EditionRow, FindingRow, JudgementRow, LinkRunRow, StudyRow
from tollbook.book.vault import Vault
from tollbook.book.writing import writing
from tollbook.errors import AppendOnlyError
from tollbook.model.documents import Original
from tollbook.model.estimates import OverlapStudy
from tollbook.model.findings import Finding
from tollbook.model.links import Judgement, LinkRun
from tollbook.plain import to_json

__all__ = [
    "add_edition",
    "add_judgement",
    "add_link_run",
    "add_original",
    "add_refusals",
    "add_study",
]


def add_original(alias: str, vault: Vault, original: Original, at: datetime) -> str:
    """The hash of the original, now in the vault and in the book."""
    with writing(alias, at) as page:
        sha256 = vault.keep(original.content)
        if not CaptureRow.objects.using(alias).filter(sha256=sha256).exists():
            row = CaptureRow(
                sha256=sha256,
                media_type=original.media_type,
                size=len(original.content),
                locator=original.locator,
                retrieved_at=original.retrieved_at,
            )
            page.add([row])
    return sha256


def add_refusals(alias: str, findings: Sequence[Finding], at: datetime) -> int:
    """How many of the findings the book did not know yet; it does now."""
    with writing(alias, at) as page:
        known = FindingRow.objects.using(alias)
        fields = [{**_finding_fields(finding)} for finding in dict.fromkeys(findings)]
        rows = [FindingRow(**stated) for stated in fields if not known.filter(**stated).exists()]
        page.add(rows)
    return len(rows)


def _finding_fields(finding: Finding) -> dict[str, str]:
    return {
        "code": finding.code,
        "severity": finding.severity.value,
        "subject": finding.subject,
        "message": finding.message,
        "place": finding.place,
    }


def add_link_run(alias: str, run: LinkRun, inputs_sha256: str, at: datetime) -> bool:
    """Whether the run differs from the newest one; if so it is the newest now."""
    stated = {"inputs_sha256": inputs_sha256, "record": to_json(run)}
    with writing(alias, at) as page:
        newest = LinkRunRow.objects.using(alias).order_by("-id").values(*stated).first()
        if is_new := bool(newest != stated):
            page.add([LinkRunRow(method=run.method, threshold=run.threshold, **stated)])
    return is_new


def add_judgement(alias: str, judgement: Judgement, at: datetime) -> bool:
    """Whether the judgement was not in the book yet; it is now."""
    record = to_json(judgement)
    with writing(alias, at) as page:
        if is_new := not JudgementRow.objects.using(alias).filter(record=record).exists():
            row = JudgementRow(
                left=judgement.left,
                right=judgement.right,
                verdict=judgement.verdict.value,
                judged_by=judgement.judged_by,
                record=record,
            )
            page.add([row])
    return is_new


def add_study(
    alias: str, subject: str, study: OverlapStudy, vintage: tuple[str, int | None], at: datetime
) -> bool:
    """Whether the study differs from the subject's newest one; if so it is the newest now.

    Args:
        alias: The open book.
        subject: The party or group it is about.
        study: The study.
        vintage: The hash of what went in, and the seed.
        at: Record time.
    """
    inputs_sha256, seed = vintage
    stated = {
        "inputs_sha256": inputs_sha256,
        "code_version": __version__,
        "seed": seed,
        "record": to_json(study),
    }
    with writing(alias, at) as page:
        newest = StudyRow.objects.using(alias).filter(subject=subject).order_by("-id").values(*stated).first()
        if is_new := bool(newest != stated):
            page.add([StudyRow(subject=subject, **stated)])
    return is_new


def add_edition(alias: str, edition_id: str, data_sha256: str, as_known: date, at: datetime) -> bool:
    """Whether the edition was not in the book yet; it is now.

    Raises:
        AppendOnlyError: Other data went out under this id before.
    """
    with writing(alias, at) as page:
        out = (
            EditionRow.objects.using(alias)
            .filter(edition_id=edition_id)
            .values_list("data_sha256", flat=True)
        )
        before = out.first()
        if before not in {None, data_sha256}:
            raise AppendOnlyError(
                f"edition {edition_id} went out with data {before}; it cannot become {data_sha256}"
            )
        if before is None:
            page.add([EditionRow(edition_id=edition_id, data_sha256=data_sha256, as_known=as_known)])
    return before is None
