"""Finding claims by the words of their statements, and by their topics."""

import django.contrib.postgres.indexes
import django.contrib.postgres.search
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("verification", "0003_queue")]

    operations = [
        migrations.AddIndex(
            model_name="claim",
            index=django.contrib.postgres.indexes.GinIndex(
                django.contrib.postgres.search.SearchVector(
                    models.Func(
                        models.F("statement"),
                        models.Value("يىك"),
                        models.Value("ییک"),
                        function="translate",
                        output_field=models.TextField(),
                    ),
                    config="simple",
                ),
                name="claim_statement_words",
            ),
        ),
    ]
