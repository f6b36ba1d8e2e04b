"""The first person becomes the third where it is plain who speaks, and for whom."""

import pytest

from verification.extraction.engine import extract
from verification.extraction.first_person import in_third_person

GROUP, SPEAKER = "the Harbour Union", "Rosa Lind"


@pytest.mark.parametrize(
    ("spoken", "told"),
    [
        ("We lost 14 ships.", "the Harbour Union lost 14 ships."),
        ("In May we have opened our third office.", "In May the Harbour Union has opened its third office."),
        ("They came to us.", "They came to the Harbour Union."),
        ("We were hit, and we’ve lost 9 of our men.", "the Harbour Union was hit, and it has lost 9 of its men."),
        ("We still control the port.", "the Harbour Union still controls the port."),
        ("We don't hold the docks.", "the Harbour Union doesn’t hold the docks."),
        ("I saw 14 bodies and my driver counted 9.", "Rosa Lind saw 14 bodies and Rosa Lind’s driver counted 9."),
        ("I’m paid by nobody.", "Rosa Lind is paid by nobody."),
    ],
)  # fmt: skip
def test_verbs_and_owners_follow_the_name(spoken, told):
    told_of = in_third_person(spoken, SPEAKER, GROUP)
    assert told_of in (told, told.replace("Rosa Lind’s driver", "her driver"))


def test_a_name_that_is_a_plural_keeps_its_verbs():
    assert in_third_person("We control our port.", None, "the Dockers") == "the Dockers control their port."


@pytest.mark.parametrize(
    "spoken",
    [
        "All of us lost our houses.",
        "Our country lost 14 ships.",
        "We Britons lost 14 ships.",
        "Nor did we take 14 ships.",
        "We met each other in May.",
        "This house is ours.",
        "We strafe the port.",
    ],
)
def test_nothing_is_changed_where_it_is_not_plain_who_is_meant_or_what_the_verb_is(spoken):
    assert in_third_person(spoken, SPEAKER, GROUP) is None


def found(text: str):
    return [(one.statement, one.ambiguities) for one in extract(text, "en")]


LEADER = "Rosa Lind, the leader of the Harbour Union (HU), came to Aldmouth in May 2020.\n\n"


def test_who_leads_a_body_speaks_for_it():
    text = LEADER + "“We lost 14 ships in the storm of 2019,” Lind said."
    assert ("The Harbour Union lost 14 ships in the storm of 2019.", ()) in found(text)


def test_whoever_is_only_of_it_speaks_with_a_flag():
    text = "Rosa Lind, a resident of Aldmouth, came in May 2020.\n\n“We lost 14 ships in the storm of 2019,” Lind said."
    assert ("Rosa Lind said: “We lost 14 ships in the storm of 2019.”", ("“We” is not named here.",)) in found(text)


def test_in_direct_speech_they_and_he_are_others_than_the_speaker():
    text = LEADER + "“We have not shelled them since 2019,” Lind said. “She killed 14 men in 2018,” Lind added."
    told = dict(found(text))
    assert told["The Harbour Union has not shelled them since 2019."] == ("“them” is not named here.",)
    assert told["She killed 14 men in 2018."] == ("“She” is not named here.",)
