from __future__ import annotations

import threading

import pytest
from django.db import connection, transaction

from tests import factories
from tests.verification.conftest import LINK, SUPPORTED
from verification.actions.annotations import submit
from verification.actions.places import start_next
from verification.extraction.candidate import Speaker
from verification.jobs import extract
from verification.jobs.parties import parties_of
from verification.models import Alias, Article, Attribution, Party, Project
from verification.vocabulary import ArticleState, PartyKind

FIRST = """Ahmad Massoud, the leader of the Red Front, said on Monday that 40 soldiers had been killed in Aldmouth.

Massoud added that his men had taken four districts. Officials said that 12 people were arrested."""
SECOND = "Ahmed Masoud, who leads the Red Front, said on Friday that 60 rebels had been killed near Aldmouth."


def extracted(project: Project, text: str) -> Article:
    article = factories.ArticleFactory(project=project, text=text, language="en", state=ArticleState.EXTRACTING)
    extract.run(article.pk)
    return article


def speaker(name: str, kind: PartyKind = PartyKind.PERSON) -> Speaker:
    return Speaker(name=name, surface=name, kind=kind)


@pytest.mark.django_db
def test_claimants_become_parties_with_what_the_article_says_of_them(project: Project) -> None:
    extracted(project, FIRST)
    leader = Party.objects.get(project=project)
    assert (leader.name, leader.kind) == ("Ahmad Massoud", PartyKind.PERSON)
    assert [alias.name for alias in leader.aliases.all()] == ["Ahmad Massoud"]
    said = Attribution.objects.filter(claim__project=project)
    assert {(a.party, a.affiliation) for a in said if a.name == "Ahmad Massoud"} == {
        (leader, "leader of the Red Front")
    }
    assert [a.party for a in said if a.name == "Officials"] == [None]


@pytest.mark.django_db
def test_another_spelling_in_another_article_is_the_same_party(project: Project) -> None:
    extracted(project, FIRST)
    extracted(project, SECOND.replace("Ahmed", "Ahmad"))
    assert Party.objects.filter(project=project).count() == 1
    assert {a.party.name for a in Attribution.objects.filter(name="Ahmad Masoud") if a.party} == {"Ahmad Massoud"}


@pytest.mark.django_db
def test_a_party_that_a_person_made_or_moved_a_name_to_is_kept(project: Project) -> None:
    front = Party.objects.create(project=project, name="Red Front", kind=PartyKind.BODY, side="north")
    other = Party.objects.create(project=project, name="Northern Alliance", kind=PartyKind.BODY)
    Alias.objects.create(party=other, name="RF", key="rf")
    found = parties_of(project.pk, [speaker("Red Front", PartyKind.UNKNOWN), speaker("RF", PartyKind.BODY)])
    assert found == {"Red Front": front.pk, "RF": other.pk}
    front.refresh_from_db()
    assert (front.kind, front.side) == (PartyKind.BODY, "north")


@pytest.mark.django_db
def test_one_word_means_only_itself_and_another_project_has_parties_of_its_own(project: Project) -> None:
    elsewhere = factories.ProjectFactory()
    first = parties_of(project.pk, [speaker("Masoud"), speaker("Massoud"), speaker("unnamed")])
    assert len(set(first.values())) == 2
    assert not set(first.values()) & set(parties_of(elsewhere.pk, [speaker("Masoud")]).values())


@pytest.mark.django_db(transaction=True)
def test_workers_that_meet_the_same_new_names_at_once_make_each_party_once() -> None:
    project = factories.ProjectFactory()
    names = [f"Ann{letter} Keller" for letter in "abcdefgh"]
    barrier = threading.Barrier(4)
    found: list[dict[str, int]] = []

    def work(order: int) -> None:
        try:
            barrier.wait()
            with transaction.atomic():
                listed = names if order % 2 else names[::-1]
                found.append(parties_of(project.pk, [speaker(name) for name in listed]))
        finally:
            connection.close()

    threads = [threading.Thread(target=work, args=[order]) for order in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=60)

    assert found == [found[0]] * 4
    assert Party.objects.filter(project=project).count() == Alias.objects.count() == len(names)


@pytest.mark.django_db
def test_a_name_that_folds_to_more_than_a_party_can_be_called_is_no_party(project: Project) -> None:
    short, long = "Ahmad Massoud", "\ufdfa" * 100 + " " + "\ufdfa" * 100  # one character folds to eighteen
    found = parties_of(project.pk, [speaker(long), speaker(short)])
    assert list(found) == [short]


@pytest.mark.django_db(transaction=True)
def test_a_judgement_that_names_parties_while_an_article_does_waits_and_locks_nothing_up() -> None:
    claim = factories.ClaimFactory()
    person = factories.member(claim.project)
    annotation = start_next(claim.project, by=person)
    assert annotation is not None
    named = [LINK | {"party": "Red Front"}, LINK | {"party": "Ann Keller", "url": "https://archive.example/9"}]
    refused: list[Exception] = []

    def judging() -> None:
        try:
            submit(annotation, change=SUPPORTED | {"evidence": named}, by=person)
        except Exception as error:
            refused.append(error)
        finally:
            connection.close()

    judge = threading.Thread(target=judging)
    with transaction.atomic():
        parties_of(claim.project_id, [speaker("Ann Keller")])
        judge.start()
        judge.join(timeout=1)  # it waits for this transaction
        assert judge.is_alive()
        parties_of(claim.project_id, [speaker("Red Front", PartyKind.BODY)])
    judge.join(timeout=30)

    assert not refused
    assert Party.objects.filter(project=claim.project).count() == 2
