"""A real Chromium for the browser tests: the machine's own, or one that is installed for them."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, sync_playwright

_FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
_NAMES = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome")


@contextmanager
def started() -> Iterator[Browser]:
    """A browser for as long as it is needed; a busy machine may take two minutes to start it."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find(), args=list(_FLAGS), timeout=120_000)
        yield browser
        browser.close()


def find() -> str | None:
    """The path of the machine's Chromium; None where Playwright's own is to be used, or there is none."""
    return os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, _NAMES)), None)


def install() -> None:
    """Debian's package where we may install it, Playwright's download elsewhere. Exits with a sentence if neither."""
    if find():
        return
    print("Chromium が見つからないので入れています…", flush=True)
    if shutil.which("apt-get") and os.geteuid() == 0 and _apt():
        return
    if subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"], check=False).returncode != 0:
        sys.exit("Chromium を入れられませんでした。Chromium を入れるか、環境変数 CHROMIUM にその場所を書いてください。")


def _apt() -> bool:
    quiet = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    packages = ("chromium", "fonts-noto-cjk")
    commands = (["apt-get", "update", "-qq"], ["apt-get", "install", "-y", "-qq", "--no-install-recommends", *packages])
    return all(
        subprocess.run(command, check=False, env=quiet, stdout=subprocess.DEVNULL).returncode == 0
        for command in commands
    )
