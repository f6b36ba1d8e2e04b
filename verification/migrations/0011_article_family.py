"""Finding what an article corrects, and what corrects it, through indexes."""

from pathlib import Path

from django.db import migrations

SQL = Path(__file__).parent / "sql" / "article_family.sql"


class Migration(migrations.Migration):
    dependencies = [("verification", "0010_queue_exists")]

    # The function answers the same as before: there is nothing to take back.
    operations = [migrations.RunSQL(SQL.read_text(encoding="utf-8"), reverse_sql=migrations.RunSQL.noop)]
