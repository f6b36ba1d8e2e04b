"""What becomes of claims in corrected versions of their articles (see `sql/successions.sql`)."""

from pathlib import Path

import django.db.models.deletion
import django.db.models.expressions
import verification.vocabulary.claims
import verification.vocabulary.judgements
from django.conf import settings
from django.db import migrations, models

SQL = Path(__file__).parent / "sql" / "successions.sql"
BACK = """
DROP TRIGGER resolution_is_superseded_never_edited ON verification_resolution;
CREATE TRIGGER resolution_is_superseded_never_edited
    BEFORE UPDATE ON verification_resolution
    FOR EACH ROW
    WHEN (OLD.superseded_at IS NOT NULL
        OR (NEW.claim_id, NEW.settled, NEW.verdict, NEW.reason, NEW.rationale, NEW.disagreement, NEW.adjudicator_id,
            NEW.created_at, NEW.valid_as_of, NEW.evidence_cutoff)
        IS DISTINCT FROM (OLD.claim_id, OLD.settled, OLD.verdict, OLD.reason, OLD.rationale, OLD.disagreement,
            OLD.adjudicator_id, OLD.created_at, OLD.valid_as_of, OLD.evidence_cutoff))
    EXECUTE FUNCTION attest_refuse();
DROP TRIGGER succession_reserves_its_successor ON verification_succession;
DROP FUNCTION attest_reserve_successor;
CREATE OR REPLACE FUNCTION attest_reserve(claim bigint) RETURNS void LANGUAGE sql AS $$
    UPDATE verification_claim c SET is_reserved = NOT c.is_reserved
    WHERE c.id = claim AND c.is_reserved IS DISTINCT FROM (c.places <= (
        SELECT count(*) FROM verification_assignment s
        WHERE s.claim_id = c.id AND s.keeps AND NOT EXISTS (
            SELECT FROM verification_annotation a
            WHERE a.claim_id = c.id AND a.person_id = s.person_id AND a.round = 'independent'
                AND a.skipped_at IS NOT NULL
        )
    ))
$$;
"""


class Migration(migrations.Migration):

    dependencies = [
        ('verification', '0033_dossier_order'),
    ]

    operations = [
        migrations.CreateModel(
            name='Succession',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('outcome', models.CharField(choices=[('same', 'same'), ('changed', 'changed'), ('gone', 'gone')], max_length=10)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('parted_at', models.DateTimeField(blank=True, null=True)),
            ],
            options={
                'ordering': ['id'],
            },
        ),
        migrations.RemoveConstraint(
            model_name='resolution',
            name='resolution_settled_is_in_the_vocabulary',
        ),
        migrations.AddField(
            model_name='resolution',
            name='carried_from',
            field=models.ForeignKey(blank=True, help_text='Of a verdict that was carried over: the one that people came to', null=True, on_delete=django.db.models.deletion.PROTECT, related_name='carried_to', to='verification.resolution'),
        ),
        migrations.AlterField(
            model_name='resolution',
            name='settled',
            field=models.CharField(choices=[('consensus', 'consensus'), ('adjudication', 'adjudication'), ('import', 'import'), ('carried_over', 'carried over')], help_text='How it came about', max_length=20),
        ),
        migrations.AddConstraint(
            model_name='resolution',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('carried_from__isnull', False), ('settled', verification.vocabulary.judgements.Settled['CARRIED_OVER'])), models.Q(models.Q(('settled', verification.vocabulary.judgements.Settled['CARRIED_OVER']), _negated=True), ('carried_from__isnull', True)), _connector='OR'), name='resolution_is_carried_over_exactly_when_it_names_the_first'),
        ),
        migrations.AddConstraint(
            model_name='resolution',
            constraint=models.CheckConstraint(condition=models.Q(('settled__in', ['consensus', 'adjudication', 'import', 'carried_over']), ('settled__isnull', True), _connector='OR'), name='resolution_settled_is_in_the_vocabulary'),
        ),
        migrations.AddField(
            model_name='succession',
            name='article',
            field=models.ForeignKey(help_text='The corrected version', on_delete=django.db.models.deletion.PROTECT, related_name='successions', to='verification.article'),
        ),
        migrations.AddField(
            model_name='succession',
            name='claim',
            field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='successions', to='verification.claim'),
        ),
        migrations.AddField(
            model_name='succession',
            name='parted_by',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='successions_parted', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='succession',
            name='project',
            field=models.ForeignKey(db_index=False, editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='verification.project'),
        ),
        migrations.AddField(
            model_name='succession',
            name='successor',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='predecessions', to='verification.claim'),
        ),
        migrations.AddConstraint(
            model_name='succession',
            constraint=models.UniqueConstraint(fields=('claim', 'article'), name='succession_of_a_claim_in_an_article_is_told_once'),
        ),
        migrations.AddConstraint(
            model_name='succession',
            constraint=models.CheckConstraint(condition=models.Q(('outcome__in', ['same', 'changed', 'gone']), ('outcome__isnull', True), _connector='OR'), name='succession_outcome_is_in_the_vocabulary'),
        ),
        migrations.AddConstraint(
            model_name='succession',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('outcome', verification.vocabulary.claims.Succeeded['GONE']), ('successor__isnull', True)), models.Q(models.Q(('outcome', verification.vocabulary.claims.Succeeded['GONE']), _negated=True), ('successor__isnull', False)), _connector='OR'), name='succession_is_gone_exactly_when_it_has_no_successor'),
        ),
        migrations.AddConstraint(
            model_name='succession',
            constraint=models.CheckConstraint(condition=models.Q(('claim', models.F('successor')), _negated=True), name='succession_is_between_two_claims'),
        ),
        migrations.AddConstraint(
            model_name='succession',
            constraint=models.CheckConstraint(condition=models.Q(('outcome', verification.vocabulary.claims.Succeeded['SAME']), ('parted_at__isnull', True), _connector='OR'), name='succession_is_parted_only_where_the_words_are_the_same'),
        ),
        migrations.AddConstraint(
            model_name='succession',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('parted_at__isnull', True), ('parted_by__isnull', True)), models.Q(('parted_at__isnull', False), ('parted_by__isnull', False)), _connector='OR'), name='succession_parted_at_and_by_are_set_together'),
        ),
        migrations.RunSQL(SQL.read_text(encoding="utf-8"), reverse_sql=BACK),
    ]
