"""Filling a form in, tap by tap, and making it final."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import update
from sqlmodel import Session, col

from storage.appraisals.form import DRAFT, SENT, Appraisal, Rating
from storage.appraisals.reading import of
from storage.upsert import insert_new


def begin(
    session: Session,
    period_id: int,
    employee_id: int,
    source: str,
    official_id: int,
    by_id: int,
    now: datetime,
) -> Appraisal:
    """The appraisal of this official about this person, begun now unless it was before."""
    insert_new(
        session,
        Appraisal,
        {
            "period_id": period_id,
            "employee_id": employee_id,
            "source": source,
            "official_id": official_id,
            "by_id": by_id,
            "state": DRAFT,
            "started_at": now,
        },
    )
    begun = of(session, period_id, employee_id, source, official_id)
    assert begun is not None
    return begun


def touch(session: Session, appraisal_id: int, by_id: int, note: str | None = None) -> bool:
    """Take the draft in hand, and put a note on it if one is given; False when it was sent."""
    values: dict[str, object] = {"by_id": by_id} | ({} if note is None else {"note": note})
    return _change(session, appraisal_id, values)


def send(session: Session, appraisal_id: int, by_id: int, now: datetime) -> bool:
    """Make a draft final; False when somebody already did."""
    return _change(session, appraisal_id, {"by_id": by_id, "state": SENT, "sent_at": now})


def _change(session: Session, appraisal_id: int, values: dict[str, object]) -> bool:
    draft = (col(Appraisal.id) == appraisal_id, col(Appraisal.state) == DRAFT)
    changed = session.exec(update(Appraisal).where(*draft).values(values)).rowcount
    return changed == 1


def rate(session: Session, rating: Rating) -> None:
    """Put a level in place of an earlier one; the reason of an earlier one goes."""
    values = rating.model_dump()
    if insert_new(session, Rating, values):
        return
    here = (
        col(Rating.appraisal_id) == rating.appraisal_id,
        col(Rating.indicator) == rating.indicator,
    )
    session.exec(update(Rating).where(*here).values(values))


def give_reason(session: Session, appraisal_id: int, indicator: str, reason: str) -> bool:
    """Say why a level departs from the proposal; False when nothing is rated there."""
    here = (col(Rating.appraisal_id) == appraisal_id, col(Rating.indicator) == indicator)
    given = session.exec(update(Rating).where(*here).values(reason=reason))
    return given.rowcount == 1


def put_days(session: Session, appraisal_id: int, days: int | None) -> None:
    """Say for how many days in office a form stands, where superiors share a quarter."""
    session.exec(update(Appraisal).where(col(Appraisal.id) == appraisal_id).values(days=days))
