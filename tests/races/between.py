"""One transaction begins, another comes to the same rows, the first ends: nothing may be lost."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Any

from sqlalchemy import text
from sqlmodel import Session

from bot.actions.refusals import Refused
from storage.database import Database

Act = Callable[[Session], Any]
_WAITING = text(
    "SELECT count(*) FROM pg_stat_activity"
    " WHERE datname = current_database() AND wait_event_type = 'Lock'"
)


def between(database: Database, first: Act, *others: Act) -> list[Any]:
    """Do the first; while it has not ended the others begin. What each returned or met.

    The others have either finished or wait for the first before it ends, so that what is read
    before and written after lies apart as far as the database lets it.
    """
    outcomes: list[Any] = [None] * (len(others) + 1)
    threads = [
        threading.Thread(target=_run, args=(database, act, outcomes, place))
        for place, act in enumerate(others, 1)
    ]
    with database.transaction() as session:
        outcomes[0] = first(session)
        for thread in threads:
            thread.start()
        while not _settled(database, threads):
            threads[0].join(0.01)
    for thread in threads:
        thread.join()
    assert None not in outcomes, "an act failed with something else than a refusal"
    return outcomes


def _run(database: Database, act: Act, outcomes: list[Any], place: int) -> None:
    try:
        with database.transaction() as session:
            outcomes[place] = act(session) or ()
    except Refused as refusal:
        outcomes[place] = refusal


def _settled(database: Database, threads: list[threading.Thread]) -> bool:
    """On SQLite whoever writes has the database alone: the others cannot but wait."""
    if database.is_sqlite:
        return True
    alive = sum(thread.is_alive() for thread in threads)
    if not alive:
        return True
    with database.engine.connect() as connection:
        return bool(connection.execute(_WAITING).scalar_one() >= alive)
