"""What a page puts around an article is told from the article."""

import pytest

from verification.text.boilerplate import furniture, kind_of
from verification.text.segment import paragraphs

FURNITURE = {
    "Leave a comment": "comments",
    "3 Comments": "comments",
    "Required fields are marked *": "comments",
    "ارسال نظر": "comments",
    "Залишити коментар": "comments",
    "Deja un comentario": "comments",
    "12 shares 4 likes": "sharing",
    "8 views2 comments": "sharing",
    "Partager sur Facebook": "sharing",
    "Back to top": "navigation",
    "Home > World > Europe": "navigation",
    "© 2024 The Courier. All rights reserved.": "navigation",
    "Subscribe to our newsletter": "newsletter",
    "Подпишитесь на наш канал": "newsletter",
    "Photo: Harbour Authority": "credit",
    "REUTERS/Some Body": "credit",
    "عکس: خبرگزاری": "credit",
    "IN NUMBERS | What the vote decides": "teaser",
    "Read more: the bridge that fell": "teaser",
    "بیشتر بخوانید: پل چرا فرو ریخت": "teaser",
    "اقرأ أيضا: الجسر": "teaser",
    "Lire aussi : le pont": "teaser",
    "Download • 2.4 MB": "download",
    "By Desk Editor": "byline",
    "Tags: bridge, council": "labels",
    "Editor’s note: the text was shortened.": "notice",
    "The report: https://example.org/report": "link",
    "12 комментариев": "comments",
    "شارك هذا المقال على فيسبوك": "sharing",
    "2,4 тыс. просмотров": "sharing",
    "Accept all cookies": "navigation",
    "14:32 GMT": "navigation",
    "Story continues below": "navigation",
    "نور ولولئ": "navigation",
    "Все права защищены": "navigation",
    "Support our journalism": "newsletter",
    "You have 2 free articles left": "newsletter",
    "Читайте нас в телеграме": "newsletter",
    "Suivez-nous sur WhatsApp": "newsletter",
    "Síguenos en Telegram": "newsletter",
    "Image caption: the bridge before it fell": "credit",
    "Foto de archivo del puente": "credit",
    "With reporting by agencies in Oldford": "byline",
    "Mis à jour le 3 mai à 14 h": "byline",
    "Обновлено: 3 мая": "byline",
    "Детальніше: чому впав міст": "teaser",
    "برچسب‌ها: پل، شهرداری": "labels",
    "Exemple d’article écrit pour Attest, et non une dépêche.": "notice",
    "Статья-образец, написанная для Attest, а не новость.": "notice",
    "Nous utilisons des cookies pour mesurer l’audience.": "notice",
    "By the Harbour Desk, Oldford News": "byline",
    "May 4, 2022 | Metro | By Our Correspondent, Oldford": "byline",
    "4 May 2022 · 3 min read": "byline",
    "By a Bay Area court reporter | PUBLISHED: May 4, 2022 at 6:02 a.m.": "byline",
    "14 July 2023 — 5.00am": "byline",
    "Tue 3 Mar 2020 18.01 GMT": "byline",
    "World | 4 min read": "byline",
    "OLDFORD, 2 October (SAMPLE)": "byline",
    "Oldford, Aug 23 (SAMPLE)": "byline",
    "NEWTON, Norland, Sept. 3, 2021 (SAMPLE) —": "byline",
    "Words by Desk Editor • 12 minute read": "byline",
    "(Compiled by the Oldford and Newton desks; Editing by A. Sample)": "byline",
    "($1 = 0.89 euros)": "navigation",
    "($1 = 17.4590 Mexican pesos)": "navigation",
    "Times are local (BRT).": "navigation",
    "Related topics: Africa | Oldford": "labels",
    "Topics in this article: bridges": "labels",
    "More on this story: Who paid for the bridge?": "labels",
    "This essay appears in the print edition under the headline “Sums”.": "notice",
    "A version of this article appears in print on May 4, Section A, Page 1": "notice",
    "This column first appeared in The Courier.": "notice",
    "This live page is now closed. Times are local (BRT).": "notice",
    "We are closing this live blog now. Thanks for reading.": "notice",
    "That’s all for today.": "notice",
}
PROSE = [
    "By Tuesday the army had left the town.",
    "Comments by the minister angered the opposition.",
    "Video shows soldiers entering the square.",
    "Reuters reported the attack on Monday.",
    "Search teams found 12 bodies.",
    "The newsletter was founded in 1990 and has 4,000 readers.",
    "Follow-up talks are planned in Geneva.",
    "Downloads of the app rose by half after the attack.",
    "Share prices fell by 4 per cent.",
    "Support for local journalism fell by half.",
    "With contributions from abroad falling, the party sold its house.",
    "Por el 5 % de los votos perdió el escaño.",
    "Avec le 3 % des voix, le parti est éliminé.",
    "Publicado el informe, el ministro dimitió.",
    "Подписание договора отложено до марта.",
    "Live fire hit the square, witnesses said.",
    "Accepted cookies are kept for a year, the regulator found.",
    "By Monday the water had gone down in Oldford",
    "By December it had reached 64",
    "By the Army’s count, 40 died",
    "Two died on 4 May 2022",
    "The Army - 40 dead",
    "2 October: the bridge falls",
    "Killed in Oldford, May 4",
    "12 May 2022 – Three people died in a fire in Oldford",
    "July 4, 2021: Army retakes the town",
    "14:05 The minister resigns",
    "Written by the Ministry of Health, it was denied at once.",
    "The live page was closed by the ministry.",
    "The essay appeared in March and was banned.",
    "Related deaths rose: 40 in March.",
    "Police of the two houses of Congress: 30.",
]


@pytest.mark.parametrize("line", FURNITURE)
def test_a_line_of_furniture_has_its_kind(line):
    assert kind_of(line) == FURNITURE[line]


@pytest.mark.parametrize("line", PROSE)
def test_prose_that_begins_alike_is_no_furniture(line):
    assert kind_of(line) is None


def found(text: str) -> dict[str, str]:
    return {text[f.start : f.end]: f.reason for f in furniture(text, paragraphs(text))}


def test_what_follows_the_comment_form_and_the_list_of_sources_belongs_to_it():
    text = (
        "The bridge fell on Monday.\n\nNobody was hurt, the council said.\n\nSources:\n\n• Council minutes, March\n"
        "• https://example.org\n\n2 Comments\n\nI always knew it would fall"
    )
    assert set(found(text).values()) == {"sources", "comments"}
    assert "The bridge fell on Monday." not in found(text)
    assert found(text)["I always knew it would fall"] == "comments"


def test_a_headline_that_comes_again_is_furniture_once():
    text = "Bridge at Oldford falls, nobody hurt\n\nThe bridge fell on Monday.\n\nBridge at Oldford falls - nobody hurt"
    assert found(text) == {"Bridge at Oldford falls - nobody hurt": "repeat"}
