"""The review page's form, filled in."""

from verification.models import Judgement

PHRASE = "no ship had docked"


def url(draft: Judgement) -> str:
    return f"/review/{draft.annotation_id}/"


def passage(draft: Judgement, number: int = 0, **change: object) -> dict[str, object]:
    """The fields of a piece of evidence that stands in the claim's article."""
    article = draft.annotation.claim.article
    start = article.text.index(PHRASE)
    fields = {"kind": "passage", "article": article.pk, "start": start, "end": start + len(PHRASE)} | change
    return {f"evidence-{number}-{name}": value for name, value in fields.items()}


def disputed(draft: Judgement, **more: object) -> dict[str, object]:
    """A form that may be submitted."""
    return {
        "do": "submit",
        "revision": 1,
        "active_seconds": 40,
        "verdict": "disputed",
        "reason": "conflicting_sources",
        "rationale": "The dockers deny it.",
        "confidence": "fairly",
        **passage(draft, stance="contradicts", source_type="party"),
        **more,
    }
