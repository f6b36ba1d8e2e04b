from typing import Any

from django.db.models import BooleanField, Q, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce


def any_of(rows: QuerySet[Any, Any]) -> Q:
    """Whether one of `rows`, which name the outer row, exists: an index probe for each outer row that is looked at.

    Exists says the same and leaves PostgreSQL free to read everything beforehand instead. Where the conditions are
    many it expects to look at all outer rows, and does so even for a list that needs the newest fifty. Of this it
    expects that half of the rows fit, whether it is asked or denied; of "is null" that hardly any do.
    """
    first = Subquery(rows.order_by().values_list(Value(True))[:1], output_field=BooleanField())
    return Q(Coalesce(first, Value(False)))
