from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from verification.matching.compare import Relation, compare
from verification.matching.features import features
from verification.matching.keys import MOST, asked, keys
from verification.matching.stated import Stated, are_of_other_times
from verification.vocabulary import LinkKind


def on(day: int) -> tuple[date, date]:
    return date(2021, 3, day), date(2021, 3, day)


def related(one: str, other: str, *, days: tuple[int, int] | None = None, **how: Any) -> Relation | None:
    published = [on(day) for day in days] if days else [None, None]
    return compare(
        Stated(statement=one, published=published[0]), Stated(statement=other, published=published[1]), **how
    )


def kind_of(one: str, other: str, *, days: tuple[int, int]) -> LinkKind | None:
    found = related(one, other, days=days)
    return None if found is None else found.kind


BLAST = "At least 12 people were killed in a bomb blast in Herat on Monday."
DEED = "The Taliban killed 12 civilians in Herat."


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (BLAST, BLAST),
        (BLAST, "Twelve people died when a bomb exploded in Herat, officials said."),
        ("President Ashraf Ghani met Abdullah in Kabul.", "Ghani met with Abdullah in Kabul, the palace announced."),
        ("The siege was ended by Zelensky in Izium.", "Zelenskyy ended the siege in Izium."),
        ("More than 40 soldiers were wounded in Kunduz.", "43 troops were injured in Kunduz."),
        (
            "دست‌کم ۱۲ نفر در انفجار بمب در هرات کشته شدند.",
            "انفجار بمب در هرات 12 کشته برجای گذاشت.",
        ),
    ],
)
def test_the_same_in_other_words(one: str, other: str) -> None:
    for found in (related(one, other), related(other, one)):
        assert found is not None
        assert found.kind == LinkKind.SAME


@pytest.mark.parametrize(
    ("one", "other", "says"),
    [
        (DEED, "The army killed 12 civilians in Herat.", "another doer: Taliban here, army there"),
        (DEED, "12 civilians were killed by the army in Herat.", "another doer"),
        (DEED, "The Taliban denied killing 12 civilians in Herat.", "denied by what the other says"),
        (DEED, "The Taliban killed 30 civilians in Herat.", "Another number (civilians killed): 12 here, 30 there"),
        ("Karimi won the election in Nord.", "Karimi lost the election in Nord.", "opposite"),
    ],
)
def test_versions_that_cannot_both_be_so(one: str, other: str, says: str) -> None:
    found = related(one, other, days=(2, 2))
    assert found is not None
    assert found.kind == LinkKind.CONTRADICTS
    assert says in found.reason
    assert "on the same day" in found.reason
    assert kind_of(other, one, days=(2, 2)) == LinkKind.CONTRADICTS


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (BLAST, BLAST.replace("Herat", "Kandahar")),
        (BLAST, BLAST.replace("12", "19").replace("Monday", "Thursday")),
        (BLAST.replace("on Monday", "in 2015"), BLAST.replace("on Monday", "in 2019")),
        ("14 militants were killed in Khogyani.", "22 militants were killed in Achin."),
        ("Ghani met Abdullah in Kabul.", "Karzai met Khalilzad in Kabul."),
        ("12 people were killed in Herat.", "30 people were wounded in Herat."),
        ("19 people were killed by the bomb at the market in Herat.", "The front bombed the market in Herat."),
        ("12 people were killed by a bomb in Nord.", "12 people were killed in a raid in Nord."),
        ("A bomb killed 12 people at a mosque in Nord.", "A bomb killed 9 people at a bus station in Nord."),
        ("A bomb killed 12 people in Nord, Karan.", "A bomb killed 12 people in Nord, Sul."),
        ("30 families in Nord received food.", "45 families were driven from their homes in Nord."),
        ("The road to the harbour was closed.", "The minister praised the harbour."),
    ],
)
def test_near_misses_have_nothing_to_do_with_each_other(one: str, other: str) -> None:
    found = related(one, other, days=(2, 2))
    assert found is None or found.kind == LinkKind.PART_OF


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Nine soldiers fell when the Haro front stormed their base in Nord.", "A raid by the Haro front on an army"
         " post outside Nord left nine soldiers dead."),
        ("Police in the town of Nord say they hold 73 suspected smugglers.", "73 smugglers were arrested in Nord."),
        ("The Haro front bombed a market in Nord, killing 86 shoppers.", "86 were killed as a bomb went off at a market"
         " in Nord, Karan."),
    ],
)  # fmt: skip
def test_who_did_what_to_how_many_where_is_the_same_in_whatever_words(one: str, other: str) -> None:
    for found in (related(one, other, days=(2, 2)), related(other, one, days=(2, 2))):
        assert found is not None
        assert found.kind == LinkKind.SAME


def test_a_denial_denies_what_names_the_one_who_denies() -> None:
    denial = "A spokesman for the Haro front rejected reports that it bombed the market in Nord."
    found = kind_of(denial, "A bomb planted by the Haro front killed 12 people in Nord.", days=(2, 2))
    assert found == LinkKind.CONTRADICTS
    assert related(denial, "12 people were killed by a bomb in Nord.", days=(2, 2)) is None


def test_who_denies_having_done_it_is_found_by_that_with_what_names_them() -> None:
    denial = Stated(statement="The Haro movement denied that it signed a ceasefire in Nord.").read
    other = Stated(statement="The Haro front laid down its arms in Nord.").read
    assert "haro" in denial.names
    assert set(keys(denial)) & set(keys(other))


@pytest.mark.parametrize(
    "other",
    [
        "The Kor front overran a military base close to Nord and killed 39 soldiers.",
        "39 soldiers were killed by Kor fighters at a base near the town of Nord.",
    ],
)
def test_another_doer_is_found_in_other_words(other: str) -> None:
    found = related("The Haro front killed 39 soldiers in a raid on a base near Nord.", other, days=(2, 2))
    assert found is not None
    assert found.kind == LinkKind.CONTRADICTS
    assert "another doer: Haro here, Kor there" in found.reason


def test_another_side_is_found_where_the_deed_is_told_in_unknown_words() -> None:
    one, other = "39 soldiers were wiped out by the Haro front in Nord.", "Kor fighters ate 39 soldiers in Nord."
    found = related(one, other, days=(2, 2))
    assert found is not None
    assert found.kind == LinkKind.CONTRADICTS
    assert "Haro here, Kor there" in found.reason
    assert related(one, other, days=(12, 2)) is None


def test_what_is_not_of_the_others_deed_denies_nothing() -> None:
    one, other = "Nobody was let through the crossing at Nord after it was closed.", "The crossing at Nord was closed."
    for found in (related(one, other, days=(2, 2)), related(other, one, days=(2, 2))):
        assert found is None or found.kind != LinkKind.CONTRADICTS
    assert kind_of("The crossing at Nord was not closed.", other, days=(2, 2)) == LinkKind.CONTRADICTS


def test_a_higher_number_days_later_updates_whatever_is_counted() -> None:
    one, other = "The dig at Nord has yielded 40 coins.", "The dig at Nord has yielded 19 coins."
    assert kind_of(one, other, days=(5, 2)) == LinkKind.UPDATES
    assert kind_of(one, other, days=(2, 2)) == LinkKind.CONTRADICTS


def test_a_day_of_the_calendar_tells_undated_claims_apart() -> None:
    undated = "12 people were killed by a bomb in Nord on 2 March."
    same = compare(Stated(statement=undated), Stated(statement="9 people died in the Nord bombing.", published=on(3)))
    assert same is not None
    assert same.is_sure
    assert (
        compare(Stated(statement=undated), Stated(statement="9 people died in the Nord bombing.", published=on(28)))
        is None
    )


def test_a_fortnight_on_such_a_thing_may_have_happened_again() -> None:
    one, other = "9 people were killed by a bomb in Nord.", "60 people were killed by a bomb in Nord."
    assert related(other, one, days=(3, 2)) is not None
    assert related(other, one, days=(13, 2)) is None
    assert kind_of("The toll of the bombing in Nord has risen to 60 dead.", one, days=(13, 2)) == LinkKind.UPDATES


def test_a_toll_that_grows_updates() -> None:
    later = related("The toll of the Herat bombing rose to 19 killed.", BLAST, days=(4, 2))
    assert later is not None
    assert (later.kind, later.is_turned) == (LinkKind.UPDATES, False)
    turned = related(BLAST, "The toll of the Herat bombing rose to 19 killed.", days=(2, 4))
    assert turned is not None
    assert (turned.kind, turned.is_turned) == (LinkKind.UPDATES, True)


def test_a_toll_is_found_far_from_its_number() -> None:
    words = "The number of people killed by the bomb at the fish market in Herat has risen to 24."
    found = kind_of(words, "19 people were killed by the bomb at the fish market in Herat.", days=(5, 3))
    assert found == LinkKind.UPDATES


def test_a_toll_that_shrinks_contradicts() -> None:
    assert kind_of("7 people were killed in a bomb blast in Herat.", BLAST, days=(4, 2)) == LinkKind.CONTRADICTS


def test_a_state_is_another_one_later() -> None:
    one, other = "The front controls 60 villages in Panjshir.", "The front holds 80 villages in Panjshir."
    assert kind_of(other, one, days=(9, 2)) == LinkKind.UPDATES
    found = kind_of("The crossing at Torkham reopened.", "The Torkham crossing was closed.", days=(9, 2))
    assert found == LinkKind.UPDATES


def test_without_dates_it_is_said_and_not_guessed() -> None:
    one = "19 people were killed in a bomb blast in Herat at the Gazar market."
    found = related(one, "12 people were killed by the bomb blast in Herat at the Gazar market.")
    assert found is not None
    assert found.kind == LinkKind.CONTRADICTS
    assert "No dates tell" in found.reason
    assert not found.is_sure  # what happened there may have happened again
    counted = one.replace("people", "people and 31 sheep")
    found = related(counted, counted.replace("19", "12"))
    assert found is not None
    assert found.is_sure
    # With what happened and where alone in common, nothing says that it is one event.
    found = related("19 people were killed in a bomb blast in Herat.", BLAST)
    assert found is not None
    assert not found.is_sure
    assert related("19 people were killed in Herat.", "12 people were wounded in Herat.") is None


def test_much_later_it_is_another_event() -> None:
    found = compare(
        Stated(statement=BLAST, published=on(1)),
        Stated(
            statement="19 people were killed in a bomb blast in Herat.", published=(date(2021, 9, 1), date(2021, 9, 1))
        ),
    )
    assert found is None


def test_dates_of_the_events_go_before_words() -> None:
    one, other = Stated(statement=BLAST, event=on(1)), Stated(statement=BLAST, event=on(8))
    assert compare(one, other) is None


def test_a_correction_corrects() -> None:
    found = related("7 people were killed in a bomb blast in Herat.", BLAST, corrects=1)
    assert found is not None
    assert (found.kind, found.is_turned) == (LinkKind.CORRECTS, False)


def test_a_part_is_a_part() -> None:
    whole = (
        "A bomb in Herat killed 12 people, and soldiers in Kunduz arrested the brother of Karimi after a long chase."
    )
    found = related("A bomb in Herat killed 12 people.", whole)
    assert found is not None
    assert (found.kind, found.is_turned) == (LinkKind.PART_OF, False)


@pytest.mark.parametrize(
    "odd", ["", "   ", "“”", "12", "ـ", "\ud800", "۱۲", "x" * 10_000, "a " * 10_000, "(((", "1,2,3"]
)
def test_odd_statements_have_keys_or_none_and_never_fail(odd: str) -> None:
    assert len(keys(Stated(statement=odd).read)) <= MOST
    assert related(odd, BLAST) is None or related(odd, BLAST) is not None
    related(odd, odd)


def test_keys_are_the_same_for_ever_and_shared_by_what_is_alike() -> None:
    one = keys(Stated(statement=BLAST).read)
    assert one == keys(Stated(statement=BLAST).read)
    assert len(one) == len(set(one)) <= MOST
    other = keys(Stated(statement="Twelve people died when a bomb exploded in Herat, officials said.").read)
    assert set(one) & set(other)
    assert not set(one) & set(keys(Stated(statement="Karimi won the election in Nord.").read))


def test_what_is_told_of_a_place_in_those_weeks_is_found_in_whatever_words() -> None:
    one, other = "The frontier post at Nord was sealed.", "Lorries queued for miles near Nord."
    read = Stated(statement=other).read
    assert set(asked(Stated(statement=one).read, on(3))) & set(keys(read, on(1)))
    assert not set(asked(Stated(statement=one).read)) & set(keys(read))


def test_what_happened_to_whom_is_found_among_what_was_said_in_those_weeks() -> None:
    read = Stated(statement=BLAST).read
    undated, first, later = keys(read), keys(read, on(1)), asked(read, on(12))
    assert set(undated) < set(first)
    assert set(first) < set(later)
    months_on = (date(2021, 9, 1), date(2021, 9, 1))
    assert set(first) & set(asked(read, months_on)) == set(undated)


def test_names_side_by_side_are_one_in_a_reason() -> None:
    read = features("The National Resistance Front met the Taliban in Kunduz, Takhar and Nord Karan.")
    written = [word for stem, word in read.shown.items() if stem in read.names]
    assert read.in_a_row(written) == ["National Resistance Front", "Taliban", "Kunduz", "Takhar", "Nord Karan"]


@pytest.mark.parametrize(
    ("one", "other", "days"),
    [
        ("The army took Herat on 3 March.", "The army took Herat on 9 March.", (4, 10)),
        ("The army took Herat.", "The army seized the city of Herat.", (1, 28)),
        ("The army took Herat on 3 March.", "The army seized the city of Herat.", (4, 28)),
        ("The army took Herat on 28 March.", "The army seized the city of Herat.", (29, 1)),
    ],
)
def test_dates_alone_tell_other_times(one: str, other: str, days: tuple[int, int]) -> None:
    stated = [Stated(statement=said, published=on(day)) for said, day in zip((one, other), days, strict=True)]
    assert are_of_other_times(*stated)
    assert are_of_other_times(*reversed(stated))
    assert compare(*stated) is None


@pytest.mark.parametrize(
    ("one", "other", "days"),
    [
        ("The army took Herat.", "The army seized the city of Herat.", (1, 9)),
        ("The army took Herat.", "“The army took Herat”", (1, 28)),  # word for word, however late
        ("The army took Herat on 3 March.", "On March 3 the army took Herat.", (4, 28)),
        ("The army took Herat.", "The army seized the city of Herat.", (1, None)),
    ],
)
def test_dates_alone_do_not_tell_more(one: str, other: str, days: tuple[int, int | None]) -> None:
    stated = [
        Stated(statement=said, published=None if day is None else on(day))
        for said, day in zip((one, other), days, strict=True)
    ]
    assert not are_of_other_times(*stated)
    assert not are_of_other_times(*reversed(stated))


@pytest.mark.parametrize(
    ("one", "other", "kind"),
    [
        ("Flu cases in Herat rose by 18 percent.", "Flu deaths in Herat rose by 43 percent.", None),
        ("Inflation in Herat was 18 percent in May.", "Unemployment in Herat was 7 percent in May.", None),
        (
            "The council of Herat spent 12 million euros on schools.",
            "The council of Herat spent 20 million euros on roads.",
            None,
        ),
        (
            "Inflation in Herat was 18 percent in May.",
            "Inflation in Herat was 12 percent in May.",
            LinkKind.CONTRADICTS,
        ),
        (
            "The council of Herat spent 12 million euros on schools.",
            "The council of Herat spent 20 million euros on schools.",
            LinkKind.CONTRADICTS,
        ),
    ],
)
def test_a_share_or_a_sum_of_another_thing_is_no_other_number(one: str, other: str, kind: LinkKind | None) -> None:
    assert kind_of(one, other, days=(1, 1)) == kind


def test_what_says_something_else_of_the_same_names_is_no_part_of_a_longer_claim() -> None:
    longer = (
        "After the killing of six guards in Marnau, the leaders of the Dock Front and the Harbour Front met in Olln."
    )
    assert kind_of("The Dock Front did not go to the Harbour Front.", longer, days=(1, 1)) is None
