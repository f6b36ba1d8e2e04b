from typing import Any

from django.db.models import Q, QuerySet, Subquery
from django.db.models.lookups import IsNull


def any_of(rows: QuerySet[Any, Any]) -> Q:
    """Whether one of `rows`, which name the outer row, exists: an index probe for each outer row that is looked at.

    Exists says the same and leaves PostgreSQL free to read everything beforehand instead. Where the conditions are
    many it expects to look at all outer rows, and does so even for a list that needs the newest fifty.
    """
    return Q(IsNull(Subquery(rows.order_by().values("pk")[:1]), False))
