"""Who owes what for people who were left out: the superior a form, the head a signature."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from sqlmodel import Session

from bot.actions import schemes
from bot.actions.days import agency_days
from bot.actions.publication.reaching import signers
from bot.rules.publication import RELEASED
from storage import duties, employees, periods, rounds, supplements
from storage.duties import DutyKind
from storage.periods import Period
from storage.supplements import Supplement


def owe(session: Session, now: datetime) -> None:
    """Make the heads' duties for what waits; once a day pass on what a superior left behind.

    Idempotent: what is owed follows from the rows.
    """
    today = agency_days(session, now).last
    if rows := supplements.waiting(session):
        heads = signers(session, today)
        duties.owe_many(
            session,
            [_to_sign(session, row, head, today) for row in rows for head in heads
             if head != row.employee_id],
        )  # fmt: skip
    for period in periods.recent(session, 4):
        late = period.state in RELEASED
        if late and rounds.first_today(session, f"supplements.owe/{period.id}", today):
            _pass_on(session, period, now, today)


def _to_sign(session: Session, row: Supplement, head: int, today: date) -> dict[str, object]:
    period = periods.get(session, row.period_id)
    assert period is not None
    return {
        "period_id": row.period_id, "kind": DutyKind.PUBLISH_LATE, "owner_id": head,
        "about_id": row.employee_id, "object_id": 0, "opens_on": today,
        "due_on": _due(session, period, today),
    }  # fmt: skip


def _due(session: Session, period: Period, today: date) -> date:
    """Whoever is asked today has as many days as for every other signature."""
    return today + timedelta(schemes.of_period(session, period).signing_days)


def _pass_on(session: Session, period: Period, now: datetime, today: date) -> None:
    """Whose superior has left is rated by the one of today; nobody waits for who is gone."""
    assert period.id is not None
    open_ = supplements.left_out(session, period.id)
    people = employees.many(session, [number for _, *pair in open_ for number in pair])
    gone = [(duty, about) for duty, owner, about in open_ if people[owner].left_on is not None]
    duties.cancel(session, [duty for duty, _ in gone], now)
    kept = {about for duty, _, about in open_ if (duty, about) not in gone}
    above = {about: people[about].superior_id for _, about in gone if about not in kept}
    here = employees.many(session, [one for one in above.values() if one])
    for about, superior in above.items():
        if superior is None or here[superior].left_on is not None:
            continue
        duties.owe(
            session, DutyKind.APPRAISE, superior, today, _due(session, period, today),
            period_id=period.id, about_id=about,
        )  # fmt: skip
