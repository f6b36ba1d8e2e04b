"""Who speaks in the further ways of news in eight languages, and what in them is no claim."""

import pytest

from verification.extraction.engine import extract


def claimants(text: str, language: str) -> list[str | None]:
    return [claim.claimant for claim in extract(text, language)]


@pytest.mark.parametrize(
    ("language", "text", "who"),
    [
        ("ru", "В 2018 году Минобороны утверждало, что ракета принадлежала 53-й бригаде.", "Минобороны"),
        ("ru", "«Мы никого не сбивали и не стреляли», — говорил сам Лесин.", "Лесин"),
        ("ru", "Компания с таким выводом не согласилась и предложила 21 млн рублей.", "Компания"),
        ("ru", "Президент Сергей Лесин назвал аварию крупнейшей за 40 лет.", "Сергей Лесин"),
        ("ru", "Полиция Олдмута отвергала эти обвинения дважды.", "Полиция Олдмута"),
        ("ru", "Это на 14% меньше, чем прогнозировал Центробанк.", "Центробанк"),
        ("ru", "По оценке Всемирного банка, бедность выросла с 5% до 24%.", "Всемирный банк"),
        ("ru", "В компании «Норвал» причиной назвали просадку 14 опор.", "Норвал"),
        ("uk", "Місцеві жителі розповідають, що 14 людей загинули в березні.", "Місцеві жителі"),
        ("uk", "Це на 14% менше, ніж прогнозував Нацбанк.", "Нацбанк"),
        ("uk", "У Кремлі ці звинувачення відкинули.", "Кремл"),
        ("uk", "За оцінкою Світового банку, бідність зросла з 5% до 24%.", "Світовий банк"),
        ("fr", "La ministre d’alors, Anne Morel, admettait que 14 usines étaient polluées.", "Anne Morel"),
        ("fr", "Les syndicats affirmaient que 14 ouvriers étaient morts.", "Les syndicats"),
        ("fr", "L’avocat de la famille, Karim Rey, parle d’un « mensonge d’État ».", "Karim Rey"),
        ("es", "Clara Campo, líder de la oposición, lo desmintió: «Ganamos en 40 pueblos».", "Clara Campo"),
        ("es", "La empresa del puerto lo niega.", "La empresa del puerto"),
        ("es", "El Centro Norval, que observó la votación, las consideró falsas.", "Centro Norval"),
        ("es", "Según el informe que presentó en mayo el diputado Raúl Soto, murieron 40 presos.", "Raúl Soto"),
        ("fa", "رضا بهرامی، وزیر راه وقت، در خرداد از کشته شدن حدود ۲۰۰ نفر خبر داد.", "رضا بهرامی"),
        ("fa", "به قول صلیب سرخ، ۹۰ درصد کشته‌شدگان کودک بودند.", "صلیب سرخ"),
        ("prs", "چهار روز پس از آن وزارت صحت عامه اعلام کرد که ۱۰۰۰ تن کشته شده‌اند.", "وزارت صحت عامه"),
        ("prs", "کریم هاشمی، سرپرست این وزارت، علت اشتباه را دوباره‌شماری ۴۰ قریه خواند.", "کریم هاشمی"),
        ("prs", "سازمان ملل شمار قربانیان را ۵۳ تن خواند.", "سازمان ملل"),
        ("ps", "طالبانو وویل چې پوځ پر بازار ۱۴ مرمۍ توغولې دي.", "طالبان"),
        ("ps", "د کورنیو چارو وزارت ویاند کریم هاشمي وویل چې ۱۵۳ کسان مړه شوي.", "کریم هاشمي"),
        ("ps", "د والي ویاند کریم هاشمي بیا دا شمېر ۱۵۳ کسان یاد کړ.", "کریم هاشمي"),
        ("ps", "یوه ځایي اوسېدونکي وویل چې ۱۴ ماشومان په بازار کې وو.", "یو ځایي اوسېدونکی"),
        ("ar", "وقدّر تقرير للبنك أن ما انفجر لا يتجاوز ٥٥٢ طناً.", "تقرير للبنك"),
        ("ar", "أما وزارة الدفاع فقالت إن الطيران أصاب ١٤ مستودعاً.", "وزارة الدفاع"),
        ("ar", "وخلص محققو اللجنة إلى أن الجيش قتل ٤٠ مدنياً.", "محققو اللجنة"),
        ("ar", "ونفى الأمين العام للحزب ذلك نفياً قاطعاً.", "الأمين العام للحزب"),
        ("ar", "وأكّدت الوزارة أن ١٤ شخصاً قتلوا.", "الوزارة"),
    ],
)
def test_the_speaker_is_found_however_it_is_put(language, text, who):
    assert any(name and who in name for name in claimants(text, language)), claimants(text, language)


@pytest.mark.parametrize(
    ("language", "first", "then"),
    [
        ("uk", "Олег Синяк заявив, що 14 людей загинули.", "«Решта мають сліди катувань», — написав він у телеграмі."),
        ("uk", "Олег Синяк заявив, що 14 людей загинули.", "Також він додав, що серед них 5 дітей."),
        ("ru", "Олег Синяк заявил, что погибли 14 человек.", "Также он добавил, что среди них 5 детей."),
        ("fr", "Jean Morel a déclaré que 14 soldats étaient morts.", "Les 40 frontières sont fermées, a-t-il ajouté."),
        ("es", "Raúl Soto dijo que murieron 14 personas.", "Seis de los 40 presos, afirmó, estaban vivos."),
        ("ps", "کریم هاشمي وویل چې ۱۴ کسان مړه دي.", "نوموړي زیاته کړه چې ۱۳۸ نور ټپیان دي."),
        ("fa", "سازمان عفو بین‌الملل گفت که ۱۴ نفر کشته شدند.", "این سازمان می‌گوید ۴۰ نفر دیگر زخمی شدند."),
    ],
)
def test_he_and_this_body_are_whoever_spoke_before(language, first, then):
    found = claimants(f"{first} {then}", language)
    assert len(found) == 2
    assert found[0] == found[1] is not None


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fa", "هنوز روشن نیست چرا تماس‌ها بی‌پاسخ ماند."),
        ("fa", "این آمار را هیچ نهاد مستقلی تأیید نکرده است."),
        ("prs", "رئیس‌جمهور این حمله را به شدت محکوم کرد."),
        ("ps", "دغه شمېر لا تایید شوی نه دی."),
        ("ar", "ولم يتضح بعد مصير بقية الشحنة."),
        ("ar", "يا له من عار على العالم كله."),
        ("ar", "وتعهدت الحكومة بمحاسبة الفاعلين."),
        ("ru", "Сколько человек погибло при обстреле, пока неизвестно."),
        ("ru", "Вопросов к этой истории, разумеется, ещё много."),
        ("uk", "Світ має реагувати негайно."),
        ("uk", "На жаль, легких рішень немає."),
        ("fr", "Aucune source indépendante ne l’a confirmé."),
        ("fr", "Elle appelait les habitants à rester chez eux."),
        ("fr", "L’alliance a menacé d’employer la force."),
        ("es", "Los padres exigen que se abran los archivos."),
        ("es", "Ninguna fuente independiente lo ha confirmado."),
    ],
)
def test_what_nobody_knows_and_what_is_called_for_is_no_claim(language, text):
    assert claimants(text, language) == []


def test_a_sentence_to_prison_is_a_claim_although_the_verb_also_condemns():
    assert len(extract("دادگاه او را به ۱۴ سال زندان محکوم کرد.", "fa")) == 1


@pytest.mark.parametrize(
    ("language", "text", "tail"),
    [
        ("ru", "В понедельник погибли 14 человек.", "Читайте также: Что известно о пожаре Подписывайтесь на наш канал"),
        ("fr", "Lundi, 14 ouvriers sont morts.", "Lire aussi : Mode d’emploi Partager sur Facebook"),
        ("fa", "روز دوشنبه ۱۴ نفر کشته شدند.", "ارسال به دوستان نظرات کاربران (۱۲)"),
        ("ar", "قُتل ١٤ شخصاً يوم الاثنين.", "اقرأ أيضاً: صوامع القمح تنهار شارك المقال"),
        ("en", "Two men killed 14 people on Monday.", "Read also: What is known of the 40 fires"),
    ],
)
def test_furniture_run_on_behind_the_last_sentence_of_a_paragraph_is_left_out(language, text, tail):
    assert [claim.quote for claim in extract(f"{text} {tail}", language)] == [text]
