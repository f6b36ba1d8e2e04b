"""Speakers named as fully as the article names them, however the sentence puts it."""

import pytest

from verification.extraction.engine import extract


def claimants(text: str) -> list[str | None]:
    return [claim.claimant for claim in extract(text, "en")]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("The governor of another border region, Kursk, said shells had damaged a power station.", "governor"),
        ("However, local rebel leaders in Taiz, Yemen, rejected the report, saying that only three had died.", "rebel"),
        ("A survivor, police officer Mina Gulab, 38, said the roof fell when the bomb exploded.", "Mina Gulab"),
        ("That view was shared by Craig Hollis, an economist, who said that wages had fallen by 4%.", "Craig Hollis"),
        ("The Front has, however, mocked the offer and said its fighters hold two districts.", "Front"),
        (
            "The Syrian Observatory for Human Rights said air strikes killed 40 fighters on Monday.",
            "Observatory for Human Rights",
        ),
        ("Orvale’s Ministry of Defence said that its aircraft had struck a depot.", "Ministry of Defence"),
        ("The party won 112 of the 180 seats, the electoral commission announced on Wednesday.", "commission"),
        ("The pilots’ union, however, puts the number of cancelled flights at more than 340.", "union"),
        ("The workers’ union at the plant disputes the account of the spill that killed two men.", "union"),
        ("Villagers in Mbale blame a vaccine for the deaths of five infants.", "Villagers"),
        ("The Ministry of Health has ruled out any link between the vaccine and the deaths.", "Ministry of Health"),
        ("“Two men fired at the crowd,” Reuters quoted the mayor, Umar Qasim, as saying.", "Umar Qasim"),
        ("The police have accused the guards of killing nine prisoners, according to the BBC.", "police"),
        ("14:20 – President Recep Yildar: “912 people have died and 5,385 are injured.”", "Recep Yildar"),
        ("The court ruled that 12 officers had killed the man in his house on Monday.", "court"),
        ("The call was recorded on Monday, a person familiar with it said.", "person familiar"),
        ("Sources in the province state that two helicopters evacuated the bodies to Kabul.", "Sources"),
        ("ALDMOUTH, Norland - The Norland army said its jets had killed 20 rebels on Monday.", "Norland army"),
        ("Amid protests, the army on Thursday said the four had been shot by rebels in a house.", "army"),
        ("The raid was denied by the Red Front, which said it had lost 40 men.", "Red Front"),
        ("Men in uniform killed 70 villagers in Aldmouth on Friday, four survivors told this newspaper.", "survivors"),
        ("The port’s 40 cranes stood still on Monday, says the union, which counts 1,900 strikers.", "union"),
        ("The airport’s operator spoke of 212 cancelled flights.", "operator"),
        ("Orla Lind, an elder, said 21 people died, while an official put the figure at 22.", "Orla Lind"),
        ("Orla Lind, an elder, said 21 people died, while an official put the figure at 22.", "official"),
        ("The U.N. said 90 civilians were killed in the raid.", "U.N."),
        ("Lind’s main challenger, Karim Dahl, said 14 ballot boxes had been burned.", "Karim Dahl"),
        (
            "The plant leaked solvent for nine years, according to internal documents seen by this newspaper.",
            "documents",
        ),
    ],
)
def test_who_speaks_is_named_in_full(text, who):
    assert any(name and who in name for name in claimants(text))


@pytest.mark.parametrize(
    "text",
    [
        "A bomb killed 40 people at a market in an attack claimed by the group.",
        "The rebels took up arms to protest against alleged corruption in the army.",
        "The army chief, Omar Said, was killed by a bomb on Monday.",
    ],
)
def test_what_only_looks_like_a_speaker_is_none(text):
    assert claimants(text) == [None]


def test_another_word_for_the_speaker_means_the_speaker():
    text = (
        "Aissa Camara, the opposition’s candidate, said results from 900 polling stations had been altered.\n\n"
        "“In my own village more people voted than live there,” the 49-year-old former judge said."
    )
    assert claimants(text) == ["Aissa Camara", "Aissa Camara"]


def test_the_diplomat_is_the_one_who_was_heard_before():
    text = (
        "A Western diplomat said Monday that there had been 14 attacks on polling stations.\n\n"
        "Orla Lind said that 40 observers had come.\n\nTwo stations had no ballots, the diplomat said."
    )
    assert claimants(text) == ["Western diplomat", "Orla Lind", "Western diplomat"]


def test_the_end_of_another_clause_is_no_speaker():
    text = "Orla Lind, head of the commission, defended the vote of Sunday and advised parties to appeal to the courts."
    assert set(claimants(text)) <= {None, "Orla Lind"}


def test_two_ministries_are_told_apart():
    text = (
        "The agriculture ministry said that 312 people had died of cholera.\n\n"
        "The health ministry said that 40 people had died."
    )
    assert claimants(text) == ["agriculture ministry", "health ministry"]


def test_the_end_of_a_sentence_is_seen_behind_no():
    assert claimants("Was it safe? Experts say no. Two planes came within 400 metres, the pilots’ union said.")[-1] == (
        "pilots’ union"
    )


@pytest.mark.parametrize(
    ("first", "short", "full"),
    [
        ("The Ministry of Defence of Orvale ordered new jets.", "The ministry", "Ministry of Defence of Orvale"),
        ("Figures came from the Office for National Statistics.", "The ONS", "Office for National Statistics"),
        ("The Red Committee of Doctors opened a clinic.", "The committee", "Red Committee of Doctors"),
    ],
)
def test_a_body_called_by_a_short_name_is_the_body(first, short, full):
    assert claimants(f"{first}\n\n{short} said that 14 men had died on Monday.")[-1] == full


def test_which_of_two_ministries_is_meant_is_not_guessed():
    text = (
        "The Ministry of Defence and the Ministry of Health met on Monday.\n\n"
        "The ministry said that 14 men had died on Monday."
    )
    assert claimants(text)[-1] == "ministry"
