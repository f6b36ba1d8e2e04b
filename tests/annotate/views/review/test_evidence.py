"""Evidence, and claims that were missed, from the review page."""

import re

import pytest

from tests.annotate.views.people import words
from tests.annotate.views.review.forms import PHRASE, disputed, passage, url
from tests.factories import (
    ArticleFactory,
    BearingFactory,
    ClaimFactory,
    JudgementFactory,
)
from tests.verification.conftest import LINK, SUPPORTED
from verification.actions.annotations import submit
from verification.models import Annotation, Claim

pytestmark = pytest.mark.django_db


class TestEvidence:
    def test_a_suggested_passage_is_taken_without_a_stance(self, client, draft):
        bearing = BearingFactory(claim=draft.annotation.claim)
        Annotation.objects.update(shown_bearings=[bearing.pk])
        answer = client.post(url(draft), {"do": f"take:{bearing.pk}", "revision": 1, "rationale": "So far."})
        assert answer.headers["Location"].endswith("#evidence-0")
        taken = draft.annotation.draft().evidence.get()
        assert (taken.quote, taken.stance) == (bearing.quote, None)
        assert draft.annotation.draft().rationale == "So far."

    def test_taking_a_passage_twice_takes_it_once(self, client, draft):
        bearing = BearingFactory(claim=draft.annotation.claim)
        Annotation.objects.update(shown_bearings=[bearing.pk])
        form = passage(draft, start=bearing.start, end=bearing.end) | {"do": f"take:{bearing.pk}", "revision": 1}
        client.post(url(draft), form)
        assert draft.annotation.draft().evidence.count() == 1

    def test_the_evidence_of_a_resolved_claim_is_taken_over_without_what_was_thought_of_it(self, client, draft):
        settled = ClaimFactory(article=draft.annotation.claim.article, places=1, statement="It is open.")
        judging = JudgementFactory(annotation__claim=settled).annotation
        thought = LINK | {"outlet": "The port", "party": "The port", "outweighed": "It is old."}
        item = submit(judging, change=SUPPORTED | {"evidence": [LINK, thought]}, by=judging.person).evidence.last()
        Annotation.objects.filter(pk=draft.annotation_id).update(shown_evidence=[item.pk])
        [offered] = re.findall(
            r"<h3>Evidence of resolved claims.*?</section>", words(client.get(url(draft))), re.DOTALL
        )
        assert f'value="take:e{item.pk}"' in offered
        assert "It is open." in offered
        assert "upport" not in offered, "neither its verdict nor its stance"
        of_it = {"kind": "link", "url": item.url, "quote": item.quote, "outlet": "The port"}
        for form in ({}, {f"evidence-0-{name}": value for name, value in of_it.items()}):
            client.post(url(draft), form | {"do": f"take:e{item.pk}", "revision": 1})
        taken = draft.annotation.draft().evidence.get()
        assert (taken.url, taken.outlet, taken.quote) == (item.url, "The port", item.quote)
        assert (taken.stance, taken.party_words, taken.outweighed) == (None, None, None)

    def test_a_pasted_passage_is_found_by_its_words(self, client, draft):
        client.post(url(draft), {"do": "add-passage", "revision": 1, "new-quote": f" {PHRASE}\r\n"})
        found = draft.annotation.draft().evidence.get()
        assert (found.start, found.quote) == (draft.annotation.claim.article.text.index(PHRASE), PHRASE)

    def test_a_pasted_passage_that_is_not_there_stays_in_the_form_and_says_so(self, client, draft):
        answer = client.post(url(draft), {"do": "add-passage", "revision": 1, "new-quote": "Never written."})
        assert answer.status_code == 400
        assert "Never written." in words(answer)
        assert "These words do not stand in that article" in words(answer)

    def test_a_passage_of_another_article_is_added_to_what_the_draft_holds(self, client, draft):
        client.post(url(draft), disputed(draft, do="draft"))
        other = ArticleFactory(project=draft.annotation.claim.project, title="The register")
        form = {"do": "add-passage", "partial": "yes", "revision": 1, "new-article": other.pk, "new-quote": PHRASE}
        client.post(url(draft), form)
        kept = draft.annotation.draft()
        assert [item.article_id for item in kept.evidence.all()] == [draft.annotation.claim.article_id, other.pk]
        assert kept.rationale == "The dockers deny it."
        assert "The register" in words(client.get(url(draft)))

    def test_a_passage_of_another_project_is_not_there(self, client, draft):
        other = ArticleFactory()
        form = {"do": "add-passage", "partial": "yes", "revision": 1, "new-article": other.pk, "new-quote": PHRASE}
        assert client.post(url(draft), form).status_code == 400

    def test_the_title_of_another_projects_article_is_not_told_by_a_refused_form(self, client, draft):
        other = ArticleFactory(title="What the other project reads")
        answer = client.post(url(draft), passage(draft, article=other.pk) | {"do": "draft", "revision": 1})
        assert answer.status_code == 400
        assert other.title not in words(answer)

    @pytest.mark.parametrize("number", ["²", "9" * 5000, "-1", "one"])
    def test_what_is_no_number_is_refused_and_never_an_error_of_ours(self, client, draft, number):
        form = passage(draft, start=number) | {"do": "draft", "revision": 1}
        assert client.post(url(draft), form).status_code == 400
        form = passage(draft) | {"do": f"remove:{number}", "revision": 1}
        assert client.post(url(draft), form).status_code == 302
        assert draft.annotation.draft().evidence.count() == 1

    def test_a_piece_of_evidence_can_be_removed(self, client, draft):
        form = passage(draft) | {"do": "remove:0", "revision": 1}
        form |= {"evidence-1-kind": "link", "evidence-1-url": "https://archive.example/1"}
        client.post(url(draft), form)
        assert draft.annotation.draft().evidence.get().kind == "link"

    def test_articles_of_the_project_are_found_by_title_or_words(self, client, draft):
        project = draft.annotation.claim.project
        ArticleFactory(project=project, title="The lighthouse")
        ArticleFactory(title="The lighthouse elsewhere")
        page = words(client.get(f"{url(draft)}articles/", {"q": "lighthouse"}))
        assert "The lighthouse" in page
        assert "elsewhere" not in page
        assert "No article of this project" in words(client.get(f"{url(draft)}articles/", {"q": "zeppelin"}))

    def test_the_search_shows_the_words_around_a_hit_and_the_article_marks_them(self, client, draft):
        text = "The sea was calm. " * 20 + "Nobody saw the <Ferry> or a ferryman that day."
        other = ArticleFactory(project=draft.annotation.claim.project, title="The lighthouse", text=text)
        newest = words(client.get(f"{url(draft)}articles/"))  # without words there is no hit
        assert "The lighthouse" in newest
        assert "<mark" not in newest
        page = words(client.get(f"{url(draft)}articles/", {"q": "ferry"}))
        assert (
            'Nobody saw the &lt;<mark class="found">Ferry</mark>&gt; or a <mark class="found">ferryman</mark>' in page
        )
        address = f"{url(draft)}articles/{other.pk}/?q=ferry"
        assert f'href="{address}#found-first"' in page
        shown = words(client.get(address))
        assert len(re.findall(r'<mark class="found" data-start="\d+">', shown)) == 2
        assert shown.count('id="found-first"') == 1
        assert f'href="{url(draft)}articles/?q=ferry"' in shown
        assert "<mark" not in words(client.get(f"{url(draft)}articles/{other.pk}/"))

    def test_the_search_says_which_article_is_the_claims_own(self, client, draft):
        article = draft.annotation.claim.article
        ArticleFactory(project=article.project, text=article.text + " The ferry ran again.")
        page = words(client.get(f"{url(draft)}articles/", {"q": PHRASE.split()[0]}))
        assert page.count("this article") == 1

    def test_an_article_of_another_project_cannot_be_read_there(self, client, draft):
        assert client.get(f"{url(draft)}articles/{ArticleFactory().pk}/").status_code == 404


class TestSkippingAndAdding:
    def test_a_skip_needs_a_reason_and_leads_on(self, client, draft):
        assert client.post(f"{url(draft)}skip/").headers["Location"].endswith("#skip")
        client.post(f"{url(draft)}skip/", {"reason": "not_a_claim"})
        draft.annotation.refresh_from_db()
        assert draft.annotation.skip_reason == "not_a_claim"
        assert client.get(url(draft)).headers["Location"] == "/"

    def test_a_missed_claim_is_added_by_its_pasted_words(self, client, draft):
        client.post(f"{url(draft)}claims/", {"quote": PHRASE, "statement": "No ship docked on Monday."})
        added = Claim.objects.get(statement="No ship docked on Monday.")
        assert added.quote == PHRASE
        assert added.origin_person == draft.annotation.person

    def test_a_missed_claim_with_an_unknown_target_is_refused(self, client, draft):
        form = {"quote": PHRASE, "target": "nobody-knows"}
        assert client.post(f"{url(draft)}claims/", form).status_code == 400

    def test_a_missed_claim_that_cannot_be_found_keeps_its_words(self, client, draft):
        answer = client.post(f"{url(draft)}claims/", {"quote": "Never written.", "statement": "Something."})
        assert answer.status_code == 400
        assert "Never written." in words(answer)
        assert "Something." in words(answer)
        assert Claim.objects.count() == 1

    def test_a_claim_of_another_article_is_added_by_the_pages_script(self, client, draft):
        other = ArticleFactory(project=draft.annotation.claim.project, text="No ship had docked since Friday.")
        form = {"article": other.pk, "start": 0, "end": 18}
        answer = client.post(f"{url(draft)}claims/", form, headers={"Accept": "application/json"})
        assert "No ship had docked" in answer.json()["said"][0]
        assert Claim.objects.get(article=other).quote == "No ship had docked"
        again = client.post(f"{url(draft)}claims/", form, headers={"Accept": "application/json"})
        assert again.status_code == 409
        assert again.json()["message"]

    def test_no_claim_is_added_to_an_article_of_another_project(self, client, draft):
        foreign = ArticleFactory(text="No ship had docked since Friday.")
        assert client.post(f"{url(draft)}claims/", {"article": foreign.pk, "start": 0, "end": 18}).status_code == 404
        assert not Claim.objects.filter(article=foreign).exists()
