"""Everybody opens every page: the expectation of the chat's screens holds there as well."""

from __future__ import annotations

import html
import re
from collections.abc import AsyncIterator

import pytest
from aiohttp import ClientSession, CookieJar, web

from bot.screens import Place
from bot.texts import words
from bot.web.dashboard import PATH, Dashboard
from bot.web.dashboard.pages import PAGES
from bot.web.site import serve
from handlers.conversations import whole_table
from tests.authority.cases import ME, Case, read
from tests.authority.people import ACTING, ONE_OF_EACH_ROLE, POWERLESS
from tests.authority.pressing import Pressing, may
from tests.launching import TOKEN, launch

CASES = [case for case in read() if case.part == "places" and case.name in PAGES]


def test_every_page_is_a_screen_of_the_chat_and_has_its_cases() -> None:
    assert PAGES.keys() <= whole_table().places.keys()
    assert {case.name for case in CASES} == PAGES.keys()


class Visits:
    """Each person with a session of their own, opened by a signed launch."""

    def __init__(self, pressing: Pressing, address: str, pages: Dashboard) -> None:
        self.pressing, self.address, self.pages = pressing, address, pages
        self.web = ClientSession(cookie_jar=CookieJar(unsafe=True))
        self.launched: dict[str, str] = {}

    async def opens(self, key: str, place: Place) -> tuple[int, str]:
        if key not in self.launched:
            self.launched[key] = await self._enters(key)
        number = self.launched[key]
        if not number:
            return 403, ""
        sealed = self.pages.seal.address(place, number)
        async with self.web.get(f"{self.address}{PATH}/{number}/{sealed}") as answer:
            return answer.status, html.unescape(await answer.text())

    async def _enters(self, key: str) -> str:
        person = self.pressing.world.cast.people[key]
        data = launch(person.telegram_id, self.pages.clock.now(), query=key)
        async with self.web.post(f"{self.address}{PATH}", data={"data": data}) as answer:
            found = re.search(r"/([0-9a-f]{32})/$", str(answer.url))
            return found[1] if found else ""


@pytest.fixture
async def visits(pressing: Pressing) -> AsyncIterator[Visits]:
    world = pressing.world
    pages = Dashboard(
        world.database, world.cast.sari.office.clock, TOKEN, ("'none'",), secure=False
    )
    site = web.Application()
    site.add_routes(pages.routes())
    runner = await serve(site, "127.0.0.1", 0)
    visits = Visits(pressing, f"http://127.0.0.1:{runner.addresses[0][1]}", pages)
    yield visits
    await visits.web.close()
    await runner.cleanup()


@pytest.mark.parametrize("case", CASES, ids=str)
async def test_everybody_sees_what_the_expectation_says(visits: Visits, case: Case) -> None:
    people = ACTING if case.about != ME or case.whose else ONE_OF_EACH_ROLE
    place, seen = visits.pressing.place(case), 0
    for key in people:
        status, page = await visits.opens(key, place)
        if may(case, key):
            refused = status == 403 and words.not_available() in page
            assert not refused, f"{key} was refused"
            assert status in {200, 403}, key
            seen += status == 200
        else:
            assert status == 403, key
            assert words.not_available() in page, key
    assert bool(seen) is case.done
    # Who looked at somebody is noted here as in the chat; nothing else is ever written.
    assert set(visits.pressing.world.effects()) <= {"launch", "lookedat"}


@pytest.mark.parametrize("key", POWERLESS)
async def test_who_has_no_active_account_is_not_let_in(visits: Visits, key: str) -> None:
    for case in CASES:
        assert await visits.opens(key, visits.pressing.place(case)) == (403, "")
