"""The queue's table, so that whoever enqueues finds it: to declare it anew with each connection locks it."""

from django.db import migrations

CREATE = "SELECT pgmq.create('celery')"


class Migration(migrations.Migration):
    dependencies = [("verification", "0009_project_of_work")]

    operations = [migrations.RunSQL(CREATE, migrations.RunSQL.noop)]
