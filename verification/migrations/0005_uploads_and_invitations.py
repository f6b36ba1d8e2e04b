"""What is sent in one go, files that hold several articles, and links that let people in."""

import django.contrib.postgres.fields
import django.contrib.postgres.indexes
import django.db.models.deletion
import verification.vocabulary
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('verification', '0004_claim_search'),
    ]

    operations = [
        migrations.CreateModel(
            name='Bundle',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('queued_at', models.DateTimeField(blank=True, null=True)),
                ('lease_until', models.DateTimeField(blank=True, null=True)),
                ('attempts', models.PositiveSmallIntegerField(default=0)),
                ('failure', models.TextField(blank=True, null=True)),
                ('name', models.TextField()),
                ('content', models.BinaryField()),
                ('sha256', models.CharField(max_length=64)),
                ('state', models.CharField(choices=[('received', 'received'), ('unpacking', 'unpacking'), ('done', 'done'), ('failed', 'failed')], default=verification.vocabulary.BundleState['RECEIVED'], max_length=20)),
                ('parts', models.PositiveIntegerField(blank=True, help_text='How many it holds, once it was opened', null=True)),
                ('received_at', models.DateTimeField(auto_now_add=True)),
            ],
            options={
                'ordering': ['id'],
            },
        ),
        migrations.AddField(
            model_name='article',
            name='near_keys',
            field=django.contrib.postgres.fields.ArrayField(base_field=models.BigIntegerField(), blank=True, help_text='Texts that share one are nearly the same', null=True, size=None),
        ),
        migrations.AddField(
            model_name='article',
            name='normalisation',
            field=models.JSONField(blank=True, default=dict, help_text="What reading and normalising did to the file's text, counted"),
        ),
        migrations.AddField(
            model_name='article',
            name='part',
            field=models.CharField(blank=True, help_text='Which part of the bundle it is', max_length=300, null=True),
        ),
        migrations.AddField(
            model_name='guideline',
            name='author',
            field=models.ForeignKey(blank=True, help_text='Null: a command', null=True, on_delete=django.db.models.deletion.PROTECT, related_name='guidelines_written', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='guideline',
            name='note',
            field=models.CharField(blank=True, help_text='What this version changes, and why', max_length=300),
        ),
        migrations.AddField(
            model_name='article',
            name='bundle',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='articles', to='verification.bundle'),
        ),
        migrations.CreateModel(
            name='Invitation',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('digest', models.CharField(max_length=64, unique=True)),
                ('roles', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=20), blank=True, default=list, size=None)),
                ('note', models.CharField(blank=True, help_text='For whom it is, in the words of who made it', max_length=200)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('expires_at', models.DateTimeField()),
                ('used_at', models.DateTimeField(blank=True, null=True)),
                ('revoked_at', models.DateTimeField(blank=True, null=True)),
                ('invited_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='invitations_made', to=settings.AUTH_USER_MODEL)),
                ('project', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='invitations', to='verification.project')),
                ('revoked_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='invitations_revoked', to=settings.AUTH_USER_MODEL)),
                ('used_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='invitations_used', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['-id'],
            },
        ),
        migrations.CreateModel(
            name='Upload',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('refused', models.JSONField(blank=True, default=list)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('by', models.ForeignKey(blank=True, help_text='Null: a command', null=True, on_delete=django.db.models.deletion.PROTECT, related_name='uploads', to=settings.AUTH_USER_MODEL)),
                ('project', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='uploads', to='verification.project')),
            ],
            options={
                'ordering': ['-id'],
            },
        ),
        migrations.AddField(
            model_name='bundle',
            name='upload',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='bundles', to='verification.upload'),
        ),
        migrations.AddField(
            model_name='article',
            name='upload',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='articles', to='verification.upload'),
        ),
        migrations.AddIndex(
            model_name='article',
            index=django.contrib.postgres.indexes.GinIndex(fields=['near_keys'], name='article_near_keys'),
        ),
        migrations.AddConstraint(
            model_name='article',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('bundle__isnull', True), ('part__isnull', True)), models.Q(('bundle__isnull', False), ('part__isnull', False)), _connector='OR'), name='article_of_a_bundle_names_its_part'),
        ),
        migrations.AddConstraint(
            model_name='article',
            constraint=models.UniqueConstraint(fields=('bundle', 'part'), name='article_is_made_of_a_part_once'),
        ),
        migrations.AddConstraint(
            model_name='invitation',
            constraint=models.CheckConstraint(condition=models.Q(('roles__contained_by', ['annotator', 'adjudicator', 'curator', 'researcher'])), name='invitation_roles_are_in_the_vocabulary'),
        ),
        migrations.AddConstraint(
            model_name='invitation',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('project__isnull', False), ('roles__len__gt', 0)), models.Q(('project__isnull', True), ('roles__len', 0)), _connector='OR'), name='invitation_has_roles_exactly_when_it_has_a_project'),
        ),
        migrations.AddConstraint(
            model_name='invitation',
            constraint=models.CheckConstraint(condition=models.Q(('expires_at__gt', models.F('created_at'))), name='invitation_expires_after_it_was_made'),
        ),
        migrations.AddConstraint(
            model_name='invitation',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('used_at__isnull', True), ('used_by__isnull', True)), models.Q(('used_at__isnull', False), ('used_by__isnull', False)), _connector='OR'), name='invitation_used_at_and_by_are_set_together'),
        ),
        migrations.AddConstraint(
            model_name='invitation',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('revoked_at__isnull', True), ('revoked_by__isnull', True)), models.Q(('revoked_at__isnull', False), ('revoked_by__isnull', False)), _connector='OR'), name='invitation_revoked_at_and_by_are_set_together'),
        ),
        migrations.AddConstraint(
            model_name='invitation',
            constraint=models.CheckConstraint(condition=models.Q(('used_at__isnull', True), ('revoked_at__isnull', True), _connector='OR'), name='invitation_is_not_both_used_and_revoked'),
        ),
        migrations.AddIndex(
            model_name='upload',
            index=models.Index(fields=['project', '-id'], name='upload_newest'),
        ),
        migrations.AddIndex(
            model_name='bundle',
            index=models.Index(condition=models.Q(('state__in', ['received', 'unpacking'])), fields=['queued_at'], name='bundle_unfinished'),
        ),
        migrations.AddConstraint(
            model_name='bundle',
            constraint=models.CheckConstraint(condition=models.Q(('state__in', ['received', 'unpacking', 'done', 'failed']), ('state__isnull', True), _connector='OR'), name='bundle_state_is_in_the_vocabulary'),
        ),
        migrations.AddConstraint(
            model_name='bundle',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('failure__isnull', False), ('state', verification.vocabulary.BundleState['FAILED'])), models.Q(models.Q(('state', verification.vocabulary.BundleState['FAILED']), _negated=True), ('failure__isnull', True)), _connector='OR'), name='bundle_has_failed_exactly_when_it_says_why'),
        ),
    ]
