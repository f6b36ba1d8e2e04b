"""Dossiers: one question, its claims, and how they were merged and split."""

from pathlib import Path

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


SQL = Path(__file__).parent / "sql" / "dossiers.sql"
UNDO = "DROP FUNCTION attest_dossier_of_the_claims_project CASCADE; DROP FUNCTION attest_dossiers_of_one_project CASCADE;"


class Migration(migrations.Migration):

    dependencies = [
        ('verification', '0022_queue'),
    ]

    operations = [
        migrations.CreateModel(
            name='Dossier',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('question', models.TextField()),
                ('opened_at', models.DateTimeField()),
                ('merged_at', models.DateTimeField(blank=True, null=True)),
                ('merged_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='dossiers_merged', to=settings.AUTH_USER_MODEL)),
                ('merged_into', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='merged', to='verification.dossier')),
                ('opened_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='dossiers_opened', to=settings.AUTH_USER_MODEL)),
                ('project', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='dossiers', to='verification.project')),
            ],
            options={
                'ordering': ['-id'],
            },
        ),
        migrations.CreateModel(
            name='DossierClaim',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('added_at', models.DateTimeField()),
                ('removed_at', models.DateTimeField(blank=True, null=True)),
                ('added_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('claim', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='memberships', to='verification.claim')),
                ('dossier', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='members', to='verification.dossier')),
                ('removed_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['id'],
            },
        ),
        migrations.CreateModel(
            name='DossierMove',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('merged', 'merged'), ('split', 'split')], max_length=10)),
                ('claims', models.JSONField(help_text='The ids of the claims that moved')),
                ('at', models.DateTimeField()),
                ('undone_at', models.DateTimeField(blank=True, null=True)),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('source', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='moves_away', to='verification.dossier')),
                ('target', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='moves_here', to='verification.dossier')),
                ('undone_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['-id'],
            },
        ),
        migrations.AddIndex(
            model_name='dossier',
            index=models.Index(fields=['project', '-id'], name='dossier_newest'),
        ),
        migrations.AddConstraint(
            model_name='dossier',
            constraint=models.CheckConstraint(condition=models.Q(('question', ''), _negated=True), name='dossier_asks_a_question'),
        ),
        migrations.AddConstraint(
            model_name='dossier',
            constraint=models.CheckConstraint(condition=models.Q(('merged_into', models.F('id')), _negated=True), name='dossier_is_not_merged_into_itself'),
        ),
        migrations.AddConstraint(
            model_name='dossier',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('merged_at__isnull', True), ('merged_by__isnull', True), ('merged_into__isnull', True)), models.Q(('merged_at__isnull', False), ('merged_by__isnull', False), ('merged_into__isnull', False)), _connector='OR'), name='dossier_merged_into_at_and_by_are_set_together'),
        ),
        migrations.AddIndex(
            model_name='dossierclaim',
            index=models.Index(fields=['dossier', 'id'], name='dossier_claim_of_dossier'),
        ),
        migrations.AddConstraint(
            model_name='dossierclaim',
            constraint=models.UniqueConstraint(condition=models.Q(('removed_at__isnull', True)), fields=('claim',), name='dossier_claim_is_in_one_dossier'),
        ),
        migrations.AddConstraint(
            model_name='dossierclaim',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('removed_at__isnull', True), ('removed_by__isnull', True)), models.Q(('removed_at__isnull', False), ('removed_by__isnull', False)), _connector='OR'), name='dossier_claim_removed_at_and_by_are_set_together'),
        ),
        migrations.AddConstraint(
            model_name='dossiermove',
            constraint=models.CheckConstraint(condition=models.Q(('kind__in', ['merged', 'split']), ('kind__isnull', True), _connector='OR'), name='dossier_move_kind_is_in_the_vocabulary'),
        ),
        migrations.AddConstraint(
            model_name='dossiermove',
            constraint=models.CheckConstraint(condition=models.Q(('source', models.F('target')), _negated=True), name='dossier_move_is_between_two_dossiers'),
        ),
        migrations.AddConstraint(
            model_name='dossiermove',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('undone_at__isnull', True), ('undone_by__isnull', True)), models.Q(('undone_at__isnull', False), ('undone_by__isnull', False)), _connector='OR'), name='dossier_move_undone_at_and_by_are_set_together'),
        ),
        migrations.RunSQL(SQL.read_text(encoding="utf-8"), reverse_sql=UNDO),
    ]
