"""The public's form in a real browser: widths, themes, without a mouse, without scripts.

With PICTURES=1 the picture of docs/survei-warga.md is taken on the way.
"""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect
from sqlmodel import select

from bot.rules.surveys.elements import ELEMENTS
from bot.web.site import build_site, serve
from bot.web.surveying import Surveying
from storage.database import Database
from storage.surveys import SurveyAnswer
from tests.browser.test_access import faults
from tests.browser.test_demo import take
from tests.cast import employ
from tests.citizens import CODE, put
from tests.databases import fresh
from tests.kit import TestClock

WIDTHS = {360: 740, 768: 1024, 1280: 800}
NOW = datetime(2026, 8, 12, 3, tzinfo=UTC)


class Served:
    """The page alone, in a thread with a loop of its own."""

    def __init__(self, folder: Path) -> None:
        self.database = fresh(folder / "teladan.db")
        with self.database.transaction() as session:
            put(session, employ(session)[0]["Layanan"])
        self.loop, self.url = asyncio.new_event_loop(), ""
        self.thread = threading.Thread(target=self.loop.run_forever, daemon=True)
        self.thread.start()
        self.runner = asyncio.run_coroutine_threadsafe(self._serve(), self.loop).result()

    async def _serve(self) -> Any:
        async def well() -> dict[str, Any]:
            return {"ready": True}

        page = Surveying(self.database, TestClock(NOW), seconds=lambda: 0.0)
        page.allowance.has = lambda *_: True  # type: ignore[method-assign]
        site = build_site(well, None, None, None, page.routes())
        runner = await serve(site, "127.0.0.1", 0)
        self.url = f"http://127.0.0.1:{runner.addresses[0][1]}/survei"
        return runner

    def stop(self) -> None:
        asyncio.run_coroutine_threadsafe(self.runner.cleanup(), self.loop).result()
        self.loop.call_soon_threadsafe(self.loop.stop)
        self.thread.join()
        self.loop.close()
        self.database.close()


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    running = Served(tmp_path_factory.mktemp("survey"))
    yield running
    running.stop()


def kept(database: Database) -> list[SurveyAnswer]:
    with database.transaction() as session:
        return list(session.exec(select(SurveyAnswer)).all())


def fits(page: Page, width: int) -> None:
    assert faults(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", WIDTHS)
def test_it_is_whole_at_every_width_and_axe_finds_nothing(
    browser: Browser, served: Served, width: int, scheme: str
) -> None:
    size = {"width": width, "height": WIDTHS[width]}
    page = browser.new_page(viewport=size, color_scheme=scheme, locale="id-ID")  # type: ignore[arg-type]
    page.goto(served.url)
    fits(page, width)
    page.get_by_label("Nomor loket atau tiket").fill(CODE)
    page.get_by_role("button", name="Lanjut").click()
    expect(page.locator("fieldset")).to_have_count(len(ELEMENTS))
    fits(page, width)
    if (width, scheme) == (360, "light"):
        take(page, "survei-web.png")
    page.goto(f"{served.url}/2222222")
    fits(page, width)
    page.close()


def test_it_goes_by_keyboard_and_without_scripts(browser: Browser, served: Served) -> None:
    before = len(kept(served.database))
    page = browser.new_page(
        viewport={"width": 360, "height": 740}, java_script_enabled=False, locale="id-ID"
    )
    page.goto(f"{served.url}/{CODE}")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="English")).to_be_focused()
    for at in range(len(ELEMENTS)):
        page.keyboard.press("Tab")
        page.keyboard.press("Space")
        for _ in range(at % 4):
            page.keyboard.press("ArrowDown")
    page.keyboard.press("Tab")
    page.keyboard.type("Kursi tunggu kurang.")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Kirim")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_role("status")).to_contain_text("sudah diterima")
    page.get_by_role("link").click()
    expect(page.get_by_role("status")).to_contain_text("belum ada perubahan")
    page.get_by_role("button", name="Hapus").click()
    expect(page.get_by_role("status")).to_contain_text("sudah dihapus")
    (row,) = kept(served.database)[before:]
    marks = [getattr(row, one.value) for one in ELEMENTS]
    assert marks == [at % 4 + 1 for at in range(len(ELEMENTS))]
    page.close()


def test_what_is_missing_is_shown_and_the_rest_stays(browser: Browser, served: Served) -> None:
    before = len(kept(served.database))
    page = browser.new_page(viewport={"width": 360, "height": 740}, locale="id-ID")
    page.goto(f"{served.url}/{CODE}")
    page.locator("form").first.evaluate("form => form.noValidate = true")
    page.locator("fieldset").first.get_by_label("Sangat sesuai").check()
    page.get_by_role("button", name="Kirim").click()
    expect(page.get_by_role("status").first).to_contain_text("8 pertanyaan")
    expect(page.locator("fieldset.missing")).to_have_count(8)
    expect(page.locator("fieldset").first.get_by_label("Sangat sesuai")).to_be_checked()
    fits(page, 360)
    assert len(kept(served.database)) == before
    page.close()
