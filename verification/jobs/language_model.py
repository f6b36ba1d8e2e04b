"""The language model as this installation is set, and the answers that it gave: kept at once, by project."""

from __future__ import annotations

from django.conf import settings

from verification.extraction.llm.client import Answer, Server
from verification.extraction.llm.engine import Kept
from verification.models import Article, ModelAnswer


def server_set_up() -> Server | None:
    """The server that an administrator named; None where nobody did, and nothing is ever sent."""
    if not settings.LANGUAGE_MODEL_URL:
        return None
    return Server(
        url=settings.LANGUAGE_MODEL_URL,
        model=settings.LANGUAGE_MODEL_NAME,
        key=settings.LANGUAGE_MODEL_KEY or None,
        request_seconds=settings.LANGUAGE_MODEL_REQUEST_SECONDS,
        article_seconds=settings.LANGUAGE_MODEL_ARTICLE_SECONDS,
        attempts=settings.LANGUAGE_MODEL_ATTEMPTS,
        price_in=settings.LANGUAGE_MODEL_PRICE_IN,
        price_out=settings.LANGUAGE_MODEL_PRICE_OUT,
    )


class Answers:
    """The answers about one article: those of a worker that died are there for the next, and are not paid twice.

    Another project that has the same text asks for itself: nothing passes the border between them.
    """

    def __init__(self, article: Article) -> None:
        self._project = article.project_id
        last = article.runs.order_by("-finished_at").first()
        self._counted_until = last.finished_at if last else None

    def get(self, key: str) -> Kept | None:
        kept = ModelAnswer.objects.filter(project=self._project, key=key).first()
        if kept is None:
            return None
        return Kept(
            answer=Answer(body=kept.body, tokens_in=kept.tokens_in, tokens_out=kept.tokens_out),
            is_counted=self._counted_until is not None and kept.created_at <= self._counted_until,
        )

    def put(self, key: str, answer: Answer) -> None:
        kept = ModelAnswer(
            project_id=self._project,
            key=key,
            body=answer.body,
            tokens_in=answer.tokens_in,
            tokens_out=answer.tokens_out,
        )
        # Of two workers who asked the same at once, the answer of the first stays.
        ModelAnswer.objects.bulk_create([kept], ignore_conflicts=True)
