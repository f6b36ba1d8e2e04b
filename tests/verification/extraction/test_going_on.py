"""Which sentences without a word of attribution go on with what was said in the sentence before, and which do not."""

import pytest

from verification.extraction.engine import extract
from verification.vocabulary import Rendering, Speech

SAID = "Two docks in Aldmouth were not safe yet, army spokesman Karl Oder told Reuters on Friday."


def claimants(text: str) -> list[str | None]:
    return [claim.claimant for claim in extract(text, "en")]


@pytest.mark.parametrize(
    "text",
    [
        "His men were still clearing 14 of them.",
        "No ship had been lost in the two attacks.",
        "Some of the 40 gunmen had stayed behind.",
        "Norland soldiers also carried off two people.",
        "Ships were burnt, then 14 men came out of the port.",
        "Nobody was shot at by the 14 soldiers.",
        "No aircraft strikes at anything within 2km of a village.",
        "A mine there had wounded two soldiers.",
    ],
)
def test_a_sentence_goes_on_with_what_was_said_before_it(text):
    assert claimants(f"{SAID} {text}") == ["Karl Oder", "Karl Oder"]


def test_two_sentences_go_on_and_the_third_is_the_articles_own():
    text = f"{SAID} His men had killed 14 gunmen. Two ships had been lost. The army had killed 40 more men."
    assert claimants(text) == ["Karl Oder", "Karl Oder", "Karl Oder", None]


def test_what_goes_on_is_told_in_other_words_than_the_speakers_and_names_nobody_where_it_stands():
    claim = extract(f"{SAID} His men had killed 14 gunmen.", "en")[-1]
    (who,) = claim.chain
    assert (who.speech, who.rendering, who.start) == (Speech.INDIRECT, Rendering.PARAPHRASED, None)


@pytest.mark.parametrize(
    "text",
    [
        "Aldmouth has lost 14 ships in the war.",
        "The Harbour Front, a rebel group, killed 40 men.",
        "In May 14 men were killed there.",
        "He was arrested after the two attacks.",
        "Two ships had been lost there in 2012.",
        "But 14 men were killed by his guards.",
        "No guard of the port and of Oder's has been seen there by 14 people.",
        "The aide declined to say whether 14 men were killed.",
    ],
)
def test_a_name_a_time_or_a_joint_begins_the_articles_own_words(text):
    assert claimants(f"{SAID} {text}")[1:] == [None]


@pytest.mark.parametrize(
    "before",
    [
        "Army spokesman Karl Oder told Reuters on Friday that two docks in Aldmouth were not safe yet.",
        "Two docks in Aldmouth are not safe yet, army spokesman Karl Oder says.",
        "Two docks in Aldmouth were not safe yet, the report said.",
        f"{SAID}\n\n",
    ],
)
def test_nothing_goes_on_behind_other_words_or_in_another_paragraph(before):
    assert claimants(f"{before} Some of the 40 gunmen had stayed behind.")[-1] is None
