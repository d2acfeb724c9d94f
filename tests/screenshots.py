"""Pictures of every template at both widths and colour schemes, and in print: `make screenshots`.

Not a test: a person looks at them, one by one.
"""

import threading
from typing import Any

from playwright.sync_api import Browser, sync_playwright

from macros.publishing import publish
from macros.serving import server
from tests import chromium
from tests.archives import ROOT

FOLDER = ROOT / ".screenshots"
PAGES = {
    "home": "/",
    "about": "/about/",
    "list": "/consultations/",
    "consultation-cover-only": "/consultations/944/",
    "consultation": "/consultations/948/",
    "items": "/items/",
    "item": "/items/account-number/",
    "operation": "/operations/long-term-care-insurance/",
    "act": "/acts/outsourcing/",
    "article": "/articles/18/",
    "counterparty": "/counterparties/yamato-system-development/",
    "schedule": "/schedules/2023-law-change/",
    "starts": "/schedules/starts/",
    "search": "/search/?q=口座番号",
    "search-empty": "/search/?q=水道料金",
    "not-found": "/404.html",
}
MODES: tuple[tuple[int, Any], ...] = ((360, "light"), (360, "dark"), (1280, "light"), (1280, "dark"))


def main() -> None:
    """Write the pictures to .screenshots/."""
    FOLDER.mkdir(exist_ok=True)
    serving = server(publish(ROOT), 0)
    threading.Thread(target=serving.serve_forever, daemon=True).start()
    address = f"http://127.0.0.1:{serving.server_address[1]}"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium.find(), args=list(chromium.FLAGS))
        for width, scheme in MODES:
            _take(browser, address, width, scheme)
    serving.shutdown()
    print(f"{len(PAGES) * len(MODES)}枚を {FOLDER.name}/ に撮りました。印刷の見本は *.pdf です。")


def _take(browser: Browser, address: str, width: int, scheme: Any) -> None:
    context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme, locale="ja-JP")
    page = context.new_page()
    for name, path in PAGES.items():
        page.goto(address + path)
        if "?q=" in path:
            page.locator("[data-search-status]").get_by_text("見つかり").wait_for()
        page.screenshot(path=FOLDER / f"{name}-{width}-{scheme}.png", full_page=True)
        if (width, scheme) == MODES[-2]:
            page.pdf(path=FOLDER / f"{name}.pdf", format="A4")
    context.close()


if __name__ == "__main__":
    main()
