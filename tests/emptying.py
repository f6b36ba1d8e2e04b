"""Empties the tables after a test that commits.

Django truncates every table and then makes content types and permissions anew, after each such test. Few tables have
rows in them, and deleting those takes a twentieth of the time.
"""

from __future__ import annotations

from django.contrib.auth.models import Permission
from django.contrib.contenttypes.models import ContentType
from django.core.management import call_command
from django.db import connection, transaction

# What migrating writes, and no test changes.
KEPT = {ContentType._meta.db_table, Permission._meta.db_table}


def empty_tables() -> None:
    """Deletes the rows of every model but those that migrating wrote; no number is given twice."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_setting('is_superuser') = 'on'")
        (may_leave_triggers_out,) = cursor.fetchone()
    if not may_leave_triggers_out:
        call_command("flush", interactive=False, verbosity=0)
        return
    names = set(connection.introspection.django_table_names(only_existing=True, include_views=False)) - KEPT
    tables = [connection.ops.quote_name(name) for name in sorted(names)]
    with transaction.atomic(durable=True), connection.cursor() as cursor:
        # Whoever is still at work on them is waited for, as truncating does.
        cursor.execute(f"LOCK TABLE {', '.join(tables)} IN ACCESS EXCLUSIVE MODE")
        rows = (f"SELECT '{table}' WHERE EXISTS (SELECT FROM {table})" for table in tables)  # noqa: S608
        cursor.execute(" UNION ALL ".join(rows))
        filled = [table for (table,) in cursor.fetchall()]
        if filled:
            # Some triggers keep rows from being deleted; what refers to a row goes with it.
            cursor.execute("SET LOCAL session_replication_role = replica")
            cursor.execute("; ".join(f"DELETE FROM {table}" for table in filled))  # noqa: S608
