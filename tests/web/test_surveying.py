"""The survey on the public page: without scripts, without an account, each form once."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from typing import Any

import pytest
from aiohttp import ClientSession
from sqlmodel import select

from bot.actions.surveys import wishes
from bot.rules.surveys.elements import ELEMENTS
from bot.web.checking import policy
from bot.web.site import build_site, serve
from bot.web.surveying import Surveying
from storage.database import Database
from storage.surveys import SurveyAnswer, SurveyWish
from tests.authority.english import left_over
from tests.cast import employ
from tests.citizens import CODE, put
from tests.kit import Bubble, TestClock

NOW = datetime(2026, 8, 12, 3, tzinfo=UTC)


class Visitor:
    def __init__(self, web: ClientSession, address: str, database: Database) -> None:
        self.web, self.address, self.database = web, address, database
        self.status = 0

    async def looks(self, path: str) -> str:
        async with self.web.get(f"{self.address}{path}") as answer:
            self.status = answer.status
            assert "default-src 'none'" in answer.headers["Content-Security-Policy"]
            return await answer.text()

    async def sends(self, path: str, **fields: str) -> str:
        async with self.web.post(f"{self.address}{path}", data=fields) as answer:
            self.status = answer.status
            return await answer.text()

    def kept(self) -> list[SurveyAnswer]:
        with self.database.transaction() as session:
            return list(session.exec(select(SurveyAnswer)).all())


@pytest.fixture
async def visitor(database: Database) -> AsyncIterator[Visitor]:
    async def well() -> dict[str, Any]:
        return {"ready": True}

    with database.transaction() as session:
        put(session, employ(session)[0]["Layanan"])
    page = Surveying(database, TestClock(NOW), seconds=lambda: 0.0)
    runner = await serve(build_site(well, None, None, None, page.routes()), "127.0.0.1", 0)
    async with ClientSession() as web:
        yield Visitor(web, f"http://127.0.0.1:{runner.addresses[0][1]}", database)
    await runner.cleanup()


def token(page: str) -> str:
    found = re.search(r'name="formulir" value="([^"]+)"', page)
    assert found is not None
    return found[1]


def filled(page: str, **more: str) -> dict[str, str]:
    return {one.value: "3" for one in ELEMENTS} | {"formulir": token(page)} | more


async def test_whoever_scans_answers_and_a_form_counts_once(visitor: Visitor) -> None:
    page = await visitor.looks(f"/survei/{CODE}")
    assert page.count('type="radio"') == 36
    assert "<script" not in page
    assert "https://t.me/teladan_contoh_bot?start=skm-7K29XDA" in page
    fields = filled(page, komentar="Bagus & cepat")
    assert "sudah diterima" in await visitor.sends(f"/survei/{CODE}", **fields)
    assert "sudah diterima" in await visitor.sends(f"/survei/{CODE}", **fields)
    (row,) = visitor.kept()
    assert (row.origin, row.ticketed, row.sarana) == ("web", False, 3)


async def test_what_is_missing_is_asked_for_and_the_rest_is_kept(visitor: Visitor) -> None:
    fields = filled(await visitor.looks(f"/survei/{CODE}"), komentar="<b>Kursi</b>")
    del fields["waktu"]
    page = await visitor.sends(f"/survei/{CODE}", **fields)
    assert "1 pertanyaan" in page
    assert page.count(" checked") == 8
    assert "&lt;b&gt;Kursi" in page
    assert page.count('class="missing"') == 1
    assert f'formaction="/survei/{CODE}?lang=en"' in page
    turned = await visitor.sends(f"/survei/{CODE}?lang=en", ganti="1", **fields)
    assert '<html lang="en">' in turned
    assert turned.count(" checked") == 8, "turning to the other language loses no answer"
    assert "&lt;b&gt;Kursi" in turned
    assert 'class="missing"' not in turned
    assert f'formaction="/survei/{CODE}"' in turned
    assert visitor.kept() == []


@pytest.mark.parametrize("wrong", ["", "x", "a.b.c", "é.9.ü"])
async def test_a_form_that_is_not_ours_counts_nothing(visitor: Visitor, wrong: str) -> None:
    fields = filled(await visitor.looks(f"/survei/{CODE}"), formulir=wrong)
    assert "terbuka terlalu lama" in await visitor.sends(f"/survei/{CODE}", **fields)
    assert visitor.kept() == []


async def test_unknown_numbers_are_told_so_and_guessing_is_slow(visitor: Visitor) -> None:
    assert "tidak dikenal" in await visitor.looks("/survei/2222222")
    assert "tidak dikenal" in await visitor.looks("/survei?kode=apa%20saja")
    for _ in range(40):
        await visitor.looks("/survei/kabar/AAAA")
    assert visitor.status == 429
    assert visitor.kept() == []


async def test_who_asked_reads_the_news_and_may_erase_it(visitor: Visitor) -> None:
    fields = filled(await visitor.looks(f"/survei/{CODE}"), komentar="Kursi kurang", kabari="1")
    page = await visitor.sends(f"/survei/{CODE}", **fields)
    again = await visitor.sends(f"/survei/{CODE}", **fields)
    (address,) = set(re.findall(r'href="(/survei/kabar/[^"]+)"', page))
    assert address in again, "an answer that was lost on its way is no loss"
    assert "belum ada perubahan" in await visitor.looks(address)
    with visitor.database.transaction() as session:
        (wish,) = session.exec(select(SurveyWish)).all()
        assert wish.contact is None
        wishes.tell(session, [wish.answer_id], "Kursi ditambah <20>.", NOW)
    assert "Kursi ditambah &lt;20&gt;." in await visitor.looks(address)
    assert "sudah dihapus" in await visitor.sends(address)
    assert "Tidak ada yang disimpan" in await visitor.looks(address)


async def test_only_the_sandbox_shows_it_in_a_frame(visitor: Visitor) -> None:
    url = f"{visitor.address}/survei"
    async with visitor.web.get(url) as answer:
        assert "frame-ancestors 'none'" in answer.headers["Content-Security-Policy"]
    assert "frame-ancestors http://127.0.0.1:8080;" in policy(("http://127.0.0.1:8080",))


async def test_another_site_cannot_send_for_somebody(visitor: Visitor) -> None:
    fields = filled(await visitor.looks(f"/survei/{CODE}"))
    url, foreign = f"{visitor.address}/survei/{CODE}", {"Sec-Fetch-Site": "cross-site"}
    async with visitor.web.post(url, data=fields, headers=foreign) as answer:
        assert answer.status == 403
    assert visitor.kept() == []


async def test_the_page_speaks_english_from_the_number_to_the_news(visitor: Visitor) -> None:
    assert '<a href="/survei?lang=en" lang="en"' in await visitor.looks("/survei")
    page = await visitor.looks("/survei?bahasa=EN-us")
    assert '<html lang="en">' in page
    assert "Number of the counter or ticket" in page
    page = await visitor.looks(f"/survei?kode={CODE}&lang=en")
    assert f'<a href="/survei/{CODE}" lang="id"' in page
    way = f"/survei/{CODE}?lang=en"
    assert f'action="{way}"' in page
    fields = filled(page, komentar="Good", kabari="1")
    missing = {key: said for key, said in fields.items() if key != "waktu"}
    wrong = await visitor.sends(way, **missing)
    assert "still open" in wrong
    assert f'action="{way}"' in wrong
    done = await visitor.sends(way, **fields)
    assert "Your answer has been received" in done
    (news,) = set(re.findall(r'href="(/survei/kabar/[^"]+)"', done))
    told = await visitor.looks(news)
    assert "It has not changed yet" in told
    for shown in (page, wrong, done, told, await visitor.sends(f"{news}")):
        text = re.sub(r"<style>.*?</style>|<[^>]+>", "\n", shown, flags=re.S)
        assert list(left_over([Bubble(0, 0, text, [])])) == []
