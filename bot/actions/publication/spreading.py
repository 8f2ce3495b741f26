"""Letters and receipts of a publication, a chunk at every call, until everybody has one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime
from functools import cache
from zoneinfo import ZoneInfo

from sqlmodel import Session

from bot.actions import schemes
from bot.actions.holidays import workdays_around
from bot.screens import place
from storage import duties, outbox, periods, publication, receipts, released, supplements
from storage.duties import DutyKind
from storage.outbox import Kind, Owed
from storage.periods import Period
from storage.publication import Publication
from storage.released import Released

CHUNK = 300
# Nobody can do these of a published quarter; whoever was left out is still to be rated, and an
# award may be proposed until the quarter is final.
CLOSED = (
    DutyKind.REPORT,
    DutyKind.ASSESS,
    DutyKind.VIEW,
    DutyKind.SIGN_ADJUSTMENT,
)
TEMPLATE = "results.published"


def spread(session: Session, now: datetime) -> bool:
    """Write at most a chunk of what a publication owes; whether there is more.

    Nothing is remembered but how far the rows are, and each row has its key: whoever dies here
    is followed by another who goes on where the last transaction ended.
    """
    one = publication.unfinished(session)
    if one is None:
        return False
    assert one.id is not None
    found = released.after_number(session, one.period_id, one.reached, CHUNK)
    if (not one.reached or not found) and (closed := _closed(session, one.period_id)):
        duties.cancel(session, closed, now)
        return True
    period = periods.get(session, one.period_id)
    assert period is not None
    if found:
        told = hand_out(session, period, found, one.signed_at, now)
        publication.advance(session, one.id, found[-1].result_id, told)
    else:
        _finish(session, one, now)
    return True


def _closed(session: Session, period_id: int) -> Sequence[int]:
    """Duties that ended with the signature; looked for before the first letter and after the last.

    In between that would be everybody's duties again for each chunk of letters.
    """
    closed = duties.still_open(session, period_id, CLOSED, CHUNK)
    return closed or supplements.overtaken(session, period_id, CHUNK)


def hand_out(
    session: Session, period: Period, found: Sequence[Released], issued: datetime, now: datetime
) -> int:
    """Receipts for all of these; a letter and a duty for those in service; how many letters.

    Whoever has left gets a receipt only, which HR records when the result is handed over.
    """
    assert period.id is not None
    rows = [receipts.row(period.id, one.employee_id, one.edition, issued) for one in found]
    receipts.issue_many(session, rows)
    here = [one for one in found if one.left_on is None]
    told = outbox.put_many(
        session, Kind.DECISION, TEMPLATE, now, [_letter(period.id, one) for one in here]
    )
    days = _days(session, period, issued)
    owing = [one for one in here if not one.taken]
    duties.owe_many(
        session, [_duty(period.id, one, *days(one.zone, one.days_per_week)) for one in owing]
    )
    return told


def _letter(period_id: int, one: Released) -> Owed:
    key = f"{TEMPLATE}/{period_id}/{one.employee_id}/{one.edition}"
    facts = {"period": period_id, "employee": one.employee_id, "edition": one.edition}
    return Owed(key, one.employee_id, facts, place("results.card", period_id, one.employee_id))


def _duty(period_id: int, one: Released, opens: date, due: date) -> dict[str, object]:
    return {
        "period_id": period_id, "kind": DutyKind.RECEIPT, "owner_id": one.employee_id,
        "about_id": 0, "object_id": one.edition, "opens_on": opens, "due_on": due,
    }  # fmt: skip


def _days(
    session: Session, period: Period, issued: datetime
) -> Callable[[str, int], tuple[date, date]]:
    """From when to when a receipt is owed, by zone and working week."""
    workdays = schemes.of_period(session, period).objection.receipt_workdays

    @cache
    def days(zone: str, days_per_week: int) -> tuple[date, date]:
        opens = issued.astimezone(ZoneInfo(zone)).date()
        return opens, workdays_around(session, days_per_week, opens).add_workdays(opens, workdays)

    return days


def _finish(session: Session, one: Publication, now: datetime) -> None:
    assert one.id is not None
    publication.finish(session, one.id, now)
    outbox.put(
        session, f"publication.finished/{one.id}", Kind.DECISION, "publication.finished", now,
        to=one.signed_by, facts={"period": one.period_id},
        opens=place("publication.card", one.period_id),
    )  # fmt: skip
