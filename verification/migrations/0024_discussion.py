"""Comments on claims, and notices (see `sql/comments.sql`)."""

from pathlib import Path

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

SQL = Path(__file__).parent / "sql" / "comments.sql"


class Migration(migrations.Migration):

    dependencies = [
        ('verification', '0023_dossiers'),
    ]

    operations = [
        migrations.AddField(
            model_name='user',
            name='mails_notices',
            field=models.BooleanField(default=True, help_text='Whether notices come by mail too'),
        ),
        migrations.CreateModel(
            name='Comment',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('at', models.DateTimeField()),
                ('text', models.TextField(blank=True, help_text='Empty once it is withdrawn')),
                ('resolved_at', models.DateTimeField(blank=True, null=True)),
                ('withdrawn_at', models.DateTimeField(blank=True, null=True)),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='comments', to=settings.AUTH_USER_MODEL)),
                ('claim', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='comments', to='verification.claim')),
                ('mentions', models.ManyToManyField(blank=True, help_text='Members whom the words name with an @', related_name='mentioned_in', to=settings.AUTH_USER_MODEL)),
                ('project', models.ForeignKey(db_index=False, editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='verification.project')),
                ('reply_to', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='replies', to='verification.comment')),
                ('resolved_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['id'],
            },
        ),
        migrations.CreateModel(
            name='Notice',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('sent_back', 'sent back'), ('answered', 'answered'), ('mentioned', 'mentioned'), ('replied', 'replied'), ('assigned', 'assigned')], max_length=20)),
                ('at', models.DateTimeField()),
                ('read_at', models.DateTimeField(blank=True, null=True)),
                ('mailed_at', models.DateTimeField(blank=True, help_text='When it left by mail too', null=True)),
                ('claim', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='notices', to='verification.claim')),
                ('comment', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='notices', to='verification.comment')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='notices', to=settings.AUTH_USER_MODEL)),
                ('project', models.ForeignKey(db_index=False, editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='verification.project')),
                ('question', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='notices', to='verification.question')),
            ],
            options={
                'ordering': ['-id'],
            },
        ),
        migrations.AddIndex(
            model_name='comment',
            index=models.Index(fields=['project', '-id'], name='comment_newest'),
        ),
        migrations.AddIndex(
            model_name='comment',
            index=models.Index(condition=models.Q(('reply_to__isnull', True), ('resolved_at__isnull', True), ('withdrawn_at__isnull', True)), fields=['project', '-id'], name='comment_open_discussion'),
        ),
        migrations.AddConstraint(
            model_name='comment',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('resolved_at__isnull', True), ('resolved_by__isnull', True)), models.Q(('resolved_at__isnull', False), ('resolved_by__isnull', False)), _connector='OR'), name='comment_resolved_at_and_by_are_set_together'),
        ),
        migrations.AddConstraint(
            model_name='comment',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('withdrawn_at__isnull', True), models.Q(('text', ''), _negated=True)), models.Q(('text', ''), ('withdrawn_at__isnull', False)), _connector='OR'), name='comment_has_words_until_it_is_withdrawn'),
        ),
        migrations.AddConstraint(
            model_name='comment',
            constraint=models.CheckConstraint(condition=models.Q(('reply_to__isnull', True), ('resolved_at__isnull', True), _connector='OR'), name='comment_that_answers_another_is_not_closed_itself'),
        ),
        migrations.AddIndex(
            model_name='notice',
            index=models.Index(fields=['person', '-id'], name='notice_newest'),
        ),
        migrations.AddIndex(
            model_name='notice',
            index=models.Index(condition=models.Q(('read_at__isnull', True)), fields=['person', '-id'], name='notice_unread'),
        ),
        migrations.AddConstraint(
            model_name='notice',
            constraint=models.CheckConstraint(condition=models.Q(('kind__in', ['sent_back', 'answered', 'mentioned', 'replied', 'assigned']), ('kind__isnull', True), _connector='OR'), name='notice_kind_is_in_the_vocabulary'),
        ),
        migrations.AddConstraint(
            model_name='notice',
            constraint=models.CheckConstraint(condition=models.Q(('question__isnull', True), ('comment__isnull', True), _connector='OR'), name='notice_is_about_a_question_or_a_comment'),
        ),
        migrations.RunSQL(
            SQL.read_text(encoding="utf-8"),
            # The tables go, and their triggers with them.
            reverse_sql=migrations.RunSQL.noop,
        ),
    ]
