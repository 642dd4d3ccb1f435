import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('insight', '0009_items_and_panel'),
    ]

    operations = [
        migrations.AlterField(
            model_name='alarm',
            name='action',
            field=models.ForeignKey(blank=True, help_text='Residents read it once it is published.', null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='%(class)ss', to='insight.action', verbose_name='action'),
        ),
        migrations.AlterField(
            model_name='alarm',
            name='note',
            field=models.TextField(blank=True, help_text='Needed to set it aside: say why.', max_length=1000, verbose_name='what we found'),
        ),
        migrations.AlterField(
            model_name='item',
            name='action',
            field=models.ForeignKey(blank=True, help_text='Residents read it once it is published.', null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='%(class)ss', to='insight.action', verbose_name='action'),
        ),
    ]
