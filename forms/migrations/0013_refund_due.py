"""Put to staff what a resident paid for and cancelled, until they decide what goes back."""

import django.db.models.deletion
import django.utils.timezone
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('onlineforms', '0012_cases_by_contact'),
    ]

    operations = [
        migrations.CreateModel(
            name='RefundDue',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('at', models.DateTimeField(default=django.utils.timezone.now)),
                ('settled_at', models.DateTimeField(blank=True, null=True)),
                ('payment', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='refund_dues', to='onlineforms.payment')),
            ],
            options={
                'verbose_name': 'refund to decide on',
                'verbose_name_plural': 'refunds to decide on',
                'ordering': ['at', 'pk'],
                'default_permissions': (),
                'constraints': [models.UniqueConstraint(condition=models.Q(('settled_at', None)), fields=('payment',), name='one_open_refund_due_a_payment')],
            },
        ),
    ]
