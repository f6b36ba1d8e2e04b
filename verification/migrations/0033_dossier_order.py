"""Dossiers as an order of the queue: which one a claim is in, and its best score (see `sql/dossier_order.sql`)."""

from pathlib import Path

import verification.vocabulary.judgements
from django.db import migrations, models

SQL = Path(__file__).parent / "sql" / "dossier_order.sql"
UNDO = """
    DROP FUNCTION attest_order_dossiers_of_rows CASCADE;
    DROP FUNCTION attest_order_dossiers;
"""


class Migration(migrations.Migration):

    dependencies = [
        ('verification', '0032_host_turns'),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name='annotation',
            name='annotation_strategy_is_in_the_vocabulary',
        ),
        migrations.RemoveConstraint(
            model_name='project',
            name='project_strategy_is_one_that_orders_the_queue',
        ),
        migrations.AddField(
            model_name='claim',
            name='dossier_worth',
            field=models.FloatField(default=-1.0, editable=False, help_text='The highest check-worthiness among the claims of its dossier'),
        ),
        migrations.AddField(
            model_name='claim',
            name='in_dossier',
            field=models.BigIntegerField(default=0, editable=False, help_text='The id of its dossier'),
        ),
        migrations.AlterField(
            model_name='annotation',
            name='strategy',
            field=models.CharField(choices=[('check_worthiness', 'check worthiness'), ('uncertainty', 'uncertainty'), ('article_order', 'article order'), ('dossiers', 'dossiers'), ('random', 'random'), ('chosen', 'chosen'), ('assigned', 'assigned'), ('put_first', 'put first')], max_length=20),
        ),
        migrations.AlterField(
            model_name='project',
            name='strategy',
            field=models.CharField(choices=[('check_worthiness', 'check worthiness'), ('uncertainty', 'uncertainty'), ('article_order', 'article order'), ('dossiers', 'dossiers'), ('random', 'random')], default=verification.vocabulary.judgements.Strategy['CHECK_WORTHINESS'], help_text='In which order the queue begins claims', max_length=20),
        ),
        migrations.RunSQL(SQL.read_text(encoding="utf-8"), reverse_sql=UNDO),
        migrations.AddIndex(
            model_name='claim',
            index=models.Index(models.F('project'), models.OrderBy(models.F('priority'), descending=True), models.OrderBy(models.F('dossier_worth'), descending=True), models.F('in_dossier'), models.OrderBy(models.F('check_worthiness'), descending=True), models.F('id'), condition=models.Q(('resolved_at__isnull', True), ('withdrawn_at__isnull', True), ('dropped_at__isnull', True), ('filled_at__isnull', True), ('set_aside_at__isnull', True), ('begun_at__isnull', True), ('is_reserved', False)), name='claim_queue_of_dossiers'),
        ),
        migrations.AddConstraint(
            model_name='annotation',
            constraint=models.CheckConstraint(condition=models.Q(('strategy__in', ['check_worthiness', 'uncertainty', 'article_order', 'dossiers', 'random', 'chosen', 'assigned', 'put_first']), ('strategy__isnull', True), _connector='OR'), name='annotation_strategy_is_in_the_vocabulary'),
        ),
        migrations.AddConstraint(
            model_name='project',
            constraint=models.CheckConstraint(condition=models.Q(('strategy__in', ['check_worthiness', 'uncertainty', 'article_order', 'dossiers', 'random'])), name='project_strategy_is_one_that_orders_the_queue'),
        ),
    ]
