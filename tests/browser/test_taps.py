"""What happens between pressing a button and the bot's answer."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Desk, Open
from tests.browser.scripted_bot import ScriptedBot


@pytest.fixture
def page(desk: Desk, bot: ScriptedBot, look: Open) -> Page:
    """Sari has the menu open."""
    desk.says("sari", "/menu")
    page = look(desk)
    expect(page.locator("[data-person=sari] .bubble")).to_have_count(2)
    return page


def test_button_spins_until_the_tap_is_answered(page: Page, bot: ScriptedBot) -> None:
    bot.gate.clear()
    button = page.locator("[data-person=sari] .key", has_text="Simpan")
    button.click()
    expect(button).to_have_attribute("aria-busy", "true")
    expect(button.locator(".spinner")).to_be_visible()
    page.reload()
    expect(button).to_have_attribute("aria-busy", "true")
    bot.gate.set()
    expect(button).not_to_have_attribute("aria-busy", "true")
    expect(button.locator(".spinner")).to_be_hidden()


def test_tap_from_elsewhere_spins_too(page: Page, bot: ScriptedBot, desk: Desk) -> None:
    bot.gate.clear()
    desk.post("/people/sari/taps", label="Simpan")
    button = page.locator("[data-person=sari] .key", has_text="Simpan")
    expect(button).to_have_attribute("aria-busy", "true")
    bot.gate.set()
    expect(button).not_to_have_attribute("aria-busy", "true")


def test_toast_passes_and_stays_on_its_phone(page: Page) -> None:
    page.locator("[data-person=sari] .key", has_text="Simpan").click()
    toast = page.locator("[data-person=sari] .toast")
    expect(toast).to_have_text("Tersimpan")
    expect(page.locator("[data-person=budi] .toast")).to_have_count(0)
    expect(page.get_by_role("alertdialog")).to_have_count(0)
    expect(toast).to_have_count(0)


def test_alert_waits_until_it_is_understood(page: Page) -> None:
    button = page.locator("[data-person=sari] .key", has_text="Peringatan")
    button.click()
    alert = page.locator("[data-person=sari]").get_by_role("alertdialog")
    expect(alert).to_contain_text("Tidak dapat ditarik lagi")
    expect(alert.get_by_role("button", name="Mengerti")).to_be_focused()
    page.keyboard.press("Enter")
    expect(alert).to_have_count(0)
    expect(button).to_be_focused()


def test_card_is_edited_in_place(page: Page) -> None:
    rows = page.locator("[data-person=sari] .row")
    card = rows.last.get_attribute("data-id")
    page.locator("[data-person=sari] .key", has_text="Ubah kartu").click()
    same = page.locator(f"[data-person=sari] .row[data-id='{card}']")
    expect(same).to_contain_text("Kartu sudah diubah")
    expect(same.locator(".marks")).to_contain_text("disunting")
    expect(rows).to_have_count(2)
    expect(same.locator(".key")).to_have_text(["Ubah kartu"])
    expect(same.locator(".key")).to_be_focused()


def test_deleted_message_vanishes(page: Page) -> None:
    page.locator("[data-person=sari] .key", has_text="Hapus kartu").click()
    expect(page.locator("[data-person=sari] .row")).to_have_count(1)


def test_double_tap_fault_reaches_the_bot_twice(page: Page, bot: ScriptedBot) -> None:
    page.get_by_role("button", name="Gangguan").click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_role("button", name=re.compile("Ketukan ganda")).click()
    expect(dialog.locator(".active-faults")).to_contain_text("Ketukan ganda")
    expect(page.locator("#faults .badge")).to_have_text("1")
    page.keyboard.press("Escape")
    page.locator("[data-person=sari] .key", has_text="Simpan").click()
    expect(page.locator("[data-person=sari] .toast")).to_have_count(1)
    expect(page.locator("#faults .badge")).to_be_hidden()
    taps = [update for update in bot.received if "callback_query" in update]
    assert len(taps) == 2


def test_faults_can_be_taken_back(page: Page, desk: Desk) -> None:
    page.get_by_role("button", name="Gangguan").click()
    dialog = page.get_by_role("dialog")
    for name in ("429", "502", "lambat", "Ketukan ganda"):
        dialog.get_by_role("button", name=re.compile(name)).click()
    expect(dialog.locator(".active-faults li")).to_have_count(4)
    dialog.get_by_role("button", name="Hapus semua gangguan").click()
    expect(dialog.locator(".active-faults")).to_contain_text("Tidak ada gangguan")
    assert desk.get("/faults") == []


def test_link_button_of_the_bot_starts_it(page: Page, desk: Desk) -> None:
    desk.says("sari", "/tautan")
    page.get_by_role("button", name=re.compile("Mulai dari tautan")).click()
    expect(page.locator("[data-person=sari] .row").last).to_contain_text("dari_tautan")
    expect(page.get_by_role("dialog")).to_have_count(0)


def test_other_link_opens_a_notice(page: Page, desk: Desk) -> None:
    desk.says("sari", "/tautan")
    page.get_by_role("button", name=re.compile("Situs luar")).click()
    dialog = page.get_by_role("dialog", name="Tautan ke luar")
    expect(dialog).to_contain_text("https://contoh.example/halaman")
    assert len(page.context.pages) == 1


def test_copy_button_copies(page: Page, desk: Desk) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    desk.says("sari", "/tautan")
    page.get_by_role("button", name=re.compile("Salin kode")).click()
    expect(page.locator("#toasts")).to_contain_text("Teks disalin")
    assert page.evaluate("navigator.clipboard.readText()") == "TLD-2291"
