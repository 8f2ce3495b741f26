"""Records of forums: lines that are written, editions that were published; nothing is lost."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any, NamedTuple

from sqlalchemy import delete, func, or_, update
from sqlalchemy import select as select_columns
from sqlmodel import Field, Session, SQLModel, col, select

from storage.columns import moment, sealed
from storage.upsert import insert_new


class ForumRecord(SQLModel, table=True):
    """The record of a forum. `edition` is the newest that was published, 0 while none was.

    `note_taker_id`: whom the host named to write it, beside the host.
    """

    forum_id: int = Field(foreign_key="forum.id", primary_key=True)
    note_taker_id: int | None = Field(default=None, foreign_key="employee.id", index=True)
    edition: int = 0


class RecordLine(SQLModel, table=True):
    """One line. It stands in the editions from `since` to before `until` (NULL: to this day).

    The next edition is the draft. `item_id`: the action item that this line has become, or goes on
    with where it corrects another one.
    """

    id: int | None = Field(default=None, primary_key=True)
    forum_id: int = Field(foreign_key="forum.id", index=True)
    kind: str
    text: str = sealed("")
    owner_id: int | None = Field(default=None, foreign_key="employee.id")
    due_on: date | None = None
    position: int
    since: int
    until: int | None = None
    item_id: int | None = None
    written_by: int = Field(foreign_key="employee.id")
    written_at: datetime = moment()


class RecordEdition(SQLModel, table=True):
    """One that was published; `reason` says what was corrected, "" of the first."""

    forum_id: int = Field(foreign_key="forum.id", primary_key=True)
    edition: int = Field(primary_key=True)
    published_by: int = Field(foreign_key="employee.id")
    published_at: datetime = moment()
    reason: str = sealed("")


class Standing(NamedTuple):
    """What there is of a record, without a row where there is none yet."""

    note_taker_id: int | None
    edition: int


def standing(session: Session, forum_id: int) -> Standing:
    row = session.get(ForumRecord, forum_id, populate_existing=True)
    return Standing(row.note_taker_id, row.edition) if row else Standing(None, 0)


def hold(session: Session, forum_id: int) -> Standing:
    """Begin the record unless it was begun, and keep others from it until the end."""
    insert_new(session, ForumRecord, {"forum_id": forum_id, "edition": 0})
    locked = (
        update(ForumRecord)
        .where(col(ForumRecord.forum_id) == forum_id)
        .values(edition=ForumRecord.edition)
        .returning(col(ForumRecord.note_taker_id), col(ForumRecord.edition))
    )
    return Standing(*session.connection().execute(locked).one())


def name_note_taker(session: Session, forum_id: int, employee_id: int | None) -> None:
    hold(session, forum_id)
    this = update(ForumRecord).where(col(ForumRecord.forum_id) == forum_id)
    session.connection().execute(this.values(note_taker_id=employee_id))


def lines(session: Session, forum_id: int, edition: int) -> Sequence[RecordLine]:
    """Those of one edition, or of the draft, in their order."""
    found = select(RecordLine).where(
        RecordLine.forum_id == forum_id,
        col(RecordLine.since) <= edition,
        or_(col(RecordLine.until).is_(None), col(RecordLine.until) > edition),
    )
    ordered = found.order_by(col(RecordLine.position), col(RecordLine.id))
    return session.exec(ordered.execution_options(populate_existing=True)).all()


def line(session: Session, line_id: int) -> RecordLine | None:
    return session.get(RecordLine, line_id, populate_existing=True)


def write(session: Session, row: RecordLine) -> int:
    """Put a line at its end, or at its `position` where that is not 0; its number."""
    if not row.position:
        last = select_columns(func.max(col(RecordLine.position))).where(
            col(RecordLine.forum_id) == row.forum_id
        )
        row.position = (session.connection().execute(last).scalar_one() or 0) + 1
    session.add(row)
    session.flush()
    assert row.id is not None
    return row.id


def change(session: Session, line_id: int, **values: Any) -> None:
    """Change a line of the draft."""
    session.exec(update(RecordLine).where(col(RecordLine.id) == line_id).values(**values))


def strike(session: Session, row: RecordLine, draft: int) -> None:
    """Take a line out of the draft; what was published stays in its editions."""
    this = col(RecordLine.id) == row.id
    if row.since == draft:
        session.exec(delete(RecordLine).where(this))
        session.expire_all()
    else:
        session.exec(update(RecordLine).where(this).values(until=draft))


def struck(session: Session, forum_id: int, edition: int) -> Sequence[RecordLine]:
    """Lines that stand no longer from this edition on."""
    found = select(RecordLine).where(RecordLine.forum_id == forum_id, RecordLine.until == edition)
    return session.exec(found.order_by(col(RecordLine.id))).all()


def publish(
    session: Session, forum_id: int, edition: int, by: int, now: datetime, reason: str
) -> bool:
    """Make the draft this edition; False when somebody was quicker."""
    this = (col(ForumRecord.forum_id) == forum_id, col(ForumRecord.edition) == edition - 1)
    moved = update(ForumRecord).where(*this).values(edition=edition)
    if session.connection().execute(moved).rowcount != 1:
        return False
    session.add(
        RecordEdition(
            forum_id=forum_id, edition=edition, published_by=by, published_at=now, reason=reason
        )
    )
    session.flush()
    return True


def editions(session: Session, forum_id: int) -> Sequence[RecordEdition]:
    """Newest first."""
    found = select(RecordEdition).where(RecordEdition.forum_id == forum_id)
    return session.exec(found.order_by(col(RecordEdition.edition).desc())).all()


def words_of(rows: Sequence[RecordLine]) -> list[str]:
    """All that these lines say, for their mark in the trail."""
    return [line_said(one.kind, one.owner_id, one.due_on, one.text) for one in rows]


def line_said(kind: str, owner_id: int | None, due_on: date | None, text: str) -> str:
    return f"{kind}/{owner_id or 0}/{due_on or ''}/{text}"
