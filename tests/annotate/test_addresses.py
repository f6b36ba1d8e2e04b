"""Addresses that people name as evidence, and where a browser would go."""

import pytest

from annotate.templatetags.addresses import host


def test_a_web_address_is_shown_by_its_host():
    assert host("https://www.archive.example/1?page=2") == "archive.example"
    assert host("https://archive.example@elsewhere.example/") == "elsewhere.example"


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "data:text/html,hello",
        "//archive.example/1",
        "http://[",
        "http://elsewhere.example\\@archive.example/",
        "http://archive.example\n.elsewhere.example/",
        None,
    ],
)
def test_an_address_that_leads_nowhere_or_elsewhere_is_no_link(address):
    assert host(address) == ""
