"""A paper is photographed, its QR read, and the public page opened in a browser: four papers."""

from __future__ import annotations

import asyncio
import shutil
import subprocess
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import zxingcpp
from PIL import Image
from playwright.sync_api import Browser, Page
from sqlmodel import Session

from bot.actions import certificates
from bot.web.checking import Checking
from bot.web.site import build_site, serve
from handlers.certificates.own import draw_sheet
from storage import certificates as issued
from storage import printing
from storage.certificates import Certificate
from storage.database import Database
from storage.printing import Printing
from tests.actions.test_talks import me_of
from tests.cast import employ
from tests.signing import NOW, key
from tests.web.test_checking import award

UNKNOWN = "1-0000-0000-0000-0000"


@pytest.fixture
def site(database: Database) -> Iterator[str]:
    """The public side in a thread of its own, as the browser's own loop is taken."""
    started, ended = threading.Event(), asyncio.Event()
    address: list[str] = []
    loops: list[asyncio.AbstractEventLoop] = []

    async def well() -> dict[str, Any]:
        return {"ready": True}

    async def live() -> None:
        routes = Checking(database).routes()
        runner = await serve(build_site(well, None, None, None, routes), "127.0.0.1", 0)
        address.append(f"http://127.0.0.1:{runner.addresses[0][1]}")
        loops.append(asyncio.get_running_loop())
        started.set()
        await ended.wait()
        await runner.cleanup()

    thread = threading.Thread(target=lambda: asyncio.run(live()))
    thread.start()
    assert started.wait(20)
    yield address[0]
    loops[0].call_soon_threadsafe(ended.set)
    thread.join(20)


def read_qr(pdf: bytes, room: Path) -> str:
    """What a reader makes of the pixels of a page, as a scan at 150 dots an inch has them."""
    if shutil.which("pdftoppm") is None:
        pytest.skip("poppler is not installed: no page was turned into pixels")
    (room / "paper.pdf").write_bytes(pdf)
    command = ["pdftoppm", "-r", "150", "-singlefile", "-jpeg", "paper.pdf", "paper"]
    subprocess.run(command, cwd=room, check=True)
    with Image.open(room / "paper.jpg") as page:
        (found,) = zxingcpp.read_barcodes(page.convert("L"))
    assert found.format == zxingcpp.BarcodeFormat.QRCode
    return found.text


def paper(session: Session, row: Certificate, link: str) -> bytes:
    """The signed PDF as its holder gets it; `link` in the QR where a forger put another one."""
    me = me_of(session, "sari", NOW)
    sheet = certificates.sheet(session, me, row.id or 0)
    (file,) = draw_sheet(replace(sheet, link=link or sheet.link)).files
    assert file.drawing is not None
    with ThreadPoolExecutor(1) as beside:  # signing has a loop of its own, as the browser has
        return beside.submit(file.drawing).result()


def shows(page: Page, link: str) -> str:
    """What the browser shows of the page that the QR leads to."""
    answer = page.goto(link)
    assert answer is not None
    assert answer.status == 200
    assert page.evaluate("document.scripts.length") == 0
    return page.locator("main").inner_text()


@pytest.mark.parametrize("database", ["sqlite"], indirect=True)
def test_the_qr_of_a_paper_leads_a_phone_to_the_truth(
    database: Database, site: str, browser: Browser, tmp_path: Path
) -> None:
    printing.hand_over(Printing(site, "Semarang", key()), database.engine)
    with database.transaction() as session:
        ids = employ(session)[1]
        row = award(session, ids)
        genuine, code = paper(session, row, ""), row.code
        forged = paper(session, row, f"{site}/cek/{UNKNOWN}")
    page = browser.new_page(viewport={"width": 360, "height": 740}, locale="id-ID")
    link = read_qr(genuine, tmp_path)
    assert link == f"{site}/cek/{code}"
    said = shows(page, link)
    assert "Asli dan berlaku" in said
    assert "Sari Lestari, A.Md." in said
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert "Tidak dikenal" in shows(page, read_qr(forged, tmp_path))
    altered = f"{link[:-1]}{'0' if link[-1] != '0' else '1'}"
    assert "Tidak dikenal" in shows(page, altered)
    with database.transaction() as session:
        assert issued.revoke(session, row.id or 0, "Data pendukungnya keliru.", 1, NOW)
    revoked = shows(page, read_qr(genuine, tmp_path))
    assert "Dicabut" in revoked
    assert "keliru" not in revoked
    page.close()
