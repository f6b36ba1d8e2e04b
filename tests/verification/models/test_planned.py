import signal
from contextlib import suppress

import pytest
from django.db import IntegrityError, connection, transaction
from django.db.models import QuerySet
from django.test.utils import CaptureQueriesContext

from tests.factories import ArticleFactory
from verification.models import Article
from verification.models.planned import Question, ask, ask_together, in_one_piece, leave
from verification.models.prepared import Prepared

pytestmark = pytest.mark.django_db

THOSE = (
    "SELECT id FROM verification_article WHERE id = ANY(%(articles)s::bigint[]) OR id = %(one)s OR title = %(title)s"
)


def kept() -> list[tuple[int]]:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT generic_plans + custom_plans FROM pg_prepared_statements WHERE statement LIKE 'SELECT id%'"
        )
        return cursor.fetchall()


def test_it_is_planned_once_for_whatever_it_is_asked_with():
    Article.objects.bulk_create([ArticleFactory.build(project=ArticleFactory().project, title="Flood", pk=2**33)])
    (before,) = ask("SELECT count(*) FROM verification_article WHERE title = %(title)s", {"title": "Flood"})
    assert before == (1,)
    for articles, one, title in (([-7], -1, ""), ([2**33], 2**20, ""), ([-5], 2**33, "x"), ([2**40], -3, "Flood")):
        found = ask(THOSE, {"articles": articles, "one": one, "title": title})
        assert found == ([(2**33,)] if 2**33 in (*articles, one) or title == "Flood" else [])
    assert kept() == [(4,)]


def test_the_first_rows_of_many_are_planned_for_what_is_asked():
    @Prepared
    def one(title: str) -> QuerySet[Article]:
        return Article.objects.filter(title=title).only("pk")[:1]

    @Prepared
    def some(title: str) -> QuerySet[Article]:
        return Article.objects.filter(title=title).only("pk")[:15]

    @Prepared.of_few
    def few(title: str) -> QuerySet[Article]:
        return Article.objects.filter(title=title).only("pk")[:15]

    def plans() -> int:
        with connection.cursor() as cursor:
            cursor.execute("SELECT count(*) FROM pg_prepared_statements")
            return cursor.fetchone()[0]

    before = plans()
    assert some.rows(title="Flood") == []
    assert plans() == before
    assert one.rows(title="Flood") == []
    assert plans() == before + 1
    assert few.rows(title="Flood") == []
    assert plans() == before + 2


def test_where_statements_are_written_down_it_is_to_be_read_with_what_was_given():
    with CaptureQueriesContext(connection) as captured:
        assert ask(THOSE, {"articles": [7], "one": 8, "title": "it's"}) == []
    assert "id = 8 OR title = 'it''s'" in captured.captured_queries[0]["sql"]


def test_a_percent_sign_stands_for_itself_and_a_name_for_one_value_wherever_it_stands():
    ((found, same),) = ask("SELECT '7 %%' LIKE '%%%%', %(one)s::bigint + %(two)s - %(one)s", {"two": 2, "one": 1})
    assert (found, same) == (True, 2)


def test_questions_are_asked_together_and_each_sees_what_those_before_it_wrote():
    article = ArticleFactory(title="Flood")
    renamed = Question(
        sql="UPDATE verification_article SET title = %(title)s WHERE id = %(article)s RETURNING id",
        given={"title": "Fire", "article": article.pk},
        read=lambda rows: [pk for (pk,) in rows],
    )
    titled = Question(
        sql="SELECT title FROM verification_article WHERE id = %(article)s", given={"article": article.pk}, read=list
    )
    assert ask_together(titled, renamed, titled) == [[("Flood",)], [article.pk], [("Fire",)]]
    assert ask_together(titled) == [[("Fire",)]]
    assert ask_together() == []


def test_where_one_of_them_is_refused_those_behind_it_are_not_asked_and_nothing_is_kept():
    article = ArticleFactory(title="Flood")
    renamed = Question(
        sql="UPDATE verification_article SET title = 'Fire' WHERE id = %(article)s",
        given={"article": article.pk},
        read=len,
    )
    refused = Question(
        sql="INSERT INTO verification_project (id) VALUES (%(project)s)",
        given={"project": article.project_id},
        read=len,
    )
    with pytest.raises(IntegrityError, match="null value"), transaction.atomic():
        ask_together(renamed, refused, renamed)
    assert Article.objects.get(pk=article.pk).title == "Flood"
    assert ask_together(*[THEIR_NUMBER] * 2) == [1, 1]


def test_however_much_is_asked_and_answered_neither_side_waits_for_the_other():
    words = "flood " * 500_000  # of which neither side's network takes in as much at once
    echo = Question(sql="SELECT %(words)s::text", given={"words": words}, read=lambda rows: rows == [(words,)])
    assert ask_together(*[echo] * 8) == [True] * 8


@pytest.mark.django_db(transaction=True)
def test_a_transaction_is_begun_once_with_the_first_that_are_asked_together():
    article = ArticleFactory(title="Flood")
    renamed = Question(
        sql="UPDATE verification_article SET title = 'Fire' WHERE id = %(article)s RETURNING id",
        given={"article": article.pk},
        read=len,
    )
    notices = []
    connection.connection.add_notice_handler(lambda notice: notices.append(notice.message_primary))
    with transaction.atomic():
        assert ask_together(THEIR_NUMBER, renamed, THEIR_NUMBER) == [1, 1, 1]
        transaction.set_rollback(True)
    assert notices == []
    assert Article.objects.get(pk=article.pk).title == "Flood"


THEIR_NUMBER = Question(
    sql="SELECT count(*) FROM verification_article", given={}, read=lambda rows: rows[0][0] if rows else None
)


def renaming(article: Article, title: str) -> Question[int]:
    return Question(
        sql="UPDATE verification_article SET title = %(title)s WHERE id = %(article)s RETURNING id",
        given={"title": title, "article": article.pk},
        read=len,
    )


def the_titles() -> list[str]:
    return list(Article.objects.order_by("pk").values_list("title", flat=True))


def test_what_is_left_is_asked_before_whatever_is_asked_next():
    article = ArticleFactory(title="Flood")
    heard = []
    titled = Question(
        sql="SELECT title FROM verification_article WHERE id = %(article)s",
        given={"article": article.pk},
        read=lambda rows: heard.append(rows[0][0]),
    )
    with transaction.atomic(), in_one_piece():
        leave(renaming(article, "Fire"), titled)
        assert heard == []
        assert the_titles() == ["Fire"]
        leave(renaming(article, "Storm"), titled)
        assert ask_together(renaming(article, "Drought"), THEIR_NUMBER) == [1, 1]
        leave(titled)
        assert heard == ["Fire", "Storm"]
    assert heard == ["Fire", "Storm", "Drought"]
    leave(renaming(article, "Rain"))
    assert the_titles() == ["Rain"]


@pytest.mark.django_db(transaction=True)
def test_what_is_left_last_is_committed_with_it():
    article = ArticleFactory(title="Flood")
    done = []
    with transaction.atomic(), in_one_piece():
        leave(renaming(article, "Fire"))
        transaction.on_commit(lambda: done.append(the_titles()))
    assert done == [["Fire"]]
    with transaction.atomic():
        with transaction.atomic(), in_one_piece():  # the transaction goes on
            leave(renaming(article, "Storm"))
        transaction.set_rollback(True)
    assert the_titles() == ["Fire"]


@pytest.mark.django_db(transaction=True)
def test_where_a_piece_is_refused_nothing_of_it_is_kept_and_the_next_one_is_asked_as_ever():
    article = ArticleFactory(title="Flood")
    refused = Question(
        sql="INSERT INTO verification_project (id) VALUES (%(project)s)",
        given={"project": article.project_id},
        read=len,
    )
    # Found out by the COMMIT.
    orphaned = Question(
        sql="UPDATE verification_article SET project_id = %(project)s WHERE id = %(article)s RETURNING id",
        given={"project": article.project_id + 1, "article": article.pk},
        read=len,
    )
    for wrong, why in ((refused, "null value"), (orphaned, "foreign key")):
        with pytest.raises(IntegrityError, match=why), transaction.atomic(), in_one_piece():
            leave(renaming(article, "Fire"), wrong, renaming(article, "Storm"))
    with suppress(ZeroDivisionError), transaction.atomic(), in_one_piece():
        leave(renaming(article, "Fire"))
        raise ZeroDivisionError
    assert the_titles() == ["Flood"]
    with transaction.atomic(), in_one_piece():
        leave(renaming(article, "Fire"))
    assert the_titles() == ["Fire"]


def test_one_piece_stands_in_no_other():
    with in_one_piece(), pytest.raises(TypeError), in_one_piece():
        pass


@pytest.mark.django_db(transaction=True)
def test_a_connection_whose_answers_were_not_waited_for_is_used_no_more():
    ArticleFactory(title="Flood")
    sleep = Question(sql="SELECT pg_sleep(%(seconds)s)::text", given={"seconds": 3}, read=list)
    before = signal.signal(signal.SIGALRM, lambda *_signal: 1 / 0)
    signal.setitimer(signal.ITIMER_REAL, 0.2)
    try:
        with pytest.raises(ZeroDivisionError):
            ask_together(THEIR_NUMBER, sleep)
    finally:
        signal.signal(signal.SIGALRM, before)
    assert connection.connection.closed
    connection.close()
    assert ask_together(THEIR_NUMBER, THEIR_NUMBER) == [1, 1]
