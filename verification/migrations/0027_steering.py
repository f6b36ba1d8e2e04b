"""Curators say what comes first and for whom (see `sql/assignments.sql`)."""

from pathlib import Path

import django.db.models.deletion
import django.db.models.expressions
import django.db.models.functions.math
from django.conf import settings
from django.db import migrations, models

SQL = Path(__file__).parent / "sql" / "assignments.sql"
UNDONE = """
    DROP FUNCTION attest_assign, attest_assignments_of_claim, attest_reserve_of_row CASCADE;
    DROP FUNCTION attest_reserve, attest_wants;
"""


class Migration(migrations.Migration):

    dependencies = [
        ('verification', '0026_known_answers'),
    ]

    operations = [
        migrations.CreateModel(
            name='Assignment',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('keeps', models.BooleanField(default=False, help_text='For those alone whom the claim was assigned to')),
                ('assigned_at', models.DateTimeField()),
                ('is_waiting', models.BooleanField(default=True, editable=False)),
            ],
            options={
                'ordering': ['id'],
            },
        ),
        migrations.RemoveConstraint(
            model_name='annotation',
            name='annotation_strategy_is_in_the_vocabulary',
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
            name='is_reserved',
            field=models.BooleanField(default=False, editable=False),
        ),
        migrations.AddField(
            model_name='claim',
            name='priority',
            field=models.PositiveSmallIntegerField(default=0, help_text='How soon the queue brings it: a place in the order of vocabulary.Priority'),
        ),
        migrations.AlterField(
            model_name='annotation',
            name='strategy',
            field=models.CharField(choices=[('check_worthiness', 'check worthiness'), ('uncertainty', 'uncertainty'), ('article_order', 'article order'), ('random', 'random'), ('chosen', 'chosen'), ('assigned', 'assigned'), ('put_first', 'put first')], max_length=20),
        ),
        migrations.AddIndex(
            model_name='claim',
            index=models.Index(models.F('project'), models.OrderBy(models.F('priority'), descending=True), models.OrderBy(models.F('check_worthiness'), descending=True), models.F('id'), condition=models.Q(('resolved_at__isnull', True), ('withdrawn_at__isnull', True), ('dropped_at__isnull', True), ('filled_at__isnull', True), ('set_aside_at__isnull', True), ('begun_at__isnull', True), ('is_reserved', False)), name='claim_queue'),
        ),
        migrations.AddIndex(
            model_name='claim',
            index=models.Index(models.F('project'), models.OrderBy(models.F('priority'), descending=True), django.db.models.functions.math.Abs(django.db.models.expressions.CombinedExpression(models.F('check_worthiness'), '-', models.Value(0.5))), models.F('id'), condition=models.Q(('resolved_at__isnull', True), ('withdrawn_at__isnull', True), ('dropped_at__isnull', True), ('filled_at__isnull', True), ('set_aside_at__isnull', True), ('begun_at__isnull', True), ('is_reserved', False)), name='claim_queue_uncertain'),
        ),
        migrations.AddIndex(
            model_name='claim',
            index=models.Index(models.F('project'), models.OrderBy(models.F('priority'), descending=True), models.F('article'), models.F('start'), models.F('id'), condition=models.Q(('resolved_at__isnull', True), ('withdrawn_at__isnull', True), ('dropped_at__isnull', True), ('filled_at__isnull', True), ('set_aside_at__isnull', True), ('begun_at__isnull', True), ('is_reserved', False)), name='claim_queue_of_articles'),
        ),
        migrations.AddIndex(
            model_name='claim',
            index=models.Index(models.F('project'), models.F('public_id'), condition=models.Q(('resolved_at__isnull', True), ('withdrawn_at__isnull', True), ('dropped_at__isnull', True), ('filled_at__isnull', True), ('set_aside_at__isnull', True), ('begun_at__isnull', True), ('is_reserved', False)), name='claim_queue_by_chance'),
        ),
        migrations.AddIndex(
            model_name='claim',
            index=models.Index(models.F('project'), models.OrderBy(models.F('priority'), descending=True), models.F('begun_at'), models.F('id'), condition=models.Q(('resolved_at__isnull', True), ('withdrawn_at__isnull', True), ('dropped_at__isnull', True), ('filled_at__isnull', True), ('set_aside_at__isnull', True), ('begun_at__isnull', False), ('is_reserved', False)), name='claim_begun'),
        ),
        migrations.AddIndex(
            model_name='claim',
            index=models.Index(models.F('project'), models.F('taken_by__0_9'), models.OrderBy(models.F('priority'), descending=True), models.F('begun_at'), models.F('id'), condition=models.Q(('resolved_at__isnull', True), ('withdrawn_at__isnull', True), ('dropped_at__isnull', True), ('filled_at__isnull', True), ('set_aside_at__isnull', True), ('begun_at__isnull', False), ('is_reserved', False)), name='claim_begun_by'),
        ),
        migrations.AddConstraint(
            model_name='annotation',
            constraint=models.CheckConstraint(condition=models.Q(('strategy__in', ['check_worthiness', 'uncertainty', 'article_order', 'random', 'chosen', 'assigned', 'put_first']), ('strategy__isnull', True), _connector='OR'), name='annotation_strategy_is_in_the_vocabulary'),
        ),
        migrations.AddConstraint(
            model_name='claim',
            constraint=models.CheckConstraint(condition=models.Q(('priority__lt', 3)), name='claim_priority_is_a_place_in_the_vocabulary'),
        ),
        migrations.AddField(
            model_name='assignment',
            name='assigned_by',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='assignments_made', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='assignment',
            name='claim',
            field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='assignments', to='verification.claim'),
        ),
        migrations.AddField(
            model_name='assignment',
            name='person',
            field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='assignments', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='assignment',
            name='project',
            field=models.ForeignKey(db_index=False, editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='verification.project'),
        ),
        migrations.AddIndex(
            model_name='assignment',
            index=models.Index(condition=models.Q(('is_waiting', True)), fields=['person', 'project', 'assigned_at', 'id'], name='assignment_waiting'),
        ),
        migrations.AddIndex(
            model_name='assignment',
            index=models.Index(fields=['person', 'claim'], name='assignment_of_person'),
        ),
        migrations.AddIndex(
            model_name='assignment',
            index=models.Index(fields=['project', '-claim'], name='assignment_newest'),
        ),
        migrations.AddConstraint(
            model_name='assignment',
            constraint=models.UniqueConstraint(fields=('claim', 'person'), name='assignment_is_one_per_claim_and_person'),
        ),
        migrations.RunSQL(SQL.read_text(encoding="utf-8"), reverse_sql=UNDONE),
    ]
