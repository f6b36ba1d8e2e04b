"""Who speaks where a speaker stands behind the verb and the sentence goes on, or is named by a passive."""

import pytest

from verification.extraction.engine import extract

AHEAD = "Fighting broke out again in the north of the country on Monday.\n\n"


def claimants(text: str) -> list[str | None]:
    """Who makes the claims of a sentence that is not the first of its article."""
    return [claim.claimant for claim in extract(AHEAD + text, "en") if claim.start >= len(AHEAD)]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("At least eight people were killed, say sources in the civil guard.", "sources in the civil guard"),
        ("Three children died of cholera in May, report aid workers who reached the camp.", "aid workers"),
        ("Nobody had been paid for 14 months, complained workers at the plant.", "workers at the plant"),
        (
            "The fort was empty when the troops came in on Sunday, said a source in the army who is in Oderburg.",
            "source in the army",
        ),
        ("Two men were shot at the gate, said somebody living there.", "somebody living there"),
        (
            "Two men were shot at the gate, said one of the diplomats whom the government still has in Oderburg.",
            "one of the diplomats",
        ),
        ("Prices had doubled since May, wrote the Norland Times on Tuesday, and fuel was scarce.", "Norland Times"),
        ("Six rebels died in the fighting, writes Red Dawn, a paper of the opposition.", "Red Dawn"),
        (
            "Two brigades advanced ten miles, said the Norland Front (NF), a force which on paper rules the region.",
            "Norland Front",
        ),
        (
            "The city had not fallen, insisted Karl Oder Lind, who runs the news agency; 40 men held the bridge.",
            "Karl Oder Lind",
        ),
    ],
)
def test_a_speaker_behind_the_verb_may_be_anybody_and_be_told_more_of(text, who):
    assert set(claimants(text)) == {who}


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("The minister, said officials in the capital, has resigned.", "officials in the capital"),
        ("When every bottle had been emptied, said the agency, 14 men pumped water down the shaft.", "agency"),
        ("The rebels, says the army spokesman, fired first.", "army spokesman"),
    ],
)
def test_a_verb_and_its_speaker_are_put_into_a_sentence_that_has_only_begun(text, who):
    assert set(claimants(text)) == {who}


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("The prisoners were beaten, reads the letter, and two of them died.", "letter"),
        ("Turnout and result do not match, says the petition, and 27 ballots were never added up.", "petition"),
        ("Nine voters were turned away, found a survey of 1,200 households.", "survey of 1,200 households"),
    ],
)
def test_papers_speak_behind_their_verb(text, who):
    assert set(claimants(text)) == {who}


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("The army shelled the village on Monday, Reuters was told by two residents.", "two residents"),
        ("One bomb, Reuters was told by somebody living there, came down near a market.", "somebody living there"),
        ("Nine ships left the port in May, the Gazette has learned from sources in Oderburg.", "sources in Oderburg"),
    ],
)
def test_who_told_a_paper_speaks_and_the_paper_does_not(text, who):
    assert set(claimants(text)) == {who}


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("The army moved in, warned residents to leave and began to shell 14 houses.", "army"),
        ("The rebels took the town, killed the mayor, said the talks were over and left.", "rebels"),
        ("The police stopped the car, suspected the driver and arrested him.", "police"),
        ("The police stopped the car in May, charged the man with murder of 14 people.", None),
        ("The port would be closed for 14 weeks, warned aid agencies in the region.", "aid agencies in the region"),
        ("A census of the north, made by teachers, reported some nine thousand.", None),
        ("The spring had drawn criticism from allies, worried about the Kurds who live there.", None),
    ],
)
def test_a_list_of_what_somebody_did_has_nobody_behind_a_verb(text, who):
    assert set(claimants(text)) == {who}


@pytest.mark.parametrize(
    "text",
    [
        "The army seldom admits that 40 of its soldiers have died.",
        "Norland hardly ever says openly that it sank the 14 ships in the port of Oderburg.",
        "Two constables called at the bank in Oderburg 14 minutes after the robbers had driven off.",
        "Dozens of fighters, thought to be of the Norland Front, drove the soldiers out of Oderburg on Friday.",
    ],
)
def test_what_is_not_said_or_only_thought_of_somebody_is_the_articles_own(text):
    assert set(claimants(text)) == {None}


def test_the_noun_of_what_somebody_keeps_says_nothing():
    assert "Emergency laws let it keep" not in claimants("Emergency laws let it keep suspects there for 40 days.")


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Norland's official agency said the same.", "Norland's official agency"),
        ("By the government's count 51 people have died since May.", "government"),
        ("In the ministry's view the vote of Sunday was fair.", "ministry"),
        (
            "Only 40 trucks could be the cause, said one of them, Karl Oder Lind of Open Docks, a rights group.",
            "Karl Oder Lind",
        ),
    ],
)
def test_short_ways_of_saying_name_their_speaker(text, who):
    assert who in claimants(text)


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Aid workers report severe hunger among the 40,000 people in the camp of Oderburg.", "Aid workers"),
        ("A doctor in Oderburg also spoke of an attack that killed 14 people.", "doctor in Oderburg"),
        ("Nothing was left to the Front but two provinces, opposition spokesmen exulted.", "opposition spokesmen"),
        ("The army was on the run all over the north, officials announced Sunday, and had lost 40 men.", "officials"),
        ("Figures of the Norland Port Agency show up to 200,000 people driven from Oderburg since 2004.", "Figures"),
    ],
)
def test_plain_words_of_many_speakers_are_heard(text, who):
    assert set(claimants(text)) == {who}


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (
            "One man was hit by a stray bullet: such was the version of Clara Lind, one of the 14 hostages.",
            "Clara Lind",
        ),
        (
            "Another account came from the Harbour Union, which has 900 members: the guards had fired 14 shots.",
            "Harbour Union",
        ),
        (
            "Fraud that Western observers say they found in May did not occur, in the view of the Norland Vote Board.",
            "Norland Vote Board",
        ),
    ],
)
def test_a_version_an_account_or_a_view_is_somebodys(text, who):
    assert set(claimants(text)) == {who}


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (
            "The government of Norland is contesting what the rebels say about Oderburg, insisting that its troops"
            " have not lost the town.",
            "government of Norland",
        ),
        (
            "Three men were shot after the police had said that they refused to stop, according to the ministry.",
            "ministry",
        ),
        ("Staff who wanted to work were kept out by force on Monday and 14 patients were sent home.", None),
        ("A ship of its own was halted near Oderburg in May by forces who suspected that it carried oil.", None),
    ],
)
def test_what_others_say_in_a_clause_of_its_own_leaves_the_sentence_its_speaker(text, who):
    assert set(claimants(text)) == {who}


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Refinery fire in Norland's south probably caused by 14 drones - governor", "governor"),
        ("Villagers report Norland police clash outside Oderburg", "Villagers"),
    ],
)
def test_headlines_name_who_says_it_behind_a_dash_or_as_their_subject(text, who):
    claims = extract(f"{text}\n\n{AHEAD}", "en")
    assert claims[0].claimant == who


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("The army's version is that the rebels fired 14 shells.", "army"),
        ("Word came from the rebels that the town of Oderburg had fallen.", "rebels"),
        ("From the ministry came word that 40 people had died.", "ministry"),
        ("The town of Oderburg, as the ministry put it, was liberated.", "ministry"),
        ("The toll was 40 by the count of the Norland Relief Board.", "Norland Relief Board"),
        ("Fourteen bodies had been brought in, or so a hospital official said.", "hospital official"),
        ("No, said the general: the army had no guns in Oderburg in May.", "general"),
    ],
)
def test_who_is_behind_a_version_or_word_is_heard(text, who):
    assert set(claimants(text)) == {who}


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (
            "At least 20 people died, a resident told the agency by telephone, adding that the market was on fire.",
            "resident",
        ),
        ("On Friday the army, for its part, said that its men had left the town.", "army"),
    ],
)
def test_what_is_put_between_a_speaker_and_the_rest_is_no_speaker(text, who):
    assert set(claimants(text)) == {who}


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("The toll has risen to 40, up from 32, health authorities announced late on Tuesday.", "health authorities"),
        ("The men were mercenaries, charges the government, and 14 had been paid in gold.", "government"),
        ("The convoy was hit by 14 mines, said a ministry statement read on state television.", "ministry statement"),
        ("The ship was seized in Norland's waters in May, says its owner, Karl Oder Lind.", "Karl Oder Lind"),
    ],
)
def test_papers_owners_and_late_announcements_speak_too(text, who):
    assert all((claimant or "").startswith(who) for claimant in claimants(text))
