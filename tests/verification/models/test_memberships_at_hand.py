"""A page asks for a person's memberships once; an action asks for what holds."""

from typing import Any

import pytest
from django.db import transaction

from tests.factories import MembershipFactory, UserFactory, member
from verification.models import Membership
from verification.models.membership import at_hand, keep_at_hand, memberships_of
from verification.policies import holds
from verification.vocabulary import Role

pytestmark = pytest.mark.django_db


def test_they_are_asked_for_once_with_their_projects(django_assert_num_queries: Any) -> None:
    person = UserFactory()
    memberships = MembershipFactory.create_batch(3, user=person)
    MembershipFactory()
    keep_at_hand(person)
    with django_assert_num_queries(1):
        for membership in memberships:
            assert holds(person, membership.project, Role.ANNOTATOR)
            assert not holds(person, membership.project, Role.CURATOR)
        assert {held.project.slug for held in memberships_of(person)} == {held.project.slug for held in memberships}


def test_nothing_is_kept_of_somebody_whom_no_page_named() -> None:
    person = member(MembershipFactory().project)
    assert at_hand(person) is None


def test_what_begins_a_transaction_later_is_told_of_a_role_that_was_taken_away_meanwhile() -> None:
    membership = MembershipFactory()
    keep_at_hand(membership.user)
    assert holds(membership.user, membership.project, Role.ANNOTATOR)
    Membership.objects.all().delete()
    assert holds(membership.user, membership.project, Role.ANNOTATOR)  # the page shows the moment of its beginning
    with transaction.atomic():
        assert not holds(membership.user, membership.project, Role.ANNOTATOR)
