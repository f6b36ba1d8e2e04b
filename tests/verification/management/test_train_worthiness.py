from __future__ import annotations

from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from tests import factories
from verification.extraction.engine import extract
from verification.jobs import extract as extracting
from verification.jobs.worthiness import decided_articles, weights_of
from verification.models import AuditEvent, Claim, ExtractionRun, Project, WorthinessModel
from verification.vocabulary import ArticleState, SkipReason

pytestmark = pytest.mark.django_db(transaction=True)

PLACES = ("Arle", "Bord", "Cove", "Dorn", "Elst", "Fenn", "Gale", "Holm", "Isle")
KEPT = "Gunmen killed {n} villagers in {place} on Monday."
REFUSED = "The {place} festival sold {n} tickets on Monday."


def train(project: Project, *more: str) -> str:
    said = StringIO()
    call_command("train_worthiness", "--project", project.slug, *more, stdout=said)
    return said.getvalue()


def decide(project: Project, *, articles: int, turned: bool = False, seed: int = 0) -> None:
    """Articles in which people judge every killing and skip every festival as no claim; `turned`, by chance instead."""
    person = factories.member(project)
    for number in range(articles):
        sentences = [
            (form.format(n=7 + number + at, place=place), form is KEPT)
            for at, place in enumerate(PLACES)
            for form in (KEPT, REFUSED)
        ]
        text = " ".join(sentence for sentence, _ in sentences) + f" Issue {seed}-{number}."
        article = factories.ArticleFactory(project=project, text=text)
        for at, (sentence, is_kept) in enumerate(sentences):
            claim = factories.ClaimFactory(article=article, start=text.index(sentence), sentence=sentence)
            now = timezone.now()
            judged = (hash_of(sentence) % 2 == 0) if turned else is_kept
            ended = {"submitted_at": now} if judged else {"skipped_at": now, "skip_reason": SkipReason.NOT_A_CLAIM}
            factories.AnnotationFactory(claim=claim, person=person, **ended)
            assert at < 18


def hash_of(sentence: str) -> int:
    return sum(map(ord, sentence)) // 3


@pytest.fixture
def project() -> Project:
    return factories.ProjectFactory()


def test_too_few_decisions_change_nothing_and_say_how_many_are_needed(project: Project) -> None:
    decide(project, articles=1)
    said = train(project)
    assert "18 decisions: 9 kept (0 added by hand), 9 no claim." in said
    assert "82 more decisions, 6 more that are kept, 6 more skipped as no claim, decisions on 7 more articles" in said
    assert not WorthinessModel.objects.exists()
    assert not AuditEvent.objects.filter(kind="worthiness.adopted").exists()


def test_decisions_are_learned_adopted_and_used_by_the_articles_of_that_project_alone(project: Project) -> None:
    decide(project, articles=9)
    said = train(project)
    assert "162 decisions: 81 kept" in said
    assert "Adopted as number 1" in said
    stored = WorthinessModel.objects.get()
    assert stored.report["after"]["brier"] < stored.report["before"]["brier"]
    assert (stored.project, stored.decisions, stored.by) == (project, 162, None)
    event = AuditEvent.objects.get(kind="worthiness.adopted")
    assert (event.project, event.facts) == (project.pk, {"number": 1, "decisions": 162})

    text = "Gunmen killed 40 villagers in Wick on Friday. The Wick festival sold 300 tickets on Friday."
    before = [c.check_worthiness for c in extract(text, "en")]
    scores = {}
    for owner in (project, factories.ProjectFactory()):
        article = factories.ArticleFactory(project=owner, text=text, state=ArticleState.EXTRACTING)
        extracting.run(article.pk)
        run = ExtractionRun.objects.get(article=article)
        scores[owner] = (
            run.parameters,
            list(Claim.objects.filter(article=article).order_by("start").values_list("check_worthiness", flat=True)),
        )
    own, others = scores[project], next(found for owner, found in scores.items() if owner != project)
    assert own[0]["worthiness_model"] == 1
    assert "worthiness_model" not in others[0]
    assert others[1] == before
    assert own[1][0] > 0.8
    assert own[1][1:] < before[1:]


def test_only_the_own_projects_decisions_are_read(project: Project) -> None:
    decide(factories.ProjectFactory(), articles=2)
    decide(project, articles=1)
    (only,) = decided_articles(project)
    assert len(only.decisions) == 18


def test_claims_added_by_hand_count_as_kept_and_withdrawn_ones_not_at_all(project: Project) -> None:
    person = factories.member(project)
    article = factories.ArticleFactory(project=project)
    factories.ClaimFactory(article=article, origin_run=None, origin_person=person)
    factories.ClaimFactory(article=article, start=5, sentence="harbour", origin_run=None, origin_person=person,
                           withdrawn_at=timezone.now(), withdrawn_by=person, withdrawn_why="Twice.")  # fmt: skip
    ((decision,),) = [decided.decisions for decided in decided_articles(project)]
    assert (decision.kept, decision.refused, decision.added) == (1, 0, True)


def test_what_may_be_worse_is_not_adopted_unless_told(project: Project) -> None:
    decide(project, articles=9)
    train(project)
    other = factories.ProjectFactory()
    decide(other, articles=9, turned=True)
    said = train(other)
    assert "Not adopted" in said
    assert weights_of(other) == (None, {})
    assert "Nothing was changed." in train(project, "--report")
    assert WorthinessModel.objects.filter(project=project).count() == 1
    assert "Adopted as number" in train(other, "--adopt")


def test_one_may_go_back_to_the_weights_that_ship(project: Project) -> None:
    assert "Number 1: articles are read with the weights that come with Attest." in train(project, "--shipped")
    assert weights_of(project)[1] == {"worthiness_model": 1}


def test_weights_of_another_version_are_as_good_as_none(project: Project) -> None:
    factories.WorthinessModelFactory(project=project, weights=b"of another version")
    assert weights_of(project) == (None, {})


def test_an_unknown_project_is_said_to_be_unknown(project: Project) -> None:
    with pytest.raises(CommandError, match=f"Known projects: {project.slug}"):
        call_command("train_worthiness", "--project", "nowhere")
