"""When hosts of the web may be asked again. Not logged: what it holds is worth nothing after a crash."""

from django.db import migrations, models

UNLOGGED = "ALTER TABLE verification_hostturn SET UNLOGGED"
LOGGED = "ALTER TABLE verification_hostturn SET LOGGED"


class Migration(migrations.Migration):

    dependencies = [
        ('verification', '0031_link_snapshots'),
    ]

    operations = [
        migrations.CreateModel(
            name='HostTurn',
            fields=[
                ('host', models.CharField(max_length=255, primary_key=True, serialize=False)),
                ('free_at', models.DateTimeField(db_index=True)),
            ],
        ),
        migrations.RunSQL(UNLOGGED, reverse_sql=LOGGED),
        migrations.AddField(
            model_name='linksnapshot',
            name='turn_at',
            field=models.DateTimeField(blank=True, help_text='Until when it waits, so that its host has a pause', null=True),
        ),
    ]
