"""What becomes of the claims of an article in the version that corrects it."""

from __future__ import annotations

from collections import Counter
from typing import Any

import pytest
from django.utils import timezone

from tests import factories
from tests.factories import member
from tests.verification.conftest import SUPPORTED, judge
from verification.actions.articles import add_text, retry
from verification.actions.claims import add_claim, reopen, withdraw
from verification.actions.places import start_next
from verification.exceptions import Conflict
from verification.jobs import carry, extract
from verification.jobs.release_records import claims
from verification.jobs.release_records.reading import Reading
from verification.models import Annotation, Article, AuditEvent, Claim, Project, Resolution, Succession
from verification.models.queue import how_many_wait
from verification.vocabulary import Role, Settled, Succeeded

TEXT = """Forty soldiers were killed in the northern village on Monday, the ministry said. Nobody could verify it.

The bridge over the Dnipro was closed by the army on Friday. Two thousand people left the town of Nord in 2022.

The governor denied that the army had mined the dam. He said 12 people were wounded on Sunday."""
CORRECTED = (
    "Correction: an earlier version of this article was wrong.\n\n"
    + TEXT.replace("Forty", "Fourteen").replace("Two thousand people left the town of Nord in 2022.", "")
)  # fmt: skip


@pytest.fixture
def curator(project: Project) -> Any:
    return member(project, Role.CURATOR)


@pytest.fixture
def earlier(project: Project) -> Article:
    return extracted(add_text(project, text=TEXT, by=None, language="en")[0])


def extracted(article: Article) -> Article:
    extract.run(article.pk)
    article.refresh_from_db()
    return article


def corrected(earlier: Article, text: str = CORRECTED) -> Article:
    return extracted(add_text(earlier.project, text=text, by=None, corrects=earlier, language="en")[0])


def told(article: Article) -> dict[int, Succession]:
    return {row.claim_id: row for row in Succession.objects.filter(article=article).select_related("successor")}


def claim_saying(article: Article, words: str) -> Claim:
    return Claim.objects.filter(article=article, quote__contains=words).order_by("pk")[0]


def resolved(claim: Claim) -> Resolution:
    """Resolved by as many annotators as it wants, who agree."""
    Claim.objects.filter(pk=claim.pk).update(priority=2)
    for _place in range(claim.places):
        judge(claim, by=member(claim.project), change=SUPPORTED)
    return Resolution.objects.live().get(claim=claim)


def test_each_claim_is_told_of_once_however_often_the_job_runs(earlier: Article, curator: Any) -> None:
    article = corrected(earlier)
    before = told(article)
    assert set(before) == set(Claim.objects.filter(article=earlier).values_list("pk", flat=True))
    counted = Counter(Succeeded(row.outcome) for row in before.values())
    assert counted[Succeeded.CHANGED] == 1
    assert counted[Succeeded.GONE] == 1
    assert counted[Succeeded.SAME] >= 2
    event = AuditEvent.objects.get(kind="article.claims_carried_over")
    assert (event.subject_id, event.facts) == (article.pk, {str(word): number for word, number in counted.items()})
    claims = set(Claim.objects.values_list("pk", flat=True))
    extracted(retry(article, by=curator))
    assert {pk: row.pk for pk, row in told(article).items()} == {pk: row.pk for pk, row in before.items()}
    assert set(Claim.objects.values_list("pk", flat=True)) == claims


def test_a_verdict_goes_to_the_same_words_and_nobody_is_asked_to_judge_them_again(earlier: Article) -> None:
    bridge = claim_saying(earlier, "The bridge")
    standing = resolved(bridge)
    article = corrected(earlier)
    row = told(article)[bridge.pk]
    assert row.successor is not None
    assert (row.outcome, row.successor.quote, row.successor.statement) == ("same", bridge.quote, bridge.statement)
    carried = Resolution.objects.live().get(claim=row.successor)
    assert (carried.settled, carried.verdict, carried.reason) == (Settled.CARRIED_OVER, standing.verdict, "fully")
    assert carried.carried_from == standing
    assert not carried.judgements.exists()
    assert not Annotation.objects.filter(claim=row.successor).exists()
    assert AuditEvent.objects.filter(kind="claim.carried_over", subject_id=row.successor.pk).count() == 1


def test_while_the_earlier_claim_wants_judgements_the_same_words_wait_for_it(earlier: Article, curator: Any) -> None:
    project, person = earlier.project, member(earlier.project)
    bridge = claim_saying(earlier, "The bridge")
    Claim.objects.filter(pk=bridge.pk).update(priority=2)
    place = start_next(project, by=person)
    assert place is not None
    assert place.claim == bridge
    article = corrected(earlier)
    successor = told(article)[bridge.pk].successor
    assert successor is not None
    place.refresh_from_db()
    assert (place.lapsed_at, successor.is_reserved, successor.resolved_at) == (None, True, None)
    waiting = how_many_wait(project, person=curator, most=100)
    same = [row for row in told(article).values() if row.outcome == Succeeded.SAME]
    assert waiting == Claim.objects.filter(project=project).count() - len(same)
    judge(bridge, by=person, change=SUPPORTED)
    resolved_later = judge(bridge, by=member(project), change=SUPPORTED)
    successor.refresh_from_db()
    assert successor.resolved_at is not None
    assert resolved_later.claim == bridge


def test_a_claim_whose_words_changed_is_in_the_queue(earlier: Article) -> None:
    killed = claim_saying(earlier, "Forty soldiers")
    resolved(killed)
    row = told(corrected(earlier))[killed.pk]
    assert row.successor is not None
    assert row.outcome == Succeeded.CHANGED
    assert "Fourteen soldiers" in (row.successor.quote or "")
    assert (row.successor.resolved_at, row.successor.is_reserved) == (None, False)
    killed.refresh_from_db()
    assert killed.resolved_at is not None


def test_what_the_corrected_text_does_not_say_any_more_has_no_successor(earlier: Article) -> None:
    row = told(corrected(earlier))[claim_saying(earlier, "Two thousand people").pk]
    assert (row.outcome, row.successor) == (Succeeded.GONE, None)


def test_what_a_person_added_is_made_in_the_corrected_article_with_its_statement(
    earlier: Article, curator: Any
) -> None:
    text = earlier.text or ""
    words = "Nobody could verify it."
    start = text.index(words)
    given = {"start": start, "end": start + len(words), "statement": "Nobody could check the number of the killed."}
    by_hand = add_claim(earlier, by=curator, **given)
    factories.AttributionFactory(claim=by_hand, name="the reporter")
    article = corrected(earlier)
    row = told(article)[by_hand.pk]
    assert row.successor is not None
    assert row.outcome == Succeeded.SAME
    assert (row.successor.quote, row.successor.statement) == (words, by_hand.statement)
    assert (row.successor.origin_person, row.successor.claimant) == (curator, "the reporter")
    assert (article.text or "")[row.successor.start : row.successor.end] == words
    # The words that the next one adds are told of when the corrected article is extracted again.
    late = add_claim(earlier, start=start, end=start + len(words), by=curator)
    assert late.pk not in told(article)
    extracted(retry(article, by=curator))
    assert told(article)[late.pk].outcome == Succeeded.SAME


def test_the_same_words_of_another_speaker_are_to_be_judged_anew(project: Project) -> None:
    said = "“Twelve people were wounded in the village of Nord on Sunday,” {} said."
    earlier = extracted(add_text(project, text=said.format("the governor"), by=None, language="en")[0])
    claim = claim_saying(earlier, "Twelve people")
    resolved(claim)
    article = corrected(earlier, said.format("the spokesman of the army") + " He could not be reached.")
    assert told(article)[claim.pk].outcome == Succeeded.CHANGED
    assert not Resolution.objects.filter(settled=Settled.CARRIED_OVER).exists()


def test_a_claim_that_is_opened_again_takes_its_verdict_back_until_it_is_decided_again(
    earlier: Article, curator: Any
) -> None:
    bridge = claim_saying(earlier, "The bridge")
    resolved(bridge)
    second = corrected(earlier)
    successor = told(second)[bridge.pk].successor
    assert successor is not None
    third = corrected(second, CORRECTED.replace("Correction:", "Second correction:"))
    last = told(third)[successor.pk].successor
    assert last is not None
    assert Resolution.objects.live().get(claim=last).carried_from == Resolution.objects.live().get(claim=bridge)
    judge_of_it = Annotation.objects.filter(claim=bridge)[0].person
    earlier.project.memberships.create(user=judge_of_it, role=Role.ADJUDICATOR)
    reopen(bridge, why="A new source.", by=curator)
    # Whoever judged the first may not read in its correction how it was resolved; who judged neither may.
    seen = Resolution.objects.filter(claim=successor)
    assert not seen.visible_to(judge_of_it).exists()
    assert seen.visible_to(member(earlier.project, Role.ADJUDICATOR)).exists()
    assert not Resolution.objects.live().filter(claim__in=[bridge, successor, last]).exists()
    for claim in (successor, last):
        claim.refresh_from_db()
        assert claim.is_reserved  # it is the first that is decided again
    carry.carry_over(bridge, Resolution.objects.filter(claim=bridge).latest("pk"))
    assert Resolution.objects.live().filter(claim__in=[successor, last]).count() == 2


def test_a_successor_that_is_opened_again_is_judged_by_itself(earlier: Article, curator: Any) -> None:
    bridge, denied = claim_saying(earlier, "The bridge"), claim_saying(earlier, "12 people")
    resolved(bridge)
    article = corrected(earlier)
    ours, waits = told(article)[bridge.pk].successor, told(article)[denied.pk].successor
    assert ours is not None
    assert waits is not None
    for claim in (ours, waits):
        reopen(claim, why="Look at the new text.", by=curator)
        claim.refresh_from_db()
        assert (claim.is_reserved, claim.resolved_at) == (False, None)
    with pytest.raises(Conflict):
        reopen(waits, why="Once more.", by=curator)
    bridge.refresh_from_db()
    assert bridge.resolved_at is not None
    resolved(denied)
    waits.refresh_from_db()
    assert waits.resolved_at is None


def test_what_waits_for_a_claim_that_is_withdrawn_is_in_the_queue(earlier: Article, curator: Any) -> None:
    bridge = claim_saying(earlier, "The bridge")
    successor = told(corrected(earlier))[bridge.pk].successor
    assert successor is not None
    assert successor.is_reserved
    withdraw(bridge, why="The corrected version has it.", by=curator)
    successor.refresh_from_db()
    assert not successor.is_reserved


def test_an_earlier_version_that_is_extracted_last_is_told_of_too(project: Project) -> None:
    earlier = add_text(project, text=TEXT, by=None, language="en")[0]
    article = corrected(earlier)
    assert told(article) == {}
    extracted(earlier)
    assert set(told(article)) == set(Claim.objects.filter(article=earlier).values_list("pk", flat=True))


def test_a_claim_that_was_begun_before_an_earlier_one_was_found_goes_on_to_others(project: Project) -> None:
    earlier = add_text(project, text=TEXT, by=None, language="en")[0]
    begun = claim_saying(corrected(earlier), "bridge")
    Claim.objects.filter(pk=begun.pk).update(priority=2)
    first = start_next(project, by=member(project))
    assert first is not None
    assert first.claim == begun
    extracted(earlier)
    assert Succession.objects.get(successor=begun).outcome == Succeeded.SAME
    begun.refresh_from_db()
    assert not begun.is_reserved
    second = start_next(project, by=member(project))
    assert second is not None
    assert second.claim == begun


def test_whoever_looks_at_a_claim_a_second_time_does_not_learn_from_the_correction_how_it_was_resolved(
    earlier: Article,
) -> None:
    bridge = claim_saying(earlier, "The bridge")
    resolved(bridge)
    first = Annotation.objects.filter(claim=bridge)[0]
    again = factories.AnnotationFactory(claim=bridge, person=first.person, round="repeat", slot=1)
    corrected(earlier)
    again.refresh_from_db()
    assert again.lapsed_at is not None


def test_a_release_says_which_verdict_is_carried_over(earlier: Article) -> None:
    bridge = claim_saying(earlier, "The bridge")
    resolved(bridge)
    successor = told(corrected(earlier))[bridge.pk].successor
    assert successor is not None
    reading = Reading(project=earlier.project, at=timezone.now(), texts=True, name_of=str)
    told_of = {claim["claim"]: claim for claim in claims(reading)}
    resolution = told_of[successor.public_id]["resolution"]
    assert resolution is not None
    assert (resolution["settled"], resolution["verdict"], resolution["rests_on"]) == ("carried_over", "supported", [])
    assert told_of[successor.public_id]["annotations"] == []
    # Resolved by itself since, and the first one open again: it does not tell how that one was resolved.
    opener = member(earlier.project, Role.CURATOR)
    reopen(successor, why="Look at the new text.", by=opener)
    resolved(successor)
    assert _told(reading, successor) == (["carried_over"], {False})
    reopen(bridge, why="A new source.", by=opener)
    assert _told(reading, successor) == ([], {True})


def _told(reading: Reading, claim: Claim) -> tuple[list[str], set[bool]]:
    """How what stands no more had come about, and whether judgements are called blind."""
    record = next(record for record in claims(reading) if record["claim"] == claim.public_id)
    judgements = [judgement for place in record["annotations"] for judgement in place["judgements"]]
    return [old["settled"] for old in record["superseded"]], {judgement["blind"] for judgement in judgements}
