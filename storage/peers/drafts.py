"""What a rater is about to say: sealed, one row a ticket, gone when the window closes."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from sqlalchemy import bindparam, delete, update
from sqlmodel import Field, Session, SQLModel, col, select

from storage.columns import sealed
from storage.prepared import Prepared
from storage.upsert import insert_new


class PeerDraft(SQLModel, table=True):
    """`said` is JSON of levels and comment; `version` grows with every change."""

    ticket_id: int = Field(foreign_key="peerticket.id", primary_key=True)
    said: str = sealed("")
    version: int = 0


class PeerWay(SQLModel, table=True):
    """Whoever goes through a form person by person, and not one criterion across all people."""

    period_id: int = Field(foreign_key="period.id", primary_key=True)
    rater_id: int = Field(foreign_key="employee.id", primary_key=True)
    by_person: bool = True


@dataclass(frozen=True, slots=True)
class Said:
    """Levels by indicator; None is `not known well enough`."""

    levels: Mapping[str, int | None] = field(default_factory=dict)
    comment: str = ""
    version: int = 0


_OF = Prepared(
    select(PeerDraft.ticket_id, PeerDraft.said, PeerDraft.version).where(
        col(PeerDraft.ticket_id).in_(bindparam("tickets", expanding=True))
    )
)
_WRITE = Prepared(update(PeerDraft).where(col(PeerDraft.ticket_id) == bindparam("this")))


def of_many(session: Session, ticket_ids: Collection[int]) -> dict[int, Said]:
    """What was said so far, by ticket."""
    if not ticket_ids:
        return {}
    return {
        number: read(said, version)
        for number, said, version in _OF.all(session, tickets=list(ticket_ids))
    }


def of(session: Session, ticket_id: int) -> Said:
    return of_many(session, [ticket_id]).get(ticket_id, Said())


def write(session: Session, ticket_id: int, said: Said) -> None:
    """Put this in place of what was said before; the caller holds the ticket."""
    values = {
        "said": json.dumps({"levels": dict(said.levels), "comment": said.comment}),
        "version": said.version + 1,
    }
    if not _WRITE.change(session, this=ticket_id, **values):
        insert_new(session, PeerDraft, {"ticket_id": ticket_id, **values})


def erase(session: Session, ticket_ids: Collection[int]) -> None:
    session.connection().execute(delete(PeerDraft).where(col(PeerDraft.ticket_id).in_(ticket_ids)))


def by_person(session: Session, period_id: int, rater_id: int) -> bool:
    found = session.get(PeerWay, (period_id, rater_id))
    return found.by_person if found else False


def go(session: Session, period_id: int, rater_id: int, *, by_person: bool) -> None:
    """Choose how to go through the questions."""
    row = session.get(PeerWay, (period_id, rater_id))
    row = row or PeerWay(period_id=period_id, rater_id=rater_id)
    row.by_person = by_person
    session.add(row)


def read(said: str, version: int) -> Said:
    """What was said, as it is kept."""
    kept = json.loads(said)
    return Said(kept["levels"], kept["comment"], version)
