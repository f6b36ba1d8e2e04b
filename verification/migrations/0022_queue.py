"""What the queue goes by: who has had a place on a claim (see `sql/begun_claims.sql`), and the project's strategy."""

from pathlib import Path

import django.contrib.postgres.fields
import django.db.models.expressions
import django.db.models.functions.math
from django.db import migrations, models

SQL = Path(__file__).parent / "sql" / "begun_claims.sql"


class Migration(migrations.Migration):

    dependencies = [
        ('verification', '0021_care'),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name='annotation',
            name='annotation_strategy_is_in_the_vocabulary',
        ),
        migrations.RemoveIndex(
            model_name='claim',
            name='claim_queue',
        ),
        migrations.AddField(
            model_name='claim',
            name='begun_at',
            field=models.DateTimeField(blank=True, editable=False, help_text='When it was given to a first one', null=True),
        ),
        migrations.AddField(
            model_name='claim',
            name='taken_by',
            field=django.contrib.postgres.fields.ArrayField(base_field=models.BigIntegerField(), default=list, editable=False, help_text='Who has or had a place, by id, rising', size=None),
        ),
        migrations.AddField(
            model_name='project',
            name='random_share',
            field=models.FloatField(default=0.0, help_text='Share of claims that are drawn by chance, whatever the strategy'),
        ),
        migrations.AddField(
            model_name='project',
            name='strategy',
            field=models.CharField(choices=[('check_worthiness', 'check worthiness'), ('uncertainty', 'uncertainty'), ('article_order', 'article order'), ('random', 'random')], default='check_worthiness', help_text='In which order the queue begins claims', max_length=20),
        ),
        migrations.AlterField(
            model_name='annotation',
            name='strategy',
            field=models.CharField(choices=[('check_worthiness', 'check worthiness'), ('uncertainty', 'uncertainty'), ('article_order', 'article order'), ('random', 'random'), ('chosen', 'chosen')], max_length=20),
        ),
        migrations.RunSQL(SQL.read_text(encoding="utf-8"), reverse_sql="DROP FUNCTION attest_note_place CASCADE;"),
        migrations.AddIndex(
            model_name='claim',
            index=models.Index(models.F('project'), models.OrderBy(models.F('check_worthiness'), descending=True), models.F('id'), condition=models.Q(('resolved_at__isnull', True), ('withdrawn_at__isnull', True), ('dropped_at__isnull', True), ('filled_at__isnull', True), ('begun_at__isnull', True)), name='claim_queue'),
        ),
        migrations.AddIndex(
            model_name='claim',
            index=models.Index(models.F('project'), django.db.models.functions.math.Abs(django.db.models.expressions.CombinedExpression(models.F('check_worthiness'), '-', models.Value(0.5))), models.F('id'), condition=models.Q(('resolved_at__isnull', True), ('withdrawn_at__isnull', True), ('dropped_at__isnull', True), ('filled_at__isnull', True), ('begun_at__isnull', True)), name='claim_queue_uncertain'),
        ),
        migrations.AddIndex(
            model_name='claim',
            index=models.Index(models.F('project'), models.F('article'), models.F('start'), models.F('id'), condition=models.Q(('resolved_at__isnull', True), ('withdrawn_at__isnull', True), ('dropped_at__isnull', True), ('filled_at__isnull', True), ('begun_at__isnull', True)), name='claim_queue_of_articles'),
        ),
        migrations.AddIndex(
            model_name='claim',
            index=models.Index(models.F('project'), models.F('public_id'), condition=models.Q(('resolved_at__isnull', True), ('withdrawn_at__isnull', True), ('dropped_at__isnull', True), ('filled_at__isnull', True), ('begun_at__isnull', True)), name='claim_queue_by_chance'),
        ),
        migrations.AddIndex(
            model_name='claim',
            index=models.Index(models.F('project'), models.F('begun_at'), models.F('id'), condition=models.Q(('resolved_at__isnull', True), ('withdrawn_at__isnull', True), ('dropped_at__isnull', True), ('filled_at__isnull', True), ('begun_at__isnull', False)), name='claim_begun'),
        ),
        migrations.AddIndex(
            model_name='claim',
            index=models.Index(models.F('project'), models.F('taken_by__0_9'), models.F('begun_at'), models.F('id'), condition=models.Q(('resolved_at__isnull', True), ('withdrawn_at__isnull', True), ('dropped_at__isnull', True), ('filled_at__isnull', True), ('begun_at__isnull', False)), name='claim_begun_by'),
        ),
        migrations.AddIndex(
            model_name='claim',
            index=models.Index(condition=models.Q(('resolved_at__isnull', True), ('withdrawn_at__isnull', True), ('begun_at__isnull', False)), fields=['project', '-id'], name='claim_taken_up'),
        ),
        migrations.AddIndex(
            model_name='annotation',
            index=models.Index(condition=models.Q(('submitted_at__isnull', False)), fields=['person', '-submitted_at', '-id'], name='annotation_judged_by'),
        ),
        migrations.AddConstraint(
            model_name='annotation',
            constraint=models.CheckConstraint(condition=models.Q(('strategy__in', ['check_worthiness', 'uncertainty', 'article_order', 'random', 'chosen']), ('strategy__isnull', True), _connector='OR'), name='annotation_strategy_is_in_the_vocabulary'),
        ),
        migrations.AddConstraint(
            model_name='project',
            constraint=models.CheckConstraint(condition=models.Q(('random_share__range', (0, 1))), name='project_random_share_is_between_0_and_1'),
        ),
        migrations.AddConstraint(
            model_name='project',
            constraint=models.CheckConstraint(condition=models.Q(('strategy__in', ['check_worthiness', 'uncertainty', 'article_order', 'random'])), name='project_strategy_is_one_that_orders_the_queue'),
        ),
    ]
