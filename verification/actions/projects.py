from django.db import transaction

from verification.actions.audit import record
from verification.exceptions import Invalid
from verification.models import Guideline, Membership, Project, User
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
    """A new project with the first version of its guideline. `by` is None for a command."""
    if Project.objects.filter(slug=slug).exists():
        raise Invalid(f"There is a project “{slug}” already. Choose another short name.")
    project = Project.objects.create(
        slug=slug, name=name, language=language, places=places, consensus=consensus, skip_limit=skip_limit
    )
    record("project.created", by=by, subject=project, project=project, places=places, consensus=consensus)
    add_guideline(project, text=guideline, by=by)
    return project


@transaction.atomic
def add_guideline(project: Project, *, text: str, by: User | None) -> Guideline:
    """The next version of the project's guideline; earlier ones stay, with the judgements made under them."""
    # Locked, because two versions written at once would both count the same last one.
    Project.objects.select_for_update().get(pk=project.pk)
    last = project.guidelines.order_by("-version").first()
    guideline = Guideline.objects.create(project=project, version=last.version + 1 if last else 1, text=text)
    record("guideline.added", by=by, subject=guideline, project=project, version=guideline.version)
    return guideline


@transaction.atomic
def add_member(project: Project, *, user: User, role: Role, by: User | None) -> Membership:
    """Gives a person a role in the project; giving it twice changes nothing."""
    membership, created = Membership.objects.get_or_create(project=project, user=user, role=role)
    if created:
        record("member.added", by=by, subject=user, project=project, role=role)
    return membership


@transaction.atomic
def remove_member(membership: Membership, *, by: User | None) -> None:
    """Takes a role from a person; what they judged stays."""
    record("member.removed", by=by, subject=membership.user, project=membership.project, role=membership.role)
    membership.delete()
