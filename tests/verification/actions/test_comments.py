"""Discussion of a claim: who reads what before it is resolved and after, who is told, and what is taken back."""

from __future__ import annotations

import pytest
from django.db import IntegrityError, transaction

from tests.factories import MembershipFactory, ProjectFactory, member
from tests.verification.conftest import DISPUTED, SUPPORTED, judge
from verification.actions.comments import close_discussion, comment, withdraw_comment
from verification.actions.further import ask_further
from verification.exceptions import Conflict, Invalid, NotAllowed
from verification.models import AuditEvent, Claim, Comment, Notice, User
from verification.vocabulary import NoticeKind, Role

SAID = "Is this one claim or two?"


@pytest.fixture
def author(claim: Claim) -> User:
    """An annotator who has judged the claim."""
    person = member(claim.project)
    judge(claim, by=person, change=SUPPORTED)
    return person


def readers(written: Comment, *people: User) -> list[bool]:
    return [Comment.objects.visible_to(person).filter(pk=written.pk).exists() for person in people]


def test_before_the_claim_is_resolved_only_its_writer_and_those_who_look_after_it_read_it(claim, author) -> None:
    flagged = comment(claim, text=f" {SAID} ", by=author)
    assert flagged.text == SAID
    adjudicator, curator = member(claim.project, Role.ADJUDICATOR), member(claim.project, Role.CURATOR)
    may_judge, judges = member(claim.project), member(claim.project)
    MembershipFactory(project=claim.project, user=may_judge, role=Role.CURATOR)
    MembershipFactory(project=claim.project, user=judges, role=Role.ADJUDICATOR)
    others = [member(claim.project), member(claim.project, Role.RESEARCHER), member(ProjectFactory(), Role.CURATOR)]
    assert readers(flagged, author, adjudicator, curator) == [True] * 3
    assert readers(flagged, may_judge, *others) == [False] * 4
    told = [AuditEvent.objects.visible_to(person).filter(kind="comment.added").exists() for person in (curator, judges)]
    assert told == [False, False]
    judge(claim, by=judges, change=SUPPORTED)
    claim.refresh_from_db()
    assert claim.resolved_at is not None
    assert readers(flagged, may_judge, *others) == [True, True, True, False]


def test_an_answer_is_read_by_whom_it_answers_and_by_no_other_annotator(claim, author) -> None:
    other, curator = member(claim.project), member(claim.project, Role.CURATOR)
    flagged = comment(claim, text=SAID, by=author)
    answered = comment(claim, text="One.", reply_to=flagged, by=curator)
    again = comment(claim, text="Thank you.", reply_to=answered, by=author)
    assert again.reply_to == flagged
    assert readers(answered, author, curator, other) == [True, True, False]
    with pytest.raises(NotAllowed, match="no such comment"):
        comment(claim, text="Two.", reply_to=flagged, by=other)
    assert list(Notice.objects.values_list("person", "kind")) == [(author.pk, NoticeKind.REPLIED)]


def test_whoever_is_named_is_told_if_they_may_read_it(claim, author) -> None:
    other, curator = member(claim.project), member(claim.project, Role.CURATOR)
    stranger = member(ProjectFactory(), Role.CURATOR)
    words = f"@{curator.username}, @{other.username} and @{stranger.username}: see {author.username}@desk.example."
    written = comment(claim, text=words, by=author)
    assert set(written.mentions.all()) == {curator, other}
    assert list(Notice.objects.values_list("person", "kind")) == [(curator.pk, NoticeKind.MENTIONED)]


def test_a_further_place_does_not_open_the_discussion_to_whoever_gets_it(claim, author) -> None:
    judge(claim, by=member(claim.project), change=DISPUTED)
    third, adjudicator = member(claim.project), member(claim.project, Role.ADJUDICATOR)
    written = comment(claim, text=SAID, by=author)
    ask_further(claim, by=adjudicator)
    assert readers(written, third, adjudicator) == [False, True]


def test_its_writer_and_those_who_look_after_the_claim_close_it_and_open_it_again(claim, author) -> None:
    curator = member(claim.project, Role.CURATOR)
    begun = comment(claim, text=SAID, by=author)
    for person in (author, curator):
        close_discussion(begun, by=person)
        with pytest.raises(Conflict):
            close_discussion(begun, by=person)
        assert not Comment.objects.open_threads().exists()
        close_discussion(begun, closed=False, by=person)
    assert Comment.objects.open_threads().get() == begun
    with pytest.raises(NotAllowed):
        close_discussion(begun, by=member(claim.project))


def test_words_are_taken_back_for_good_and_never_edited(claim, author) -> None:
    curator = member(claim.project, Role.CURATOR)
    written = comment(claim, text=f"@{curator.username} {SAID}", by=author)
    with pytest.raises(IntegrityError, match="withdrawn never edited"), transaction.atomic():
        Comment.objects.update(text="Something else.")
    with pytest.raises(NotAllowed):
        withdraw_comment(written, by=curator)
    withdraw_comment(written, by=author)
    written.refresh_from_db()
    assert (written.text, written.mentions.exists()) == ("", False)
    with pytest.raises(Conflict):
        withdraw_comment(written, by=author)


@pytest.mark.parametrize("words", [" ", "x" * 2001])
def test_it_needs_words_and_not_too_many(claim, author, words: str) -> None:
    with pytest.raises(Invalid):
        comment(claim, text=words, by=author)
