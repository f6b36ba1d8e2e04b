"""Counts of requests, for the limits of the API. Not logged: what they hold is worth nothing after a crash."""

from django.db import migrations, models

UNLOGGED = "ALTER TABLE verification_requestcount SET UNLOGGED"
LOGGED = "ALTER TABLE verification_requestcount SET LOGGED"


class Migration(migrations.Migration):

    dependencies = [
        ('verification', '0006_stages_and_words'),
    ]

    operations = [
        migrations.CreateModel(
            name='RequestCount',
            fields=[
                ('key', models.CharField(max_length=80, primary_key=True, serialize=False)),
                ('ends_at', models.DateTimeField(db_index=True)),
                ('requests', models.BigIntegerField()),
            ],
        ),
        migrations.RunSQL(UNLOGGED, reverse_sql=LOGGED),
    ]
