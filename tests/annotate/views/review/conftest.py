"""A draft, and its writer at the page."""

import pytest
from django.test import Client

from tests.factories import (
    ClaimFactory,
    JudgementFactory,
)
from verification.models import Judgement


@pytest.fixture
def draft() -> Judgement:
    return JudgementFactory(annotation__claim=ClaimFactory(statement="The harbour was reopened."))


@pytest.fixture
def client(draft: Judgement) -> Client:
    client = Client()
    client.force_login(draft.annotation.person)
    return client
