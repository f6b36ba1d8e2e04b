from django.db import models
from django.db.models import Index, UniqueConstraint

from .judgement import Judgement
from .project import Project


class Search(models.Model):
    """What was looked for in a judgement, and what came of it. Frozen with its judgement."""

    judgement = models.ForeignKey(Judgement, models.PROTECT, related_name="searches")
    # The claim's; the database fills it in, whatever is given.
    project = models.ForeignKey(Project, models.PROTECT, related_name="+", editable=False, db_index=False)
    position = models.PositiveSmallIntegerField()
    where = models.TextField(help_text="A search engine, an archive, the project's articles")
    query = models.TextField()
    language = models.CharField(max_length=35, null=True, blank=True)
    outcome = models.TextField()
    searched_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["judgement", "position"]
        verbose_name_plural = "searches"
        constraints = [UniqueConstraint(fields=["judgement", "position"], name="search_position_is_taken_once")]
        indexes = [Index(fields=["project", "-id"], name="search_newest")]

    def __str__(self) -> str:
        return f"{self.where}: {self.query}"
