import pytest
from django.db import connection

from tests.factories import ArticleFactory, ClaimFactory
from verification.models import Claim

pytestmark = pytest.mark.django_db


def found(words: str) -> set[str]:
    return set(Claim.objects.saying(words).values_list("statement", flat=True))


@pytest.fixture
def statements():
    article = ArticleFactory()
    said = {
        "bridge": "The bridge at the northern ford was closed on Friday.",
        "school": "The school's roof fell in on Friday.",
        "persian": "کیلومتری از پل بسته شد.",
    }
    for statement in said.values():
        ClaimFactory(article=article, statement=statement)
    return said


def test_every_word_must_be_there_in_any_order(statements):
    assert found("friday bridge") == {statements["bridge"]}
    assert found("friday") == {statements["bridge"], statements["school"]}
    assert found("friday harbour") == set()


def test_the_beginning_of_a_word_finds_it(statements):
    assert found("nor clo") == {statements["bridge"]}


def test_arabic_and_persian_letters_count_as_the_same(statements):
    assert found("كيلومتری") == {statements["persian"]}


@pytest.mark.parametrize(
    "words", ["school's", "'school", "roof'", "\\roof", "roof\\", "& | ! ( ) : * roof", "\x00roof"]
)
def test_signs_of_the_query_language_are_only_signs(statements, words):
    assert found(words) == {statements["school"]}


def test_no_words_are_no_condition(statements):
    assert found("  ") == set(statements.values())


def test_the_search_uses_its_index(statements):
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL enable_seqscan = off")
    assert "claim_statement_words" in Claim.objects.order_by().saying("bridge").explain()
