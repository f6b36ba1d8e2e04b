"""Files sent in one go: each becomes an article, or a bundle that a worker takes apart, or is refused with a reason."""

from __future__ import annotations

import hashlib

from django.db import transaction
from django.utils import timezone

from verification import tasks
from verification.actions.articles import add_file, refuse_size
from verification.actions.audit import record
from verification.actions.enqueue import enqueue_on_commit
from verification.exceptions import Invalid, Refusal
from verification.models import Article, Bundle, Project, Upload, User
from verification.policies import (
    require,
    require_state,
    why_not_add_articles,
    why_not_curate,
    why_not_retry_bundle,
)
from verification.text.bundle import bundle_kind_of
from verification.text.document import Unreadable
from verification.text.names import plain_name
from verification.vocabulary import BundleState


@transaction.atomic
def start_upload(project: Project, *, by: User | None) -> Upload:
    """Opens a list for files that come in one go. `by` is None for a command."""
    if by is not None:
        require(why_not_add_articles(by, project))
    upload = Upload.objects.create(project=project, by=by)
    record("upload.started", by=by, subject=upload, project=project)
    return upload


def add_to_upload(upload: Upload, *, name: str, content: bytes, by: User | None) -> Article | Bundle:
    """Keeps a file: one article, or a bundle of several (.zip, .csv, .jsonl), for a worker to read.

    What is refused is listed in the upload as well as raised, so that it can be followed later. Sending the same file
    again gives what it became the first time.
    """
    if by is not None:
        require(why_not_add_articles(by, upload.project))
    try:
        return _added(upload, name=plain_name(name), content=content, by=by)
    except Refusal as why:
        _list_refused(upload, name=plain_name(name), why=why.message)
        raise


def is_bundle(name: str, content: bytes) -> bool:
    """Whether a file holds several articles. Raises Invalid where it is not what its name says."""
    try:
        return bundle_kind_of(content, name) is not None
    except Unreadable as why:
        raise Invalid(f"{name}: {why}") from why


@transaction.atomic
def _added(upload: Upload, *, name: str, content: bytes, by: User | None) -> Article | Bundle:
    refuse_size(name, content)
    digest = hashlib.sha256(content).hexdigest()
    if (there := _sent_before(upload, name=name, sha256=digest)) is not None:
        return there
    if not is_bundle(name, content):
        return add_file(upload.project, name=name, content=content, by=by, upload=upload)
    bundle = Bundle.objects.create(
        upload=upload,
        name=name,
        content=content,
        sha256=digest,
        queued_at=timezone.now(),
    )
    record("bundle.received", by=by, subject=bundle, project=upload.project, upload=upload.pk, bytes=len(content))
    enqueue_on_commit(tasks.unpack_bundle, bundle.pk)
    return bundle


def _sent_before(upload: Upload, *, name: str, sha256: str) -> Article | Bundle | None:
    """The same file, sent again because the network died before the answer came."""
    article = upload.articles.filter(original__name=name, original__sha256=sha256, bundle__isnull=True).first()
    return article or upload.bundles.filter(name=name, sha256=sha256).defer("content").first()


@transaction.atomic
def _list_refused(upload: Upload, *, name: str, why: str) -> None:
    # Locked, because several files of one upload may come at once.
    locked = Upload.objects.select_for_update().get(pk=upload.pk)
    entry = {"name": name, "why": why}
    if entry not in locked.refused:
        locked.refused = [*locked.refused, entry]
        locked.save(update_fields=["refused"])
    upload.refused = locked.refused


@transaction.atomic
def retry_bundle(bundle: Bundle, *, by: User) -> Bundle:
    """Takes a failed bundle apart once more; the parts that are articles already stay as they are."""
    require(why_not_curate(by, bundle.upload.project))
    # Locked, because two people may press the button at once: the second finds it on its way.
    bundle = Bundle.objects.select_for_update(of=("self",)).select_related("upload__project").get(pk=bundle.pk)
    require_state(why_not_retry_bundle(bundle))
    bundle.state = BundleState.RECEIVED
    bundle.failure = None
    bundle.attempts = 0
    bundle.queued_at = timezone.now()
    bundle.save(update_fields=["state", "failure", "attempts", "queued_at"])
    record("bundle.retried", by=by, subject=bundle, project=bundle.upload.project)
    enqueue_on_commit(tasks.unpack_bundle, bundle.pk)
    return bundle
