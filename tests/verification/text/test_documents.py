"""Files as they come: kinds, encodings, hostile ones, and words for the person where one cannot be read."""

from contextlib import suppress
from datetime import date

import pytest

from verification.text.documents import DocumentKind, Unreadable, read

PAGE = """<!doctype html><html lang="en-GB"><head><meta charset="{charset}"><title>Bridge closed - The Courier</title>
<meta property="og:site_name" content="The Courier"><meta name="author" content="City Desk">
<meta property="article:published_time" content="2024-03-05T10:00:00Z">
<link rel="canonical" href="https://courier.example/bridge"></head><body><nav>Home | News | Sport</nav><article>
<h1>Bridge closed</h1><p>The bridge at Oldford was closed on Tuesday after inspectors found cracks in two of its
pillars, the council said.</p><p>André Bell, an engineer, said that it was 40 years old and had not been repaired
since it was opened, and that the council had known of the danger for a year.</p></article>
<footer>Copyright</footer></body></html>"""

SENTENCES = {
    "cp1251": "Армия заявила в понедельник, что взяла деревню, жители это отрицают.",
    "koi8-r": "Армия заявила в понедельник, что взяла деревню, жители это отрицают.",
    "cp1252": "L’armée a déclaré lundi avoir pris le village près de la forêt.",
    "cp1250": "Żołnierze zajęli wieś w poniedziałek, powiedział rzecznik.",
    "cp1256": "قال الجيش يوم الاثنين إنه سيطر على القرية ونفى السكان ذلك",
    "utf-16": "The army said on Monday that it had taken the village – “all of it”.",
    "utf-16-le": "The army said on Monday that it had taken the village.",
    "utf-16-be": "The army said on Monday that it had taken the village.",
    "utf-8": "ارتش گفت که روستا را گرفته است 🙂",
}


@pytest.mark.parametrize("encoding", SENTENCES)
def test_the_encoding_of_a_text_is_found(encoding):
    assert read(SENTENCES[encoding].encode(encoding), "article.txt").text == SENTENCES[encoding]


def test_a_byte_order_mark_stays_in_the_raw_text_for_normalising_to_take_out():
    assert read("﻿Hello there".encode(), "a.txt").text == "﻿Hello there"


@pytest.mark.parametrize("charset", ["utf-8", "windows-1252", "iso-8859-1"])
def test_a_page_gives_its_article_in_paragraphs_and_what_it_says_of_itself(charset):
    document = read(PAGE.format(charset=charset).encode("cp1252" if charset != "utf-8" else "utf-8"), "bridge.html")
    assert document.kind is DocumentKind.HTML
    assert document.text.split("\n\n")[-1].startswith("André Bell, an engineer, said")
    assert "Sport" not in document.text
    assert document.title == "Bridge closed"
    assert (document.language, document.published_on) == ("en-GB", date(2024, 3, 5))
    assert (document.byline, document.outlet) == ("City Desk", "The Courier")
    assert document.url == "https://courier.example/bridge"


def test_a_page_without_an_article_gives_what_text_it_has():
    assert read(b"<html><body><div>Short note only</div></body></html>", "a.htm").text == "Short note only"


def test_a_file_without_a_suffix_is_known_by_its_beginning():
    assert read(b"<!DOCTYPE html><html><body><p>Short note only</p></body></html>", "page").kind is DocumentKind.HTML
    assert read(b"Short note only", "note").kind is DocumentKind.TEXT


def test_markdown_becomes_plain_paragraphs_and_its_first_heading_the_title():
    document = read(
        b"# The *title*\n\nOne\nline, [a link](https://x.example).\n\n- first\n- **second**\n\n## More", "a.md"
    )
    assert document.title == "The title"
    assert document.text == "The title\n\nOne line, a link.\n\n• first\n\n• second\n\nMore"


REFUSED = {
    "empty.txt": (b"", "empty"),
    "blank.txt": (b" \n\t\n", "empty"),
    "zeros.txt": (b"abc\x00def\x00\x00ghi", "not a text file"),
    "noise.txt": (bytes(range(1, 256)) * 20, "not a text file"),
    "dots.txt": (b"... !!! ...", "no text"),
    "article.pdf": (b"%PDF-1.7 ...", "damaged"),
    "named-wrongly.txt": (b"PK\x03\x04....", "packed"),
    "sheet.xlsx": (b"PK\x03\x04" + bytes(26) + b"[Content_Types].xml xl/workbook.xml", "Excel"),
    "article.docx": (b"words", ".docx"),
    "old.doc": (b"\xd0\xcf\x11\xe0", "old Word"),
    "named.pdf": (b"words", ".pdf"),
    "blank.html": (b"<html><body><script>var a</script></body></html>", "No article text"),
    "marks.md": (b"*" * 5000, "no text"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_a_file_that_cannot_be_read_says_why_and_what_to_do(name):
    data, word = REFUSED[name]
    with pytest.raises(Unreadable, match=word) as refused:
        read(data, name)
    assert str(refused.value).endswith(".")
    assert len(str(refused.value).split(". ")) >= 2 or "and" in str(refused.value)


def test_a_file_above_the_limit_is_refused_with_the_limit():
    with pytest.raises(Unreadable, match="2 MB"):
        read(b"a" * (2 * 1024 * 1024 + 1), "long.txt", limit=2 * 1024 * 1024)


@pytest.mark.parametrize(
    "data",
    [
        b"<div>" * 30_000 + b"words",
        b"<p " + b"a=" * 20_000,
        b"<!doctype html>" + b"&amp" * 20_000,
        b"<?xml version='1.0'?>",
    ],
    ids=["deep", "attributes", "entities", "declaration"],
)
def test_a_hostile_page_is_read_or_refused(data):
    with suppress(Unreadable):
        assert read(data, "a.html").text


def test_what_a_page_says_about_itself_is_kept_within_bounds() -> None:
    page = PAGE.format(charset="utf-8").replace('lang="en-GB"', f'lang="en{"-abcdefgh" * 9}"')
    page = page.replace("<title>", f'<link rel="canonical" href="https://courier.example/{"a" * 3000}"><title>')
    page = page.replace("Bridge closed", "Bridge closed " * 90)
    document = read(page.encode(), "page.html")
    assert (document.language, document.url) == (None, None)
    assert document.title is not None
    assert (len(document.title), document.title[-1]) == (300, "…")


def test_a_heading_that_runs_on_is_cut_to_a_title() -> None:
    document = read(b"# " + b"The bridge is closed. " * 900, "bridge.md")
    assert document.title is not None
    assert len(document.title) == 300
