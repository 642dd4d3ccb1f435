"""Documents that are there already get the version that they hold."""

from typing import Any

from django.db import migrations


def note_current(apps: Any, _schema_editor: Any) -> None:
    """Write one row a document; its size is what Wagtail stored, 0 where it stored none."""
    document_model = apps.get_model("library", "CustomDocument")
    version = apps.get_model("library", "DocumentVersion")
    rows = document_model.objects.exclude(sha256="").values_list("pk", "sha256", "file", "file_size", "created_at")
    for pk, sha256, file, size, created in rows.iterator(chunk_size=500):
        version.objects.create(document_id=pk, sha256=sha256, file=file, size=size or 0, created_at=created)


class Migration(migrations.Migration):
    """Adds rows alone."""

    dependencies = [("library", "0002_versions")]
    operations = [migrations.RunPython(note_current, migrations.RunPython.noop, elidable=True)]
