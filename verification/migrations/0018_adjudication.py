"""What made judgements differ, and the order of the adjudicators' list (see `sql/adjudication.sql`)."""

from pathlib import Path

from django.db import migrations, models

SQL = Path(__file__).parent / "sql" / "adjudication.sql"
BACK = """
DROP TRIGGER resolution_is_superseded_never_edited ON verification_resolution;
CREATE TRIGGER resolution_is_superseded_never_edited
    BEFORE UPDATE ON verification_resolution
    FOR EACH ROW
    WHEN (OLD.superseded_at IS NOT NULL
        OR (NEW.claim_id, NEW.settled, NEW.verdict, NEW.reason, NEW.rationale, NEW.adjudicator_id, NEW.created_at,
            NEW.valid_as_of, NEW.evidence_cutoff)
        IS DISTINCT FROM (OLD.claim_id, OLD.settled, OLD.verdict, OLD.reason, OLD.rationale, OLD.adjudicator_id,
            OLD.created_at, OLD.valid_as_of, OLD.evidence_cutoff))
    EXECUTE FUNCTION attest_refuse();
"""


class Migration(migrations.Migration):

    dependencies = [
        ('verification', '0017_preferences'),
    ]

    operations = [
        migrations.RemoveIndex(
            model_name='claim',
            name='claim_to_adjudicate',
        ),
        migrations.AddField(
            model_name='claim',
            name='urgency',
            field=models.FloatField(default=0.0, help_text="The adjudicators' order, when its judgements last changed"),
        ),
        migrations.AddField(
            model_name='resolution',
            name='disagreement',
            field=models.CharField(blank=True, choices=[('ambiguous_text', 'ambiguous text'), ('guideline_gap', 'guideline gap'), ('annotator_error', 'annotator error'), ('missed_evidence', 'missed evidence'), ('weighed_otherwise', 'weighed otherwise'), ('edge_case', 'edge case'), ('changed_since', 'changed since'), ('faulty_claim', 'faulty claim'), ('other', 'other')], help_text='What made the judgements differ; null where nobody said', max_length=30, null=True),
        ),
        migrations.RunSQL(SQL.read_text(encoding="utf-8"), reverse_sql=BACK),
        migrations.AddIndex(
            model_name='claim',
            index=models.Index(models.F('project'), models.OrderBy(models.F('urgency'), descending=True), models.F('id'), condition=models.Q(('resolved_at__isnull', True), ('withdrawn_at__isnull', True), ('dropped_at__isnull', True), ('filled_at__isnull', False)), name='claim_to_decide'),
        ),
        migrations.AddConstraint(
            model_name='resolution',
            constraint=models.CheckConstraint(condition=models.Q(('disagreement__isnull', True), ('settled', 'adjudication'), _connector='OR'), name='resolution_disagreement_is_said_by_an_adjudicator'),
        ),
        migrations.AddConstraint(
            model_name='resolution',
            constraint=models.CheckConstraint(condition=models.Q(('disagreement__in', ['ambiguous_text', 'guideline_gap', 'annotator_error', 'missed_evidence', 'weighed_otherwise', 'edge_case', 'changed_since', 'faulty_claim', 'other']), ('disagreement__isnull', True), _connector='OR'), name='resolution_disagreement_is_in_the_vocabulary'),
        ),
    ]
