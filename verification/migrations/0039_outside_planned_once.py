"""Whether evidence is from outside is planned once for each connection, not at each judgement."""

from pathlib import Path

from django.db import migrations

SQL = Path(__file__).parent / "sql" / "outside_planned_once.sql"


class Migration(migrations.Migration):

    dependencies = [
        ('verification', '0038_begun_successors'),
    ]

    operations = [
        migrations.RunSQL(SQL.read_text(encoding="utf-8"), reverse_sql=migrations.RunSQL.noop),
    ]
