"""After an erasure: the list beside the database, files nobody names, dead space in tables."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import datetime

from sqlmodel import Session

from bot.actions.days import WEST, office_day
from bot.actions.personal.retaining import BEGIN, END, ROUND
from storage import evidence, evidence_files, exhibits, rounds
from storage.database import Database
from storage.personal import erasures, ledger, wiping
from storage.trainings import proofs

CHUNK = 100
MOST = 1000
Outside = Callable[[], Callable[[Session], None]]


def clean(session: Session, now: datetime, *, at_once: bool = False) -> Outside | None:
    """What is to be done outside of a transaction, while something is left to be cleaned.

    Whatever falls in between is begun anew: every step may be done twice. Tables of PostgreSQL
    are written anew in the small hours, when the years have taken theirs, unless `at_once`.
    """
    return _list(session, now) or _rewrite(session, now, at_once=at_once)


def _list(session: Session, now: datetime) -> Outside | None:
    found = list(erasures.unlisted(session, CHUNK))
    if not found:
        return None
    looked = time.time()  # of the disk's clock, not ours
    named = evidence.named(session) | exhibits.named(session) | proofs.named(session)
    files = {name for row in found for name in row.files.split(",") if name} - named
    folder = evidence_files.files_of(session)
    lines = [erasures.line(row) for row in found]
    numbers, engine = [row.id or 0 for row in found], session.get_bind().engine

    def outside() -> Callable[[Session], None]:
        ledger.add(folder.folder, lines)
        for name in files:
            folder.remove_untouched(name, looked)
        whole = wiping.wipe(engine)
        return lambda inside: erasures.listed(inside, numbers, now) if whole else None

    return outside


def _rewrite(session: Session, now: datetime, *, at_once: bool) -> Outside | None:
    engine = session.get_bind().engine
    day, hour = office_day(now), now.astimezone(WEST).hour
    night = BEGIN <= hour < END and rounds.made(session, ROUND, day)
    if not (engine.dialect.name == "sqlite" or night or at_once):
        return None
    found = list(erasures.uncleaned(session, CHUNK))
    if not found:
        return None
    tables = wiping.tables_of({row.kind for row in found})
    numbers = [row.id or 0 for row in found]

    def outside() -> Callable[[Session], None]:
        whole = wiping.rewrite(engine, tables)
        return lambda inside: erasures.cleaned(inside, numbers, now) if whole else None

    return outside


def clean_now(database: Database, now: datetime) -> None:
    """All of it at once, for whoever has the database alone."""
    for _ in range(MOST):
        with database.transaction() as session:
            outside = clean(session, now, at_once=True)
        if outside is None:
            return
        finish = outside()
        with database.transaction() as session:
            finish(session)
