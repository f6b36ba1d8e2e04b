"""What tables alone cannot refuse: triggers, written in SQL beside this file."""

from pathlib import Path

from django.db import migrations

SQL = Path(__file__).parent / "sql"


class Migration(migrations.Migration):
    dependencies = [("verification", "0001_tables")]

    operations = [
        migrations.RunSQL((SQL / name).read_text(encoding="utf-8"), reverse_sql=migrations.RunSQL.noop)
        for name in ("judgement_rules.sql", "frozen_rows.sql")
    ]
