"""What a page puts around an article is told from the article."""

import pytest

from verification.extraction.passage import Kind, passages
from verification.text.boilerplate import furniture, kind_of
from verification.text.segment import paragraphs
from verification.text.span import Span

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
    "Global health desk, 11 January 2023": "byline",
    "Follow A. Writer on Twitter @awriter.": "sharing",
    "On Twitter follow A. Writer https://twitter.com/awriter": "sharing",
    "Twitter: @awriter.": "sharing",
    "Like us on Facebook": "sharing",
    "Find her on Instagram and X": "sharing",
    "Story continued below": "navigation",
    "Skip advertisement": "navigation",
    "SCROLL DOWN FOR VIDEO": "navigation",
    "Share | Tweet | Get alerts | Most read in Oldford": "sharing",
    "For more information: contact the harbour office.": "notice",
    "Scroll down to continue": "navigation",
    "Continue reading the main story": "navigation",
    "We Are Sorry, This video is restricted from playing in your location": "navigation",
    "This video has been removed.": "navigation",
    "Please enable JavaScript to view the comments": "navigation",
    "FULL TEXT.": "navigation",
    "-30-": "navigation",
    "(AP)": "navigation",
    "(Subscribe to our podcast on every platform.)": "newsletter",
    "Want to know more? Sign up for the morning letter.": "newsletter",
    "A. Sample via Getty Images.": "credit",
    "A. Sample/Reuters": "credit",
    "(AP Photo/A. Sample, File)": "credit",
    "Photographs by our staff": "credit",
    "(Photo by A. Sample)": "credit",
    "Getty Images": "credit",
    "A. Bell, C. Dunn and E. Fell contributed research to this report.": "byline",
    "Contributing: A. Sample, Oldford Record.": "byline",
    "--additional reporting by A. Sample.": "byline",
    "Watch a clip of the interview above.": "teaser",
    "Read the full letter here.": "teaser",
    "MORE: What the vote decides": "teaser",
    "RELATED STORY: What the vote decides": "teaser",
    "ALSO ON THE COURIER": "teaser",
    "(Adds comment from the mayor, background)": "notice",
    "This is a developing story and will be updated.": "notice",
    "Please check back for updates.": "notice",
    "More to follow.": "notice",
    "Reprinted with permission of the publisher.": "notice",
    "Feedback? Tell the desk what to look at next.": "notice",
    "This material may not be published, broadcast, rewritten or redistributed.": "notice",
    "Reach the desk by phone, or e-mail us at desk@example.org.": "notice",
    "This post has been updated with comments from the council, which sent them on Tuesday night after the "
    "first version of it had been read, and with a word from the harbour master, who was away until then.": "notice",
    "Correction: An earlier version of this article misstated the length of the bridge.": "notice",
    "An earlier version of this story gave the wrong year.": "notice",
    "(Additional reporting by A. Bell and C. Dunn; Editing by E. Fell)": "byline",
    "October 5, 2015 / 4:15 PM / 2 years ago": "byline",
    "Reuters Staff": "byline",
    "Oldford Record Published Monday, November 12, 2001": "byline",
    "01 February 2010 Norland": "byline",
    "The Associated Press": "byline",
    "FROM WIRE REPORTS": "byline",
    "-- OLDFORD (AFP)": "byline",
    "28 октября 2020 г., 14:10": "byline",
    "Время публикации: 21 августа 2013 г.": "byline",
    "Le 4 mai 2021 à 14h30": "byline",
    "سه‌شنبه، ۱۷ اردیبهشت ۱۳۹۸": "byline",
    "More on this: Africa | Bridges": "labels",
    "Oldford, Norland (CNN)": "byline",
    "A. Bell, BBC News, Oldford": "byline",
    "From our correspondent in Oldford": "byline",
    "Staff Reporter": "byline",
    "A guard at the bridge [File: Reuters]": "byline",
    "Source: Oldford Record and agencies": "credit",
    "[ENDS]": "navigation",
    "Email this to a friend": "navigation",
    "Printable version": "navigation",
    "You are here: Home » News": "navigation",
    "Our Standards: The Thomson Reuters Trust Principles.": "navigation",
    "This article is more than 10 years old": "navigation",
    "Modifié le : 03/05/2019": "byline",
    "Par Le Courrier avec AFP": "byline",
    "Por: Desk Editor @desk": "byline",
    "Oldford | 5 de diciembre de 2017": "byline",
    "05 DIC 2017 - 10:30 CET": "byline",
    "МОСКВА, 5 мая. /ТАСС/.": "byline",
    "Київ. 5 травня. Інтерфакс-Україна": "byline",
    "14:05, 5 мая 2019": "byline",
    "یکشنبه ۱۵ اردیبهشت ۱۳۹۸ - ۱۴:۰۵": "byline",
    "الأحد 5 مايو 2019": "byline",
    "القاهرة - رويترز": "byline",
    "Redacción": "byline",
    "Источник: ТАСС": "credit",
    "مصدر الصورة: رويترز": "credit",
    "Время чтения: 2 минуты": "navigation",
    "Tiempo de lectura: 3 min": "navigation",
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
    "Followers of the cleric met on Facebook before the attack.",
    "Twitter: the company has closed 40,000 accounts, it said.",
    "The photograph shows a soldier beside the bodies.",
    "Photographs by satellite show that the camp was burned.",
    "Reuters/Ipsos found that 40 percent of voters agree.",
    "Getty sold the picture for 4 million dollars.",
    "She contributed 2,700 dollars to the campaign.",
    "The story has been told many times, and it is false.",
    "Update: The army says that four of its men died.",
    "Correction of the count took the police a week.",
    "More details of the raid came from the ministry, which denied it.",
    "Developing countries lost 4 billion dollars.",
    "The video has been removed from the site by the police.",
    "Watch lists hold 4,000 names, the minister said.",
    "Subscribers fell by half in 2015, the company reported.",
    "The Associated Press reported two deaths",
    "Reuters staff left Oldford on Monday",
    "Seven were killed in Oldford (AFP)",
    "28 октября 2020 г. мост закрыли",
    "Источник: трое погибли при взрыве",
    "Source: three died in the blast",
    "Source of the Nile blocked",
    "Breaking news editors found 40 errors",
    "This article is banned in Norland",
    "Ends of the bridge fell",
    "Reporters were arrested",
    "The minister resigned (Nairobi)",
    "Lecture de 40 pages devant la cour",
    "Por Lima pasaron 40 soldados",
    "Мост закрыли. 5 мая. Погибли двое",
    "El puente cayó el 5 de diciembre",
    "رويترز: 40 قتيلا",
    "El 4 de mayo cerraron el puente",
    "۱۷ اردیبهشت پل بسته شد",
    "Ending by force what began in March, the army took the town.",
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


ARTICLE = (
    "The bridge at Oldford fell on Monday.\n\nTwo men were hurt, the council said.\n\n"
    "The council had closed it in March.\n\nIts mayor, Bell, denies that anybody knew of the cracks.\n\n"
)
CLOSING = [
    "Dunn reported from Newton.",
    "Dunn reported from Newton, N.Y.; Fell, from Oldford.",
    "Agency writers A. Dunn in Newton and C. Fell contributed from Westford.",
    "Dunn reported from Newton. Agency writer C. Fell contributed from Oldford.",
    "Alan Dunn is the author of Bridges and a member of the Courier’s Board of Contributors.",
    "Alan Dunn, a law professor, is a contributing editor of The Courier. Follow him on Twitter at @dunn.",
    "Dunn is a Newton-based reporter for The Courier.",
    "Alan Dunn is Senior Editor-at-Large at The Courier. His new book is out in May.",
    "Alan Dunn covers health for The Courier.",
    "Alan Dunn edits “The Bridge” for The Courier.",
]
TOLD_LAST = [
    "Dunn reported from Newton that 40 people had drowned.",
    "Dunn contributed 40 pounds to the campaign of the mayor.",
    "Bell is a professor of law and a member of the board of the mill.",
    "Dunn Radio reports that the letter was sent from Newton to Oldford.",
    "Alan Dunn is a professor at Newton. Two of the pillars were cracked, the council found.",
    "Dunn is accused of having sold the steel to the author of the plan.",
]


@pytest.mark.parametrize("line", CLOSING)
def test_who_else_reported_and_who_the_author_is_is_furniture_at_the_end_alone(line):
    assert found(ARTICLE + line) == {line: "byline"}
    assert found(f"Oldford mourns its bridge\n\n{line}\n\n{ARTICLE}{ARTICLE.replace('.', ' too.')}") == {}


@pytest.mark.parametrize("line", TOLD_LAST)
def test_what_an_article_tells_last_is_no_furniture(line):
    assert found(ARTICLE + line) == {}


def test_credits_behind_the_last_sentence_are_furniture_and_the_sentence_is_not():
    last = "The mill stands since 1840. Dunn reported from Newton. Fell contributed to this report."
    assert found(ARTICLE + last) == {
        "Dunn reported from Newton.": "byline",
        "Fell contributed to this report.": "byline",
    }


@pytest.mark.parametrize(
    "by", ["By our bridges editor May 4, 2022", "By Alan Dunn, 4 May 2022", "By our Oldford correspondent"]
)
def test_a_byline_that_the_headline_ran_on_into_is_furniture_and_the_headline_is_not(by):
    text = f"The council agrees on little else {by}\n\nThe bridge at Oldford fell on Monday."
    assert found(text) == {by: "byline"}
    (headline, below) = passages(text, without=[Span(f.start, f.end) for f in furniture(text, paragraphs(text))])
    assert (headline.text, headline.kind) == ("The council agrees on little else", Kind.HEADING)
    assert text[below.start : below.end] == below.text == "The bridge at Oldford fell on Monday."


def test_whom_a_headline_tells_of_behind_by_is_no_byline():
    assert found("Bridge Sold By Alan Dunn\n\nThe bridge fell.") == {}
    assert found("Bridge to be closed by the council\n\nThe bridge fell.") == {}


def test_headlines_below_related_are_teasers_until_prose_goes_on():
    links = "Related:\n\nMayor Resigns Over Fallen Bridge.\n\nWhat The Council Knew In March"
    text = f"{ARTICLE}{links}\n\nThe harbour stays closed until May, the council said."
    assert found(text) == dict.fromkeys(links.split("\n\n"), "teaser")


def test_who_posted_what_and_when_is_furniture_and_the_post_is_not():
    text = "I sold the mill in 2014. GET OUR NEWSLETTER — The Mayor (@mayor) May 4, 2016."
    assert found(text) == {"GET OUR NEWSLETTER — The Mayor (@mayor) May 4, 2016.": "byline"}


def test_a_post_with_its_address_in_markup_among_the_last_paragraphs_is_no_link():
    post = (
        "<post>Two men died when the old bridge fell on Monday. Bell leads Dunn in Oldford https://example.org</post>."
    )
    assert found(ARTICLE + post) == {}
