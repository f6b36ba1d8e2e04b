"""What curators do with many claims at once."""

import django.contrib.postgres.fields
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('verification', '0028_pace'),
    ]

    operations = [
        migrations.CreateModel(
            name='BulkChange',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('assign', 'assign'), ('unassign', 'unassign'), ('priority', 'priority'), ('withdraw', 'withdraw'), ('reopen', 'reopen')], max_length=10)),
                ('claims', django.contrib.postgres.fields.ArrayField(base_field=models.BigIntegerField(), size=None)),
                ('people', django.contrib.postgres.fields.ArrayField(base_field=models.BigIntegerField(), blank=True, default=list, help_text='To whom, by id', size=None)),
                ('keeps', models.BooleanField(default=False, help_text='For them alone')),
                ('priority', models.PositiveSmallIntegerField(default=0)),
                ('why', models.TextField(blank=True)),
                ('planned_at', models.DateTimeField()),
                ('begun_at', models.DateTimeField(blank=True, null=True)),
                ('finished_at', models.DateTimeField(blank=True, null=True)),
                ('done', models.PositiveIntegerField(default=0)),
                ('refused', models.JSONField(blank=True, default=list)),
                ('planned_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('project', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='bulk_changes', to='verification.project')),
            ],
            options={
                'ordering': ['-id'],
                'indexes': [models.Index(fields=['planned_by', '-id'], name='bulk_change_of_person')],
                'constraints': [models.CheckConstraint(condition=models.Q(('kind__in', ['assign', 'unassign', 'priority', 'withdraw', 'reopen']), ('kind__isnull', True), _connector='OR'), name='bulk_change_kind_is_in_the_vocabulary'), models.CheckConstraint(condition=models.Q(('claims__len__range', (1, 1000))), name='bulk_change_is_of_some_claims_and_not_too_many'), models.CheckConstraint(condition=models.Q(('priority__lt', 3)), name='bulk_change_priority_is_a_place_in_the_vocabulary'), models.CheckConstraint(condition=models.Q(('finished_at__isnull', True), models.Q(('begun_at__isnull', False), ('done', models.F('claims__len'))), _connector='OR'), name='bulk_change_is_finished_once_every_claim_is_seen_to')],
            },
        ),
    ]
