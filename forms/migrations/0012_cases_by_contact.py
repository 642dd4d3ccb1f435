"""Find the requests of a contact by an index on SQLite too, newest first."""

from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('core', '0004_team_deputy'),
        ('onlineforms', '0011_refused_payments'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.RemoveIndex(
            model_name='submission',
            name='case_email',
        ),
        migrations.RemoveIndex(
            model_name='submission',
            name='case_phone',
        ),
        migrations.AddIndex(
            model_name='submission',
            index=models.Index(fields=['email_hash', '-received_at', '-id'], name='case_by_email'),
        ),
        migrations.AddIndex(
            model_name='submission',
            index=models.Index(fields=['phone_hash', '-received_at', '-id'], name='case_by_phone'),
        ),
    ]
