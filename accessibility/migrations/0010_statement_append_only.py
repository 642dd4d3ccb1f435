"""The database itself refuses to change or remove a signed statement."""

from django.db import migrations

from accessibility.statement.append_only import SIGNED


class Migration(migrations.Migration):
    dependencies = [("accessibility", "0009_end_an_override")]

    operations = [migrations.RunPython(SIGNED.install, SIGNED.remove)]
