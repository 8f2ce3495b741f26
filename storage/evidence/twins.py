"""The same evidence beside another achievement, or nearly the same."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any, NamedTuple

from sqlalchemy import Select, bindparam, union_all
from sqlalchemy import select as select_columns
from sqlmodel import Session, col, select

from storage.achievements import Achievement
from storage.evidence.file import CLAIMED, Evidence, EvidenceMark, EvidenceTwin
from storage.kept import once
from storage.prepared import Prepared
from storage.upsert import insert_new_many


class Twin(NamedTuple):
    """Another achievement with the same evidence; `same` False means nearly the same."""

    evidence_id: int
    same: bool
    employee_id: int
    achievement_id: int
    done_on: date | None


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


@once("evidencetwin", "evidence", "achievement")
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
