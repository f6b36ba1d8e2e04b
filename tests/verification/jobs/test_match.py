from __future__ import annotations

import hashlib
from datetime import date, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from tests import factories
from verification.jobs import extract, match
from verification.matching.features import features
from verification.models import Article, Bearing, Claim, ClaimKey, ClaimLink, Matching, Project
from verification.urgency import linked_of
from verification.vocabulary import ArticleState, LinkKind, MatchingState, Target

BLAST = "At least 12 people were killed in a bomb blast in Herat on Monday, the governor said."
AGAIN = "Twelve people died when a bomb exploded in Herat, officials told reporters."
MORE = "The number of people killed by the bomb in Herat has risen to 19, a doctor said."
TALIBAN = "At least 12 people were killed by a Taliban bomb in Herat, the governor said."
TALIBAN_AGAIN = "Twelve people died when a bomb of the Taliban exploded in Herat, officials told reporters."
BESIDE_A_BUS = "In Herat a bomb of the Taliban went off beside a bus and killed 12 people."
BOMBED = "The Taliban bombed the market in Herat."
DENIED = "The Taliban denied that it bombed the market in Herat."
BY_ANOTHER = "The army bombed the market in Herat."
ELSEWHERE = "At least 12 people were killed in a bomb blast in Kandahar on Monday, the governor said."


def article(project: Project, *sentences: str, on: date | None = None, more: str = "", **fields: Any) -> Article:
    """An article whose sentences are its claims, waiting to be matched; of `more`, none is."""
    text = "\n\n".join([*sentences, more])
    made: Article = factories.ArticleFactory(
        project=project, text=text, sha256=hashlib.sha256(text.encode()).hexdigest(), **fields
    )
    for sentence in sentences:
        factories.ClaimFactory(
            article=made,
            start=text.index(sentence),
            sentence=sentence,
            statement=sentence,
            public_id=f"{Claim.objects.count():032x}",
        )
    if on is not None:
        factories.PublicationFactory(
            article=made, published_on=on, published_precision="day", published_basis="dateline"
        )
    factories.MatchingFactory(article=made)
    return made


def matched(*articles: Article) -> None:
    for each in articles:
        match.run(each.pk)
        each.matching.refresh_from_db()
        assert each.matching.state == MatchingState.DONE


def test_a_link_that_is_found_moves_a_claim_in_the_adjudicators_order(project: Project) -> None:
    first, second = article(project, BLAST), article(project, AGAIN)
    Claim.objects.filter(article=first).update(filled_at=timezone.now(), urgency=4.0)
    matched(first, second)
    waiting, open_claim = first.claims.get(), second.claims.get()
    assert linked_of(waiting.urgency, check_worthiness=waiting.check_worthiness) == 1
    assert open_claim.urgency == 0


def test_the_same_in_another_article_is_linked_and_its_passage_suggested(project: Project) -> None:
    article(factories.ProjectFactory(), BLAST)  # noise: another project
    first, second, noise = article(project, BLAST), article(project, AGAIN), article(project, ELSEWHERE)
    matched(first, second, noise)
    link = ClaimLink.objects.get()
    assert (link.kind, link.matcher, link.project) == (LinkKind.SAME, match.MATCHER_VERSION, project)
    assert {link.claim.article, link.other.article} == {first, second}
    assert "Herat" in link.reason
    for claim, other in ((first.claims.get(), second), (second.claims.get(), first)):
        bearing = claim.bearings.get()
        assert (bearing.article, bearing.link, bearing.quote) == (other, link, other.claims.get().quote)


def test_what_an_article_says_twice_is_linked_and_each_passage_suggested_beside_the_other(project: Project) -> None:
    article(factories.ProjectFactory(), BLAST)  # noise: another project
    headline = "Bomb kills 12 people in Herat."
    here, there = article(project, headline, BLAST), article(project, ELSEWHERE)
    matched(here, there)
    link = ClaimLink.objects.get()
    first, second = here.claims.order_by("start")
    assert (link.kind, {link.claim, link.other}) == (LinkKind.SAME, {first, second})
    for claim, other in ((first, second), (second, first)):
        bearing = claim.bearings.get(link=link)
        assert (bearing.article, bearing.quote) == (here, other.quote)
        assert bearing.reason.startswith("Says the same in other words. In both: ")
    assert not Bearing.objects.filter(article=here, claim__article=here, link=None).exists()


def test_denials_that_do_not_say_what_they_deny_are_the_same_nowhere(project: Project) -> None:
    denial = "Norland rejected the accusation."
    first, second = article(project, denial), article(project, denial, more="The council met on Friday.")
    Claim.objects.filter(article__in=[first, second]).update(target=Target.ATTRIBUTION)
    matched(first, second)
    assert not ClaimLink.objects.exists()


def test_a_growing_toll_updates_and_the_later_one_says_so(project: Project) -> None:
    first = article(project, BLAST, on=date(2021, 3, 1))
    second = article(project, MORE, on=date(2021, 3, 3))
    matched(second, first)
    link = ClaimLink.objects.get()
    assert (link.kind, link.claim.article, link.other.article) == (LinkKind.UPDATES, second, first)
    assert "2 days later" in link.reason


def test_the_words_of_what_dates_tell_apart_are_not_read(project: Project) -> None:
    first = article(project, TALIBAN, on=date(2021, 3, 1), more=BESIDE_A_BUS)
    again = article(project, TALIBAN_AGAIN, on=date(2021, 9, 1))
    matched(first)
    features.cache_clear()
    matched(again)
    assert features.cache_info().misses == again.claims.count()
    assert not ClaimLink.objects.exists()
    assert not Bearing.objects.exists()


def test_an_earlier_version_is_read_however_long_ago_it_ran(project: Project) -> None:
    first = article(project, TALIBAN, on=date(2021, 3, 1), more=BESIDE_A_BUS)
    second = article(project, TALIBAN_AGAIN, on=date(2021, 9, 1), corrects=first)
    matched(first, second)
    bearing = Bearing.objects.get(claim__article=second, quote=BESIDE_A_BUS)
    assert bearing.reason.startswith("An earlier version of this article. Speaks of ")


def test_without_dates_nothing_is_guessed(project: Project) -> None:
    blast = "{} people were killed by a bomb at the Gazar market in Herat."
    first, second = article(project, blast.format(12)), article(project, blast.format(19))
    matched(first, second)
    assert not ClaimLink.objects.exists()  # it may have happened twice
    assert all("No dates tell" in bearing.reason for bearing in Bearing.objects.filter(score__isnull=False))
    assert set(Bearing.objects.values_list("claim__article", "article")) == {
        (first.pk, second.pk), (second.pk, first.pk)
    }  # fmt: skip


@pytest.mark.parametrize("answer", [DENIED, BY_ANOTHER])
def test_what_answers_undated_is_linked_with_the_one_claim_that_it_can_mean(project: Project, answer: str) -> None:
    first, second = article(project, BOMBED, on=date(2021, 3, 1)), article(project, answer)
    matched(first, second)
    link = ClaimLink.objects.get()
    assert (link.kind, {link.claim.article, link.other.article}) == (LinkKind.CONTRADICTS, {first, second})
    assert "No dates tell" in link.reason


@pytest.mark.parametrize("answer", [DENIED, BY_ANOTHER])
def test_what_answers_undated_what_happened_twice_is_suggested_alone(project: Project, answer: str) -> None:
    twice = [article(project, BOMBED, on=date(2021, month, 1), more=f"It rained in {month}.") for month in (3, 9)]
    last = article(project, answer)
    matched(*twice, last)
    assert not ClaimLink.objects.filter(kind=LinkKind.CONTRADICTS).exists()
    assert set(last.claims.get().bearings.values_list("article", flat=True)) == {each.pk for each in twice}


def test_an_article_that_corrects_another_corrects_its_claim(project: Project) -> None:
    first = article(project, BLAST)
    second = article(project, "9 people were killed in a bomb blast in Herat.", corrects=first)
    matched(first, second)
    link = ClaimLink.objects.get()
    assert (link.kind, link.claim.article) == (LinkKind.CORRECTS, second)
    said = {bearing.article: bearing.reason for bearing in Bearing.objects.filter(score__isnull=False)}
    assert said[first].startswith("An earlier version of this article. ")
    assert said[second].startswith("A corrected version of this article. ")


def test_sentences_that_are_no_claims_are_suggested_too(project: Project) -> None:
    first = article(project, BLAST)
    words = "The bomb in Herat went off beside a bus, and a police officer said that 12 people were killed."
    second = article(project, AGAIN, more=words)
    matched(first, second)
    bearing = Bearing.objects.get(claim__article=first, link=None)
    assert (bearing.quote, bearing.article) == (words, second)
    assert bearing.reason.startswith("Speaks of Herat too")


def test_doing_it_again_writes_nothing_twice(project: Project) -> None:
    first, second = article(project, BLAST), article(project, AGAIN)
    matched(first, second)
    before = [set(model.objects.values_list("pk", flat=True)) for model in (ClaimLink, Bearing)]
    keys = ClaimKey.objects.count()
    for each in (first, second):
        Matching.objects.want(each)
    matched(first, second)
    assert [set(model.objects.values_list("pk", flat=True)) for model in (ClaimLink, Bearing)] == before
    assert ClaimKey.objects.count() == keys


def test_what_a_person_refused_stays_refused(project: Project) -> None:
    first, second = article(project, BLAST), article(project, AGAIN)
    matched(first, second)
    ClaimLink.objects.update(refused_at=timezone.now(), refused_by=factories.UserFactory())
    Matching.objects.want(first)
    matched(first)
    assert ClaimLink.objects.get().refused_at is not None


def test_a_worker_whose_lease_passed_writes_nothing(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    first, second = article(project, BLAST), article(project, AGAIN)
    matched(first)
    find = match._find

    def slow(found_in: Article) -> object:
        # Meanwhile another worker took it over.
        Matching.objects.filter(article=second).update(lease_until=timezone.now() + timedelta(minutes=5))
        return find(found_in)

    monkeypatch.setattr(match, "_find", slow)
    assert match.run(second.pk) is None
    assert not ClaimLink.objects.exists()
    assert Matching.objects.get(article=second).state == MatchingState.WAITING


def test_a_failure_says_why_and_leaves_the_article_done(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    def stumble(_article: Article) -> object:
        raise RuntimeError("no such word")

    monkeypatch.setattr(match, "_find", stumble)
    first = article(project, BLAST)
    match.run(first.pk)
    first.refresh_from_db()
    assert (first.state, first.matching.state) == (ArticleState.DONE, MatchingState.FAILED)
    assert "no such word" in (first.matching.failure or "")


def test_extraction_asks_for_it_in_its_own_transaction(project: Project) -> None:
    waiting = factories.ArticleFactory(project=project, text=BLAST, state=ArticleState.EXTRACTING)
    extract.run(waiting.pk)
    assert Matching.objects.get(article=waiting).state == MatchingState.WAITING


def test_one_more_article_asks_the_same_however_many_there_are(project: Project) -> None:
    asked = []
    for number in range(3):
        for _more in range(number * 4):
            matched(article(project, f"{BLAST} It was day {Claim.objects.count()}.", AGAIN.replace("Twelve", "Many")))
        last = article(project, BLAST.replace("governor", f"mayor{number}"), AGAIN, MORE)
        with CaptureQueriesContext(connection) as queries:
            matched(last)
        asked.append(len(queries))
    assert asked[1] == asked[2]
    assert asked[2] <= 24


def test_of_many_that_share_but_common_keys_few_are_read(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(14):
        matched(article(project, f"The mayor of Herat met {number + 3} visitors from Village{number} in Herat."))
    read: list[int] = []
    known = match.read_claims
    monkeypatch.setattr(match, "read_claims", lambda pks: read.append(len(set(pks))) or known(pks))
    matched(article(project, "The mayor of Herat met 90 visitors from Kabul in Herat."))
    own, others = read
    assert own == 1
    assert 0 < others <= match.MOST_COMPARED
