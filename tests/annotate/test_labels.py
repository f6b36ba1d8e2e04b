"""The words of the vocabulary as pages show them."""

from enum import StrEnum

import pytest
from django.template import Context, Template

from annotate.labels import LABELS, label, options, shape
from annotate.meanings import MEANINGS
from verification import vocabulary
from verification.vocabulary import Dispute, Reason, SourceType, Stance, Verdict

SHOWN = [
    enum
    for enum in vars(vocabulary).values()
    if isinstance(enum, type)
    and issubclass(enum, StrEnum)
    and enum is not StrEnum
    and enum.__name__ not in {"Round", "DatePrecision", "DateBasis", "Origin", "PartyKind", "SoftRule"}
]


@pytest.mark.parametrize("enum", SHOWN)
def test_every_word_that_pages_show_has_a_label(enum: type[StrEnum]) -> None:
    assert set(LABELS[enum]) == set(enum)
    assert [value for value, _words in options(enum)] == [word.value for word in enum]


def test_every_reason_and_type_of_source_says_what_it_means() -> None:
    assert set(MEANINGS[Reason]) == set(Reason)
    assert set(MEANINGS[SourceType]) == set(SourceType)


def test_words_of_one_value_in_different_enums_keep_their_own_labels() -> None:
    assert label(Stance.UNVERIFIABLE) != label(Dispute.UNVERIFIABLE)


def test_verdicts_have_three_different_shapes() -> None:
    assert {shape(verdict) for verdict in Verdict} == {"✓", "≠", "?"}


def test_templates_show_a_stored_value_and_nothing_for_a_missing_one() -> None:
    template = Template('{% load words %}[{{ a|label:"Stance" }}][{{ b|label:"Stance" }}][{{ a|shape:"Stance" }}]')
    assert template.render(Context({"a": "contradicts", "b": None})) == "[contradicts][][≠]"
