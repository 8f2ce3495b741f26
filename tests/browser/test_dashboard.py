"""The dashboard in a real browser, from the chat of the demo: widths, themes, keyboard, policy.

With PICTURES=1 the pictures of docs/dasbor.md are taken on the way.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import httpx
import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.test_access import faults
from tests.browser.test_demo import FULL, opened, take

WIDTHS = {360: 740, 768: 1024, 1280: 800}
EXAMINED = {"light": (360, 1280), "dark": (768,)}
"""At which widths axe looks: contrast changes with the theme alone, layout with the width."""
MOST = 40
VIOLATIONS = """() => {
  window.broken = [];
  addEventListener("securitypolicyviolation", (event) =>
    window.broken.push(event.violatedDirective));
}"""


@pytest.fixture(scope="module")
def url(demo_url: str) -> str:
    for key in ("kepala", "sari"):
        httpx.post(
            f"{demo_url}/sim/people/{key}/says", json={"text": "/menu", "wait": True}
        ).raise_for_status()
    return demo_url


def launched(url: str, key: str, theme: str = "light") -> str:
    """Where the newest button of a Mini App on this phone leads, with its launch data."""
    chat = httpx.get(f"{url}/sim/people/{key}/chat").json()["messages"]
    apps = [
        button["data"]
        for message in chat
        for row in message["keyboard"]
        for button in row
        if button["kind"] == "web_app"
    ]
    told = {"url": apps[-1], "theme": theme}
    return str(httpx.post(f"{url}/sim/people/{key}/opens", json=told).json()["url"])


def entered(page: Page, url: str, key: str, theme: str = "light") -> Page:
    page.goto(launched(url, key, theme))
    expect(page.get_by_role("heading", level=1)).to_have_text("Dasbor")
    page.wait_for_url(re.compile(r"/dasbor/[0-9a-f]{32}/$"))
    return page


def every(page: Page) -> Iterator[str]:
    """Goes to each page that can be reached, once by its heading and name of scope."""
    waiting = [(page.url, "")]
    seen: set[tuple[str, ...]] = set()
    while waiting and len(seen) < MOST:
        address, link = waiting.pop(0)
        answer = page.goto(address)
        assert answer is not None
        assert answer.ok, f"{link}: {page.locator('main').inner_text()}"
        heading = page.locator("h1").inner_text()
        under = page.locator(".under").all_inner_texts()
        if (heading, *under) in seen:
            continue
        seen.add((heading, *under))
        yield heading
        links = page.locator("main a, header nav a")
        found = links.evaluate_all("all => all.map(a => [a.href, a.innerText])")
        waiting += [(href, f"{heading} > {text}") for href, text in found]


@pytest.mark.parametrize("theme", EXAMINED)
def test_every_page_is_whole_at_every_width_and_axe_finds_nothing(
    browser: Browser, url: str, theme: str
) -> None:
    headings = set()
    for key in ("kepala", "sari"):
        page = browser.new_page(locale="id-ID")
        complaints: list[str] = []
        page.on("console", lambda said: complaints.append(said.text))  # noqa: B023
        entered(page, url, key, theme)
        assert page.locator("html").get_attribute("class") == theme
        for heading in every(page):
            headings.add(heading)
            for width, height in WIDTHS.items():
                page.set_viewport_size({"width": width, "height": height})
                assert page.evaluate("document.documentElement.scrollWidth") <= width, heading
                if width in EXAMINED[theme]:
                    assert faults(page) == [], heading
                _taken(page, key, heading, width, theme)
        assert complaints == []
        page.close()
    wanted = {
        "Dasbor", "Badan Pelayanan Contoh", "Sebaran usulan", "Sembilan kotak", "Hasil saya",
        "JP saya", "Katalog", "Karier", "Dibandingkan dengan pola",
    }  # fmt: skip
    assert wanted - headings == set()


def _taken(page: Page, key: str, heading: str, width: int, theme: str) -> None:
    if (key, heading, width, theme) == ("kepala", "Badan Pelayanan Contoh", 1280, "light"):
        take(page, "dasbor-unit.png")
    if (key, heading, width, theme) == ("sari", "Hasil saya", 360, "dark"):
        take(page, "dasbor-hasil.png")


def test_it_goes_without_a_mouse(browser: Browser, url: str) -> None:
    page = browser.new_page(viewport={"width": 360, "height": 740})
    entered(page, url, "kepala")
    page.keyboard.press("Tab")
    skip = page.get_by_role("link", name="Langsung ke isi")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    first = page.locator("main a").first
    expect(first).to_be_focused()
    assert first.evaluate("node => getComputedStyle(node).outlineStyle") == "solid"
    name = first.inner_text()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text(name)
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Kembali")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Dasbor")
    page.close()


def test_nothing_foreign_runs_in_a_page(browser: Browser, url: str) -> None:
    page = browser.new_page()
    entered(page, url, "kepala")
    page.evaluate(VIOLATIONS)
    page.evaluate(
        """() => {
          document.body.insertAdjacentHTML("beforeend", "<p id=odd style='color:red'>x</p>");
          const script = document.createElement("script");
          script.textContent = "window.ran = true";
          document.body.append(script);
          const picture = document.createElement("img");
          picture.src = "/cek";
          document.body.append(picture);
        }"""
    )
    page.wait_for_function("window.broken.length >= 3")
    assert page.evaluate("window.ran") is None
    found = set(page.evaluate("window.broken"))
    assert {"style-src-attr", "script-src-elem", "img-src"} <= found
    page.close()


@pytest.mark.parametrize("script", [True, False])
def test_without_launch_data_or_script_it_says_where_to_open_it(
    browser: Browser, url: str, *, script: bool
) -> None:
    address = launched(url, "sari")
    page = browser.new_page(java_script_enabled=script)
    page.goto(address.partition("#")[0] if script else address)
    expect(page.get_by_text("dengan tombol di percakapan")).to_be_visible()
    page.close()


def test_paper_shows_the_numbers_and_no_links(browser: Browser, url: str) -> None:
    page = browser.new_page()
    entered(page, url, "kepala")
    page.get_by_role("link", name="Badan Pelayanan Contoh").click()
    expect(page.locator(".doors").first).to_be_visible()
    page.emulate_media(media="print")
    expect(page.locator(".doors").first).to_be_hidden()
    expect(page.locator("table").first).to_be_visible()
    page.close()


def test_in_the_sandbox_it_opens_inside_the_phone(browser: Browser, url: str) -> None:
    page = opened(browser, url, "kepala,sari", FULL)
    phones = {
        key: page.locator(f"[data-person={key}]").filter(has=page.get_by_role("textbox"))
        for key in ("kepala", "sari")
    }
    for phone in phones.values():
        phone.locator(".key", has_text="Buka dasbor").last.click()
        frame = phone.frame_locator("iframe")
        expect(frame.get_by_role("heading", level=1)).to_have_text("Dasbor")
        expect(frame.locator("footer")).to_contain_text("Dibuka oleh")
    own = phones["sari"].frame_locator("iframe")
    phones["kepala"].frame_locator("iframe").get_by_role(
        "link", name="Badan Pelayanan Contoh"
    ).click()
    own.get_by_role("link", name="Lihat hasil saya").click()
    expect(own.get_by_role("heading", level=1)).to_have_text("Hasil saya")
    expect(phones["kepala"].frame_locator("iframe").get_by_role("heading", level=1)).to_have_text(
        "Badan Pelayanan Contoh"
    )
    phones["sari"].get_by_role("button", name="Ganti tema").click()
    expect(own.locator("html")).to_have_class("dark")
    phones["sari"].get_by_role("button", name="Perbesar", exact=True).click()
    expect(phones["sari"].locator(".app")).to_have_class(re.compile("wide"))
    phones["sari"].get_by_role("button", name="Tutup aplikasi mini").click()
    expect(phones["sari"].locator("iframe")).to_have_count(0)
    page.close()


def test_a_link_to_the_bot_is_opened_for_whoever_is_chosen(browser: Browser, url: str) -> None:
    page = opened(browser, url, "sari,budi", FULL)
    sari = page.locator("[data-person=sari]").filter(has=page.get_by_role("textbox"))
    sari.get_by_role("button", name="Pilihan obrolan").click()
    page.get_by_role("menuitem", name="Buka tautan ke bot…").click()
    dialog = page.get_by_role("dialog", name="Buka tautan ke bot")
    assert faults(page) == []
    dialog.get_by_label("Dibuka oleh").select_option("budi")
    dialog.get_by_label("Tautan").fill("https://t.me/bot_lain?start=x")
    dialog.get_by_role("button", name="Buka").click()
    expect(page.locator(".page-toast")).to_contain_text("tidak menuju bot ini")
    dialog.get_by_label("Tautan").fill("https://t.me/teladan_contoh_bot?start=menu")
    dialog.get_by_role("button", name="Buka").click()
    budi = page.locator("[data-person=budi]").filter(has=page.get_by_role("textbox"))
    expect(budi.locator(".row.mine").last).to_contain_text("/start")
    page.close()
