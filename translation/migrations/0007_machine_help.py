"""Keep which pages hold a machine's words; those that are live now are looked through once."""

import django.db.models.deletion
from django.db import migrations, models


def look(apps, _schema_editor):
    """Note the live pages that hold a sentence as a machine wrote it."""
    rows = apps.get_model("wagtail_localize", "StringTranslation").objects.filter(translation_type="machine")
    places = apps.get_model("wagtail_localize", "StringSegment").objects
    pages, help_ = apps.get_model("wagtailcore", "Page").objects, apps.get_model("translation", "MachineHelp").objects
    for row in rows.iterator():
        keys = places.filter(string=row.translation_of_id, context=row.context_id).values("source__object_id")
        for page in pages.filter(translation_key__in=keys, locale=row.locale_id, live=True, alias_of=None):
            help_.get_or_create(page=page)


class Migration(migrations.Migration):
    dependencies = [
        ("translation", "0006_wishes"),
        ("wagtail_localize", "0016_rename_page_revision_translationlog_revision"),
        ("wagtailcore", "0098_apitoken"),
    ]

    operations = [
        migrations.CreateModel(
            name="MachineHelp",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "page",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="wagtailcore.page"
                    ),
                ),
            ],
        ),
        migrations.RunPython(look, migrations.RunPython.noop),
    ]
