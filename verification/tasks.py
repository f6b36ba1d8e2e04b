"""What workers are asked to do: load nothing, call one job by id, enqueue what follows."""

from smtplib import SMTPException

from celery import shared_task
from django.conf import settings
from django.db import InterfaceError, OperationalError

from verification.jobs import agreement, extract, match, notices, read, release, retrieve, unpack
from verification.vocabulary import ArticleState

# Only a database that went away is worth another try at once; the sweep takes care of the rest.
AGAIN = {"autoretry_for": (OperationalError, InterfaceError), "retry_backoff": True, "max_retries": 5}


LOOKED_AT_AGAIN = 300  # seconds


@shared_task(**AGAIN)
def read_article(article_id: int) -> None:
    if read.run(article_id):
        extract_article.delay(article_id)


# With a language model, its time comes on top of that for any task.
ASKING = settings.LANGUAGE_MODEL_ARTICLE_SECONDS if settings.LANGUAGE_MODEL_URL else 0
SOFT, HARD = settings.CELERY_TASK_SOFT_TIME_LIMIT, settings.CELERY_TASK_TIME_LIMIT


@shared_task(**AGAIN, soft_time_limit=SOFT + ASKING, time_limit=HARD + ASKING)
def extract_article(article_id: int) -> None:
    extract.run(article_id)
    match_article.delay(article_id)  # does nothing where there is nothing to match


@shared_task(**AGAIN)
def match_article(article_id: int) -> None:
    match.run(article_id)


# Seconds: two thousand articles take a while to keep, and the bundle's lease is renewed meanwhile.
@shared_task(**AGAIN, soft_time_limit=1800, time_limit=1860)
def unpack_bundle(bundle_id: int) -> None:
    for article in unpack.run(bundle_id):
        follows = extract_article if article.state == ArticleState.EXTRACTING else read_article
        follows.delay(article.pk)


# Seconds: a large project takes long to write, and its lease is renewed meanwhile.
@shared_task(**AGAIN, soft_time_limit=3 * 3600, time_limit=3 * 3600 + 300)
def write_release(release_id: int) -> None:
    release.run(release_id)


@shared_task(**AGAIN)
def compute_agreement(report_id: int) -> None:
    agreement.run(report_id)


@shared_task(**AGAIN)
def retrieve_link(snapshot_id: int) -> None:
    if seconds := retrieve.run(snapshot_id):
        # Put back, not slept through: the worker does other things meanwhile. Now and then it is looked at again,
        # so that no message is held for long.
        retrieve_link.apply_async((snapshot_id,), countdown=min(seconds, LOOKED_AT_AGAIN))


@shared_task(**AGAIN)
def retrieve_links(annotation_id: int) -> None:
    for snapshot in retrieve.waiting_in(annotation_id):
        retrieve_link.delay(snapshot)


# A mail server that is away is asked again for a while; the notice stands on the person's pages all the same.
@shared_task(autoretry_for=(OperationalError, InterfaceError, SMTPException, OSError), retry_backoff=30, max_retries=5)
def mail_notice(notice_id: int) -> None:
    notices.run(notice_id)
