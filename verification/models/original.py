from django.db import models

from .article import Article


class Original(models.Model):
    """The file that an article came as, byte for byte; a table of its own keeps article rows light."""

    article = models.OneToOneField(Article, models.PROTECT, related_name="original")
    name = models.TextField()
    content = models.BinaryField()
    sha256 = models.CharField(max_length=64)

    def __str__(self) -> str:
        return self.name
