"""A claim that its judgements resolve is marked as filled and as resolved at once."""

from pathlib import Path

from django.db import migrations

SQL = Path(__file__).parent / "sql" / "filled_with_its_resolution.sql"


class Migration(migrations.Migration):

    dependencies = [
        ('verification', '0040_topics'),
    ]

    operations = [
        migrations.RunSQL(SQL.read_text(encoding="utf-8"), reverse_sql=migrations.RunSQL.noop),
    ]
