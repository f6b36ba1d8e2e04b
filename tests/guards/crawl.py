"""Everything that one person can read: each page, each list by each of its filters, each answer of the API."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlencode, urlsplit

from django.urls import resolve
from lxml import html
from rest_framework import serializers

from tests.guards.addresses import PLACEHOLDER, filled
from tests.guards.blind_world import WORDS, Scene
from tests.guards.reading import Reader
from tests.guards.requests import ADMIN, NUMBERS
from tests.guards.tables import each_of, rows_of
from verification.models import User

# What has nothing to do with a claim, or only with adding to a project. Whatever is not named here is read.
ELSEWHERE = re.compile(
    r"/(account|bundles|invitation|people|projects|language|healthz|livez|readyz|api/(schema|docs|v1/uploads))|"
    r"/p/<slug>/(people/invite|guideline/(write|compare)|uploads/<|articles/(add|<pk>/.+)|releases/<)|"
    r"/admin/(jsi18n|login|logout|password|autocomplete|r/|<url)|.*/(add|delete|history)/$|.*<object_id>/$|"
    r"/admin/verification/(user|token|heartbeat)/|.*/(uploads|releases)/<"
)
# Filters by what an article or a claim is, whatever was done with it: one value of each is looked at.
NOT_OF_WORK = {"topic", "state", "language", "of", "kind", "round", "article", "project", "target", "order", "sort"}
# Lists of the administration that are filtered and searched; the others are read as they are.
FILTERED = re.compile(r"/(?!admin)|/admin/verification/(claim|annotation|judgement|resolution|auditevent)/$")
ADDRESSES = [
    address
    for row in rows_of("permissions.md", first="address")
    if row["method"] == "GET"
    for address in each_of(row["address"].strip("`"))
    if not ELSEWHERE.match(address)
]
SEARCHES_ARTICLES = ("/review/", "/p/here/articles/")
Read = dict[str, str]


def crawl(scene: Scene, person: User, reader: Reader, *, filters: bool, only: re.Pattern[str] = re.compile("")) -> Read:
    """What the person is answered, by address; with `filters` also each list by each of its filters and searches.

    `only` names the addresses that are asked, as they stand in docs/permissions.md.
    """
    read: Read = {}
    reader.forget()
    for address in ADDRESSES:
        # Administrators have a twin who reads the pages.
        if address.startswith("/admin/") != person.is_staff or not only.match(address):
            continue
        for url in _urls(scene, address, person):
            read[url] = reader.get(url)
            if not filters or not FILTERED.match(url):
                continue
            looked_at = set()
            for query in dict.fromkeys(_queries(url, read[url])):
                name = query.partition("=")[0].partition("__")[0]
                if name not in looked_at:
                    read[f"{url}?{query}"] = reader.get(f"{url}?{query}")
                if name in NOT_OF_WORK or (person.is_staff and name != "stage"):
                    looked_at.add(name)
    return read


def _urls(scene: Scene, address: str, person: User) -> Iterator[str]:
    """The address with the number of each thing that is there in this world or in another."""
    places = PLACEHOLDER.findall(address)
    values: dict[str, Any] = {"slug": "here", "app_label": "verification", "url": "x/", "version": 1, "name": "x"}
    values |= {"article": scene.claim.article_id, "content_type_id": 1, "judgement": 2001}
    values |= {"digest": "1", "file": "review.js"}
    if "pk" in places:
        fitting = max((beginning for beginning in NUMBERS if address.startswith(beginning)), key=len)
        for number in _numbers(scene, NUMBERS[fitting], person):
            yield filled(address, values | {"pk": number})
    elif "object_id" in places:
        model = ADMIN.match(address)
        for number in _numbers(scene, model["model"], person) if model else ():
            yield filled(address, values | {"object_id": number})
    else:
        yield filled(address, values)


def _numbers(scene: Scene, thing: str, person: User) -> list[int]:
    match thing:
        case "open" | "resolved" | "waiting" | "claim":
            return [scene.claim.pk]
        case "article" | "failed":
            return [scene.claim.article_id or 0]
        case "place" | "annotation":
            # Their own, where they have one, another viewer's, and another's.
            own = scene.annotations.get(person.pk, 1002)
            return [own, 1001 if own != 1001 else 1002, 2001]
        case "comment":
            return [2001]
        case "question" | "my question":
            return [2001]
        case "judgement" | "evidence" | "search" | "party":
            return [1004, 2001]
        case "team" | "teamassignment" | "rereading":
            return [1001]
        case "resolution" | "rereadclaim" | "known answer":
            return [1001, 2001]
        case "assignment":
            return [1001, 1002, 1003, 1004]
        case "membership":
            people = (scene.people["annotator"], scene.people["annotator who judged"], scene.others["other1"])
            return [membership.pk for membership in scene.project.memberships.filter(user__in=people).order_by("pk")]
        case "dossier":
            return [scene.claim.memberships.get().dossier_id]
        case "member":
            return [scene.others["other1"].pk]
        case "project":
            return [scene.project.pk]
    return []


def _queries(url: str, read: str) -> Iterator[str]:
    """Each filter that the page offers, by each of its values, and a search for what others wrote."""
    if not read.startswith("200") or url.startswith(SEARCHES_ARTICLES):
        return
    if url.startswith("/api/"):
        filters = getattr(getattr(resolve(url).func, "cls", None), "filters", None)
        for name, known in filters().fields.items() if filters else ():
            values = known.choices if isinstance(known, serializers.ChoiceField) else ()
            yield from (urlencode({name: value}) for value in values)
        return
    page = html.fromstring(read.split(" ", 2)[2] or "<p>")
    for form in page.xpath("//form[not(@method) or translate(@method, 'GET', 'get') = 'get']"):
        for option in form.xpath(".//select[@name]//option[@value != '']"):
            yield urlencode({option.xpath("ancestor::select")[0].get("name"): option.get("value")})
        for box in form.xpath(".//input[@type='checkbox' or @type='radio'][@name][@value != '']"):
            yield urlencode({box.get("name"): box.get("value")})
        for field in form.xpath(".//input[@name][@type='search' or @type='text']"):
            yield from (urlencode({field.get("name"): word}) for word in (WORDS["rationale"], WORDS["party"]))
    for link in page.xpath("//a/@href"):
        parts = urlsplit(link)
        is_filter = parts.path in ("", urlsplit(url).path) and parts.query and "&" not in parts.query
        if is_filter and not parts.query.startswith("o="):  # the order of an administration's list
            yield parts.query
