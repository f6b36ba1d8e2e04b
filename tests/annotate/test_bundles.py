"""Scripts and styles that are sent as one file."""

import gzip
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders
from django.test import Client
from django.urls import reverse

from annotate.bundles import BUNDLES, bundle_of


@pytest.mark.parametrize("name", BUNDLES)
def test_a_bundle_holds_its_parts_in_their_order_and_is_kept_for_good(name):
    answer = Client().get(reverse("bundle", args=[bundle_of(name).digest, name]))
    said = answer.content.decode()
    parts = [
        "".join(line for line in lines if not line.lstrip().startswith("//"))
        for part in BUNDLES[name]
        for lines in [Path(finders.find(f"annotate/{part}")).read_text().splitlines(keepends=True)]
    ]
    at = [said.index(part) for part in parts]
    assert at == sorted(at)
    assert "immutable" in answer["Cache-Control"]


def test_it_is_packed_for_whoever_can_unpack_it():
    answer = Client().get(reverse("bundle", args=["old", "review.js"]), headers={"Accept-Encoding": "gzip, br"})
    assert gzip.decompress(answer.content) == bundle_of("review.js").content
    assert "Accept-Encoding" in answer["Vary"]


def test_the_address_of_an_earlier_version_brings_the_one_of_now_and_is_not_kept():
    answer = Client().get(reverse("bundle", args=["old", "review.css"]))
    assert answer.content == bundle_of("review.css").content
    assert answer["Cache-Control"] == "no-cache"


def test_there_is_no_bundle_of_another_name():
    assert Client().get(reverse("bundle", args=["old", "settings.py"])).status_code == 404
