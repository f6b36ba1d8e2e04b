from __future__ import annotations

import pytest

from tests.factories import UserFactory
from verification.actions.accounts import end_sessions, set_email, set_password
from verification.actions.tokens import issue_token, revoke_token
from verification.exceptions import NotAllowed
from verification.models import User

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("is_superuser", [False, True])
def test_nobody_uses_the_account_of_another_as_their_own(is_superuser: bool) -> None:
    person, other = UserFactory(), UserFactory(is_superuser=is_superuser)
    with pytest.raises(NotAllowed):
        set_password(person, password="correct horse battery staple", by=other)
    with pytest.raises(NotAllowed):
        set_email(person, email="other@desk.example", by=other)
    with pytest.raises(NotAllowed):
        end_sessions(person, by=other)
    with pytest.raises(NotAllowed):
        issue_token(person, name="script", by=other)
    assert User.objects.get(pk=person.pk).password == person.password


def test_a_token_is_revoked_by_its_owner_or_an_administrator() -> None:
    person = UserFactory()
    token, _secret = issue_token(person, name="script", by=person)
    with pytest.raises(NotAllowed):
        revoke_token(token, by=UserFactory())
    revoke_token(token, by=UserFactory(is_superuser=True))
    token.refresh_from_db()
    assert token.revoked_at is not None
