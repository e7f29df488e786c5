"""From here on no row of the book can be changed, deleted or replaced, by anybody."""

from django.db import migrations

from tollbook.book.triggers import guard_names, guards

# each table with every set of columns that is unique in it
TABLES = {
    "capture": [("id",), ("sha256",)],
    "document": [("id",)],
    "reading": [("id",), ("document_id", "capture_sha256", "reading_version")],
    "claim": [("id",)],
    "person": [("id",)],
    "supersession": [("id",), ("what", "old_row")],
    "finding": [("id",)],
    "link_run": [("id",)],
    "judgement": [("id",)],
    "study": [("id",)],
    "edition": [("id",), ("edition_id",)],
    "chain_link": [("sequence",), ("table_name", "row_id")],
}


class Migration(migrations.Migration):
    """Three triggers on each table."""

    dependencies = [("book", "0001_initial")]

    operations = [
        migrations.RunSQL(
            [(statement, None) for statement in guards(table, *keys)],
            [f'DROP TRIGGER "{name}"' for name in guard_names(table)],
        )
        for table, keys in TABLES.items()
    ]
