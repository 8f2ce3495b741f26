"""The desk around the phones: clock, people, inspector, calls, transcripts, broken lines."""

import re
from pathlib import Path

import httpx
from playwright.sync_api import expect

from tests.browser.conftest import PEOPLE, Desk, Open
from tests.browser.scripted_bot import ScriptedBot

DEADLINE = "2027-01-05T16:59:00+00:00"


def test_page_says_that_it_is_no_telegram(desk: Desk, look: Open) -> None:
    page = look(desk)
    expect(page.get_by_role("heading", name="Kotak pasir")).to_be_visible()
    expect(page.locator(".banner")).to_contain_text("Ini bukan Telegram")
    expect(page.locator(".phone")).to_have_count(2)


def test_page_loads_nothing_from_elsewhere(desk: Desk, bot: ScriptedBot, look: Open) -> None:
    desk.says("sari", "/menu")
    page = look(desk)
    loaded = page.evaluate("performance.getEntriesByType('resource').map(one => one.name)")
    assert loaded
    assert [name for name in loaded if not name.startswith((desk.url, "data:", "blob:"))] == []


def test_clock_moves_by_the_hour_and_the_day(desk: Desk, look: Open) -> None:
    desk.post("/clock", to="2026-12-01T02:00:00+00:00")
    desk.post("/clock", freeze=True)
    page = look(desk, "sari,budi,yosep")
    expect(page.locator("#clock-time")).to_have_text("09.00 WIB")
    expect(page.locator("#clock-moved")).to_contain_text("dijeda")
    page.get_by_role("button", name="+1 jam").click()
    expect(page.locator("#clock-time")).to_have_text("10.00 WIB")
    page.get_by_role("button", name="+1 hari").click()
    expect(page.locator("#clock-day")).to_have_text("Rabu, 2 Desember 2026")
    times = page.locator(".owner-time")
    expect(times).to_have_text(["11.00 WITA", "10.00 WIB", "12.00 WIT"])
    page.get_by_role("button", name="Jalankan").click()
    expect(page.get_by_role("button", name="Jeda")).to_be_visible()
    assert desk.get("/clock")["frozen"] is False


def test_clock_jumps_to_the_next_deadline(desk: Desk, look: Open) -> None:
    desk.post("/clock", to="2026-12-01T02:00:00+00:00")
    page = look(desk)
    jump = page.get_by_role("button", name=re.compile("Ke tenggat berikutnya"))
    expect(jump).to_be_disabled()
    marks = [{"at": DEADLINE, "label": "Batas penilaian"}]
    httpx.put(f"{desk.url}/sim/marks", json=marks).raise_for_status()
    expect(jump).to_contain_text("Batas penilaian · 5 Jan 23.59")
    jump.click()
    expect(page.locator("#clock-day")).to_have_text("Selasa, 5 Januari 2027")
    expect(page.locator("#clock-moved")).to_have_text(re.compile("maju|mundur"))
    expect(jump).to_be_disabled()


def test_people_are_chosen_and_stay_in_the_address(desk: Desk, look: Open) -> None:
    page = look(desk)
    page.locator("[data-chip=yosep]").click()
    expect(page.locator(".phone")).to_have_count(3)
    page.locator("[data-chip=budi]").click()
    expect(page.locator(".phone h2")).to_have_text(["Sari Wulandari", "Yosep Rumbiak"])
    page.reload()
    expect(page.locator(".phone h2")).to_have_text(["Sari Wulandari", "Yosep Rumbiak"])


def test_person_is_added(desk: Desk, look: Open) -> None:
    page = look(desk)
    page.get_by_role("button", name="Tambah orang").click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_label("Nama depan").fill("Maria")
    dialog.get_by_label("Peran").fill("Warga, Jayapura")
    dialog.get_by_label("Zona waktu").select_option("Asia/Jayapura")
    dialog.get_by_role("button", name="Tambahkan").click()
    phone = page.get_by_role("region", name="Ponsel Maria, Warga, Jayapura")
    expect(phone.locator(".owner-time")).to_contain_text("WIT")
    assert [one["key"] for one in desk.get("/state")["people"]][-1] == "maria"


def test_other_phone_shows_a_badge_until_it_is_used(
    desk: Desk, bot: ScriptedBot, look: Open
) -> None:
    page = look(desk)
    desk.says("budi", "/menu")
    badge = page.locator("[data-person=budi] .owner .badge")
    expect(badge).to_have_text("1")
    expect(page).to_have_title("(1) Kotak pasir · Bot Uji")
    page.locator("[data-person=budi] textarea").click()
    expect(badge).to_be_hidden()
    expect(page).to_have_title("Kotak pasir · Bot Uji")


def test_inspector_shows_what_made_a_message(desk: Desk, bot: ScriptedBot, look: Open) -> None:
    desk.says("sari", "/menu")
    page = look(desk)
    card = page.locator("[data-person=sari] .row").last
    card.hover()
    card.get_by_role("button", name="Lihat isi mentah pesan").click()
    drawer = page.get_by_role("complementary", name="Pemeriksa")
    expect(drawer).to_contain_text("sendMessage")
    expect(drawer).to_contain_text("inline_keyboard")
    page.keyboard.press("Escape")
    expect(drawer).to_be_hidden()


def test_calls_are_listed_and_filtered(desk: Desk, bot: ScriptedBot, look: Open) -> None:
    page = look(desk)
    page.get_by_role("button", name="Panggilan").click()
    calls = page.locator(".call")
    expect(calls.filter(has_text="getMe")).to_have_count(1)
    desk.says("sari", "/menu")
    expect(calls.filter(has_text="sendMessage")).to_have_count(1)
    page.get_by_role("searchbox").fill("sendMessage")
    expect(calls).to_have_count(1)
    calls.first.click()
    expect(calls.first.locator(".json")).to_contain_text("Menu")


def test_transcript_is_copied(desk: Desk, bot: ScriptedBot, look: Open) -> None:
    desk.says("sari", "/menu")
    page = look(desk)
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.get_by_role("button", name="Salin percakapan").click()
    expect(page.locator("#toasts")).to_contain_text("disalin")
    text = page.evaluate("navigator.clipboard.readText()")
    assert "Sari Wulandari" in text
    assert "[Simpan] [Peringatan]" in text


def test_group_has_a_chat_of_its_own(desk: Desk, bot: ScriptedBot, look: Open) -> None:
    desk.post("/groups", key="forum", title="Forum Dinas", members=["sari", "budi"])
    page = look(desk)
    sari, budi = page.locator("[data-person=sari]"), page.locator("[data-person=budi]")
    for phone in (sari, budi):
        phone.get_by_role("button", name="Forum Dinas").click()
    sari.get_by_role("textbox").fill("Selamat pagi")
    sari.get_by_role("textbox").press("Enter")
    greeting = budi.locator(".row.theirs", has_text="Selamat pagi")
    expect(greeting.locator(".sender")).to_have_text("Sari Wulandari")
    sari.get_by_role("button", name="Bot Uji", exact=True).click()
    expect(sari.locator(".row")).to_have_count(0)


def test_nothing_is_lost_or_doubled_when_the_server_restarts(tmp_path: Path, look: Open) -> None:
    desk = Desk(tmp_path)
    desk.start()
    desk.populate()
    bot = ScriptedBot(desk.url).start()
    try:
        desk.says("sari", "satu")
        page = look(desk)
        rows = page.locator("[data-person=sari] .row .text")
        before = ["satu", "Anda menulis: satu"]
        expect(rows).to_have_text(before)
        desk.stop()
        expect(page.locator("#connection")).to_have_text("Menyambung lagi…")
        desk.start()
        bot.call("getMe")
        desk.says("sari", "dua")
        expect(page.locator("#connection")).to_have_text("Tersambung")
        after = [*before, "dua", "Anda menulis: dua"]
        expect(rows).to_have_text(after)
        desk.says("sari", "tiga")
        expect(rows).to_have_text([*after, "tiga", "Anda menulis: tiga"])
    finally:
        bot.stop()
        desk.stop()


def test_forgotten_world_empties_the_phones(desk: Desk, bot: ScriptedBot, look: Open) -> None:
    desk.says("sari", "satu")
    page = look(desk)
    expect(page.locator("[data-person=sari] .row")).to_have_count(2)
    desk.post("/reset")
    for person in PEOPLE:
        desk.post("/people", **person)
    expect(page.locator("[data-person=sari] .row")).to_have_count(0)


HOLD_ONE_STATE = """() => {
    const real = window.fetch;
    window.fetch = async (...asked) => {
        const answer = await real(...asked);
        if (!window.release && String(asked[0]).endsWith("/sim/state"))
            await new Promise((go) => {
                window.release = go;
                document.body.dataset.held = "";
            });
        return answer;
    };
}"""


def test_late_answer_takes_no_message_away(desk: Desk, bot: ScriptedBot, look: Open) -> None:
    desk.says("sari", "satu")
    page = look(desk)
    rows = page.locator("[data-person=sari] .row .text")
    expect(rows).to_have_text(["satu", "Anda menulis: satu"])
    page.evaluate(HOLD_ONE_STATE)
    desk.post("/people", key="maria", first_name="Maria")
    expect(page.locator("body[data-held]")).to_be_attached()
    desk.says("sari", "dua")
    after = ["satu", "Anda menulis: satu", "dua", "Anda menulis: dua"]
    expect(rows).to_have_text(after)
    with page.expect_response("**/sim/state"):  # the late one is too old, so it asks again
        page.evaluate("window.release()")
    expect(page.locator("[data-chip=maria]")).to_be_visible()
    desk.says("sari", "tiga")
    expect(rows).to_have_text([*after, "tiga", "Anda menulis: tiga"])
