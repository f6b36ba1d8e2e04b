"""What people do on the review page, in a real browser."""

import re

from playwright.sync_api import Page, expect

SELECT = """([from, to]) => {
  const find = (words) => {
    for (const segment of document.querySelectorAll("[data-article] [data-start]")) {
      const at = segment.firstChild.data.indexOf(words);
      if (at >= 0) return [segment.firstChild, at];
    }
  };
  const range = document.createRange();
  const [first, start] = find(from), [last, end] = find(to);
  range.setStart(first, start);
  range.setEnd(last, end + to.length);
  document.getSelection().removeAllRanges();
  document.getSelection().addRange(range);
}"""


def select(page: Page, first: str, last: str | None = None) -> None:
    page.evaluate(SELECT, [first, last or first])
    page.wait_for_timeout(50)  # the browser tells of a selection a moment later


def out_of_the_fields(page: Page) -> None:
    page.evaluate("document.activeElement.blur()")


def saved(page: Page) -> None:
    expect(page.locator("#saved")).to_have_text(re.compile(r"^Saved"), timeout=8000)


def judge(page: Page) -> None:
    """By keyboard alone: the suggested passage contradicts, so sources conflict."""
    page.keyboard.press("e")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("2")
    page.keyboard.press("Tab")
    page.keyboard.press("ArrowDown")
