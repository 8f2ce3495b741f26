"""What people send from the page: first start, text, commands, files, contacts, corrections."""

import base64
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import Desk, Open
from tests.browser.scripted_bot import ScriptedBot

PIXEL = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)


@pytest.fixture
def page(desk: Desk, bot: ScriptedBot, look: Open) -> Page:
    """Sari and Budi have met the bot, Yosep has not."""
    for key in ("sari", "budi"):
        desk.says(key, "/start")
    return look(desk, "sari,budi,yosep")


@pytest.fixture
def sari(page: Page) -> Locator:
    return page.locator("[data-person=sari]")


def bubble(phone: Locator, text: str) -> Locator:
    """The row that shows this text."""
    return phone.locator(".row", has_text=text)


def test_first_start_is_a_button(page: Page) -> None:
    yosep = page.locator("[data-person=yosep]")
    expect(yosep.locator(".writing")).to_be_hidden()
    yosep.get_by_role("button", name="Mulai").click()
    expect(bubble(yosep, "Selamat datang")).to_be_visible()
    expect(yosep.get_by_role("textbox", name="Tulis pesan")).to_be_visible()


def test_enter_sends_and_shift_enter_breaks_the_line(sari: Locator) -> None:
    field = sari.get_by_role("textbox", name="Tulis pesan")
    low = field.evaluate("node => node.clientHeight")
    field.press_sequentially("satu")
    field.press("Shift+Enter")
    field.press_sequentially("dua")
    assert field.evaluate("node => node.clientHeight") > low
    field.press("Enter")
    expect(field).to_have_value("")
    expect(sari.locator(".row.mine").last).to_contain_text("satu\ndua")
    expect(bubble(sari, "Anda menulis: satu")).to_be_visible()


def test_markup_of_people_stays_text(sari: Locator, page: Page) -> None:
    field = sari.get_by_role("textbox", name="Tulis pesan")
    field.fill("<img src=x onerror=alert(1)><b>tebal</b>")
    field.press("Enter")
    expect(bubble(sari, "Anda menulis: <img src=x onerror=alert(1)><b>tebal</b>")).to_be_visible()
    assert sari.locator(".text img, .text b").count() == 0


def test_markup_of_the_bot_is_shown(sari: Locator, desk: Desk) -> None:
    desk.says("sari", "/menu")
    expect(sari.locator(".text b")).to_have_text("Menu")


def test_command_inside_a_message_can_be_pressed(sari: Locator, desk: Desk) -> None:
    desk.says("sari", "lihat /menu kapan saja")
    sari.locator(".row.mine").last.get_by_role("link", name="/menu").press("Enter")
    expect(sari.locator(".row.theirs").last).to_contain_text("Menu Anda")


def test_slash_filters_the_commands(sari: Locator, page: Page) -> None:
    field = sari.get_by_role("textbox", name="Tulis pesan")
    field.press_sequentially("/")
    options = page.get_by_role("option")
    expect(options).to_have_count(3)
    field.press_sequentially("k")
    expect(options).to_have_text(["/kontakBagikan nomor telepon"])
    field.press("Enter")
    expect(options).to_have_count(0)
    expect(bubble(sari, "Nomor Anda?")).to_be_visible()


def test_contact_is_shared_only_after_a_question(sari: Locator, page: Page, desk: Desk) -> None:
    desk.says("sari", "/kontak")
    expect(sari.get_by_role("textbox")).to_have_attribute("placeholder", "Pilih salah satu")
    share = sari.get_by_role("button", name="Bagikan nomor saya")
    share.click()
    question = page.get_by_role("dialog", name="Bagikan nomor telepon?")
    expect(question).to_contain_text("+628123450001")
    question.get_by_role("button", name="Batal").click()
    expect(sari.locator(".kind-contact")).to_have_count(0)
    share.click()
    question.get_by_role("button", name="Bagikan", exact=True).click()
    expect(sari.locator(".kind-contact")).to_contain_text("+628123450001")
    expect(bubble(sari, "Nomor Anda diterima")).to_be_visible()
    expect(share).to_have_count(0)


def test_card_of_somebody_else_can_be_sent(sari: Locator, page: Page) -> None:
    sari.get_by_role("button", name="Lampirkan").click()
    page.get_by_role("menuitem", name="Kontak orang lain").click()
    page.get_by_role("dialog").get_by_role("button", name="Budi Hartono").click()
    expect(bubble(sari, "Itu nomor orang lain")).to_be_visible()


@pytest.mark.parametrize("sample", ["foto kegiatan", "sertifikat"])
def test_sample_photo_is_sent_and_enlarged(
    sari: Locator, page: Page, bot: ScriptedBot, sample: str
) -> None:
    sari.get_by_role("button", name="Lampirkan").click()
    page.get_by_role("menuitem", name=f"Contoh: {sample}").click()
    dialog = page.get_by_role("dialog", name="Kirim berkas")
    dialog.get_by_role("textbox").fill("Bukti kegiatan")
    dialog.get_by_role("button", name="Kirim", exact=True).click()
    photo = sari.locator(".kind-photo img")
    expect(photo).to_be_visible()
    expect(bubble(sari, "Foto diterima").locator(".quote")).to_contain_text("Bukti kegiatan")
    page.wait_for_function("node => node.naturalWidth > 90", arg=photo.element_handle())
    sari.locator(".photo").click()
    expect(page.get_by_role("dialog", name="Foto: Bukti kegiatan")).to_be_visible()
    [message] = [update["message"] for update in bot.received if "photo" in update["message"]]
    assert message["caption"] == "Bukti kegiatan"
    assert message["photo"][-1]["width"] > 500


def picture(name: str) -> Any:
    """A file for the file chooser."""
    return {"name": name, "mimeType": "image/png", "buffer": PIXEL}


def test_several_pictures_become_an_album(sari: Locator, page: Page) -> None:
    sari.get_by_role("button", name="Lampirkan").click()
    with page.expect_file_chooser() as chosen:
        page.get_by_role("menuitem", name="Foto atau video").click()
    chosen.value.set_files([picture("a.png"), picture("b.png"), picture("c.png")])
    page.get_by_role("dialog").get_by_role("button", name="Kirim", exact=True).click()
    expect(sari.locator(".album .photo")).to_have_count(3)
    expect(sari.locator(".row.mine .album")).to_have_count(1)


def test_picture_can_go_as_a_document(sari: Locator, page: Page) -> None:
    sari.get_by_role("button", name="Lampirkan").click()
    with page.expect_file_chooser() as chosen:
        page.get_by_role("menuitem", name="Dokumen").click()
    chosen.value.set_files([picture("surat.png")])
    page.get_by_role("dialog").get_by_role("button", name="Kirim", exact=True).click()
    document = sari.locator("a.document")
    expect(document).to_have_attribute("download", "surat.png")
    expect(bubble(sari, "Dokumen diterima: surat.png")).to_be_visible()
    with page.expect_download() as download:
        document.click()
    assert download.value.path().read_bytes() == PIXEL


def test_picture_can_be_pasted(sari: Locator, page: Page) -> None:
    sari.get_by_role("textbox").evaluate(
        """(field, bytes) => {
          const clipboardData = new DataTransfer();
          const file = new File([Uint8Array.from(bytes)], "tempel.png", {type: "image/png"});
          clipboardData.items.add(file);
          field.dispatchEvent(new ClipboardEvent("paste", {clipboardData, bubbles: true}));
        }""",
        list(PIXEL),
    )
    expect(page.get_by_role("dialog", name="Kirim berkas")).to_contain_text("tempel.png")


def test_location_is_sent(sari: Locator, page: Page) -> None:
    sari.get_by_role("button", name="Lampirkan").click()
    page.get_by_role("menuitem", name="Lokasi").click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_role("button", name="Jayapura").click()
    dialog.get_by_role("button", name="Kirim lokasi").click()
    expect(sari.locator(".kind-location")).to_contain_text("140,71813")


def test_own_text_can_be_corrected(sari: Locator, page: Page) -> None:
    field = sari.get_by_role("textbox", name="Tulis pesan")
    field.fill("salah tulis")
    field.press("Enter")
    expect(bubble(sari, "Anda menulis: salah tulis")).to_be_visible()
    field.press("ArrowUp")
    expect(sari.locator(".context")).to_contain_text("Menyunting pesan")
    field.fill("sudah benar")
    field.press("Enter")
    mine = sari.locator(".row.mine").last
    expect(mine).to_contain_text("sudah benar")
    expect(mine.locator(".marks")).to_contain_text("disunting")


def test_message_is_answered_and_forwarded(sari: Locator, page: Page, bot: ScriptedBot) -> None:
    greeting = sari.locator(".row.theirs", has_text="Selamat datang")
    greeting.hover()
    greeting.get_by_role("button", name="Pilihan pesan").click()
    page.get_by_role("menuitem", name="Balas").click()
    sari.get_by_role("textbox").fill("baik")
    sari.get_by_role("textbox").press("Enter")
    expect(sari.locator(".row.mine").last.locator(".quote")).to_contain_text("Selamat datang")
    greeting.hover()
    greeting.get_by_role("button", name="Pilihan pesan").click()
    page.get_by_role("menuitem", name="Teruskan").click()
    page.get_by_role("dialog").get_by_role("button", name="Budi Hartono").click()
    budi = page.locator("[data-person=budi] .row.mine").last
    expect(budi.locator(".forwarded")).to_contain_text("Diteruskan dari")


def test_bot_can_ask_for_an_answer(sari: Locator, desk: Desk) -> None:
    sari.get_by_role("textbox").click()
    desk.says("sari", "/jawab")
    expect(sari.locator(".context")).to_contain_text("Sebutkan alasannya")
    expect(sari.get_by_role("textbox")).to_be_focused()


def test_typing_is_shown(sari: Locator, desk: Desk) -> None:
    desk.post("/people/sari/says", text="/mengetik")
    expect(sari.locator(".chat-below")).to_have_text("sedang mengetik…")
    desk.says("sari", "selesai")
    expect(sari.locator(".chat-below")).to_have_text("bot")


def test_bot_is_blocked_and_unblocked(sari: Locator, page: Page, desk: Desk) -> None:
    sari.get_by_role("button", name="Pilihan obrolan").click()
    page.get_by_role("menuitem", name="Blokir bot").click()
    page.get_by_role("dialog").get_by_role("button", name="Blokir", exact=True).click()
    release = sari.get_by_role("button", name="Buka blokir")
    expect(release).to_be_visible()
    assert [one["blocked"] for one in desk.get("/state")["people"]] == [True, False, False]
    release.click()
    expect(sari.get_by_role("textbox", name="Tulis pesan")).to_be_visible()
