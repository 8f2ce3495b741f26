"""All about the person behind an update, and what nearly every tap asks next, in one statement."""

from __future__ import annotations

from datetime import date
from typing import Any, NamedTuple

from sqlalchemy import (
    Date,
    Select,
    String,
    bindparam,
    cast,
    exists,
    func,
)
from sqlalchemy import select as select_columns
from sqlmodel import Session, col, or_, select

from storage import absences, periods, units
from storage.absences import Mandate
from storage.accounts.account import ENDED, Account
from storage.employees import Employee
from storage.grants import Grant
from storage.kept import keep
from storage.periods import SchemeVersion
from storage.rows import Beside
from storage.units import Unit


class Known(NamedTuple):
    """One row that says all about the person behind an update."""

    zone: str
    account_id: int
    employee_id: int
    state: str
    epoch: int
    typing: str | None
    card: int | None
    unreachable: str | None
    name: str
    sex: int
    unit_id: int
    superior_id: int | None
    left_on: date | None
    roles: str | None
    plain: bool
    language: str
    offered: str
    menu_app: str
    passing: str
    numbered: bool
    pictures: bool
    tour: bool
    choices: str
    practising: bool


def _known() -> Select[*tuple[Any, ...]]:
    today = bindparam("today", type_=Date)
    place = func.coalesce(cast(col(Grant.unit_id), String), "")
    roles = (
        select(func.aggregate_strings(col(Grant.role) + ":" + place, ","))
        .where(
            col(Grant.employee_id) == col(Employee.id),
            col(Grant.since) <= today,
            or_(col(Grant.until).is_(None), col(Grant.until) >= today),
        )
        .scalar_subquery()
    )
    holds = exists().where(
        col(Mandate.holder_id) == col(Employee.id),
        col(Mandate.since) <= today,
        col(Mandate.until) >= today,
    )
    newest = (
        select(col(SchemeVersion.id))
        .where(col(SchemeVersion.in_force_from) <= today)
        .order_by(col(SchemeVersion.version).desc())
        .limit(1)
        .scalar_subquery()
    )
    columns = (
        SchemeVersion,
        Unit,
        holds,
        col(Account.id),
        col(Account.employee_id),
        col(Account.state),
        col(Account.epoch),
        col(Account.typing),
        col(Account.card),
        col(Account.unreachable),
        col(Employee.name),
        col(Employee.sex),
        col(Employee.unit_id),
        col(Employee.superior_id),
        col(Employee.left_on),
        roles,
        col(Account.plain),
        col(Account.language),
        col(Account.offered),
        col(Account.menu_app),
        col(Account.passing),
        col(Account.numbered),
        col(Account.pictures),
        col(Account.tour),
        col(Account.choices),
        col(Account.practising),
    )
    found: Select[*tuple[Any, ...]] = select_columns(*columns)
    return (
        found.select_from(Account)
        .join(Employee, col(Employee.id) == col(Account.employee_id))
        .join(Unit, col(Unit.id) == col(Employee.unit_id))
        .outerjoin(SchemeVersion, col(SchemeVersion.id) == newest)
        .where(col(Account.telegram_id) == bindparam("telegram_id"), col(Account.state) != ENDED)
    )


# Statements of every tap are built once: building costs more than running them.
# The row is locked: what one person does at two replicas is done one after the other.
_KNOWN = Beside((SchemeVersion, Unit), _known().with_for_update(of=Account, key_share=True))


def known(session: Session, telegram_id: int, today: date) -> Known | None:
    """The living account with its person and valid roles (`role:unit,…`), in one statement.

    On PostgreSQL nobody else acts for this person until the transaction ends. The scheme in force
    that day, the person's unit, and that the person holds no mandate, are then known too.
    """
    row = _KNOWN.first(session, telegram_id=telegram_id, today=today)
    if row is None:
        return None
    scheme, unit, holds, *rest = row
    person = Known(unit.zone, *rest)
    keep(session, periods.scheme_in_force, today, value=scheme)
    keep(session, units.get, unit.id, value=unit)
    if not holds:
        keep(session, absences.mandates_held, person.employee_id, today, value=[])
    return person
