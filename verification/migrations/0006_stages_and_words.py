"""`resolved_at` of claims, kept by the database; an index for each stage; finding articles by their words."""

from pathlib import Path

import django.contrib.postgres.indexes
import django.contrib.postgres.search
import django.db.models.functions.text
from django.db import migrations, models

SQL = Path(__file__).parent / "sql" / "resolved_claims.sql"
UNDO = """
DROP FUNCTION attest_mark_resolved CASCADE;
DROP FUNCTION attest_check_resolved CASCADE;
"""


class Migration(migrations.Migration):

    dependencies = [
        ('verification', '0005_uploads_and_invitations'),
    ]

    operations = [
        migrations.RemoveIndex(
            model_name='claim',
            name='claim_queue',
        ),
        migrations.AddField(
            model_name='claim',
            name='resolved_at',
            field=models.DateTimeField(blank=True, help_text='When the resolution that stands was made', null=True),
        ),
        migrations.RunSQL(SQL.read_text(encoding="utf-8"), reverse_sql=UNDO),
        migrations.AddIndex(
            model_name='annotation',
            index=models.Index(fields=['person', 'claim'], name='annotation_of_person_on_claim'),
        ),
        migrations.AddIndex(
            model_name='annotation',
            index=models.Index(condition=models.Q(('submitted_at__isnull', True)), fields=['person', '-id'], name='annotation_not_submitted'),
        ),
        migrations.AddIndex(
            model_name='article',
            index=models.Index(fields=['project', 'state', '-id'], name='article_of_state'),
        ),
        migrations.AddIndex(
            model_name='article',
            index=django.contrib.postgres.indexes.GinIndex(django.contrib.postgres.search.SearchVector(models.Func(django.db.models.functions.text.Concat(models.F('title'), models.Value(' '), django.db.models.functions.text.Left('text', 100000), output_field=models.TextField()), models.Value('يىك'), models.Value('ییک'), function='translate', output_field=models.TextField()), config='simple'), name='article_words'),
        ),
        migrations.AddIndex(
            model_name='claim',
            index=models.Index(models.F('project'), models.OrderBy(models.F('check_worthiness'), descending=True), models.F('id'), condition=models.Q(('resolved_at__isnull', True), ('withdrawn_at__isnull', True), ('dropped_at__isnull', True), ('filled_at__isnull', True)), name='claim_queue'),
        ),
        migrations.AddIndex(
            model_name='claim',
            index=models.Index(models.F('project'), models.OrderBy(models.F('check_worthiness'), descending=True), models.F('id'), condition=models.Q(('resolved_at__isnull', True), ('withdrawn_at__isnull', True), ('dropped_at__isnull', True), ('filled_at__isnull', False)), name='claim_to_adjudicate'),
        ),
        migrations.AddIndex(
            model_name='claim',
            index=models.Index(condition=models.Q(('resolved_at__isnull', True), ('withdrawn_at__isnull', True)), fields=['project', '-id'], name='claim_unresolved'),
        ),
        migrations.AddIndex(
            model_name='claim',
            index=models.Index(condition=models.Q(('resolved_at__isnull', True), ('withdrawn_at__isnull', True), ('dropped_at__isnull', True), ('filled_at__isnull', False)), fields=['project', '-id'], name='claim_awaiting'),
        ),
        migrations.AddIndex(
            model_name='claim',
            index=models.Index(condition=models.Q(('resolved_at__isnull', True), ('withdrawn_at__isnull', True), ('dropped_at__isnull', False)), fields=['project', '-id'], name='claim_dropped'),
        ),
        migrations.AddIndex(
            model_name='claim',
            index=models.Index(condition=models.Q(('resolved_at__isnull', False), ('withdrawn_at__isnull', True)), fields=['project', '-id'], name='claim_resolved'),
        ),
        migrations.AddIndex(
            model_name='claim',
            index=models.Index(condition=models.Q(('withdrawn_at__isnull', False)), fields=['project', '-id'], name='claim_withdrawn'),
        ),
    ]
