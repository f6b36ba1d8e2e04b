"""Claims whose answer is known, what a project asks with them, and second looks (see `sql/other_rounds.sql`)."""

from pathlib import Path

import django.db.models.deletion
import django.db.models.expressions
import django.db.models.functions.math
from django.conf import settings
from django.db import migrations, models


SQL = Path(__file__).parent / "sql" / "other_rounds.sql"
BACK = """
DROP TRIGGER place_is_noted_on_its_claim ON verification_annotation;
CREATE TRIGGER place_is_noted_on_its_claim
    AFTER INSERT ON verification_annotation
    FOR EACH ROW WHEN (NEW.round = 'independent')
    EXECUTE FUNCTION attest_note_place();
CREATE OR REPLACE FUNCTION attest_refuse_if_resolved() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (
        SELECT 1 FROM verification_resolution r JOIN verification_annotation a ON a.claim_id = r.claim_id
        WHERE a.id = NEW.annotation_id AND r.superseded_at IS NULL
    ) THEN
        RAISE EXCEPTION 'the claim is resolved'
            USING ERRCODE = 'check_violation', CONSTRAINT = TG_NAME;
    END IF;
    RETURN NEW;
END
$$;
"""


class Migration(migrations.Migration):

    dependencies = [
        ('verification', '0025_exclusions'),
    ]

    operations = [
        migrations.CreateModel(
            name='KnownAnswer',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('round', models.CharField(choices=[('calibration', 'calibration'), ('check', 'check')], help_text='In which it is given', max_length=20)),
                ('verdict', models.CharField(choices=[('supported', 'supported'), ('disputed', 'disputed'), ('unverified', 'unverified')], max_length=20)),
                ('reason', models.CharField(blank=True, choices=[('fully', 'fully'), ('in_substance', 'in substance'), ('contradicted', 'contradicted'), ('conflicting_sources', 'conflicting sources'), ('misleading_context', 'misleading context'), ('attribution_denied', 'attribution denied'), ('no_evidence_found', 'no evidence found'), ('insufficient_evidence', 'insufficient evidence'), ('source_says_unverifiable', 'source says unverifiable'), ('ambiguous_claim', 'ambiguous claim')], max_length=30, null=True)),
                ('note', models.TextField(help_text='Why, for whoever has judged it otherwise')),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('ended_at', models.DateTimeField(blank=True, help_text='When it was taken out of use', null=True)),
            ],
            options={
                'ordering': ['id'],
            },
        ),
        migrations.RemoveConstraint(
            model_name='annotation',
            name='annotation_slot_is_held_by_one_person',
        ),
        migrations.RemoveConstraint(
            model_name='annotation',
            name='annotation_round_is_in_the_vocabulary',
        ),
        migrations.RemoveIndex(
            model_name='claim',
            name='claim_asked_further',
        ),
        migrations.RemoveIndex(
            model_name='claim',
            name='claim_queue',
        ),
        migrations.RemoveIndex(
            model_name='claim',
            name='claim_queue_uncertain',
        ),
        migrations.RemoveIndex(
            model_name='claim',
            name='claim_queue_of_articles',
        ),
        migrations.RemoveIndex(
            model_name='claim',
            name='claim_queue_by_chance',
        ),
        migrations.RemoveIndex(
            model_name='claim',
            name='claim_begun',
        ),
        migrations.RemoveIndex(
            model_name='claim',
            name='claim_begun_by',
        ),
        migrations.AddField(
            model_name='claim',
            name='set_aside_at',
            field=models.DateTimeField(blank=True, editable=False, help_text='When its answer was written down: it is no live work any more', null=True),
        ),
        migrations.AddField(
            model_name='membership',
            name='calibrated_at',
            field=models.DateTimeField(blank=True, help_text='When this annotator went on from calibration to live claims', null=True),
        ),
        migrations.AddField(
            model_name='membership',
            name='let_through_by',
            field=models.ForeignKey(blank=True, help_text='Null: by judging as is known', null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='project',
            name='calibrates',
            field=models.BooleanField(default=False, help_text='Everybody judges the calibration claims first'),
        ),
        migrations.AddField(
            model_name='project',
            name='calibration_pass',
            field=models.FloatField(blank=True, help_text='Share of them to judge as is known, to go on; null: it is only shown', null=True),
        ),
        migrations.AddField(
            model_name='project',
            name='check_share',
            field=models.FloatField(default=0.0, help_text='Share of claims whose answer is known, among live ones'),
        ),
        migrations.AddField(
            model_name='project',
            name='repeat_after_days',
            field=models.PositiveSmallIntegerField(default=30, help_text='Days after which a claim may come a second time'),
        ),
        migrations.AddField(
            model_name='project',
            name='repeat_share',
            field=models.FloatField(default=0.0, help_text='Share of claims that a person judges a second time'),
        ),
        migrations.AlterField(
            model_name='annotation',
            name='round',
            field=models.CharField(choices=[('independent', 'independent'), ('calibration', 'calibration'), ('check', 'check'), ('repeat', 'repeat'), ('after_discussion', 'after discussion')], default='independent', max_length=20),
        ),
        migrations.AddIndex(
            model_name='annotation',
            index=models.Index(condition=models.Q(('round', 'independent'), ('submitted_at__isnull', False)), fields=['project', 'person', 'submitted_at'], name='annotation_to_repeat'),
        ),
        migrations.AddIndex(
            model_name='claim',
            index=models.Index(models.F('project'), models.OrderBy(models.F('check_worthiness'), descending=True), models.F('id'), condition=models.Q(('resolved_at__isnull', True), ('withdrawn_at__isnull', True), ('dropped_at__isnull', True), ('filled_at__isnull', True), ('set_aside_at__isnull', True), ('begun_at__isnull', True)), name='claim_queue'),
        ),
        migrations.AddIndex(
            model_name='claim',
            index=models.Index(models.F('project'), django.db.models.functions.math.Abs(django.db.models.expressions.CombinedExpression(models.F('check_worthiness'), '-', models.Value(0.5))), models.F('id'), condition=models.Q(('resolved_at__isnull', True), ('withdrawn_at__isnull', True), ('dropped_at__isnull', True), ('filled_at__isnull', True), ('set_aside_at__isnull', True), ('begun_at__isnull', True)), name='claim_queue_uncertain'),
        ),
        migrations.AddIndex(
            model_name='claim',
            index=models.Index(models.F('project'), models.F('article'), models.F('start'), models.F('id'), condition=models.Q(('resolved_at__isnull', True), ('withdrawn_at__isnull', True), ('dropped_at__isnull', True), ('filled_at__isnull', True), ('set_aside_at__isnull', True), ('begun_at__isnull', True)), name='claim_queue_of_articles'),
        ),
        migrations.AddIndex(
            model_name='claim',
            index=models.Index(models.F('project'), models.F('public_id'), condition=models.Q(('resolved_at__isnull', True), ('withdrawn_at__isnull', True), ('dropped_at__isnull', True), ('filled_at__isnull', True), ('set_aside_at__isnull', True), ('begun_at__isnull', True)), name='claim_queue_by_chance'),
        ),
        migrations.AddIndex(
            model_name='claim',
            index=models.Index(models.F('project'), models.F('begun_at'), models.F('id'), condition=models.Q(('resolved_at__isnull', True), ('withdrawn_at__isnull', True), ('dropped_at__isnull', True), ('filled_at__isnull', True), ('set_aside_at__isnull', True), ('begun_at__isnull', False)), name='claim_begun'),
        ),
        migrations.AddIndex(
            model_name='claim',
            index=models.Index(models.F('project'), models.F('taken_by__0_9'), models.F('begun_at'), models.F('id'), condition=models.Q(('resolved_at__isnull', True), ('withdrawn_at__isnull', True), ('dropped_at__isnull', True), ('filled_at__isnull', True), ('set_aside_at__isnull', True), ('begun_at__isnull', False)), name='claim_begun_by'),
        ),
        migrations.AddIndex(
            model_name='claim',
            index=models.Index(condition=models.Q(('resolved_at__isnull', True), ('withdrawn_at__isnull', True), ('dropped_at__isnull', True), ('filled_at__isnull', True), ('set_aside_at__isnull', True), ('further_places__gt', 0)), fields=['project', '-id'], name='claim_asked_further'),
        ),
        migrations.AddConstraint(
            model_name='annotation',
            constraint=models.UniqueConstraint(condition=models.Q(('lapsed_at__isnull', True), ('round', 'independent'), ('skipped_at__isnull', True)), fields=('claim', 'round', 'slot'), name='annotation_slot_is_held_by_one_person'),
        ),
        migrations.AddConstraint(
            model_name='annotation',
            constraint=models.CheckConstraint(condition=models.Q(('round__in', ['independent', 'calibration', 'check', 'repeat', 'after_discussion']), ('round__isnull', True), _connector='OR'), name='annotation_round_is_in_the_vocabulary'),
        ),
        migrations.AddConstraint(
            model_name='membership',
            constraint=models.CheckConstraint(condition=models.Q(('let_through_by__isnull', True), ('calibrated_at__isnull', False), _connector='OR'), name='membership_that_is_let_through_is_calibrated'),
        ),
        migrations.AddConstraint(
            model_name='project',
            constraint=models.CheckConstraint(condition=models.Q(('calibration_pass__isnull', True), models.Q(('calibration_pass__gt', 0), ('calibration_pass__lte', 1)), _connector='OR'), name='project_calibration_pass_is_above_0_up_to_1'),
        ),
        migrations.AddConstraint(
            model_name='project',
            constraint=models.CheckConstraint(condition=models.Q(('check_share__range', (0, 0.5))), name='project_check_share_is_at_most_half'),
        ),
        migrations.AddConstraint(
            model_name='project',
            constraint=models.CheckConstraint(condition=models.Q(('repeat_share__range', (0, 0.5))), name='project_repeat_share_is_at_most_half'),
        ),
        migrations.AddConstraint(
            model_name='project',
            constraint=models.CheckConstraint(condition=models.Q(('repeat_after_days__gte', 1)), name='project_repeats_after_a_day_or_more'),
        ),
        migrations.AddField(
            model_name='knownanswer',
            name='claim',
            field=models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='known_answer', to='verification.claim'),
        ),
        migrations.AddField(
            model_name='knownanswer',
            name='project',
            field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='known_answers', to='verification.project'),
        ),
        migrations.AddField(
            model_name='knownanswer',
            name='set_by',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddIndex(
            model_name='knownanswer',
            index=models.Index(fields=['project', '-id'], name='known_answer_newest'),
        ),
        migrations.AddConstraint(
            model_name='knownanswer',
            constraint=models.CheckConstraint(condition=models.Q(('verdict__in', ['supported', 'disputed', 'unverified']), ('verdict__isnull', True), _connector='OR'), name='known_answer_verdict_is_in_the_vocabulary'),
        ),
        migrations.AddConstraint(
            model_name='knownanswer',
            constraint=models.CheckConstraint(condition=models.Q(('reason__in', ['fully', 'in_substance', 'contradicted', 'conflicting_sources', 'misleading_context', 'attribution_denied', 'no_evidence_found', 'insufficient_evidence', 'source_says_unverifiable', 'ambiguous_claim']), ('reason__isnull', True), _connector='OR'), name='known_answer_reason_is_in_the_vocabulary'),
        ),
        migrations.AddConstraint(
            model_name='knownanswer',
            constraint=models.CheckConstraint(condition=models.Q(('reason__isnull', True), models.Q(('reason__in', ['fully', 'in_substance']), ('verdict', 'supported')), models.Q(('reason__in', ['contradicted', 'conflicting_sources', 'misleading_context', 'attribution_denied']), ('verdict', 'disputed')), models.Q(('reason__in', ['no_evidence_found', 'insufficient_evidence', 'source_says_unverifiable', 'ambiguous_claim']), ('verdict', 'unverified')), _connector='OR'), name='known_answer_reason_fits_its_verdict'),
        ),
        migrations.AddConstraint(
            model_name='knownanswer',
            constraint=models.CheckConstraint(condition=models.Q(('round__in', ['calibration', 'check'])), name='known_answer_is_asked_in_calibration_or_as_a_check'),
        ),
        migrations.AddConstraint(
            model_name='knownanswer',
            constraint=models.CheckConstraint(condition=models.Q(('note', ''), _negated=True), name='known_answer_says_why'),
        ),
        migrations.RunSQL(SQL.read_text(encoding="utf-8"), reverse_sql=BACK),
    ]
