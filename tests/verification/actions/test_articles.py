"""Texts that correct an earlier article."""

from __future__ import annotations

import pytest

from tests.factories import ArticleFactory, ProjectFactory, member
from verification.actions.articles import add_text
from verification.exceptions import Invalid
from verification.models import Article, AuditEvent, Project
from verification.vocabulary import Role

pytestmark = pytest.mark.django_db

TEXT = "Forty soldiers were killed in the northern village on Monday, the ministry said."
CORRECTED = TEXT.replace("Forty", "Fourteen")


@pytest.fixture
def earlier(project: Project) -> Article:
    return add_text(project, text=TEXT, by=None)[0]


def test_a_corrected_text_is_a_new_article_that_names_the_one_it_corrects(project, earlier):
    curator = member(project, Role.CURATOR)
    article, is_new = add_text(project, text=CORRECTED, by=curator, corrects=earlier)
    assert is_new
    assert article.corrects == earlier
    earlier.refresh_from_db()
    assert earlier.text == TEXT
    event = AuditEvent.objects.get(kind="article.corrected")
    assert (event.subject_id, event.facts, event.actor) == (earlier.pk, {"correction": article.pk}, curator.pk)


def test_the_very_same_text_is_no_correction(project, earlier):
    with pytest.raises(Invalid, match="the very same text as before"):
        add_text(project, text=TEXT + "\r\n".strip(), by=None, corrects=earlier)
    third, _is_new = add_text(project, text="Another article about other things, said a witness.", by=None)
    with pytest.raises(Invalid, match=f"already, as article {third.pk}"):
        add_text(project, text=third.text, by=None, corrects=earlier)
    assert not Article.objects.filter(corrects__isnull=False).exists()


def test_an_article_corrects_none_of_another_project(project):
    with pytest.raises(Invalid, match="of its own project"):
        add_text(project, text=CORRECTED, by=None, corrects=ArticleFactory(project=ProjectFactory()))
