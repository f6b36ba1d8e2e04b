"""Every list and page of the administration: it opens, it asks a fixed number of queries, it changes nothing."""

from __future__ import annotations

from itertools import islice
from typing import Any

import pytest
from django.contrib import admin as django_admin
from django.contrib.admin.views.main import ChangeList
from django.test import Client, RequestFactory
from django.urls import reverse
from django.utils import timezone

from tests import factories
from tests.factories import member
from tests.verification.conftest import SUPPORTED, judge
from verification.actions.agreement import request_agreement
from verification.actions.claims import withdraw
from verification.actions.releases import request_release
from verification.actions.tokens import issue_token
from verification.admin.base import ShowOnly
from verification.models import (
    Article,
    Claim,
    Evidence,
    Heartbeat,
    Judgement,
    Party,
    Project,
    Release,
    User,
)
from verification.vocabulary import Role

pytestmark = pytest.mark.django_db

SITE = django_admin.site
PAGES = sorted(model._meta.model_name for model in SITE._registry)
# What a list may ask: session, user, the rows, their bounded count, the projects to filter by, and no more with
# more rows. Users are not filtered by project; of the events, those of no project are asked for by themselves.
QUERIES = 7


def url(model: str, page: str = "changelist", *args: Any) -> str:
    return reverse(f"admin:verification_{model}_{page}", args=args)


def fill(project: Project) -> None:
    """One more of everything."""
    claim = factories.ClaimFactory(article__project=project)
    factories.AttributionFactory(claim=claim)
    factories.BearingFactory(claim=claim)
    factories.PublicationFactory(article=claim.article)
    factories.BundleFactory(upload__project=project)
    Party.objects.create(project=project, name=f"Party {claim.pk}")
    version = project.guidelines.count() + 1
    factories.GuidelineFactory(project=project, version=version)
    while Claim.objects.filter(project=project, filled_at__isnull=True).exclude(pk=claim.pk).exists():
        judge_next(project)
    judge(claim, by=member(project), change=CHANGE)
    judge(claim, by=member(project), change=CHANGE)
    cited = Evidence.objects.filter(judgement__annotation__claim=claim).earliest("pk")
    factories.LinkSnapshotFactory(annotation=cited.judgement.annotation, url=cited.url)
    factories.CommentFactory(claim=claim, by=member(project))
    factories.QuestionFactory(judgement=Judgement.objects.filter(annotation__claim=claim).earliest("pk"))
    factories.AssignmentFactory(claim=claim)
    factories.TeamMemberFactory(team__project=project)
    factories.TeamAssignmentFactory(claim=claim)
    factories.BulkChangeFactory(project=project)
    issue_token(member(project), name="a token", by=None)
    factories.InvitationFactory(project=project, invited_by=member(project, Role.CURATOR))
    request_release(project, by=member(project, Role.RESEARCHER))
    request_agreement(project, by=member(project, Role.RESEARCHER))
    Heartbeat.objects.create(name=f"worker {claim.pk}", at=timezone.now())
    factories.dossier_of(claim)
    factories.RereadClaimFactory(claim=claim)
    corrected = factories.ArticleFactory(project=project, corrects=claim.article)
    factories.SuccessionFactory(claim=claim, article=corrected, successor=None, outcome="gone")
    other = Claim.objects.filter(project=project).exclude(pk=claim.pk).first()
    factories.ClaimLinkFactory(claim=claim, other=other or factories.ClaimFactory(article=claim.article, start=1))


CHANGE = SUPPORTED | {"searches": [{"where": "the register", "query": "arrivals", "outcome": "one"}]}


def judge_next(project: Project) -> None:
    claim = Claim.objects.filter(project=project, filled_at__isnull=True).earliest("pk")
    judge(claim, by=member(project), change=CHANGE)
    judge(claim, by=member(project), change=CHANGE)


def test_every_noun_has_a_page() -> None:
    assert PAGES == [
        "agreementreport",
        "annotation",
        "article",
        "assignment",
        "auditevent",
        "bulkchange",
        "bundle",
        "claim",
        "claimlink",
        "comment",
        "dossier",
        "evidence",
        "extractionrun",
        "guideline",
        "heartbeat",
        "invitation",
        "judgement",
        "linksnapshot",
        "membership",
        "party",
        "project",
        "question",
        "release",
        "rereadclaim",
        "rereading",
        "resolution",
        "search",
        "succession",
        "team",
        "teamassignment",
        "token",
        "upload",
        "user",
    ]
    assert all(isinstance(shown, ShowOnly) for shown in SITE._registry.values())


def test_a_list_asks_no_more_with_more_rows(admin: Client, claim: Claim, django_assert_max_num_queries: Any) -> None:
    def rows(model: str) -> int:
        with django_assert_max_num_queries(QUERIES, info=model):
            page = admin.get(url(model))
        assert page.status_code == 200, model
        return page.context["cl"].result_count

    fill(claim.project)
    few = {model: rows(model) for model in PAGES}
    assert [model for model in PAGES if few[model] == 0] == []
    for _more in range(3):
        fill(claim.project)
    many = {model: rows(model) for model in PAGES}
    # Of these there is one, whatever is added.
    assert {model for model in PAGES if many[model] <= few[model]} == {"project", "agreementreport"}


def test_a_page_opens_and_has_nothing_to_save_or_delete(admin: Client, claim: Claim) -> None:
    fill(claim.project)
    for model in PAGES:
        row = admin.get(url(model)).context["cl"].result_list[0]
        page = admin.get(url(model, "change", row.pk))
        assert page.status_code == 200, model
        content = page.content.decode()
        assert 'name="_save"' not in content, model
        assert "deletelink" not in content, model
        assert admin.post(url(model, "change", row.pk), {"_save": "Save"}).status_code == 403, model
        assert admin.post(url(model, "delete", row.pk), {"post": "yes"}).status_code == 403, model
        assert admin.get(url(model, "history", row.pk)).status_code == 200, model


def test_a_search_answers_whatever_is_looked_for(admin: Client, claim: Claim) -> None:
    fill(claim.project)
    for model in PAGES:
        for words in ("harbour", "7", "0" * 32, "ü'\" \\ %_", "a" * 300):
            assert admin.get(url(model), {"q": words}).status_code == 200, (model, words)


def test_a_search_finds_what_it_names_and_nothing_else(admin: Client, claim: Claim) -> None:
    first, second = (judge(claim, by=member(claim.project), change=CHANGE) for _turn in range(2))
    other = factories.ClaimFactory(article=claim.article, statement="The bridge was closed")
    finds: dict[tuple[str, str], list[Any]] = {
        ("claim", claim.public_id): [claim],
        ("claim", " bridg CLOSED "): [other],
        ("article", claim.article.sha256.upper()): [claim.article],
        ("annotation", claim.public_id): [second, first],
        ("annotation", other.public_id): [],
        ("user", first.person.username.upper()): [first.person],
        ("user", "%"): [],
        ("auditevent", "harbour"): [],
    }
    for (model, words), found in finds.items():
        for _time in range(2):  # the second time its question is prepared
            assert list(admin.get(url(model), {"q": words}).context["cl"].result_list) == found, (model, words)


def test_a_search_for_a_number_finds_what_was_done_to_it(admin: Client, claim: Claim) -> None:
    withdraw(claim, why="Twice", by=member(claim.project, Role.CURATOR))
    found = admin.get(url("auditevent"), {"q": str(claim.pk)}).context["cl"].result_list
    assert {event.subject_id for event in found} == {claim.pk}
    assert "claim.withdrawn" in {event.kind for event in found}


def test_nothing_is_added_here(admin: Client) -> None:
    for model in sorted(set(PAGES) - {"guideline", "membership", "project", "user"}):
        assert admin.get(url(model, "add")).status_code == 403, model


def test_another_project_is_not_there(admin: Client, elsewhere: Project) -> None:
    fill(elsewhere)
    for model in sorted(set(PAGES) - {"heartbeat", "token", "user"}):
        page = admin.get(url(model))
        assert "elsewhere" not in page.content.decode().lower(), model
        rows = SITE._registry[page.context["cl"].model].model._default_manager.all()
        hidden = set(rows.values_list("pk", flat=True)) - {row.pk for row in page.context["cl"].result_list}
        assert hidden, model
        for pk in hidden:
            # To the index: "doesn't exist".
            assert admin.get(url(model, "change", pk)).status_code == 302, (model, pk)


def test_nobody_but_staff_comes_in(client: Client, claim: Claim) -> None:
    client.force_login(member(claim.project, Role.CURATOR))
    for model in PAGES:
        assert client.get(url(model)).status_code in (302, 403), model
    client.logout()
    for model in PAGES:
        assert client.get(url(model)).status_code == 302, model


def test_the_newest_rows_come_in_pages_and_older_ones_follow(
    admin: Client, claim: Claim, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("verification.admin.newest.MOST_COUNTED", 3)
    monkeypatch.setattr(SITE._registry[Claim], "list_per_page", 2)
    made = [claim, *(factories.ClaimFactory(article=claim.article) for _ in range(4))][::-1]

    def rows(query: str) -> list[Claim]:
        return list(admin.get(f"{url('claim')}{query}").context["cl"].result_list)

    first = admin.get(url("claim")).context["cl"]
    assert list(first.result_list) == made[:2]
    assert rows("?p=2") == made[2:3]
    assert first.url_of_newest() is None
    older = admin.get(url("claim") + first.url_of_older()).context["cl"]
    assert list(older.result_list) == made[3:]
    assert older.url_of_older() is None
    assert rows(older.url_of_newest()) == made[:2]


def test_no_list_counts_skips_or_sorts_what_it_does_not_show(
    admin: Client, claim: Claim, django_assert_max_num_queries: Any
) -> None:
    fill(claim.project)
    for model in PAGES:
        with django_assert_max_num_queries(QUERIES) as asked:
            admin.get(url(model), {"o": "1"})
        for query in asked.captured_queries:
            assert "COUNT(" not in query["sql"]
            assert "OFFSET" not in query["sql"]


def test_filters_by_project_and_stage_answer(admin: Client, claim: Claim, elsewhere: Project) -> None:
    fill(elsewhere)
    slug = claim.project.slug
    for query, found in ((f"of={slug}", 1), ("of=elsewhere", 0), ("stage=open", 1), ("stage=in_progress", 0)):
        page = admin.get(f"{url('claim')}?{query}")
        assert page.status_code == 200, query
        assert page.context["cl"].result_count == found, query


def test_the_first_choice_of_a_filter_shows_the_rows_that_it_leaves(
    admin_user: User, claim: Claim, elsewhere: Project, rf: RequestFactory
) -> None:
    fill(claim.project)
    fill(elsewhere)
    narrowed = 0
    for model, page in SITE._registry.items():
        choices = ["?"]
        for choice in choices:
            request = rf.get(choice)
            request.user = admin_user
            listed = page.get_changelist_instance(request)
            if choice == "?":  # the first that each of them offers besides all
                choices += [next(islice(spec.choices(listed), 1, None))["query_string"] for spec in listed.filter_specs]
            # The queryset that Django makes of the filters, which is not what the list asks.
            left = ChangeList.get_queryset(listed, request).order_by("-pk").values_list("pk", flat=True)
            assert [row.pk for row in listed.result_list] == list(left[: page.list_per_page]), (model, choice)
            narrowed += choice != "?" and len(listed.result_list) > 0
    assert narrowed > len(PAGES) / 2


def test_what_no_text_can_hold_is_a_bad_request(admin: Client, claim: Claim, caplog: pytest.LogCaptureFixture) -> None:
    for model in PAGES:
        for query in ("q=%00", "of=a%00b", "%00=1", "p=%00"):
            assert admin.get(f"{url(model)}?{query}").status_code == 400, (model, query)
    assert not [record for record in caplog.records if record.exc_info]


def test_no_column_can_be_asked_for_that_no_filter_offers(admin: Client, claim: Claim) -> None:
    Claim.objects.filter(pk=claim.pk).update(filled_at=timezone.now())
    for asked in (
        "filled_at__isnull",
        "dropped_at__isnull",
        "annotations__judgements__verdict",
        "resolutions__verdict",
    ):
        answer = admin.get(url("claim"), {asked: "0"})
        assert answer.status_code in (302, 400), asked
        assert b"harbour was reopened" not in answer.content


def test_the_list_of_articles_reads_no_text(admin: Client, claim: Claim, django_assert_max_num_queries: Any) -> None:
    with django_assert_max_num_queries(QUERIES) as asked:
        admin.get(url("article"))
    assert Article.objects.count() > 0
    assert not [query for query in asked.captured_queries if '"verification_article"."text"' in query["sql"]]


def test_a_release_shows_its_manifest(admin: Client, claim: Claim) -> None:
    release = request_release(claim.project, by=member(claim.project, Role.RESEARCHER))
    Release.objects.filter(pk=release.pk).update(
        state="done", finished_at=timezone.now(), manifest={"counts": {"claims": 41}}
    )
    assert "41" in admin.get(url("release", "change", release.pk)).content.decode()
