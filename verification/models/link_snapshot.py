from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from django.db import models
from django.db.models import CheckConstraint, Exists, F, Func, Index, OuterRef, Q, UniqueConstraint

from verification.vocabulary import EvidenceKind, RetrievalState, Role

from .annotation import Annotation
from .constraints import choices, one_of
from .evidence import Evidence
from .leased import Leased
from .membership import in_projects_of
from .prepared import among
from .prepared_for import PreparedFor
from .probes import any_of
from .project import Project

if TYPE_CHECKING:
    from .user import User


class LinkSnapshotQuerySet(models.QuerySet["LinkSnapshot"]):
    def unfinished(self) -> LinkSnapshotQuerySet:
        """Pages that a worker still has to retrieve."""
        return self.filter(state=RetrievalState.WAITING)

    def visible_to(self, user: User) -> LinkSnapshotQuerySet:
        """Those that this person asked for, in projects that they belong to; of others those alone that are of
        evidence which they may see, by the rule of judgements: a link that was looked at and not used is a draft's."""
        mine = Q(in_projects_of(user), annotation__person=user)
        used = Evidence.objects.filter(
            judgement__annotation=OuterRef("annotation"), judgement__submitted_at__isnull=False, url=OuterRef("url")
        )
        resolved = Q(in_projects_of(user), annotation__claim__resolved_at__isnull=False)
        to_adjudicate = Q(
            ~any_of(Annotation.objects.filter(claim=OuterRef("annotation__claim"), person=user)),
            in_projects_of(user, Role.ADJUDICATOR),
            annotation__claim__filled_at__isnull=False,
        )
        return self.filter(mine | (Q(Exists(used)) & (resolved | to_adjudicate)))


class LinkSnapshot(Leased):
    """A page that somebody named as evidence, as a worker found it; never changed once it is done or has failed.

    It belongs to the place of whoever asked for it: two people who name one page have a snapshot each, so that
    neither learns that the other has it.
    """

    annotation = models.ForeignKey(Annotation, models.PROTECT, related_name="snapshots")
    # The claim's; the database fills it in, whatever is given.
    project = models.ForeignKey(Project, models.PROTECT, related_name="+", editable=False, db_index=False)
    url = models.TextField(help_text="As the evidence names it")
    state = models.CharField(max_length=10, choices=choices(RetrievalState), default=RetrievalState.WAITING)
    asked_at = models.DateTimeField(auto_now_add=True)
    turn_at = models.DateTimeField(null=True, blank=True, help_text="Until when it waits, so that its host has a pause")
    final_url = models.TextField(null=True, blank=True, help_text="Where the page was in the end")
    status = models.PositiveSmallIntegerField(null=True, blank=True, help_text="Of HTTP; empty where none came")
    content_type = models.CharField(max_length=50, null=True, blank=True)
    title = models.TextField(null=True, blank=True)
    outlet = models.TextField(null=True, blank=True)
    published_on = models.DateField(null=True, blank=True, help_text="As the page says it")
    retrieved_at = models.DateTimeField(null=True, blank=True)
    sha256 = models.CharField(max_length=64, null=True, blank=True, help_text="Of the page's bytes, unpacked")
    bytes = models.PositiveIntegerField(null=True, blank=True)

    objects = LinkSnapshotQuerySet.as_manager()

    class Meta:
        ordering = ["-id"]
        constraints = [
            one_of("state", RetrievalState, name="link_snapshot_state_is_in_the_vocabulary"),
            CheckConstraint(
                condition=Q(state=RetrievalState.DONE, sha256__isnull=False, bytes__isnull=False)
                | (~Q(state=RetrievalState.DONE) & Q(sha256__isnull=True, bytes__isnull=True)),
                name="link_snapshot_has_a_hash_exactly_when_it_is_done",
            ),
            CheckConstraint(
                condition=Q(state=RetrievalState.WAITING, retrieved_at__isnull=True)
                | Q(state=RetrievalState.DONE, retrieved_at__isnull=False)
                | Q(state=RetrievalState.FAILED),
                name="link_snapshot_says_when_it_was_retrieved_once_it_was",
            ),
            CheckConstraint(
                condition=Q(state=RetrievalState.FAILED, failure__isnull=False)
                | (~Q(state=RetrievalState.FAILED) & Q(failure__isnull=True)),
                name="link_snapshot_has_failed_exactly_when_it_says_why",
            ),
            # Hashed, because an index row is limited and an address is not.
            UniqueConstraint(
                F("annotation"),
                Func(F("url"), function="MD5"),
                condition=Q(state=RetrievalState.WAITING),
                name="link_snapshot_is_asked_for_one_at_a_time",
            ),
        ]
        indexes = [
            Index(fields=["project", "-id"], name="link_snapshot_newest"),
            Index(fields=["queued_at"], condition=Q(state=RetrievalState.WAITING), name="link_snapshot_unfinished"),
        ]

    def __str__(self) -> str:
        return self.title or self.url


class LinkCopy(models.Model):
    """The page of a snapshot as it came, byte for byte, and its text; a table of its own keeps snapshots light."""

    snapshot = models.OneToOneField(LinkSnapshot, models.PROTECT, primary_key=True, related_name="copy")
    content = models.BinaryField()
    text = models.TextField(null=True, blank=True, help_text="Empty where none could be had of it")

    def __str__(self) -> str:
        return f"copy of {self.snapshot_id}"


def put_snapshots_beside(evidence: Iterable[Evidence], *, to: User) -> None:
    """Sets `snapshot` on each piece of evidence of one claim's judgements: its page, as far as the person may see it,
    or None. One query where one of them is a link."""
    items = list(evidence)
    places = {item.judgement.annotation_id for item in items if item.kind == EvidenceKind.LINK}
    found = newest_by_url(_of_places.rows(to, places=list(places))) if places else {}
    for item in items:
        item.snapshot = found.get((item.judgement.annotation_id, item.url or ""))


@PreparedFor
def _of_places(user: User, places: list[int]) -> models.QuerySet[LinkSnapshot]:
    return LinkSnapshot.objects.visible_to(user).filter(among("annotation", places)).order_by("pk")


def newest_by_url(snapshots: Iterable[LinkSnapshot]) -> dict[tuple[int, str], LinkSnapshot]:
    """The newest of each place and address, of snapshots in the order in which they were asked for."""
    return {(snapshot.annotation_id, snapshot.url): snapshot for snapshot in snapshots}
