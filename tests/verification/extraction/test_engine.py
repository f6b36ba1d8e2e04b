"""The whole engine on text as it comes: offsets, repeatability, odd input."""

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from verification.extraction.engine import extract

ARTICLE = """Harbour reopened after strike

The port of Aldmouth reopened on Tuesday, officials said.

"We counted 14 damaged ships," said Harbour Minister Rosa Lind, who visited the docks.

The union denied that its members had damaged any ship.
"""
FRAGMENTS = st.sampled_from(
    ["The army said that ", "“", "”", '"', "12 people were killed", ". ", "\n\n", " according to ", "he added", "،",
     "گفت که ", "denied", "• ", "~", "claimed responsibility", ", ", "?", "é", "\x00", "😀", " Smith ", "(", ")"]
)  # fmt: skip


@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(st.one_of(st.text(max_size=300), st.lists(FRAGMENTS, max_size=40).map("".join)))
@example("SPEAK OF")
def test_every_span_slices_to_its_quote_and_twice_is_the_same(text):
    found = extract(text)
    assert found == extract(text)
    for candidate in found:
        assert candidate.start < candidate.end
        assert text[candidate.start : candidate.end] == candidate.quote
        assert text[: candidate.start].endswith(candidate.prefix)
        assert text[candidate.end :].startswith(candidate.suffix)
        assert 0 <= candidate.check_worthiness <= 1
        assert candidate.statement.strip()
        for speaker in candidate.chain:
            if speaker.start is not None and speaker.end is not None:
                assert text[speaker.start : speaker.end] == speaker.surface
        for against in candidate.against:
            assert 0 <= against.start < against.end <= len(text)


def test_an_article_gives_claims_with_their_speakers():
    claimants = {candidate.quote: candidate.claimant for candidate in extract(ARTICLE)}
    assert claimants["The port of Aldmouth reopened on Tuesday, officials said."] == "officials"
    assert [who for quote, who in claimants.items() if "14 damaged ships" in quote] == ["Rosa Lind"]


def test_a_headline_that_names_nothing_that_could_be_looked_up_is_no_claim():
    body = "\n\nThe port of Aldmouth reopened on Tuesday, officials said."
    named = [c.quote for c in extract("Aldmouth counts 14 damaged ships after the storm" + body, "en")]
    assert named[0] == "Aldmouth counts 14 damaged ships after the storm"
    unnamed = [c.quote for c in extract("An old claim about a vaccine comes back, and so does measles" + body, "en")]
    assert unnamed == ["The port of Aldmouth reopened on Tuesday, officials said."]


def test_what_speaks_against_a_claim_ends_where_its_words_do():
    text = (
        "The army said that its jets had hit a depot near Aldmouth, killing 16 fighters.\n\n"
        "Residents denied that fighters had been hit near Aldmouth, while the mayor said that two ships had sunk."
    )
    against = [text[a.start : a.end] for candidate in extract(text, "en") for a in candidate.against]
    assert against
    assert all(words.endswith("Aldmouth") for words in against)


@pytest.mark.parametrize(
    "placed",
    [
        "ALDMOUTH, Norland (AP) - ",
        "ALDMOUTH, June 22 (Harbour wire) - ",
        "Aldmouth, 09 Apr 2021 (Agency) – ",
        "SOUTH ALDMOUTH, Westland, Sept. 7, 2019 – ",
        "Aug 1 (Harbour wire) - ",
    ],
)
def test_a_claim_begins_behind_the_place_and_day_of_its_article(placed):
    (claim,) = extract(placed + "Rebels killed 14 soldiers near the bridge on Sunday, the army said.", "en")
    assert claim.quote.startswith("Rebels killed")
    assert claim.statement.startswith("Rebels killed")


def test_a_quotation_mark_alone_before_a_word_of_another_script_raises_nothing():
    text = "”AAAA گفت A ؠؠڗڗ"
    assert all(claim.quote in text for claim in extract(text))
