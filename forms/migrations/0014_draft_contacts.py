"""Find unfinished forms by the contact details in them, for people who ask what we hold about them."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('onlineforms', '0013_refund_due'),
    ]

    operations = [
        migrations.CreateModel(
            name='DraftContact',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('contact_hash', models.CharField(db_index=True, max_length=64)),
                ('draft', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='contacts', to='onlineforms.draft')),
            ],
            options={
                'verbose_name': 'contact of an unfinished form',
                'verbose_name_plural': 'contacts of unfinished forms',
                'default_permissions': (),
                'constraints': [models.UniqueConstraint(fields=('draft', 'contact_hash'), name='one_contact_a_draft')],
            },
        ),
    ]
