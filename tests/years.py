"""A year that lies behind the cast: two quarters rated and published without a conversation."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime, time

from sqlmodel import Session, select

from bot.actions import appraisals, schemes
from bot.actions.me import Me, read_me
from bot.actions.publication.card import readiness
from bot.actions.publication.correcting import Correction, publish_again
from bot.actions.publication.signing import publish
from bot.rules.schemes import Source
from bot.rules.scoring import FORMULAS, Mark
from storage import periods
from storage.appraisals import Appraisal
from storage.database import Database
from storage.periods import Period
from storage.results import Result
from storage.scheme_files import default_text
from tests.cast import JOINED, PEOPLE
from tests.quarter import STEPS, tick

BEGINNING = date(2026, 8, 12)
DAYS = {
    3: (date(2026, 10, 7), date(2026, 10, 21)),
    4: (date(2027, 1, 7), date(2027, 1, 21)),
}
"""By quarter: when it is rated, and when it is published."""
END = DAYS[4][1]
TEAM = ('judge = "superior"', 'judge = "team"')


def morning(day: date) -> datetime:
    """Ten, WIB."""
    return datetime.combine(day, time(3), UTC)


def install(database: Database, *changes: tuple[str, str]) -> None:
    """The shipped scheme with changes, before the clock installs it as it is."""
    text = default_text()
    for old, new in changes:
        assert old in text, old
        text = text.replace(old, new, 1)
    with database.transaction() as session:
        assert periods.add_scheme(session, 1, date(2026, 1, 1), text, JOINED)


def live_through(
    database: Database, ids: Mapping[str, int], levels: Mapping[int, int], *, key: str = "sari"
) -> None:
    """Budi rates one person in these quarters, and the head publishes them."""
    tick(database, morning(BEGINNING))
    for quarter, level in levels.items():
        rated, published = DAYS[quarter]
        tick(database, morning(rated))
        with database.transaction() as session:
            rate(session, _period(session, quarter), ids[key], level, morning(rated))
        tick(database, morning(published))
        with database.transaction() as session:
            period, now = _period(session, quarter), morning(published)
            ready = readiness(session, period, published, ids["kepala"])
            assert publish(session, period, ready, ids["kepala"], now)
        tick(database, morning(published))


def correct(database: Database, employee_id: int, quarter: int, level: int, day: date) -> None:
    """The head puts another level of every indicator in the place of a published result."""
    with database.transaction() as session:
        of = (Result.employee_id == employee_id, Period.quarter == quarter)
        result = session.exec(select(Result).join(Period).where(*of)).one()
        scheme = schemes.by_number(session, result.scheme_id)
        marks = {
            one.key: [Mark(Source.SUPERIOR, level)]
            for one in scheme.indicators
            if any(share.source is Source.SUPERIOR for share in one.sources)
        }
        better = Correction(FORMULAS[result.formula](marks, scheme), 1, "Salah baca berkas.")
        head = me(session, "kepala", day)
        publish_again(session, head.now, head.employee_id, result.id or 0, better)


def me(session: Session, key: str, day: date = END) -> Me:
    found = read_me(session, PEOPLE[key][0], morning(day))
    assert found is not None
    return found


def _period(session: Session, quarter: int) -> Period:
    return session.exec(select(Period).where(Period.quarter == quarter)).one()


def rate(session: Session, period: Period, about: int, level: int, now: datetime) -> None:
    budi = read_me(session, PEOPLE["budi"][0], now)
    assert budi is not None
    assert period.id is not None
    appraisals.start(session, budi, period.id, about)
    mine = (Appraisal.employee_id == about, Appraisal.period_id == period.id)
    form = session.exec(select(Appraisal.id).where(*mine)).one()
    assert form is not None
    for step in range(1, STEPS + 1):
        appraisals.rate(session, budi, form, step, level)
    appraisals.send(session, budi, form)
