"""How many statements each kind of tap may take, all its bookkeeping included.

Counted, not timed, so that the ceiling cannot creep up unseen. Whoever needs one more raises it
here, knowingly; whoever saves some lowers it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Awaitable, Callable
from statistics import mean
from typing import Any

import pytest

from handlers.conversations import build_dispatcher
from storage.database import Database
from tests.cast import Cast, settle
from tests.conversations.telling import STORY
from tests.kit import Office, TestClock

BRACKETS = ("BEGIN", "SAVEPOINT", "RELEASE", "ROLLBACK")  # as on PostgreSQL: its driver begins
ROUNDS = 2
# The mix of a working day, and what a tap may take on average: the target of both.
MIX = {"menu": 0.3, "draft": 0.4, "rating": 0.2, "submit": 0.1}
TARGET = 8.0
# SQLite, PostgreSQL. There a row that is held is read again, because its transaction may have
# waited for it; on SQLite nobody else writes meanwhile.
CEILINGS = {
    "menu": (5, 5),
    "draft: list": (5, 5),
    "draft: begin": (7, 7),
    "draft: title": (6, 6),
    "draft: story": (7, 7),
    "draft: card": (5, 5),
    "draft: day": (7, 7),
    "draft: choice": (7, 7),
    "draft: go on": (8, 8),
    "draft: complete": (11, 11),
    "submit": (21, 22),
    "rating: queue": (4, 4),
    "rating: look": (4, 4),
    "rating: level": (7, 7),
    "rating: approve": (14, 19),
}

Tap = Callable[[], Awaitable[str]]


class Counter:
    """Every statement that goes to the driver, by the kind of tap it was for."""

    def __init__(self, database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
        self.said: list[str] = []
        self.taken: dict[str, list[list[str]]] = defaultdict(list)
        dialect = database.engine.dialect
        for name in ("do_execute", "do_executemany", "do_execute_no_params"):
            monkeypatch.setattr(dialect, name, self._counted(getattr(dialect, name)))

    def _counted(self, plain: Callable[..., None]) -> Callable[..., None]:
        def execute(cursor: Any, statement: str, *rest: Any) -> None:
            if not statement.startswith(BRACKETS):
                self.said.append(statement)
            plain(cursor, statement, *rest)

        return execute

    async def __call__(self, kind: str, tap: Tap) -> None:
        self.said.clear()
        await tap()
        self.taken[kind].append(self.said.copy())

    def most(self, kind: str) -> list[str]:
        return max(self.taken[kind], key=len)


@pytest.fixture
def taps(
    database: Database, clock: TestClock, monkeypatch: pytest.MonkeyPatch
) -> tuple[Cast, Counter]:
    office = Office(build_dispatcher(database, clock), clock)
    return settle(office, database), Counter(database, monkeypatch)


async def tell(cast: Cast, count: Counter) -> None:
    """Sari tells an achievement step by step and sends it, as in `tests/bench/crowd.py`."""
    sari = cast.sari
    await count("menu", lambda: sari.says("/menu"))
    await count("draft: list", lambda: sari.says("/prestasi"))
    await count("draft: begin", lambda: sari.taps("Buat baru"))
    await count("draft: title", lambda: sari.says("Antrean lebih cepat"))
    await count("draft: story", lambda: sari.says(STORY))
    await count("menu", lambda: sari.says("/menu"))
    await count("draft: list", lambda: sari.says("/prestasi"))
    await count("draft: card", lambda: sari.taps("1. ✎"))
    await count("draft: card", lambda: sari.taps("Lanjutkan mengisi"))
    await count("draft: day", lambda: sari.taps("Hari ini"))
    await count("draft: choice", lambda: sari.taps("Inovasi"))
    await count("draft: choice", lambda: sari.taps("Inovasi"))
    await count("draft: go on", lambda: sari.taps("Lanjut"))
    await count("draft: go on", lambda: sari.taps("Lewati"))
    await count("draft: complete", lambda: sari.taps("Lewati"))
    await count("submit", lambda: sari.taps("Kirim"))


async def rate(cast: Cast, count: Counter) -> None:
    """Budi rates what waits."""
    budi = cast.budi
    await count("menu", lambda: budi.says("/menu"))
    await count("rating: queue", lambda: budi.taps("Prestasi Sari"))
    await count("rating: look", lambda: budi.taps("Nilai"))
    await count("rating: level", lambda: budi.taps("4"))
    await count("rating: approve", lambda: budi.taps("Setujui"))


async def work(cast: Cast, count: Counter) -> None:
    """So many rounds of both; not of the first one, in which both phones are new to the bot."""
    for round_ in range(ROUNDS + 1):
        if round_ == 1:
            count.taken.clear()
        await tell(cast, count)
        await rate(cast, count)


async def test_no_kind_of_tap_takes_more_statements(taps: tuple[Cast, Counter]) -> None:
    cast, count = taps
    await work(cast, count)
    at = 0 if cast.database.is_sqlite else 1
    assert set(count.taken) == set(CEILINGS)
    taken = {kind: len(count.most(kind)) for kind in CEILINGS}
    for kind, ceilings in CEILINGS.items():
        listed = "\n".join(count.most(kind))
        assert taken[kind] <= ceilings[at], f"{kind}: {taken[kind]} > {ceilings[at]}\n{listed}"


async def test_the_mix_of_a_working_day_stays_below_the_target(taps: tuple[Cast, Counter]) -> None:
    cast, count = taps
    await work(cast, count)
    each = {
        part: mean(
            len(said)
            for kind, many in count.taken.items()
            if kind.startswith(part)
            for said in many
        )
        for part in MIX
    }
    assert sum(share * each[part] for part, share in MIX.items()) <= TARGET, each
