"""What is said after a claim, and whether it answers the claim."""

import pytest

from tests.verification.extraction.answers import against
from verification.extraction.engine import extract
from verification.vocabulary import Dispute

DENIED, UNVERIFIABLE = Dispute.DENIED, Dispute.UNVERIFIABLE

BEATEN = "The port workers' union said that police had beaten 30 strikers at the harbour on Tuesday."
DEATHS = "The health ministry said that the vaccine had caused 40 deaths in the province of Norland since March."
COUNT = "Governor Rosa Lind said that 90 per cent of the ballots had been counted by Friday."


@pytest.mark.parametrize(
    ("claim", "answer", "kind"),
    [
        (BEATEN, "But two witnesses told a different story.", Dispute.DENIED),
        (BEATEN, "Nothing of the kind happened, the police chief said.", Dispute.DENIED),
        (BEATEN, "It was not immediately possible to verify the union's account.", Dispute.UNVERIFIABLE),
        (BEATEN, "Police declined to confirm the beatings.", Dispute.UNVERIFIABLE),
        (BEATEN, "Neither the police nor the hospital would confirm the account.", Dispute.UNVERIFIABLE),
        (DEATHS, "But the regulator said the deaths were unrelated to the vaccine.", Dispute.DENIED),
        (DEATHS, "The regulator says that the actual number is two.", Dispute.DENIED),
        (DEATHS, "The figures could not be checked.", Dispute.UNVERIFIABLE),
        (COUNT, "The electoral commission said that only half of the ballots had been counted.", Dispute.DENIED),
        (COUNT, "Opposition leaders cast doubt on the count.", Dispute.DENIED),
        (COUNT, "No official count has been published.", Dispute.UNVERIFIABLE),
        (COUNT, "The commission thanked its 4,000 helpers.", Dispute.NONE),
        (BEATEN, "Two of the strikers are still in hospital.", Dispute.NONE),
        (BEATEN, "It is unclear when the harbour will reopen.", Dispute.NONE),
    ],
)
def test_what_is_said_next_denies_doubts_or_leaves_a_claim(claim, answer, kind):
    around = "Aldmouth has been under curfew since May.\n\n{}\n\n{}\n\nThe harbour was built in 1890, with 40 cranes."
    found = extract(around.format(claim, answer), "en")
    assert next(one.dispute for one in found if one.quote in claim and one.claimant) == kind


def test_a_denial_of_nothing_in_particular_answers_what_was_said_of_the_denier():
    between = "The mayor said on Tuesday that the ferry to Norland had run 14 times in June."
    found = extract(f"{BEATEN}\n\n{between}\n\nThe police deny it.", "en")
    assert [one.dispute for one in found if "ferry" in one.quote or "beaten" in one.quote] == [
        Dispute.DENIED,
        Dispute.NONE,
    ]


SCENE = (
    "Rosa Lind, the harbour minister of Aldland, visited Aldmouth on Monday. Karl Oder, a former governor, was away.",
    "The harbour was built in 1911 and enlarged in 1974.",
    "Aldmouth has 84,000 inhabitants and two bridges.",
    "A railway links it with the capital in three hours.",
    "The old lighthouse has been a museum since 2003.",
)
FERRY = "Rosa Lind accused the rebels of firing on the ferry."
CHECKED = "The company said the plant had been checked in May."
RATE = "The minister said unemployment had fallen to 4 per cent."
BRIBES = "Prosecutors say Oder took 4 million dollars in bribes."
FIRE = "Officials said the fire had been started by a gas leak."


@pytest.mark.parametrize(
    ("claim", "answer", "kind"),
    [
        ("The army said its jets had struck two rebel bases.", "Residents said bombs had hit a school.", DENIED),
        ("Rebels said they had captured the town.", "The army said it was still in control of the town.", DENIED),
        ("Rebels said they had captured the town.", "The government denied that a town had fallen.", DENIED),
        ("The union said 40,000 had joined the strike.", "The company said only 3,000 had done so.", DENIED),
        (FERRY, "The rebels blamed the army.", DENIED),
        (FERRY, "“We did not fire on any ship,” a rebel commander told reporters.", DENIED),
        (FERRY, "She did not provide evidence.", UNVERIFIABLE),
        (FERRY, "There has been no independent confirmation of the incident.", UNVERIFIABLE),
        (FERRY, "The UN said that it was not in a position to confirm the report.", UNVERIFIABLE),
        (RATE, "But economists question the figures.", DENIED),
        (RATE, "In reality it is closer to 9 per cent, according to the central bank.", DENIED),
        (RATE, "The union insisted that unemployment had risen.", DENIED),
        ("The minister said the law had closed no newspaper.", "Critics say 14 newspapers were closed by it.", DENIED),
        (BRIBES, "Oder pleaded not guilty.", DENIED),
        (BRIBES, "Oder maintains his innocence.", DENIED),
        (CHECKED, "But two workers told the paper that nobody had come.", DENIED),
        (CHECKED, "The claim turned out to be false.", DENIED),
        (CHECKED, "That is not what the records show.", DENIED),
        (FIRE, "Experts are sceptical of that explanation.", DENIED),
    ],
)
def test_what_answers_a_claim_in_other_words_is_linked_to_it(claim, answer, kind):
    assert against(claim, answer, *SCENE)[0] == kind
    assert any(words in answer or answer in words for words in against(claim, answer, *SCENE)[1])


@pytest.mark.parametrize(
    ("claim", "beside"),
    [
        (FERRY, "The rebels have not commented."),
        (FERRY, "The army dismissed two generals in May."),
        (CHECKED, "Calls to close the plant were rejected by the council."),
        (FIRE, "But firemen said the harbour was open again."),
    ],
)
def test_what_is_rejected_or_said_beside_it_is_no_denial(claim, beside):
    assert against(claim, beside, *SCENE) == (Dispute.NONE, [])


@pytest.mark.parametrize(
    ("claim", "answer", "kind"),
    [
        (
            "Le ministère a annoncé que 14 personnes étaient mortes dans les inondations.",
            "Selon l'opposition, le bilan réel dépasse 200 morts.",
            DENIED,
        ),
        (
            "El ministerio informó que 14 personas murieron en las inundaciones.",
            "La cifra no ha podido ser verificada de forma independiente.",
            UNVERIFIABLE,
        ),
        (
            "Министерство сообщило, что при наводнении погибли 14 человек.",
            "Официального подтверждения этой информации нет.",
            UNVERIFIABLE,
        ),
        (
            "Міністерство повідомило, що внаслідок повені загинули 14 людей.",
            "За даними опозиції, загиблих понад 200.",
            DENIED,
        ),
        (
            "وزارت صحت اعلام کرد که ۱۴ نفر در سیلاب کشته شدند.",
            "این رقم به طور مستقل تأیید نشده است.",
            UNVERIFIABLE,
        ),
        ("أعلنت الوزارة أن 14 شخصا قتلوا في الفيضانات.", "وقالت المعارضة إن عدد القتلى تجاوز 200.", DENIED),
    ],
)
def test_other_languages_set_numbers_and_doubts_against_a_claim(claim, answer, kind):
    text = f"{claim}\n\n{answer}"
    first = extract(text)[0]
    assert (first.dispute, bool(first.against)) == (kind, True)
