"""Further places, and judgements sent back with a question (see `sql/questions.sql`)."""

from pathlib import Path

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

SQL = Path(__file__).parent / "sql" / "questions.sql"


class Migration(migrations.Migration):

    dependencies = [
        ('verification', '0019_agreement_reports'),
    ]

    operations = [
        migrations.CreateModel(
            name='Question',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('asked_at', models.DateTimeField()),
                ('text', models.TextField()),
                ('answered_at', models.DateTimeField(blank=True, null=True)),
                ('answer', models.TextField(blank=True, help_text='Empty where another revision is the answer')),
            ],
            options={
                'ordering': ['id'],
            },
        ),
        migrations.AddField(
            model_name='claim',
            name='further_places',
            field=models.PositiveSmallIntegerField(default=0, help_text='Of these places: asked for by adjudicators, after the others were filled'),
        ),
        migrations.AddConstraint(
            model_name='claim',
            constraint=models.CheckConstraint(condition=models.Q(('further_places__lte', models.F('places'))), name='claim_further_places_are_among_its_places'),
        ),
        migrations.AddField(
            model_name='question',
            name='annotation',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='questions', to='verification.annotation'),
        ),
        migrations.AddField(
            model_name='question',
            name='asked_by',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='questions_asked', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='question',
            name='judgement',
            field=models.ForeignKey(help_text='The revision that it was asked about', on_delete=django.db.models.deletion.PROTECT, related_name='questions', to='verification.judgement'),
        ),
        migrations.AddField(
            model_name='question',
            name='project',
            field=models.ForeignKey(db_index=False, editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='verification.project'),
        ),
        migrations.AddIndex(
            model_name='question',
            index=models.Index(fields=['project', '-id'], name='question_newest'),
        ),
        migrations.AddConstraint(
            model_name='question',
            constraint=models.CheckConstraint(condition=models.Q(('text', ''), _negated=True), name='question_is_asked_in_words'),
        ),
        migrations.AddConstraint(
            model_name='question',
            constraint=models.CheckConstraint(condition=models.Q(('answer', ''), ('answered_at__isnull', False), _connector='OR'), name='question_answer_has_its_time'),
        ),
        migrations.AddConstraint(
            model_name='question',
            constraint=models.UniqueConstraint(condition=models.Q(('answered_at__isnull', True)), fields=('annotation',), name='question_is_asked_one_at_a_time'),
        ),
        migrations.AddIndex(
            model_name='claim',
            index=models.Index(condition=models.Q(('resolved_at__isnull', True), ('withdrawn_at__isnull', True), ('dropped_at__isnull', True), ('filled_at__isnull', True), ('further_places__gt', 0)), fields=['project', '-id'], name='claim_asked_further'),
        ),
        migrations.RunSQL(
            SQL.read_text(encoding="utf-8"),
            # The table goes, and its triggers with it.
            reverse_sql=migrations.RunSQL.noop,
        ),
    ]
