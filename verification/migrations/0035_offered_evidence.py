"""What of resolved claims was offered to a person when they took their place."""

import django.contrib.postgres.fields
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('verification', '0034_successions'),
    ]

    operations = [
        migrations.AddField(
            model_name='annotation',
            name='shown_evidence',
            field=django.contrib.postgres.fields.ArrayField(base_field=models.BigIntegerField(), default=list, help_text='Evidence of resolved claims that was offered, in order', size=None),
        ),
    ]
