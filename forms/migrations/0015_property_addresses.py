"""Let requests that name a property by its number and by its address alone be found together."""

from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('core', '0005_contact_hubs'),
        ('onlineforms', '0014_draft_contacts'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name='submission',
            name='address_hash',
            field=models.CharField(blank=True, max_length=64, null=True),
        ),
        migrations.AddIndex(
            model_name='submission',
            index=models.Index(condition=models.Q(('address_hash__isnull', False)), fields=['address_hash'], name='case_address'),
        ),
    ]
