from django.db import models


class Leased(models.Model):
    """Work that a worker takes with a conditional UPDATE and that the sweep gives out again.

    `queued_at` is when it was last handed to the queue, `lease_until` until when a worker has it, `attempts`
    how often one has taken it in its present state, `failure` why it was given up, for the person who reads.
    """

    queued_at = models.DateTimeField(null=True, blank=True)
    lease_until = models.DateTimeField(null=True, blank=True)
    attempts = models.PositiveSmallIntegerField(default=0)
    failure = models.TextField(null=True, blank=True)

    class Meta:
        abstract = True
