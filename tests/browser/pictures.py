"""Pictures of the pages that browser tests come to, for people to look at: kept where SCREENSHOTS names a folder."""

import os
import re
from pathlib import Path

from playwright.sync_api import Page

FOLDER = os.environ.get("SCREENSHOTS", "")
TALLEST = 8_000  # pixels; the reference of the API is taller than a browser can draw


def shoot(page: Page, name: str) -> None:
    """A picture of the page, whole if it can be, under its name, its width, its language, and whether it is dark."""
    if not FOLDER:
        return
    look = page.evaluate(
        "[innerWidth, document.documentElement.lang,"
        " matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'].join('_')"
    )
    file = Path(FOLDER) / f"{re.sub(r'[^a-z-]+', '.', name.lower()).strip('.')}_{look}.png"
    file.parent.mkdir(parents=True, exist_ok=True)
    height = page.evaluate("document.documentElement.scrollHeight")
    page.screenshot(path=file, full_page=height <= TALLEST)
