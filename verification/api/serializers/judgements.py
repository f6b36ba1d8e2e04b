"""The words of a judgement, in the shape in which they are written: what is read can be sent back unchanged."""

from __future__ import annotations

from typing import Any

from rest_framework import serializers

from verification.api.fields import Word, partial_date
from verification.api.telling import Telling
from verification.models import Evidence, Judgement, LinkSnapshot, Search
from verification.vocabulary import EvidenceKind, RetrievalState

POINTERS: dict[str, tuple[str, ...]] = {
    EvidenceKind.PASSAGE: ("article", "start", "end"),
    EvidenceKind.LINK: ("url",),
    EvidenceKind.MEDIUM: ("file_sha256", "region"),
}
ALL_POINTERS = {name for names in POINTERS.values() for name in names}


class SearchSerializer(Telling[Search]):
    class Meta:
        model = Search
        fields = ("where", "query", "outcome", "language", "searched_at")


class EvidenceSerializer(Telling[Evidence]):
    published_on = serializers.SerializerMethodField()
    party = serializers.CharField(source="party_words", read_only=True, allow_null=True)
    set = serializers.IntegerField(source="set_number", read_only=True)
    dismissed = serializers.SerializerMethodField()

    class Meta:
        model = Evidence
        fields = (
            "kind",
            "stance",
            *("article", "start", "end", "url", "file_sha256", "region"),
            "quote",
            "outlet",
            "published_on",
            "source_type",
            "against_interest",
            "outweighed",
            "party",
            "method",
            "question",
            "set",
            "dismissed",
        )

    # Each kind points at its thing with some of these, and leaves the others out.
    sometimes = frozenset(ALL_POINTERS)

    def to_representation(self, item: Evidence) -> dict[str, Any]:
        """Leaves out what points elsewhere: a link has no article, a passage no address."""
        other = ALL_POINTERS.difference(POINTERS[item.kind])
        return {name: value for name, value in super().to_representation(item).items() if name not in other}

    def get_published_on(self, item: Evidence) -> str | None:
        return partial_date(item.published_on, item.published_precision)

    def get_dismissed(self, item: Evidence) -> dict[str, str]:
        return {warning.rule: warning.word for warning in item.dismissed.all()}


class SnapshotSerializer(Telling[LinkSnapshot]):
    """The page of a link as a worker found it: `waiting`, `done`, or `failed` with the reason in `failure`."""

    state = Word(RetrievalState, read_only=True)

    class Meta:
        model = LinkSnapshot
        fields = (
            "id",
            "url",
            "state",
            "failure",
            "final_url",
            "status",
            "content_type",
            "title",
            "outlet",
            "published_on",
            "asked_at",
            "retrieved_at",
            "sha256",
            "bytes",
        )


class CitedEvidenceSerializer(EvidenceSerializer):
    """Evidence that an adjudicator can cite by its id. `snapshot` is the page of a link, where it was retrieved."""

    snapshot = SnapshotSerializer(read_only=True, allow_null=True)

    class Meta:
        model = Evidence
        fields = ("id", *EvidenceSerializer.Meta.fields, "snapshot")


class JudgementSerializer(Telling[Judgement]):
    """A submitted judgement among those of its claim: nameless, with its evidence."""

    label = serializers.CharField(read_only=True)  # type: ignore[assignment]  # a column, no caption
    mine = serializers.BooleanField(read_only=True)
    evidence = CitedEvidenceSerializer(many=True, read_only=True)
    searches = SearchSerializer(many=True, read_only=True)

    class Meta:
        model = Judgement
        fields = (
            "id",
            "label",
            "mine",
            "revision",
            "submitted_at",
            "verdict",
            "reason",
            "rationale",
            "confidence",
            "evidence",
            "searches",
        )
