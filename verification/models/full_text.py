"""Finding by words: what the full-text indexes hold, and a person's words as a question to them.

Words are compared from their beginning and as they stand, because PostgreSQL knows too few of our languages.
"""

from __future__ import annotations

from django.contrib.postgres.search import SearchQuery, SearchVector
from django.db.models import F, Func, TextField, Value
from django.db.models.expressions import Combinable
from django.db.models.functions import Concat, Left

from verification.text.hits import ALIKE

MOST_WORDS = 20
# Code points of an article that are looked into: PostgreSQL refuses to index more than a megabyte of words.
HEAD = 100_000


def _words(text: Combinable) -> SearchVector:
    return SearchVector(
        Func(text, Value(ALIKE[0]), Value(ALIKE[1]), function="translate", output_field=TextField()),
        config="simple",
    )


# What the full-text indexes hold; a search must name the very same expression to use one.
STATEMENT_WORDS = _words(F("statement"))
ARTICLE_WORDS = _words(Concat(F("title"), Value(" "), Left("text", HEAD), output_field=TextField()))


def asked(words: str) -> str | None:
    """The question (a tsquery) for texts that hold, for each of `words`, a word that begins with it; None for none."""
    wanted = words.translate(str.maketrans(*ALIKE)).replace("\x00", " ").replace("\\", " ").split()[:MOST_WORDS]
    return " & ".join("'" + word.replace("'", "''") + "':*" for word in wanted) or None


def matching(query: str) -> SearchQuery:
    """The same for a filter on one of the expressions above."""
    return SearchQuery(query, config="simple", search_type="raw")
