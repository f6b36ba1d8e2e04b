"""Places, judgements and what is said with them."""

from __future__ import annotations

from datetime import date

import factory
from django.utils import timezone

from verification import models
from verification.vocabulary import (
    EvidenceKind,
    NoticeKind,
    RetrievalState,
    Role,
    Stance,
    Strategy,
)

from .claims import ClaimFactory
from .people import ProjectFactory, UserFactory, member


class AnnotationFactory(factory.django.DjangoModelFactory):
    """A place on a claim in the first free slot, without a judgement."""

    class Meta:
        model = models.Annotation

    claim = factory.SubFactory(ClaimFactory)
    person = factory.LazyAttribute(lambda o: member(o.claim.project))
    slot = factory.LazyAttribute(lambda o: o.claim.annotations.live().count() + 1)
    started_at = factory.LazyFunction(timezone.now)
    active_at = factory.LazyFunction(timezone.now)
    aided = True
    strategy = Strategy.CHECK_WORTHINESS


class JudgementFactory(factory.django.DjangoModelFactory):
    """A draft, empty."""

    class Meta:
        model = models.Judgement

    annotation = factory.SubFactory(AnnotationFactory)
    revision = factory.LazyAttribute(lambda o: o.annotation.judgements.count() + 1)
    started_at = factory.LazyFunction(timezone.now)
    saved_at = factory.LazyFunction(timezone.now)


class QuestionFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = models.Question

    judgement = factory.SubFactory(JudgementFactory)
    annotation = factory.SelfAttribute("judgement.annotation")
    asked_by = factory.SubFactory(UserFactory)
    asked_at = factory.LazyFunction(timezone.now)
    text = "Which ledger did you read?"


class RereadingFactory(factory.django.DjangoModelFactory):
    """A list of claims to look at again, empty."""

    class Meta:
        model = models.Rereading

    project = factory.SubFactory(ProjectFactory)
    guideline = factory.LazyAttribute(lambda o: o.project.guidelines.order_by("-version").first())
    begun_at = factory.LazyFunction(timezone.now)
    begun_by = factory.LazyAttribute(lambda o: member(o.project, Role.CURATOR))


class RereadClaimFactory(factory.django.DjangoModelFactory):
    """A resolved claim of such a list."""

    class Meta:
        model = models.RereadClaim

    claim = factory.SubFactory(ClaimFactory)
    project = factory.SelfAttribute("claim.project")
    rereading = factory.LazyAttribute(lambda o: RereadingFactory(project=o.claim.project))
    resolution = factory.LazyAttribute(lambda o: o.claim.resolutions.get())


class CommentFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = models.Comment

    claim = factory.SubFactory(ClaimFactory)
    by = factory.SubFactory(UserFactory)
    at = factory.LazyFunction(timezone.now)
    text = "Is this one claim or two?"


class EvidenceFactory(factory.django.DjangoModelFactory):
    """A link that supports, from outside and of unknown source type."""

    class Meta:
        model = models.Evidence

    judgement = factory.SubFactory(JudgementFactory)
    position = factory.LazyAttribute(lambda o: o.judgement.evidence.count())
    stance = Stance.SUPPORTS
    kind = EvidenceKind.LINK
    url = factory.Sequence(lambda n: f"https://archive.example/{n}")
    quote = "The first ship docked at noon."


class PassageFactory(EvidenceFactory):
    """A passage of the claim's own article."""

    kind = EvidenceKind.PASSAGE
    url = None
    article = factory.SelfAttribute("judgement.annotation.claim.article")
    start = 61
    end = 132
    quote = factory.LazyAttribute(lambda o: o.article.text[o.start : o.end])


class SearchFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = models.Search

    judgement = factory.SubFactory(JudgementFactory)
    position = factory.LazyAttribute(lambda o: o.judgement.searches.count())
    where = "the port's register"
    query = "arrivals on Monday"
    outcome = "no entry"


class NoticeFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = models.Notice

    claim = factory.SubFactory(ClaimFactory)
    person = factory.SubFactory(UserFactory)
    kind = NoticeKind.MENTIONED
    at = factory.LazyFunction(timezone.now)


class LinkSnapshotFactory(factory.django.DjangoModelFactory):
    """A page that is still to be retrieved."""

    class Meta:
        model = models.LinkSnapshot

    annotation = factory.SubFactory(AnnotationFactory)
    url = factory.Sequence(lambda n: f"https://archive.example/{n}")
    queued_at = factory.LazyFunction(timezone.now)


class RetrievedLinkFactory(LinkSnapshotFactory):
    """A page that was had, with its copy."""

    class Meta:
        skip_postgeneration_save = True

    state = RetrievalState.DONE
    final_url = factory.SelfAttribute("url")
    status = 200
    content_type = "text/plain"
    title = "The port's archive"
    published_on = date(2026, 10, 30)
    retrieved_at = factory.LazyFunction(timezone.now)
    sha256 = "a" * 64
    bytes = 30
    copy = factory.RelatedFactory("tests.factories.judgements.LinkCopyFactory", factory_related_name="snapshot")


class LinkCopyFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = models.LinkCopy

    content = b"The first ship docked at noon."
    text = "The first ship docked at noon."
