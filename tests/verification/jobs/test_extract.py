from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from random import Random
from typing import Any

import pytest
from django.utils import timezone

from tests import factories
from verification.extraction import engine
from verification.jobs import extract
from verification.models import Article, Claim, ExtractionRun, Project
from verification.models.claim import public_id
from verification.vocabulary import ArticleState, Target

DENIED = """The front holds 60 villages in the valley, a spokesman for the front said on Monday.

The army denied that the front holds any village in the valley. The figure could not be independently verified.

The front was founded in 2019 in the province of Nord."""


@pytest.fixture
def article(project: Project) -> Article:
    return factories.ArticleFactory(project=project, text=DENIED, state=ArticleState.EXTRACTING)


def run(article: Article) -> Article:
    extract.run(article.pk)
    article.refresh_from_db()
    return article


def test_claims_are_stored_as_the_engine_gives_them(article: Article) -> None:
    run(article)
    assert article.state == ArticleState.DONE
    candidates = engine.extract(article.text, "en")
    assert len(candidates) >= 2
    assert any(candidate.chain for candidate in candidates)
    assert any(candidate.against for candidate in candidates)
    for candidate in candidates:
        claim = Claim.objects.get(article=article, start=candidate.start, end=candidate.end)
        assert (claim.quote, claim.statement) == (candidate.quote, candidate.statement)
        assert claim.claimant == (candidate.chain[-1].name if candidate.chain else None)
        assert [bearing.quote for bearing in claim.bearings.all()] == [
            article.text[passage.start : passage.end] for passage in candidate.against
        ]
        assert (claim.origin_run, claim.places) == (article.runs.get(), article.project.places)


def test_a_denial_that_names_nothing_is_stored_to_be_judged_by_whether_it_was_made(project: Project) -> None:
    text = DENIED.replace("The army denied that the front holds any village in the valley", "The army denied the claim")
    run(factories.ArticleFactory(project=project, text=text, state=ArticleState.EXTRACTING))
    denial = Claim.objects.get(statement="The army denied the claim.")
    assert denial.target == Target.ATTRIBUTION
    others = Claim.objects.exclude(pk=denial.pk)
    assert {claim.target for claim in others} == {Target.CONTENT}
    assert denial.public_id == public_id(
        article_sha256=denial.article.sha256,
        start=denial.start,
        end=denial.end,
        statement=denial.statement,
        target=Target.ATTRIBUTION,
    )


def test_running_twice_changes_nothing(article: Article) -> None:
    run(article)
    before = set(Claim.objects.filter(article=article).values_list("pk", "public_id"))
    Article.objects.filter(pk=article.pk).update(state=ArticleState.EXTRACTING)
    run(article)
    assert article.state == ArticleState.DONE
    assert set(Claim.objects.filter(article=article).values_list("pk", "public_id")) == before
    assert article.runs.count() == 1


def test_a_newer_engine_adds_nothing_where_a_live_claim_stands(
    article: Article, monkeypatch: pytest.MonkeyPatch
) -> None:
    run(article)
    before = set(Claim.objects.filter(article=article).values_list("pk", flat=True))
    Claim.objects.filter(pk=min(before)).update(statement="Mended by hand.")
    Article.objects.filter(pk=article.pk).update(state=ArticleState.EXTRACTING)
    monkeypatch.setattr(engine, "VERSION", "next")
    run(article)
    assert set(Claim.objects.filter(article=article).values_list("pk", flat=True)) == before
    assert article.runs.count() == 2


def test_a_stretch_without_any_stop_is_no_claim_and_keeps_none_from_being_stored(project: Project) -> None:
    endless = "Officials said that 12 people fled " + " ".join(f"village{number}" for number in range(80_000))
    article = factories.ArticleFactory(
        project=project, text=f"{endless}\n\n{DENIED}", state=ArticleState.EXTRACTING, language="en"
    )
    run(article)
    assert article.state == ArticleState.DONE
    assert "60 villages" in Claim.objects.filter(article=article).earliest("start").quote


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "The Taliban killed 12 people in {0} province on 5 May 2020, the minister said."),
        ("en", "General Ahmad {0} killed 12 people in Kabul on 5 May 2020, the minister said."),
        ("fr", "Le ministre a déclaré que 12 personnes avaient été tuées par Marie {0} dans la ville de {0}."),
        ("ru", "Министр заявил, что 12 человек были убиты в городе {0} 5 мая 2020 года."),
        ("fa", "وزیر دفاع گفت که ۱۲ نفر در ولایت {0} کشته شدند."),
    ],
)
def test_a_name_longer_than_any_name_keeps_no_claim_from_being_stored(
    project: Project, language: str, sentence: str
) -> None:
    draw = Random(1)  # letters that nothing compresses
    name = "X" + "".join(chr(draw.randrange(0x4E00, 0x9FA0)) for _ in range(1_800))
    article = run(
        factories.ArticleFactory(
            project=project, text=sentence.format(name[:1_800 // sentence.count("{0}")]), language=language,
            state=ArticleState.EXTRACTING,
        )
    )  # fmt: skip
    assert article.state == ArticleState.DONE
    assert article.claims.count() >= 1


def test_a_failure_is_kept_with_its_reason(article: Article, monkeypatch: pytest.MonkeyPatch) -> None:
    def stumble(*given: object) -> list[object]:
        raise RuntimeError("no such lexicon")

    monkeypatch.setattr(engine, "extract", stumble)
    run(article)
    assert article.state == ArticleState.FAILED
    assert "no such lexicon" in article.failure
    assert article.runs.get().error == "RuntimeError: no such lexicon"


def test_a_worker_whose_lease_passed_writes_nothing(article: Article, monkeypatch: pytest.MonkeyPatch) -> None:
    extract_at_leisure = engine.extract

    def slow(*given: Any) -> object:
        # Meanwhile another worker took the article over.
        Article.objects.filter(pk=article.pk).update(lease_until=timezone.now() + timedelta(minutes=5))
        return extract_at_leisure(*given)

    monkeypatch.setattr(engine, "extract", slow)
    run(article)
    assert article.state == ArticleState.EXTRACTING
    assert not ExtractionRun.objects.filter(article=article).exists()
    assert not Claim.objects.filter(article=article).exists()


def test_numbers_places_actors_and_times_are_kept_with_the_claim(article: Article) -> None:
    factories.PublicationFactory(article=article, published_on=date(2022, 8, 17), published_precision="day")
    run(article)
    claim = Claim.objects.filter(article=article).earliest("start")
    (number,) = claim.numbers
    assert (number["value"], number["unit"], article.text[number["start"] : number["end"]]) == (
        60,
        "villages",
        "60 villages",
    )
    assert claim.asserted_from == datetime(2022, 8, 15, tzinfo=UTC)
    assert claim.asserted_until == datetime(2022, 8, 15, 23, 59, 59, tzinfo=UTC)
    assert claim.event_from is None
    founded = Claim.objects.filter(article=article, quote__contains="founded").get()
    assert founded.locations == ["Nord"]
    assert (founded.event_from, founded.event_precision) == (datetime(2019, 1, 1, tzinfo=UTC), "year")
