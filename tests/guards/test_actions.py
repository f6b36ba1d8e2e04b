"""Every action that takes who does it refuses somebody who has no business there, before anything is written.

Pages and the API ask before they act; this asks the actions themselves, so that a new way in needs no luck. A new
action fails here until it says below how it is called.
"""

from __future__ import annotations

import importlib
import inspect
import pkgutil
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.db import transaction

from tests.guards.asking import Asker
from tests.guards.world import World
from verification import actions
from verification.actions.invitations import accept, accept_as_new
from verification.exceptions import Conflict, NotAllowed
from verification.models import AuditEvent
from verification.vocabulary import BulkKind, LinkKind, Priority, Reason, Role, Round, SkipReason, Topic, Verdict

pytestmark = pytest.mark.django_db

WHY = "It must be so."

# With what a stranger calls each action: the things of the guards' world, and the stranger.
CALLS: dict[str, dict[str, Any]] = {
    "accounts.end_sessions": {"user": "member"},
    "accounts.set_email": {"user": "member", "email": "somebody@desk.example"},
    "accounts.set_password": {"user": "member", "password": "correct horse battery staple"},
    "agreement.request_agreement": {"project": "project"},
    "ahead.hold_ahead": {"annotation": "place"},
    "annotations.save_draft": {"annotation": "place", "change": {"rationale": WHY}},
    "annotations.skip": {"annotation": "place", "reason": SkipReason.RATHER_NOT},
    "annotations.submit": {"annotation": "place"},
    "article_details.correct_details": {"article": "article", "change": {"title": WHY}},
    "article_details.correct_publication": {"publication": "publication", "change": {"outlet": WHY}},
    "article_details.list_publication": {"article": "article", "ran": {"outlet": WHY}},
    "article_details.remove_publication": {"publication": "publication"},
    "articles.add_address": {"project": "project", "url": "https://news.example/quay"},
    "articles.add_file": {"project": "project", "name": "quay.txt", "content": b"The quay was closed."},
    "articles.add_text": {"project": "project", "text": "The quay was closed."},
    "articles.retry": {"article": "failed"},
    "assignments.assign": {"claim": "open", "people": []},
    "assignments.unassign": {"claim": "open", "people": []},
    "bulk.go_on": {"change": "bulk"},
    "bulk.plan": {"project": "project", "kind": BulkKind.PRIORITY, "claims": [1]},
    "bulk.preview": {"change": "bulk"},
    "filters.forget_filter": {"saved": "shared filter"},
    "filters.save_filter": {"project": "project", "name": "Quays", "query": "q=quay"},
    "calibration.let_through": {"project": "project", "person": "member"},
    "claims.add_claim": {"article": "article", "start": 4, "end": 11},
    "claims.reopen": {"claim": "resolved", "why": WHY},
    "claims.set_priority": {"claim": "open", "priority": Priority.HIGH},
    "claims.withdraw": {"claim": "open", "why": WHY},
    "comments.close_discussion": {"begun": "my comment"},
    "comments.comment": {"claim": "open", "text": WHY},
    "comments.withdraw_comment": {"written": "my comment"},
    "dossiers.add_to_dossier": {"dossier": "dossier", "claim": "open"},
    "dossiers.merge": {"dossier": "dossier", "into": "dossier"},
    "dossiers.open_dossier": {"claim": "open", "question": WHY},
    "dossiers.reword": {"dossier": "dossier", "question": WHY},
    "dossiers.split": {"dossier": "dossier", "claims": [1], "question": WHY},
    "dossiers.take_out": {"dossier": "dossier", "claim": "resolved"},
    "dossiers.undo": {"move": "move"},
    "further.ask_further": {"claim": "waiting"},
    "further.take_place_back": {"claim": "waiting"},
    "exclusions.keep_from": {"project": "project", "person": "member", "topic": Topic.CASUALTIES},
    "exclusions.let_have": {"exclusion": "exclusion"},
    "invitations.invite": {"project": "project", "roles": [Role.RESEARCHER]},
    "invitations.revoke_invitation": {"invitation": "invitation"},
    "known_answers.add_known_answer": {
        "claim": "open",
        "round": Round.CHECK,
        "verdict": Verdict.SUPPORTED,
        "reason": None,
        "note": WHY,
    },
    "known_answers.change_known_answer": {
        "known": "known answer",
        "verdict": Verdict.SUPPORTED,
        "reason": None,
        "note": WHY,
    },
    "known_answers.end_known_answer": {"known": "known answer"},
    "links.confirm_link": {"link": "link"},
    "links.draw_link": {"claim": "open", "other": "other", "kind": LinkKind.SAME},
    "links.refuse_link": {"link": "link"},
    "members.add_member": {"project": "project", "user": "person", "role": Role.CURATOR},
    "members.remove_member": {"membership": "membership"},
    "members.set_roles": {"project": "project", "user": "person", "roles": [Role.CURATOR]},
    "notices.mark_all_read": {"user": "member", "until": 1},
    "notices.mark_read": {"notice": "notice"},
    "places.free_place": {"annotation": "place"},
    "places.start_another": {"project": "project", "most": 2},
    "places.start_next": {"project": "project"},
    "preferences.set_preferences": {"user": "member", "change": {"theme": "dark"}},
    "projects.add_guideline": {"project": "project", "text": "Look twice."},
    "projects.change_project": {"project": "project", "change": {"places": 3}, "seen": ""},
    "projects.create_project": {"slug": "third", "name": "Third"},
    "questions.answer": {"question": "my question", "text": WHY},
    "questions.ask": {"judgement": "asked", "text": WHY},
    "releases.request_release": {"project": "project"},
    "releases.retry_release": {"release": "failed release"},
    "rereadings.begin_rereading": {"guideline": "guideline"},
    "rereadings.reopen_reread": {"listed": "reread claim", "why": WHY},
    "rereadings.say_it_stands": {"listed": "reread claim"},
    "resolutions.adjudicate": {
        "claim": "waiting",
        "verdict": Verdict.SUPPORTED,
        "reason": Reason.FULLY,
        "rationale": WHY,
        "judgements": "judgements",
    },
    "snapshots.check_link": {"annotation": "place", "url": "https://archive.example/1"},
    "teams.change_team": {"team": "team", "name": "South"},
    "teams.dissolve_team": {"team": "team"},
    "teams.make_team": {"project": "project", "name": "South"},
    "tokens.issue_token": {"user": "member", "name": "script"},
    "tokens.revoke_token": {"token": "token"},
    "uploads.add_to_upload": {"upload": "upload", "name": "quay.txt", "content": b"The quay was closed."},
    "uploads.retry_bundle": {"bundle": "bundle"},
    "uploads.start_upload": {"project": "project"},
    "users.create_user": {"username": "newcomer"},
    "users.let_in": {"user": "member"},
    "users.recover": {"user": "member"},
    "users.shut_out": {"user": "member"},
    "users.take_off_two_factor": {"user": "member"},
    "worthiness.adopt_weights": {"project": "project", "model": None, "report": {}, "decisions": 1},
}
# What an administrator may who is member of nothing.
OF_ADMINISTRATORS = {
    "projects.create_project",
    "tokens.revoke_token",
    "users.create_user",
    "users.let_in",
    "users.recover",
    "users.shut_out",
    "users.take_off_two_factor",
}
# They take the actor and ask no policy.
ASKED_ELSEWHERE = {
    "assignments.release": "a step of actions that have asked",
    "audit.record": "writes down what an action did",
    "audit.recording": "writes down what an action did",
    "invitations.accept": "is open to whoever holds the link; without its secret it is refused, see below",
    "measuring.instead_of_live": "reads only, for starting the next claim, which has asked",
    "members.give_role": "a step of actions that have asked: of a curator, of who makes a project, of an invitation",
    "places.lapse": "a step of actions that have asked, and of the sweep",
    "places.take_up_untouched": "a step of starting the next claim and of holding ahead, which have asked",
    "teams.leave_teams": "a step of actions that have asked",
    "resolutions.supersede": "a step of opening a claim again, which has asked",
}
# They take no actor, because nobody is signed in, or write nothing by themselves.
WITHOUT_ACTOR = {
    "accounts.drop_sessions": "a step of actions that have asked",
    "assignments.tell_of": "a step of actions that have asked",
    "assignments.tell_of_claims": "a step of actions that have asked",
    "articles.extract_again": "a step of actions that have asked",
    "articles.refuse_size": "reads only",
    "calibration.calibrates": "reads only",
    "calibration.next_of_calibration": "a step of starting the next claim, which has asked",
    "calibration.settle_calibration": "a step of starting the next claim, which has asked",
    "draft_items.choice": "reads only",
    "draft_items.day": "reads only",
    "draft_items.evidence_item": "a step of saving a draft, which has asked",
    "draft_items.moment": "reads only",
    "draft_items.number": "reads only",
    "draft_items.search_item": "a step of saving a draft, which has asked",
    "draft_items.text": "reads only",
    "drafts.copy": "a step of saving a draft, which has asked",
    "drafts.is_said": "reads only",
    "drafts.write": "a step of saving a draft, which has asked",
    "enqueue.enqueue_on_commit": "a step of actions that have asked; a worker looks at the state again",
    "enqueue.left_for_later": "only says when: what is enqueued, actions have asked about",
    "enqueue.try_again": "hands work over that the database says is waiting",
    "invitations.accept_as_new": "whoever holds the link has no account; without its secret it is refused, see below",
    "invitations.invitation_of": "reads only, and asks for the secret",
    "notices.notify": "a step of actions that have asked; it says who may know",
    "places.free_slot": "reads only",
    "places.retake_place": "a step of submitting and of saving a draft, which have asked",
    "resolutions.latest_judgements": "reads only",
    "resolutions.settle_by_consensus": "a step of submitting: nobody decides it",
    "resolutions.weigh": "a step of submitting and of opening again, which have asked",
    "team_claims.give_parts": "a step of actions that have asked",
    "team_claims.give_to_members": "a step of actions that have asked",
    "team_claims.lock_teams": "reads only",
    "team_claims.take_from_members": "a step of actions that have asked",
    "tokens.digest": "reads only",
    "uploads.is_bundle": "reads only",
    "versions.plain": "reads only",
    "versions.require_seen": "reads only",
    "versions.version_of": "reads only",
    "snapshots.checking": "a step of submitting, which has asked",
    "snapshots.links_to_check": "a step of submitting, which has asked",
}


def _walk() -> Iterator[tuple[str, Callable[..., Any]]]:
    for module in pkgutil.iter_modules(actions.__path__):
        loaded = importlib.import_module(f"{actions.__name__}.{module.name}")
        for name, function in inspect.getmembers(loaded, inspect.isfunction):
            if function.__module__ == loaded.__name__ and not name.startswith("_"):
                yield f"{module.name}.{name}", function


FUNCTIONS = dict(_walk())


def test_every_public_function_is_listed() -> None:
    with_actor = {name for name, function in FUNCTIONS.items() if "by" in inspect.signature(function).parameters}
    assert sorted(with_actor ^ {*CALLS, *ASKED_ELSEWHERE}) == []
    assert sorted((FUNCTIONS.keys() - with_actor) ^ WITHOUT_ACTOR.keys()) == []


@pytest.fixture(scope="module")
def world(asker: Asker) -> World:
    """The guards' world, with what only actions are called with."""
    project = asker.world.project
    asker.world.things["membership"] = project.memberships.get(user=asker.world.things["member"])
    return asker.world


@pytest.mark.parametrize("name", CALLS)
def test_somebody_who_has_no_business_there_is_refused(world: World, name: str) -> None:
    askers = [*world.people["stranger"], *world.people["other project"]]
    if name not in OF_ADMINISTRATORS:
        askers += world.people["administrator"]
    for by in askers:
        given = {key: _thing(world, value, by) for key, value in CALLS[name].items()}
        with transaction.atomic():
            events = AuditEvent.objects.count()
            with pytest.raises(NotAllowed):
                FUNCTIONS[name](**given, by=by)
            assert AuditEvent.objects.count() == events
            transaction.set_rollback(True)


def _thing(world: World, value: Any, by: Any) -> Any:
    """The thing of the world that a word of the table names."""
    match value:
        case "person":
            return by
        case "project":
            return world.project
        case str() if value in world.things:
            return world.things[value]
    return value


def test_an_invitation_opens_nothing_without_its_secret(world: World) -> None:
    with pytest.raises(Conflict):
        accept("not-the-secret", by=world.people["stranger"][0])
    with pytest.raises(Conflict):
        accept_as_new("not-the-secret", username="newcomer", password="correct horse battery staple")
