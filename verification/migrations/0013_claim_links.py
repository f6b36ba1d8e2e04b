"""Claims across articles: their keys, links between them, passages of other articles, and how far matching has come."""

from pathlib import Path

import django.db.models.deletion
import django.db.models.functions.comparison
import verification.vocabulary
from django.conf import settings
from django.db import migrations, models

SQL = Path(__file__).parent / "sql" / "matching.sql"
UNDO = """
DROP FUNCTION attest_project_of_both_claims CASCADE;
DROP FUNCTION attest_passage_of_the_claims_project CASCADE;
DROP TRIGGER claim_key_is_of_the_project_of_its_claim ON verification_claimkey;
"""


class Migration(migrations.Migration):

    dependencies = [
        ('verification', '0012_what_extraction_knows'),
    ]

    operations = [
        migrations.CreateModel(
            name='Matching',
            fields=[
                ('queued_at', models.DateTimeField(blank=True, null=True)),
                ('lease_until', models.DateTimeField(blank=True, null=True)),
                ('attempts', models.PositiveSmallIntegerField(default=0)),
                ('failure', models.TextField(blank=True, null=True)),
                ('article', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, primary_key=True, related_name='matching', serialize=False, to='verification.article')),
                ('state', models.CharField(choices=[('waiting', 'waiting'), ('done', 'done'), ('failed', 'failed')], default=verification.vocabulary.MatchingState['WAITING'], max_length=20)),
                ('matcher', models.CharField(blank=True, help_text='Version that finished it', max_length=20, null=True)),
                ('finished_at', models.DateTimeField(blank=True, null=True)),
            ],
        ),
        migrations.AddField(
            model_name='bearing',
            name='score',
            field=models.FloatField(blank=True, help_text='Of a passage of another article: how much it bears on it', null=True),
        ),
        migrations.CreateModel(
            name='ClaimKey',
            fields=[
                ('pk', models.CompositePrimaryKey('project_id', 'key', 'claim_id', blank=True, editable=False, primary_key=True, serialize=False)),
                ('key', models.BigIntegerField()),
                ('claim', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='keys', to='verification.claim')),
                ('project', models.ForeignKey(db_index=False, editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='verification.project')),
            ],
        ),
        migrations.CreateModel(
            name='ClaimLink',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('same', 'same'), ('contradicts', 'contradicts'), ('updates', 'updates'), ('corrects', 'corrects'), ('part_of', 'part of')], max_length=20)),
                ('score', models.FloatField(help_text='How sure the matcher is, 0 to 1; 1 where a person drew it')),
                ('reason', models.TextField()),
                ('matcher', models.CharField(blank=True, help_text='Version of the matcher that proposed it', max_length=20, null=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('confirmed_at', models.DateTimeField(blank=True, null=True)),
                ('refused_at', models.DateTimeField(blank=True, null=True)),
                ('claim', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='links', to='verification.claim')),
                ('confirmed_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='claim_links_confirmed', to=settings.AUTH_USER_MODEL)),
                ('drawn_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='claim_links_drawn', to=settings.AUTH_USER_MODEL)),
                ('other', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='links_of_others', to='verification.claim')),
                ('project', models.ForeignKey(db_index=False, editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='verification.project')),
                ('refused_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='claim_links_refused', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['-id'],
            },
        ),
        migrations.AddField(
            model_name='bearing',
            name='link',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='bearings', to='verification.claimlink'),
        ),
        migrations.AddIndex(
            model_name='bearing',
            index=models.Index(models.F('claim'), models.OrderBy(models.F('score'), descending=True, nulls_first=True), models.F('id'), name='bearing_by_rank'),
        ),
        migrations.AddConstraint(
            model_name='bearing',
            constraint=models.CheckConstraint(condition=models.Q(('score__range', (0, 1))), name='bearing_score_is_between_0_and_1'),
        ),
        migrations.AddIndex(
            model_name='matching',
            index=models.Index(condition=models.Q(('state', verification.vocabulary.MatchingState['WAITING'])), fields=['queued_at'], name='matching_unfinished'),
        ),
        migrations.AddConstraint(
            model_name='matching',
            constraint=models.CheckConstraint(condition=models.Q(('state__in', ['waiting', 'done', 'failed']), ('state__isnull', True), _connector='OR'), name='matching_state_is_in_the_vocabulary'),
        ),
        migrations.AddConstraint(
            model_name='matching',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('finished_at__isnull', False), ('state', verification.vocabulary.MatchingState['DONE'])), models.Q(models.Q(('state', verification.vocabulary.MatchingState['DONE']), _negated=True), ('finished_at__isnull', True)), _connector='OR'), name='matching_is_done_exactly_when_it_has_finished'),
        ),
        migrations.AddConstraint(
            model_name='matching',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('failure__isnull', False), ('state', verification.vocabulary.MatchingState['FAILED'])), models.Q(models.Q(('state', verification.vocabulary.MatchingState['FAILED']), _negated=True), ('failure__isnull', True)), _connector='OR'), name='matching_has_failed_exactly_when_it_says_why'),
        ),
        migrations.AddIndex(
            model_name='claimlink',
            index=models.Index(models.F('claim'), models.OrderBy(models.F('score'), descending=True), models.OrderBy(models.F('id'), descending=True), name='claim_link_of_claim'),
        ),
        migrations.AddIndex(
            model_name='claimlink',
            index=models.Index(models.F('other'), models.OrderBy(models.F('score'), descending=True), models.OrderBy(models.F('id'), descending=True), name='claim_link_of_other'),
        ),
        migrations.AddIndex(
            model_name='claimlink',
            index=models.Index(fields=['project', '-id'], name='claim_link_newest'),
        ),
        migrations.AddConstraint(
            model_name='claimlink',
            constraint=models.CheckConstraint(condition=models.Q(('claim', models.F('other')), _negated=True), name='claim_link_is_between_two_claims'),
        ),
        migrations.AddConstraint(
            model_name='claimlink',
            constraint=models.UniqueConstraint(django.db.models.functions.comparison.Least('claim', 'other'), django.db.models.functions.comparison.Greatest('claim', 'other'), name='claim_link_of_a_pair_exists_once'),
        ),
        migrations.AddConstraint(
            model_name='claimlink',
            constraint=models.CheckConstraint(condition=models.Q(('score__range', (0, 1))), name='claim_link_score_is_between_0_and_1'),
        ),
        migrations.AddConstraint(
            model_name='claimlink',
            constraint=models.CheckConstraint(condition=models.Q(('kind__in', ['same', 'contradicts', 'updates', 'corrects', 'part_of']), ('kind__isnull', True), _connector='OR'), name='claim_link_kind_is_in_the_vocabulary'),
        ),
        migrations.AddConstraint(
            model_name='claimlink',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('drawn_by__isnull', True), ('matcher__isnull', False)), models.Q(('drawn_by__isnull', False), ('matcher__isnull', True)), _connector='OR'), name='claim_link_is_proposed_or_drawn'),
        ),
        migrations.AddConstraint(
            model_name='claimlink',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('confirmed_at__isnull', True), ('confirmed_by__isnull', True)), models.Q(('confirmed_at__isnull', False), ('confirmed_by__isnull', False)), _connector='OR'), name='claim_link_confirmed_at_and_by_are_set_together'),
        ),
        migrations.AddConstraint(
            model_name='claimlink',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('refused_at__isnull', True), ('refused_by__isnull', True)), models.Q(('refused_at__isnull', False), ('refused_by__isnull', False)), _connector='OR'), name='claim_link_refused_at_and_by_are_set_together'),
        ),
        migrations.AddConstraint(
            model_name='claimlink',
            constraint=models.CheckConstraint(condition=models.Q(('confirmed_at__isnull', True), ('refused_at__isnull', True), _connector='OR'), name='claim_link_is_not_both_confirmed_and_refused'),
        ),
        migrations.RunSQL(SQL.read_text(encoding="utf-8"), reverse_sql=UNDO),
    ]
