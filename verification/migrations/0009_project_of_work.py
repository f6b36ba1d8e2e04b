"""The project of what is done on a claim, kept by the database (see `sql/project_of_work.sql`); claims by public id."""

from pathlib import Path

import django.db.models.deletion
from django.db import migrations, models

SQL = Path(__file__).parent / "sql" / "project_of_work.sql"
UNDO = """
DROP TRIGGER claim_stays_in_its_project ON verification_claim;
DROP FUNCTION attest_project_of_its_claim CASCADE;
DROP FUNCTION attest_project_of_its_annotation CASCADE;
DROP FUNCTION attest_project_of_its_judgement CASCADE;
"""
MODELS = ("annotation", "resolution", "judgement", "evidence", "search")


def project(**options: object) -> models.ForeignKey:
    return models.ForeignKey(
        editable=False,
        on_delete=django.db.models.deletion.PROTECT,
        related_name="+",
        to="verification.project",
        **options,
    )


class Migration(migrations.Migration):
    dependencies = [("verification", "0008_articles_saying")]

    operations = [
        *(migrations.AddField(name, "project", project(null=True, db_index=False)) for name in MODELS),
        migrations.RunSQL(SQL.read_text(encoding="utf-8"), reverse_sql=UNDO),
        *(migrations.AlterField(name, "project", project(db_index=False)) for name in MODELS),
        *(
            migrations.AddIndex(name, models.Index(fields=["project", "-id"], name=f"{name}_newest"))
            for name in MODELS
        ),
        migrations.AddIndex("claim", models.Index(fields=["public_id"], name="claim_of_public_id")),
    ]
