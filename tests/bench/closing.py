"""`python -m tests.bench.closing URL PEOPLE`: closes and publishes a quarter; figures as JSON.

A process of its own, so that its memory is that of the closing and of nothing before it.
"""

from __future__ import annotations

import asyncio
import json
import resource
import sys
import time
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from random import Random
from typing import Any

from sqlalchemy import insert, update
from sqlmodel import Session, col, select

from bot.actions import closing, periods, schemes
from bot.actions.holidays import calendar_around
from bot.actions.periods import owed, resting, yearly
from bot.actions.publication import spread
from bot.lean import settle
from bot.rules.appraisals import asked_of
from bot.rules.schemes import Scheme, Source
from storage import audit, publication, results
from storage import periods as stored
from storage.appraisals import SENT, SUPERIOR, Appraisal, Rating
from storage.database import Database
from storage.employees import Employee
from storage.peers import Side, TicketState
from storage.peers.drafts import PeerDraft
from storage.peers.draws import PeerDraw
from storage.peers.tickets import PeerTicket
from storage.periods import Period
from storage.results import Result
from storage.vault import Vault
from tests.bench import office
from tests.bench.measures import Row
from tests.conftest import SECRET

MIDDLE, RATING, AFTER = (datetime(2026, month, 14, 3, tzinfo=UTC) for month in (8, 9, 10))
HEAD, MEMBERS = 1, (2, 3)
CHUNK = 2_000
COLLEAGUES = 3
LEVELS = (1, 2, 3, 3, 4, 4, 4, 5)


def furnish(url: str, people: int) -> None:
    """Everybody was rated by a superior, two members of the team and three colleagues."""
    office.make(url, people=people)
    database = Database(url, Vault(SECRET))
    try:
        with database.transaction() as session:
            session.execute(update(Employee).values(left_on=date(2026, 8, 1)).where(
                col(Employee.id) > people
            ))  # fmt: skip
            while periods.make(session, MIDDLE):
                pass
            period = session.exec(select(Period).where(col(Period.quarter) == 3)).one()
            scheme = schemes.of_period(session, period)
            numbers = [
                one or 0 for one in session.exec(select(Employee.id).order_by(col(Employee.id)))
            ]
            assert period.id is not None
            drawn = PeerDraw(period_id=period.id, seed="bench", begun_at=RATING, drawn_at=RATING)
            session.add(drawn)
        for start in range(0, len(numbers), CHUNK):
            with database.transaction() as session:
                _rate(session, period, scheme, numbers[start : start + CHUNK])
                _answer(session, period, scheme, numbers[start : start + CHUNK], len(numbers))
        with database.transaction() as session:
            stored.move(session, period.id, stored.OPEN, stored.CALIBRATION)
    finally:
        database.close()


def _rate(session: Session, period: Period, scheme: Scheme, people: list[int]) -> None:
    forms: list[dict[str, Any]] = [
        {
            "id": 10 * about + place, "period_id": period.id, "employee_id": about,
            "source": source, "official_id": by, "by_id": by, "state": SENT,
            "started_at": RATING, "sent_at": RATING,
        }
        for about in people
        for place, (source, by) in enumerate(
            ((SUPERIOR, HEAD), *((Source.TEAM.value, member) for member in MEMBERS))
        )
    ]  # fmt: skip
    session.connection().execute(insert(Appraisal), forms)
    dice = Random(people[0])
    ratings = [
        {
            "appraisal_id": form["id"], "indicator": one.key, "at": RATING,
            "level": dice.choice(LEVELS), "by_id": form["by_id"],
        }
        for form in forms
        for one in asked_of(scheme, Source(form["source"]))
    ]  # fmt: skip
    session.connection().execute(insert(Rating), ratings)
    first = [
        {
            "period_id": period.id, "employee_id": about, "scheme_id": period.scheme_id,
            "formula": period.formula, "total": "0.00", "hasil_kerja": "0.00",
            "perilaku": "0.00", "predikat": "baik", "raters": 1, "parts": "{}",
            "computed_at": RATING, "computed_by": HEAD, "edition": 1,
        }
        for about in people
    ]  # fmt: skip
    session.connection().execute(insert(Result), first)


def _answer(
    session: Session, period: Period, scheme: Scheme, people: list[int], whole: int
) -> None:
    tickets: list[dict[str, Any]] = [
        {
            "id": COLLEAGUES * about + step, "period_id": period.id, "side": Side.PEER.value,
            "about_id": about, "rater_id": 1 + (about + step) % whole, "way": "lot",
            "state": TicketState.SPENT.value, "spent_at": RATING,
        }
        for about in people
        for step in range(COLLEAGUES)
    ]  # fmt: skip
    session.connection().execute(insert(PeerTicket), tickets)
    asked, dice = asked_of(scheme, Source.PEERS), Random(people[-1])
    said = [
        json.dumps(
            {
                "levels": {one.key: dice.choice(LEVELS) for one in asked},
                "comment": "" if number % 5 else "Sigap membantu. Laporannya kadang terlambat.",
            }
        )
        for number in (ticket["id"] for ticket in tickets)
    ]
    drafts = [
        {"ticket_id": ticket["id"], "said": one, "version": 1}
        for ticket, one in zip(tickets, said, strict=True)
    ]
    session.connection().execute(insert(PeerDraft), drafts)


def timed(database: Database, work: Callable[[Session, datetime], bool]) -> Iterator[float]:
    """How long each transaction took until nothing was left."""
    more = True
    while more:
        since = time.perf_counter()
        with database.transaction() as session:
            more = work(session, AFTER)
        yield time.perf_counter() - since


def close(url: str) -> dict[str, float]:
    """Compute all, sign, and write every letter; seconds and bytes."""
    settle()
    calendar_around(5, AFTER.date())  # a bot that runs knows its holidays since its first morning
    database = Database(url, Vault(SECRET))
    try:
        computed = list(timed(database, closing.close))
        with database.transaction() as session:
            (period,) = stored.running(session)[:1]
            assert period.id is not None
            assert closing.progress(session, period) is None
            count = results.count(session, period.id)
            publication.sign(session, period.id, HEAD, AFTER, count, 0, None)
            stored.move(session, period.id, stored.CALIBRATION, stored.PUBLISHED)
            audit.record(session, AFTER, HEAD, "publication.sign", f"period/{period.id}")
        told = list(timed(database, spread))
        year = list(settle_year(database))
    finally:
        database.close()
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
    return {
        "computed": sum(computed), "told": sum(told), "memory": memory,
        "longest": max(*computed, *told), "year": sum(year), "year_again": year[-2],
        "year_rest": year[-1],
    }  # fmt: skip


def settle_year(database: Database) -> Iterator[float]:
    """What everybody owes of the year, as if that quarter were its last; processor seconds a tick.

    The last but one finds all of it there, the last finds nothing done since.
    """
    with database.transaction() as session:
        for before, after in ((4, 1), (3, 4)):
            moved = update(Period).where(col(Period.quarter) == before)
            session.execute(moved.values(quarter=after))
    looks = 0
    while looks < 2:
        since = time.process_time()
        with database.transaction() as session:
            (period,) = (one for one in stored.everything(session) if one.quarter == 4)
            made = yearly.settle(session, period, resting.begin(session, AFTER), owed.CHUNK)
        looks += not made
        yield time.process_time() - since


async def measure(url: str, people: int) -> list[Row]:
    """A whole agency's quarter: computed from all who rated, published, letters written."""
    await asyncio.to_thread(furnish, url, people)
    command = (sys.executable, "-W", "ignore", "-m", "tests.bench.closing", url)
    child = await asyncio.create_subprocess_exec(*command, stdout=asyncio.subprocess.PIPE)
    said, _ = await child.communicate()
    assert child.returncode == 0
    found = json.loads(said)
    name = f"closing, {people:,} employees"
    return [
        Row(f"{name}: computed", found["computed"], "s"),
        Row(f"{name}: letters written", found["told"], "s"),
        Row(f"{name}: longest a tap waits", found["longest"] * 1000, "ms"),
        Row(f"{name}: duties of the year", found["year"], "s"),
        Row(f"{name}: duties of the year, all there", found["year_again"] * 1000, "ms"),
        Row(f"{name}: duties of the year, nothing done since", found["year_rest"] * 1000, "ms"),
        Row(f"{name}: memory", found["memory"] / 1e6, "MB"),
    ]


if __name__ == "__main__":
    sys.stdout.write(json.dumps(close(sys.argv[1])))
