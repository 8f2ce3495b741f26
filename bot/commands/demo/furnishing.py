"""Bringing the invented office to the sandbox: bot, clock, people, phones."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from contextlib import suppress
from typing import TYPE_CHECKING

import aiohttp
import structlog

from bot.commands.demo.desk import CITY, TOKEN, Desk
from bot.rules.surveys import codes

if TYPE_CHECKING:
    from bot.office.citizens import Citizen
    from bot.office.phones import Phone
    from bot.office.seed import Seeded

GROUP = {
    "key": "kantor-jayapura",
    "title": "Kabar Kantor Jayapura",
    "members": ["yosef", "marice"],
}
"""Whose head has just put the bot into it, and is asked which unit it serves."""
BOT = {"username": "teladan_contoh_bot", "first_name": "Teladan", "token": TOKEN}


def settle(desk: Desk) -> Seeded:
    """Fill a new database with the invented office."""
    # Only the first start needs these, and every start should be quick.
    from bot.office import seed
    from storage import printing
    from storage.database import Database
    from storage.printing import Printing
    from storage.vault import Vault

    # Quarters that close while the past is made are no news to who starts a demo.
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.WARNING))
    database = Database(desk.database, Vault(desk.secret))
    printing.hand_over(Printing(city=CITY), database.engine)
    try:
        return seed.settle(database, desk.folder / "evidence")
    finally:
        database.close()


async def furnish(web: aiohttp.ClientSession, url: str, seeded: Seeded, site: str) -> None:
    """Bring people, the clock and the named moments to the sandbox; `site` is the bot's own."""
    await web.post(f"{url}/sim/bot", json=BOT)
    await web.post(f"{url}/sim/clock", json={"to": seeded.now.isoformat()})
    marks = [{"at": at.isoformat(), "label": label} for at, label in seeded.marks]
    await web.put(f"{url}/sim/marks", json=marks)
    for phone in seeded.phones:
        person = {
            "key": phone.key,
            "id": phone.telegram_id,
            "first_name": phone.first_name,
            "last_name": phone.last_name,
            "role": phone.role,
            "zone": phone.zone,
            "phone": phone.number,
        }
        await web.post(f"{url}/sim/people", json=person)
        if secret := seeded.keys.get(phone.key):
            known = {"secret": secret, "label": "Teladan"}
            await web.post(f"{url}/sim/people/{phone.key}/keeps_key", json=known)
    for citizen in seeded.citizens:
        person = {
            "key": citizen.key,
            "id": citizen.telegram_id,
            "first_name": citizen.first_name,
            "last_name": citizen.last_name,
            "role": citizen.role,
            "zone": citizen.zone,
            "started": citizen.started,
            "papers": _papers(citizen, site),
        }
        await web.post(f"{url}/sim/people", json=person)
    for number, name in seeded.colleagues:
        colleague = {"key": f"rekan-{number}", "id": number, "first_name": name}
        await web.post(f"{url}/sim/people", json={**colleague, "started": True, "silent": True})
    await web.post(f"{url}/sim/groups", json=GROUP)


def _papers(citizen: Citizen, site: str) -> list[dict[str, str]]:
    """Both ways in for each code, as both stand on its sheet."""
    found = []
    for label, code in citizen.codes:
        said = codes.argument(code)
        page = f"{site}/survei/{said.removeprefix(codes.LINK + '-')}"
        if not citizen.by_web:
            found.append({"label": label, "link": f"https://t.me/{BOT['username']}?start={said}"})
        found.append({"label": f"{label} (halaman web)", "link": page})
    return found


async def open_phones(web: aiohttp.ClientSession, url: str, phones: Sequence[Phone]) -> None:
    """Let everybody who has joined press Start, so that their phones show the menu."""
    link = f"https://t.me/{BOT['username']}"
    for phone in phones:
        if phone.joined:
            await web.post(f"{url}/sim/people/{phone.key}/follows", json={"link": link})


async def answers(web: aiohttp.ClientSession, url: str) -> bool:
    """Whether an address answers well."""
    with suppress(aiohttp.ClientError):
        async with web.get(url) as answer:
            return answer.status == 200
    return False
