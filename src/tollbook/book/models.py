"""The tables of the book. Rows are appended and never changed; the database enforces it too.

What is asked for often has a column; the whole record stands beside it as JSON, so that it
comes back exactly as it went in. Spans stay inside that JSON: they are never asked for
without their claim, and so one hash covers the statement together with its evidence.

A later version may add tables (with their guards, see ``triggers``), and columns that allow
NULL. It must never rename, drop or fill a column: the hash chain is made of what stands in
the columns (see ``chain``), and a table made anew loses its guards.
"""

from typing import Any, NoReturn

from django.db import models

from tollbook.errors import AppendOnlyError

__all__ = [
    "CHAINED",
    "CaptureRow",
    "ChainLink",
    "ClaimRow",
    "DocumentRow",
    "EditionRow",
    "FindingRow",
    "JudgementRow",
    "LinkRunRow",
    "PersonRow",
    "ReadingRow",
    "Row",
    "StudyRow",
    "SupersessionRow",
]


def _refuse(*_: object, **__: object) -> NoReturn:
    raise AppendOnlyError("the book is append-only: rows are added by Book's own methods, never changed")


class AppendOnlyRows(models.QuerySet):  # type: ignore[misc]  # Django publishes no types
    """Rows that can be read. The one way to add some is ``writing.Page``, which chains them."""

    update = delete = bulk_update = update_or_create = get_or_create = create = _refuse


class Row(models.Model):  # type: ignore[misc]  # Django publishes no types
    """A row of the book: cannot be saved over or deleted."""

    recorded_at = models.DateTimeField()
    objects = AppendOnlyRows.as_manager()

    save = delete = _refuse

    class Meta:
        """No table of its own."""

        abstract = True

    def __str__(self) -> str:
        return f"{self.table()} row {self.pk}"

    @classmethod
    def table(cls) -> str:
        """The table's name in the database."""
        return str(cls._meta.db_table)

    @classmethod
    def columns(cls) -> tuple[str, ...]:
        """The table's columns, sorted, the primary key among them."""
        return tuple(sorted(field.column for field in cls._meta.concrete_fields))

    @classmethod
    def key(cls) -> str:
        """The name of the column that numbers the rows."""
        return str(cls._meta.pk.column)


def _text(**options: object) -> Any:  # noqa: ANN401 - Django's fields have no types
    return models.TextField(**options)


def _stated() -> Any:  # noqa: ANN401 - Django's fields have no types
    return models.TextField(null=True)


def _parent(model: type[Row]) -> Any:  # noqa: ANN401 - Django's fields have no types
    return models.ForeignKey(model, models.PROTECT, related_name="+")


class CaptureRow(Row):
    """An archived original; its bytes lie in the vault under their hash."""

    sha256 = _text(unique=True)
    media_type = _text()
    size = models.BigIntegerField()
    locator = _text()
    retrieved_at = models.DateTimeField()

    class Meta:
        """Named as the house names it."""

        db_table = "capture"


class DocumentRow(Row):
    """One version of a document: the text as opened from one capture."""

    capture = _parent(CaptureRow)
    document_id = _text(db_index=True)
    title = _stated()
    url = _stated()
    published = _stated()
    language = _text()
    publisher = _stated()
    locator = _text()
    body = _text()
    record = _text()  # all but the body, which it would only repeat

    class Meta:
        """Named as the house names it."""

        db_table = "document"


class ReadingRow(Row):
    """One reading of one document version by one version of the readers."""

    opened = _parent(DocumentRow)
    document_id = _text()
    capture_sha256 = _text()
    reading_version = _text()
    readers = _text()
    findings = _text()

    class Meta:
        """Named as the house names it."""

        db_table = "reading"


class ClaimRow(Row):
    """A claim as read, once for each reading that found it."""

    reading = _parent(ReadingRow)
    document_id = _text(db_index=True)
    capture_sha256 = _text()
    claim_id = _text(db_index=True)
    claimant = _stated()
    relayed_by = _stated()
    party = _stated()
    group = _text()
    subgroup = _stated()
    measure = _text()
    low = models.FloatField(null=True)
    high = models.FloatField(null=True)
    qualifier = _text()
    mode = _text()
    standing = _text()
    as_of = _stated()
    record = _text()

    class Meta:
        """Named as the house names it."""

        db_table = "claim"


class PersonRow(Row):
    """A person record as read, once for each reading that found it."""

    reading = _parent(ReadingRow)
    document_id = _text(db_index=True)
    capture_sha256 = _text()
    person_id = _text(db_index=True)
    name = _text()
    family = _stated()
    party = _stated()
    fate = _text()
    channel = _stated()
    died = _stated()
    record = _text()

    class Meta:
        """Named as the house names it."""

        db_table = "person"


class SupersessionRow(Row):
    """A row of ``claim`` or ``person`` no longer holds; another may follow it."""

    what = _text()
    old_row = models.BigIntegerField()
    new_row = models.BigIntegerField(null=True)
    because = _text()

    class Meta:
        """A row is superseded once."""

        db_table = "supersession"
        constraints = (models.UniqueConstraint(fields=("what", "old_row"), name="superseded_once"),)


class FindingRow(Row):
    """Something handed in that could not be taken, and why."""

    code = _text()
    severity = _text()
    subject = _text()
    message = _text()
    place = _text()

    class Meta:
        """Named as the house names it."""

        db_table = "finding"


class LinkRunRow(Row):
    """What the machine suggested: one proposal for all records."""

    inputs_sha256 = _text()
    method = _text()
    threshold = models.FloatField()
    record = _text()

    class Meta:
        """Named as the house names it."""

        db_table = "link_run"


class JudgementRow(Row):
    """What a person decided about a pair of records."""

    left = _text(db_index=True)
    right = _text(db_index=True)
    verdict = _text()
    judged_by = _text()
    record = _text()

    class Meta:
        """Named as the house names it."""

        db_table = "judgement"


class StudyRow(Row):
    """An estimate run, with the vintage of its data and of its code."""

    subject = _text(db_index=True)
    inputs_sha256 = _text()
    code_version = _text()
    seed = models.BigIntegerField(null=True)
    record = _text()

    class Meta:
        """Named as the house names it."""

        db_table = "study"


class EditionRow(Row):
    """An edition that went out."""

    edition_id = _text(unique=True)
    data_sha256 = _text()
    as_known = models.DateField()

    class Meta:
        """Named as the house names it."""

        db_table = "edition"


class ChainLink(Row):
    """One link for every row of every other table, in the order they were appended."""

    sequence = models.BigAutoField(primary_key=True)
    table_name = _text()
    row_id = models.BigIntegerField()
    row_sha256 = _text()
    previous_sha256 = _text()
    own_sha256 = _text()

    class Meta:
        """A row has one link."""

        db_table = "chain_link"
        constraints = (models.UniqueConstraint(fields=("table_name", "row_id"), name="linked_once"),)


CHAINED: tuple[type[Row], ...] = (
    CaptureRow, DocumentRow, ReadingRow, ClaimRow, PersonRow, SupersessionRow,
    FindingRow, LinkRunRow, JudgementRow, StudyRow, EditionRow,
)  # fmt: skip
