from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('insight', '0011_services_and_former_pages'),
    ]

    operations = [
        migrations.CreateModel(
            name='PostcodeWard',
            fields=[
                ('postcode', models.CharField(max_length=8, primary_key=True, serialize=False)),
                ('ward', models.CharField(max_length=80)),
            ],
            options={
                'verbose_name': 'ward of a postcode',
                'verbose_name_plural': 'wards of postcodes',
                'default_permissions': (),
            },
        ),
        migrations.CreateModel(
            name='GroupCount',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('month', models.DateField()),
                ('dimension', models.CharField(choices=[('ward', 'Ward'), ('age', 'Age'), ('disability', 'Disability'), ('language', 'Main language'), ('ethnicity', 'Ethnic group')], max_length=12)),
                ('group', models.CharField(max_length=80)),
                ('channel', models.CharField(max_length=20)),
                ('question', models.CharField(max_length=120)),
                ('n', models.PositiveIntegerField(default=0)),
                ('r1', models.PositiveIntegerField(default=0)),
                ('r2', models.PositiveIntegerField(default=0)),
                ('r3', models.PositiveIntegerField(default=0)),
                ('r4', models.PositiveIntegerField(default=0)),
                ('r5', models.PositiveIntegerField(default=0)),
            ],
            options={
                'verbose_name': 'count of a group',
                'verbose_name_plural': 'counts of groups',
                'default_permissions': (),
                'constraints': [models.UniqueConstraint(fields=('dimension', 'group', 'month', 'channel', 'question'), name='insight_group_count_once')],
            },
        ),
    ]
