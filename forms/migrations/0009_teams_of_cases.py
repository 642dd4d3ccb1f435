"""Give each request that is there the team of its form."""

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor


def give_teams(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Take the owning team of the form as it is now."""
    del schema_editor
    pages = apps.get_model("onlineforms", "FormPage").objects.exclude(owning_team=None)
    submissions = apps.get_model("onlineforms", "Submission").objects.filter(team=None)
    for page in pages.only("pk", "owning_team"):
        submissions.filter(version__form=page.pk).update(team=page.owning_team_id)


class Migration(migrations.Migration):
    """Nothing to undo: the column goes with the migration before."""

    dependencies = [("onlineforms", "0008_cases")]
    operations = [migrations.RunPython(give_teams, migrations.RunPython.noop)]
