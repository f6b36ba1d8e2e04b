"""What people are kept from, because they are no outsiders there."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('verification', '0024_discussion'),
    ]

    operations = [
        migrations.CreateModel(
            name='Exclusion',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('topic', models.CharField(blank=True, choices=[('territory', 'territory'), ('violence', 'violence'), ('casualties', 'casualties'), ('forces', 'forces'), ('negotiation', 'negotiation'), ('recognition', 'recognition'), ('governance', 'governance'), ('biography', 'biography'), ('other', 'other')], max_length=20, null=True)),
                ('outlet', models.TextField(blank=True, help_text='As the publications of articles name it', null=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('party', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='exclusions', to='verification.party')),
                ('person', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='exclusions', to=settings.AUTH_USER_MODEL)),
                ('project', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='exclusions', to='verification.project')),
                ('set_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='exclusions_set', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['id'],
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('outlet__isnull', True), ('party__isnull', True), ('topic__isnull', False)), models.Q(('outlet__isnull', False), ('party__isnull', True), ('topic__isnull', True)), models.Q(('outlet__isnull', True), ('party__isnull', False), ('topic__isnull', True)), _connector='OR'), name='exclusion_names_one_of_topic_outlet_and_party'), models.CheckConstraint(condition=models.Q(('topic__in', ['territory', 'violence', 'casualties', 'forces', 'negotiation', 'recognition', 'governance', 'biography', 'other']), ('topic__isnull', True), _connector='OR'), name='exclusion_topic_is_in_the_vocabulary'), models.UniqueConstraint(fields=('person', 'project', 'topic', 'outlet', 'party'), name='exclusion_is_said_once', nulls_distinct=False)],
            },
        ),
    ]
