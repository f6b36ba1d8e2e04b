"""Who gives a number, or takes a stand, without a verb of saying: "The army now gives 84 killed", "stands by 1,492"."""

import pytest

from verification.extraction.engine import extract


def claimants(text: str) -> list[str | None]:
    return [claim.claimant for claim in extract(text, "en")]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("The Red Cross puts at 1,200 the number of families who fled the valley.", "Red Cross"),
        ("The United Nations put at 60,000 the number of people who crossed the river.", "United Nations"),
        ("Karl Oder has put at about 40 the number of ships that were lost.", "Karl Oder"),
        ("The hospital gave 31 dead and 80 wounded by nightfall.", "hospital"),
        ("The police now give 14 people missing after the flood.", "police"),
        ("The army had announced 203 rebels killed and 51 people arrested.", "army"),
        ("Shortly after the operation the general staff had announced 203 rebels killed.", "general staff"),
        ("The WHO has verified 14 attacks on hospitals since April.", "WHO"),
        ("The Red Cross has verified 23 abductions in the valley.", "Red Cross"),
        ("The UN counted nearly 7,000 killed in the first year.", "UN"),
        ("UNICEF registered 412 cases of cholera in the camps last week.", "UNICEF"),
        ("The separatist government stands by 1,492.", "separatist government"),
        ("The ministry stood by its count of 40 dead.", "ministry"),
    ],
)
def test_somebody_gives_a_number_of_people_or_harms(text, who):
    assert claimants(text) == [who]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Rights Watch had at the time spoken of about 300 dead.", "Rights Watch"),
        ("The coalition had the day before admitted that 40 men were killed.", "coalition"),
        ("The company had until last week insisted that the 40 million were there.", "company"),
        ("Relatives have for decades accused the authorities of hiding 40 files.", "Relatives"),
    ],
)
def test_a_time_may_stand_within_the_verb(text, who):
    assert claimants(text) == [who]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Clara Lind reads out the totals: 81 per cent voted yes in Aldmouth.", "Clara Lind"),
        ("The clerk read out the result: 412 members had voted for the bill.", "clerk"),
        ("Karl Oder disagreed: the 40 men had been shot in the port.", "Karl Oder"),
        ("The mayor objects to that: 14 of the houses had been empty since 2014.", "mayor"),
        ("The head of a rescue team that dug there differs from him: his men found 40 dead.", "head of a rescue team"),
    ],
)
def test_who_reads_out_or_disagrees_says_what_the_colon_opens(text, who):
    assert who in claimants(text)


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Norland holds the rebels responsible for the death of 14 guards.", "Norland"),
        ("Karl Oder held the owner of the ship responsible for 40 deaths.", "Karl Oder"),
        ("The European Union had held the regime responsible for the deaths of 14 migrants.", "European Union"),
    ],
)
def test_who_holds_others_responsible_accuses_them(text, who):
    assert claimants(text) == [who]


@pytest.mark.parametrize(
    "text",
    [
        "The company registered 14 trademarks in 2019.",
        "The band recorded 12 albums between 1970 and 1985.",
        "The hospital gave 31 patients a new heart in 2018.",
        "The nurses gave 31 wounded soldiers first aid in May 2014.",
        "The state gave 14 injured sailors 4,000 each.",
        "The soldiers verified 14 passports at the gate.",
        "She stood by 14 of her friends in the hall.",
        "The soldiers stand by the gate of the port, where 40 ships wait.",
        "The team put at least 12 players on the list of 40.",
        "He held a responsible post for 14 years.",
        "The vote split the town: 40 streets had a majority for the mayor.",
        "The prices differ: 40 in Aldmouth and 14 in the north.",
    ],
)
def test_a_number_of_what_was_done_or_made_is_nobodys_statement(text):
    assert set(claimants(text)) <= {None}


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("After the storm the navy said that 14 ships had sunk.", "navy"),
        ("Shortly before the vote the mayor said that 40 boxes were lost.", "mayor"),
        ("Hours after the attack the navy said 14 ships had sunk.", "navy"),
        ("Norland, whose army had for months denied that 40 men were shot, rejected the report.", "Norland"),
    ],
)
def test_a_time_before_the_speaker_does_not_speak(text, who):
    assert set(claimants(text)) == {who}


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("KPMG, called in last autumn for a special audit, reported in April that 40 million were missing.", "KPMG"),
        ("Clara Lind, called up for the inquest, told the court that 14 doors were locked.", "Clara Lind"),
        ("KPMG, called in by the board, found that 40 million were missing.", "KPMG"),
        ("The port of Aldmouth published its list of 25 recommended docks in May.", None),
        ("The mayor brought a list of 40 proposed names to the port.", None),
        ("In a presidential year expected to bring out 40 million voters, 14 states changed their rules.", None),
        ("In a port expected to close in 2014, 40 ships were stored.", None),
    ],
)
def test_a_participle_is_no_verb_of_speech(text, who):
    assert set(claimants(text)) == {who}
