"""After an erasure: the list beside the database, files nobody names, the log of writes."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import datetime

from sqlmodel import Session

from storage import evidence, evidence_files, exhibits
from storage.database import Database
from storage.personal import erasures, ledger, wiping
from storage.trainings import proofs

CHUNK = 100
MOST = 1000


def clean(session: Session, now: datetime) -> Callable[[], Callable[[Session], None]] | None:
    """What is to be done outside of a transaction, while something is left to be cleaned.

    Whatever falls in between is begun anew: every step may be done twice.
    """
    found = list(erasures.uncleaned(session, CHUNK))
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
        return lambda inside: erasures.cleaned(inside, numbers, now) if whole else None

    return outside


def clean_now(database: Database, now: datetime) -> None:
    """All of it at once, for whoever has the database alone."""
    for _ in range(MOST):
        with database.transaction() as session:
            outside = clean(session, now)
        if outside is None:
            return
        finish = outside()
        with database.transaction() as session:
            finish(session)
