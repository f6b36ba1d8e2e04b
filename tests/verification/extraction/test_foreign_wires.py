"""Who speaks in the plain ways of wires in Spanish, French, Russian and Ukrainian, over sentences too."""

import pytest

from verification.extraction.engine import extract


def last_claimant(text: str, language: str) -> str | None:
    return extract(text, language)[-1].claimant


@pytest.mark.parametrize(
    ("language", "text", "who"),
    [
        ("es", "El Ministerio de Salud informó este martes de 34 nuevos fallecidos.", "El Ministerio de Salud"),
        ("es", "Rafael López, portavoz, ha dicho a la BBC que quemaron treinta casas.", "Rafael López"),
        ("es", "«Quemaron treinta casas», ha escrito en X el alcalde Rafael López.", "Rafael López"),
        ("es", "Quemaron treinta casas, dijo a la prensa local Rafael López.", "Rafael López"),
        ("es", "Lima, 7 nov (EFE).- Rafael López dijo que quemaron treinta casas.", "Rafael López"),
        ("es", "Quemaron treinta casas, según adelantaron ayer varios medios.", "varios medios"),
        ("es", "La oposición denuncia fraude en cuatro provincias.", "La oposición"),
        ("es", "Rafael López vuelve a negar que quemaran treinta casas.", "Rafael López"),
        ("es", "Rafael López no reconoce los resultados de las elecciones.", "Rafael López"),
        ("fr", "Le ministère de la Santé a fait état mardi de 34 morts.", "Le ministère de la Santé"),
        ("fr", "L'ONU évalue à 400 le nombre de morts.", "L'ONU"),
        ("fr", "Pour le parquet, l'ancien ministre a touché 30 000 euros.", "le parquet"),
        ("fr", "Douze personnes ont été tuées, a-t-on appris mardi auprès de la préfecture.", "la préfecture"),
        ("fr", "« Trente maisons ont brûlé », a écrit sur X le maire Ali Rey.", "Ali Rey"),
        ("fr", "« Trente maisons ont brûlé », lui a répondu Ali Rey.", "Ali Rey"),
        ("fr", "PARIS (AFP) – Ali Rey affirme que trente maisons ont brûlé.", "Ali Rey"),
        ("fr", "Le maire de la ville, Ali Rey, a fait état de trente maisons brûlées.", "Ali Rey"),
        ("fr", "Trente maisons ont brûlé, a déclaré M. Rey.", "Rey"),
        ("fr", "« Trente maisons ont brûlé », a répondu Mme Rey.", "Rey"),
        ("ru", "С начала боёв погибли 400 человек, следует из доклада ООН.", "ООН"),
        ("ru", "Задержаны трое, рассказал «Интерфаксу» источник в полиции.", "источник в полиции"),
        ("ru", "Коалиция сил говорила агентству уже о 650 погибших.", "Коалиция сил"),
        ("ru", "По данным российских властей, погибли 400 человек.", "российские власти"),
        ("ru", "МОСКВА, 3 июн — РИА Новости. Олег Лесин заявил, что погибли 12 человек.", "Олег Лесин"),
        ("ru", "Обвинения в Кремле отвергли.", "Кремль"),
        ("uk", "Загинули 12 людей, за даними Повітряних сил.", "Повітряні сили"),
    ],
)
def test_a_wire_names_its_speaker(language, text, who):
    assert last_claimant(text, language) == who


JUAN = "El presidente Juan Soto dijo que murieron dos soldados. "
JEAN = "Le président Jean Soto a dit que deux soldats étaient morts. "
IVAN = "Президент Иван Петров сказал, что погибли двое солдат. "
PETRO = "Президент Іван Петренко сказав, що загинули двоє солдатів. "


@pytest.mark.parametrize(
    ("language", "text", "who"),
    [
        ("es", JUAN + "El mandatario aseguró que quemaron treinta casas.", "Juan Soto"),
        ("es", JUAN + "A su juicio, los soldados quemaron treinta casas.", "Juan Soto"),
        ("es", JUAN + "Los soldados quemaron treinta casas, según su versión.", "Juan Soto"),
        ("es", JUAN + "Asimismo, negó que los soldados quemaran treinta casas.", "Juan Soto"),
        ("es", JUAN + "Los soldados habrían quemado treinta casas.", "Juan Soto"),
        ("es", JUAN + "Tampoco admite que los soldados quemaran treinta casas.", "Juan Soto"),
        (
            "es",
            "La Defensoría del Pueblo habló de 13 muertos. La Defensoría cifra en 40 los heridos.",
            "La Defensoría del Pueblo",
        ),
        ("fr", JEAN + "Le chef de l'État a aussi affirmé que trente maisons avaient brûlé.", "Jean Soto"),
        ("fr", JEAN + "M. Soto nie que les soldats aient brûlé trente maisons.", "Jean Soto"),
        ("fr", JEAN + "Les soldats auraient brûlé trente maisons.", "Jean Soto"),
        ("fr", JEAN + "À ses yeux, les soldats ont brûlé trente maisons.", "Jean Soto"),
        ("fr", JEAN + "Trente maisons ont brûlé, dit-il encore.", "Jean Soto"),
        (
            "fr",
            "L'Organisation mondiale de la santé recense 300 morts. L'organisation précise que 20 étaient médecins.",
            "santé",
        ),
        ("ru", IVAN + "Глава государства также отметил, что сгорели тридцать домов.", "Иван Петров"),
        ("ru", "Минобороны сообщило, что погибли 34 солдата. В ведомстве уточнили, что ещё 20 ранены.", "Минобороны"),
        ("uk", PETRO + "Глава держави також зазначив, що згоріли тридцять будинків.", "Іван Петренко"),
        ("es", "El presidente Juan Soto llegó a Lima. Quemaron treinta casas, dijo el mandatario.", "Juan Soto"),
        (
            "uk",
            "Прем'єр-міністр Іван Петренко прибув до Києва. Згоріли 30 будинків, нагадав глава уряду.",
            "Іван Петренко",
        ),
        ("uk", PETRO + "Згоріли тридцять будинків, зазначив президент.", "Іван Петренко"),
    ],
)
def test_a_description_a_gap_and_hearsay_mean_whoever_spoke(language, text, who):
    assert who in (last_claimant(text, language) or "")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", JEAN + "\n\nLes soldats auraient brûlé trente maisons."),
        ("fr", JEAN + "Si les soldats avaient obéi, trente maisons auraient été sauvées."),
        ("es", JUAN + "Los soldados quemaron treinta casas el lunes."),
    ],
)
def test_what_no_hearsay_ties_to_a_speaker_is_the_articles_own(language, text):
    assert last_claimant(text, language) is None


def test_an_organisation_is_not_some_economists():
    text = "Деякі економісти стверджують, що ціни зросли на 20%. Регулятор заявив, що ціни зросли на 10%."
    assert last_claimant(text, "uk") != "Деякі економісти"


def disputes(text: str, language: str) -> list[str]:
    return [claim.dispute.value for claim in extract(text, language)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Les soldats ont brûlé trente maisons, selon le maire. Faux, a répondu l'armée : il y en avait dix."),
        ("fr", "Les soldats ont brûlé trente maisons, selon le maire. L'armée a soutenu l'inverse."),
        ("fr", "Jean Rey a volé 30 000 euros, selon le parquet. M. Rey assure n'avoir jamais rien volé."),
        ("es", "Los soldados quemaron treinta casas, según el alcalde. No es así, sostiene el Ejército."),
        ("es", "Los soldados quemaron treinta casas, según el alcalde. El Ejército volvió a negar que ocurriera."),
        ("ru", "Солдаты сожгли тридцать домов, сообщил мэр. Домов солдаты не жгли, возразили в Минобороны."),
        ("uk", "Солдати спалили тридцять будинків, повідомив мер. Це не так, відповіли в Міноборони."),
    ],
)
def test_a_plain_no_denies_what_was_said_before(language, text):
    assert disputes(text, language) == ["denied", "denied"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Les soldats ont brûlé trente maisons, selon le maire, information qui reste à vérifier."),
        ("fr", "Trente corps auraient été emportés, ce que l'enquête n'a pas permis d'établir."),
        ("es", "Los soldados quemaron treinta casas, según el alcalde, algo aún por confirmar."),
    ],
)
def test_what_is_still_to_be_confirmed_is_not_verified(language, text):
    assert disputes(text, language) == ["unverifiable"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("es", "La ministra dijo que murieron 40 soldados. El tribunal se niega a parar el recuento."),
        ("ru", "До завода около 30 км. Завод обвинения отверг."),
        ("uk", "Загинули 40 людей, повідомили в адміністрації. Відповідальність за удар у Кремлі заперечили."),
    ],
)
def test_a_refusal_or_a_denial_of_guilt_denies_no_number_beside_it(language, text):
    assert disputes(text, language)[0] == "none"


@pytest.mark.parametrize(
    ("language", "text", "claims"),
    [
        ("ru", "время публикации: 21 августа 2013 г., 14:10", 0),
        ("ru", "28 октября 2020 г., корреспондент в Москве", 0),
        ("ru", "28 октября 2020 г., в среду, при взрыве погибли 12 человек.", 1),
        ("es", "— Oficina de Aldmark (@Aldmark), 5 de diciembre de 2017", 0),
        ("es", "Ana Gil (@anagil), ministra, dijo que murieron 12 personas.", 1),
        ("fr", "La députée Anne Morel s'est demandé s'il fallait voter ces textes.", 0),
    ],
)
def test_lines_of_dates_and_signatures_and_what_one_wonders_are_no_claims(language, text, claims):
    assert len(extract(text, language)) == claims


def test_a_denial_that_says_nothing_itself_means_what_was_just_said():
    text = (
        "El ministro del Interior, Juan Soto, sostiene que 470 rechazos fueron legales. "
        "Un cadáver yacía en suelo español, aseguró la BBC. Interior lo desmintió."
    )
    legal, body, _ = extract(text, "es")
    assert legal.against == ()
    assert [text[found.start : found.end] for found in body.against] == ["Interior lo desmintió."]
