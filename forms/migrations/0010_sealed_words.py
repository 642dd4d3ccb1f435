"""Seal the words of a request's story and the names of its files. On SQLite a column has no length to change."""

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

import forms.models.sealed_text


def widen(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Let sealed words fit: they are longer than what they say."""
    del apps
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute("ALTER TABLE onlineforms_statusevent ALTER COLUMN public_text TYPE text")
        schema_editor.execute("ALTER TABLE onlineforms_submissionfile ALTER COLUMN name TYPE text")


def seal_words(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Store what is there again, sealed."""
    del schema_editor
    for name, column in (("StatusEvent", "public_text"), ("SubmissionFile", "name")):
        model = apps.get_model("onlineforms", name)
        for row in model.objects.exclude(**{column: ""}).only("pk", column).iterator(chunk_size=500):
            model.objects.filter(pk=row.pk).update(**{column: getattr(row, column)})


class Migration(migrations.Migration):
    """Read back without sealing: a value without its mark is taken as it is."""

    # On PostgreSQL a column cannot be altered in the transaction that writes to it.
    atomic = False
    dependencies = [("onlineforms", "0009_teams_of_cases")]
    operations = [
        migrations.SeparateDatabaseAndState(
            database_operations=[migrations.RunPython(widen, migrations.RunPython.noop)],
            state_operations=[
                migrations.AlterField(
                    model_name="statusevent",
                    name="public_text",
                    field=forms.models.sealed_text.SealedText(blank=True, max_length=2000),
                ),
                migrations.AlterField(
                    model_name="submissionfile",
                    name="name",
                    field=forms.models.sealed_text.SealedText(max_length=255),
                ),
            ],
        ),
        migrations.RunPython(seal_words, migrations.RunPython.noop),
    ]
