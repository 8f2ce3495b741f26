"""Several transactions begun at the same moment."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

from sqlmodel import Session

from bot.actions.refusals import Refused
from storage.database import Database

Work = Callable[[Session], object]


def at_once(database: Database, *works: Work) -> list[object]:
    """Each in a transaction of its own; what each came to, or the code of its refusal."""
    gate = Barrier(len(works))

    def run(work: Work) -> object:
        gate.wait()
        try:
            with database.transaction() as session:
                return work(session)
        except Refused as refusal:
            return refusal.code

    with ThreadPoolExecutor(len(works)) as threads:
        return list(threads.map(run, works))
