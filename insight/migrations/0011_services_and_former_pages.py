import django.utils.timezone
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('insight', '0010_owned'),
    ]

    operations = [
        migrations.CreateModel(
            name='FormerPage',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('key', models.CharField(max_length=40, unique=True)),
                ('title', models.CharField(max_length=255, verbose_name='title')),
                ('deleted_on', models.DateField(default=django.utils.timezone.localdate, verbose_name='deleted on')),
            ],
            options={
                'verbose_name': 'deleted page',
                'verbose_name_plural': 'deleted pages',
                'default_permissions': (),
            },
        ),
        migrations.CreateModel(
            name='ServiceChange',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('old', models.SlugField(help_text='As its address had it, for example: waste.', max_length=80, unique=True, verbose_name='short name before')),
                ('new', models.SlugField(max_length=80, verbose_name='short name now')),
                ('kind', models.CharField(choices=[('renamed', 'It has a new name'), ('merged', 'It became part of another service')], default='renamed', max_length=8, verbose_name='what happened')),
                ('changed_on', models.DateField(default=django.utils.timezone.localdate, verbose_name='since')),
            ],
            options={
                'verbose_name': 'service renamed or merged',
                'verbose_name_plural': 'services renamed or merged',
                'ordering': ['-changed_on', '-pk'],
            },
        ),
    ]
