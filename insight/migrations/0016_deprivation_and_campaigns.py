"""Count answers by the deprivation of their area, by tenants and by campaign."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('insight', '0015_news_confirmed'),
    ]

    operations = [
        migrations.AddField(
            model_name='place',
            name='campaign',
            field=models.SlugField(blank=True, help_text='If the place stands for a campaign, its short name, for example: food-waste-2026.', max_length=40, null=True, verbose_name='campaign'),
        ),
        migrations.AddField(
            model_name='postcodeward',
            name='decile',
            field=models.PositiveSmallIntegerField(null=True),
        ),
        migrations.AlterField(
            model_name='groupcount',
            name='dimension',
            field=models.CharField(choices=[('ward', 'Ward'), ('age', 'Age'), ('disability', 'Disability'), ('language', 'Main language'), ('ethnicity', 'Ethnic group'), ('deprivation', 'Deprivation of the area'), ('tenant', 'Tenant of the council'), ('campaign', 'Campaign')], max_length=12),
        ),
    ]
