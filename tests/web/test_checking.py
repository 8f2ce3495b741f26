"""The public page: its answers, what it does not say, and whom it asks to wait."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator
from typing import Any

import pytest
from aiohttp import ClientSession
from sqlmodel import Session

from bot.actions import certificates
from bot.actions.certificates import Ground
from bot.rules.certificates import CertificateKind
from bot.web.checking import Checking
from bot.web.patience import Allowance, visitor_of
from bot.web.site import build_site, serve
from storage.certificates import Certificate, revoke
from storage.database import Database
from tests.cast import employ
from tests.signing import NOW

UNKNOWN = "1-0000-0000-0000-0000"


@pytest.fixture
def row(database: Database) -> Certificate:
    with database.transaction() as session:
        return award(session, employ(session)[1])


def award(session: Session, ids: dict[str, int]) -> Certificate:
    honour = "Pegawai Teladan <Triwulan III> 2026"
    ground = Ground(
        CertificateKind.AWARD, 1, ids["sari"], ids["kepala"], honour, NOW.date(), 2026, 7
    )
    return certificates.issue(session, ground, ids["kepala"], NOW)


class Visitor:
    def __init__(self, web: ClientSession, address: str) -> None:
        self.web, self.address = web, address
        self.headers: Any = {}
        self.status = 0

    async def asks(self, path: str = "", **query: str) -> str:
        url = f"{self.address}/cek{path}"
        async with self.web.get(url, params=query) as answer:
            self.headers, self.status = answer.headers, answer.status
            return await answer.text()


@pytest.fixture
async def visitor(database: Database) -> AsyncIterator[Visitor]:
    async def well() -> dict[str, Any]:
        return {"ready": True}

    checking = Checking(database, seconds=lambda: 0.0)
    runner = await serve(build_site(well, None, None, None, checking.routes()), "127.0.0.1", 0)
    async with ClientSession() as web:
        yield Visitor(web, f"http://127.0.0.1:{runner.addresses[0][1]}")
    await runner.cleanup()


async def test_who_scans_sees_what_stands_on_the_paper(visitor: Visitor, row: Certificate) -> None:
    page = await visitor.asks(f"/{row.code}")
    for said in ("Asli dan berlaku", "Nomor 007/PGM/2026", "Sari Lestari, A.Md.", "Pusat, Jumat"):
        assert said in page, said
    assert "&lt;Triwulan III&gt;" in page
    assert "1990" not in page  # nothing of the number of the holder
    assert "1970" not in page
    assert visitor.headers["X-Robots-Tag"].startswith("noindex")
    assert visitor.headers["Cache-Control"] == "no-store"
    assert "<script" not in page
    assert 'name="viewport"' in page
    assert 'lang="id"' in page


async def test_a_foreigner_reads_it_in_english(visitor: Visitor, row: Certificate) -> None:
    page = await visitor.asks(f"/{row.code}")
    assert f'<a href="/cek?kode={row.code}&amp;lang=en" lang="en"' in page
    page = await visitor.asks(kode=row.code, lang="en")
    for said in ('<html lang="en">', "Genuine and valid", "Is this paper genuine?", "lang=en"):
        assert said in page or 'name="lang" value="en"' in page, said
    assert "Genuine" in page
    assert f'<a href="/cek?kode={row.code}" lang="id"' in page


async def test_a_number_alone_names_nobody(visitor: Visitor, row: Certificate) -> None:
    page = await visitor.asks(kode="7/pgm/2026")
    assert "Asli dan berlaku" in page
    assert "Sari" not in page
    assert "Pegawai Teladan" not in page


async def test_an_address_may_end_with_a_number_which_holds_slashes(
    visitor: Visitor, row: Certificate
) -> None:
    for number in ("007/PGM/2026", "007%2FPGM%2F2026", "007/PGM/2026/"):
        page = await visitor.asks(f"/{number}")
        assert (visitor.status, "Asli dan berlaku" in page) == (200, True), number
        assert "Sari" not in page
        assert "Pegawai Teladan" not in page
    unknown = {
        re.sub(r'(value|href)="[^"]*"', "", await visitor.asks(path))
        for path in ("/008/PGM/2026", "/a/b/c", f"/{UNKNOWN}")
    }
    assert len(unknown) == 1
    assert "Tidak dikenal" in unknown.pop()
    assert "Periksa keaslian" in await visitor.asks("/")


async def test_revoked_with_its_day_and_without_the_reason(
    visitor: Visitor, row: Certificate, database: Database
) -> None:
    with database.transaction() as session:
        assert revoke(session, row.id or 0, "Alasan yang rahasia", row.issued_by or 0, NOW)
    page = await visitor.asks(f"/{row.code}")
    assert "Dicabut sejak Jumat, 16 Oktober 2026" in page
    assert "rahasia" not in page


async def test_everything_unknown_is_answered_alike(visitor: Visitor, row: Certificate) -> None:
    pages = set()
    for typed in (UNKNOWN, "8/PGM/2026", "halo", "' OR 1=1 --", "<b>x</b>", row.code[:-1] + "0"):
        page = await visitor.asks(kode=typed)
        pages.add(re.sub(r'(value|href)="[^"]*"', "", page))
        assert visitor.status == 200
        assert "<b>x</b>" not in page
    assert len(pages) == 1
    assert "Tidak dikenal" in pages.pop()


async def test_who_guesses_is_asked_to_wait(visitor: Visitor, row: Certificate) -> None:
    for _ in range(30):
        await visitor.asks(kode=UNKNOWN)
    assert visitor.status == 200
    assert "Terlalu banyak" in await visitor.asks(f"/{row.code}")
    assert visitor.status == 429
    assert "Periksa keaslian" in await visitor.asks()
    assert visitor.status == 200


def test_a_purse_fills_again_and_scanning_costs_little() -> None:
    purse = Allowance()
    for _ in range(30):
        purse.spend("a", 10, 0.0)
    assert not purse.has("a", 1.0)
    assert purse.has("a", 2.0)
    assert purse.has("b", 1.0)
    for _ in range(250):
        purse.spend("b", 1, 0.0)
    assert purse.has("b", 0.0)


@pytest.mark.parametrize(
    ("remote", "forwarded", "who"),
    [
        ("1.1.1.1", "", "1.1.1.1"),
        ("1.1.1.1", "9.9.9.9", "1.1.1.1"),
        ("172.18.0.2", "198.51.100.1, 8.8.8.8", "8.8.8.8"),
        ("2400:cb00:1:2:3:4:5:6", "", "2400:cb00:1:2::/64"),
        ("127.0.0.1", "gibberish", "?"),
        (None, "", "?"),
    ],
)
def test_who_asks(remote: str | None, forwarded: str, who: str) -> None:
    assert visitor_of(remote, forwarded) == who
