"""The dashboard over HTTP: who is let in, for how long, and what is told to everybody else."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator
from datetime import date, timedelta
from typing import Any

import pytest
from aiohttp import ClientSession, CookieJar
from sqlmodel import col, select

from bot.rules.authority import Role
from bot.texts.language import Language
from bot.web.dashboard import PATH, Dashboard
from bot.web.dashboard.sealing import LASTS
from bot.web.site import build_site, serve
from storage import periods
from storage.accounts import Account
from storage.database import Database
from storage.grants import Grant
from storage.launches import Launch
from storage.scheme_files import default_text
from storage.units import Unit
from tests import surveys as public
from tests.cast import PEOPLE, employ
from tests.conftest import NOW
from tests.kit import TestClock
from tests.launching import TOKEN, launch

CLOSED = "hanya dapat dibuka dari percakapan"
LINK = re.compile(r'<a href="([^"]+)">([^<]+)</a>')


class Visitor:
    """A web view of its own: cookies, and what the last page said."""

    def __init__(self, address: str) -> None:
        self.address = address
        self.web = ClientSession(cookie_jar=CookieJar(unsafe=True))
        self.status, self.page, self.url = 0, "", ""
        self.headers: Any = {}

    async def opens(self, data: str, **more: str) -> str:
        """Hands launch data over, and goes where that leads."""
        told = {"data": data, "background": "#17212b"}
        async with self.web.post(f"{self.address}{PATH}", data=told, headers=more) as answer:
            return await self._read(answer)

    async def goes(self, path: str) -> str:
        async with self.web.get(f"{self.address}{path}") as answer:
            return await self._read(answer)

    async def presses(self, label: str) -> str:
        """The first link of this name."""
        links = {text: to for to, text in reversed(LINK.findall(self.page))}
        return await self.goes(links[label])

    async def _read(self, answer: Any) -> str:
        self.status, self.headers, self.url = answer.status, answer.headers, str(answer.url)
        self.page = await answer.text()
        return self.page


@pytest.fixture
def ids(database: Database) -> dict[str, int]:
    with database.transaction() as session:
        return employ(session)[1]


@pytest.fixture
async def address(database: Database, clock: TestClock) -> AsyncIterator[str]:
    async def well() -> dict[str, Any]:
        return {"ready": True}

    pages = Dashboard(database, clock, TOKEN, ("https://web.telegram.org",), secure=False)
    runner = await serve(build_site(well, None, None, None, pages.routes()), "127.0.0.1", 0)
    yield f"http://127.0.0.1:{runner.addresses[0][1]}"
    await runner.cleanup()


@pytest.fixture
async def visitor(address: str, ids: dict[str, int]) -> AsyncIterator[Visitor]:
    visitor = Visitor(address)
    yield visitor
    await visitor.web.close()


def of(key: str, minutes: float = 0, **more: str) -> str:
    return launch(PEOPLE[key][0], NOW + timedelta(minutes=minutes), **more)


async def test_who_opens_it_sees_the_first_page(visitor: Visitor) -> None:
    page = await visitor.opens(of("kepala"))
    assert visitor.status == 200
    for said in ("<h1>Dasbor</h1>", "Seluruh instansi", "Hendra Wijaya", 'class="dark"'):
        assert said in page, said


async def test_what_stands_before_it_speaks_the_language_it_was_opened_in(
    visitor: Visitor, database: Database
) -> None:
    assert f'action="{PATH}?lang=en"' in await visitor.goes(f"{PATH}?lang=en")
    assert "go back to the chat" in await visitor.goes(f"{PATH}/{'0' * 32}/?lang=en")
    with database.transaction() as session:
        who = select(Account).where(Account.telegram_id == PEOPLE["kepala"][0])
        account = session.exec(who).one()
        account.language = Language.ENGLISH
        session.add(account)
    await visitor.opens(of("kepala"))
    assert "Dashboard" in visitor.page
    page = await visitor.goes(f"{visitor.url.removeprefix(visitor.address)}{'A' * 60}")
    assert visitor.status == 403
    assert "To the first page" in page


async def test_nothing_is_kept_shown_elsewhere_or_told_in_an_address(visitor: Visitor) -> None:
    await visitor.opens(of("kepala"))
    assert visitor.headers["Cache-Control"] == "no-store"
    assert visitor.headers["Referrer-Policy"] == "no-referrer"
    policy = visitor.headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "script-src 'none'" in policy
    assert "frame-ancestors https://web.telegram.org;" in policy
    assert "unsafe" not in policy
    addresses = [to for to, _ in LINK.findall(visitor.page)]
    assert len(addresses) > 4
    for to in addresses:
        assert re.fullmatch(PATH + r"/[0-9a-f]{32}/[\w-]{40,}", to), to


async def test_the_gate_alone_runs_our_script_and_no_other(visitor: Visitor) -> None:
    page = await visitor.goes(PATH)
    assert visitor.status == 200
    assert "script-src 'self'" in visitor.headers["Content-Security-Policy"]
    assert re.findall(r"<script[^>]*>([^<]*)</script>", page) == [""]
    script = await visitor.goes(f"{PATH}/buka.js")
    assert "tgWebAppData" in script
    assert "http" not in script


@pytest.mark.parametrize(
    "data",
    [
        "", "x", of("sari") + "0", of("sari", token="700000002:another"), of("sari", -11),
        of("sari", 2), launch(999, NOW),
    ],
    ids=["nothing", "no data", "altered", "another bot", "old", "early", "unknown"],
)  # fmt: skip
async def test_everybody_else_is_told_the_same(visitor: Visitor, data: str) -> None:
    page = await visitor.opens(data)
    assert (visitor.status, visitor.headers.get("Set-Cookie")) == (403, None)
    assert CLOSED in page
    assert page == await visitor.opens("")


async def test_a_launch_begins_one_session_and_leads_back_only_to_that(
    visitor: Visitor, address: str, database: Database, clock: TestClock
) -> None:
    data = of("kepala")
    await visitor.opens(data)
    clock.moment += timedelta(minutes=30)
    assert "<h1>Dasbor</h1>" in await visitor.opens(data)  # the app was loaded anew
    thief = Visitor(address)
    assert CLOSED in await thief.opens(data)
    assert thief.status == 403
    assert CLOSED in await thief.goes(visitor.url.removeprefix(address))
    await thief.web.close()
    with database.transaction() as session:
        assert len(session.exec(select(Launch)).all()) == 1


async def test_a_session_ends_after_an_hour_and_is_forgotten(
    visitor: Visitor, database: Database, clock: TestClock
) -> None:
    await visitor.opens(of("kepala"))
    clock.moment += LASTS
    assert CLOSED in await visitor.goes(visitor.url.removeprefix(visitor.address))
    assert visitor.status == 403
    clock.moment += timedelta(seconds=1)
    await visitor.opens(launch(PEOPLE["budi"][0], clock.moment, query="AAH2"))
    assert visitor.status == 200
    with database.transaction() as session:
        assert len(session.exec(select(Launch)).all()) == 1


async def test_two_people_in_one_browser_each_stay_themselves(visitor: Visitor) -> None:
    await visitor.opens(of("kepala"))
    first = visitor.url.removeprefix(visitor.address)
    assert "Sari Lestari" in await visitor.opens(of("sari"))
    assert "Hendra Wijaya" in await visitor.goes(first)


async def test_addresses_of_another_visit_or_altered_ones_lead_nowhere(visitor: Visitor) -> None:
    await visitor.opens(of("kepala"))
    theirs = next(to for to, text in LINK.findall(visitor.page) if text == "Seluruh instansi")
    await visitor.opens(of("sari"))
    mine = visitor.url.removeprefix(visitor.address)
    for sealed in (theirs.rpartition("/")[2], "a" * 60, theirs.rpartition("/")[2][:-1] + "A"):
        page = await visitor.goes(mine + sealed)
        assert visitor.status == 403
        assert "milik kunjungan lain" in page
        assert "Seluruh" not in page


async def test_a_role_that_ends_counts_at_the_very_next_request(
    visitor: Visitor, database: Database, ids: dict[str, int], clock: TestClock
) -> None:
    await visitor.opens(of("kepala"))
    whole = next(to for to, text in LINK.findall(visitor.page) if text == "Seluruh instansi")
    home = visitor.url.removeprefix(visitor.address)
    with database.transaction() as session:
        held = (Grant.employee_id == ids["kepala"], Grant.role == Role.HEAD)
        grant = session.exec(select(Grant).where(*held)).one()
        grant.until = date(2026, 8, 11)
        session.add(grant)
    await visitor.goes(whole)
    assert visitor.status == 403
    assert "Seluruh instansi" not in await visitor.goes(home)
    assert visitor.status == 200


async def test_a_binding_that_ends_or_moves_closes_the_page_at_once(
    visitor: Visitor, database: Database, ids: dict[str, int]
) -> None:
    await visitor.opens(of("sari"))
    home = visitor.url.removeprefix(visitor.address)
    with database.transaction() as session:
        account = session.exec(select(Account).where(Account.employee_id == ids["sari"])).one()
        account.state = "ended"
        session.add(account)
    assert CLOSED in await visitor.goes(home)
    with database.transaction() as session:  # the same phone, bound to somebody else
        other = session.exec(select(Account).where(Account.employee_id == ids["dedi"])).one()
        other.state = "ended"
        session.add(other)
        session.flush()
        session.add(
            Account(
                telegram_id=PEOPLE["sari"][0], employee_id=ids["dedi"], state="active",
                claimed_at=NOW, approved_at=NOW, proof="test",
            )
        )  # fmt: skip
    assert CLOSED in await visitor.goes(home)
    assert visitor.status == 403


async def test_another_site_cannot_hand_a_launch_over(visitor: Visitor) -> None:
    assert CLOSED in await visitor.opens(of("kepala"), **{"Sec-Fetch-Site": "cross-site"})
    assert visitor.status == 403


async def test_a_fault_says_nothing_of_what_was_asked(
    visitor: Visitor, monkeypatch: pytest.MonkeyPatch
) -> None:
    await visitor.opens(of("kepala"))

    def fall(*_: Any) -> None:
        raise RuntimeError("NIP 197001011995011001")

    monkeypatch.setattr(Dashboard, "_me", fall)
    page = await visitor.goes(visitor.url.removeprefix(visitor.address))
    assert visitor.status == 503
    assert "1970" not in page
    assert "coba lagi" in page


async def test_by_https_the_cookie_comes_back_in_telegrams_frame_alone(
    database: Database, ids: dict[str, int], clock: TestClock
) -> None:
    async def well() -> dict[str, Any]:
        return {"ready": True}

    pages = Dashboard(database, clock, TOKEN, ("https://web.telegram.org",))
    runner = await serve(build_site(well, None, None, None, pages.routes()), "127.0.0.1", 0)
    url = f"http://127.0.0.1:{runner.addresses[0][1]}{PATH}"
    async with (
        ClientSession() as web,
        web.post(url, data={"data": of("sari")}, allow_redirects=False) as answer,
    ):
        cookie = answer.headers["Set-Cookie"]
    await runner.cleanup()
    assert re.match(r"__Secure-dasbor=[\w-]+; Path=/dasbor/[0-9a-f]{32}/; ", cookie)
    for word in ("HttpOnly", "Secure", "SameSite=None", "Partitioned"):
        assert word in cookie
    assert str(PEOPLE["sari"][0]) not in cookie


async def test_services_stand_beside_those_of_their_own_kind_alone(
    visitor: Visitor, database: Database
) -> None:
    with database.transaction() as session:
        assert periods.add_scheme(session, 1, date(2026, 1, 1), default_text(), NOW)
        unit, other = session.exec(select(Unit.id).order_by(col(Unit.id))).all()[:2]
        here, there = unit or 0, other or 0
        for name, kind, whose in (
            ("Loket surat", "jasa", here), ("Loket izin", "jasa", there), ("Obat", "barang", here),
        ):  # fmt: skip
            number = public.serve(session, whose, name, kind)
            public.answer(session, number, NOW.date(), [4] * 12)
    await visitor.opens(of("kepala"))
    await visitor.presses("Kepuasan masyarakat")
    await visitor.presses("Pusat")
    await visitor.presses("Layanan sejenis")
    links = {text: to for to, text in LINK.findall(visitor.page)}
    page = await visitor.goes(next(to for text, to in links.items() if text.endswith("(2)")))
    assert "Loket surat" in page
    assert "Loket izin" in page
    assert "Obat" not in page
