"""Career records from a file: the file until it is taken in, its people, their history."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from datetime import datetime

from sqlalchemy import delete
from sqlmodel import Field, Session, SQLModel, col, select

from bot.rules.career import Past
from storage.career import CareerFact
from storage.columns import moment, sealed, vault_of
from storage.employees import Employee
from storage.roster import chunks
from storage.trainings.learning import DRAFT, REFUSED, Learning


class CareerFile(SQLModel, table=True):
    """A file of records that somebody of HR sent and has not taken in: JSON of its rows."""

    author_id: int = Field(primary_key=True, foreign_key="employee.id")
    rows: str = sealed("")
    sent_at: datetime = moment()


def keep(session: Session, author_id: int, rows: str, now: datetime) -> None:
    """Keep the rows of a file in place of an earlier one."""
    drop(session, author_id)
    session.add(CareerFile(author_id=author_id, rows=rows, sent_at=now))
    session.flush()


def of(session: Session, author_id: int) -> CareerFile | None:
    return session.get(CareerFile, author_id, populate_existing=True)


def drop(session: Session, author_id: int) -> bool:
    """Forget the file; whether there was one."""
    gone = delete(CareerFile).where(col(CareerFile.author_id) == author_id)
    return session.connection().execute(gone).rowcount == 1


def people(session: Session, nips: Collection[str]) -> dict[str, Employee]:
    """Whoever is in service, by NIP."""
    vault = vault_of(session)
    by_index = {vault.index(nip): nip for nip in nips}
    here = col(Employee.left_on).is_(None)
    return {
        by_index[one.nip_index]: one
        for part in chunks(by_index)
        for one in session.exec(select(Employee).where(col(Employee.nip_index).in_(part), here))
    }


def history(session: Session, numbers: Collection[int]) -> Iterator[CareerFact]:
    """What these people once were or had, as it was recorded, oldest record first."""
    for part in chunks(numbers):
        theirs = col(CareerFact.employee_id).in_(part)
        kinds = col(CareerFact.kind).in_(list(Past))
        yield from session.exec(
            select(CareerFact).where(theirs, kinds).order_by(col(CareerFact.id))
        )


def learned(session: Session, numbers: Collection[int]) -> Iterator[Learning]:
    """What these people learned and handed in, or had confirmed."""
    for part in chunks(numbers):
        told = col(Learning.state).not_in((DRAFT, REFUSED))
        theirs = col(Learning.employee_id).in_(part)
        yield from session.exec(select(Learning).where(theirs, told))


def add_all(session: Session, rows: Sequence[SQLModel]) -> None:
    """Store them; each has its number afterwards, in this order."""
    session.add_all(rows)
    session.flush()
