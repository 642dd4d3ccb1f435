from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("insight", "0012_voices"),
    ]

    operations = [
        migrations.AddField(
            model_name="action",
            name="answered_on",
            field=models.DateField(editable=False, null=True),
        ),
    ]
