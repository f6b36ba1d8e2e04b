"""Whom the words before and behind a verb of speech mean, in prose that goes on for some sentences."""

import pytest

from verification.extraction.engine import extract

SCENE = (
    "Rosa Lind, the harbour minister of Aldland, visited the docks in Aldmouth on Monday. "
    "Omar Vance, the mayor of Aldmouth, stayed away.\n\n"
)
FORMS = {
    "an initial": ("Karl B. Oder, a pilot, said two docks burned down.", ["Karl B. Oder"]),
    "an initial and a junior": ("Karl B. Oder Jr., who flew past, said two docks burned down.", ["Karl B. Oder"]),
    "an office before a name": ("The Minister of Health Anna Oder said two men died.", ["Anna Oder"]),
    "a title with of": ("Secretary of State Anna Oder said two men died.", ["Anna Oder"]),
    "one of them": (
        "Angry residents told the paper that the docks had burned. Two men died, one of them said.",
        ["Angry residents", "Angry residents"],
    ),
    "one of several": ("One of the residents said two docks burned down.", ["One of the residents"]),
    "some who, and they": (
        "Some who run the port argue that two docks burned down on Monday. They said three men died.",
        ["Some", "Some"],
    ),
    "they are several": (
        "Four former guards told the paper that the crane had failed. They said the owner knew of it.",
        ["Four former guards", "Four former guards"],
    ),
    "a source is no minister": (
        "Lind said two docks burned down. The source said that three had burned.",
        ["Rosa Lind", "source"],
    ),
    "two people, one of each gender": ("Two docks burned down, she noted.", ["Rosa Lind"]),
    "a verb is no part of a speaker": (
        "The harbour bank kept its rate, saying that prices had risen by 9 per cent since May.",
        ["harbour bank"],
    ),
    "reached by phone": ("Residents reached by phone said two docks burned down.", ["Residents"]),
    "behind, with a description": (
        "Two docks had burned down by Tuesday, said Karl Oder, a guard at the port.",
        ["Karl Oder"],
    ),
    "behind, who asked": (
        "Two docks had burned down, said a senior official who asked not to be named.",
        ["senior official"],
    ),
    "single marks": ("'Two docks burned down on Tuesday,' said Lind.", ["Rosa Lind"]),
    "an owner between single marks": ("'The sailors' docks burned down on Tuesday,' said Lind.", ["Rosa Lind"]),
    "a word between single marks": ("The 'rebels' burned two docks on Tuesday, Lind said.", ["Rosa Lind"]),
    "a poll": ("A poll showed Vance ahead of Lind with 31 per cent.", ["poll"]),
    "records": ("Court records show he was paid 4,000 dollars in May.", ["Court records"]),
    "a paper, last": ("Guards were paid 500 dollars every month, The Aldmouth Journal reports.", ["Aldmouth Journal"]),
    "the Office": (
        "The Office for Harbour Affairs said 14 people had died. The Office noted that 30 more were missing.",
        ["Office for Harbour Affairs"] * 2,
    ),
    "the group": (
        "Open Docks, a rights group, said 14 people had died. The group added that 30 more were missing.",
        ["Open Docks"] * 2,
    ),
    "a union of many": ("The Harbour Workers' Union said 14 people had died.", ["Harbour Workers Union"]),
    "on its website": ("On its website the army says it lost 14 men.", ["army"]),
    "counted": ("The army counted 14 dead in the docks.", ["army"]),
    "while": (
        "While the army says there were 14 dead, the rebels say there were 40 in the docks.",
        ["army", "rebels"],
    ),
    "a list below": (
        "The ministry said:\n\n- 14 people had died in the docks in May.\n\n- 30 more had been injured by cranes.",
        ["ministry", "ministry"],
    ),
    "a verb of worry": ("Residents worry that the tank is leaking oil.", ["Residents"]),
}


@pytest.mark.parametrize("form", FORMS)
def test_the_speaker_is_the_one_whom_the_words_mean(form):
    text, claimants = FORMS[form]
    claims = [c for c in extract(SCENE + text, "en") if c.start >= len(SCENE)]
    assert [c.claimant for c in claims] == claimants


@pytest.mark.parametrize(
    ("headline", "claimant"),
    [
        ("Police: two children died in the fire", "Police"),
        ("Two children died in the fire: police", "police"),
        ("Aldmouth: two children died in the fire", None),
    ],
)
def test_a_headline_names_who_says_it_beside_a_colon(headline, claimant):
    (claim,) = extract(f"{headline}\n\nThe street is closed.", "en")[:1]
    assert (claim.quote, claim.claimant) == (headline, claimant)


def test_a_title_tells_whom_a_pronoun_means():
    text = (
        "Karl Oder said two docks burned down.\n\nMrs. Moor, of the port, said that three had burned.\n\n"
        "He said 14 men had died. She said 12 ships were lost."
    )
    assert [c.claimant for c in extract(text, "en")] == ["Karl Oder", "Moor", "Karl Oder", "Moor"]
