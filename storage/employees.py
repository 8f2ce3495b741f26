"""The roster: one row a person, known for good by its number here, not by the NIP."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date
from typing import NamedTuple

from sqlalchemy import BigInteger, Index, LargeBinary, bindparam, cast, literal, update
from sqlalchemy import select as select_columns
from sqlmodel import Field, Session, SQLModel, col, select

from storage.columns import sealed, vault_of
from storage.kept import once
from storage.prepared import Prepared
from storage.rows import Rows, held

DEEPEST = 30


class Employee(SQLModel, table=True):
    __table_args__ = (Index("employees_of_a_unit", "unit_id", "left_on", "rank", "sex"),)

    id: int | None = Field(default=None, primary_key=True)
    name: str
    search_key: str = Field(index=True)
    sex: int  # 1 man, 2 woman, as in the NIP
    nip: str = sealed("")
    nip_index: bytes = Field(sa_type=LargeBinary, unique=True)
    phone: str | None = sealed()
    phone_index: bytes | None = Field(default=None, sa_type=LargeBinary, index=True)
    post: str  # jabatan
    post_level: str  # jenjang
    rank: str  # golongan
    unit_id: int = Field(foreign_key="unit.id")
    superior_id: int | None = Field(default=None, foreign_key="employee.id", index=True)
    left_on: date | None = None


_ROW = select(Employee).where(col(Employee.id) == bindparam("this"))
_GET = Rows(Employee, _ROW)
_LOCK = Rows(Employee, _ROW.with_for_update())


@once("employee")
def get(session: Session, employee_id: int) -> Employee | None:
    return _GET.first(session, this=employee_id)


def by_nip(session: Session, nip: str) -> Employee | None:
    """The person with this NIP (18 digits), found through the blind index."""
    index = vault_of(session).index(nip)
    return session.exec(select(Employee).where(Employee.nip_index == index)).first()


_REPORTS = Rows(
    Employee,
    select(Employee)
    .where(col(Employee.superior_id) == bindparam("superior"), col(Employee.left_on).is_(None))
    .order_by(col(Employee.name)),
)
ANY_REPORT = (
    select(col(Employee.id))
    .where(
        col(Employee.superior_id).in_(bindparam("superiors", expanding=True)),
        col(Employee.id) != bindparam("but"),
        col(Employee.left_on).is_(None),
    )
    .limit(1)
)
_ANY_REPORT = Prepared(ANY_REPORT)


def reports(session: Session, superior_id: int) -> Sequence[Employee]:
    """Direct subordinates in service, by name."""
    return _REPORTS.all(session, superior=superior_id)


@once("employee")
def has_reports(session: Session, superiors: tuple[int, ...], but: int) -> bool:
    """Whether anybody in service answers to one of these, apart from one person."""
    return _ANY_REPORT.first(session, superiors=superiors, but=but) is not None


def in_units(session: Session, unit_ids: frozenset[int]) -> Sequence[Employee]:
    """Everybody in service in these units, by name."""
    found = select(Employee).where(
        col(Employee.unit_id).in_(unit_ids), col(Employee.left_on).is_(None)
    )
    return session.exec(found.order_by(col(Employee.name))).all()


class Number(NamedTuple):
    """A person in service with the NIP."""

    id: int
    name: str
    unit_id: int
    nip: str


def numbers(session: Session, unit_ids: frozenset[int] | None) -> Sequence[Number]:
    """Everybody in service in these units (None: everywhere), by number."""
    found = select_columns(
        col(Employee.id), col(Employee.name), col(Employee.unit_id), col(Employee.nip)
    ).where(col(Employee.left_on).is_(None))
    if unit_ids is not None:
        found = found.where(col(Employee.unit_id).in_(unit_ids))
    rows = session.connection().execute(found.order_by(col(Employee.id)))
    return [Number(row.id, row.name, row.unit_id, row.nip) for row in rows]


def in_service(session: Session) -> Sequence[Employee]:
    found = select(Employee).where(col(Employee.left_on).is_(None))
    return session.exec(found.order_by(col(Employee.name))).all()


_MODULUS = 2**31 - 1


def some_of(session: Session, units: Collection[int], limit: int, seed: int) -> list[int]:
    """At most so many of those in service in these units, whom the seed alone chooses."""
    mixed = (cast(Employee.id, BigInteger) * literal(seed % _MODULUS, BigInteger)) % _MODULUS
    found = select_columns(col(Employee.id)).where(
        col(Employee.unit_id).in_(units), col(Employee.left_on).is_(None)
    )
    rows = session.connection().execute(found.order_by(mixed, col(Employee.id)).limit(limit))
    return [row.id for row in rows]


_MANY = Rows(
    Employee, select(Employee).where(col(Employee.id).in_(bindparam("numbers", expanding=True)))
)


def many(session: Session, ids: Sequence[int]) -> dict[int, Employee]:
    """The people with these numbers, in one query."""
    if not ids:
        return {}
    found = _MANY.all(session, numbers=set(ids))
    return {person.id: person for person in found if person.id is not None}


def lock(session: Session, employee_id: int) -> Employee | None:
    """The person, held until the transaction ends, so that changes to one person queue up."""
    return held(session, get, _LOCK, employee_id)


def lock_all(session: Session, ids: Collection[int]) -> None:
    """These people, held until the transaction ends, in the order of their numbers."""
    these = select(Employee.id).where(col(Employee.id).in_(ids)).order_by(col(Employee.id))
    session.exec(these.with_for_update(key_share=True)).all()


def chain(session: Session, employee_id: int) -> list[int]:
    """The numbers of the superiors above, nearest first; a loop is walked once at most."""
    above = (
        select(col(Employee.superior_id).label("id"), literal(1).label("step"))
        .where(Employee.id == employee_id)
        .cte("above", recursive=True)
    )
    higher = select(col(Employee.superior_id), above.c.step + 1).where(
        col(Employee.id) == above.c.id, above.c.step < DEEPEST
    )
    tree = above.union_all(higher)
    found = select(tree.c.id).where(tree.c.id.is_not(None)).order_by(tree.c.step)
    return list(dict.fromkeys(session.connection().execute(found).scalars()))


def put_superior(session: Session, employee_id: int, superior_id: int | None) -> None:
    """Change whom this person answers to."""
    session.execute(
        update(Employee).where(col(Employee.id) == employee_id).values(superior_id=superior_id)
    )


def put_unit(session: Session, employee_id: int, unit_id: int) -> None:
    """Change where this person works."""
    session.execute(
        update(Employee).where(col(Employee.id) == employee_id).values(unit_id=unit_id)
    )


def search_keys(session: Session, unit_ids: frozenset[int] | None) -> list[tuple[int, str]]:
    """Number and search key of everybody in service in these units (None: everywhere)."""
    found = select(col(Employee.id), col(Employee.search_key)).where(
        col(Employee.left_on).is_(None)
    )
    if unit_ids is not None:
        found = found.where(col(Employee.unit_id).in_(unit_ids))
    return [(row.id, row.search_key) for row in session.connection().execute(found)]
