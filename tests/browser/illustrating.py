"""Pictures of the guides and a result, from the demo: `python -m tests.browser.illustrating`."""

from __future__ import annotations

import io
import re
import shutil
import sys
import tempfile
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, expect, sync_playwright

from tests.browser.conftest import ARGUMENTS, NAMES, ROOT
from tests.journeys.playing import demo

PICTURES, LARGEST, PATIENCE = ROOT / "docs" / "pictures", 60_000, 60_000
PHONE = {"width": 390, "height": 860}
SCENES = {
    "panduan-prestasi.png": ("sari", "Antrean loket turun dari 40 menjadi 15 menit"),
    "hasil-terbit.png": ("sari", "/skor", "[Hasil sebelumnya", "[Lihat radar"),
    "panduan-hasil.png": ("sari", "/skor", "[Hasil sebelumnya", "[Mengapa?", "[Kepuasan"),
    "panduan-menilai.png": ("budi", "/menu"),
    "panduan-tim.png": ("wayan", "/panel"),
    "panduan-admin.png": ("maya", "/admin"),
    "panduan-terbit.png": ("kepala", "/terbit"),
}
"""By picture: whose phone, and what is said or, after `[`, pressed there."""


def take(browser: Browser, url: str, name: str, who: str, *steps: str) -> None:
    """The phone as its owner sees it after these steps. Raises ValueError when it is too large."""
    page = browser.new_page(viewport=PHONE, locale="id-ID")  # type: ignore[arg-type]
    page.set_default_timeout(PATIENCE)
    page.goto(f"{url}/#orang={who}")
    expect(page.locator("#connection")).to_have_text("Tersambung")
    phone = page.locator(f".phone[data-person={who}]")
    for step in steps:
        before = phone.locator(".row.theirs").last.inner_html()
        if step.startswith("["):
            label = re.compile(rf"^\s*{re.escape(step[1:])}")
            phone.locator(".key", has_text=label).last.click()
            expect(phone.locator(".key[aria-busy=true]")).to_have_count(0)
        else:
            phone.get_by_role("textbox").fill(step)
            phone.get_by_role("textbox").press("Enter")
        page.wait_for_function(
            "([who, before]) => [...document.querySelectorAll("
            "`.phone[data-person=${who}] .row.theirs`)].at(-1).innerHTML !== before",
            arg=[who, before],
        )
    expect(page.locator(".toast")).to_have_count(0)
    seen = Image.open(io.BytesIO(phone.screenshot(animations="disabled")))
    kept = PICTURES / name
    seen.convert("RGB").quantize(48, dither=Image.Dither.NONE).save(kept, optimize=True)
    page.close()
    if kept.stat().st_size > LARGEST:
        raise ValueError(f"{name} is too large")


def main(wanted: list[str]) -> None:
    path = next(filter(None, map(shutil.which, NAMES)), None)
    with (
        tempfile.TemporaryDirectory() as folder,
        demo(Path(folder)) as started,
        sync_playwright() as playwright,
    ):
        browser = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        for name, scene in SCENES.items():
            if not wanted or name in wanted:
                take(browser, started.url, name, *scene)
        browser.close()


if __name__ == "__main__":
    main(sys.argv[1:])
