"""What extraction knows beyond the span: structure, names of parties, what a run used, models fitted to decisions."""

from pathlib import Path

import django.contrib.postgres.fields
import django.db.models.deletion
import verification.vocabulary
from django.conf import settings
from django.db import migrations, models

SQL = Path(__file__).parent / "sql" / "project_of_alias.sql"


class Migration(migrations.Migration):

    dependencies = [
        ('verification', '0011_article_family'),
    ]

    operations = [
        migrations.CreateModel(
            name='Alias',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=300)),
                ('key', models.CharField(max_length=300)),
            ],
            options={
                'verbose_name_plural': 'aliases',
                'ordering': ['party', 'name'],
            },
        ),
        migrations.CreateModel(
            name='ModelAnswer',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('key', models.CharField(max_length=64)),
                ('body', models.JSONField()),
                ('tokens_in', models.PositiveIntegerField()),
                ('tokens_out', models.PositiveIntegerField()),
                ('created_at', models.DateTimeField(auto_now_add=True)),
            ],
            options={
                'ordering': ['-id'],
            },
        ),
        migrations.CreateModel(
            name='WorthinessModel',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.PositiveIntegerField()),
                ('weights', models.BinaryField()),
                ('report', models.JSONField(help_text='Figures before and after, on articles that were held aside')),
                ('decisions', models.PositiveIntegerField(help_text='How many decisions it was fitted to')),
                ('created_at', models.DateTimeField(auto_now_add=True)),
            ],
            options={
                'ordering': ['project', '-number'],
            },
        ),
        migrations.RemoveConstraint(
            model_name='party',
            name='party_kind_is_in_the_vocabulary',
        ),
        migrations.AddField(
            model_name='attribution',
            name='affiliation',
            field=models.TextField(blank=True, help_text='Whose person this is, as the article gives it', null=True),
        ),
        migrations.AddField(
            model_name='claim',
            name='actors',
            field=django.contrib.postgres.fields.ArrayField(base_field=models.TextField(), blank=True, default=list, help_text='Who it speaks of', size=None),
        ),
        migrations.AddField(
            model_name='claim',
            name='ambiguities',
            field=django.contrib.postgres.fields.ArrayField(base_field=models.TextField(), blank=True, default=list, help_text='What in the statement stays ambiguous, in words', size=None),
        ),
        migrations.AddField(
            model_name='claim',
            name='locations',
            field=django.contrib.postgres.fields.ArrayField(base_field=models.TextField(), blank=True, default=list, size=None),
        ),
        migrations.AddField(
            model_name='claim',
            name='numbers',
            field=models.JSONField(blank=True, default=list, help_text='Numbers with their units, as objects'),
        ),
        migrations.AddField(
            model_name='extractionrun',
            name='cost',
            field=models.DecimalField(blank=True, decimal_places=6, help_text='By the price set', max_digits=12, null=True),
        ),
        migrations.AddField(
            model_name='extractionrun',
            name='dropped_spans',
            field=models.PositiveIntegerField(default=0, help_text='Proposals whose words were not found in the article'),
        ),
        migrations.AddField(
            model_name='extractionrun',
            name='fell_back_because',
            field=models.TextField(blank=True, help_text="Why the built-in engine ran in place of the project's", null=True),
        ),
        migrations.AddField(
            model_name='extractionrun',
            name='model',
            field=models.TextField(blank=True, help_text='Which language model answered', null=True),
        ),
        migrations.AddField(
            model_name='extractionrun',
            name='parameters',
            field=models.JSONField(blank=True, default=dict, help_text='What the hash was made of'),
        ),
        migrations.AddField(
            model_name='extractionrun',
            name='prompt_hash',
            field=models.CharField(blank=True, max_length=64, null=True),
        ),
        migrations.AddField(
            model_name='extractionrun',
            name='requests',
            field=models.PositiveIntegerField(default=0, help_text='Requests to the language model'),
        ),
        migrations.AddField(
            model_name='extractionrun',
            name='tokens_in',
            field=models.PositiveIntegerField(default=0),
        ),
        migrations.AddField(
            model_name='extractionrun',
            name='tokens_out',
            field=models.PositiveIntegerField(default=0),
        ),
        migrations.AlterField(
            model_name='party',
            name='kind',
            field=models.CharField(choices=[('unknown', 'unknown'), ('person', 'person'), ('body', 'body'), ('document', 'document')], default=verification.vocabulary.PartyKind['UNKNOWN'], max_length=10),
        ),
        migrations.AddConstraint(
            model_name='party',
            constraint=models.CheckConstraint(condition=models.Q(('kind__in', ['unknown', 'person', 'body', 'document']), ('kind__isnull', True), _connector='OR'), name='party_kind_is_in_the_vocabulary'),
        ),
        migrations.AddField(
            model_name='alias',
            name='party',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='aliases', to='verification.party'),
        ),
        migrations.AddField(
            model_name='alias',
            name='project',
            field=models.ForeignKey(db_index=False, editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='verification.project'),
        ),
        migrations.AddField(
            model_name='modelanswer',
            name='project',
            field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='verification.project'),
        ),
        migrations.AddField(
            model_name='worthinessmodel',
            name='by',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='worthinessmodel',
            name='project',
            field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='worthiness_models', to='verification.project'),
        ),
        migrations.AddConstraint(
            model_name='alias',
            constraint=models.UniqueConstraint(fields=('project', 'key'), name='alias_means_one_party_in_a_project'),
        ),
        migrations.AddConstraint(
            model_name='modelanswer',
            constraint=models.UniqueConstraint(fields=('project', 'key'), name='model_answer_is_kept_once_per_project'),
        ),
        migrations.AddConstraint(
            model_name='worthinessmodel',
            constraint=models.UniqueConstraint(fields=('project', 'number'), name='worthiness_model_number_is_taken_once_per_project'),
        ),
        migrations.RunSQL(
            SQL.read_text(encoding="utf-8"), reverse_sql="DROP FUNCTION attest_project_of_its_party CASCADE;"
        ),
    ]
