"""The database itself refuses to change or remove audit events."""

from django.db import migrations

from core.audit.append_only import install, remove


class Migration(migrations.Migration):
    dependencies = [("core", "0002_initial")]

    operations = [migrations.RunPython(install, remove)]
