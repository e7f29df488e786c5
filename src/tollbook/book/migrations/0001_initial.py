"""The tables of the first book."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    """Twelve tables, in the order in which they need each other."""

    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="CaptureRow",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("recorded_at", models.DateTimeField()),
                ("sha256", models.TextField(unique=True)),
                ("media_type", models.TextField()),
                ("size", models.BigIntegerField()),
                ("locator", models.TextField()),
                ("retrieved_at", models.DateTimeField()),
            ],
            options={
                "db_table": "capture",
            },
        ),
        migrations.CreateModel(
            name="EditionRow",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("recorded_at", models.DateTimeField()),
                ("edition_id", models.TextField(unique=True)),
                ("data_sha256", models.TextField()),
                ("as_known", models.DateField()),
            ],
            options={
                "db_table": "edition",
            },
        ),
        migrations.CreateModel(
            name="FindingRow",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("recorded_at", models.DateTimeField()),
                ("code", models.TextField()),
                ("severity", models.TextField()),
                ("subject", models.TextField()),
                ("message", models.TextField()),
                ("place", models.TextField()),
            ],
            options={
                "db_table": "finding",
            },
        ),
        migrations.CreateModel(
            name="JudgementRow",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("recorded_at", models.DateTimeField()),
                ("left", models.TextField(db_index=True)),
                ("right", models.TextField(db_index=True)),
                ("verdict", models.TextField()),
                ("judged_by", models.TextField()),
                ("record", models.TextField()),
            ],
            options={
                "db_table": "judgement",
            },
        ),
        migrations.CreateModel(
            name="LinkRunRow",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("recorded_at", models.DateTimeField()),
                ("inputs_sha256", models.TextField()),
                ("method", models.TextField()),
                ("threshold", models.FloatField()),
                ("record", models.TextField()),
            ],
            options={
                "db_table": "link_run",
            },
        ),
        migrations.CreateModel(
            name="StudyRow",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("recorded_at", models.DateTimeField()),
                ("subject", models.TextField(db_index=True)),
                ("inputs_sha256", models.TextField()),
                ("code_version", models.TextField()),
                ("seed", models.BigIntegerField(null=True)),
                ("record", models.TextField()),
            ],
            options={
                "db_table": "study",
            },
        ),
        migrations.CreateModel(
            name="ChainLink",
            fields=[
                ("recorded_at", models.DateTimeField()),
                ("sequence", models.BigAutoField(primary_key=True, serialize=False)),
                ("table_name", models.TextField()),
                ("row_id", models.BigIntegerField()),
                ("row_sha256", models.TextField()),
                ("previous_sha256", models.TextField()),
                ("own_sha256", models.TextField()),
            ],
            options={
                "db_table": "chain_link",
                "constraints": [models.UniqueConstraint(fields=("table_name", "row_id"), name="linked_once")],
            },
        ),
        migrations.CreateModel(
            name="DocumentRow",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("recorded_at", models.DateTimeField()),
                ("document_id", models.TextField(db_index=True)),
                ("title", models.TextField(null=True)),
                ("url", models.TextField(null=True)),
                ("published", models.TextField(null=True)),
                ("language", models.TextField()),
                ("publisher", models.TextField(null=True)),
                ("locator", models.TextField()),
                ("body", models.TextField()),
                ("record", models.TextField()),
                (
                    "capture",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="book.capturerow"
                    ),
                ),
            ],
            options={
                "db_table": "document",
            },
        ),
        migrations.CreateModel(
            name="ReadingRow",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("recorded_at", models.DateTimeField()),
                ("document_id", models.TextField()),
                ("capture_sha256", models.TextField()),
                ("reading_version", models.TextField()),
                ("readers", models.TextField()),
                ("findings", models.TextField()),
                (
                    "opened",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="book.documentrow"
                    ),
                ),
            ],
            options={
                "db_table": "reading",
            },
        ),
        migrations.CreateModel(
            name="PersonRow",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("recorded_at", models.DateTimeField()),
                ("document_id", models.TextField(db_index=True)),
                ("capture_sha256", models.TextField()),
                ("person_id", models.TextField(db_index=True)),
                ("name", models.TextField()),
                ("family", models.TextField(null=True)),
                ("party", models.TextField(null=True)),
                ("fate", models.TextField()),
                ("channel", models.TextField(null=True)),
                ("died", models.TextField(null=True)),
                ("record", models.TextField()),
                (
                    "reading",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="book.readingrow"
                    ),
                ),
            ],
            options={
                "db_table": "person",
            },
        ),
        migrations.CreateModel(
            name="ClaimRow",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("recorded_at", models.DateTimeField()),
                ("document_id", models.TextField(db_index=True)),
                ("capture_sha256", models.TextField()),
                ("claim_id", models.TextField(db_index=True)),
                ("claimant", models.TextField(null=True)),
                ("relayed_by", models.TextField(null=True)),
                ("party", models.TextField(null=True)),
                ("group", models.TextField()),
                ("subgroup", models.TextField(null=True)),
                ("measure", models.TextField()),
                ("low", models.FloatField(null=True)),
                ("high", models.FloatField(null=True)),
                ("qualifier", models.TextField()),
                ("mode", models.TextField()),
                ("standing", models.TextField()),
                ("as_of", models.TextField(null=True)),
                ("record", models.TextField()),
                (
                    "reading",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="book.readingrow"
                    ),
                ),
            ],
            options={
                "db_table": "claim",
            },
        ),
        migrations.CreateModel(
            name="SupersessionRow",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("recorded_at", models.DateTimeField()),
                ("what", models.TextField()),
                ("old_row", models.BigIntegerField()),
                ("new_row", models.BigIntegerField(null=True)),
                ("because", models.TextField()),
            ],
            options={
                "db_table": "supersession",
                "constraints": [models.UniqueConstraint(fields=("what", "old_row"), name="superseded_once")],
            },
        ),
    ]
