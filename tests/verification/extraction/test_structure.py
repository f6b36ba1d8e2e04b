"""The fields of a claim: places, actors, the time it was said and the time it happened."""

from datetime import date

import pytest

from verification.extraction.dateline import dateline
from verification.extraction.engine import extract
from verification.extraction.places import locations

PUBLISHED = date(2022, 8, 17)
PLACES = [
    ("en", "They fought in Panjshir, Baghlan and Badakhshan provinces.", ("Panjshir", "Baghlan", "Badakhshan")),
    ("en", "A battle in the Salang region, near Aldmouth and Pakistan’s border.", ("Salang", "Aldmouth", "Pakistan")),
    ("en", "In August the U.S. withdrew.", ("United States",)),
    ("fa", "نیروها در پنجشیر و در ولایت تخار، افغانستان", ("Panjshir", "Takhar", "Afghanistan")),
    ("prs", "در ولسوالی خنج", ("خنج",)),
    ("ps", "د کندهار په ولایت کې او پاکستان", ("Kandahar", "Pakistan")),
    ("ar", "في مدينة رفح بقطاع غزة وكييف والسعودية", ("Rafah", "Gaza Strip", "Kyiv", "Saudi Arabia")),
    ("ru", "в Киеве, Донецке и в США, украинец, российские войска", ("Kyiv", "Donetsk", "United States")),
    ("uk", "у Харкові та на Донбасі, в Україні", ("Kharkiv", "Donbas", "Ukraine")),
    ("fr", "à l’Ukraine, en France et dans la ville de Goma", ("Ukraine", "France", "Goma")),
    ("es", "en Kiev, en la ciudad de Jersón y Estados Unidos", ("Kyiv", "Kherson", "United States")),
]


@pytest.mark.parametrize(("language", "text", "places"), PLACES)
def test_places_are_named_as_in_english_whatever_the_language(language, text, places):
    assert locations(text, language) == places


ARTICLE = """Ahmad Massoud, the leader of the National Resistance Front (NRF), met reporters in Vienna.

On Monday, Massoud said that the Taliban had killed 14 civilians in Daikundi on 3 August.

“We still hold 60% of Panjshir,” Massoud said on Tuesday.

The NRF has fought the Taliban since August 2021.
"""


def claims(published: date | None):
    return {claim.quote: claim for claim in extract(ARTICLE, "en", published)}


def test_a_claim_has_when_it_was_said_and_when_it_happened_apart():
    told = next(c for quote, c in claims(PUBLISHED).items() if "14 civilians" in quote)
    assert told.asserted is not None
    assert told.event is not None
    assert (told.asserted.begins, told.asserted.ends) == (date(2022, 8, 15),) * 2
    assert (told.event.begins, told.event.precision) == (date(2022, 8, 3), "day")
    assert told.locations == ("Daikundi",)
    assert told.actors == ("Taliban",)
    (number,) = told.numbers
    assert (number.value, number.unit, ARTICLE[number.start : number.end]) == (14, "civilians killed", number.words)


def test_what_is_said_of_no_other_day_was_said_when_the_article_ran():
    since = next(c for quote, c in claims(PUBLISHED).items() if quote.startswith("The NRF has fought"))
    assert since.asserted is not None
    assert since.event is not None
    assert since.asserted.begins == PUBLISHED
    assert (since.event.begins, since.event.ends) == (date(2021, 8, 1), PUBLISHED)
    assert since.actors == ("National Resistance Front", "Taliban")


def test_without_the_date_of_the_article_nothing_is_dated_that_needs_it():
    assert all(claim.asserted is None for claim in claims(None).values())
    assert {claim.event for claim in claims(None).values()} == {None}


@pytest.mark.parametrize(
    ("head", "day"),
    [
        ("KABUL, Aug. 15, 2021 (Agency) — The city fell.", date(2021, 8, 15)),
        ("AUGUST 13, 2022 | The images stay.", date(2022, 8, 13)),
        ("Harbour reopened\nPublished: 12 May 2023\nThe port opened.", date(2023, 5, 12)),
        ("On 15 August 2021, the Taliban took Kabul.", None),
        ("The war of May 2020 went on.", None),
    ],
)
def test_an_article_is_as_old_as_its_dateline_says(head, day):
    assert dateline(head, "en") == day


def test_people_are_called_by_the_name_that_the_article_gives_them():
    text = (
        "Ahmad Shah Massoud fought for years. His son Ahmad Massoud leads the front.\n\n"
        "Rosa Lind said that Ahmad Massoud had left Kabul with 40 men. Lind said that Massoud came back with 60 men."
    )
    first, second = [claim for claim in extract(text, "en", PUBLISHED) if claim.numbers]
    assert first.actors == ("Ahmad Massoud",)
    assert second.claimant == "Rosa Lind"


def test_a_surname_of_two_people_is_that_of_the_one_just_named():
    text = (
        "Ahmad Shah Massoud fought for years. His son Ahmad Massoud leads the front.\n\n"
        "Ahmad Massoud had come to Kabul with 40 men, Rosa Lind said.\n\n"
        "“Commander Massoud has visited 14 countries since May,” said Lind."
    )
    assert extract(text, "en", PUBLISHED)[-1].actors == ("Ahmad Massoud",)


def test_where_somebody_spoke_is_not_where_it_happened():
    text = "“We hold 60% of the valley of Panjshir,” Rosa Lind told the agency in an interview in Paris."
    (claim,) = extract(text, "en", PUBLISHED)
    assert claim.locations == ("Panjshir",)


def test_two_sides_are_no_number():
    (claim,) = extract("The two sides lost 40 men in Aldmouth on Monday.", "en", PUBLISHED)
    assert [number.value for number in claim.numbers] == [40]


def test_in_other_languages_groups_and_those_quoted_are_actors():
    text = "احمد مسعود گفت که طالبان ۱۴ نفر را در پنجشیر کشتند.\n\nناتو اعلام کرد که احمد مسعود با ۶۰ نفر به کابل رفت."
    first, second = extract(text, "fa", PUBLISHED)
    assert first.actors == ("Taliban",)
    assert second.actors == ("احمد مسعود",)
    assert second.locations == ("Kabul",)


def test_who_a_speaker_is_tells_no_place_of_what_is_said():
    text = "Ilse Marn, the leader of the Dock Party of Pakistan, said that the strike had reached Kyiv."
    [claim] = extract(text, "en")
    assert claim.locations == ("Kyiv",)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The mayor was shot two days before the vote of 11 May 2021.", date(2021, 5, 9)),
        ("The bridge was closed 3 days after the flood of 30 May 2021.", date(2021, 6, 2)),
        ("The mayor was shot on 11 May 2021.", date(2021, 5, 11)),
        ("The number of attacks has doubled, after the army left Marnau in May 2021.", None),
        ("MAY 11, 2021 | The bridge over the Marn was closed by soldiers.", None),
    ],
)
def test_what_happened_is_dated_and_not_what_only_came_before_it_or_stands_at_the_head(text, day):
    [claim] = extract(text, "en")
    assert (claim.event.begins if claim.event else None) == day


def test_an_adjective_is_no_short_name_of_a_body():
    text = "The Council of Islamic Trade met in Olln.\n\nSome Islamic countries have closed 40 ports, Ilse Marn said."
    assert extract(text, "en")[-1].actors == ()


def test_people_at_the_head_of_a_sentence_are_nobody_in_particular():
    text = "Ilse Marn leads the People's Dock Party.\n\nPeople have left Marnau since the flood, Ilse Marn said."
    assert "People" not in extract(text, "en")[-1].actors


def test_how_long_before_or_after_something_is_no_number_of_a_claim():
    text = "Two days before the vote of 11 May 2021 the army shot 14 men, and three weeks later 12 more of them."
    assert [number.value for claim in extract(text, "en") for number in claim.numbers] == [14, 12]


@pytest.mark.parametrize("words", ["Between September 2019 and January 2020", "From September 2019 to January 2020"])
def test_two_times_that_are_the_ends_of_one_are_when_it_happened(words):
    (claim,) = extract(f"{words}, 83 people died of measles in Norland.", "en")
    assert claim.event is not None
    assert (claim.event.begins, claim.event.ends) == (date(2019, 9, 1), date(2020, 1, 31))


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        ("The Red Front met the union in May.\n\nThe group has taken 14 towns.", ("Red Front",)),
        ("Clara Lind leads the port. She has sold 14 ships to the army.", ("Clara Lind",)),
        ("Karl Oder, the leader of the Red Front, said on Monday: “We have taken 14 towns.”", ("Red Front",)),
        (
            "The army shot 14 men of the Norland People's Liberation Front in May.",
            ("Norland People's Liberation Front",),
        ),
        ("The National Salt Front met in May. The Salt Front has 14 ships.", ("National Salt Front",)),
    ],
)
def test_a_claim_speaks_of_whom_its_words_mean(text, actors):
    assert extract(text, "en")[-1].actors == actors


def test_where_a_report_was_written_is_neither_a_place_nor_an_actor_of_its_claims():
    (claim,) = extract("KABUL — The army shot 14 men in Panjshir in May.", "en")
    assert (claim.locations, claim.actors) == (("Panjshir",), ())


@pytest.mark.parametrize(
    ("text", "stated"),
    [
        (
            "Robert F. Lind Jr., then the chairman of the union, came to Norland in June 2019 with 14 men. Lind left.",
            "Robert F. Lind Jr., then the chairman of the union, came to Norland in June 2019 with 14 men.",
        ),
        (
            "U.S. District Judge Karl Oder has freed 14 men. Karl Oder is new.",
            "U.S. District Judge Karl Oder has freed 14 men.",
        ),
    ],
)
def test_a_name_in_full_keeps_what_stands_beside_it(text, stated):
    assert extract(text, "en")[0].statement == stated
