"""What an article says against its own claims: denials without the verb, other numbers, blame turned round."""

import pytest

from verification.extraction.engine import extract
from verification.vocabulary import Dispute

DENIED, UNVERIFIABLE = Dispute.DENIED, Dispute.UNVERIFIABLE


def against(claim: str, *rest: str) -> tuple[Dispute, list[str]]:
    """The dispute of the first claim of an article that begins with it, and the words that bear on it."""
    text = "\n\n".join([claim, *rest])
    first = next(c for c in extract(text, "en") if c.start < len(claim))
    return first.dispute, [text[a.start : a.end] for a in first.against]


@pytest.mark.parametrize(
    ("claim", "answer", "kind"),
    [
        (
            "The Observatory said 36 fighters had been captured in the town on Friday.",
            "The spokesman for the militia, Nouri Mahmoud, said that the report was untrue.",
            DENIED,
        ),
        (
            "Residents told the BBC that at least 14 civilians, including six children, were killed.",
            "A military spokesman, Musa Danladi, said no civilians had been harmed.",
            DENIED,
        ),
        (
            "Some 40,000 people took part, according to the organisers.",
            "The police put the number at 8,000.",
            DENIED,
        ),
        (
            "Ukrainian troops shelled a prison that held 50 captives, the Russian authorities in Donetsk said.",
            "Ukraine blamed Russia for the attack on the prison.",
            DENIED,
        ),
        (
            "Separatist forces shelled the village of Horlivka, killing a woman and her two sons, the governor said.",
            "The separatists said that Ukrainian forces had fired the shells themselves.",
            DENIED,
        ),
        (
            "Ukraine's general staff said that 40 Russian soldiers had been killed overnight.",
            "The agency has not been able to verify the battlefield claims of either side.",
            UNVERIFIABLE,
        ),
    ],
)
def test_what_speaks_against_a_claim_is_linked_to_it(claim, answer, kind):
    found, words = against(claim, answer)
    assert found == kind
    assert words
    assert all(said.rstrip(".") in answer for said in words)


@pytest.mark.parametrize(
    "answer",
    [
        "The minister rejected calls for lower taxes.",
        "The government denied the family a visa in 2019.",
        "It is not known when the next meeting will be held.",
        "The party's leader, Tom Hale, said that he did not believe in miracles.",
        "The bank did not change its forecast for growth.",
        "Hale said that 12 new schools would be built.",
    ],
)
def test_what_only_sounds_like_a_denial_speaks_against_nothing(answer):
    assert against("Inflation rose to 8.1 per cent in May, the statistics office said.", answer) == (Dispute.NONE, [])


def test_one_side_does_not_deny_what_it_says_itself():
    kind, words = against(
        "Russia's defence ministry said its missiles had hit a depot of weapons, killing 18 men.",
        "Moscow denies that its missiles hit a depot of grain.",
    )
    assert (kind, words) == (Dispute.NONE, [])


def test_a_denial_of_any_wrongdoing_means_what_was_said_of_the_denier():
    text = (
        "Kurdish officials said that Turkish jets had bombed a hospital in Afra, killing 16 people.\n\n"
        "The town has 20,000 inhabitants.\n\n"
        "Its mayor, Rezan Gul, called for help.\n\n"
        "Ankara denies any wrongdoing."
    )
    bombed = next(c for c in extract(text, "en") if "hospital" in c.quote)
    assert [text[a.start : a.end] for a in bombed.against] == ["Ankara denies any wrongdoing."]
