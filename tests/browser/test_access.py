"""Everybody can use the page: by keyboard, on a small screen, enlarged, with a screen reader."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.browser.conftest import NARROW, WIDE, Desk, Open
from tests.browser.scripted_bot import ScriptedBot


@pytest.fixture
def lively(desk: Desk, bot: ScriptedBot) -> Desk:
    """Chats with everything a bubble can hold."""
    for key in ("sari", "budi"):
        for text in ("/start", "halo", "/tautan", "/menu"):
            desk.says(key, text)
    desk.says("budi", "/kontak")
    desk.post("/people/sari/shares_location", latitude=-6.9, longitude=110.4, wait=True)
    desk.post("/people/sari/shares_contact", wait=True)
    return desk


SETTLED = """() => Promise.all(document.getAnimations().filter(one => {
  const timing = one.effect.getComputedTiming();
  return timing.iterations !== Infinity && timing.delay < 1000;
}).map(one => one.finished.catch(() => null)))"""
"""What is still fading in has the colours of nothing yet; a spinner never settles."""


def faults(page: Page) -> list[str]:
    """What axe finds serious or critical, once what moves has come to rest."""
    page.evaluate(SETTLED)
    found = Axe().run(page).response["violations"]
    return [
        f"{one['id']}: {node['html'][:200]} {node['failureSummary'][:300]}"
        for one in found
        if one["impact"] in ("serious", "critical")
        for node in one["nodes"]
    ]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["wide", "narrow"])
def test_axe_finds_nothing(lively: Desk, look: Open, scheme: str, size: dict[str, int]) -> None:
    options = {"viewport": size, "color_scheme": scheme, "reduced_motion": "reduce"}
    page = look(lively, "sari,budi,yosep", **options)
    expect(page.locator("[data-person=sari] .kind-contact")).to_be_visible()
    assert faults(page) == []
    page.locator("[data-person=sari] textarea").press_sequentially("/")
    expect(page.get_by_role("listbox")).to_be_visible()
    assert faults(page) == []
    page.keyboard.press("Escape")
    page.locator("[data-person=sari]").get_by_role("button", name="Lampirkan").click()
    assert faults(page) == []
    page.get_by_role("menuitem", name="Contoh: sertifikat").click()
    expect(page.get_by_role("dialog")).to_be_visible()
    assert faults(page) == []
    page.keyboard.press("Escape")
    row = page.locator("[data-person=sari] .row").last
    row.focus()
    page.keyboard.press("i")
    expect(page.locator(".json").first).to_be_visible()
    assert faults(page) == []


def test_alert_and_faults_panel_are_clean(lively: Desk, look: Open) -> None:
    page = look(lively, reduced_motion="reduce")
    page.locator("[data-person=sari] .key", has_text="Peringatan").click()
    expect(page.get_by_role("alertdialog")).to_be_visible()
    assert faults(page) == []
    page.get_by_role("button", name="Mengerti").click()
    page.get_by_role("button", name="Gangguan").click()
    expect(page.get_by_role("dialog")).to_be_visible()
    assert faults(page) == []


def test_everything_goes_without_a_mouse(desk: Desk, bot: ScriptedBot, look: Open) -> None:
    page = look(desk)
    page.keyboard.press("Alt+1")
    sari = page.locator("[data-person=sari]")
    expect(sari).to_have_class("phone active")
    sari.get_by_role("button", name="Mulai").focus()
    page.keyboard.press("Enter")
    expect(sari.locator(".row").last).to_contain_text("Selamat datang")
    page.keyboard.press("Alt+1")
    page.keyboard.type("/m")
    page.keyboard.press("Enter")
    expect(sari.locator(".key")).to_have_count(4)
    page.keyboard.press("Alt+1")
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Shift+Tab")
    last = sari.locator(".key").last
    expect(last).to_be_focused()
    assert last.evaluate("node => getComputedStyle(node).outlineStyle") == "solid"
    page.keyboard.press("Shift+Tab")
    expect(sari.locator(".key").nth(2)).to_be_focused()
    page.keyboard.press("Enter")
    expect(sari.locator(".row").last).to_contain_text("Kartu sudah diubah")
    sari.get_by_role("log").focus()
    page.keyboard.press("ArrowUp")
    expect(sari.locator(".row").last).to_be_focused()
    page.keyboard.press("m")
    expect(page.get_by_role("menuitem", name="Balas")).to_be_focused()
    page.keyboard.press("Escape")
    page.keyboard.press("Alt+2")
    expect(page.locator("[data-person=budi]")).to_have_class("phone active")


def test_small_screen_shows_one_phone_and_switches(
    desk: Desk, bot: ScriptedBot, look: Open
) -> None:
    for key in ("sari", "budi", "yosep"):
        desk.says(key, "/start")
    page = look(desk, "sari,budi", viewport=NARROW, is_mobile=True, has_touch=True)
    visible = page.locator(".phone:visible")
    expect(visible).to_have_count(1)
    desk.says("budi", "/menu")
    chip = page.locator("[data-chip=budi]")
    expect(chip.locator(".badge")).to_contain_text("2")
    assert page.evaluate("innerWidth") == NARROW["width"]
    chip.click()
    expect(visible.locator("h2")).to_have_text("Budi Hartono")
    expect(chip).to_have_attribute("aria-pressed", "true")
    expect(chip.locator(".badge")).to_have_count(0)
    expect(page.locator("[data-person=budi] .key").last).to_be_in_viewport()
    page.locator("[data-chip=yosep]").click()
    expect(visible.locator("h2")).to_have_text("Yosep Rumbiak")
    visible.locator(".row").last.get_by_role("button", name="Lihat isi mentah pesan").click()
    expect(page.locator(".json").first).to_be_visible()
    page.get_by_role("button", name="Tutup pemeriksa").click()
    assert page.evaluate("[innerWidth, document.documentElement.scrollWidth]") == [390, 390]


@pytest.mark.parametrize("width", [640, 960, 1280, 1920])
def test_no_width_cuts_anything_off(desk: Desk, bot: ScriptedBot, look: Open, width: int) -> None:
    desk.says("sari", "/menu")
    page = look(desk, "sari,budi,yosep", viewport={"width": width, "height": width // 8 * 5})
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    beyond = page.evaluate(
        """() => [...document.querySelectorAll(".top *")].filter(node => {
          const box = node.getBoundingClientRect();
          return box.width && (box.right > innerWidth + 1 || box.left < -1);
        }).length"""
    )
    assert beyond == 0
    expect(page.locator("[data-person=sari] .key").last).to_be_visible()


def test_history_is_quiet_and_news_is_read_aloud(desk: Desk, bot: ScriptedBot, look: Open) -> None:
    desk.says("sari", "/start")
    page = look(desk)
    log = page.locator("[data-person=sari]").get_by_role("log")
    expect(log).to_have_attribute("aria-live", "polite")
    expect(log).to_have_attribute("aria-label", "Obrolan Sari Wulandari dengan Bot Uji")
