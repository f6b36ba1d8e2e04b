"""Lists of resolved claims to look at again, after the guideline changed."""

from pathlib import Path

import django.contrib.postgres.fields
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

SQL = Path(__file__).parent / "sql" / "rereadings.sql"


class Migration(migrations.Migration):

    dependencies = [
        ('verification', '0035_offered_evidence'),
    ]

    operations = [
        migrations.CreateModel(
            name='Rereading',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('sections', django.contrib.postgres.fields.ArrayField(base_field=models.TextField(), blank=True, default=list, size=None)),
                ('verdicts', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=20), blank=True, default=list, size=None)),
                ('reasons', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=30), blank=True, default=list, size=None)),
                ('topics', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=20), blank=True, default=list, size=None)),
                ('is_cut', models.BooleanField(default=False)),
                ('begun_at', models.DateTimeField()),
                ('begun_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='rereadings_begun', to=settings.AUTH_USER_MODEL)),
                ('guideline', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='rereadings', to='verification.guideline')),
                ('project', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='rereadings', to='verification.project')),
            ],
            options={
                'ordering': ['-id'],
            },
        ),
        migrations.CreateModel(
            name='RereadClaim',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('outcome', models.CharField(blank=True, choices=[('stands', 'stands'), ('reopened', 'reopened')], max_length=10, null=True)),
                ('at', models.DateTimeField(blank=True, null=True)),
                ('by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='claims_reread', to=settings.AUTH_USER_MODEL)),
                ('claim', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='rereadings', to='verification.claim')),
                ('project', models.ForeignKey(db_index=False, editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='verification.project')),
                ('resolution', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='rereadings', to='verification.resolution')),
                ('rereading', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='claims', to='verification.rereading')),
            ],
            options={
                'ordering': ['-id'],
            },
        ),
        migrations.AddIndex(
            model_name='rereading',
            index=models.Index(fields=['project', '-id'], name='rereading_newest'),
        ),
        migrations.AddIndex(
            model_name='rereadclaim',
            index=models.Index(condition=models.Q(('at__isnull', True)), fields=['rereading', '-id'], name='reread_claim_waiting'),
        ),
        migrations.AddConstraint(
            model_name='rereadclaim',
            constraint=models.UniqueConstraint(fields=('rereading', 'resolution'), name='reread_claim_is_in_a_list_once'),
        ),
        migrations.AddConstraint(
            model_name='rereadclaim',
            constraint=models.CheckConstraint(condition=models.Q(('outcome__in', ['stands', 'reopened']), ('outcome__isnull', True), _connector='OR'), name='reread_claim_outcome_is_in_the_vocabulary'),
        ),
        migrations.AddConstraint(
            model_name='rereadclaim',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('at__isnull', True), ('by__isnull', True), ('outcome__isnull', True)), models.Q(('at__isnull', False), ('by__isnull', False), ('outcome__isnull', False)), _connector='OR'), name='reread_claim_outcome_at_and_by_are_set_together'),
        ),
        migrations.RunSQL(
            SQL.read_text(encoding="utf-8"),
            # The table goes, and its trigger with it.
            reverse_sql=migrations.RunSQL.noop,
        ),
    ]
