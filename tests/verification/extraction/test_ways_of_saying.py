"""Who speaks without a plain "said": by their own account, in a poll, behind a colon, in a letter, or as a number."""

import pytest

from verification.extraction.engine import extract


def claimants(text: str) -> list[str | None]:
    return [claim.claimant for claim in extract(text, "en")]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("At least 15 sailors were paid for silence, by the harbour union's own account.", "harbour union"),
        ("In the view of Clara Lind, the fire killed 14 men who had been warned.", "Clara Lind"),
        ("The port will pay its 900 guards for 16 weeks, per the letter.", "letter"),
        (
            "Soldiers have killed 1,500 people since May, if one believes the Harbour Watch Group.",
            "Harbour Watch Group",
        ),
        ("If the rebels are to be believed, 40 soldiers were killed in the port.", "rebels"),
        ("Clara Lind wrote to the minister to suggest that the fire had been set by two guards.", "Clara Lind"),
        ("Karl Oder went on television to say that 40 men had died in the fire.", "Karl Oder"),
        ("The army let it be known that 14 of its men had been killed.", "army"),
        ("The judge made clear that 14 files had been burned.", "judge"),
        ("Harbour Watch, a network of observers, put it drily in its report: the count was fair in 40 towns.", "Watch"),
        ("The Harbour Data Project counts more than 2,000 dead since April 15.", "Harbour Data Project"),
        ("The disaster agency measured 7.7 on Monday.", "disaster agency"),
        ("The ministry revised it down to 3,958 on Monday.", "ministry"),
        ("The health ministry lowered the death toll from 900 to 812.", "health ministry"),
        ("Officials put the number of dead at the low end of a range of 100 to 300.", "Officials"),
        ("Norland for its part reported 192 of its soldiers killed in the fighting.", "Norland"),
        ("Karl Oder, the spokesman, spoke of people voting more than once and of 40 burned ballots.", "Karl Oder"),
        ("An inquiry by the Rights Commission found in March that 100 people had died.", "Rights Commission"),
        ("Prices rose by 31 per cent, estimates compiled by the Harbour Institute showed.", "Harbour Institute"),
        ("Karl Oder was reported to have told journalists that 40 men had been shot.", "Karl Oder"),
        (
            "The navy knew of no attack, sources within it were reported as saying, and 40 men lived.",
            "sources within it",
        ),
        ("Videos that are shared in two groups claim that 40 men were shot.", "Videos"),
        ("Some said the fire had killed 40 men in the port.", "Some"),
        (
            "Two docks would be rebuilt, Karl Oder, the mayor of Aldmouth, has said repeatedly; nobody paid.",
            "Karl Oder",
        ),
        ("Three days on, Clara Lind, 59, came clean to senators, admitting that 14 cameras were broken.", "Clara Lind"),
        ("A week afterwards the Joint Team, a body of the army's own, announced that 40 men had died.", "Joint Team"),
        ("Pressed by counsel, Clara Lind accepted that 14 logs were missing.", "Clara Lind"),
        ("“Had we been shown the note, 14 men would live,” the statement goes on.", "statement"),
        (
            "Clara Lind, who had assured the council that nobody died, told parliament that 14 men were dead.",
            "Clara Lind",
        ),
        ("CLARA LIND (Norland) said 14 men had been shot.", "CLARA LIND"),
        ("Or, as Karl Oder, a former minister, put it: “The port lost 40 ships.”", "Karl Oder"),
        ("The Harbour Agency blames Norland for the fire that killed 14.", "Harbour Agency"),
        (
            "Karl Oder, the mayor of Aldmouth, was shot hours after he accused the rebels of killing 40 men.",
            "Karl Oder",
        ),
    ],
)
def test_the_speaker_is_named_however_it_is_put(text, who):
    assert any(name and who in name for name in claimants(text))


@pytest.mark.parametrize(
    "text",
    [
        "Karl Oder pleaded not guilty in May 2019, and the charge was dropped.",
        "The banker, Karl Oder, pleaded guilty in 2019 to taking 2 million dollars.",
        "Oder Motors recalled more than 140,000 cars in 2021 after 14 fires.",
        "In July the new commission annulled the vote of 2 May, citing 11.3 million cases.",
        "Smoking costs each town 40 dollars per head.",
        "A cigarette, say some of those who lived.",
    ],
)
def test_what_somebody_did_in_court_or_in_a_shop_is_said_by_nobody(text):
    assert not any(claimants(text))


def test_it_took_somebody_long_to_say_is_said_by_no_it():
    assert "It" not in claimants("It took the mayor 40 minutes to say that the 14 docks had burned.")


def test_minutes_know_a_first_name_that_is_a_word_too():
    text = "CLARA LIND, envoy, said 14 men had died. MARK ODER, envoy, said 40 docks had burned."
    assert claimants(f"{text}\n\nNot a single ship had come, he said.")[-1:] == ["MARK ODER"]


SCENE = "Clara Lind, the harbour minister, visited the docks of Aldmouth on Monday.\n\n"


def test_a_known_name_and_a_colon_name_the_speaker_as_live_blogs_do():
    assert claimants(SCENE + "Lind: 40 tents and 200 beds have been sent to the port.")[-1:] == ["Clara Lind"]
    assert claimants("The port burned.\n\nAldmouth: 40 men have died in a fire on Monday.")[-1:] == [None]


def test_the_report_is_whoever_said_it_in_a_report():
    text = (
        "Harbour Watch said in a report published on Monday that 40 men had been shot.\n\n"
        "The report described the killings of 14 others in May."
    )
    assert claimants(text) == ["Harbour Watch", "Harbour Watch"]


def test_the_president_is_the_one_whom_the_article_calls_so():
    text = (
        "President Oder rang Clara Lind, the secretary of state, on Monday. “You have 40 votes,” Lind told him.\n\n"
        "The president claimed that 5,000 dead people had voted."
    )
    assert claimants(text)[-1:] == ["Oder"]


def test_he_is_whom_the_sentence_before_is_about_where_nobody_speaks_in_it():
    text = (
        "Karl Oder, a doctor, said 14 men had died.\n\n"
        "Omar Vance, who sold herbs as a cure, was arrested in December. He told the court that he had cured 40 men."
    )
    assert claimants(text)[-1:] == ["Omar Vance"]
