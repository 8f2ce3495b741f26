"""The demo as a newcomer sees it: Sari's photo and Budi's rating, by clicking only.

With PICTURES=1 the README's screenshots are taken on the way.
"""

from __future__ import annotations

import io
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.conftest import NARROW, ROOT

PATIENCE = 60_000  # milliseconds, on a busy machine
PICTURES = ROOT / "docs" / "pictures"
LARGEST = 400_000
FULL = {"width": 1920, "height": 1080}
FOUR = "sari,budi,wayan,kepala"
REMINDER = "Pengingat: hal berikut menunggu Anda."
TITLE = "Antrean loket turun dari 40 menjadi 15 menit"


@pytest.fixture
def url(demo_url: str) -> str:
    return demo_url


def opened(browser: Browser, url: str, people: str, size: dict[str, int]) -> Page:
    page = browser.new_page(viewport=size, locale="id-ID")  # type: ignore[arg-type]
    page.set_default_timeout(PATIENCE)
    page.goto(f"{url}/#orang={people}")
    expect(page.locator("#connection")).to_have_text("Tersambung")
    return page


def said(phone: Locator) -> Locator:
    """What the bot answered: a reminder of the morning may come in between at any time."""
    return phone.locator(".row.theirs").filter(has_not_text=REMINDER)


def presses(phone: Locator, *labels: str) -> None:
    """Each button in turn; the next is looked for when the bot has answered."""
    for label in labels:
        key = said(phone).locator(".key", has_text=re.compile(rf"^\s*{re.escape(label)}")).last
        key.click()
        expect(phone.locator(".key[aria-busy=true]")).to_have_count(0, timeout=PATIENCE)


def says(phone: Locator, text: str) -> None:
    phone.get_by_role("textbox").fill(text)
    phone.get_by_role("textbox").press("Enter")


def reads(phone: Locator, text: str) -> None:
    expect(said(phone).last).to_contain_text(text, timeout=PATIENCE)


def take(page: Page, name: str) -> None:
    """A small PNG for the README; nothing unless pictures are wanted."""
    if not os.environ.get("PICTURES"):
        return
    page.mouse.move(4, 500)
    expect(page.locator(".toast")).to_have_count(0)
    picture = Image.open(io.BytesIO(page.screenshot(animations="disabled")))
    few = picture.convert("RGB").quantize(192, dither=Image.Dither.NONE)
    PICTURES.mkdir(parents=True, exist_ok=True)
    few.save(PICTURES / name, optimize=True)
    assert (PICTURES / name).stat().st_size < LARGEST


def test_a_photo_becomes_a_rated_achievement(browser: Browser, url: str) -> None:
    page = opened(browser, url, FOUR, FULL)
    sari, budi, wayan, kepala = (
        page.locator(f"[data-person={key}]").filter(has=page.get_by_role("textbox"))
        for key in FOUR.split(",")
    )
    sari.get_by_role("button", name="Lampirkan").click()
    page.get_by_role("menuitem", name="Contoh: foto kegiatan").click()
    dialog = page.get_by_role("dialog", name="Kirim berkas")
    dialog.get_by_role("textbox").fill(TITLE)
    dialog.get_by_role("button", name="Kirim", exact=True).click()
    reads(sari, "Jadikan ini prestasi?")
    presses(sari, "Jadikan prestasi")
    reads(sari, "Langkah 1 dari 7")
    presses(sari, "Lanjut")
    reads(sari, "Kapan dilaksanakan?")
    presses(sari, "Kemarin")
    reads(sari, "Langkah 4 dari 7")
    presses(sari, "Inovasi")
    reads(sari, "Langkah 5 dari 7")
    presses(sari, "Inovasi", "Lanjut")
    reads(sari, "Langkah 6 dari 7")
    says(sari, "40 menit")
    reads(sari, "Lalu berapa angkanya sekarang?")
    says(sari, "15")
    reads(sari, "Langkah 7 dari 7")
    presses(sari, "Lanjut")
    reads(sari, "40 → 15 menit")
    presses(sari, "Kirim")
    reads(sari, "Bapak Budi Prasetyadi")
    reads(budi, "Prestasi yang menunggu penilaian Anda: 4.")
    presses(budi, "Buka")
    reads(budi, "1 dari 4")
    for at in (2, 3, 4):
        presses(budi, "▶")
        reads(budi, f"{at} dari 4")
    presses(budi, "Lihat bukti")
    expect(budi.locator(".row.theirs img")).to_have_count(1, timeout=PATIENCE)
    presses(budi, "Nilai")
    reads(budi, "Pilih kalimat yang paling sesuai.")
    says(wayan, "/panel")
    presses(wayan, "Peringkat")
    reads(wayan, "Peringkat Pegawai Teladan Triwulan III 2026")
    says(kepala, "/penghargaan")
    reads(kepala, "Semua penerima penghargaan")
    take(page, "empat-ponsel.png")
    presses(budi, "5")
    reads(budi, "Keputusan ini final.")
    presses(budi, "Setujui")
    reads(budi, "1 dari 3")
    reads(sari, "sudah diputuskan")
    presses(sari, "Buka")
    reads(sari, "Inovasi: 5")
    page.close()
    narrow = opened(browser, url, "sari", NARROW)
    reads(narrow.locator("[data-person=sari]").filter(has=narrow.get_by_role("textbox")), TITLE)
    take(narrow, "ponsel.png")
    narrow.close()


def test_citizens_scan_a_ticket_or_use_the_page_alone(browser: Browser, url: str) -> None:
    page = opened(browser, url, "sari,slamet,rosdiana", FULL)
    sari, slamet, rosdiana = (
        page.locator(f".phone[data-person={key}]") for key in ("sari", "slamet", "rosdiana")
    )
    says(sari, "/survei")
    reads(sari, "tiket kunjungan")
    presses(sari, "Loket 1", "Beri satu tiket")
    reads(sari, "Untuk satu jawaban")
    slamet.get_by_role("button", name="Pindai kode QR").click()
    dialog = page.get_by_role("dialog", name="Pindai kode QR")
    expect(dialog.get_by_role("button", name=re.compile("^Sari Widyaningrum"))).to_be_visible()
    dialog.get_by_role("button", name="Tiket kunjungan Loket 1", exact=True).click()
    reads(slamet, "Legalisasi dokumen")
    presses(slamet, "Mulai")
    reads(slamet, "Langkah 1 dari 9")
    rosdiana.get_by_role("button", name="Pindai kode QR").click()
    page.get_by_role("dialog").get_by_role("button", name=re.compile("^Lembar kode QR")).click()
    frame = rosdiana.frame_locator("iframe")
    expect(frame.locator("fieldset")).to_have_count(9, timeout=PATIENCE)
    take(page, "survei-loket.png")
    for question in frame.locator("fieldset").all():
        question.locator("label").nth(2).click()
    frame.get_by_role("button", name="Kirim").click()
    expect(frame.get_by_role("status")).to_contain_text("sudah diterima", timeout=PATIENCE)
    page.close()


def test_a_head_reads_the_index_of_the_public(browser: Browser, url: str) -> None:
    page = opened(browser, url, "kepala,yosef", FULL)
    kepala, yosef = (page.locator(f".phone[data-person={key}]") for key in ("kepala", "yosef"))
    says(kepala, "/survei")
    reads(kepala, "kode QR")
    presses(kepala, "Indeks kepuasan")
    reads(kepala, "79,03, mutu B")
    says(yosef, "/survei")
    presses(yosef, "Indeks kepuasan", "Unit lain", "Badan Pelayanan")
    presses(yosef, "Layanan per unsur")
    reads(yosef, "Kantor Pelayanan Makassar")
    take(page, "survei-indeks.png")
    page.close()


def test_what_is_clicked_is_recorded_and_plays_again(
    browser: Browser, url: str, tmp_path: Path
) -> None:
    page = opened(browser, url, "sari", FULL)
    page.get_by_role("button", name="Rekam").click()
    phone = page.locator(".phone").first
    says(phone, "/bantuan")
    reads(phone, "/prestasi")
    says(phone, "/pengaturan")
    reads(phone, "Jam tenang")
    presses(phone, "Ubah jam tenang")
    reads(phone, "20.00–06.00")
    page.get_by_role("button", name=re.compile("Selesai merekam")).click()
    written = page.locator(".recording").inner_text()
    assert ".as_('sari').taps('Ubah jam tenang" in written
    assert written.count(".sees(") == 3
    page.close()
    (tmp_path / "test_rekaman.py").write_text(written, encoding="utf-8")
    played = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-o", "asyncio_mode=auto", "-p", "no:randomly",
         "--rootdir", tmp_path, "-c", "/dev/null", tmp_path / "test_rekaman.py"],
        capture_output=True, text=True, cwd=tmp_path, check=False,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )  # fmt: skip
    assert played.returncode == 0, played.stdout


def test_the_bot_is_killed_and_started_again_from_the_page(browser: Browser, url: str) -> None:
    page = opened(browser, url, "budi", FULL)
    state = page.locator("#bot-state")
    expect(state).to_have_text("Bot hidup")
    state.click()
    page.get_by_role("menuitem", name="Matikan mendadak").click()
    expect(state).to_have_text("Bot mati")
    phone = page.locator(".phone").first
    says(phone, "/bantuan")
    state.click()
    page.get_by_role("menuitem", name="Nyalakan bot").click()
    expect(state).to_have_text("Bot hidup")
    reads(phone, "/prestasi")
    page.close()
