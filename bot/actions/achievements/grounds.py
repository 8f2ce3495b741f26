"""What achievements are judged by: the scheme of a day, and who is asked to rate."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

from sqlmodel import Session

from bot.actions import schemes
from bot.actions.me import Me
from bot.rules.achievements import Chain
from bot.rules.schemes import Axis, Indicator, Scheme, Source
from storage import absences, achievements, periods, standings
from storage.achievements import Achievement
from storage.employees import Employee
from storage.periods import SchemeVersion
from storage.scheme_files import default_text


def scheme_on(session: Session, day: date) -> Scheme:
    """The scheme in force that day; the one that is shipped when the office has none yet."""
    return _read(periods.scheme_in_force(session, day))


def scheme_of(session: Session, row: Achievement, today: date) -> Scheme:
    """The scheme of the day on which it was done, of today as long as no day is given.

    What is in force today and was so that day already was the newest one then, too: every tap
    knows today's.
    """
    day = row.done_on or today
    newest = periods.scheme_in_force(session, today)
    if newest is not None and newest.in_force_from <= day <= today:
        return _read(newest)
    return scheme_on(session, day)


def _read(version: SchemeVersion | None) -> Scheme:
    return schemes.read(version.body if version else default_text())


def claimable(scheme: Scheme) -> tuple[Indicator, ...]:
    """Indicators that an achievement can support: results which the superior marks."""
    return tuple(
        indicator
        for indicator in scheme.on_axis(Axis.HASIL_KERJA)
        if any(share.source is Source.SUPERIOR for share in indicator.sources)
    )


def named_in_order(session: Session, row: Achievement, today: date) -> dict[str, Indicator]:
    """The indicators an achievement claims and its scheme knows, in the order of the scheme."""
    scheme, claimed = scheme_of(session, row, today), row.claimed
    return {one.key: one for one in scheme.indicators if one.key in claimed}


def earliest_day(session: Session, today: date) -> date:
    """The first day that still counts in a running quarter."""
    running = [p for p in periods.running(session) if p.state == periods.OPEN]
    open_ones = [p for p in running if p.submit_until >= today]
    if not open_ones:
        return date(today.year, (today.month - 1) // 3 * 3 + 1, 1)
    first = open_ones[0]
    return date(first.year, first.quarter * 3 - 2, 1)


def chain_of(session: Session, employee: Employee, day: date) -> Chain:
    """Who stands above an employee that day, and who acts for them."""
    assert employee.id is not None
    if employee.superior_id is None:
        return Chain(employee.id, None)
    superior = standings.of(session, employee.superior_id, day)
    if superior is None:
        return Chain(employee.id, employee.superior_id, superior_present=False)
    return Chain(
        employee.id,
        employee.superior_id,
        superior.present,
        superior.mandate,
        superior.above,
        superior.above_mandate,
    )


def officials(session: Session, me: Me) -> list[int]:
    """Those in whose place I may act today: myself, and whose mandate I hold."""
    held = absences.mandates_held(session, me.employee_id, me.today)
    return [me.employee_id, *(mandate.absent_id for mandate in held)]


def local(session: Session, employee: Employee, now: datetime) -> datetime:
    """A moment in the zone of the employee's unit."""
    return now.astimezone(ZoneInfo(achievements.zone_of(session, employee.unit_id)))
