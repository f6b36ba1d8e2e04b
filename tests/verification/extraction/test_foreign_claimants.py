"""Who says it and who denies it in Ukrainian, Russian, French, Spanish, Persian and Arabic, in the ways of news."""

import pytest

from verification.extraction.engine import extract


@pytest.mark.parametrize(
    ("language", "text", "who"),
    [
        ("uk", "За словами очільника області Олега Синяка, загинули п’ятеро людей.", "Олег Синяк"),
        ("uk", "За словами Ірини Верської, звільнено 300 сіл.", "Ірина Верська"),
        ("uk", "У Нацбанку пояснили, що ціни зросли через подорожчання пального на 20%.", "Нацбанк"),
        ("uk", "Про 17 загиблих повідомила Національна поліція.", "Національна поліція"),
        ("uk", "Речник міста Дмитро Лісовий назвав ці звинувачення брехнею.", "Дмитро Лісовий"),
        ("uk", "Експерти Amnesty дійшли висновку, що солдати катували 40 полонених.", "Експерти Amnesty"),
        ("ru", "По словам губернатора Сергея Лесина, погибли пять человек.", "Сергей Лесин"),
        ("ru", "Глава района сообщил о гибели 7 человек при обстреле.", "Глава района"),
        ("fr", "Le président du groupe, Éric Morel, a indiqué que le feu avait tué 3 ouvriers.", "Éric Morel"),
        ("fr", "Pour Greenpeace, 3 stations sur 10 étaient en panne.", "Greenpeace"),
        ("fr", "Un agriculteur a expliqué avoir perdu 40 vaches.", "Un agriculteur"),
        ("fr", "Le syndicat recense 800 salariés exposés.", "Le syndicat"),
        ("es", "El presidente del consejo, Elvis Amaya, anunció que el 51 % votó por él.", "Elvis Amaya"),
        ("es", "Vecinos de la zona contaron que los militares mataron a 12 personas.", "Vecinos de la zona"),
        ("es", "La organización Foro Libre contabiliza 1.780 detenciones.", "Foro Libre"),
        ("uk", "На думку експерта Андрія Бойка, ціни зросли на 20%.", "Андрій Бойко"),
        ("uk", "Компанія «Норвал» заявила, що витік усунули в понеділок.", "Компанія «Норвал»"),
        ("uk", "В ООН оцінюють кількість загиблих у 1200 осіб.", "ООН"),
        ("ru", "Минобороны заявляет о 60 уничтоженных боевиках.", "Минобороны"),
        ("fr", "Joint par téléphone, le maire de la commune, Issa Traoré, parle de douze morts.", "Issa Traoré"),
        ("fr", "Dans un communiqué, l’entreprise Norval précise que 3 vannes ont cédé.", "l’entreprise Norval"),
        ("fr", "Les séparatistes ont de leur côté affirmé avoir pris deux villages.", "Les séparatistes"),
        ("fr", "Human Rights Watch accuse les soldats d’avoir tué 223 civils, dont 56 enfants.", "Human Rights Watch"),
        ("fr", "Trois sont morts, a indiqué dimanche le procureur de Lyon, Marc Rey.", "Marc Rey"),
        ("fr", "Selon le porte-parole de l’armée, le colonel Jean Morel, 14 soldats sont morts.", "Jean Morel"),
        ("fr", "Après l’attaque, l’armée a nié avoir tué 14 civils.", "l’armée"),
        ("es", "El portavoz del Gobierno, Karl Oder, dijo el lunes que 14 personas murieron.", "Karl Oder"),
        ("fr", "Le porte-parole, Karl Oder, a déclaré lundi que 14 personnes étaient mortes.", "Karl Oder"),
        ("es", "Hay 37 muertos, ha declarado este martes la gobernadora, Teresa Campo.", "Teresa Campo"),
        ("es", "Los vecinos aseguran haber visto a 40 hombres armados.", "Los vecinos"),
        ("es", "El alcalde de la localidad, Raúl Soto, cifró en 300 las viviendas dañadas.", "Raúl Soto"),
        ("es", "Vecinos de San Juan, un barrio de 4.000 habitantes, afirman que no hay agua.", "Vecinos de San Juan"),
        ("es", "El fiscal general Pedro Soto anunció la detención de 14 policías.", "Pedro Soto"),
        ("es", "El Gobierno ha desmentido que el Ejército bombardeara el hospital.", "El Gobierno"),
        ("es", "Hay que tener en cuenta que 40 escuelas cerraron, según el sindicato.", "el sindicato"),
    ],
)
def test_speakers_are_named_in_the_nominative_and_in_full(language, text, who):
    assert [claim.claimant for claim in extract(text, language)] == [who]


def test_a_body_is_not_the_person_who_speaks_for_it():
    text = (
        "Le colonel Amadou Diallo, porte-parole de la junte, a déclaré que 17 soldats étaient morts.\n\n"
        "Selon la junte, 40 assaillants ont été tués."
    )
    assert [claim.claimant for claim in extract(text, "fr")] == ["Amadou Diallo", "la junte"]


@pytest.mark.parametrize(
    ("language", "claim", "answer"),
    [
        ("es", "El ejército aseguró que mató a 30 guerrilleros.", "La cifra no pudo ser verificada."),
        ("es", "Vecinos contaron que los soldados quemaron la escuela.", "El Ejército negó esa versión."),
        ("fr", "La junte affirme avoir repris la ville de Kidal.", "Cette information n'a pas pu être vérifiée."),
        ("fr", "Le syndicat assure que 20 ouvriers sont morts.", "L'entreprise juge ces chiffres infondés."),
        ("uk", "Влада міста заявила, що загинули 12 мешканців.", "Підтвердити цю інформацію неможливо."),
        ("ru", "Губернатор заявил, что в реку попало 20 тонн топлива.", "Компания опровергла эти данные."),
        ("fa", "طالبان گفتند که ۱۴ نفر از نیروها کشته شدند.", "جبهه این ادعا را بی‌اساس خواند."),
        ("ar", "أعلنت المعارضة أنها سيطرت على المدينة.", "قالت الحكومة إن هذه المزاعم لا أساس لها."),
    ],
)
def test_a_denial_or_a_doubt_is_linked_to_what_stands_before_it(language, claim, answer):
    text = f"{claim}\n\n{answer}"
    first = extract(text, language)[0]
    assert [text[a.start : a.end] in answer for a in first.against] == [True]
