"""What stands of colleagues' answers once their window has closed: without any writer."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import delete, insert, or_, tuple_
from sqlalchemy import select as select_columns
from sqlmodel import Field, Session, SQLModel, and_, col, select

from storage import keyboards, updates
from storage.accounts import Account
from storage.columns import moment, sealed
from storage.peers.drafts import PeerDraft, Said, of_many
from storage.peers.tickets import PeerTicket, Side, TicketState
from storage.periods import FINAL, PUBLISHED, Period
from storage.upsert import insert_new_many


class PeerRelease(SQLModel, table=True):
    """One a person and side. `levels` are those that may be told, by indicator and rising.

    Written `adaptif:3,4,4 loyal:4,4,5`. `withheld` are indicators that too few answered; those
    answers are kept nowhere.
    """

    period_id: int = Field(foreign_key="period.id", primary_key=True)
    side: str = Field(primary_key=True)
    employee_id: int = Field(foreign_key="employee.id", primary_key=True)
    answers: int
    levels: str
    withheld: str
    closed_at: datetime = moment()


class PeerSentence(SQLModel, table=True):
    """One sentence of one comment; numbered after all of a chunk were shuffled."""

    id: int | None = Field(default=None, primary_key=True)
    period_id: int = Field(foreign_key="period.id")
    side: str
    employee_id: int = Field(foreign_key="employee.id", index=True)
    sentence: str = sealed("")


Whom = tuple[str, int]
"""Side and the number of the person asked about."""


def write_levels(figures: Mapping[str, Sequence[int]]) -> str:
    return " ".join(f"{key}:{','.join(map(str, figures[key]))}" for key in sorted(figures))


def read_levels(written: str) -> dict[str, list[int]]:
    parts = (part.split(":") for part in written.split())
    return {key: [int(level) for level in levels.split(",")] for key, levels in parts}


def levels_about(
    session: Session, period_id: int, employee_ids: Collection[int]
) -> dict[int, list[tuple[str, int]]]:
    """What colleagues' answers count, by person: indicator and level, a pair an answer.

    Only what was released: indicators that too few answered are not in it, nor is anybody of
    whom nothing may be told. Empty until the window has closed.
    """
    found = select(PeerRelease.employee_id, PeerRelease.levels).where(
        PeerRelease.period_id == period_id,
        PeerRelease.side == Side.PEER,
        col(PeerRelease.employee_id).in_(employee_ids),
        PeerRelease.levels != "",
    )
    return {
        number: [(key, level) for key, given in read_levels(levels).items() for level in given]
        for number, levels in session.exec(found)
    }


def of(session: Session, period_id: int, side: str, employee_id: int) -> PeerRelease | None:
    return session.get(PeerRelease, (period_id, side, employee_id))


def sentences(session: Session, period_id: int, side: str, employee_id: int) -> Sequence[str]:
    """What was said about a person, in the order in which it was shuffled."""
    found = select(PeerSentence.sentence).where(
        PeerSentence.period_id == period_id,
        PeerSentence.side == side,
        PeerSentence.employee_id == employee_id,
    )
    return session.exec(found.order_by(col(PeerSentence.id))).all()


def unclosed(session: Session, period_id: int, limit: int) -> list[Whom]:
    """The next groups of answers about people that were not closed yet.

    They are closed in this order, and nobody is asked any more once the first of them is.
    """
    whose = col(PeerRelease.side), col(PeerRelease.employee_id)
    done = (
        select_columns(*whose)
        .where(col(PeerRelease.period_id) == period_id)
        .order_by(*(one.desc() for one in whose))
        .limit(1)
    )
    reached = session.connection().execute(done).first()
    about = col(PeerTicket.side), col(PeerTicket.about_id)
    found = (
        select_columns(*about)
        .distinct()
        .where(col(PeerTicket.period_id) == period_id)
        .order_by(*about)
        .limit(limit)
    )
    if reached is not None:
        found = found.where(tuple_(*about) > tuple_(*reached))
    return [(side, about) for side, about in session.connection().execute(found)]


class Held(NamedTuple):
    """A ticket while it is closed."""

    id: int
    side: str
    about_id: int
    rater_id: int
    state: str


def tickets_of(session: Session, period_id: int, those: Iterable[Whom]) -> list[Held]:
    """Every ticket about these, held until the transaction ends."""
    by_side: dict[str, list[int]] = {}
    for side, about in those:
        by_side.setdefault(side, []).append(about)
    whose = [
        and_(col(PeerTicket.side) == side, col(PeerTicket.about_id).in_(people))
        for side, people in by_side.items()
    ]
    columns = [getattr(PeerTicket, name) for name in Held._fields]
    found = (
        select_columns(*columns)
        .where(col(PeerTicket.period_id) == period_id, or_(*whose))
        .order_by(col(PeerTicket.id))
        .with_for_update()
    )
    return [Held(*row) for row in session.connection().execute(found)]


def said_by(session: Session, held: Iterable[Held]) -> dict[int, Said]:
    """What was sent, by ticket."""
    return of_many(session, [one.id for one in held if one.state == TicketState.SPENT])


def put(
    session: Session,
    releases: Sequence[Mapping[str, object]],
    said: Sequence[Mapping[str, object]],
) -> None:
    """Keep what may be told; `said` comes shuffled over all people of the chunk."""
    insert_new_many(session, PeerRelease, releases)
    if said:
        session.connection().execute(insert(PeerSentence), [dict(one) for one in said])


def forget(session: Session, held: Sequence[Held]) -> None:
    """Erase the drafts, the buttons on which they were pressed, and where that led."""
    numbers = [one.id for one in held]
    session.connection().execute(delete(PeerDraft).where(col(PeerDraft.ticket_id).in_(numbers)))
    raters = {one.rater_id for one in held}
    theirs = session.exec(
        select(Account.telegram_id).where(col(Account.employee_id).in_(raters))
    ).all()
    keyboards.forget(session, theirs, "peers.")
    updates.forget(session, theirs, "peers.")


def told_about(session: Session, side: str, employee_id: int) -> Sequence[int]:
    """Published periods in which something may be told about a person, newest first."""
    found = (
        select(PeerRelease.period_id)
        .join(Period, col(Period.id) == col(PeerRelease.period_id))
        .where(
            PeerRelease.side == side,
            PeerRelease.employee_id == employee_id,
            PeerRelease.levels != "",
            col(Period.state).in_((PUBLISHED, FINAL)),
        )
    )
    return session.exec(found.order_by(col(Period.year).desc(), col(Period.quarter).desc())).all()
