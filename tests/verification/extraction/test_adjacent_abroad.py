"""Denials and doubts in other languages than English: they mean what stands just before them."""

import pytest

from verification.extraction.engine import extract
from verification.vocabulary import Dispute

TOLD = {
    "fr": "Des habitants affirment que l'usine a déversé 40 tonnes de boues dans la rivière en mai.",
    "es": "Los vecinos afirman que la planta vertió 40 toneladas de lodo en el río en mayo.",
    "ru": "Жители утверждают, что завод в мае слил в реку 40 тонн отходов.",
    "uk": "Мешканці стверджують, що завод у травні злив у річку 40 тонн відходів.",
    "ar": "قال سكان القرية إن المصنع ألقى 40 طنا من النفايات في النهر في أيار.",
    "fa": "ساکنان روستا می\u200cگویند کارخانه در خرداد ۴۰ تن پسماند در رودخانه ریخته است.",
    "ps": "د کلي اوسېدونکي وایي چې کارخونې په سیند کې ۴۰ ټنه خځلې اچولې دي.",
}
DENIED = {
    "fr": [
        "L'entreprise nie ces accusations.",
        "« C'est faux », a répondu le directeur, Paul Morel.",
        "La direction dément catégoriquement.",
        "L'exploitant assure qu'il n'en est rien.",
        "Le groupe parle d'une accusation infondée.",
        "L'entreprise rejette cette version.",
        "La préfecture a contesté ce chiffre.",
    ],
    "es": [
        "La empresa negó las acusaciones.",
        "«Eso es mentira», respondió el director, Juan Ríos.",
        "La compañía desmintió esa versión.",
        "La empresa rechazó tajantemente la denuncia.",
        "El gerente calificó de falsa la denuncia.",
        "La empresa asegura que no es cierto.",
        "El alcalde descartó esa versión.",
    ],
    "ru": [
        "Компания это отрицает.",
        "«Это неправда», — заявил директор Павел Орлов.",
        "На заводе опровергли эти сообщения.",
        "Предприятие отвергло обвинения.",
        "Директор назвал это клеветой.",
        "В компании заявили, что это не соответствует действительности.",
        "Завод свою причастность отрицает.",
    ],
    "uk": [
        "Компанія це заперечує.",
        "«Це неправда», — заявив директор Павло Орел.",
        "На заводі спростували ці повідомлення.",
        "Підприємство відкинуло звинувачення.",
        "Директор назвав це наклепом.",
        "У компанії кажуть, що це не відповідає дійсності.",
    ],
    "ar": [
        "ونفت الشركة هذه الاتهامات.",
        "وقال المدير إن هذا الكلام غير صحيح.",
        "ورفضت الشركة هذه المزاعم.",
        "وأكدت الشركة أن الخبر لا أساس له من الصحة.",
        "وكذبت الإدارة هذه الأنباء.",
    ],
    "fa": [
        "شرکت این ادعا را رد کرد.",
        "مدیر کارخانه گفت که این خبر صحت ندارد.",
        "شرکت این گزارش را تکذیب کرد.",
        "مدیر شرکت این سخنان را بی\u200cاساس خواند.",
        "کارخانه این اتهام را دروغ خواند.",
    ],
    "ps": [
        "شرکت دا تور رد کړ.",
        "د شرکت رییس وویل چې دا خبره سمه نه ده.",
        "شرکت دا ادعا بې بنسټه وبلله.",
        "چارواکو دا تورونه دروغ وبلل.",
    ],
}
DOUBTED = {
    "fr": [
        "Ces affirmations n'ont pas pu être vérifiées.",
        "Cette information n'a pas été confirmée de source indépendante.",
        "L'AFP n'a pas pu vérifier ces propos.",
    ],
    "es": [
        "Esta versión no ha podido ser verificada.",
        "No se pudo confirmar esa información de manera independiente.",
        "La agencia no pudo verificar la denuncia.",
        "Por ahora no hay confirmación oficial.",
    ],
    "ru": [
        "Проверить эту информацию не удалось.",
        "Официального подтверждения этому нет.",
        "Независимо подтвердить это невозможно.",
        "Эти сведения не подтверждены.",
    ],
    "uk": [
        "Перевірити цю інформацію не вдалося.",
        "Офіційного підтвердження цьому немає.",
        "Незалежно підтвердити це неможливо.",
        "Ці відомості не підтверджені.",
    ],
    "ar": [
        "ولم يتسن التحقق من هذه المعلومات.",
        "ولا يمكن التحقق من هذا الادعاء.",
        "ولم تؤكد السلطات ذلك.",
        "ولم يصدر تأكيد رسمي.",
    ],
    "fa": [
        "این ادعا به طور مستقل تأیید نشده است.",
        "رویترز نتوانست این گزارش را تأیید کند.",
        "هنوز هیچ نهادی این خبر را تأیید نکرده است.",
        "صحت این گفته\u200cها روشن نیست.",
    ],
    "ps": [
        "دا ادعا په خپلواکه توګه نه ده تایید شوې.",
        "خپلواکو سرچینو دا خبر نه دی تایید کړی.",
    ],
}


@pytest.mark.parametrize(
    ("language", "answer"), [(code, answer) for code, listed in DENIED.items() for answer in listed]
)
def test_a_denial_in_another_language_means_what_was_said_last(language, answer):
    assert against(language, answer) == (Dispute.DENIED, [answer.rstrip(".")])


@pytest.mark.parametrize(("language", "doubt"), [(code, doubt) for code, listed in DOUBTED.items() for doubt in listed])
def test_a_doubt_in_another_language_means_what_was_said_last(language, doubt):
    assert against(language, doubt) == (Dispute.UNVERIFIABLE, [doubt.rstrip(".")])


def against(language: str, answer: str) -> tuple[Dispute, list[str]]:
    text = f"{TOLD[language]}\n\n{answer}"
    first = extract(text, language)[0]
    return first.dispute, [text[a.start : a.end].rstrip(".") for a in first.against]


@pytest.mark.parametrize(
    "text",
    [
        "По данным службы, при взрыве на шахте погибли 28 человек.\n\n"
        "Профсоюз горняков утверждает, что погибших не меньше 46.",
        "وزیر کشور گفت که در انفجار معدن ۵۲ نفر کشته شدند.\n\nاتحادیهٔ کارگران شمار قربانیان را دست‌کم ۶۰ نفر اعلام کرد.",
        "أعلنت هيئة الانتخابات أن نسبة المشاركة بلغت 28.8 بالمئة.\n\n"
        "واعتبر رئيس حزب المعارضة أن الرقم الحقيقي لا يتجاوز 15 بالمئة.",
    ],
    ids=["Russian", "Persian", "Arabic"],
)
def test_two_who_count_the_same_in_another_language_contradict_each_other(text):
    second = text.split("\n\n")[1]
    claims = extract(text)
    assert [text[a.start : a.end] for a in claims[0].against] == [second]
    assert {c.dispute for c in claims} == {Dispute.DENIED}


def test_two_who_count_different_things_in_another_language_do_not():
    text = (
        "Премьер заявил, что на складе лежали 2750 тонн селитры.\n\n"
        "Минздрав сообщил, что в больницы доставлены 300 школьников."
    )
    assert {c.dispute for c in extract(text)} == {Dispute.NONE}


@pytest.mark.parametrize(
    ("claim", "doubt"),
    [
        ("Le groupe armé serait déjà dans la ville, affirment plusieurs médias.", "Aucune source ne l'a confirmé."),
        ("وقيل إن تسعة مدنيين قتلوا في القرى المجاورة يوم الجمعة.", "ولم يتسنّ التحقق من هذه الحصيلة من مصدر مستقل."),
        ("ځینې خلک وایي چې په ولسوالۍ کې لا هم لسګونه کسان ورک دي.", "دغه شمېر لا تایید شوی نه دی."),
    ],
    ids=["French", "Arabic", "Pashto"],
)
def test_a_doubt_in_another_language_means_what_stands_just_before_it(claim, doubt):
    text = f"{claim}\n\n{doubt}"
    first = extract(text)[0]
    assert (first.dispute, [text[a.start : a.end] for a in first.against]) == (Dispute.UNVERIFIABLE, [doubt])
