"""Claims that were begun before they were found to be the same as earlier ones are not reserved."""

from pathlib import Path

from django.db import migrations

SQL = Path(__file__).parent / "sql" / "begun_successors.sql"


class Migration(migrations.Migration):

    dependencies = [
        ('verification', '0037_teams'),
    ]

    operations = [
        migrations.RunSQL(SQL.read_text(encoding="utf-8"), reverse_sql=migrations.RunSQL.noop),
    ]
