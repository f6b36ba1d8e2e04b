"""Pages that people name as evidence, as workers found them; articles by their address."""

from pathlib import Path

import django.db.models.deletion
import verification.vocabulary.work
from django.db import migrations, models

SQL = Path(__file__).parent / "sql" / "link_snapshots.sql"


class Migration(migrations.Migration):

    dependencies = [
        ('verification', '0030_saved_filters'),
    ]

    operations = [
        migrations.CreateModel(
            name='LinkSnapshot',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('queued_at', models.DateTimeField(blank=True, null=True)),
                ('lease_until', models.DateTimeField(blank=True, null=True)),
                ('attempts', models.PositiveSmallIntegerField(default=0)),
                ('failure', models.TextField(blank=True, null=True)),
                ('url', models.TextField(help_text='As the evidence names it')),
                ('state', models.CharField(choices=[('waiting', 'waiting'), ('done', 'done'), ('failed', 'failed')], default=verification.vocabulary.work.RetrievalState['WAITING'], max_length=10)),
                ('asked_at', models.DateTimeField(auto_now_add=True)),
                ('final_url', models.TextField(blank=True, help_text='Where the page was in the end', null=True)),
                ('status', models.PositiveSmallIntegerField(blank=True, help_text='Of HTTP; empty where none came', null=True)),
                ('content_type', models.CharField(blank=True, max_length=50, null=True)),
                ('title', models.TextField(blank=True, null=True)),
                ('outlet', models.TextField(blank=True, null=True)),
                ('published_on', models.DateField(blank=True, help_text='As the page says it', null=True)),
                ('retrieved_at', models.DateTimeField(blank=True, null=True)),
                ('sha256', models.CharField(blank=True, help_text="Of the page's bytes, unpacked", max_length=64, null=True)),
                ('bytes', models.PositiveIntegerField(blank=True, null=True)),
                ('annotation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='snapshots', to='verification.annotation')),
                ('project', models.ForeignKey(db_index=False, editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='verification.project')),
            ],
            options={
                'ordering': ['-id'],
            },
        ),
        migrations.AddField(
            model_name='article',
            name='address',
            field=models.TextField(blank=True, help_text='Where a worker is to retrieve it from; empty where it was sent', null=True),
        ),
        migrations.CreateModel(
            name='LinkCopy',
            fields=[
                ('snapshot', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, primary_key=True, related_name='copy', serialize=False, to='verification.linksnapshot')),
                ('content', models.BinaryField()),
                ('text', models.TextField(blank=True, help_text='Empty where none could be had of it', null=True)),
            ],
        ),
        migrations.AddIndex(
            model_name='linksnapshot',
            index=models.Index(fields=['project', '-id'], name='link_snapshot_newest'),
        ),
        migrations.AddIndex(
            model_name='linksnapshot',
            index=models.Index(condition=models.Q(('state', verification.vocabulary.work.RetrievalState['WAITING'])), fields=['queued_at'], name='link_snapshot_unfinished'),
        ),
        migrations.AddConstraint(
            model_name='linksnapshot',
            constraint=models.CheckConstraint(condition=models.Q(('state__in', ['waiting', 'done', 'failed']), ('state__isnull', True), _connector='OR'), name='link_snapshot_state_is_in_the_vocabulary'),
        ),
        migrations.AddConstraint(
            model_name='linksnapshot',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('bytes__isnull', False), ('sha256__isnull', False), ('state', verification.vocabulary.work.RetrievalState['DONE'])), models.Q(models.Q(('state', verification.vocabulary.work.RetrievalState['DONE']), _negated=True), ('bytes__isnull', True), ('sha256__isnull', True)), _connector='OR'), name='link_snapshot_has_a_hash_exactly_when_it_is_done'),
        ),
        migrations.AddConstraint(
            model_name='linksnapshot',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('retrieved_at__isnull', True), ('state', verification.vocabulary.work.RetrievalState['WAITING'])), models.Q(('retrieved_at__isnull', False), ('state', verification.vocabulary.work.RetrievalState['DONE'])), ('state', verification.vocabulary.work.RetrievalState['FAILED']), _connector='OR'), name='link_snapshot_says_when_it_was_retrieved_once_it_was'),
        ),
        migrations.AddConstraint(
            model_name='linksnapshot',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('failure__isnull', False), ('state', verification.vocabulary.work.RetrievalState['FAILED'])), models.Q(models.Q(('state', verification.vocabulary.work.RetrievalState['FAILED']), _negated=True), ('failure__isnull', True)), _connector='OR'), name='link_snapshot_has_failed_exactly_when_it_says_why'),
        ),
        migrations.AddConstraint(
            model_name='linksnapshot',
            constraint=models.UniqueConstraint(models.F('annotation'), models.Func(models.F('url'), function='MD5'), condition=models.Q(('state', verification.vocabulary.work.RetrievalState['WAITING'])), name='link_snapshot_is_asked_for_one_at_a_time'),
        ),
        migrations.RunSQL(
            SQL.read_text(encoding="utf-8"),
            # The table goes, and its triggers with it.
            reverse_sql=migrations.RunSQL.noop,
        ),
    ]
