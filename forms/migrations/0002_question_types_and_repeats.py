import forms.models.fields
from django.db import migrations


class Migration(migrations.Migration):
    """The column stays as it is: only the blocks that it may hold are no longer listed here."""

    dependencies = [
        ("onlineforms", "0001_initial"),
    ]

    operations = [
        migrations.SeparateDatabaseAndState(
            state_operations=[
                migrations.AlterField(
                    model_name="formpage",
                    name="steps",
                    field=forms.models.fields.StepsField([], blank=True, verbose_name="steps"),
                ),
            ],
        ),
    ]
