"""A list of the administration: the newest rows in numbered pages, and a link to those that are older.

Nothing is counted, nothing is skipped. The ids come first, project by project, so that no project is slower for what
its neighbours hold; then what a row shows for the ids of one page: PostgreSQL would otherwise work that out for every
row of the project.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from typing import TYPE_CHECKING, Any, cast

from django.contrib.admin.options import IncorrectLookupParameters
from django.contrib.admin.views.main import PAGE_VAR, ChangeList
from django.contrib.postgres.expressions import ArraySubquery
from django.core.paginator import InvalidPage, Paginator
from django.db.models import OuterRef, QuerySet
from django.http import HttpRequest

from verification.models import Project, User
from verification.models.membership import memberships_of
from verification.models.prepared import among
from verification.models.prepared_for import PreparedFor

from .borders import Borders, user_of
from .sought import Way

if TYPE_CHECKING:
    from .base import ShowOnly

MOST_COUNTED = 200  # rows that a list numbers in pages; what is older begins a list of its own
BEFORE = "before"
AFTER_ALL = 2**63 - 1  # no row has this id
MOST_CHOICES = 64  # of one noun's filters whose questions are kept prepared


class Newest:
    """The ids of the newest of some rows: project by project, and of those in no project.

    `rows` finds them for whoever asks, by the words of what they seek.
    """

    def __init__(self, noun: ShowOnly, rows: Callable[[User, str], QuerySet[Any]]) -> None:
        self.noun = noun
        self.rows = rows
        self.within: PreparedFor[Project] = PreparedFor(self._within)
        self.beyond: PreparedFor[Any] = PreparedFor(self._beyond)

    def _within(self, user: User, projects: list[int], before: int, words: str) -> QuerySet[Project]:
        of_project = self.rows(user, words).filter(**{cast(str, self.noun.border): OuterRef("pk")}, pk__lt=before)
        newest = ArraySubquery(of_project.order_by("-pk").values("pk")[: MOST_COUNTED + 1])
        return Project.objects.filter(among("pk", projects)).order_by().only("pk").annotate(newest=newest)

    def _beyond(self, user: User, before: int, words: str) -> QuerySet[Any]:
        beyond = self.rows(user, words).filter(pk__lt=before)
        if self.noun.border is not None:
            beyond = beyond.filter(**{f"{self.noun.border}__isnull": True})
        return beyond.order_by("-pk").only("pk")[: MOST_COUNTED + 1]


class Questions:
    """What the list of one noun asks whoever sees it."""

    def __init__(self, noun: ShowOnly) -> None:
        self.noun = noun
        self.page: PreparedFor[Any] = PreparedFor(self._page)
        self._by_choice: dict[Any, Newest] = {}

    def newest(self, choice: frozenset[Any], filters: list[Any], way: Way) -> Newest:
        """What finds the rows that are left by `filters`, whose `choice` it is, and that one comes to by this way."""
        newest = self._by_choice.get((choice, way))
        if newest is None:
            if len(self._by_choice) >= MOST_CHOICES:
                self._by_choice.clear()
            newest = self._by_choice[choice, way] = Newest(self.noun, partial(self.found_by, filters, way))
        return newest

    def found_by(self, filters: list[Any], way: Way, user: User, words: str) -> QuerySet[Any]:
        return way(self.left_by(filters, user), words)

    def left_by(self, filters: list[Any], user: User) -> QuerySet[Any]:
        """The rows that the person may see and that `filters` leave."""
        asking, rows = HttpRequest(), self._visible(user)
        asking.user = user
        for each in filters:
            left = each.queryset(asking, rows)
            rows = rows if left is None else left  # None: by this one they are not filtered
        return rows

    def _visible(self, user: User) -> QuerySet[Any]:
        return self.noun.visible(user, self.noun.model._default_manager.order_by())

    def _page(self, user: User, keys: list[int]) -> QuerySet[Any]:
        rows = self.noun.told(user, self._visible(user)).filter(among("pk", keys)).order_by("-pk")
        return rows.select_related(*cast("tuple[str, ...]", self.noun.list_select_related or ()))


class NewestRows(ChangeList):
    """All is prepared but what a filter has to ask first: that is put together for this once."""

    older: int | None

    def get_filters_params(self, params: Any = None) -> Any:
        asked = super().get_filters_params(params)
        asked.pop(BEFORE, None)
        return asked

    def get_queryset(self, request: HttpRequest, exclude_parameters: Any = None) -> QuerySet[Any]:
        self.filter_specs, self.has_filters, rest, _doubles, self.has_active_filters = self.get_filters(request)
        if rest:
            raise IncorrectLookupParameters(f"No filter asks for {', '.join(rest)}.")
        self.clear_all_filters_qs = self.get_query_string(remove=self.get_filters_params())
        if request.method != "POST":
            return self.root_queryset  # nobody asks it: see `get_results`
        chosen: QuerySet[Any] = super().get_queryset(request, exclude_parameters)
        return chosen

    def get_results(self, request: HttpRequest) -> None:
        person, before = user_of(request), request.GET.get(BEFORE, "")
        told = before.isascii() and before.isdigit() and len(before) < 19
        keys = self._newest(request, person, int(before) if told else AFTER_ALL)
        self.older = keys[MOST_COUNTED - 1] if len(keys) > MOST_COUNTED else None
        self.paginator = Paginator(keys[:MOST_COUNTED], self.list_per_page)
        try:
            page = self.paginator.page(self.page_num)
        except InvalidPage as wrong:
            raise IncorrectLookupParameters from wrong
        self.result_list = self._noun.questions.page.rows(person, keys=list(page.object_list))
        self.result_count = self.paginator.count
        self.multi_page = self.paginator.num_pages > 1
        self.full_result_count = None
        self.show_full_result_count = self.can_show_all = False
        self.show_admin_actions = True

    @property
    def _noun(self) -> ShowOnly:
        return cast("ShowOnly", self.model_admin)

    def _newest(self, request: HttpRequest, person: User, before: int) -> list[int]:
        """The ids of the newest that come before this one, one more than are numbered, falling."""
        border, asked = self._noun.border, self.params.get(Borders.parameter_name)
        sought, found = self._noun.asked_for(self.query), list[int]()
        newest, given = self._found_by(sought.way), {"before": before, "words": sought.words}
        if border is not None:
            held = {member.project_id for member in memberships_of(person) if asked in (None, member.project.slug)}
            each: Iterable[Any] = self._asked(newest.within, person, projects=list(held), **given)
            found = [key for project in each for key in project.newest or ()]  # None: nothing can be found
        if border is None or (self._noun.shows_what_is_in_no_project and asked is None):
            found += [row.pk for row in self._asked(newest.beyond, person, **given)]
        return sorted(found, reverse=True)[: MOST_COUNTED + 1]

    def _found_by(self, way: Way) -> Newest:
        asked, filters, questions = self.get_filters_params(), self.filter_specs, self._noun.questions
        if self._noun.border is not None:  # the project that is asked for chooses where to look
            asked.pop(Borders.parameter_name, None)
            filters = [each for each in filters if not isinstance(each, Borders)]
        return questions.newest(frozenset((name, tuple(values)) for name, values in asked.items()), filters, way)

    def _asked(self, question: PreparedFor[Any], person: User, **given: Any) -> Iterable[Any]:
        asks_first = any(getattr(each, "asks_first", False) for each in self.filter_specs)
        return question.build(person, **given) if asks_first else question.rows(person, **given)

    def url_of_older(self) -> str | None:
        """Where the list goes on; None where this is all there is."""
        return self.get_query_string({BEFORE: self.older}, [PAGE_VAR]) if self.older else None

    def url_of_newest(self) -> str | None:
        """Back to the beginning; None where this is the beginning."""
        return self.get_query_string(remove=[BEFORE, PAGE_VAR]) if BEFORE in self.params else None
