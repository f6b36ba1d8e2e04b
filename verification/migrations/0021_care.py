"""What people need in order to go on with this work: topics left to others, warnings, rests."""

import django.contrib.postgres.fields
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('auth', '0012_alter_user_first_name_max_length'),
        ('verification', '0020_questions'),
    ]

    operations = [
        migrations.AddField(
            model_name='user',
            name='avoided_topics',
            field=django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=20), blank=True, default=list, size=None),
        ),
        migrations.AddField(
            model_name='user',
            name='most_violent_in_a_row',
            field=models.PositiveSmallIntegerField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name='user',
            name='wants_warning',
            field=models.BooleanField(default=False, help_text='Before text about violence'),
        ),
        migrations.AddConstraint(
            model_name='user',
            constraint=models.CheckConstraint(condition=models.Q(('avoided_topics__contained_by', ['territory', 'violence', 'casualties', 'forces', 'negotiation', 'recognition', 'governance', 'biography', 'other'])), name='user_avoided_topics_are_in_the_vocabulary'),
        ),
        migrations.AddConstraint(
            model_name='user',
            constraint=models.CheckConstraint(condition=models.Q(('most_violent_in_a_row__range', (1, 9))), name='user_most_violent_in_a_row_is_between_1_and_9'),
        ),
    ]
