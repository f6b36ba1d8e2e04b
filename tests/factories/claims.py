"""Claims, and what ties them to each other."""

from __future__ import annotations

import factory
from django.utils import timezone

from verification import models
from verification.models.claim import public_id
from verification.vocabulary import (
    Rendering,
    Role,
    Round,
    Speech,
    Target,
    Verdict,
)

from .articles import ArticleFactory, ExtractionRunFactory
from .people import ProjectFactory, UserFactory, member


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


class SuccessionFactory(factory.django.DjangoModelFactory):
    """A claim that stands in the same words in a corrected version of its article."""

    class Meta:
        model = models.Succession

    claim = factory.SubFactory(ClaimFactory)
    project = factory.SelfAttribute("claim.project")
    article = factory.LazyAttribute(lambda o: ArticleFactory(project=o.claim.project, corrects=o.claim.article))
    successor = factory.LazyAttribute(lambda o: ClaimFactory(article=o.article))
    outcome = "same"


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


class KnownAnswerFactory(factory.django.DjangoModelFactory):
    """The answer of a claim that is set aside for the calibration."""

    class Meta:
        model = models.KnownAnswer

    claim = factory.SubFactory(ClaimFactory, set_aside_at=factory.LazyFunction(timezone.now))
    project = factory.LazyAttribute(lambda o: o.claim.project)
    round = Round.CALIBRATION
    verdict = Verdict.DISPUTED
    note = "The register says otherwise."
    set_by = factory.LazyAttribute(lambda o: member(o.claim.project, Role.CURATOR))
