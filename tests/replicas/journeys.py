"""What people do all at once: tell, delete, begin, name; rate what waits. Every press is two."""

from __future__ import annotations

from datetime import UTC, datetime

from sandbox.client import Phone
from sandbox.client.asking import Json
from storage.database import Database
from tests import databases
from tests.achievements import submit
from tests.crash.people import FIRST, employ_many
from tests.replicas.balancer import Balancer
from tests.replicas.office import Site

PATIENCE = 300.0
QUIET_DAY = datetime(2026, 8, 12, 3, 0, tzinfo=UTC)


def fill(database: Database, people: int, bosses: int) -> None:
    """So many people, of whom the first are superiors with one achievement each to rate."""
    from bot.actions.me import read_me

    databases.migrate(database)
    with database.transaction() as session:
        employ_many(session, people, superiors=bosses)
        for number in range(bosses, 2 * bosses):
            me = read_me(session, FIRST + number, QUIET_DAY)
            assert me is not None
            submit(session, me)


def story(number: int, turn: int, what: str) -> str:
    return f"Menyusun laporan pelayanan nomor {number} bagian {turn} yang {what}"


def title(number: int, turn: int) -> str:
    return f"Loket {number} tahap {turn}"


class Someone:
    """A person who presses twice, and whose two presses come to two replicas at once."""

    def __init__(self, phone: Phone, chat: int, balancer: Balancer) -> None:
        self.phone = phone
        self.chat = chat
        self.balancer = balancer

    async def says(self, text: str) -> None:
        await self.phone.says(text, wait=False)

    async def tells(self, text: str) -> Json:
        """Says it and waits for the screen that quotes it."""
        sent = await self.phone.says(text, wait=False)
        since = sent["message"]["cursor"]
        return await self.phone.sees(text, since=since, timeout=PATIENCE)

    async def sees(self, label: str) -> Json:
        return await self.phone.sees_button(label, timeout=PATIENCE)

    async def presses(self, shown: Json, label: str) -> None:
        data = next(
            str(key["data"])
            for row in shown["keyboard"]
            for key in row
            if key["text"].startswith(label)
        )
        self.balancer.together(self.chat, data)
        for _ in range(2):
            await self.phone.taps(data=data, message_id=shown["message_id"], wait=False)


async def person(site: Site, balancer: Balancer, number: int) -> Someone:
    name, chat = f"Orang {number}", FIRST + number
    phone = await site.telegram.person(f"p{number}", name, id=chat, started=True)
    return Someone(phone, chat, balancer)


async def employee(site: Site, balancer: Balancer, number: int, rounds: int) -> None:
    """In each round a draft that stays, one that is deleted, one begun by button and named."""
    one = await person(site, balancer, number)
    await one.says("/menu")
    for turn in range(rounds):
        await one.tells(story(number, turn, "tetap"))
        shown = await one.tells(story(number, turn, "dihapus"))
        await one.presses(shown, "Tidak, hapus")
        await one.says("/prestasi")
        await one.presses(await one.sees("Buat baru"), "Buat baru")
        await one.presses(await one.sees("Mulai baru"), "Mulai baru")
        await one.says(title(number, turn))
        await one.says("/menu")


async def superior(site: Site, balancer: Balancer, number: int) -> None:
    """Rates the one achievement that waits, from the letter that the courier brings."""
    one = await person(site, balancer, number)
    for label in ("Buka", "Nilai", "4", "Setujui"):
        await one.presses(await one.sees(label), label)
    await one.says("/menu")
