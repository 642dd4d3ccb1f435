"""Use an address that asked for news only once its owner confirmed it by a mailed link."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('insight', '0014_panel_told_at'),
    ]

    operations = [
        migrations.AddField(
            model_name='subscription',
            name='asked_at',
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name='subscription',
            name='confirmed_at',
            field=models.DateTimeField(blank=True, null=True),
        ),
    ]
