"""Whom a letter goes to: one row with all that rendering and delivering it needs."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime, time
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo

from sqlalchemy import Select, bindparam, select
from sqlmodel import Session, col

from bot.rules.workdays import QuietHours
from storage.accounts import ACTIVE, Account
from storage.employees import Employee
from storage.prepared import Prepared
from storage.units import Unit

USUAL = QuietHours()


class Addressee(NamedTuple):
    """An employee in service; `telegram_id` is None without an active account."""

    employee_id: int
    name: str
    sex: int
    superior_id: int | None
    zone: str
    days_per_week: int
    telegram_id: int | None
    epoch: int | None
    unreachable: str | None
    quiet_from: time | None
    quiet_until: time | None
    digest: bool | None
    plain: bool | None
    language: str | None
    approved_at: datetime | None
    numbered: bool | None = None

    def local(self, now: datetime) -> datetime:
        """The moment in the zone of the person's unit."""
        return now.astimezone(ZoneInfo(self.zone))

    def today(self, now: datetime) -> date:
        return self.local(now).date()

    @property
    def quiet(self) -> QuietHours:
        """The person's own quiet hours, or the usual ones."""
        if self.quiet_from is None or self.quiet_until is None:
            return USUAL
        return QuietHours(self.quiet_from, self.quiet_until, own=True)


def get(session: Session, employee_id: int) -> Addressee | None:
    """The person, None when not in service."""
    row = _ONE.first(session, this=employee_id)
    return None if row is None else Addressee(*row)


def many(session: Session, employee_ids: Collection[int]) -> dict[int, Addressee]:
    """Those of these people who are in service, in one statement."""
    if not employee_ids:
        return {}
    found = _IN_SERVICE.where(col(Employee.id).in_(set(employee_ids)))
    return {row[0]: Addressee(*row) for row in session.connection().execute(found)}


def _in_service() -> Select[*tuple[Any, ...]]:
    columns: tuple[Any, ...] = (
        col(Employee.id),
        col(Employee.name),
        col(Employee.sex),
        col(Employee.superior_id),
        col(Unit.zone),
        col(Unit.days_per_week),
        col(Account.telegram_id),
        col(Account.epoch),
        col(Account.unreachable),
        col(Account.quiet_from),
        col(Account.quiet_until),
        col(Account.digest),
        col(Account.plain),
        col(Account.language),
        col(Account.approved_at),
        col(Account.numbered),
    )
    account = (col(Account.employee_id) == col(Employee.id)) & (col(Account.state) == ACTIVE)
    return (
        select(*columns)
        .join(Unit, col(Unit.id) == col(Employee.unit_id))
        .outerjoin(Account, account)
        .where(col(Employee.left_on).is_(None))
    )


_IN_SERVICE = _in_service()
_ONE = Prepared(_IN_SERVICE.where(col(Employee.id) == bindparam("this")))
