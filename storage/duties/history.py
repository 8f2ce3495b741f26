"""Who has or had duties about whom, unless they were taken back."""

from __future__ import annotations

from collections.abc import Collection

from sqlalchemy import bindparam
from sqlalchemy import select as select_columns
from sqlmodel import Session, col, select

from storage.duties.duty import FORMS, Duty, DutyKind
from storage.kept import once
from storage.prepared import Prepared

_HAD = (
    col(Duty.owner_id) == bindparam("rater"),
    col(Duty.period_id) == bindparam("period"),
    col(Duty.cancelled_at).is_(None),
)
_KINDS = Prepared(
    select_columns(col(Duty.kind))
    .where(*_HAD, col(Duty.kind).in_(bindparam("kinds", expanding=True)))
    .distinct()
)
RATES = select_columns(col(Duty.id)).where(*_HAD, col(Duty.kind).in_(FORMS))


def concerned(
    session: Session, period_id: int, kind: DutyKind, about_ids: Collection[int]
) -> set[int]:
    """Whom of these such a duty is or was about, done or not, unless it was taken back."""
    found = select(Duty.about_id).where(
        Duty.period_id == period_id,
        Duty.kind == kind,
        col(Duty.about_id).in_(about_ids),
        col(Duty.cancelled_at).is_(None),
    )
    return set(session.exec(found).all())


def owners(session: Session, period_id: int, kind: DutyKind, about_id: int) -> set[int]:
    """Who has or had such a duty about this person, unless it was taken back."""
    found = select(Duty.owner_id).where(
        Duty.period_id == period_id,
        Duty.kind == kind,
        Duty.about_id == about_id,
        col(Duty.cancelled_at).is_(None),
    )
    return set(session.exec(found).all())


def abouts_of(
    session: Session, period_id: int, kind: DutyKind, owner_ids: Collection[int]
) -> set[int]:
    """About whom these have or had such a duty, unless it was taken back."""
    found = select(Duty.about_id).where(
        Duty.period_id == period_id,
        Duty.kind == kind,
        col(Duty.owner_id).in_(owner_ids),
        col(Duty.cancelled_at).is_(None),
    )
    return set(session.exec(found).all())


def abouts(session: Session, period_id: int, kind: DutyKind) -> set[int]:
    """About whom there is or was such a duty in a period, unless it was taken back."""
    found = select(Duty.about_id).where(
        Duty.period_id == period_id, Duty.kind == kind, col(Duty.cancelled_at).is_(None)
    )
    return set(session.exec(found).all())


def owners_of(session: Session, period_id: int, kinds: Collection[DutyKind]) -> set[int]:
    """Who has or had such duties in a period, unless they were taken back."""
    found = select(Duty.owner_id).where(
        Duty.period_id == period_id,
        col(Duty.kind).in_(kinds),
        col(Duty.cancelled_at).is_(None),
    )
    return set(session.exec(found.distinct()).all())


def owners_by_object(
    session: Session, kind: DutyKind, object_ids: Collection[int]
) -> dict[int, set[int]]:
    """Who has or had such a duty outside of periods, unless it was taken back, by its object."""
    those = select_columns(col(Duty.object_id), col(Duty.owner_id)).where(
        col(Duty.period_id) == 0,
        col(Duty.kind) == kind,
        col(Duty.object_id).in_(object_ids),
        col(Duty.cancelled_at).is_(None),
    )
    found: dict[int, set[int]] = {}
    for number, owner in session.connection().execute(those):
        found.setdefault(number, set()).add(owner)
    return found


@once("duty")
def kinds_of(
    session: Session, period_id: int, owner_id: int, kinds: tuple[DutyKind, ...]
) -> set[str]:
    """Which of these duties somebody has or had in a period, unless they were taken back."""
    rows = _KINDS.all(session, period=period_id, rater=owner_id, kinds=kinds)
    return {row[0] for row in rows}
