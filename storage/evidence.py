"""Evidence of achievements: files, places and links, the queue to fetch them, and their twins."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import Any, NamedTuple

from sqlalchemy import Select, UniqueConstraint, bindparam, delete, func, union_all, update
from sqlalchemy import select as select_columns
from sqlmodel import Field, Session, SQLModel, col, or_, select

from bot.rules.achievements import State
from bot.rules.evidence import EvidenceState
from storage.achievements import Achievement
from storage.columns import moment, sealed
from storage.kept import once
from storage.prepared import Prepared
from storage.rows import Rows
from storage.upsert import insert_new, insert_new_many

CLAIMED = (State.SENDING, State.SUBMITTED, State.APPROVED, State.RETURNED, State.REJECTED)


class EvidenceFile(SQLModel):
    """What is kept of a file that somebody sent, whatever it is evidence of.

    `key` is Telegram's unique id of the file (or a mark of the text), so that nothing is attached
    twice. `sha256` is that of the content as it was sent, and the name of our copy.
    """

    kind: str
    key: str
    file_id: str = ""
    name: str = sealed("")
    text: str = sealed("")
    size: int | None = None
    state: str = EvidenceState.WAITING
    fault: str = ""
    tries: int = 0
    fetch_at: datetime | None = moment(nullable=True, index=True)
    added_at: datetime = moment()
    sha256: str = Field(default="", index=True)
    file_type: str = ""
    look: str = ""


class Evidence(EvidenceFile, table=True):
    """One file, place or link of an achievement; with `turn_id` a rater's spoken note."""

    __table_args__ = (UniqueConstraint("achievement_id", "turn_id", "key"),)

    id: int | None = Field(default=None, primary_key=True)
    achievement_id: int = Field(foreign_key="achievement.id", index=True)
    turn_id: int = 0


class EvidenceMark(SQLModel, table=True):
    """Eight rows a picture: near pictures share at least one mark."""

    evidence_id: int = Field(foreign_key="evidence.id", primary_key=True)
    mark: int = Field(primary_key=True, index=True)


class EvidenceTwin(SQLModel, table=True):
    """Two files of different achievements that are the same or nearly so."""

    evidence_id: int = Field(foreign_key="evidence.id", primary_key=True)
    twin_id: int = Field(foreign_key="evidence.id", primary_key=True, index=True)
    same: bool


class ToFetch(NamedTuple):
    """`table` names where it is a row: `evidence`, or `exhibit`."""

    evidence_id: int
    file_id: str
    size: int | None
    table: str = "evidence"


class Twin(NamedTuple):
    """Another achievement with the same evidence; `same` False means nearly the same."""

    evidence_id: int
    same: bool
    employee_id: int
    achievement_id: int
    done_on: date | None


def add(session: Session, values: dict[str, Any]) -> bool:
    """Attach; False when it was attached before."""
    blank = {"turn_id": 0, "fault": "", "tries": 0, "sha256": "", "file_type": "", "look": ""}
    return insert_new(session, Evidence, blank | values)


_GET = Rows(Evidence, select(Evidence).where(col(Evidence.id) == bindparam("this")))


def get(session: Session, evidence_id: int) -> Evidence | None:
    return _GET.first(session, this=evidence_id)


_OF = Rows(
    Evidence,
    select(Evidence)
    .where(
        col(Evidence.achievement_id) == bindparam("achievement"),
        col(Evidence.turn_id) == bindparam("turn"),
    )
    .order_by(col(Evidence.id)),
)
_PENDING = Prepared(
    select(func.count()).where(
        col(Evidence.achievement_id) == bindparam("achievement"),
        col(Evidence.turn_id) == 0,
        col(Evidence.state) == EvidenceState.WAITING,
    )
)


@once("evidence")
def of(session: Session, achievement_id: int, turn_id: int = 0) -> Sequence[Evidence]:
    """Evidence in the order it came."""
    return _OF.all(session, achievement=achievement_id, turn=turn_id)


def count(session: Session, achievement_id: int) -> int:
    found = select(func.count()).where(
        col(Evidence.achievement_id) == achievement_id, col(Evidence.turn_id) == 0
    )
    return session.exec(found).one()


def pending(session: Session, achievement_id: int) -> int:
    """How many files are not yet here."""
    number: int = _PENDING.value(session, achievement=achievement_id)
    return number


def remove(session: Session, ids: Iterable[int]) -> None:
    """Forget evidence; files nobody names any more are swept later."""
    those = list(ids)
    run = session.connection().execute
    run(delete(EvidenceMark).where(col(EvidenceMark.evidence_id).in_(those)))
    twin = or_(col(EvidenceTwin.evidence_id).in_(those), col(EvidenceTwin.twin_id).in_(those))
    run(delete(EvidenceTwin).where(twin))
    run(delete(Evidence).where(col(Evidence.id).in_(those)))


def lease(
    session: Session, now: datetime, until: datetime, limit: int, table: Any = Evidence
) -> Sequence[ToFetch]:
    """Files whose turn it is, oldest first; they come back when nothing is heard until then."""
    due = (
        select(col(table.id))
        .where(table.state == EvidenceState.WAITING, col(table.fetch_at) <= now)
        .order_by(col(table.fetch_at), col(table.id))
        .limit(limit)
    )
    ids = list(session.exec(due))
    if not ids:
        return []
    taken = (
        update(table)
        .where(
            col(table.id).in_(ids),
            col(table.state) == EvidenceState.WAITING,
            col(table.fetch_at) <= now,
        )
        .values(fetch_at=until)
        .returning(col(table.id), col(table.file_id), col(table.size))
    )
    rows = session.connection().execute(taken)
    name = table.__tablename__
    return sorted(ToFetch(number or 0, file_id, size, name) for number, file_id, size in rows)


def settle(session: Session, evidence_id: int, table: Any = Evidence, **values: Any) -> bool:
    """Change evidence that is still waiting; whether it was."""
    changed = session.connection().execute(
        update(table)
        .where(col(table.id) == evidence_id, col(table.state) == EvidenceState.WAITING)
        .values(**values)
    )
    return changed.rowcount == 1


def mark(session: Session, evidence_id: int, marks: Iterable[int]) -> None:
    rows = [{"evidence_id": evidence_id, "mark": mark} for mark in marks]
    insert_new_many(session, EvidenceMark, rows)


def same_content(session: Session, sha256: str, but: int) -> Sequence[int]:
    """Evidence of other achievements with exactly this content."""
    found = select(col(Evidence.id)).where(Evidence.sha256 == sha256)
    return [i for i in session.exec(found.where(col(Evidence.achievement_id) != but)) if i]


def alike(session: Session, marks: Iterable[int], but: int) -> Sequence[tuple[int, str]]:
    """Pictures of other achievements that share a mark: number and look."""
    found = (
        select_columns(col(Evidence.id), col(Evidence.look))
        .join(EvidenceMark, col(EvidenceMark.evidence_id) == col(Evidence.id))
        .where(col(EvidenceMark.mark).in_(list(marks)), col(Evidence.achievement_id) != but)
        .distinct()
    )
    return [(i, look) for i, look in session.connection().execute(found) if i is not None]


def pair(session: Session, evidence_id: int, twins: dict[int, bool]) -> None:
    """Note twins: number of the other evidence, and whether it is exactly the same."""
    rows = [
        {"evidence_id": evidence_id, "twin_id": twin, "same": same} for twin, same in twins.items()
    ]
    insert_new_many(session, EvidenceTwin, rows)


def twins_of(session: Session, achievement_id: int) -> Sequence[Twin]:
    """What was claimed elsewhere with evidence of this achievement; drafts stay unseen."""
    rows = _TWINS.all(session, achievement=achievement_id)
    return [Twin(one, same, who, other or 0, day) for one, same, who, other, day in rows]


def _twins(*, backwards: bool) -> Select[*tuple[Any, ...]]:
    here, there = col(EvidenceTwin.evidence_id), col(EvidenceTwin.twin_id)
    if backwards:
        here, there = there, here
    mine = select(col(Evidence.id)).where(col(Evidence.achievement_id) == bindparam("achievement"))
    found: Select[*tuple[Any, ...]] = select_columns(
        here,
        col(EvidenceTwin.same),
        col(Achievement.employee_id),
        col(Achievement.id),
        col(Achievement.done_on),
    )
    return (
        found.select_from(EvidenceTwin)
        .join(Evidence, col(Evidence.id) == there)
        .join(Achievement, col(Achievement.id) == col(Evidence.achievement_id))
        .where(here.in_(mine), col(Achievement.state).in_(CLAIMED))
    )


_TWINS = Prepared(union_all(_twins(backwards=False), _twins(backwards=True)))


def named(session: Session) -> frozenset[str]:
    """The names of all files that some evidence needs."""
    found = select(Evidence.sha256).where(col(Evidence.sha256) != "").distinct()
    return frozenset(session.exec(found))
