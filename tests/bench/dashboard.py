"""`python -m tests.bench.dashboard URL PEOPLE`: reads every page of the dashboard; ms as JSON.

A process of its own, so that nothing else is in its processor time. What PostgreSQL spends for a
page is spent by processes of its own: it is added where they can be asked for it.
"""

from __future__ import annotations

import asyncio
import json
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from sqlmodel import Session, col, select

from bot.actions.me import Me, read_me
from bot.office.desk import NOW
from bot.screens import Place
from bot.web.dashboard.pages import PAGES
from storage import migrate
from storage.accounts import Account
from storage.database import Database
from storage.vault import Vault
from tests.bench import agency
from tests.bench.measures import Row
from tests.conftest import SECRET

EMPLOYEE, SUPERIOR, HEAD, HR = 1, 2, 4, 5
SEEN = (
    (HR, "overview.home/0"), (HR, "overview.owing/0"), (HEAD, "overview.owing/1"),
    (SUPERIOR, "overview.owing/-1"), (HEAD, "overview.proposed/1"),
    (HEAD, "panel.distribution/3/1"), (HR, "participation.silent/0/0"),
    (HR, "participation.overlooked/0/0"), (HR, "participation.honoured/0/0"),
    (HR, "participation.access/0"), (EMPLOYEE, "results.mine"), (EMPLOYEE, "results.card/2/1"),
    (EMPLOYEE, "career.card/1"), (EMPLOYEE, "career.boxes/1"), (SUPERIOR, "career.team/0"),
    (HR, "career.desk/0"), (HR, "surveys.units/0"), (HEAD, "surveys.results/1/0"),
    (HEAD, "surveys.course/1/0"), (HEAD, "surveys.services/1/0/0"), (HEAD, "surveys.kinds/1/0"),
    (HEAD, "surveys.likes/1/0/administratif/0"), (EMPLOYEE, "trainings.ledger"),
    (EMPLOYEE, "trainings.catalogue/0"),
)  # fmt: skip
"""Every page, by whom who sees most in it."""
TICKS = 100


def read(url: str, people: int) -> dict[str, float]:
    """Milliseconds of processor that each page takes, the second time it is read."""
    database = Database(url, Vault(SECRET))
    found = {}
    try:
        with TemporaryDirectory() as folder:
            migrate.upgrade(database.engine)
            agency.furnish(database, Path(folder), people)
        for who, said in SEEN:
            for _ in range(2):
                with database.transaction() as session:
                    found[said] = _took(session, _me(session, who), said)
    finally:
        database.close()
    return found


def _me(session: Session, who: int) -> Me:
    telegram = select(Account.telegram_id).where(col(Account.employee_id) == who)
    me = read_me(session, session.exec(telegram).one(), NOW)
    assert me is not None
    return me


def _took(session: Session, me: Me, said: str) -> float:
    place = Place.parse(said)
    assert place is not None
    page, served = PAGES[place.name], _server(session)
    since, before = time.process_time(), _ticks(served)
    page.draw(page.read(session, me, *place.args), str)
    return 1000 * (time.process_time() - since + (_ticks(served) - before) / TICKS)


def _server(session: Session) -> int:
    """The process that serves this connection; 0 where the database is ours."""
    if session.get_bind().dialect.name == "sqlite":
        return 0
    asked = session.connection().exec_driver_sql("SELECT pg_backend_pid()")
    return int(asked.scalar_one())


def _ticks(process: int) -> int:
    if not process:
        return 0
    fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    return int(fields[11]) + int(fields[12])


async def measure(name: str, url: str, people: int) -> list[Row]:
    """A line for each page."""
    command = (sys.executable, "-W", "ignore", "-m", "tests.bench.dashboard", url, str(people))
    child = await asyncio.create_subprocess_exec(*command, stdout=asyncio.subprocess.PIPE)
    said, _ = await child.communicate()
    assert child.returncode == 0
    head = f"dashboard, {people:,} people, {name}"
    found = json.loads(said.splitlines()[-1])
    return [Row(f"{head}: {page}", took, "ms processor") for page, took in found.items()]


if __name__ == "__main__":
    sys.stdout.write(json.dumps(read(sys.argv[1], int(sys.argv[2]))))
