import django.core.validators
import django.db.models.deletion
import django.utils.timezone
import uuid
from django.conf import settings
from django.db import migrations, models



def widen(apps, schema_editor):
    """Let words for residents be longer. SQLite keeps no length, and altering would rebuild the whole table there."""
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute("ALTER TABLE onlineforms_statusevent ALTER COLUMN public_text TYPE varchar(2000)")


class Migration(migrations.Migration):

    dependencies = [
        ('auth', '0012_alter_user_first_name_max_length'),
        ('core', '0003_audit_append_only'),
        ('core', '__first__'),
        ('onlineforms', '0007_payments'),
        ('wagtailcore', '0098_apitoken'),
    ]

    operations = [
        migrations.AlterModelOptions(
            name='submission',
            options={'ordering': ['-received_at'], 'permissions': [('see_every_team', 'Can see the requests of every team'), ('export_submission', 'Can export requests'), ('view_person', 'Can see all requests of a person or a property'), ('subject_rights', 'Can give out or erase what we hold about a person')], 'verbose_name': 'request', 'verbose_name_plural': 'requests'},
        ),
        migrations.AddField(
            model_name='formpage',
            name='retention_file_days',
            field=models.PositiveSmallIntegerField(blank=True, help_text='Empty: as long as the request.', null=True, verbose_name='days we keep files after a request is closed'),
        ),
        migrations.AddField(
            model_name='submission',
            name='assignee',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='submission',
            name='escalated_to',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='core.team', verbose_name='escalated to'),
        ),
        migrations.AddField(
            model_name='submission',
            name='files_erased_at',
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name='submission',
            name='merged_into',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='duplicates', to='onlineforms.submission'),
        ),
        migrations.AddField(
            model_name='submission',
            name='place_hash',
            field=models.CharField(blank=True, max_length=64, null=True),
        ),
        migrations.AddField(
            model_name='submission',
            name='team',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='core.team', verbose_name='team'),
        ),
        migrations.AlterField(
            model_name='draft',
            name='channel',
            field=models.CharField(choices=[('web', 'Online'), ('phone', 'By phone'), ('face', 'Face to face'), ('paper', 'On paper')], default='web', max_length=8),
        ),
        migrations.SeparateDatabaseAndState(
            database_operations=[migrations.RunPython(widen, migrations.RunPython.noop)],
            state_operations=[
                migrations.AlterField(
                    model_name='statusevent',
                    name='public_text',
                    field=models.CharField(blank=True, max_length=2000),
                ),
            ],
        ),
        migrations.AlterField(
            model_name='submission',
            name='channel',
            field=models.CharField(choices=[('web', 'Online'), ('phone', 'By phone'), ('face', 'Face to face'), ('paper', 'On paper')], default='web', max_length=8, verbose_name='channel'),
        ),
        migrations.AddIndex(
            model_name='submission',
            index=models.Index(condition=models.Q(('closed_at', None), ('is_test', False), ('merged_into', None)), fields=['due_on', 'id'], name='case_open_due'),
        ),
        migrations.AddIndex(
            model_name='submission',
            index=models.Index(condition=models.Q(('closed_at', None), ('is_test', False), ('merged_into', None)), fields=['team', 'due_on', 'id'], name='case_open_team'),
        ),
        migrations.AddIndex(
            model_name='submission',
            index=models.Index(condition=models.Q(('closed_at', None), ('is_test', False), ('merged_into', None)), fields=['assignee', 'due_on', 'id'], name='case_open_assignee'),
        ),
        migrations.AddIndex(
            model_name='submission',
            index=models.Index(fields=['-received_at', '-id'], name='case_received'),
        ),
        migrations.AddIndex(
            model_name='submission',
            index=models.Index(fields=['team', '-received_at', '-id'], name='case_team_received'),
        ),
        migrations.AddIndex(
            model_name='submission',
            index=models.Index(condition=models.Q(('email_hash', ''), _negated=True), fields=['email_hash'], name='case_email'),
        ),
        migrations.AddIndex(
            model_name='submission',
            index=models.Index(condition=models.Q(('phone_hash', ''), _negated=True), fields=['phone_hash'], name='case_phone'),
        ),
        migrations.AddIndex(
            model_name='submission',
            index=models.Index(condition=models.Q(('place_hash__isnull', False)), fields=['place_hash'], name='case_place'),
        ),
        migrations.CreateModel(
            name='CaseKey',
            fields=[
                ('submission', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, primary_key=True, related_name='key', serialize=False, to='onlineforms.submission')),
                ('wrapped', models.BinaryField()),
            ],
            options={
                'verbose_name': 'key of a request',
                'verbose_name_plural': 'keys of requests',
            },
        ),
        migrations.CreateModel(
            name='CaseNote',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('sealed', models.BinaryField(default=bytes)),
                ('at', models.DateTimeField(default=django.utils.timezone.now)),
                ('author', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('submission', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='%(class)ss', to='onlineforms.submission')),
            ],
            options={
                'verbose_name': 'note',
                'verbose_name_plural': 'notes',
                'ordering': ['at', 'pk'],
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='CaseQuestion',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('sealed', models.BinaryField(default=bytes)),
                ('at', models.DateTimeField(default=django.utils.timezone.now)),
                ('answered_at', models.DateTimeField(blank=True, null=True)),
                ('author', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('submission', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='%(class)ss', to='onlineforms.submission')),
            ],
            options={
                'verbose_name': 'question to a resident',
                'verbose_name_plural': 'questions to residents',
                'ordering': ['at', 'pk'],
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='CaseScope',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('form', models.ForeignKey(blank=True, help_text='In all its languages. Empty: every form of the team.', null=True, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='onlineforms.formpage', verbose_name='form')),
                ('group', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='case_scopes', to='auth.group', verbose_name='group')),
                ('team', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='core.team', verbose_name='team')),
            ],
            options={
                'verbose_name': 'who sees which requests',
                'verbose_name_plural': 'who sees which requests',
                'constraints': [models.CheckConstraint(condition=models.Q(('team__isnull', False), ('form__isnull', False), _connector='OR'), name='scope_names_something')],
            },
        ),
        migrations.CreateModel(
            name='ContactCode',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('contact_hash', models.CharField(max_length=64)),
                ('code_hash', models.CharField(max_length=64)),
                ('tries', models.PositiveSmallIntegerField(default=0)),
                ('expires_at', models.DateTimeField(db_index=True)),
                ('used_at', models.DateTimeField(blank=True, null=True)),
            ],
            options={
                'verbose_name': 'code sent to a resident',
                'verbose_name_plural': 'codes sent to residents',
            },
        ),
        migrations.CreateModel(
            name='ContactVisit',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('token_hash', models.CharField(max_length=64, unique=True)),
                ('contact_hash', models.CharField(max_length=64)),
                ('expires_at', models.DateTimeField(db_index=True)),
            ],
            options={
                'verbose_name': 'visit of a resident',
                'verbose_name_plural': 'visits of residents',
            },
        ),
        migrations.CreateModel(
            name='DecisionTemplate',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('translation_key', models.UUIDField(default=uuid.uuid4, editable=False)),
                ('name', models.CharField(help_text='Only staff see this name.', max_length=120, verbose_name='name')),
                ('text', models.TextField(help_text='What we decided, why, and what they can do now. Write as you would say it. Name nobody.', max_length=2000, verbose_name='words for the resident')),
                ('form', models.ForeignKey(blank=True, help_text='In all its languages. Empty: for every form.', null=True, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='onlineforms.formpage', verbose_name='form')),
                ('locale', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='wagtailcore.locale', verbose_name='locale')),
            ],
            options={
                'verbose_name': 'decision template',
                'verbose_name_plural': 'decision templates',
                'ordering': ['name'],
                'abstract': False,
                'unique_together': {('translation_key', 'locale')},
            },
        ),
        migrations.CreateModel(
            name='Erasure',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('reference', models.CharField(max_length=10, unique=True, verbose_name='reference')),
                ('reason', models.CharField(choices=[('time', 'its time was over'), ('asked', 'the person asked for it')], max_length=5, verbose_name='reason')),
                ('rows', models.PositiveIntegerField(verbose_name='rows erased')),
                ('files', models.PositiveIntegerField(verbose_name='files erased')),
                ('at', models.DateTimeField(default=django.utils.timezone.now, verbose_name='at')),
            ],
            options={
                'verbose_name': 'erasure',
                'verbose_name_plural': 'erasures',
                'ordering': ['-at'],
            },
        ),
        migrations.CreateModel(
            name='EscalationRule',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('days', models.SmallIntegerField(default=1, help_text='A number below zero means before it: -2 is two working days before. 0 is the day itself.', validators=[django.core.validators.MinValueValidator(-60), django.core.validators.MaxValueValidator(260)], verbose_name='working days after the promised day')),
                ('enabled', models.BooleanField(default=True, verbose_name='in use')),
                ('form', models.ForeignKey(blank=True, help_text='In all its languages. Empty: every form.', null=True, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='onlineforms.formpage', verbose_name='form')),
                ('team', models.ForeignKey(blank=True, help_text='Empty: every team.', null=True, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='core.team', verbose_name='team whose requests it is about')),
                ('to_team', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='core.team', verbose_name='team that is told')),
            ],
            options={
                'verbose_name': 'escalation rule',
                'verbose_name_plural': 'escalation rules',
                'ordering': ['days', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='Escalation',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('at', models.DateTimeField(default=django.utils.timezone.now)),
                ('submission', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='escalations', to='onlineforms.submission')),
                ('rule', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='onlineforms.escalationrule')),
            ],
            options={
                'verbose_name': 'escalation',
                'verbose_name_plural': 'escalations',
                'constraints': [models.UniqueConstraint(fields=('rule', 'submission'), name='one_escalation_a_rule')],
            },
        ),
        migrations.CreateModel(
            name='ProvenContact',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('contact_hash', models.CharField(max_length=64, unique=True)),
                ('proven_at', models.DateTimeField(default=django.utils.timezone.now)),
            ],
            options={
                'verbose_name': 'proven contact',
                'verbose_name_plural': 'proven contacts',
            },
        ),
    ]
