"""The nightly replay: what was published computes to the same, and tampering is seen."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy import text
from sqlmodel import select

from bot.actions import replay
from bot.rules.watching import Alarm, Seen, troubles
from bot.watch.signs import known
from storage import audit, gauges, replays
from storage.database import Database
from storage.outbox import Letter
from storage.replays import Replay
from storage.results import Result
from tests.cast import Cast
from tests.quarter import CALIBRATION, RATING, WHY, moves_to, publishes, rates

NIGHT = datetime(2026, 10, 21, 18, 0, tzinfo=UTC)  # one in the morning, WIB


@pytest.fixture
async def published(cast: Cast) -> Cast:
    moves_to(cast, date(2026, 8, 12))
    moves_to(cast, RATING)
    for name, level in (("Sari Lestari", 5), ("Dedi Pratama", 4), ("Yosef Wanggai", 4)):
        await rates(cast.budi, name, level)
    moves_to(cast, CALIBRATION.replace(day=21))
    await publishes(cast.kepala, WHY)
    return cast


def walks(database: Database, now: datetime) -> int:
    """The rounds of a tick until it wants no more."""
    rounds = 0
    while True:
        rounds += 1
        with database.transaction() as session:
            if not replay.walk(session, now):
                return rounds


def last(database: Database) -> Replay | None:
    with database.transaction() as session:
        return replays.last(session)


def tamper(database: Database, change: str) -> int:
    with database.transaction() as session:
        number = session.exec(select(Result.id).order_by(Result.id)).first()  # type: ignore[arg-type]
        session.connection().execute(text(f"UPDATE result SET {change} WHERE id = {number}"))
        assert number is not None
        return number


async def test_a_night_without_findings(published: Cast) -> None:
    walks(published.database, NIGHT)
    done = last(published.database)
    assert done is not None
    assert (done.checked, done.wrong, done.which) == (3, 0, "")
    with published.database.transaction() as session:
        assert session.exec(select(Letter).where(Letter.template == replay.TOLD)).all() == []
        assert known(session, NIGHT).disagreeing == ""
        assert gauges.read(session, NIGHT).replay == done


async def test_once_a_night_and_not_by_day(published: Cast) -> None:
    database = published.database
    walks(database, NIGHT - timedelta(hours=6))
    assert last(database) is None
    walks(database, NIGHT)
    assert walks(database, NIGHT + timedelta(minutes=30)) == 1
    with database.transaction() as session:
        assert len(session.exec(select(Replay)).all()) == 1
    walks(database, NIGHT + timedelta(days=1))
    walks(database, NIGHT + timedelta(days=1, hours=37))  # that night nothing ran
    with database.transaction() as session:
        assert len(session.exec(select(Replay)).all()) == 3


async def test_it_goes_on_where_it_stopped(
    published: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(replay, "CHUNK", 2)
    database = published.database
    for expected in (True, True):
        with database.transaction() as session:
            assert replay.walk(session, NIGHT) is expected
    with database.transaction() as session:
        under_way = replays.unfinished(session)
        assert under_way is not None
        assert under_way.checked == 2
    walks(database, NIGHT + timedelta(days=1))
    done = last(database)
    assert done is not None
    assert (done.checked, done.day) == (3, date(2026, 10, 22))


@pytest.mark.parametrize(
    "change",
    [
        "total = '101.00'", "hasil_kerja = '101.00'", "perilaku = '99.00'", "predikat = 'kurang'",
        "raters = 9", "parts = '{}'", "parts = replace(parts, '24.00', '25.00')",
    ],
)  # fmt: skip
async def test_a_changed_result_alarms_the_operator_and_hr(published: Cast, change: str) -> None:
    database = published.database
    number = tamper(database, change)
    walks(database, NIGHT)
    done = last(database)
    assert done is not None
    assert (done.wrong, done.which) == (1, str(number))
    with database.transaction() as session:
        told = session.exec(select(Letter).where(Letter.template == replay.TOLD)).all()
        assert {one.employee_id for one in told} == {published.ids["maya"], published.ids["rina"]}
        wrong = known(session, NIGHT).disagreeing
        assert gauges.read(session, NIGHT).replay == done
    assert troubles(Seen(disagreeing=wrong)) == {Alarm.REPLAY: str(number)}


async def test_a_changed_level_is_found_too(published: Cast) -> None:
    database = published.database
    with database.transaction() as session:
        session.connection().execute(
            text(
                "UPDATE rating SET level = 1 WHERE indicator = 'inovasi' "
                "AND appraisal_id = (SELECT min(appraisal_id) FROM rating)"
            )
        )
    walks(database, NIGHT)
    done = last(database)
    assert done is not None
    assert done.wrong == 1


async def test_what_is_not_published_is_not_asked(cast: Cast) -> None:
    moves_to(cast, date(2026, 8, 12))
    moves_to(cast, RATING)
    await rates(cast.budi, "Sari Lestari", 5)
    walks(cast.database, NIGHT)
    done = last(cast.database)
    assert done is not None
    assert done.checked == 0


async def test_the_verifier_computes_again_without_writing(published: Cast) -> None:
    database = published.database
    number = tamper(database, "predikat = 'kurang'")
    url = database.engine.url.render_as_string(hide_password=False)
    with (
        audit.open_reader(url) as reader,
        audit.reading(reader, database.vault) as session,
    ):
        assert replays.published(session) == 3
        assert [one.result_id for one in replay.everything(session)] == [number]
