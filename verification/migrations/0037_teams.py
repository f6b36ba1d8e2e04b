"""Teams of annotators, to whom claims are assigned together (see `sql/teams.sql`)."""

from pathlib import Path

import django.contrib.postgres.fields
import django.db.models.deletion
import django.db.models.functions.text
from django.conf import settings
from django.db import migrations, models

SQL = Path(__file__).parent / "sql" / "teams.sql"
UNDONE = """
    DROP TRIGGER changed_assignment_reserves_its_claim ON verification_assignment;
    DROP FUNCTION attest_reserve_of_rows CASCADE;
    CREATE TRIGGER assignment_reserves_its_claim
        AFTER INSERT OR DELETE OR UPDATE OF keeps ON verification_assignment
        FOR EACH ROW EXECUTE FUNCTION attest_reserve_of_row();
"""


class Migration(migrations.Migration):

    dependencies = [
        ('verification', '0036_rereadings'),
    ]

    operations = [
        migrations.CreateModel(
            name='Team',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=80)),
                ('made_at', models.DateTimeField()),
            ],
            options={
                'ordering': ['name', 'id'],
            },
        ),
        migrations.CreateModel(
            name='TeamAssignment',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('keeps', models.BooleanField(default=False, help_text='For those alone whom the claim was assigned to')),
                ('assigned_at', models.DateTimeField()),
            ],
            options={
                'ordering': ['id'],
            },
        ),
        migrations.CreateModel(
            name='TeamMember',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('joined_at', models.DateTimeField()),
            ],
            options={
                'ordering': ['id'],
            },
        ),
        migrations.RemoveConstraint(
            model_name='assignment',
            name='assignment_is_one_per_claim_and_person',
        ),
        migrations.AddField(
            model_name='bulkchange',
            name='teams',
            field=django.contrib.postgres.fields.ArrayField(base_field=models.BigIntegerField(), blank=True, default=list, help_text='To which teams, by id', size=None),
        ),
        migrations.AddField(
            model_name='team',
            name='made_by',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='team',
            name='project',
            field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='teams', to='verification.project'),
        ),
        migrations.AddField(
            model_name='assignment',
            name='team',
            field=models.ForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='verification.team'),
        ),
        migrations.AddIndex(
            model_name='assignment',
            index=models.Index(condition=models.Q(('team__isnull', False)), fields=['team', 'person', 'claim'], name='assignment_of_team'),
        ),
        migrations.AddConstraint(
            model_name='assignment',
            constraint=models.UniqueConstraint(fields=('claim', 'person', 'team'), name='assignment_is_one_per_claim_and_person_and_team', nulls_distinct=False),
        ),
        migrations.AddField(
            model_name='teamassignment',
            name='assigned_by',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='teamassignment',
            name='claim',
            field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='team_assignments', to='verification.claim'),
        ),
        migrations.AddField(
            model_name='teamassignment',
            name='team',
            field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='assignments', to='verification.team'),
        ),
        migrations.AddField(
            model_name='teammember',
            name='added_by',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='teammember',
            name='person',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='teams', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='teammember',
            name='team',
            field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='members', to='verification.team'),
        ),
        migrations.AddConstraint(
            model_name='team',
            constraint=models.UniqueConstraint(models.F('project'), django.db.models.functions.text.Lower('name'), name='team_name_is_a_projects_once'),
        ),
        migrations.AddConstraint(
            model_name='team',
            constraint=models.CheckConstraint(condition=models.Q(('name', ''), _negated=True), name='team_has_a_name'),
        ),
        migrations.AddIndex(
            model_name='teamassignment',
            index=models.Index(fields=['team', 'claim'], name='team_assignment_of_team'),
        ),
        migrations.AddConstraint(
            model_name='teamassignment',
            constraint=models.UniqueConstraint(fields=('claim', 'team'), name='team_assignment_is_one_per_claim_and_team'),
        ),
        migrations.AddConstraint(
            model_name='teammember',
            constraint=models.UniqueConstraint(fields=('team', 'person'), name='team_member_is_in_it_once'),
        ),
        migrations.RunSQL(SQL.read_text(encoding="utf-8"), reverse_sql=UNDONE),
    ]
