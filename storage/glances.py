"""Whether anything at all waits for a person, in one statement: for most it does not."""

from __future__ import annotations

from datetime import date
from typing import Any, NamedTuple

from sqlalchemy import select
from sqlmodel import Session

from storage import achievement_lists, duties, employees, expectations
from storage.broadcasts import open_quizzes
from storage.duties import FORMS, history
from storage.expectations import rounds
from storage.invited import WAITS, Moments, waiting_for
from storage.kept import keep
from storage.peers import tickets
from storage.prepared import Prepared


class Glance(NamedTuple):
    """What there is, by the read that would tell more of it."""

    returned: bool
    mended: bool
    asked: bool
    invited: bool
    leads: bool
    rates: bool
    quizzed: bool


_SEEN: tuple[Any, ...] = (
    achievement_lists.CAME_BACK,
    rounds.CAME_BACK,
    tickets.WAITS,
    WAITS,
    employees.ANY_REPORT,
    history.RATES,
    open_quizzes.OPEN,
)
_GLANCE = Prepared(select(*(found.order_by(None).exists() for found in _SEEN)))


def look(
    session: Session, employee_id: int, moments: Moments, period_id: int, today: date
) -> None:
    """Let the reads that would find nothing for this person be known to find nothing.

    `period_id` is the quarter whose raters are meant, 0 for none; `today` the day of the office.
    """
    me = employee_id
    people = {
        "owner": me,
        "rater": me,
        "employee": me,
        "superiors": (me,),
        "but": me,
        "period": period_id,
        "reader": me,
        "today": today,
    }
    row = _GLANCE.first(session, **people, **moments._asdict())
    assert row is not None
    seen = Glance(*map(bool, row))
    keep(session, employees.has_reports, (me,), me, value=seen.leads)
    if not seen.returned:
        keep(session, achievement_lists.returned, me, value=[])
    if not seen.mended:
        keep(session, expectations.returned, me, value=[])
    if not seen.asked:
        keep(session, tickets.waiting, me, value=[])
    if not seen.invited:
        keep(session, waiting_for, me, moments, value=[])
    if not seen.rates:
        keep(session, duties.kinds_of, period_id, me, FORMS, value=set())
    if not seen.quizzed:
        keep(session, open_quizzes.unanswered, me, today, value=[])
