"""The queue of background work (PGMQ, plain SQL). A database that has it already, as an extension, is left alone."""

from pathlib import Path

from django.db import migrations

SQL = Path(__file__).parent / "sql" / "pgmq_1_13_0.sql"


def install(apps, schema_editor):
    with schema_editor.connection.cursor() as cursor:
        cursor.execute("SELECT to_regclass('pgmq.meta') IS NOT NULL")
        if not cursor.fetchone()[0]:
            cursor.execute(SQL.read_text(encoding="utf-8"))


class Migration(migrations.Migration):
    dependencies = [("verification", "0002_rules")]

    operations = [migrations.RunPython(install, migrations.RunPython.noop)]
