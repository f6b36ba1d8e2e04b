"""Finding articles by their words through the index, always: see `ArticleQuerySet.saying`."""

from pathlib import Path

from django.db import migrations

SQL = Path(__file__).parent / "sql" / "articles_saying.sql"


class Migration(migrations.Migration):
    dependencies = [("verification", "0007_request_counts")]

    operations = [
        migrations.RunSQL(
            SQL.read_text(encoding="utf-8"), reverse_sql="DROP FUNCTION attest_articles_saying(tsquery)"
        )
    ]
