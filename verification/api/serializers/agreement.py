from __future__ import annotations

from typing import Any

from rest_framework import serializers

from verification.api.fields import Word
from verification.vocabulary import ReportScope, ReportState, Verdict


class FigureSerializer(serializers.Serializer[Any]):
    """One figure with its interval (95 %, bootstrap over claims), or why there is none."""

    value = serializers.FloatField(allow_null=True)
    low = serializers.FloatField(allow_null=True)
    high = serializers.FloatField(allow_null=True)
    items = serializers.IntegerField(help_text="Claims that it rests on.")
    raters = serializers.IntegerField(help_text="People who judged them.")
    undefined_because = serializers.CharField(allow_null=True)


class WordsSerializer(serializers.Serializer[Any]):
    raw = FigureSerializer(help_text="Mean share of pairs that agree.")
    alpha = FigureSerializer(help_text="Krippendorff's alpha.")
    ac1 = FigureSerializer(help_text="Gwet's AC1.")
    fleiss = FigureSerializer(help_text="Fleiss' kappa.")
    cohen = FigureSerializer(help_text="Cohen's kappa, where exactly two people judged.")


class SourcesSerializer(serializers.Serializer[Any]):
    raw = FigureSerializer(help_text="Mean share of cited sources that both cite.")
    alpha = FigureSerializer(help_text="Krippendorff's alpha, what is not shared being the distance.")


class SpansSerializer(serializers.Serializer[Any]):
    raw = FigureSerializer(help_text="Mean share of marked characters that both mark.")


class EvidenceAgreementSerializer(serializers.Serializer[Any]):
    sources = SourcesSerializer()
    spans = SpansSerializer()


class RepeatedSerializer(serializers.Serializer[Any]):
    verdict = WordsSerializer()
    reason = WordsSerializer()


class CellSerializer(serializers.Serializer[Any]):
    """The agreement on verdicts of one part of the claims."""

    key = serializers.JSONField(help_text="Which part: a word, an engine, the id of an article, a person.")
    title = serializers.CharField(allow_null=True, help_text="Of an article.")
    raw = FigureSerializer()
    alpha = FigureSerializer(allow_null=True)
    ac1 = FigureSerializer(allow_null=True)


class BySerializer(serializers.Serializer[Any]):
    verdict = CellSerializer(many=True)
    reason = CellSerializer(many=True)
    topic = CellSerializer(many=True)
    engine = CellSerializer(many=True)
    aided = CellSerializer(many=True)
    article = CellSerializer(many=True)
    person = CellSerializer(many=True)


class PairSerializer(serializers.Serializer[Any]):
    people = serializers.ListField(child=serializers.CharField())
    raw = FigureSerializer()
    alpha = FigureSerializer()
    ac1 = FigureSerializer()
    cohen = FigureSerializer()


class ErrorsSerializer(serializers.Serializer[Any]):
    key = serializers.CharField(help_text="The person.")
    said = serializers.ListField(child=serializers.ListField(child=serializers.FloatField()))


class EstimateSerializer(serializers.Serializer[Any]):
    """What Dawid and Skene's model makes of the judgements alone; nothing is resolved by it."""

    rounds = serializers.IntegerField()
    labels = serializers.ListField(child=Word(Verdict))
    shares = serializers.ListField(child=serializers.FloatField(), help_text="How common it holds each verdict.")
    people = ErrorsSerializer(many=True)
    doubted = serializers.ListField(
        child=serializers.ListField(), help_text="Resolved claims: id, the verdict it holds more likely, how likely."
    )


class AgreementSerializer(serializers.Serializer[Any]):
    """How far people agree. Until it is computed for the first time there are no figures."""

    scope = Word(ReportScope)
    state = Word(ReportState, allow_null=True)
    failure = serializers.CharField(allow_null=True)
    computed_at = serializers.DateTimeField(allow_null=True)
    seed = serializers.IntegerField(allow_null=True)
    resamples = serializers.IntegerField(allow_null=True)
    fewest_unresolved = serializers.IntegerField(allow_null=True)
    claims = serializers.IntegerField(allow_null=True)
    resolved = serializers.IntegerField(allow_null=True)
    judgements = serializers.IntegerField(allow_null=True)
    people = serializers.IntegerField(allow_null=True)
    verdict = WordsSerializer(allow_null=True)
    reason = WordsSerializer(allow_null=True)
    evidence = EvidenceAgreementSerializer(allow_null=True)
    repeated = RepeatedSerializer(allow_null=True)
    by = BySerializer(allow_null=True)
    pairs = PairSerializer(many=True, allow_null=True)
    estimate = EstimateSerializer(allow_null=True)
