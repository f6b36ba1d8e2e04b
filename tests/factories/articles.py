"""Articles, and what was read and found in them."""

from __future__ import annotations

import hashlib

import factory
from django.utils import timezone

from verification import models
from verification.vocabulary import (
    ArticleState,
)

from .people import ProjectFactory, UserFactory

TEXT = (
    "The harbour was reopened on Monday, the port authority said. "
    "A spokesman for the dockers denied it and said that no ship had docked. "
    "Neither account could be verified."
)


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
