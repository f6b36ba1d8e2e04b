"""Denials and doubts that name nothing: they mean what was said just before them."""

import pytest

from tests.verification.extraction.answers import against, answered_by
from verification.extraction.engine import extract
from verification.vocabulary import Dispute

HARBOUR = "The harbour of Aldmouth was built in 1911 and enlarged in 1974, with 40 cranes."
PAID = "The mayor, Ann Holt, said the contractor had paid two councillors 40,000 euros for the harbour permit."
RUMOUR = "Rumours that the dam had been mined by retreating troops spread in Aldmouth on Sunday."
BLAMED = "The UN mission blamed the Northern Front for the killing of the governor of Aldmouth, citing two witnesses."
ROOMS = "The state auditor said that one in three rooms of the museum in Aldmouth had no cameras."
FALLEN = "Prices have fallen for three months in a row, the finance minister, Ann Holt, said on Wednesday."
KILLED = "The rebels said they had killed 34 soldiers near Aldmouth."


@pytest.mark.parametrize(
    ("claim", "answer"),
    [
        (PAID, "“No,” Peter Lang, the contractor, replied. “We have not paid anybody a cent.”"),
        (PAID, "“Nonsense,” said Peter Lang, who runs the company."),
        (PAID, "“That is a complete fabrication,” the contractor, Peter Lang, said."),
        (PAID, "“What the mayor says is simply untrue,” Peter Lang, the contractor, said."),
        (PAID, "“The information she has is wrong,” Peter Lang said."),
        (PAID, "The contractor, Peter Lang, scoffed at that."),
        (PAID, "The contractor, Peter Lang, begged to differ."),
        (PAID, "The contractor brushed the claim aside."),
        (PAID, "Peter Lang, the contractor, took issue with that."),
        (PAID, "The contractor, Peter Lang, disagreed strongly."),
        (PAID, "The prosecutor was not persuaded."),
        (BLAMED, "The Northern Front condemned the killing and held bandits responsible."),
        (PAID, "The contractor's lawyer, Peter Lang, said that none of it was true."),
        (PAID, "The contractor, Peter Lang, said he did not recognise the events described."),
        (KILLED, "Officials in the capital said the true figure was far lower."),
        (FALLEN, "In fact they rose by 3 per cent, according to the central bank."),
        (FALLEN, "Independent economists say the opposite is true."),
        (BLAMED, "The Northern Front condemned the murder and pinned it on the army."),
        (BLAMED, "The NF has denied any role in the killing."),
        (ROOMS, "The culture minister, Ann Holt, insisted that the alarms had worked."),
        (ROOMS, "The museum's director has always maintained that it was safe."),
    ],
)
def test_a_denial_that_names_nothing_answers_what_was_said_last(claim, answer):
    text = "\n\n".join([HARBOUR, claim, answer])
    assert answered_by(text, answer) == [claim]
    assert {c.dispute for c in extract(text, "en") if c.quote in claim} == {Dispute.DENIED}


@pytest.mark.parametrize(
    "doubt",
    [
        "The police have not confirmed that, and nobody has been arrested.",
        "Officials said they could not confirm it.",
        "It has not been possible to verify this.",
        "We can't verify that.",
        "None of this could be independently confirmed.",
        "There is no way to verify this.",
        "This could not be confirmed.",
    ],
)
def test_a_doubt_that_names_nothing_means_the_rumour_just_told(doubt):
    assert against(RUMOUR, doubt) == (Dispute.UNVERIFIABLE, [doubt.rstrip()])


@pytest.mark.parametrize(
    "doubt",
    [
        "We can't check either number.",
        "Neither figure could be verified.",
        "It has not been possible to verify either account.",
        "Lack of access prevented verification of either claim.",
    ],
)
def test_a_doubt_of_two_numbers_means_the_ones_just_told(doubt):
    text = "\n\n".join([HARBOUR, f"{KILLED} The army put its dead at 12.", doubt])
    assert KILLED in answered_by(text, doubt)
    assert HARBOUR not in answered_by(text, doubt)


@pytest.mark.parametrize(
    "answer",
    [
        "It does not: the footage was filmed in Norland in 2014.",
        "It doesn't; the tanks are Norland's, in 2014.",
        "It is not: the clip is from a film made in 2014.",
    ],
)
def test_the_article_itself_answers_what_a_video_is_said_to_show(answer):
    video = "A video said to show tanks entering Aldmouth has been watched two million times."
    assert against(video, answer) == (Dispute.DENIED, [answer])


@pytest.mark.parametrize(
    "text",
    [
        "She said that the voters of Aldmouth had sent 40 members to parliament. Is that false?",
        "The health ministry has rejected accusations that its clinics did nothing for the villages.",
    ],
)
def test_a_question_and_a_denial_that_says_what_it_denies_mean_nothing_else(text):
    assert answered_by(f"{KILLED}\n\n{text}", text[-30:]) == []


def test_what_somebody_answered_already_is_not_meant_by_a_later_denial_of_the_same_party():
    later = "A driver told the court that the Northern Front had shot at his lorry on Friday."
    text = "\n\n".join([BLAMED, "The Northern Front denied it.", later, "The Northern Front denied any involvement."])
    assert answered_by(text, "denied any involvement") == [later]


def test_figures_that_somebody_calls_wrong_are_those_with_numbers():
    spoke = "The minister, Ann Holt, told the radio that the worst was over for the shops of Aldmouth."
    counted = "Prices in Aldmouth rose by 61 per cent in July, the statistical office reported on Monday."
    text = "\n\n".join([counted, spoke, "The leader of the opposition, Peter Lang, called the figures a lie."])
    assert answered_by(text, "called the figures a lie") == [counted]


def test_how_many_is_asked_of_the_number_just_told():
    doubt = "It was not immediately clear how many people had died."
    assert against("The rebels said that 60 people had died near Aldmouth.", doubt) == (Dispute.UNVERIFIABLE, [doubt])


def test_what_an_article_says_of_itself_to_be_unverified_is_unverifiable():
    text = (
        "Over 43,000 people were displaced, the agency believes, though it warns that the figure has not been verified."
    )
    (claim,) = extract(text, "en")
    assert claim.dispute == Dispute.UNVERIFIABLE
    assert [text[a.start : a.end] for a in claim.against] == ["it warns that the figure has not been verified."]


def test_what_a_speaker_says_is_not_clear_is_unverifiable():
    text = "The envoy told the radio on Monday that it was not clear whether the school had been hit by rebel rockets."
    assert {c.dispute for c in extract(text, "en")} == {Dispute.UNVERIFIABLE}


@pytest.mark.parametrize(
    "words",
    [
        "laughable", "ludicrous", "garbage", "meritless", "tendentious", "unsupported", "malicious", "far-fetched",
        "made up", "not credible", "libellous", "defamatory", "hogwash", "a conspiracy theory", "unscientific",
        "a pack of lies", "nonsense", "biased", "forged", "misleading", "without foundation", "a smear",
    ],
)  # fmt: skip
def test_a_claim_that_is_called_so_is_denied(words):
    answer = f"The contractor called that claim “{words}”."
    assert against(PAID, answer) == (Dispute.DENIED, [answer])


@pytest.mark.parametrize("object_of", ["those days", "that idea for the debate", "these candidates"])
def test_who_rejects_a_thing_denies_nothing(object_of):
    assert against(PAID, f"The contractor rejected {object_of}.") == (Dispute.NONE, [])


@pytest.mark.parametrize(
    ("before", "claim", "after"),
    [
        (HARBOUR, "Residents said that they were told to stay at home; others that they were told to leave.", True),
        (
            "It is not known who fired.",
            "Guards shot 14 men there, a survivor said; others that it was soldiers.",
            False,
        ),
    ],
)
def test_what_some_say_and_others_do_not_is_unverifiable_beside_a_doubt(before, claim, after):
    text = "\n\n".join([before, claim, *(["It is unclear which of them is right."] if after else [])])
    assert {c.dispute for c in extract(text, "en") if c.quote in claim} == {Dispute.UNVERIFIABLE}


@pytest.mark.parametrize(
    "aside",
    [
        "It may be wrong, as forecasters often are.",
        "A memorable advertisement in 2008 questioned whether her rival was prepared to face emergencies.",
        "“It seems to have been dying for a while,” said a pollster, Karl Berg, who is not involved with the campaign.",
        "The mayor's unorthodox style has brushed aside traditional politics.",
        "The chancellery also rejected a push by Karl Berg, the environment minister, for a road map.",
        "Last July the deputy dismissed Norland as a suburb of somewhere else.",
        "With his wife standing by his side, the minister, Karl Berg, said that all were in this together.",
        "“There’s nothing wrong with that,” said Karl Berg, the minister.",
        "“Never, ever underestimate the voters,” said Karl Berg.",
        "Karl Berg, the deputy, insisted that the members must heed the will of the people.",
        "Karl Berg, a former envoy, said that the ministry must rebut the mayor's words on trade.",
        "It's hard to dispute the mood, said Karl Berg, a pollster.",
    ],
)
def test_what_only_sounds_like_a_denial_answers_nothing(aside):
    forecast = "The budget office forecast the largest fall in wages since 1956, of 7 per cent over two years."
    assert against(forecast, aside) == (Dispute.NONE, [])


def test_who_tells_of_his_own_dead_answers_nobody():
    text = "Aldland's army reported on Monday that 192 of its soldiers had been killed in the hills."
    own = "Several Norland peacekeepers died when their car came under fire near the border, Norland's army said."
    assert against(text, own) == (Dispute.NONE, [])


def test_a_count_of_the_whole_war_contradicts_no_count_of_one_day():
    text = "At least 20 people died when shells landed in the market of Aldmouth, lawyers said on Wednesday."
    assert against(text, "A research group counts more than 2,000 dead since the war began in April.") == (
        Dispute.NONE,
        [],
    )
