import pytest

from annotate.paging import most_urgent_first, newest_first
from tests.factories import ArticleFactory, ClaimFactory, ProjectFactory
from verification.models import Article, Claim

pytestmark = pytest.mark.django_db


def test_pages_by_id_hold_every_row_once_newest_first():
    project = ProjectFactory()
    articles = [ArticleFactory(project=project) for _ in range(5)]
    seen, before = [], None
    while True:
        page = newest_first(Article.objects.all(), before=before, size=2)
        seen += page.rows
        before = page.next
        if before is None:
            break
    assert seen == articles[::-1]


def test_a_last_page_that_is_full_names_no_next_one():
    [ArticleFactory() for _ in range(2)]
    assert newest_first(Article.objects.all(), before=None, size=2).next is None


@pytest.mark.parametrize("before", ["", "x", "-1", "٣", "9" * 19, "9" * 40, "1e3"])
def test_an_unusable_key_is_the_first_page(before):
    article = ArticleFactory()
    assert newest_first(Article.objects.all(), before=before).rows == [article]


def test_claims_are_paged_by_urgency_with_equals_in_order_of_id():
    article = ArticleFactory()
    scores = [0.1, 0.7, 0.7, 0.1 + 0.2, 0.7]
    claims = [ClaimFactory(article=article, urgency=score) for score in scores]
    expected = [claims[1], claims[2], claims[4], claims[3], claims[0]]
    seen, after = [], None
    for _page in range(5):
        page = most_urgent_first(Claim.objects.all(), after=after, size=1)
        seen += page.rows
        after = page.next
    assert seen == expected
    assert after is None


@pytest.mark.parametrize("after", ["", "0.5", ":", "x:1", "nan:x", "0.5:-3"])
def test_an_unusable_position_is_the_first_page(after):
    claim = ClaimFactory()
    assert most_urgent_first(Claim.objects.all(), after=after).rows == [claim]


def test_the_way_back_leads_through_the_same_pages():
    project = ProjectFactory()
    articles = [ArticleFactory(project=project) for _ in range(5)][::-1]
    rows = Article.objects.all()
    first = newest_first(rows, before=None, size=2)
    second = newest_first(rows, before=first.next, size=2)
    third = newest_first(rows, before=second.next, size=2)
    assert (first.rows, second.rows, third.rows) == (articles[:2], articles[2:4], articles[4:])
    assert first.previous is None
    assert newest_first(rows, before=None, after=third.previous, size=2) == second
    assert newest_first(rows, before=None, after=second.previous, size=2) == first


def test_the_way_back_by_urgency_leads_through_the_same_pages():
    article = ArticleFactory()
    for score in (0.7, 0.7, 0.1 + 0.2, 0.7, 0.1):
        ClaimFactory(article=article, urgency=score)
    rows = Claim.objects.all()
    first = most_urgent_first(rows, after=None, size=2)
    second = most_urgent_first(rows, after=first.next, size=2)
    third = most_urgent_first(rows, after=second.next, size=2)
    assert first.previous is None
    assert most_urgent_first(rows, after=None, before=third.previous, size=2) == second
    assert most_urgent_first(rows, after=None, before=second.previous, size=2) == first
    assert most_urgent_first(rows, after=None, before="nan:x", size=2) == first
