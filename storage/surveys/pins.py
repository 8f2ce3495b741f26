"""What of the survey entered a period's results: its sums, every unit's index, whose is whose.

Written once, when rating closes. With these alone an index and a result come out again, whatever
becomes of answers, services and units later.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from hashlib import blake2b
from typing import Any, NamedTuple

from sqlalchemy import Connection, bindparam, func, select
from sqlmodel import Field, Session, SQLModel, col

from bot.rules.surveys.entering import Entered
from bot.rules.surveys.tallies import Tally
from bot.rules.surveys.units import Served
from storage.employees import Employee
from storage.postings import Posting
from storage.prepared import Prepared
from storage.upsert import insert_new_many


class SurveyTally(SQLModel, table=True):
    """The sums of one service of a unit; `sums` by element, in the order of the regulation."""

    period_id: int = Field(foreign_key="period.id", primary_key=True)
    unit_id: int = Field(foreign_key="unit.id", primary_key=True)
    service_id: int = Field(foreign_key="surveyservice.id", primary_key=True)
    kind: str
    answers: int
    sums: str
    squares: int


class SurveyIndex(SQLModel, table=True):
    """A unit, as it stood in the tree, and the index that counts for it.

    `from_id`: whose it is, this unit's or the nearest above that has enough answers; None without
    one. `own` is of the answers alone, `value` what counts; decimal strings. `levels` are written
    as on forms: `key:level`.
    """

    period_id: int = Field(foreign_key="period.id", primary_key=True)
    unit_id: int = Field(foreign_key="unit.id", primary_key=True)
    parent_id: int | None = None
    from_id: int | None = None
    answers: int = 0
    own: str = ""
    value: str = ""
    levels: str = ""


class SurveyMark(SQLModel, table=True):
    """In which unit somebody stood on the last day of the quarter: its index is theirs."""

    period_id: int = Field(foreign_key="period.id", primary_key=True)
    employee_id: int = Field(foreign_key="employee.id", primary_key=True)
    unit_id: int = Field(foreign_key="unit.id")


class Pinned(NamedTuple):
    """The index that entered somebody's result."""

    unit_id: int
    from_id: int
    answers: int
    own: str
    value: str
    levels: str


def write_sums(tally: Tally) -> str:
    return " ".join(map(str, tally.sums))


def read_sums(answers: int, sums: str, squares: int) -> Tally:
    return Tally(answers, tuple(map(int, sums.split())), squares)


def there(session: Session, period_id: int) -> bool:
    """Whether the survey of a period was pinned."""
    found = select(func.count()).where(col(SurveyIndex.period_id) == period_id)
    return int(session.connection().execute(found).scalar_one()) > 0


def put(
    session: Session, tallies: Sequence[Mapping[str, Any]], indices: Sequence[Mapping[str, Any]]
) -> None:
    insert_new_many(session, SurveyTally, tallies)
    insert_new_many(session, SurveyIndex, indices)


_STOOD = (
    select(col(Posting.unit_id))
    .where(col(Posting.employee_id) == col(Employee.id), col(Posting.since) <= bindparam("last"))
    .order_by(col(Posting.since).desc())
    .limit(1)
    .scalar_subquery()
)


def assign(session: Session, period_id: int, last: date, people: Collection[int]) -> None:
    """Note in which unit these people stood on the last day; what is noted stays."""
    found = (
        select(col(Employee.id), func.coalesce(_STOOD, col(Employee.unit_id)).label("unit_id"))
        .where(col(Employee.id).in_(people))
        .order_by(col(Employee.id))
    )
    rows = [
        {"period_id": period_id, "employee_id": row[0], "unit_id": row[1]}
        for row in session.connection().execute(found, {"last": last})
    ]
    insert_new_many(session, SurveyMark, rows)


_COLUMNS: tuple[Any, ...] = (
    col(SurveyMark.unit_id), col(SurveyIndex.from_id), col(SurveyIndex.answers),
    col(SurveyIndex.own), col(SurveyIndex.value), col(SurveyIndex.levels),
)  # fmt: skip
_MARKED = (
    select(col(SurveyMark.employee_id), *_COLUMNS)
    .join(
        SurveyIndex,
        (col(SurveyIndex.period_id) == col(SurveyMark.period_id))
        & (col(SurveyIndex.unit_id) == col(SurveyMark.unit_id)),
    )
    .where(
        col(SurveyMark.period_id) == bindparam("period"),
        col(SurveyMark.employee_id) >= bindparam("first"),
        col(SurveyMark.employee_id) <= bindparam("last"),
        col(SurveyIndex.levels) != "",
    )
)
_MARKS = Prepared(_MARKED)


def about(session: Session, period_id: int, first: int, last: int) -> dict[int, Pinned]:
    """The index of everybody with these numbers whose unit, or one above it, has one."""
    rows = _MARKS.all(session, period=period_id, first=first, last=last)
    return {row[0]: Pinned(*row[1:]) for row in rows}


def of(session: Session, period_id: int, employee_id: int) -> Pinned | None:
    """The index that entered one person's result."""
    return about(session, period_id, employee_id, employee_id).get(employee_id)


_TALLY: tuple[Any, ...] = (
    col(SurveyTally.unit_id), col(SurveyTally.service_id), col(SurveyTally.kind),
    col(SurveyTally.answers), col(SurveyTally.sums), col(SurveyTally.squares),
)  # fmt: skip
_INDEX: tuple[Any, ...] = (
    col(SurveyIndex.unit_id), col(SurveyIndex.parent_id), col(SurveyIndex.from_id),
    col(SurveyIndex.answers), col(SurveyIndex.own), col(SurveyIndex.value),
    col(SurveyIndex.levels),
)  # fmt: skip


def tallies_of(connection: Connection, period_id: int) -> list[Served]:
    """The sums as they were kept."""
    found = select(*_TALLY).where(col(SurveyTally.period_id) == period_id).order_by(*_TALLY[:2])
    return [
        Served(row[0], row[1], row[2], read_sums(row[3], row[4], row[5]))
        for row in connection.execute(found)
    ]


def indices_of(connection: Connection, period_id: int) -> list[Entered]:
    """Every unit's index as it was kept."""
    found = select(*_INDEX).where(col(SurveyIndex.period_id) == period_id).order_by(_INDEX[0])
    return [Entered(*row) for row in connection.execute(found)]


def periods(connection: Connection) -> Sequence[int]:
    """Periods whose survey was kept."""
    found = select(col(SurveyIndex.period_id)).distinct().order_by(col(SurveyIndex.period_id))
    return connection.execute(found).scalars().all()


def digest(connection: Connection, period_id: int) -> str:
    """What the trail keeps of the sums and of the tree: everything else comes of these."""
    sums = [
        (one.unit_id, one.service_id, one.kind, one.tally.count, one.tally.sums, one.tally.squares)
        for one in tallies_of(connection, period_id)
    ]
    tree = [(one.unit_id, one.parent_id) for one in indices_of(connection, period_id)]
    return blake2b(repr((sums, tree)).encode(), digest_size=16).hexdigest()
