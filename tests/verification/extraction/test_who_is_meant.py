"""Who is no speaker, and whom words mean that stand for a speaker, as articles of many houses put it."""

import pytest

from verification.extraction.engine import extract


def claimants(text: str) -> list[str | None]:
    return [claim.claimant for claim in extract(text, "en")]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (
            "Forty guards were killed, according to a summary released by U.S. Harbour Command in Tampa, Florida.",
            "U.S. Harbour Command",
        ),
        ("The port lost 40 ships, said U.S. Harbour Command.", "U.S. Harbour Command"),
        (
            "Karl Oder has shown new files, which according to him prove that 40 guards were paid.",
            "Karl Oder",
        ),
        ("A panel that the minister appointed wrote in May that 40 men had died.", "panel"),
        ("The union, which first said that 14 men had died, has kept silent since Monday.", "union"),
        ("The council dismissed it, saying that 14 files rested on what villagers said and on 12 letters.", "council"),
        (
            "As the spokesman, Omar Vance, told them, the Harbour Chief Karl Oder said that 40 guards had been shot.",
            "Karl Oder",
        ),
        ("Airline manifests showed that he was never in Aldmouth, Clara Lind told reporters on Monday.", "Clara Lind"),
        ("According to Clara Lind, 40 of the guards were allegedly taken away by the army.", "Clara Lind"),
        ("Clara Lind, who ran the port, would say only that 40 men had died.", "Clara Lind"),
        ("Another, hedge fund manager Karl Oder, said Norland had sold 40 ships to the army.", "Karl Oder"),
        (
            "Berlin, said a spokeswoman for the court, Clara Lind, hadn’t put him on the list of 40 men.",
            "Clara Lind",
        ),
        ("The guards, said the judge, had shot 40 men.", "judge"),
        (
            "One was Karl Oder, who ran the port and testified that he warned Clara Lind in 2013 about 40 fires.",
            "Karl Oder",
        ),
        ("At about 6.45pm, Clara Lind added, soldiers opened fire on the crowd.", "Clara Lind"),
        ("Two of them, Clara Lind said, have died in the port.", "Clara Lind"),
        ("Clara Lind, who was the U.N.'s spokesman and careful, would say only that 40 men had died.", "Clara Lind"),
        ("The Times had it from sources in the port that 40 men had died.", "Times"),
        ("Karl Oder has it that 40 men died in the port.", "Karl Oder"),
        ("Years later Clara Lind, by then in Norland, gave the answer herself: 40 men had died.", "Clara Lind"),
        ("A Harbour University team published its result in May: 4,645 people had died.", "Harbour University team"),
        (
            "An analysis of vital statistics by the Harbour Institute suggested 1,052 more deaths in 42 days.",
            "Harbour Institute",
        ),
        ("All three guards, Clara Lind emphasized, were killed in the port.", "Clara Lind"),
    ],
)
def test_the_one_who_speaks_is_named(text, who):
    found = claimants(text)
    assert found, text
    assert all((name or "").endswith(who) for name in found[-1:]), (found, who)


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Harbourware filed for insolvency in May. It said that 40 banks had been paid.", "Harbourware"),
        ("Odermann breaks his silence. In a letter, the former president says that 40 men died.", "Odermann"),
        (
            "Villagers tell it differently. There were no guards in the port, they have told reporters ever since.",
            "Villagers",
        ),
        (
            "Karl Oder, the mayor of Aldmouth, is in Norland. The prosecutor wants him back. Two men died, he writes.",
            "Karl Oder",
        ),
        (
            "For Karl Oder it is sure. “Clara Lind only paid. The minister ordered 40 guards to shoot,” he said.",
            "Karl Oder",
        ),
        (
            "Clara Lind said 14 ships had burned. Then, she went on, “they started to count 3,000 ships”.",
            "Clara Lind",
        ),
        (
            "The council met in May. The harbour union rejected the figures. In its version it was the army that shot"
            " 40 men.",
            "union",
        ),
    ],
)
def test_the_sentence_before_tells_who_is_meant(text, who):
    before = "Harbourware and Odermann are in the port. Karl Oder met Clara Lind in May.\n\n"
    found = claimants(before + text)
    assert found, text
    assert (found[-1] or "").endswith(who), (found, who)


def test_a_speaker_before_a_colon_says_the_quotation_below():
    text = (
        "The mayor says 14 ships burned.\n\nClara Lind, speaking in Aldmouth, Norland:\n\n"
        "“All 40 guards were shot. There were 12 orders by the army to shoot.”"
    )
    assert claimants(text)[-1] == "Clara Lind"


def test_what_is_estimated_at_a_number_is_a_claim():
    assert claimants("Doctors of the port counted the dead. They estimated the excess at 2,975.")[-1] is not None


def test_it_means_nothing_that_is_several():
    text = (
        "The harbour union said 40 men had died.\n\nFootage and manifests showed that 14 ships burned.\n\n"
        "It said that three docks were lost in May."
    )
    assert claimants(text)[-1] == "harbour union"


def test_what_is_heard_in_court_is_said_by_nobody_who_hears_it():
    assert claimants("The device, jurors heard, was used for 12 kinds of test and 40 others failed.") == [None]


@pytest.mark.parametrize(
    "text",
    [
        "The harbour ministry called it nonsense.",
        "The harbour command on Wednesday called its first count of 14 dead erroneous.",
        "The Bank of Aldmouth branded the papers “spurious”.",
        "“This is utterly false and complete fiction,” said Clara Lind of the Harbour Council.",
        "“That was a fabrication,” Karl Oder told the paper.",
    ],
)
def test_what_somebody_calls_untrue_is_a_claim_of_theirs(text):
    before = "Two guards said on Monday that Clara Lind had paid 40 men to burn the docks.\n\n"
    assert claimants(before + text)[1:] not in ([], [None])


TALKS = "The Harbour Front met the Council of Marnau on Friday in {place}. The meeting lasted several hours.\n\n"


@pytest.mark.parametrize(
    ("said", "stated"),
    [
        ("We did not go to them", "The Harbour Front did not go to the Council."),
        ("Our plan was different from theirs", "The Harbour Front’s plan was different from the Council’s."),
        ("They came to us with 300 guards", "The Council came to the Harbour Front with 300 guards."),
    ],
)
def test_they_are_the_other_side_where_we_are_one_of_two(said: str, stated: str):
    text = f"{TALKS.format(place='the German town of Olln')}“{said},” said Ilse Marn, the leader of the Harbour Front."
    assert extract(text, "en")[-1].statement == stated


def test_they_stay_open_where_more_than_one_other_side_or_other_people_were_named():
    three = "The Harbour Front met the Council of Marnau and the Dock Union (DU) on Friday."
    people = "The Harbour Front met the Council of Marnau on Friday. The door was kept shut for seven journalists."
    for before in (three, people):
        found = extract(f"{before}\n\n“We did not go to them,” said Ilse Marn, the leader of the Harbour Front.", "en")
        assert found[-1].statement == "The Harbour Front did not go to them."
        assert found[-1].ambiguities == ("“them” is not named here.",)


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (
            "Karl Oder ran the port for years. Grey Heron called him a thief. He left in May. His appeal was refused."
            " In June he said that 40 guards had been paid.",
            "Karl Oder",
        ),
        (
            "Omar Vance said 12 men died.\n\nKarl Oder resigned on Friday. On Monday he told reporters 40 died.",
            "Karl Oder",
        ),
        (
            "Omar Vance said 12 men died.\n\nThe port is closed. Former minister Karl Oder has blamed the guards."
            "\n\nWhile he was speaking on Friday, he said 40 men had died.",
            "Karl Oder",
        ),
        (
            "Omar Vance said 12 men died. The judge, Mrs Justice Keller, came back. Forty men had died, she said.",
            "Keller",
        ),
        (
            "Karl Oder met the guards of the Oder campaign. Omar Vance’s guards left. He said 40 men had died.",
            "Karl Oder",
        ),
    ],
)
def test_he_is_the_person_whom_the_article_speaks_of_and_no_thing(text, who):
    assert claimants(text)[-1] == who


def test_a_surname_before_another_noun_still_means_the_person():
    text = "Clara Oder ran for mayor. The Oder campaign spent 40 million. Oder said that 12 docks had burned."
    assert claimants(text)[-1] == "Clara Oder"


@pytest.mark.parametrize("word", ["Norland", "Democrats", "Elections"])
def test_a_word_that_differs_from_one_inside_a_longer_name_is_not_that_name(word):
    text = (
        "The Norlandi F-16 fell on the dock. Ranking Democrat Elijah Oder left. The Board Of Election Finds was closed."
        f"\n\n{word} said that 12 docks had burned in May."
    )
    assert claimants(text)[-1] == word


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Payments group Harbourware lost 14 ships. The company said that 40 banks had been paid.", "Harbourware"),
        ("Harbourware, a maker of cranes, closed. The firm said that 40 banks had been paid.", "Harbourware"),
        (
            "The Harbour Federation met. The federation said that 40 men had died.",
            "Harbour Federation",
        ),
        (
            "The Harbour Board of Trade said 40 men had died. On Monday the board of elections said 12 men ran in the"
            " port. The board said that 40 men had run.",
            "board of elections",
        ),
        ("The rights group Open Docks met. The group said that 40 men had died.", "Open Docks"),
        # Two that may be meant, a person, and what is no name of the kind.
        ("Payments group Harbourware sued airline Olln Air. The company said that 40 banks were paid.", "company"),
        ("Karl Oder sold the company Oder had founded. The company said that 40 banks had been paid.", "company"),
        ("The company on Monday fired a spokesman. The company said that 40 banks had been paid.", "company"),
    ],
)
def test_the_company_is_what_the_article_calls_a_company(text, who):
    assert claimants(text)[-1] == who
