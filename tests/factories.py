"""One factory per model, with only what the database asks for."""

from __future__ import annotations

import functools
import hashlib
from datetime import timedelta

import factory
from django.contrib.auth.hashers import make_password
from django.utils import timezone

from verification import models
from verification.models.claim import public_id
from verification.vocabulary import (
    ArticleState,
    EvidenceKind,
    NoticeKind,
    Rendering,
    Role,
    Speech,
    Stance,
    Strategy,
    Target,
)

TEXT = (
    "The harbour was reopened on Monday, the port authority said. "
    "A spokesman for the dockers denied it and said that no ship had docked. "
    "Neither account could be verified."
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


class ArticleFactory(factory.django.DjangoModelFactory):
    """An article that is done; pass `text=None, state="received"` for one that is not read yet."""

    class Meta:
        model = models.Article

    project = factory.SubFactory(ProjectFactory)
    title = "The harbour"
    text = factory.Sequence(lambda n: f"{TEXT} Issue {n}.")
    sha256 = factory.LazyAttribute(lambda o: o.text and hashlib.sha256(o.text.encode()).hexdigest())
    normaliser_version = factory.LazyAttribute(lambda o: "1" if o.text else None)
    language = "en"
    state = ArticleState.DONE


class UploadFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = models.Upload

    project = factory.SubFactory(ProjectFactory)
    by = factory.SubFactory(UserFactory)


class BundleFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = models.Bundle

    upload = factory.SubFactory(UploadFactory)
    name = "articles.csv"
    content = b"title,text\nThe harbour,The harbour was reopened on Monday.\n"
    sha256 = factory.LazyAttribute(lambda o: hashlib.sha256(o.content).hexdigest())
    queued_at = factory.LazyFunction(timezone.now)


class InvitationFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = models.Invitation

    project = factory.SubFactory(ProjectFactory)
    roles = [Role.ANNOTATOR]
    digest = factory.Sequence(lambda n: hashlib.sha256(str(n).encode()).hexdigest())
    invited_by = factory.SubFactory(UserFactory)
    expires_at = factory.LazyFunction(lambda: timezone.now() + timedelta(days=7))


class OriginalFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = models.Original

    article = factory.SubFactory(ArticleFactory, text=None, state=ArticleState.RECEIVED)
    name = "harbour.txt"
    content = TEXT.encode()
    sha256 = factory.LazyAttribute(lambda o: hashlib.sha256(o.content).hexdigest())


class PublicationFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = models.Publication

    article = factory.SubFactory(ArticleFactory)
    url = factory.Sequence(lambda n: f"https://harbour-news.example/{n}")
    outlet = "Harbour News"


class ExtractionRunFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = models.ExtractionRun

    article = factory.SubFactory(ArticleFactory)
    engine = "rules"
    version = "1"
    parameters_hash = "0" * 64
    started_at = factory.LazyFunction(timezone.now)
    finished_at = factory.LazyFunction(timezone.now)


class ClaimFactory(factory.django.DjangoModelFactory):
    """A claim found by a run in the first sentence of its article."""

    class Meta:
        model = models.Claim

    class Params:
        sentence = "The harbour was reopened on Monday"

    article = factory.SubFactory(ArticleFactory)
    project = factory.SelfAttribute("article.project")
    start = 0
    end = factory.LazyAttribute(lambda o: o.start + len(o.sentence))
    quote = factory.LazyAttribute(lambda o: o.article.text[o.start : o.end])
    prefix = ""
    suffix = factory.LazyAttribute(lambda o: o.article.text[o.end : o.end + 32])
    statement = factory.Sequence(lambda n: f"The harbour was reopened on Monday ({n}).")
    check_worthiness = 0.8
    worthiness_reasons = ["names a place and a day"]
    origin_run = factory.LazyAttribute(
        lambda o: (
            models.ExtractionRun.objects.filter(article=o.article).first() or ExtractionRunFactory(article=o.article)
        )
    )
    places = factory.SelfAttribute("project.places")
    public_id = factory.LazyAttribute(
        lambda o: public_id(
            article_sha256=o.article.sha256, start=o.start, end=o.end, statement=o.statement, target=Target.CONTENT
        )
    )


class AttributionFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = models.Attribution

    claim = factory.SubFactory(ClaimFactory)
    position = factory.LazyAttribute(lambda o: o.claim.attributions.count())
    name = "the port authority"
    surface = "the port authority"
    cue = "said"
    speech = Speech.INDIRECT
    rendering = Rendering.PARAPHRASED


class BearingFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = models.Bearing

    claim = factory.SubFactory(ClaimFactory)
    article = factory.SelfAttribute("claim.article")
    start = 61
    end = 132
    quote = factory.LazyAttribute(lambda o: o.article.text[o.start : o.end])
    reason = "denies it"


class ClaimLinkFactory(factory.django.DjangoModelFactory):
    """A link that matching proposed, to a claim of another article of the project."""

    class Meta:
        model = models.ClaimLink

    claim = factory.SubFactory(ClaimFactory)
    other = factory.LazyAttribute(lambda o: ClaimFactory(article__project=o.claim.project))
    project = factory.SelfAttribute("claim.project")
    kind = "same"
    score = 0.9
    reason = "Says the same in other words."
    matcher = "1"


class DossierFactory(factory.django.DjangoModelFactory):
    """A dossier without claims; `dossier_of` makes one that holds some."""

    class Meta:
        model = models.Dossier

    project = factory.SubFactory(ProjectFactory)
    question = "Was the harbour reopened?"
    opened_at = factory.LazyFunction(timezone.now)
    opened_by = factory.SubFactory(UserFactory)


def dossier_of(*claims: models.Claim) -> models.Dossier:
    """A dossier that holds these claims of one project."""
    dossier: models.Dossier = DossierFactory(project=claims[0].project)
    for claim in claims:
        given = {"added_at": dossier.opened_at, "added_by": dossier.opened_by}
        models.DossierClaim.objects.create(dossier=dossier, claim=claim, **given)
    return dossier


class MatchingFactory(factory.django.DjangoModelFactory):
    """An article whose claims are still to be compared."""

    class Meta:
        model = models.Matching

    article = factory.SubFactory(ArticleFactory)
    queued_at = factory.LazyFunction(timezone.now)


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


class CommentFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = models.Comment

    claim = factory.SubFactory(ClaimFactory)
    by = factory.SubFactory(UserFactory)
    at = factory.LazyFunction(timezone.now)
    text = "Is this one claim or two?"


class NoticeFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = models.Notice

    claim = factory.SubFactory(ClaimFactory)
    person = factory.SubFactory(UserFactory)
    kind = NoticeKind.MENTIONED
    at = factory.LazyFunction(timezone.now)


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


class PartyFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = models.Party

    project = factory.SubFactory(ProjectFactory)
    name = factory.Sequence(lambda n: f"Party {n}")


class AliasFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = models.Alias

    party = factory.SubFactory(PartyFactory)
    name = factory.Sequence(lambda n: f"Alias {n}")
    key = factory.LazyAttribute(lambda o: o.name.lower())


class ModelAnswerFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = models.ModelAnswer

    project = factory.SubFactory(ProjectFactory)
    key = factory.Sequence(lambda n: hashlib.sha256(str(n).encode()).hexdigest())
    body = {"claims": []}
    tokens_in = 100
    tokens_out = 10


class WorthinessModelFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = models.WorthinessModel

    project = factory.SubFactory(ProjectFactory)
    number = 1
    weights = b""
    report = {}
    decisions = 0
