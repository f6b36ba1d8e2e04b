from django.db import models
from django.db.models import UniqueConstraint

from verification.vocabulary import Rendering, Speech

from .claim import Claim
from .constraints import choices, one_of
from .party import Party


class Attribution(models.Model):
    """One speaker in the chain of who says a claim, outermost first (position 0); the innermost asserts."""

    claim = models.ForeignKey(Claim, models.CASCADE, related_name="attributions")
    position = models.PositiveSmallIntegerField()
    name = models.TextField(help_text="The fullest name that the article gives this speaker")
    surface = models.TextField(help_text="The words of the article, such as 'he' or 'the spokesman'")
    cue = models.TextField(null=True, blank=True, help_text="The attributing words")
    affiliation = models.TextField(null=True, blank=True, help_text="Whose person this is, as the article gives it")
    party = models.ForeignKey(Party, models.PROTECT, null=True, blank=True, related_name="attributions")
    speech = models.CharField(max_length=10, choices=choices(Speech))
    rendering = models.CharField(max_length=12, choices=choices(Rendering))

    class Meta:
        ordering = ["claim", "position"]
        constraints = [
            UniqueConstraint(fields=["claim", "position"], name="attribution_position_is_taken_once_per_claim"),
            one_of("speech", Speech, name="attribution_speech_is_in_the_vocabulary"),
            one_of("rendering", Rendering, name="attribution_rendering_is_in_the_vocabulary"),
        ]

    def __str__(self) -> str:
        return self.name
