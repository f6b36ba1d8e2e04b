"""Ukrainian and Russian names of people in the genitive, as behind "за словами", brought back to the nominative."""

from __future__ import annotations

from verification.text.word_lists import words

MEN = words(
    """
    Олег Сергій Володимир Віталій Олександр Дмитро Андрій Ігор Михайло Юрій Денис Павло Роман Максим Антон Борис Віктор
    Євген Іван Кирило Леонід Микола Олексій Петро Руслан Степан Тарас Валерій Вадим Ярослав Станіслав Анатолій Григорій
    Богдан Данило Артем Арсен Василь Геннадій Едуард Ілля Костянтин Мирослав Назар Остап Святослав Федір Ростислав
    Сергей Владимир Виталий Александр Дмитрий Андрей Игорь Михаил Юрий Павел Виктор Евгений Кирилл Леонид Николай
    Алексей Петр Пётр Валерий Станислав Анатолий Григорий Даниил Артём Василий Геннадий Илья Константин Фёдор Лев Иван
    Рамзан Вячеслав Глеб Никита Семён Тимур Рустам Аркадий Лука Эдуард
    """.casefold()
)
WOMEN = words(
    """
    Ганна Олена Ірина Людмила Оксана Наталія Тетяна Юлія Марія Катерина Світлана Ольга Вікторія Анна Надія Валентина
    Галина Лариса Любов Елена Ирина Наталья Татьяна Юлия Мария Екатерина Светлана Виктория Надежда Анастасия Анастасія
    Дарья Дарія Эльвира Маргарита Валерия Валерія Алла Инна Інна Вера Віра Ксения Ксенія Яна Зинаида Зінаїда
    """.casefold()
)
SURNAMES_OF_MEN = (
    ("ського", "ський"), ("цького", "цький"), ("ского", "ский"), ("цкого", "цкий"), ("ового", "овий"), ("ого", "ий"),
    ("его", "ий"), ("енка", "енко"), ("йка", "йко"), ("ка", "к"), ("ова", "ов"), ("ева", "ев"), ("єва", "єв"),
    ("ёва", "ёв"),
    ("їна", "їн"), ("іна", "ін"), ("ина", "ин"), ("ына", "ын"), ("ія", "ій"), ("ия", "ий"), ("ая", "ай"), ("ея", "ей"),
    ("ця", "ець"), ("ля", "ль"), ("я", "й"), ("а", ""),
)  # fmt: skip
SURNAMES_OF_WOMEN = (
    ("ської", "ська"), ("цької", "цька"), ("ской", "ская"), ("цкой", "цкая"), ("ової", "ова"), ("євої", "єва"),
    ("евої", "ева"), ("іної", "іна"), ("овой", "ова"), ("евой", "ева"), ("иной", "ина"), ("ої", "а"),
)  # fmt: skip


def genitives(names: frozenset[str]) -> dict[str, str]:
    """The genitive of each first name, both with small letters."""
    found: dict[str, str] = {}
    for name in names:
        stem, last = name[:-1], name[-1]
        if last in "йь":
            found[stem + "я"] = name
        elif last == "о":
            found[stem + "а"] = name
        elif last == "а":
            found |= {stem + "и": name, stem + "ы": name}
        elif last == "я":
            found |= {stem + "ї": name, stem + "и": name, stem + "і": name}
        else:
            found[name + "а"] = name
    return found | {"павла": "павло" if "павло" in names else "павел"}


GENITIVE_OF_MEN, GENITIVE_OF_WOMEN = genitives(MEN), genitives(WOMEN)


def nominative(name: str, *, is_subject: bool = False) -> str:
    """A full name that ends a phrase, in the nominative; the phrase unchanged where no first name tells.

    A subject is in the nominative: "Валерія Гонтарева" is no form of Валерій.
    """
    parts = name.split()
    if len(parts) < 2 or not parts[-1][:1].isupper():
        return name
    first = parts[-2].casefold()
    if is_subject and (first in WOMEN or first in MEN):
        return name
    for forms, endings in ((GENITIVE_OF_MEN, SURNAMES_OF_MEN), (GENITIVE_OF_WOMEN, SURNAMES_OF_WOMEN)):
        plain = forms.get(first)
        if plain is None:
            continue
        surname = parts[-1]
        for ending, bare in endings:
            if surname.endswith(ending) and len(surname) - len(ending) > 1:
                surname = surname[: len(surname) - len(ending)] + bare
                break
        return " ".join([*parts[:-2], plain.capitalize(), surname])
    return name
