"""Let staff say that a refused payment action is dealt with, and find refused rows without reading all others."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('onlineforms', '0010_sealed_words'),
    ]

    operations = [
        migrations.AddField(
            model_name='paymentaction',
            name='settled_at',
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.AlterField(
            model_name='paymentaction',
            name='kind',
            field=models.CharField(choices=[('capture', 'take the money'), ('cancel', 'let it go'), ('refund', 'give money back')], max_length=8),
        ),
        migrations.AddIndex(
            model_name='delivery',
            index=models.Index(condition=models.Q(('dead_at__isnull', False), ('delivered_at', None)), fields=['submission'], name='deliveries_refused'),
        ),
        migrations.AddIndex(
            model_name='paymentaction',
            index=models.Index(condition=models.Q(('dead_at__isnull', False), ('delivered_at', None), ('settled_at', None)), fields=['payment'], name='payment_actions_refused'),
        ),
    ]
