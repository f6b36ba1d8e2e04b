"""What each address is asked with: which thing its number is, and what a form or a body says."""

from __future__ import annotations

import re
from typing import Any

from django.core.files.base import ContentFile

from tests.guards.addresses import PLACEHOLDER, filled
from tests.guards.world import INVITATION, RELEASED, World
from verification.actions.versions import version_of

Body = dict[str, Any]

# What the number in an address is the number of: the longest beginning that fits counts.
NUMBERS: dict[str, str] = {
    "/account/sessions/<pk>/": "nothing",
    "/account/tokens/<pk>/": "token",
    "/accounts/passkeys/<pk>/": "nothing",
    "/invitations/<pk>/": "invitation",
    "/p/<slug>/adjudication/<pk>/": "waiting",
    "/p/<slug>/articles/<pk>/": "article",
    "/p/<slug>/articles/<pk>/retry/": "failed",
    "/p/<slug>/guideline/again/<pk>/": "rereading",
    "/p/<slug>/claims/<pk>/": "open",
    "/p/<slug>/claims/<pk>/reopen/": "resolved",
    "/p/<slug>/claims/filters/<pk>/": "shared filter",
    "/p/<slug>/claims/steer/<pk>/": "bulk",
    "/p/<slug>/dossiers/<pk>/": "dossier",
    "/p/<slug>/known-answers/<pk>/": "known answer",
    "/p/<slug>/known-answers/people/<pk>/": "member",
    "/p/<slug>/people/<pk>/": "member",
    "/p/<slug>/people/teams/<pk>/": "team",
    "/p/<slug>/releases/<pk>/retry/": "failed release",
    "/p/<slug>/releases/<pk>/": "release",
    "/p/<slug>/snapshots/<pk>/": "linksnapshot",
    "/p/<slug>/uploads/<pk>/": "upload",
    "/notices/<pk>/": "notice",
    "/p/<slug>/comments/<pk>/": "my comment",
    "/questions/<pk>/": "my question",
    "/review/<pk>/": "place",
    "/api/v1/articles/<pk>/": "article",
    "/api/v1/claims/<pk>/": "open",
    "/api/v1/claims/<pk>/adjudicate/": "waiting",
    "/api/v1/claims/<pk>/reopen/": "resolved",
    "/api/v1/claims/<pk>/unassign/": "other",
    "/api/v1/claims/<pk>/further/": "waiting",
    "/api/v1/bulk-changes/<pk>/": "bulk",
    "/api/v1/known-answers/<pk>/": "known answer",
    "/api/v1/measured/<pk>/": "membership",
    "/api/v1/questions/<pk>/": "my question",
    "/api/v1/comments/<pk>/": "my comment",
    "/api/v1/notices/<pk>/": "notice",
    "/api/v1/exclusions/<pk>/": "exclusion",
    "/api/v1/dossiers/<pk>/": "dossier",
    "/api/v1/links/<pk>/": "link",
    "/api/v1/annotations/<pk>/": "place",
    "/api/v1/publications/<pk>/": "publication",
    "/api/v1/releases/<pk>/": "release",
    "/api/v1/teams/<pk>/": "team",
    "/api/v1/rereadings/<pk>/": "rereading",
    "/api/v1/reread-claims/<pk>/": "reread claim",
    "/api/v1/uploads/<pk>/": "upload",
}
# What stands in the other places.
WORDS: dict[str, str] = {
    "slug": "here",
    "digest": "1",
    "file": "review.css",
    "name": RELEASED,
    "uidb36": "1",
    "key": "none",
    "provider_id": "none",
    "app_label": "verification",
    "url": "nothing/",
    "content_type_id": "1",
    "version": "1",
    "secret": INVITATION,
}
ADMIN = re.compile(r"/admin/verification/(?P<model>\w+)/")


def url(world: World, address: str) -> str:
    """The address of a thing of the world."""
    if address == "/api/":
        return "/api/v1/nothing/"
    values: dict[str, Any] = dict(WORDS)
    for place in PLACEHOLDER.findall(address):
        if place in WORDS:
            continue
        if place == "judgement":
            values[place] = world.things["asked"].pk
        elif place in ("article", "bundle", "link"):
            values[place] = world.things[place].pk
        elif place == "object_id":
            model = ADMIN.match(address)
            values[place] = world.row(model["model"]) if model else 1
        else:
            values[place] = _number(world, address)
    return filled(address, values)


def _number(world: World, address: str) -> int:
    fitting = [beginning for beginning in NUMBERS if address.startswith(beginning)]
    assert fitting, f"tests/guards/requests.py: say in NUMBERS what the number in {address} is the number of"
    thing = world.things.get(NUMBERS[max(fitting, key=len)])
    return thing.pk if thing is not None else 999_999_999


def body(world: World, method: str, address: str) -> Body:
    """What is sent, in a form or, to the API, as JSON. `method` may name an action of the administration too."""
    sent, _space, action = method.partition(" ")
    if action:
        model = ADMIN.match(address)
        assert model
        row = world.row(ACTED_ON.get((model["model"], action), model["model"]))
        return {"action": action, "_selected_action": [row], "why": "It must be so."}
    return bodies(world).get(f"{sent} {address}", {})


ACTED_ON = {
    ("annotation", "free"): "place",
    ("claim", "reopen"): "resolved",
    ("claim", "withdraw"): "open",
    ("article", "extract_again"): "failed",
    ("release", "try_again"): "failed release",
}


def bodies(world: World) -> dict[str, Body]:
    things = world.things
    first = things["judgements"][0]
    text = {"text": "The quay of the harbour was closed on Friday, the port authority said.", "title": "A quay"}
    why = {"why": "It must be so."}
    decision = {
        "verdict": "supported",
        "reason": "fully",
        "rationale": "The register decides.",
        "disagreement": "other",
    }
    rules = {"name": "Renamed", "language": "en", "places": 2, "consensus": "unanimous", "skip_limit": 2}
    return {
        "POST /account/settings/": {"theme": "dark", "key_map": "standard"},
        "POST /account/tokens/": {"name": "script"},
        "POST /language/setlang/": {"language": "en"},
        "POST /p/<slug>/adjudication/<pk>/": decision | {"judgements": [first.pk], "valid_as_of": "2026-11-02"},
        "POST /p/<slug>/adjudication/<pk>/ask/<judgement>/": {"text": "Which register?"},
        "POST /p/<slug>/guideline/again/<pk>/": {"claim": things["reread claim"].pk, "do": "stands"},
        "POST /p/<slug>/known-answers/": {
            "claim": things["open"].pk,
            "round": "check",
            "verdict": "supported",
            "note": "Two registers.",
        },
        "POST /p/<slug>/known-answers/<pk>/": {"verdict": "supported", "note": "Two registers."},
        "POST /p/<slug>/claims/<pk>/comments/": {"text": "Is this one claim or two?"},
        "POST /questions/<pk>/": {"text": "The older one."},
        "POST /p/<slug>/articles/add/": text,
        "POST /p/<slug>/articles/<pk>/claims/": {"quote": "The harbour", "target": "content"},
        "POST /p/<slug>/articles/<pk>/correct/": text,
        "POST /p/<slug>/claims/<pk>/links/": {"other": things["resolved"].pk, "kind": "same"},
        "POST /p/<slug>/claims/<pk>/links/<link>/": {"do": "confirm"},
        "POST /p/<slug>/dossiers/": {"claim": things["open"].pk, "question": "Was it reopened?"},
        "POST /p/<slug>/dossiers/<pk>/": {"do": "reword", "question": "Was the harbour reopened?"},
        "POST /p/<slug>/claims/<pk>/reopen/": why,
        "POST /p/<slug>/claims/<pk>/withdraw/": why,
        "POST /p/<slug>/claims/filters/": {"name": "Quays", "q": "quay"},
        "POST /p/<slug>/claims/steer/": {"do": "priority", "priority": "high", "claim": things["open"].pk},
        "POST /p/<slug>/articles/<pk>/details/": {"do": "details", "details-title": "A harbour"},
        "POST /p/<slug>/uploads/": {"begin": "yes"},
        "POST /p/<slug>/uploads/<pk>/files/": {"file": ContentFile(b"The quay was closed on Friday.", "quay.txt")},
        "POST /p/<slug>/guideline/write/": {"text": "Look twice."},
        "POST /p/<slug>/people/<pk>/": {"roles": ["annotator", "researcher"]},
        "POST /p/<slug>/people/invite/": {"roles": ["annotator"], "days": 7},
        "POST /p/<slug>/people/<pk>/kept-from/": {"topic": "casualties"},
        "POST /p/<slug>/people/teams/": {"name": "South"},
        "POST /p/<slug>/people/teams/<pk>/": {"do": "rename", "name": "South"},
        "POST /p/<slug>/settings/": rules | {"unaided_share": 0, "seen": version_of(world.project)},
        "POST /people/invite/": {"days": 1},
        "POST /projects/new/": rules | {"slug": "third", "guideline": "Look outside the article."},
        "POST /invitation/<secret>/": {
            "join": "yes",
            "username": "newcomer",
            "password": "correct horse battery staple",
            "password_again": "correct horse battery staple",
        },
        "POST /review/<pk>/": {"do": "draft"},
        "POST /review/<pk>/claims/": {"start": 0, "end": 11},
        "POST /review/<pk>/skip/": {"reason": "rather_not"},
        "POST /review/<pk>/snapshots/": {"url": "https://archive.example/1"},
        "POST /api/v1/articles/": text | {"project": "here"},
        "PATCH /api/v1/articles/<pk>/": {"title": "A harbour"},
        "POST /api/v1/articles/<pk>/publications/": {"outlet": "Quay News"},
        "PATCH /api/v1/publications/<pk>/": {"outlet": "Quay News"},
        "POST /api/v1/claims/": {"article": things["article"].pk, "start": 0, "end": 11},
        "POST /api/v1/claims/<pk>/adjudicate/": decision | {"judgements": [first.pk]},
        "POST /api/v1/claims/<pk>/links/": {"other": things["article"].claims.get().pk, "kind": "same"},
        "POST /api/v1/claims/<pk>/reopen/": why,
        "PATCH /api/v1/projects/<slug>/": {"places": 3},
        "PATCH /api/v1/preferences/": {"theme": "dark"},
        "POST /api/v1/exclusions/": {"project": "here", "topic": "casualties"},
        "POST /api/v1/teams/": {"project": "here", "name": "South"},
        "POST /api/v1/projects/<slug>/guidelines/": {"text": "Look twice.", "based_on": 1},
        "POST /api/v1/rereadings/": {"project": "here", "guideline": 1},
        "POST /api/v1/reread-claims/<pk>/reopen/": why,
        "PATCH /api/v1/teams/<pk>/": {"name": "South"},
        "POST /api/v1/questions/": {"judgement": first.pk, "text": "Which register?"},
        "POST /api/v1/questions/<pk>/answer/": {"text": "The older one."},
        "POST /api/v1/comments/": {"claim": things["open"].pk, "text": "Is this one claim or two?"},
        "POST /api/v1/notices/read/": {"until": 1},
        "POST /api/v1/dossiers/": {"claim": things["open"].pk, "question": "Was it reopened?"},
        "PATCH /api/v1/dossiers/<pk>/": {"question": "Was the harbour reopened?"},
        "POST /api/v1/dossiers/<pk>/put-in/": {"claim": things["open"].pk},
        "POST /api/v1/dossiers/<pk>/take-out/": {"claim": things["resolved"].pk},
        "POST /api/v1/dossiers/<pk>/split/": {"claims": [things["resolved"].pk], "question": "Who closed it?"},
        "POST /api/v1/dossiers/<pk>/merge/": {"into": things["move"].target_id},
        "POST /api/v1/dossiers/<pk>/undo/": {"move": things["move"].pk},
        "POST /api/v1/bulk-changes/": {
            "project": "here",
            "kind": "priority",
            "priority": "high",
            "claims": [things["open"].pk],
        },
        "POST /api/v1/known-answers/": {
            "claim": things["open"].pk,
            "round": "check",
            "verdict": "supported",
            "note": "Two registers.",
        },
        "PATCH /api/v1/known-answers/<pk>/": {"verdict": "supported", "note": "Two registers."},
        "POST /api/v1/claims/<pk>/assign/": {"people": [things["member"].username]},
        "POST /api/v1/claims/<pk>/unassign/": {"people": [things["member"].username]},
        "POST /api/v1/claims/<pk>/priority/": {"priority": "highest"},
        "POST /api/v1/claims/<pk>/withdraw/": why,
        "PATCH /api/v1/annotations/<pk>/": {"rationale": "Looked at twice."},
        "POST /api/v1/annotations/<pk>/skip/": {"reason": "rather_not"},
        "POST /api/v1/annotations/<pk>/snapshots/": {"url": "https://archive.example/1"},
        "POST /api/v1/releases/": {"project": "here"},
        "POST /admin/verification/project/add/": {
            "slug": "third",
            "name": "Third",
            "language": "en",
            "places": 2,
            "consensus": "unanimous",
            "skip_limit": 2,
            "guideline": "Look outside the article.",
        },
        "POST /admin/verification/membership/add/": {
            "project": world.project.pk,
            "user": world.people["stranger"][0].pk,
            "role": "annotator",
        },
        "POST /admin/verification/user/add/": {"username": "newcomer"},
        "POST /admin/verification/guideline/add/": {"project": world.project.pk, "text": "Look twice."},
        "POST /admin/verification/token/add/": {"user": world.people["stranger"][0].pk, "name": "script"},
    }
