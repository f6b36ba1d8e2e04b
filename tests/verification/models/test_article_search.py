"""Articles are found by the beginnings of words of their title and text, through the index."""

import pytest
from django.db import connection

from tests.factories import ArticleFactory
from verification.models import Article
from verification.models.full_text import HEAD

pytestmark = pytest.mark.django_db


def found(words: str) -> set[str]:
    return set(Article.objects.saying(words).values_list("title", flat=True))


@pytest.fixture
def articles():
    ArticleFactory(title="Bridge", text="The northern ford was closed on Friday.")
    ArticleFactory(title="مدرسه", text="سقف مدرسه روز جمعه فرو ريخت.")
    ArticleFactory(title="Not read yet", text=None, state="received")


def test_title_and_text_are_looked_into(articles):
    assert found("bridge ford") == {"Bridge"}
    assert found("fri clo") == {"Bridge"}
    assert found("yet") == {"Not read yet"}
    assert found("bridge friday school") == set()
    assert len(found("")) == 3


def test_letters_that_keyboards_mix_are_the_same(articles):
    assert found("ریخت") == found("ريخت") == {"مدرسه"}


def test_what_a_person_types_is_never_an_error(articles):
    for typed in ("'", "\\", "a & | b", "\x00", ":*", "(" * 50, "word " * 100):
        found(typed)


def test_a_very_long_text_is_kept_and_found_by_its_beginning():
    words = " ".join(f"w{number}x" for number in range(HEAD // 4))
    ArticleFactory(title="Long", text=f"{words} behind")
    assert found("w17x") == {"Long"}
    assert found("behind") == set()


def test_the_index_serves_it():
    with connection.cursor() as cursor:
        cursor.execute("SELECT prosrc FROM pg_proc WHERE proname = 'attest_articles_saying'")
        asks = cursor.fetchone()[0].replace("@@ query", "@@ 'bridge'::tsquery")
        cursor.execute("SET LOCAL enable_seqscan = off")
        cursor.execute(f"EXPLAIN {asks}")
        assert "article_words" in str(cursor.fetchall())
