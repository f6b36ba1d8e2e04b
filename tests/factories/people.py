"""Projects and the people in them."""

from __future__ import annotations

import functools
import hashlib
from datetime import timedelta

import factory
from django.contrib.auth.hashers import make_password
from django.utils import timezone

from verification import models
from verification.vocabulary import (
    Role,
)

PASSWORD = "correct horse battery"
# Once per run: hashing is slow on purpose.
hashed = functools.cache(make_password)


class UserFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = models.User

    username = factory.Sequence(lambda n: f"person{n}")
    password = factory.LazyFunction(lambda: hashed(PASSWORD))


class ProjectFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = models.Project
        skip_postgeneration_save = True

    slug = factory.Sequence(lambda n: f"project-{n}")
    name = factory.Sequence(lambda n: f"Project {n}")
    language = "en"
    guideline = factory.RelatedFactory("tests.factories.GuidelineFactory", factory_related_name="project")


class ExclusionFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = models.Exclusion

    project = factory.SubFactory(ProjectFactory)
    person = factory.SubFactory(UserFactory)
    outlet = "Harbour News"
    set_by = factory.SubFactory(UserFactory)


class AssignmentFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = models.Assignment

    claim = factory.SubFactory("tests.factories.ClaimFactory")
    person = factory.LazyAttribute(lambda o: member(o.claim.project))
    assigned_at = factory.LazyFunction(timezone.now)
    assigned_by = factory.SubFactory(UserFactory)


class TeamFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = models.Team

    project = factory.SubFactory(ProjectFactory)
    name = factory.Sequence(lambda n: f"Team {n}")
    made_at = factory.LazyFunction(timezone.now)
    made_by = factory.SubFactory(UserFactory)


class TeamMemberFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = models.TeamMember

    team = factory.SubFactory(TeamFactory)
    person = factory.LazyAttribute(lambda o: member(o.team.project))
    joined_at = factory.LazyFunction(timezone.now)
    added_by = factory.SubFactory(UserFactory)


class TeamAssignmentFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = models.TeamAssignment

    claim = factory.SubFactory("tests.factories.ClaimFactory")
    team = factory.LazyAttribute(lambda o: TeamFactory(project=o.claim.project))
    assigned_at = factory.LazyFunction(timezone.now)
    assigned_by = factory.SubFactory(UserFactory)


class BulkChangeFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = models.BulkChange

    project = factory.SubFactory(ProjectFactory)
    kind = "withdraw"
    claims = [1]
    planned_at = factory.LazyFunction(timezone.now)
    planned_by = factory.SubFactory(UserFactory)


class SavedFilterFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = models.SavedFilter

    project = factory.SubFactory(ProjectFactory)
    owner = factory.SubFactory(UserFactory)
    name = "Quays"
    query = "q=quay"


class GuidelineFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = models.Guideline

    project = factory.SubFactory(ProjectFactory, guideline=None)
    version = 1
    text = "Look for evidence outside the article."


class MembershipFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = models.Membership

    project = factory.SubFactory(ProjectFactory)
    user = factory.SubFactory(UserFactory)
    role = Role.ANNOTATOR


def member(project: models.Project, role: Role = Role.ANNOTATOR, **user: object) -> models.User:
    """A new person with one role in the project."""
    membership: models.Membership = MembershipFactory(project=project, role=role, user=UserFactory(**user))
    return membership.user


class InvitationFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = models.Invitation

    project = factory.SubFactory(ProjectFactory)
    roles = [Role.ANNOTATOR]
    digest = factory.Sequence(lambda n: hashlib.sha256(str(n).encode()).hexdigest())
    invited_by = factory.SubFactory(UserFactory)
    expires_at = factory.LazyFunction(lambda: timezone.now() + timedelta(days=7))
