"""Append-only holds for whoever writes: through the models, or straight into the file."""

import sqlite3
from contextlib import closing

import pytest
from django.apps import apps

from tollbook.book.models import CHAINED, ChainLink
from tollbook.errors import AppendOnlyError

TABLES = sorted(model.table() for model in (*CHAINED, ChainLink))


pytestmark = pytest.mark.usefixtures("full_book")


@pytest.fixture
def raw(tmp_path):
    """The file as a stranger opens it."""
    with closing(sqlite3.connect(tmp_path / "book.sqlite3", isolation_level=None)) as connection:
        yield connection


def columns(raw, table):
    return [name for _, name, *_ in raw.execute(f'PRAGMA table_info("{table}")')]


def rows(raw, table):
    return raw.execute(f'SELECT * FROM "{table}"').fetchall()  # noqa: S608 - our own names


def test_every_table_is_guarded_and_tried():
    """No model of the app is left out of the chain, and so of these tests."""
    assert sorted(model.table() for model in apps.get_app_config("book").get_models()) == TABLES


@pytest.mark.parametrize("table", TABLES)
def test_raw_sql_cannot_change_a_row(raw, table):
    """UPDATE, DELETE, REPLACE and upsert are refused on every table, and change nothing."""
    before = rows(raw, table)
    assert before
    names = columns(raw, table)
    key = "sequence" if table == "chain_link" else "id"
    every = ", ".join(f'"{name}"' for name in names)
    same = f'INTO "{table}" ({every}) SELECT {every} FROM "{table}" WHERE true'  # noqa: S608 - our own names
    for statement in (
        f"UPDATE \"{table}\" SET recorded_at = '2000-01-01'",  # noqa: S608 - our own names
        f"UPDATE OR REPLACE \"{table}\" SET recorded_at = '2000-01-01'",  # noqa: S608 - our own names
        f'DELETE FROM "{table}"',  # noqa: S608 - our own names
        f"REPLACE {same}",
        f"INSERT OR REPLACE {same}",
        f"INSERT {same} ON CONFLICT ({key}) DO UPDATE SET recorded_at = '2000-01-01'",
    ):
        with pytest.raises(sqlite3.IntegrityError, match="append-only"):
            raw.execute(statement)
    assert rows(raw, table) == before


@pytest.mark.parametrize(
    ("table", "key"),
    [
        ("capture", ("sha256",)),
        ("edition", ("edition_id",)),
        ("supersession", ("what", "old_row")),
        ("reading", ("document_id", "capture_sha256", "reading_version")),
        ("chain_link", ("table_name", "row_id")),
    ],
)
def test_a_row_cannot_be_pushed_out_by_another_of_its_key(raw, table, key):
    """REPLACE under a new number but a taken key is refused too."""
    number = "sequence" if table == "chain_link" else "id"
    others = [name for name in columns(raw, table) if name != number]
    taken = ", ".join(f'"{name}"' for name in others)
    assert set(key) <= set(others)
    with pytest.raises(sqlite3.IntegrityError, match="append-only"):
        raw.execute(f'REPLACE INTO "{table}" ({taken}) SELECT {taken} FROM "{table}" LIMIT 1')  # noqa: S608


@pytest.mark.parametrize("model", [*CHAINED, ChainLink], ids=lambda model: model.table())
def test_the_models_refuse_too(model):
    """Saving, deleting and updating raise before the database is asked."""
    row = model(pk=1)
    for forbidden in (
        row.save,
        row.delete,
        model.objects.all().delete,
        lambda: model.objects.update(recorded_at=None),
        lambda: model.objects.create(pk=1),
        lambda: model.objects.bulk_update([row], ["recorded_at"]),
    ):
        with pytest.raises(AppendOnlyError):
            forbidden()
