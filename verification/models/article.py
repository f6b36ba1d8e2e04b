from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import CheckConstraint, Count, Index, Q, UniqueConstraint
from django.db.models.expressions import RawSQL
from django.db.models.functions import Left, Length

from verification.matching.near import MOST_COMPARED, compared_shingles, likeness
from verification.vocabulary import ArticleState

from .bundle import Bundle
from .constraints import choices, one_of, together
from .full_text import ARTICLE_WORDS, asked
from .leased import Leased
from .membership import in_projects_of
from .project import Project
from .upload import Upload

if TYPE_CHECKING:
    from .user import User

UNFINISHED = (ArticleState.RECEIVED, ArticleState.READING, ArticleState.EXTRACTING)

# Of articles that share a key, so many are compared, up to so many code points in all, and so many are shown.
MOST_CANDIDATES, MOST_COMPARED_AT_ONCE, MOST_NEAR = 30, 1_000_000, 10
LEAST_ALIKE = 50  # percent


@dataclass(frozen=True, kw_only=True)
class Near:
    """An article whose text is nearly that of another: `percent` of their shingles are in both."""

    article: Article
    percent: int


class ArticleQuerySet(models.QuerySet["Article"]):
    def visible_to(self, user: User) -> ArticleQuerySet:
        """The articles of the projects that this person is a member of."""
        return self.filter(in_projects_of(user))

    def unfinished(self) -> ArticleQuerySet:
        """Articles that a worker still has something to do for."""
        return self.filter(state__in=UNFINISHED)

    def by_state(self) -> dict[str, int]:
        """How many there are in each state that occurs: for few rows, such as those of an upload."""
        counted = self.order_by().values_list("state").annotate(number=Count("pk"))
        return dict(counted)

    def near(self, article: Article) -> list[Near]:
        """Those of the same project whose text is nearly the same as this one's, the most alike first.

        Every page of an article asks this, so of very long texts the heads are compared, and of many the newest.
        """
        if not article.text or not article.near_keys:
            return []
        head = Left("text", MOST_COMPARED)
        sharing = self.filter(project=article.project_id, near_keys__overlap=article.near_keys).exclude(pk=article.pk)
        candidates = sharing.order_by("-pk").values_list("pk", Length(head))[:MOST_CANDIDATES]
        compared: list[int] = []
        left = MOST_COMPARED_AT_ONCE
        for pk, length in candidates:
            if length <= left:
                compared.append(pk)
                left -= length
        if not compared:
            return []
        own = compared_shingles(article.text)
        percents = {
            pk: int(100 * likeness(own, compared_shingles(text or "")))
            for pk, text in self.filter(pk__in=compared).values_list("pk", head)
        }
        best = sorted((pk for pk in compared if percents[pk] >= LEAST_ALIKE), key=lambda pk: -percents[pk])[:MOST_NEAR]
        articles = self.defer("text").in_bulk(best)
        return [Near(article=articles[pk], percent=percents[pk]) for pk in best]

    def saying(self, words: str) -> ArticleQuerySet:
        """Articles whose title or text holds, for each of `words`, a word that begins with it; all where none is given.

        Of a very long text the first 100,000 code points count.
        """
        question = asked(words)
        return self.all() if question is None else self.answering(question)

    def answering(self, question: str) -> ArticleQuerySet:
        """Articles whose title or text answers a question that `full_text.asked` put."""
        # Through a function, because PostgreSQL does not know what it costs to take a long text apart: it would
        # rather do that for one article after the other than look into the index.
        found = RawSQL("SELECT attest_articles_saying(to_tsquery('simple', %s))", [question])
        return self.filter(pk__in=found)


class Article(Leased):
    """A text in which claims are found. Its text is null until it is read, and never changes from then."""

    project = models.ForeignKey(Project, models.PROTECT, related_name="articles")
    title = models.TextField(blank=True)
    text = models.TextField(null=True, blank=True)
    sha256 = models.CharField(max_length=64, null=True, blank=True, help_text="Of the normalised text, UTF-8")
    normaliser_version = models.CharField(max_length=20, null=True, blank=True)
    normalisation = models.JSONField(
        default=dict, blank=True, help_text="What reading and normalising did to the file's text, counted"
    )
    near_keys = ArrayField(
        models.BigIntegerField(), null=True, blank=True, help_text="Texts that share one are nearly the same"
    )
    language = models.CharField(max_length=35, null=True, blank=True, help_text="BCP 47; empty = not identified")
    state = models.CharField(max_length=20, choices=choices(ArticleState), default=ArticleState.RECEIVED)
    same_as = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="repeats")
    corrects = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="corrections")
    address = models.TextField(
        null=True, blank=True, help_text="Where a worker is to retrieve it from; empty where it was sent"
    )
    upload = models.ForeignKey(Upload, models.PROTECT, null=True, blank=True, related_name="articles")
    bundle = models.ForeignKey(Bundle, models.PROTECT, null=True, blank=True, related_name="articles")
    part = models.CharField(max_length=300, null=True, blank=True, help_text="Which part of the bundle it is")
    licence = models.TextField(null=True, blank=True)
    embargo_until = models.DateTimeField(null=True, blank=True)
    keep_until = models.DateField(null=True, blank=True)
    is_sensitive = models.BooleanField(default=False)
    received_at = models.DateTimeField(auto_now_add=True)

    objects = ArticleQuerySet.as_manager()

    class Meta:
        ordering = ["-id"]
        constraints = [
            UniqueConstraint(fields=["project", "sha256"], name="article_text_is_in_a_project_once"),
            together("text", "sha256", "normaliser_version", name="article_text_comes_with_its_hash_and_normaliser"),
            together("bundle", "part", name="article_of_a_bundle_names_its_part"),
            UniqueConstraint(fields=["bundle", "part"], name="article_is_made_of_a_part_once"),
            one_of("state", ArticleState, name="article_state_is_in_the_vocabulary"),
            CheckConstraint(
                condition=Q(state=ArticleState.MERGED, same_as__isnull=False)
                | (~Q(state=ArticleState.MERGED) & Q(same_as__isnull=True)),
                name="article_is_merged_exactly_when_it_names_the_first",
            ),
            CheckConstraint(
                condition=Q(state=ArticleState.FAILED, failure__isnull=False)
                | (~Q(state=ArticleState.FAILED) & Q(failure__isnull=True)),
                name="article_has_failed_exactly_when_it_says_why",
            ),
            CheckConstraint(
                condition=~Q(state__in=[ArticleState.EXTRACTING, ArticleState.DONE]) | Q(text__isnull=False),
                name="article_is_extracted_only_with_a_text",
            ),
        ]
        indexes = [
            Index(fields=["project", "-id"], name="article_newest"),
            Index(
                fields=["queued_at"],
                condition=Q(state__in=[state.value for state in UNFINISHED]),
                name="article_unfinished",
            ),
            Index(fields=["project", "state", "-id"], name="article_of_state"),
            GinIndex(fields=["near_keys"], name="article_near_keys"),
            GinIndex(ARTICLE_WORDS, name="article_words"),
        ]

    def __str__(self) -> str:
        return self.title or f"Article {self.pk}"
