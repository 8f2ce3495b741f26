"""Quarters of the past as they were published and received; their letters went long ago."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from random import Random

from bot.actions import schemes
from bot.office.desk import Office, wib
from bot.office.honours import DECIDER
from bot.rules.periods import PeriodState
from storage import audit, duties, periods, released
from storage.duties import DutyKind
from storage.periods import Period
from storage.publication import Publication
from storage.receipts import Receipt
from storage.released import Released

DAYS = 3
LEFT_OUT = "Satu pegawai belum dinilai karena atasannya bertugas di pulau tanpa sinyal."
MOST = 1_000
FINAL = timedelta(days=30)  # when the time for objections is over


def publish(office: Office, period: Period) -> None:
    """The head publishes on the day planned; within three days everybody has received."""
    _receive(office, period, release(office, period))
    _turn(office, period, PeriodState.PUBLISHED, PeriodState.FINAL, None)


def release(office: Office, period: Period) -> Sequence[Released]:
    """The head publishes; nobody has received anything yet."""
    session, by, at = office.session, office.ids[DECIDER], wib(period.publish_on, 8)
    assert period.id is not None
    results = released.after_number(session, period.id, 0, MOST)
    missing = len(duties.still_open(session, period.id, (DutyKind.APPRAISE,), MOST))
    release = Publication(
        period_id=period.id, signed_by=by, signed_at=at, results=len(results), missing=missing,
        reason=LEFT_OUT if missing else None, reached=results[-1].result_id, told=len(results),
        finished_at=at,
    )  # fmt: skip
    session.add(release)
    session.flush()
    _turn(office, period, PeriodState.CALIBRATION, PeriodState.PUBLISHED, by)
    facts = {"period": period.id, "results": len(results), "missing": missing}
    audit.record(session, at, by, "publication.sign", f"publication/{release.id}", facts)
    duties.done(session, DutyKind.PUBLISH, at, period_id=period.id)
    unrated = duties.still_open(session, period.id, (DutyKind.ASSESS,), MOST)
    duties.cancel(session, unrated, at)
    return results


def _receive(office: Office, period: Period, results: Sequence[Released]) -> None:
    """With dice of its own, so that the rest of the story stays as it is."""
    dice = Random(str(schemes.quarter_of(period)))
    assert period.id is not None
    keys = {number: key for key, number in office.ids.items()}
    issued = wib(period.publish_on, 8)
    for result in results:
        day = period.publish_on + timedelta(dice.randrange(DAYS))
        at = office.at(keys[result.employee_id], day, dice.randint(11, 15), dice.randrange(60))
        row = Receipt(
            period_id=period.id, employee_id=result.employee_id, issued_at=issued,
            taken_at=at, taken_by=result.employee_id,
        )  # fmt: skip
        office.session.add(row)
        office.session.flush()
        said = {"employee": row.employee_id, "period": row.period_id, "edition": row.edition}
        about = f"receipt/{row.id}"
        audit.record(office.session, at, row.employee_id, "receipts.take", about, said)


def _turn(
    office: Office, period: Period, before: PeriodState, after: PeriodState, by: int | None
) -> None:
    assert period.id is not None
    periods.move(office.session, period.id, before, after)
    at = wib(period.publish_on + (timedelta(0) if by else FINAL), 8)
    said = {"from": before.value, "to": after.value}
    about = f"period/{schemes.quarter_of(period)}"
    audit.record(office.session, at, by, "periods.turn", about, said)
