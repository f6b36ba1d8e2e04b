"""The database writes down on a place when it was submitted (see `sql/noted_submissions.sql`)."""

from pathlib import Path

from django.db import migrations

SQL = Path(__file__).parent / "sql" / "noted_submissions.sql"


class Migration(migrations.Migration):
    dependencies = [("verification", "0015_reopenings")]

    operations = [
        migrations.RunSQL(
            SQL.read_text(encoding="utf-8"), reverse_sql="DROP FUNCTION attest_note_submission CASCADE;"
        ),
    ]
