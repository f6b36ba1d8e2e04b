"""The administration of the site, behind the same sign-in: looks, and buttons that call actions. One file per noun."""

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount, SocialApp, SocialToken
from allauth.usersessions.models import UserSession
from django.apps import apps
from django.contrib import admin
from django.contrib.auth.models import Group

from . import (  # noqa: F401 (each registers what it is about)
    agreement,
    annotations,
    articles,
    assignments,
    audit_events,
    claims,
    comments,
    dossiers,
    evidence,
    guidelines,
    heartbeats,
    invitations,
    judgements,
    links,
    members,
    parties,
    projects,
    questions,
    releases,
    rereadings,
    resolutions,
    runs,
    searches,
    snapshots,
    successions,
    tokens,
    uploads,
    users,
)
from .names import translate

translate(apps.get_app_config("verification").get_models())
# Who may do what is in the memberships of projects; how a person signs in is theirs alone, on their account page.
for model in (Group, EmailAddress, Authenticator, SocialAccount, SocialApp, SocialToken, UserSession):
    admin.site.unregister(model)
