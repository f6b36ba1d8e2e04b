"""Small filters of the templates."""

from datetime import UTC, date, datetime, timedelta

from django.utils import timezone
from django.utils.translation import override

from annotate.templatetags.markdown import markdown
from annotate.templatetags.words import (
    ago,
    begins_with,
    day,
    decimals,
    is_web_address,
    moment,
    speaker,
    state,
    the_day,
    verdict,
)


def test_a_date_is_shown_as_exactly_as_it_is_known():
    known = date(2026, 11, 21)
    assert [day(known, precision) for precision in ("year", "month", "day")] == [
        "2026",
        "2026-11",
        "2026-11-21",
    ]
    assert day(None, None) == ""


def test_a_chip_is_in_the_language_of_each_reader_and_has_nothing_unsafe_in_it():
    with override("fa"):
        there = state("open", "Stage"), verdict("disputed", "contradicted")
    here = state("open", "Stage"), verdict("disputed", "contradicted")
    assert "open" in here[0]
    assert "<small>" in here[1]
    assert not set(here) & set(there)
    assert verdict("disputed") == verdict("disputed", None) != here[1]


def test_a_moment_is_in_the_readers_time_zone_and_a_date_is_as_it_is():
    at = datetime(2026, 11, 21, 23, 30, tzinfo=UTC)
    with timezone.override("Asia/Kabul"):
        assert moment(at) == '<time datetime="2026-11-22T04:00:00+04:30" dir="ltr">2026-11-22 04:00 +0430</time>'
        assert the_day(at) == '<time datetime="2026-11-22" dir="ltr">2026-11-22</time>'
        assert the_day(date(2026, 11, 21)) == '<time datetime="2026-11-21" dir="ltr">2026-11-21</time>'
    assert moment(None) == the_day(None) == ""


def test_what_was_a_moment_ago_counts_no_seconds():
    assert ago(timezone.now() - timedelta(seconds=20)) == "just now"
    assert ago(timezone.now() - timedelta(hours=2)).replace("\xa0", " ") == "2 hours ago"


def test_a_figure_has_a_true_minus_that_stays_before_it_whichever_way_the_page_runs():
    assert [decimals(figure) for figure in (0.534, 1.0, -0.001)] == ["0.53", "1.00", "0.00"]
    assert decimals(-0.05) == "\u2066\u22120.05\u2069"


def test_who_is_not_named_is_said_to_be_in_the_readers_language():
    assert speaker("Port authority") == "Port authority"
    with override("fa"):
        assert speaker("unnamed") not in ("unnamed", "")


def test_only_web_addresses_are_offered_as_links():
    assert is_web_address("HTTPS://archive.example/1")
    assert not is_web_address("javascript:alert(1)")
    assert not is_web_address(None)


def test_a_title_that_opens_the_text_is_known_so_that_it_is_not_shown_twice():
    assert begins_with("The ferry sank\n\nNobody was hurt.", "The ferry sank")
    assert not begins_with("Nobody was hurt.", "The ferry sank")
    assert not begins_with("Nobody was hurt.", "")
    assert not begins_with(None, None)


def test_a_guideline_is_shown_as_written_and_never_run():
    html = markdown("# How\n\n**Read** [it](https://a.example).\n\n<script>alert(1)</script> [x](javascript:alert(1))")
    assert "<h3>How</h3>" in html
    assert "<strong>Read</strong>" in html
    assert "<script" not in html
    assert 'href="javascript' not in html
