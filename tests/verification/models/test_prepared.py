import re

import pytest
from django.db import connection, transaction
from django.db.models import Count, QuerySet
from django.db.transaction import TransactionManagementError
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from tests.factories import (
    ArticleFactory,
    AttributionFactory,
    ClaimFactory,
    MembershipFactory,
    ProjectFactory,
    UserFactory,
    member,
)
from verification.models import Article, Claim, User
from verification.models.beside import Beside, beside
from verification.models.membership import in_projects_of, keep_at_hand, memberships_of
from verification.models.prepared import Prepared, among
from verification.models.prepared_for import PreparedFor
from verification.vocabulary import Role

pytestmark = pytest.mark.django_db


def sql_of(ask) -> list[str]:
    with CaptureQueriesContext(connection) as captured:
        ask()
    return [query["sql"] for query in captured.captured_queries]


def without_types(sql: str) -> str:
    return re.sub(r"::(bigint|text)\b", "", sql)


class TestPrepared:
    def test_it_finds_what_the_same_query_finds_each_time_it_is_asked(self):
        @Prepared
        def called(project: int, title: str) -> QuerySet[Article]:
            return Article.objects.filter(project=project, title=title).select_related("project").order_by("pk")

        articles = [ArticleFactory(title=title) for title in ("Flood", "Ferry", "Ferry")]
        for article in articles:
            assert called.rows(project=article.project_id, title=article.title) == [article]
            assert called.get(project=article.project_id, title=article.title).project == article.project
            given = {"project": article.project_id, "title": article.title}
            asked = sql_of(lambda: called.rows(**given))  # noqa: B023
            assert [without_types(sql) for sql in asked] == sql_of(lambda: list(called.build(**given)))  # noqa: B023
        assert called.first(project=articles[0].project_id, title="Ferry") is None

    def test_numbers_may_be_small_or_large(self):
        @Prepared
        def within(article: int, after: int) -> QuerySet[Claim]:
            return Claim.objects.filter(article=article, start__gt=after).order_by("start")

        article = ArticleFactory()
        claims = [ClaimFactory(article=article, start=start) for start in (3, 70_000)]
        found = [within.rows(article=article.pk, after=after) for after in (0, 3, 70_000, 2**70)]
        assert found == [claims, claims[1:], [], []]

    def test_a_list_of_ids_is_one_parameter_however_many_there_are(self):
        @Prepared
        def those(claims: list[int]) -> QuerySet[Claim]:
            return Claim.objects.filter(among("pk", claims)).order_by("pk")

        claims = [ClaimFactory() for _claim in range(3)]
        assert those.rows(claims=[]) == []
        for number in range(1, 4):
            assert those.rows(claims=[claim.pk for claim in claims[:number]]) == claims[:number]

    def test_what_belongs_to_a_row_comes_beside_it(self):
        @Prepared
        def whole(claim: int) -> QuerySet[Claim]:
            return beside(Claim.objects.filter(pk=claim), Beside("attributions", "position"))

        spoken = [AttributionFactory() for _attribution in range(2)]
        for attribution in spoken:
            claim = whole.get(claim=attribution.claim_id)
            with CaptureQueriesContext(connection) as captured:
                assert list(claim.attributions.all()) == [attribution]
            assert not captured

    def test_a_query_that_goes_by_the_clock_is_refused(self):
        @Prepared
        def due(project: int) -> QuerySet[Article]:
            return Article.objects.filter(project=project, queued_at__lt=timezone.now())

        with pytest.raises(TypeError, match="something else each time"):
            due.rows(project=1)

    def test_a_query_that_is_built_by_what_the_database_says_is_refused(self):
        @Prepared
        def newest(project: int) -> QuerySet[Article]:
            return Article.objects.filter(pk__in=list(Article.objects.filter(project=project).values_list("pk")))

        with pytest.raises(TypeError, match="before it is asked"):
            newest.rows(project=1)

    def test_rows_are_locked_in_a_transaction_alone(self, transactional_db):
        @Prepared
        def locked(claim: int) -> QuerySet[Claim]:
            return Claim.objects.select_for_update(of=("self",)).filter(pk=claim)

        claim = ClaimFactory()
        with transaction.atomic():
            assert locked.get(claim=claim.pk) == claim
            assert "FOR UPDATE" in sql_of(lambda: locked.get(claim=claim.pk))[0]
        with pytest.raises(TransactionManagementError):
            locked.get(claim=claim.pk)


@PreparedFor
def to_curate(user: User, articles: list[int]) -> QuerySet[Article]:
    """By the subquery or by the ids, as `in_projects_of` has it."""
    return Article.objects.filter(in_projects_of(user, Role.CURATOR), among("pk", articles)).order_by("pk")


class TestPreparedFor:
    @pytest.mark.parametrize("at_hand", [False, True])
    def test_each_person_is_told_by_their_own_roles(self, at_hand):
        articles = [ArticleFactory() for _article in range(3)]
        ids = [article.pk for article in articles]
        people = [
            member(articles[0].project, Role.CURATOR),
            member(articles[0].project, Role.ANNOTATOR),
            member(articles[1].project, Role.CURATOR),
            member(ProjectFactory(), Role.CURATOR),
        ]
        MembershipFactory(user=people[1], project=articles[2].project, role=Role.CURATOR)
        MembershipFactory(user=people[2], project=articles[2].project, role=Role.CURATOR)
        told = [articles[:1], articles[2:], articles[1:], []]
        for _time in range(2):
            for person, theirs in zip(people, told, strict=True):
                user = User.objects.get(pk=person.pk)
                if at_hand:
                    keep_at_hand(user)
                    memberships_of(user)
                assert to_curate.rows(user, articles=ids) == theirs

    def test_values_are_told_as_the_query_tells_them(self):
        @PreparedFor
        def counted(user: User, articles: list[int]) -> QuerySet:
            found = Article.objects.visible_to(user).filter(among("pk", articles)).order_by()
            return found.values("state").annotate(count=Count("pk")).values_list("state", "count")

        article = ArticleFactory()
        person, stranger = member(article.project), UserFactory()
        assert counted.tuples(person, articles=[article.pk]) == [(article.state, 1)]
        assert counted.tuples(stranger, articles=[article.pk]) == []

    def test_nothing_may_go_by_what_else_is_known_of_a_person(self):
        @PreparedFor
        def of_staff(user: User) -> QuerySet[Article]:
            return Article.objects.all() if user.is_staff else Article.objects.none()

        with pytest.raises(TypeError, match="before it is asked"):
            of_staff.rows(UserFactory())

    def test_a_superuser_asks_by_a_statement_of_their_own(self):
        @PreparedFor
        def of_superusers(user: User) -> QuerySet[Article]:
            return Article.objects.exclude(language="en" if user.is_superuser else "fa")

        article = ArticleFactory(language="en")
        assert of_superusers.rows(UserFactory()) == [article]
        assert of_superusers.rows(UserFactory(is_superuser=True)) == []
        assert of_superusers.rows(UserFactory()) == [article]
