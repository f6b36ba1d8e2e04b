"""What a claim is about, in each language."""

import pytest

from verification.extraction.engine import extract
from verification.extraction.topic import topics
from verification.text.segment import paragraphs, sentences
from verification.vocabulary import Topic

ABOUT = [
    ("The army captured two villages in the valley.", Topic.TERRITORY),
    ("نیروهای طالبان ولسوالی خنج را تصرف کردند", Topic.TERRITORY),
    ("۱۴ نفر کشته و ۳۰ نفر زخمی شدند", Topic.CASUALTIES),
    ("وزارت صحت گفت ویروس کرونا", Topic.HEALTH),
    ("احمد در سال ۱۳۵۰ متولد شد", Topic.BIOGRAPHY),
    ("۱۲ کسان ووژل شول او ۳۰ ټپیان شول", Topic.CASUALTIES),
    ("د سولې خبرې", Topic.NEGOTIATION),
    ("په رسمیت پېژندل", Topic.RECOGNITION),
    ("قتل 14 وأصيب 30", Topic.CASUALTIES),
    ("محادثات السلام في الدوحة", Topic.NEGOTIATION),
    ("الانتخابات الرئاسية", Topic.ELECTIONS),
    ("Войска захватили город", Topic.TERRITORY),
    ("эпидемия холеры", Topic.HEALTH),
    ("рост цен и безработица", Topic.ECONOMY),
    ("наводнение в районе", Topic.DISASTERS),
    ("Two doses of the vaccine prevent most infections.", Topic.HEALTH),
    ("Fewer patients were diagnosed with measles, according to doctors.", Topic.HEALTH),
    ("Turnout was higher than at the last referendum.", Topic.ELECTIONS),
    ("Unemployment fell while wages rose.", Topic.ECONOMY),
    ("The earthquake damaged 40 houses.", Topic.DISASTERS),
    ("The court found the minister guilty.", Topic.GOVERNANCE),
    ("обстріляли лікарню", Topic.VIOLENCE),
    ("переговори про перемир'я", Topic.NEGOTIATION),
    ("négociations de paix", Topic.NEGOTIATION),
    ("il est né à Paris", Topic.BIOGRAPHY),
    ("las elecciones presidenciales", Topic.ELECTIONS),
    ("14 muertos y 30 heridos", Topic.CASUALTIES),
]


@pytest.mark.parametrize(("text", "topic"), ABOUT)
def test_a_claim_is_about(text, topic):
    assert topic in topics(text)


def test_what_is_about_nothing_of_these_is_other():
    assert topics("The weather was fine.") == (Topic.OTHER,)


NOTHING_OF_IT = [
    ("It is important to use electricity, according to the executive.", {*Topic} - {Topic.OTHER}),
    ("They were forced to explore a diesel engine before the deadline.", {*Topic} - {Topic.OTHER}),
    ("Patients were diagnosed, according to doctors.", {Topic.NEGOTIATION, Topic.GOVERNANCE}),
    ("The rule on visas is no longer in force.", {Topic.FORCES}),
    ("The council struck the doctor's name off its list.", {Topic.VIOLENCE}),
    ("The two towns trade blame for it.", {Topic.ECONOMY}),
]


@pytest.mark.parametrize(("text", "not_these"), NOTHING_OF_IT)
def test_words_that_only_begin_alike_tell_no_topic(text, not_these):
    assert not_these.isdisjoint(topics(text))


SENTENCES = [
    ("او گفت: «ما ۱۲ روستا داریم. جنگ ادامه دارد.» سپس رفت؟ بله۔ دوباره آمد.", 5),
    ("В 2021 г. Россия ввела войска. И. И. Иванов сказал: «Нет». Это 5 тыс. человек, в т. ч. дети.", 3),
    ("M. Dupont et Mme Martin sont venus. « Il est parti. Il reviendra », a dit J.-P. Morel.", 3),
    ("El Sr. Rojas vino. EE. UU. dijo que no. ¿Por qué? ¡Basta!", 4),
    ("قال د. أحمد إن 5.3 مليون شخص فروا. هل عادوا؟ لا.", 3),
    ("د افغانستان د حکومت ویاند وویل: «موږ به راشو۔ هغوی تللي.» بیا ولاړ؟", 3),
]


@pytest.mark.parametrize(("text", "count"), SENTENCES)
def test_sentences_end_where_the_language_ends_them(text, count):
    found = [span for paragraph in paragraphs(text) for span in sentences(text, paragraph)]
    assert len(found) == count
    assert [text[span.start : span.end].strip() for span in found] == [span.slice(text) for span in found]


@pytest.mark.parametrize(
    ("text", "about", "not_about"),
    [
        ("Measles kills 300 children every day.", {Topic.HEALTH, Topic.CASUALTIES}, {Topic.VIOLENCE}),
        ("The earthquake struck at night and killed 40 people.", {Topic.DISASTERS, Topic.CASUALTIES}, {Topic.VIOLENCE}),
        ("Gunmen killed three nurses during the measles outbreak.", {Topic.HEALTH, Topic.VIOLENCE}, set()),
        ("A missile struck the dam and killed 40 people.", {Topic.VIOLENCE}, set()),
        ("Ministers of the countries in the region met.", {Topic.GOVERNANCE}, {Topic.TERRITORY}),
        ("They fought in Marnau and Takhar provinces.", {Topic.FORCES}, {Topic.TERRITORY}),
        ("The Centers for Disease Control counted 40 patients.", {Topic.HEALTH}, {Topic.TERRITORY}),
        ("The army captured 40 villages.", {Topic.TERRITORY}, set()),
    ],
)
def test_what_nature_does_is_no_violence_and_where_it_is_no_territory(text, about, not_about):
    found = set(topics(text))
    assert about <= found
    assert not_about.isdisjoint(found)


def test_what_a_speaker_leads_is_not_what_the_claim_is_about():
    text = "Ilse Marn, the head of external relations of the Resistance Army, said that 40 schools had no roof."
    assert [claim.topics for claim in extract(text, "en")] == [(Topic.GOVERNANCE,)]
