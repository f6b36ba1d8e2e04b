from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from verification.actions.audit import record
from verification.actions.members import give_role
from verification.actions.versions import CHANGEABLE, require_seen
from verification.exceptions import Conflict, Invalid
from verification.models import Guideline, Project, User
from verification.policies import require, why_not_create_projects, why_not_lead, why_not_use_engine
from verification.vocabulary import Consensus, Role

FIRST_GUIDELINE = """\
# How to judge a claim

Read the claim, then the article, then what bears on it. Look for evidence outside the article.

- **Supported**: the evidence shown supports the claim. Say why whatever speaks against it is outweighed.
- **Disputed**: evidence contradicts the claim, or sources conflict.
- **Unverified**: what was found does not establish it either way. Finding no support is not a dispute.

A party's denial by itself makes sources conflict; it never refutes a claim.
Skip what is no claim: an opinion, a prediction, a question.
"""
LONGEST_GUIDELINE = 100_000  # code points


@transaction.atomic
def create_project(
    slug: str,
    *,
    name: str,
    by: User | None,
    language: str = "en",
    places: int = 2,
    consensus: Consensus = Consensus.UNANIMOUS,
    skip_limit: int = 2,
    guideline: str = FIRST_GUIDELINE,
) -> Project:
    """A new project with the first version of its guideline, and `by` as its curator; None for a command."""
    if by is not None:
        require(why_not_create_projects(by))
    if Project.objects.filter(slug=slug).exists():
        sentence = _("There is a project “%(slug)s” already. Choose another short name.") % {"slug": slug}
        raise Invalid(sentence, fields={"slug": [sentence]})
    project = Project.objects.create(
        slug=slug, name=name, language=language, places=places, consensus=consensus, skip_limit=skip_limit
    )
    record("project.created", by=by, subject=project, project=project, places=places, consensus=consensus)
    if by is not None:
        # Not by add_member: nobody could allow it before there is a curator.
        give_role(project, user=by, role=Role.CURATOR, by=by)
    add_guideline(project, text=guideline, by=by)
    return project


@transaction.atomic
def change_project(project: Project, *, change: Mapping[str, Any], seen: str | None, by: User) -> Project:
    """Writes the settings that `change` names. Raises Conflict where they are no longer as `seen` (see `versions`)."""
    # Locked, so that of two curators who change it at once the second is told.
    project = Project.objects.select_for_update(no_key=True).get(pk=project.pk)
    require(why_not_lead(by, project))
    require_seen(project, seen)
    names = [name for name in CHANGEABLE[Project] if name in change]
    changed = {name: change[name] for name in names if change[name] != getattr(project, name)}
    if not changed:
        return project
    if "engine" in changed and (why_not := why_not_use_engine(changed["engine"])):
        raise Invalid(why_not, fields={"engine": [why_not]})
    # A name is text, and the audit trail holds none: it says only that the name changed.
    facts = {name: [getattr(project, name), value] for name, value in changed.items() if name != "name"}
    for name, value in changed.items():
        setattr(project, name, value)
    project.save(update_fields=list(changed))
    record("project.changed", by=by, subject=project, project=project, renamed="name" in changed, **facts)
    return project


@transaction.atomic
def add_guideline(
    project: Project, *, text: str, by: User | None, note: str = "", based_on: int | None = None
) -> Guideline:
    """The next version of the project's guideline; earlier ones stay, with the judgements made under them.

    `based_on` is the version that its author saw last: Conflict where there is a newer one by now.
    """
    if by is not None:
        require(why_not_lead(by, project))
    text = text.replace("\r\n", "\n").strip()
    if not text:
        raise Invalid(_("A guideline needs words."), fields={"text": [_("Write what annotators go by.")]})
    if len(text) > LONGEST_GUIDELINE:
        sentence = _("At most %(most)s characters.") % {"most": f"{LONGEST_GUIDELINE:,}"}
        raise Invalid(_("This is too long to be read before judging."), fields={"text": [sentence]})
    # Locked, because two versions written at once would both count the same last one.
    Project.objects.select_for_update(no_key=True).get(pk=project.pk)
    last = project.guidelines.order_by("-version").first()
    if last is not None and based_on is not None and last.version != based_on:
        raise Conflict(
            _("Version %(version)d was written while you wrote yours. Look at what it changes, then save yours.")
            % {"version": last.version}
        )
    if last is not None and last.text.strip() == text:
        sentence = _("This says the same as version %(version)d.") % {"version": last.version}
        raise Invalid(sentence, fields={"text": [sentence]})
    guideline = Guideline.objects.create(
        project=project, version=last.version + 1 if last else 1, text=text, note=note.strip(), author=by
    )
    record("guideline.added", by=by, subject=guideline, project=project, version=guideline.version)
    return guideline
